# SPDX-License-Identifier: GPL-2.0-or-later
"""A place is shown as it was in the period that is asked for, whatever was searched since."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely

from est_plugin.analysis.hotspots import HotspotParameters
from est_plugin.db import privacy
from est_plugin.db.copies import copy_database, different_tables
from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.hotspots import HotspotRequest, list_hotspots, update_hotspots
from est_plugin.db.incidents import read_points
from est_plugin.db.server_database import open_server_database
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from est_plugin.export.package import write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt

    from est_plugin.db.database import Database
    from est_plugin.export.plan import PackagePlan
    from tests.postgres import Server

SUMMER = Period.between(date(2026, 5, 1), date(2026, 8, 31))
OCTOBER = Period.between(date(2026, 10, 1), date(2026, 10, 31))
TODAY = date(2026, 11, 2)
#: The south-west corner of the town, m.
CORNER = np.array([500_000.0, 6_600_000.0])
STACK = 60


def cluster(x: float, y: float, count: int) -> npt.NDArray[np.float64]:
    return CORNER + np.random.default_rng(1).normal((x, y), 60, (count, 2))


def spread(seed: int) -> npt.NDArray[np.float64]:
    return CORNER + np.random.default_rng(seed).uniform(0, 5000, (150, 2))


def report(database: Database, period: Period, category: str, places: npt.NDArray[np.float64]) -> None:
    with database.writing() as connection:
        connection.executemany(
            "INSERT INTO incident (uuid, source, source_ref, category, occurred_from, geom)"
            " VALUES (:uuid, 'test', :uuid, :category, :at, :geom)",
            [
                {
                    "uuid": str(uuid.uuid4()),
                    "category": category,
                    "at": f"{period.start.isoformat()}T12:00:00.000Z",
                    "geom": point_blob(x, y, 3006),
                }
                for x, y in places.tolist()
            ],
        )


def find(database: Database, period: Period) -> None:
    update_hotspots(database, HotspotRequest(period, HotspotParameters()), SilentFeedback())


def plan_of(database: Database, period: Period) -> PackagePlan:
    return make_plan(database, PackageRequest(IncidentFilter(period), language="en"), today=TODAY)


def report_town(database: Database) -> None:
    """Graffiti in summer; in October thefts, somewhat further on, so that the two places share ground."""
    stack = np.tile(CORNER + np.array([2500, 2500]), (STACK, 1))
    report(database, SUMMER, "klotter", np.concatenate([cluster(2500, 2500, 60), spread(2), stack]))
    report(database, OCTOBER, "skadegorelse", np.concatenate([cluster(2570, 2570, 80), spread(3)]))


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_period_keeps_its_shapes_and_categories_when_a_later_one_is_searched(either_database: Database) -> None:
    database = either_database
    report_town(database)
    find(database, SUMMER)
    then = list_hotspots(database, SUMMER)
    find(database, OCTOBER)
    assert list_hotspots(database, SUMMER) == then
    [summer], [october] = then, list_hotspots(database, OCTOBER)
    assert summer.uuid == october.uuid
    assert (summer.main_category, october.main_category) == ("klotter", "skadegorelse")
    assert not shapely.equals(*shapely.from_wkb([summer.wkb, october.wkb]))
    [newest] = list_hotspots(database)
    assert (newest.wkb, newest.main_category) == (october.wkb, october.main_category)


def test_a_period_that_is_searched_after_a_later_one_has_shapes_of_its_own(either_database: Database) -> None:
    database = either_database
    report_town(database)
    find(database, OCTOBER)
    find(database, SUMMER)
    [summer], [october] = list_hotspots(database, SUMMER), list_hotspots(database, OCTOBER)
    assert (summer.uuid, summer.main_category) == (october.uuid, "klotter")
    points = read_points(database, IncidentFilter(SUMMER))
    inside = int(shapely.contains_xy(shapely.from_wkb(summer.wkb), points.x, points.y).sum())
    assert inside == summer.incidents + STACK
    [newest] = list_hotspots(database)
    assert (newest.wkb, newest.main_category) == (october.wkb, "skadegorelse")


def test_the_package_of_an_older_period_tells_of_the_ground_that_was_counted(either_database: Database) -> None:
    """Reports on a stack are left out of a place's number; its rhythm has them."""
    database = either_database
    report_town(database)
    find(database, SUMMER)
    find(database, OCTOBER)
    [summer], [october] = (plan_of(database, period).hotspots for period in (SUMMER, OCTOBER))
    assert summer.main_category != october.main_category
    assert summer.rhythm is not None
    assert october.rhythm is not None
    assert summer.rhythm.incidents == summer.incidents + STACK
    assert october.rhythm.incidents == october.incidents


def test_the_package_of_an_older_period_has_the_same_bytes_after_a_later_search(
    file_database: Database, tmp_path: Path
) -> None:
    report_town(file_database)
    find(file_database, SUMMER)
    before = files(write_package(plan_of(file_database, SUMMER), tmp_path / "before", SilentFeedback()).folder)
    find(file_database, OCTOBER)
    [newest] = list_hotspots(file_database)
    assert newest.wkb != list_hotspots(file_database, SUMMER)[0].wkb
    after = files(write_package(plan_of(file_database, SUMMER), tmp_path / "after", SilentFeedback()).folder)
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == []


def test_a_row_without_a_shape_has_that_of_its_place(either_database: Database) -> None:
    database = either_database
    report_town(database)
    find(database, SUMMER)
    then = list_hotspots(database, SUMMER)
    with database.writing() as connection:
        connection.execute("UPDATE hotspot_period SET geom = NULL, main_category = NULL")
    assert list_hotspots(database, SUMMER) == then


def test_shapes_go_with_a_copy_to_a_server_and_back(file_database: Database, server: Server, tmp_path: Path) -> None:
    report_town(file_database)
    find(file_database, SUMMER)
    find(file_database, OCTOBER)
    name = f"shapes_{uuid.uuid4().hex[:12]}"
    server.execute("postgres", f"CREATE DATABASE {name}")
    there = copy_database(file_database, server.address(name), SilentFeedback()).database
    back = copy_database(there, tmp_path / "back.gpkg", SilentFeedback()).database
    for period in (SUMMER, OCTOBER):
        known = list_hotspots(file_database, period)
        assert known == list_hotspots(there, period) == list_hotspots(back, period)
    assert different_tables(file_database, back, SilentFeedback()) == ()


@pytest.mark.parametrize("engine", ["file", "server"])
def test_a_forgotten_place_leaves_no_shape_of_any_period(request: pytest.FixtureRequest, engine: str) -> None:
    if engine == "file":
        database = request.getfixturevalue("file_database")
    else:
        server: Server = request.getfixturevalue("server")
        database = open_server_database(server.address(request.getfixturevalue("server_database").address.name, "ada"))
    report_town(database)
    find(database, SUMMER)
    [place] = list_hotspots(database, SUMMER)
    corner = shapely.get_coordinates(shapely.from_wkb(place.wkb))[0].tobytes()
    assert engine == "server" or corner in database.path.read_bytes()
    privacy.forget(database, place.uuid)
    with database.reading() as connection:
        shapes = [row["geom"] for row in connection.execute("SELECT geom FROM hotspot_period").fetchall()]
    assert shapes == [None]
    assert engine == "server" or corner not in database.path.read_bytes()
