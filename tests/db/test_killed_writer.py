# SPDX-License-Identifier: GPL-2.0-or-later
"""A writer that is killed in the middle of writing leaves a whole file with all that it knew to be stored."""

from __future__ import annotations

import pytest

from est_plugin.db.file_database import connect
from tests.kill_rounds import EDIT_SESSION, OWN_WRITER, Tally, run_rounds
from tests.other_process import started


@pytest.mark.parametrize("code", [OWN_WRITER, EDIT_SESSION], ids=["own writer", "edit session"])
def test_a_killed_writer_loses_nothing_that_was_stored(database, code):
    tally = run_rounds(database.path, code, [0.05, 0.13, 0.31])
    assert tally.acknowledged >= 60
    assert tally == Tally(rounds=3, acknowledged=tally.acknowledged)


def test_four_writers_and_a_reader_in_qgis_are_never_refused(database):
    writer = """
    import uuid
    from est_plugin.db.geometry_blob import point_blob
    say("ready")
    heard()
    database = open_database(path)
    for _ in range(15):
        with database.writing() as connection:
            for n in range(20):
                key = str(uuid.uuid4())
                connection.execute(
                    "INSERT INTO incident (uuid, source, source_ref, category, organisation, occurred_from, geom)"
                    " VALUES (?, 'four', ?, 'klotter', 'kommun', '2026-03-01T12:00:00.000Z', ?)",
                    (key, key, point_blob(674000 + n, 6580000, 3006)),
                )
    say("done")
    """
    reader = """
    from qgis.core import QgsVectorLayer
    say("ready")
    heard()
    counts, end = [], time.monotonic() + 3
    while time.monotonic() < end:
        layer = QgsVectorLayer(open_database(path).layer_source("incident"), "", "ogr")
        with open_database(path).reading() as connection:
            counts.append(connection.execute("SELECT count(*) FROM incident").fetchone()[0])
        assert layer.isValid()
    say("done" if counts == sorted(counts) and all(count % 20 == 0 for count in counts) else str(counts))
    """
    others = [started(code, database.path) for code in [writer] * 4 + [reader]]
    # As while a QGIS shows the layers for writing. Without a write-ahead log QGIS's own layers read a file past
    # SQLite's locks, and may see it half written.
    held = connect(database.path, mode="rw")
    assert held.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal"
    held.execute("SELECT count(*) FROM incident").fetchone()
    try:
        for other in others:
            other.stdout.readline()
        for other in others:
            other.stdin.write("go\n")
            other.stdin.flush()
        said = [other.stdout.readline() for other in others]
    finally:
        for other in others:
            other.kill()
            other.communicate()
        held.close()
    assert said == ["done\n"] * 5
    with database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM incident").fetchone()[0] == 4 * 15 * 20
