# SPDX-License-Identifier: GPL-2.0-or-later
"""Stops are numbered as people walk: a route that comes back passes them twice, and the order they chose stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsGeometry, QgsProject
from qgis.PyQt.QtTest import QTest

from est_plugin.layers.edits import edit_command
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.stop_numbers import number_along_route
from tests.gui.test_deletion import LINE, desk, draw, save
from tests.gui.test_server_database import dock, layer_of, opened

if TYPE_CHECKING:
    from est_plugin.gui.dock import EstDock

__all__ = ["desk", "dock", "opened"]

THERE_AND_BACK = "LineString (503000 6571000, 503500 6571000, 503000 6571001)"
pytestmark = pytest.mark.parametrize("desk", ["file"], indirect=True)


def numbers() -> dict[str, int]:
    QTest.qWait(20)
    return {row["place"]: row["number"] for row in layer_of(LayerRole.WALK_STOPS).getFeatures()}


def stop(walk: str, place: str, number: int, x: float) -> None:
    draw(LayerRole.WALK_STOPS, f"Point ({x} 6571000)", walk=walk, number=number, place=place)


def test_stops_on_the_way_back_keep_their_numbers_until_nobody_could_walk_them_so(desk: EstDock) -> None:
    walk = draw(LayerRole.WALKS, THERE_AND_BACK, title="Fram och åter")
    for place, number, x in (("A", 1, 503400), ("B", 2, 503300), ("C", 3, 503100)):
        stop(walk, place, number, x)
    assert number_along_route(QgsProject.instance(), walk) == 0
    stops = layer_of(LayerRole.WALK_STOPS)
    [last] = [row.id() for row in stops.getFeatures() if row["place"] == "C"]
    with edit_command(stops, "move"):
        stops.changeGeometry(last, QgsGeometry.fromWkt("Point (503150 6571000)"))
    assert numbers() == {"A": 1, "B": 2, "C": 3}
    with edit_command(stops, "move"):
        stops.changeGeometry(last, QgsGeometry.fromWkt("Point (503450 6571000)"))
    assert numbers() == {"B": 1, "A": 2, "C": 3}


def test_two_stops_at_one_place_keep_their_numbers(desk: EstDock) -> None:
    walk = draw(LayerRole.WALKS, LINE, title="Centrum")
    for place, number in (("B", 2), ("A", 1)):
        stop(walk, place, number, 503200)
    assert number_along_route(QgsProject.instance(), walk) == 0
    assert numbers() == {"A": 1, "B": 2}


def test_a_stop_that_is_given_to_another_walk_is_numbered_there_and_leaves_no_gap(desk: EstDock) -> None:
    first, other = (draw(LayerRole.WALKS, LINE, title=title) for title in ("Ett", "Två"))
    for place, number, x in (("A", 1, 503100), ("B", 2, 503200), ("C", 3, 503300)):
        stop(first, place, number, x)
    stop(other, "X", 1, 503150)
    save(desk)
    stops = layer_of(LayerRole.WALK_STOPS)
    [moved] = [row.id() for row in stops.getFeatures() if row["place"] == "B"]
    with edit_command(stops, "give"):
        stops.changeAttributeValue(moved, stops.fields().indexOf("walk"), other)
    assert numbers() == {"A": 1, "C": 2, "X": 1, "B": 2}
    stops.undoStack().undo()
    assert numbers() == {"A": 1, "B": 2, "C": 3, "X": 1}
