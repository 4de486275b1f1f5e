# SPDX-License-Identifier: GPL-2.0-or-later
"""Rounds in which a process that writes to a GeoPackage is killed in the middle of it."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.other_process import started

if TYPE_CHECKING:
    from pathlib import Path

#: Writes twenty rows a time and says the number of rows that it knows to be stored.
OWN_WRITER = """
import uuid
from est_plugin.db.geometry_blob import point_blob
database = open_database(path)
lock = file_lock.take(path)
while True:
    keys = [str(uuid.uuid4()) for _ in range(20)]
    with database.writing() as connection:
        connection.executemany(
            "INSERT INTO incident (uuid, source, source_ref, category, organisation, occurred_from, geom)"
            " VALUES (?, 'kill', ?, 'klotter', 'kommun', '2026-03-01T12:00:00.000Z', ?)",
            [(key, key, point_blob(674000 + n, 6580000, 3006)) for n, key in enumerate(keys)],
        )
    say(" ".join(keys))
"""
#: The same by an edit session of QGIS.
EDIT_SESSION = """
import uuid
from qgis.core import QgsGeometry, QgsPointXY, QgsVectorLayer, QgsVectorLayerUtils
lock = file_lock.take(path)
layer = QgsVectorLayer(open_database(path).layer_source("incident"), "", "ogr")
while True:
    keys = [str(uuid.uuid4()) for _ in range(20)]
    layer.startEditing()
    for n, key in enumerate(keys):
        values = {"uuid": key, "source": "kill", "source_ref": key, "category": "klotter", "organisation": "kommun",
                  "occurred_from": "2026-03-01T12:00:00.000Z", "changed_at": "2026-03-01T12:00:00.000Z"}
        values = {layer.fields().indexOf(name): value for name, value in values.items()}
        place = QgsGeometry.fromPointXY(QgsPointXY(674000 + n, 6580000))
        row = QgsVectorLayerUtils.createFeature(layer, place, values)
        assert layer.addFeature(row)
    if not layer.commitChanges():
        say("refused " + "; ".join(layer.commitErrors()).replace(chr(10), " "))
        break
    say(" ".join(keys))
"""


@dataclass
class Tally:
    """What came of the rounds."""

    rounds: int = 0
    acknowledged: int = 0
    lost: int = 0
    corrupt: int = 0
    index_differs: int = 0
    not_taken_over: int = 0


def run_rounds(path: Path, code: str, seconds: list[float]) -> Tally:
    """Kill a writer after each of ``seconds`` from its first stored rows, then look at the file."""
    from est_plugin.db import file_lock

    tally, known = Tally(), set()
    for pause in seconds:
        with started(code, path) as writer:
            first = writer.stdout.readline()
            assert len(first.split()) == 20, first
            time.sleep(pause)
            writer.kill()
            said = first + writer.stdout.read()
        # The last line may have been cut off in the middle of a key.
        known |= {key for line in said.splitlines(keepends=True) if line.endswith("\n") for key in line.split()}
        try:
            file_lock.take(path).release()
        except file_lock.HeldError:
            tally.not_taken_over += 1
        tally.rounds += 1
        _look(path, known, tally)
    tally.acknowledged = len(known)
    return tally


def _look(path: Path, known: set[str], tally: Tally) -> None:
    with closing(sqlite3.connect(path)) as connection:
        tally.corrupt += connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok"
        stored = {key for (key,) in connection.execute("SELECT uuid FROM incident")}
        [in_index] = connection.execute("SELECT count(*) FROM rtree_incident_geom").fetchone()
    tally.lost = len(known - stored)
    tally.index_differs += in_index != len(stored)
