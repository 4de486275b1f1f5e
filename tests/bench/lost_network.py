# SPDX-License-Identifier: GPL-2.0-or-later
"""The network is gone without a word: how long until control is back, and what is lost (goal R5).

    unshare --net .venv/bin/python tests/bench/lost_network.py        # as root, with a loopback of its own

Every packet on the loopback is dropped for a while, which no relay can imitate: a relay still acknowledges.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import QgsApplication, QgsProject

from est_plugin.db.link_state import LinkState
from est_plugin.db.pulse import News, Pulse
from est_plugin.db.server import LINK_TIMEOUTS, ServerAddress
from est_plugin.db.server_database import open_server_database
from est_plugin.db.server_migrator import create_server_database
from est_plugin.domain.incident import IncidentFilter
from est_plugin.errors import EstError
from est_plugin.feedback import SilentFeedback
from est_plugin.layers import roles
from est_plugin.layers.loader import load_est_group
from est_plugin.layers.roles import LayerRole
from tests.postgres import running_server

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.db.server_database import ServerDatabase

ROWS = 500


def loopback(*, up: bool) -> None:
    """A queue that is too small for any packet swallows all of them."""
    change = (
        ["del", "dev", "lo", "root"]
        if up
        else ["add", "dev", "lo", "root", "tbf", "rate", "1kbit", "burst", "1b", "limit", "1b"]
    )
    subprocess.run(["tc", "qdisc", *change], check=True)


def tell(what: str, seconds: float, goal: str, ok: bool = True) -> None:
    sys.stdout.write(f"{what:<58} {seconds:6.1f} s   goal {goal}   {'' if ok else 'LOST'}\n")
    sys.stdout.flush()


def until_it_fails(call: Callable[[], object]) -> float:
    began = time.monotonic()
    try:
        call()
    except EstError:
        return time.monotonic() - began
    raise AssertionError("It did not fail.")


def own_calls(database: ServerDatabase) -> None:
    def under_way() -> None:
        with database.reading() as connection:
            connection.execute("SELECT 1")
            loopback(up=False)
            connection.execute("SELECT 1")

    def begun_without() -> None:
        with database.reading():
            pass

    tell("own call on a connection that was open", until_it_fails(under_way), "<= 15 s")
    tell("own call that has to connect", until_it_fails(begun_without), "<= 15 s")
    loopback(up=True)
    began = time.monotonic()
    with database.reading() as connection:
        connection.execute("SELECT 1")
    tell("own call after the return", time.monotonic() - began, "<= 2 s")


def pulse(address: ServerAddress) -> None:
    told: list[News] = []
    beat = Pulse(address, told.append)
    thread = threading.Thread(target=beat.run)
    thread.start()
    wait(lambda: told)
    loopback(up=False)
    tell("the dock says so", wait(lambda: told[-1].state is LinkState.OFFLINE), "(none)")
    loopback(up=True)
    tell("the dock says that it is back", wait(lambda: told[-1].state is LinkState.ONLINE), "(none)")
    loopback(up=False)
    began = time.monotonic()
    beat.stop()
    thread.join()
    tell("the plugin is unloaded meanwhile", time.monotonic() - began, "<= 2 s")
    loopback(up=True)


def wait(condition: Callable[[], object]) -> float:
    began = time.monotonic()
    while not condition():
        time.sleep(0.05)
    return time.monotonic() - began


def edit_session(database: ServerDatabase) -> None:
    """A save in QGIS over a connection with the time-outs that docs/dba.md puts into the service."""
    load_est_group(QgsProject.instance(), database, IncidentFilter(), "sv")
    walks = roles.find(QgsProject.instance(), LayerRole.WALKS)
    walks.startEditing()
    for row in list(walks.getFeatures()):
        walks.changeAttributeValue(row.id(), walks.fields().indexOf("title"), "changed")
    loopback(up=False)
    began = time.monotonic()
    saved = walks.commitChanges()
    seconds = time.monotonic() - began
    kept = 0 if walks.editBuffer() is None else len(walks.editBuffer().changedAttributeValues())
    tell(f"a save in QGIS, service with time-outs; kept {kept} of {ROWS}", seconds, "<= 45 s", ok=not saved)
    loopback(up=True)
    began = time.monotonic()
    saved = walks.commitChanges()
    tell(f"the same save after the return: {saved}", time.monotonic() - began, "<= 2 s", ok=saved)
    with database.reading() as connection:
        stored = connection.execute("SELECT count(*) FROM walk WHERE title = 'changed'").fetchone()[0]
    sys.stdout.write(f"rows stored: {stored} of {ROWS}\n")


def main() -> None:
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    with running_server() as server:
        limits = "\n".join(f"{name}={value}" for name, value in LINK_TIMEOUTS.items())
        service = server.folder / "pg_service.conf"
        service.write_text(f"[est]\nhost=127.0.0.1\nport={server.port}\ndbname=est\nuser=postgres\n{limits}\n")
        os.environ["PGSERVICEFILE"] = str(service)
        application = QgsApplication([], False)
        application.initQgis()
        server.execute("postgres", "CREATE DATABASE est")
        names = {"municipality": "1781", "municipality_name": "Lindvik"}
        create_server_database(server.address("est"), srs_id=3006, feedback=SilentFeedback(), **names)
        server.execute("est", f"INSERT INTO est.walk (uuid) SELECT gen_random_uuid() FROM generate_series(1, {ROWS})")
        address = ServerAddress("est", f"host=127.0.0.1 port={server.port} dbname=est user=postgres")
        own_calls(open_server_database(address))
        pulse(address)
        edit_session(open_server_database(ServerAddress("est", "service='est'")))


if __name__ == "__main__":
    main()
