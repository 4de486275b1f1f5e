# SPDX-License-Identifier: GPL-2.0-or-later
"""R7: twenty clients read and then write the same five rows: is everything there that they were told is saved?

    .venv/bin/python -m tests.bench.contention [seconds]

Each save adds a word of its own to a title that was read before. A plain table is played beside ours.
"""

from __future__ import annotations

import os
import random
import sys
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import psycopg2
from qgis.core import QgsApplication

from est_plugin.db.server_migrator import create_server_database
from est_plugin.feedback import SilentFeedback
from tests.databases import LOGINS
from tests.postgres import running_server

if TYPE_CHECKING:
    from tests.postgres import Server

CLIENTS, ROWS, SECONDS = 20, 5, 10.0
PLAIN = (
    "CREATE TABLE public.plain (id bigint PRIMARY KEY, title text)",
    f"INSERT INTO public.plain SELECT n, '' FROM generate_series(1, {ROWS}) AS n",
    "GRANT SELECT, UPDATE ON public.plain TO anna, bo",
)
OURS = (f"INSERT INTO est.measure (uuid, kind) SELECT gen_random_uuid(), 'BEL' FROM generate_series(1, {ROWS})",)


@dataclass
class Count:
    """What the clients were told."""

    saved: list[str] = field(default_factory=list)
    refused: int = 0


def client(server: Server, number: int, until: float, count: Count, *, is_ours: bool) -> None:
    """Read a row, write it with one more word, and note what the server said."""
    connection = server.connect("lindvik", ("anna", "bo")[number % 2])
    chance = random.Random(number)
    table, version = ("est.measure", "version") if is_ours else ("public.plain", "1")
    base = ", base_version = %s" if is_ours else ""
    turn = 0
    while time.monotonic() < until:
        turn += 1
        word = f"{number}-{turn}"
        try:
            with connection.cursor() as cursor:
                row = chance.randint(1, ROWS)
                cursor.execute(f"SELECT title, {version} FROM {table} WHERE id = %s", (row,))
                title, known = cursor.fetchone()
                # Another transaction, as a person who looks, thinks and saves; and not its first statement, or the
                # guard takes it for one that goes on after a broken connection.
                connection.commit()
                cursor.execute("SELECT 1")
                parameters = (f"{title} {word}", *((known,) if is_ours else ()), row)
                cursor.execute(f"UPDATE {table} SET title = %s{base} WHERE id = %s", parameters)
            connection.commit()
            count.saved.append(word)
        except psycopg2.Error:
            connection.rollback()
            count.refused += 1
    connection.close()


def play(server: Server, seconds: float, *, is_ours: bool) -> None:
    count = Count()
    until = time.monotonic() + seconds
    clients = [
        threading.Thread(target=client, args=(server, number, until, count), kwargs={"is_ours": is_ours})
        for number in range(CLIENTS)
    ]
    for thread in clients:
        thread.start()
    for thread in clients:
        thread.join()
    connection = server.connect("lindvik")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT string_agg(title, ' ') FROM {'est.measure' if is_ours else 'public.plain'}")
        found = set(cursor.fetchone()[0].split())
    connection.close()
    lost = len(set(count.saved) - found)
    name = "ours" if is_ours else "plain"
    print(
        f"{name:6} acknowledged {len(count.saved)}, found {len(found)}, lost {lost}, told {count.refused}", flush=True
    )


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    with running_server() as server:
        server.execute("postgres", "CREATE DATABASE lindvik", "CREATE ROLE est_org_polis")
        create_server_database(
            server.address("lindvik"),
            srs_id=3006,
            municipality="1781",
            municipality_name="Lindvik",
            feedback=SilentFeedback(),
        )
        server.execute("lindvik", *LOGINS, *PLAIN, *OURS)
        for is_ours in (False, True):
            play(server, seconds, is_ours=is_ours)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], False)
    application.initQgis()
    main()
    application.exitQgis()
