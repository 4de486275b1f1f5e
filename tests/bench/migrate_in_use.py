# SPDX-License-Identifier: GPL-2.0-or-later
"""R21: how long do people wait while a schema is upgraded under them, and how long does the one who upgrades?

    .venv/bin/python tests/bench/migrate_in_use.py [rounds]

A throw-away server with four readers. In each round a step that changes two tables is tried three ways: nobody in a
transaction, an editor idle in one all the time, an editor who saves after a second. Goals: done or refused within 5 s,
no reader waits more than 2 s, the structure is that of a fresh installation with the step.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication  # noqa: E402

from est_plugin.db.schema_version import CURRENT, POSTGIS, Migration, migrations  # noqa: E402
from est_plugin.db.server_migrator import create_server_database, upgrade_server_database  # noqa: E402
from est_plugin.errors import DatabaseError  # noqa: E402
from est_plugin.feedback import SilentFeedback  # noqa: E402
from tests.postgres import binaries, running_server  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.postgres import Server

STEP = (
    "ALTER TABLE walk ADD COLUMN contact text NOT NULL DEFAULT '';"
    "ALTER TABLE measure ADD COLUMN contact text NOT NULL DEFAULT '';"
)
READERS = 4


class Reading:
    """Readers of both tables, and the longest that one of them waited, in seconds."""

    def __init__(self, server: Server, name: str) -> None:
        self._server, self._name = server, name
        self._done = threading.Event()
        self.longest = 0.0

    def read(self) -> None:
        connection = self._server.connect(self._name, "rita")
        connection.autocommit = True
        with connection.cursor() as cursor:
            while not self._done.is_set():
                start = time.perf_counter()
                cursor.execute("SELECT (SELECT count(*) FROM est.measure), (SELECT count(*) FROM est.walk)")
                self.longest = max(self.longest, time.perf_counter() - start)
                time.sleep(0.01)
        connection.close()

    def during(self, work: Callable[[], str]) -> tuple[str, float]:
        """What the work came to, and how long it took."""
        with ThreadPoolExecutor(READERS) as pool:
            for _ in range(READERS):
                pool.submit(self.read)
            time.sleep(0.2)
            start = time.perf_counter()
            try:
                return work(), time.perf_counter() - start
            finally:
                self._done.set()


def structure(server: Server, name: str) -> str:
    command = [binaries() / "pg_dump", "-s", "-n", "est", "-h", server.folder, "-p", str(server.port), "-U", "postgres"]
    dump = subprocess.run([*command, name], check=True, capture_output=True, text=True).stdout
    return "\n".join(line for line in dump.splitlines() if not line.startswith(("--", "\\")))


def upgrade(server: Server, name: str, steps: tuple[Migration, ...]) -> str:
    try:
        upgrade_server_database(server.address(name), SilentFeedback(), migrations=steps)
    except DatabaseError as error:
        return f"refused: {error.what.format(path=name)}"
    return "upgraded"


def one_round(server: Server, steps: tuple[Migration, ...], way: str, number: int) -> tuple[str, float, float, bool]:
    name = f"est_{way}_{number}"
    server.execute("postgres", f"CREATE DATABASE {name} TEMPLATE est_template")
    editor = None if way == "quiet" else server.connect(name, "anna")
    if editor is not None:
        editor.cursor().execute("SELECT * FROM est.measure")
    timer = threading.Timer(1.2, editor.commit) if editor is not None and way == "saves" else None
    reading = Reading(server, name)
    if timer is not None:
        timer.start()
    outcome, seconds = reading.during(lambda: upgrade(server, name, steps))
    if editor is not None:
        editor.close()
    wanted = "est_fresh" if outcome == "upgraded" else "est_template"
    is_whole = structure(server, name) == structure(server, wanted)
    return outcome.split(":")[0], seconds, reading.longest, is_whole


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    application = QgsApplication([], False)
    application.initQgis()
    with running_server() as server, tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "next.sql"
        script.write_text(STEP, encoding="utf-8")
        steps = (*migrations(POSTGIS), Migration(CURRENT + 1, (script,)))
        server.execute("postgres", "CREATE DATABASE est_template")
        create_server_database(
            server.address("est_template"),
            srs_id=3006,
            municipality="",
            municipality_name="",
            feedback=SilentFeedback(),
        )
        for login, role in (("anna", "est_editor"), ("rita", "est_reader")):
            server.execute("postgres", f"CREATE ROLE {login} LOGIN IN ROLE {role}")
        server.execute("postgres", "CREATE DATABASE est_fresh TEMPLATE est_template")
        server.execute("est_fresh", f"SET ROLE est_owner; SET search_path = est; {STEP}")
        print(f"{rounds} rounds, {READERS} readers; goals: upgrade <= 5 s, reader <= 2 s, structure as fresh")
        for way, said in (("quiet", "nobody edits"), ("idle", "idle editor"), ("saves", "editor saves at 1.2 s")):
            results = [one_round(server, steps, way, number) for number in range(rounds)]
            outcomes = ", ".join(sorted({result[0] for result in results}))
            print(
                f"{said:22} {outcomes:9} longest upgrade {max(result[1] for result in results):5.2f} s"
                f"  longest reader {max(result[2] for result in results):5.2f} s"
                f"  structure right in {sum(result[3] for result in results)} of {rounds}"
            )


main()
