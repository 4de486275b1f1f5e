# SPDX-License-Identifier: GPL-2.0-or-later
"""Walks in the database: stored whole or not at all, with their stops in order."""

from __future__ import annotations

import pytest
import shapely

from est_plugin.db.package_rows import walks_for_package
from est_plugin.db.walks import NewStop, NewWalk, store_walk
from est_plugin.domain.walk import WalkStatus
from est_plugin.errors import DatabaseError, InputError

LINE = shapely.LineString([(500000, 6600000), (500300, 6600000), (500300, 6600200)])


HOTSPOT = "5a1e9c1e-8f43-4d5c-9d8b-3f8a2f0f7a11"


@pytest.fixture
def database(either_database):
    return either_database


def walk(*stops, title="Centrum", line=LINE):
    return NewWalk(title, shapely.to_wkb(line, byte_order=1), 500.0, 26.0, stops)


def test_a_walk_is_stored_with_its_stops_in_order(database):
    store_walk(database, walk(NewStop("Torget", 500000, 6600000), NewStop("Bron", 500300, 6600100)))
    (stored,) = walks_for_package(database)
    assert (stored.title, stored.status) == ("Centrum", WalkStatus.PROPOSED)
    assert (stored.length_m, stored.minutes) == (500.0, 26.0)
    assert shapely.from_wkb(stored.wkb) == LINE
    assert [(stop.number, stop.place, shapely.from_wkb(stop.wkb).coords[0]) for stop in stored.stops] == [
        (1, "Torget", (500000, 6600000)),
        (2, "Bron", (500300, 6600100)),
    ]


def test_a_stop_keeps_its_hotspot_only_if_there_is_one(database):
    with database.writing() as connection:
        connection.execute("INSERT INTO hotspot (uuid, name) VALUES (?, 'Torget')", (HOTSPOT,))
    store_walk(database, walk(NewStop("a", 500000, 6600000, HOTSPOT), NewStop("b", 500300, 6600000, "gone")))
    with database.reading() as connection:
        rows = connection.execute("SELECT hotspot FROM walk_stop ORDER BY number").fetchall()
    assert [row["hotspot"] for row in rows] == [HOTSPOT, None]


def test_an_empty_database_has_no_walks(database):
    assert walks_for_package(database) == ()


def test_a_route_that_is_no_line_is_refused(database):
    with pytest.raises(InputError, match="no line"):
        store_walk(database, walk(line=shapely.Point(500000, 6600000)))
    assert walks_for_package(database) == ()


def test_nothing_is_stored_when_a_stop_cannot_be(file_database):
    database = file_database
    with database.writing() as connection:
        connection.execute("CREATE TRIGGER full AFTER INSERT ON walk_stop BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    with pytest.raises(DatabaseError):
        store_walk(database, walk(NewStop("Torget", 500000, 6600000)))
    assert walks_for_package(database) == ()
