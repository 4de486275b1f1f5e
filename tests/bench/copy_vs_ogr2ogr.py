# SPDX-License-Identifier: GPL-2.0-or-later
"""How long does est:copydatabase take beside ogr2ogr, which copies one table and knows nothing of the rest?

    .venv/bin/python tests/bench/copy_vs_ogr2ogr.py [incidents]

A file with so many incidents goes to a server and back, by ours (all tables, ids, history, compared row by row) and by
ogr2ogr (the table of incidents alone, without defaults, which it cannot bring over). In one run. Quote the ratio.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication  # noqa: E402

from est_plugin.db.copies import copy_database, different_tables  # noqa: E402
from est_plugin.db.file_database import open_database  # noqa: E402
from est_plugin.db.geometry_blob import point_blob  # noqa: E402
from est_plugin.db.migrator import create_database  # noqa: E402
from est_plugin.db.server_database import open_server_database  # noqa: E402
from est_plugin.feedback import SilentFeedback  # noqa: E402
from tests.postgres import running_server  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.db.file_database import FileDatabase
    from tests.postgres import Server

DESCRIPTION = "Klotter på fasad vid busshållplatsen, ca 20 personer på platsen"


def filled(path: Path, count: int) -> FileDatabase:
    database = create_database(path, srs_id=3006, municipality="1781", municipality_name="x", feedback=SilentFeedback())
    with database.writing() as connection:
        connection.executemany(
            "INSERT INTO incident (uuid, source, source_ref, category, occurred_from, description, geom)"
            " SELECT ?, 'bench', ?, min(code), '2026-03-01T12:00:00.123Z', ?, ? FROM category",
            (
                (str(uuid.uuid4()), str(number), DESCRIPTION, point_blob(450000 + number / 7, 6570000.3, 3006))
                for number in range(count)
            ),
        )
    return database


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ogr2ogr(*arguments: str) -> float:
    command = [str(shutil.which("ogr2ogr")), *arguments]
    return timed(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))


def measure(server: Server, folder: Path, count: int) -> None:
    source = filled(folder / "source.gpkg", count)
    server.execute("postgres", "CREATE DATABASE ours", "CREATE DATABASE theirs")
    server.execute("theirs", "CREATE EXTENSION postgis")
    peer = "PG:" + server.address("theirs").parameters
    up_theirs = ogr2ogr(
        "-unsetDefault", "-f", "PostgreSQL", "--config", "PG_USE_COPY", "YES", peer, str(source.path), "incident"
    )
    up = timed(lambda: copy_database(source, server.address("ours"), SilentFeedback()))
    there = open_server_database(server.address("ours"))
    down_theirs = ogr2ogr("-f", "GPKG", str(folder / "theirs.gpkg"), peer, "incident")
    down = timed(lambda: copy_database(there, folder / "back.gpkg", SilentFeedback()))
    print(f"{count} incidents{'':12} ours    ogr2ogr   ratio")
    print(f"file to server            {up:6.1f} s {up_theirs:6.1f} s   {up / up_theirs:.1f}")
    print(f"server to file            {down:6.1f} s {down_theirs:6.1f} s   {down / down_theirs:.1f}")
    back = open_database(folder / "back.gpkg")
    print(f"tables that differ after both: {different_tables(source, back, SilentFeedback())}")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    application = QgsApplication([], False)
    application.initQgis()
    with running_server() as server, tempfile.TemporaryDirectory() as folder:
        measure(server, Path(folder), count)


main()
