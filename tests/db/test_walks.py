# SPDX-License-Identifier: GPL-2.0-or-later
"""Walks in the database: stored whole or not at all, listed with their stops, numbered along the route."""

from __future__ import annotations

import pytest
import shapely

from est_plugin.db.migrator import create_database
from est_plugin.db.walks import NewStop, NewWalk, list_walks, renumber_stops, store_walk
from est_plugin.domain.walk import WalkStatus
from est_plugin.errors import DatabaseError, InputError
from est_plugin.feedback import SilentFeedback

LINE = shapely.LineString([(500000, 6600000), (500300, 6600000), (500300, 6600200)])


@pytest.fixture
def database(tmp_path):
    return create_database(
        tmp_path / "est.gpkg",
        srs_id=3006,
        municipality="1781",
        municipality_name="Kristinehamn",
        feedback=SilentFeedback(),
    )


def walk(*stops, title="Centrum", line=LINE):
    return NewWalk(title, shapely.to_wkb(line, byte_order=1), 500.0, 26.0, stops)


def test_a_walk_is_stored_with_its_stops_in_order_and_listed_newest_first(database):
    store_walk(database, walk(NewStop("Torget", 500000, 6600000), NewStop("Bron", 500300, 6600100)))
    second = store_walk(database, walk(NewStop("Parken", 500300, 6600200), title="Väster"))
    newest, first = list_walks(database)
    assert (newest.uuid, newest.title, newest.status) == (second, "Väster", WalkStatus.PROPOSED)
    assert (first.length_m, first.minutes) == (500.0, 26.0)
    assert [(stop.number, stop.place, stop.x, stop.y) for stop in first.stops] == [
        (1, "Torget", 500000, 6600000),
        (2, "Bron", 500300, 6600100),
    ]


def test_stops_are_numbered_in_the_order_of_the_route(database):
    uuid = store_walk(
        database,
        walk(NewStop("sist", 500310, 6600190), NewStop("först", 500010, 6600005), NewStop("mitt", 500250, 6599990)),
    )
    assert [(stop.number, stop.place) for stop in renumber_stops(database, uuid)] == [
        (1, "först"),
        (2, "mitt"),
        (3, "sist"),
    ]


def test_a_stop_keeps_its_hotspot_only_if_there_is_one(database):
    with database.writing() as connection:
        connection.execute("INSERT INTO hotspot (uuid, name) VALUES ('h1', 'Torget')")
    store_walk(database, walk(NewStop("a", 500000, 6600000, "h1"), NewStop("b", 500300, 6600000, "gone")))
    with database.reading() as connection:
        rows = connection.execute("SELECT hotspot FROM walk_stop ORDER BY number").fetchall()
    assert [row["hotspot"] for row in rows] == ["h1", None]


def test_an_empty_database_has_no_walks(database):
    assert list_walks(database) == ()


def test_numbering_a_walk_that_is_gone_is_told(database):
    with pytest.raises(InputError, match="cannot be numbered"):
        renumber_stops(database, "gone")


def test_a_route_that_is_no_line_is_refused(database):
    with pytest.raises(InputError, match="no line"):
        store_walk(database, walk(line=shapely.Point(500000, 6600000)))
    assert list_walks(database) == ()


def test_nothing_is_stored_when_a_stop_cannot_be(database):
    with database.writing() as connection:
        connection.execute("CREATE TRIGGER full AFTER INSERT ON walk_stop BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    with pytest.raises(DatabaseError):
        store_walk(database, walk(NewStop("Torget", 500000, 6600000)))
    assert list_walks(database) == ()
