# SPDX-License-Identifier: GPL-2.0-or-later
"""The demo town: the same seed gives the same files, and its reports go in as real ones do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import shapely
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsVectorLayer

from est_plugin.db.file_database import open_database
from est_plugin.db.geometry_blob import wkb_of
from est_plugin.domain.personal_data import PersonalData
from est_plugin.errors import CancelledError, DatabaseError
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.column_mapping import ColumnMapping
from est_plugin.intake.demo_town import create_demo_database, write_demo_town
from est_plugin.processing.demodatabase import DemoDatabaseAlgorithm

if TYPE_CHECKING:
    from pathlib import Path

    from est_plugin.db.database import Connection

_UNTIL = date(2026, 6, 1)


def _bytes(folder: Path, seed: int) -> dict[str, bytes]:
    folder.mkdir()
    write_demo_town(folder, seed, _UNTIL)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_same_seed_gives_the_same_files(tmp_path: Path, qgis_app: object) -> None:
    first = _bytes(tmp_path / "a", 7)
    assert first == _bytes(tmp_path / "b", 7)
    assert first != _bytes(tmp_path / "c", 8)
    assert len(first) == 10


def test_mappings_written_are_those_that_read_the_files(tmp_path: Path, qgis_app: object) -> None:
    for file in write_demo_town(tmp_path, 1, _UNTIL).files:
        assert ColumnMapping.load(file.mapping_path) == file.mapping


def test_every_street_can_be_reached(tmp_path: Path, qgis_app: object) -> None:
    streets = write_demo_town(tmp_path, 1, _UNTIL).geography.streets
    ends = [
        (points[0], points[-1])
        for points in (street.wkt.removeprefix("LINESTRING (").removesuffix(")").split(", ") for street in streets)
    ]
    reached, size = {ends[0][0]}, 0
    while len(reached) > size:
        size = len(reached)
        for start, end in ends:
            if start in reached or end in reached:
                reached |= {start, end}
    assert all(start in reached for start, _ in ends)


def assert_walk_is_whole(connection: Connection) -> None:
    """A walk along the streets, with participants, numbered stops on its route, and observations with answers."""
    streets = [shapely.from_wkb(wkb_of(row[0])) for row in connection.execute("SELECT geom FROM town_street")]
    [walk] = connection.execute("SELECT * FROM walk").fetchall()
    route = shapely.from_wkb(wkb_of(walk["geom"]))
    assert shapely.union_all(streets).buffer(0.02).covers(route)
    assert walk["length_m"] == round(route.length)
    assert walk["starts_at"] < "2026-06-01"
    stops = connection.execute("SELECT number, geom FROM walk_stop ORDER BY number").fetchall()
    along = [route.project(shapely.from_wkb(wkb_of(stop["geom"]))) for stop in stops]
    assert along == sorted(along)
    assert [stop["number"] for stop in stops] == [1, 2, 3, 4, 5, 6]
    assert connection.execute("SELECT sum(number) FROM walk_participant").fetchone()[0] == 17
    answers = {row[0] for row in connection.execute("SELECT answer FROM observation")}
    assert answers == {None, "done", "planned", "declined"}


def test_database_holds_reports_map_walk_and_quarantine(tmp_path: Path, qgis_app: object) -> None:
    path = tmp_path / "lindvik.gpkg"
    demo = create_demo_database(path, seed=1, until=_UNTIL, feedback=SilentFeedback())
    assert list(tmp_path.iterdir()) == [path]
    assert len(demo.reports) == 5
    assert {report.encoding for report in demo.reports} == {"windows-1252", "utf-8", "utf-16"}
    for report in demo.reports:
        assert report.rows_read == report.accepted + report.known + report.quarantined
        assert report.accepted > 0.95 * report.rows_read
        assert report.quarantined > 0
    assert sum(report.rows_read for report in demo.reports) == 4000
    assert sum(report.masked.get(PersonalData.PHONE, 0) for report in demo.reports) > 20
    assert [report.source for report in demo.reports if report.stacks] == ["felanmalan"]
    with open_database(path).reading() as connection:
        assert not connection.execute("SELECT 1 FROM incident WHERE description LIKE '%070%'").fetchall()
        assert connection.execute("SELECT count(DISTINCT name) FROM town_street").fetchone()[0] >= 120
        assert connection.execute("SELECT max(occurred_from) FROM incident").fetchone()[0] < "2026-06-01"
        assert connection.execute("SELECT min(occurred_from) FROM incident").fetchone()[0] < "2025-05-01"
        assert_walk_is_whole(connection)
    for table in ("town_street", "town_building", "town_area", "town_lamp"):
        layer = QgsVectorLayer(demo.database.layer_source(table), table, "ogr")
        assert layer.featureCount() > 5
        assert layer.crs().authid() == "EPSG:3006"
        assert all(feature.geometry().isGeosValid() for feature in layer.getFeatures())


def test_existing_file_is_never_replaced(tmp_path: Path, qgis_app: object) -> None:
    path = tmp_path / "mine.gpkg"
    path.write_bytes(b"mine")
    with pytest.raises(DatabaseError, match="exists already"):
        create_demo_database(path, seed=1, until=_UNTIL, feedback=SilentFeedback())
    assert path.read_bytes() == b"mine"


def test_cancel_leaves_nothing(tmp_path: Path, qgis_app: object) -> None:
    class Cancelled(SilentFeedback):
        fraction = 0.0

        def is_cancelled(self) -> bool:
            return self.fraction > 0.5

        def set_progress(self, fraction: float) -> None:
            self.fraction = fraction

    with pytest.raises(CancelledError):
        create_demo_database(tmp_path / "a.gpkg", seed=1, until=_UNTIL, feedback=Cancelled())
    assert not list(tmp_path.iterdir())


def test_algorithm_makes_the_database(tmp_path: Path, qgis_app: object) -> None:
    path = tmp_path / "demo.gpkg"
    results, ok = (
        DemoDatabaseAlgorithm()
        .create()
        .run({"OUTPUT": str(path)}, QgsProcessingContext(), QgsProcessingFeedback(False), {}, False)
    )
    assert ok
    assert results["ACCEPTED"] > 3800
    assert open_database(path).municipality_name == "Lindvik"
