# SPDX-License-Identifier: GPL-2.0-or-later
"""Prints the seconds of an import of 100 000 rows and of its undoing, in a file and on a server of its own.

python -m tests.bench.undo_import [rows]
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication

from est_plugin.db import imports
from est_plugin.db.history import recent_entries
from est_plugin.db.imports import Batch
from est_plugin.db.migrator import create_database
from est_plugin.db.server_database import open_server_database
from est_plugin.db.server_migrator import create_server_database
from est_plugin.db.undo import undo
from est_plugin.domain.incident import Incident
from est_plugin.feedback import SilentFeedback
from tests.postgres import running_server

if TYPE_CHECKING:
    from est_plugin.db.database import Database

TOWN: dict[str, Any] = {
    "srs_id": 3006,
    "municipality": "1781",
    "municipality_name": "Lindvik",
    "feedback": SilentFeedback(),
}


def reports(count: int) -> Batch:
    """Incidents that pass, each with a case number of its own."""
    chance = random.Random(1)
    incidents = tuple(
        Incident(
            source="polisen", source_ref=f"K{number}", category="klotter",
            occurred_from=datetime(2026, 3, 1 + number % 28, 12, tzinfo=UTC),
            x=500_000 + chance.random() * 9000, y=6_600_000 + chance.random() * 9000,
        )
        for number in range(count)
    )  # fmt: skip
    return Batch(
        source="polisen", file_name="mars.csv", sha256="0", mapping="{}", columns=("Ärende",), rows_read=count,
        incidents=incidents, passed_hashes=tuple(str(number) for number in range(count)), quarantined=(),
    )  # fmt: skip


def measure(name: str, database: Database, batch: Batch) -> None:
    began = time.perf_counter()
    imports.store(database, batch, SilentFeedback())
    stored = time.perf_counter()
    [entry] = recent_entries(database)
    listed = time.perf_counter()
    undone = undo(database, entry, SilentFeedback())
    ended = time.perf_counter()
    print(
        f"{name}: import {stored - began:.1f} s, list {listed - stored:.2f} s,"
        f" undo of {undone.rows} rows {ended - listed:.1f} s"
    )


def main() -> None:
    application = QgsApplication([], False)
    application.initQgis()
    batch = reports(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
    with tempfile.TemporaryDirectory() as folder:
        measure("file", create_database(Path(folder) / "est.gpkg", **TOWN), batch)
    with running_server() as server:
        server.execute("postgres", "CREATE DATABASE est")
        create_server_database(server.address("est"), **TOWN)
        server.execute("est", "CREATE ROLE anna LOGIN IN ROLE est_editor")
        measure("server", open_server_database(server.address("est", "anna")), batch)
    application.exitQgis()


if __name__ == "__main__":
    main()
