# SPDX-License-Identifier: GPL-2.0-or-later
"""Incidents that are kept in memory are those of the database, however it is read and whoever changes it."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
from qgis.core import QgsGeometry, QgsPointXY, QgsVectorLayer

from est_plugin.db import loaded_incidents
from est_plugin.db.file_database import connect, open_database
from est_plugin.db.file_incidents import read_columns
from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.incident_reading import read_all
from est_plugin.db.incident_rows import read_rows
from est_plugin.db.incidents import read_points
from est_plugin.db.loaded_incidents import LoadedIncidents
from est_plugin.db.server_database import open_server_database
from est_plugin.db.server_incidents import read_copy
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.errors import DatabaseError
from tests.old_gdal import use_old_gdal
from tests.postgres import cursor_on

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from est_plugin.analysis.points import PointSet
    from est_plugin.db.database import Database
    from est_plugin.db.file_database import FileDatabase
    from est_plugin.db.incident_set import IncidentSet
    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server

NUMBER = 3_000
ALL = IncidentFilter()
MARCH = IncidentFilter(Period.containing(PeriodKind.MONTH, date(2026, 3, 1)))
FILTERS = (
    ALL,
    MARCH,
    IncidentFilter(Period.between(date(2026, 3, 29), date(2026, 3, 29))),
    IncidentFilter(Period.between(date(1999, 1, 1), date(1999, 1, 2))),
    IncidentFilter(None, frozenset({"klotter", "ran"})),
    IncidentFilter(None, frozenset(), frozenset({"polis", "o'hara"})),
    IncidentFilter(MARCH.period, frozenset({"klotter"}), frozenset({"skola"})),
    IncidentFilter(None, frozenset({"unheard of"})),
    IncidentFilter(None, frozenset(), frozenset({""})),
)


def fill(database: Database, number: int = NUMBER) -> None:
    """Incidents of every kind: with and without an end, an organisation, a clock time, a place; some do not count."""
    rng = np.random.default_rng(11)
    starts = rng.integers(1_772_000_000_000, 1_776_000_000_000, number).astype("datetime64[ms]")
    ends = starts + rng.integers(0, 10**8, number)
    texts, end_texts = (np.datetime_as_string(times, timezone="UTC").tolist() for times in (starts, ends))
    with database.writing() as connection:
        connection.executemany(
            "INSERT INTO incident (uuid, source, source_ref, category, organisation, occurred_from, occurred_to,"
            " time_known, review_status, geom) VALUES (?, 'test', ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    str(uuid.UUID(int=row)),
                    str(row),
                    ("klotter", "ran", "larm")[row % 3],
                    (None, "polis", "skola", "teknisk")[row % 4],
                    texts[row],
                    end_texts[row] if row % 5 == 0 else None,
                    bool(row % 6),
                    ("new", "reviewed", "new", "rejected", "duplicate")[row % 5],
                    None if row % 17 == 0 else point_blob(500_000 + row / 7, 6_600_000 + row / 3, database.srs_id),
                )
                for row in range(number)
            ],
        )
        # A change that reaches no row is refused.
        if number > 1:
            connection.execute(
                "UPDATE incident SET deleted_at = '2026-04-01T00:00:00.000Z', base_version = version"
                " WHERE category = 'larm' AND organisation = 'teknisk'"
            )


def assert_equal(points: PointSet, reference: PointSet) -> None:
    for name in ("x", "y", "category", "time", "until"):
        assert np.array_equal(getattr(points, name), getattr(reference, name)), name
        assert getattr(points, name).dtype == getattr(reference, name).dtype
    assert points.category_codes == reference.category_codes


def by_rows(database: Database) -> IncidentSet:
    with database.reading() as connection:
        return read_rows(database, connection)


def at_once(database: Database) -> IncidentSet | None:
    if not database.IS_GUARDED:
        return read_columns(database)
    with database.reading() as connection:
        return read_copy(connection)


@pytest.mark.parametrize("number", [0, 1, NUMBER])
def test_all_incidents_are_read_at_once_as_row_by_row(either_database: Database, number: int) -> None:
    fill(either_database, number)
    fast, reference = at_once(either_database), by_rows(either_database)
    # Without any row GDAL's stream has no columns.
    assert fast is not None or (number <= 1 and not either_database.IS_GUARDED)
    for found in (read_all(either_database), *([] if fast is None else [fast])):
        for name in ("x", "y", "time", "until", "category", "organisation"):
            assert np.array_equal(getattr(found, name), getattr(reference, name)), name
        assert found.category_codes == reference.category_codes
        assert found.organisation_codes == reference.organisation_codes


def test_every_filter_gives_what_the_database_gives(either_database: Database) -> None:
    fill(either_database)
    incidents = LoadedIncidents()
    sizes = []
    for chosen in FILTERS:
        points = incidents.points(either_database, chosen)
        assert_equal(points, read_points(either_database, chosen))
        sizes.append(len(points))
    assert sizes[0] > sizes[1] > sizes[2] > 0
    assert min(sizes[4:7]) > 0
    assert sizes[3] == sizes[7] == sizes[8] == 0


def test_what_was_handed_out_may_be_changed(either_database: Database) -> None:
    fill(either_database, 100)
    incidents = LoadedIncidents()
    for name in ("x", "y", "category", "time", "until"):
        getattr(incidents.points(either_database, ALL), name)[:] = 0
    assert_equal(incidents.points(either_database, ALL), read_points(either_database, ALL))


def write_here(database: Database) -> None:
    with database.writing() as connection:
        connection.execute("UPDATE incident SET category = 'larm', base_version = version WHERE source_ref = '1'")


def move_in_qgis(database: Database) -> None:
    layer = QgsVectorLayer(database.layer_source("incident"), "incidents", database.PROVIDER)
    assert layer.startEditing()
    feature = next(feature for feature in layer.getFeatures() if feature["source_ref"] == "1")
    if database.IS_GUARDED:
        index = layer.fields().lookupField("base_version")
        layer.changeAttributeValue(feature.id(), index, feature["version"])
    layer.changeGeometry(feature.id(), QgsGeometry.fromPointXY(QgsPointXY(500_001.0, 6_600_002.0)))
    assert layer.commitChanges(), layer.commitErrors()


def delete_here(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(
            "UPDATE incident SET deleted_at = '2026-04-01T00:00:00.000Z', base_version = version WHERE source_ref = '2'"
        )


def add_here(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(
            "INSERT INTO incident (uuid, source, source_ref, category, occurred_from, geom)"
            " VALUES (?, 'test', 'later', 'larm', '2026-03-02T12:00:00.000Z', ?)",
            (str(uuid.uuid4()), point_blob(1.0, 2.0, database.srs_id)),
        )


@pytest.mark.parametrize("change", [write_here, move_in_qgis, delete_here, add_here])
def test_a_change_is_seen_at_once(either_database: Database, change: Callable[[Database], None]) -> None:
    fill(either_database, 200)
    incidents = LoadedIncidents()
    before = incidents.points(either_database, ALL).checksum()
    assert incidents.points(either_database, ALL).checksum() == before
    change(either_database)
    assert_equal(incidents.points(either_database, ALL), read_points(either_database, ALL))
    assert incidents.points(either_database, ALL).checksum() != before


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_what_another_program_writes_into_the_file_is_seen(file_database: FileDatabase, mode: str) -> None:
    fill(file_database, 200)
    incidents = LoadedIncidents()
    with closing(connect(file_database.path, mode="rw")) as other:
        assert other.execute(f"PRAGMA journal_mode = {mode}").fetchone()[0] == mode.lower()
        for day in range(1, 6):
            other.execute(
                "UPDATE incident SET occurred_from = ? WHERE source_ref = '1'", (f"2026-03-0{day}T00:00:00.000Z",)
            )
            assert_equal(incidents.points(file_database, ALL), read_points(file_database, ALL))
    assert_equal(incidents.points(file_database, ALL), read_points(file_database, ALL))
    incidents.drop()


def test_what_is_not_committed_yet_is_not_seen(server_database: ServerDatabase) -> None:
    fill(server_database, 200)
    incidents = LoadedIncidents()
    before = incidents.points(server_database, ALL).checksum()
    with cursor_on(server_database) as early:
        early.execute("BEGIN")
        early.execute("UPDATE est.incident SET category = 'larm', base_version = version WHERE source_ref = '1'")
        # A later transaction is stored first.
        delete_here(server_database)
        between = incidents.points(server_database, ALL).checksum()
        early.execute("COMMIT")
    after = incidents.points(server_database, ALL)
    assert len({before, between, after.checksum()}) == 3
    assert_equal(after, read_points(server_database, ALL))


def test_a_file_that_was_put_in_the_place_of_another_is_read(file_database: FileDatabase, tmp_path: Path) -> None:
    fill(file_database, 50)
    copy = tmp_path / "copy.gpkg"
    copy.write_bytes(file_database.path.read_bytes())
    incidents = LoadedIncidents()
    write_here(open_database(copy))
    before = incidents.points(file_database, ALL).checksum()
    copy.replace(file_database.path)
    assert incidents.points(file_database, ALL).checksum() != before


def test_a_file_that_is_gone_is_told(file_database: FileDatabase) -> None:
    fill(file_database, 50)
    incidents = LoadedIncidents()
    incidents.points(file_database, ALL)
    file_database.path.unlink()
    with pytest.raises(DatabaseError):
        incidents.points(file_database, ALL)


def test_each_login_sees_its_own(server: Server, server_database: ServerDatabase) -> None:
    fill(server_database, 200)
    with cursor_on(server_database) as cursor:
        cursor.execute("UPDATE est.incident SET info_class = 2, base_version = version WHERE category = 'ran'")
    incidents = LoadedIncidents()
    sizes = []
    for login in ("anna", "rita", "anna"):
        database = open_server_database(server.address(server_database.address.name, login))
        points = incidents.points(database, ALL)
        assert_equal(points, read_points(database, ALL))
        sizes.append(len(points))
    assert sizes[0] == sizes[2] > sizes[1] > 0


def test_another_database_takes_the_place_of_the_first(file_database: FileDatabase, server_database: Database) -> None:
    fill(file_database, 100)
    fill(server_database, 40)
    incidents = LoadedIncidents()
    for database in (file_database, server_database, file_database):
        assert_equal(incidents.points(database, ALL), read_points(database, ALL))


def test_many_threads_get_the_same(either_database: Database) -> None:
    fill(either_database)
    incidents = LoadedIncidents()
    wanted = [*FILTERS, *FILTERS]
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda chosen: incidents.points(either_database, chosen), wanted))
        pool.submit(incidents.drop).result()
    for chosen, points in zip(wanted, found, strict=True):
        assert_equal(points, read_points(either_database, chosen))


def test_times_that_gdal_would_misread_are_read_by_sqlite(file_database: FileDatabase) -> None:
    fill(file_database, 50)
    with closing(connect(file_database.path, mode="rw")) as other:
        other.execute("UPDATE incident SET occurred_from = '2026-03-02T12:00:00+02:00' WHERE source_ref = '1'")
    assert read_columns(file_database) is None
    assert 1_772_445_600 in read_all(file_database).time


def test_a_gdal_older_than_3_6_leaves_it_to_sqlite(
    file_database: FileDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(file_database, 50)
    use_old_gdal(monkeypatch)
    assert read_columns(file_database) is None
    assert_equal(LoadedIncidents().points(file_database, ALL), by_rows(file_database).points(ALL))


def test_a_large_server_is_asked_for_what_is_wanted_only(
    server_database: ServerDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(server_database)
    incidents, kept = LoadedIncidents(), LoadedIncidents()
    expected = [kept.points(server_database, chosen) for chosen in FILTERS]
    monkeypatch.setattr(loaded_incidents, "_MOST_OF_SERVER", len(expected[0]) - 1)
    for chosen, points in zip(FILTERS, expected, strict=True):
        assert_equal(incidents.points(server_database, chosen), points)
    assert incidents._kept._incidents is None
    write_here(server_database)
    assert_equal(kept.points(server_database, ALL), read_points(server_database, ALL))
    monkeypatch.setattr(loaded_incidents, "_MOST_OF_SERVER", len(expected[0]))
    write_here(server_database)
    assert_equal(incidents.points(server_database, ALL), read_points(server_database, ALL))
    assert len(incidents._kept._incidents) == len(expected[0])


def test_a_damaged_point_is_told(file_database: FileDatabase) -> None:
    fill(file_database, 50)
    with closing(connect(file_database.path, mode="rw")) as other:
        other.execute("DROP TRIGGER IF EXISTS rtree_incident_geom_update3")
        for (name,) in other.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'incident'"
        ).fetchall():
            other.execute(f'DROP TRIGGER "{name}"')
        other.execute("UPDATE incident SET geom = zeroblob(40) WHERE source_ref = '1'")
    assert read_columns(file_database) is None
    with pytest.raises(DatabaseError, match="cannot be read"):
        LoadedIncidents().points(replace(file_database), ALL)
