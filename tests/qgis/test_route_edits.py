# SPDX-License-Identifier: GPL-2.0-or-later
"""A route is reversed, continued, split and put on the streets in the edit buffer, and undone in one step per layer."""

from __future__ import annotations

import pytest
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtTest import QTest

from est_plugin.domain.incident import IncidentFilter
from est_plugin.errors import CancelledError, EstError, InputError
from est_plugin.feedback import SilentFeedback
from est_plugin.layers import roles
from est_plugin.layers.edits import drop_new_row, edit_command
from est_plugin.layers.loader import load_est_group
from est_plugin.layers.pace import Pace
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.route_edits import extend_route, reverse_route, split_route
from est_plugin.layers.route_on_streets import put_on_streets
from est_plugin.layers.street_graph import StreetGraph
from est_plugin.layers.unsaved import discard_all, save_all, unsaved_rows
from est_plugin.layers.walk_upkeep import WalkUpkeep
from est_plugin.processing.putonstreets import PutOnStreetsAlgorithm

X, Y = 500_000, 6_600_000
PACE = Pace(3.0, 5.0)
ROUTE = "LineString (0 0, 300 0, 300 300)"
STOPS = {"A": (50, 5), "B": (300, 5), "C": (295, 200)}


def here(wkt):
    geometry = QgsGeometry.fromWkt(wkt)
    geometry.translate(X, Y)
    return geometry


def add(layer, geometry, **values):
    fields = layer.fields()
    row = QgsVectorLayerUtils.createFeature(layer, geometry, {fields.indexOf(name): v for name, v in values.items()})
    with edit_command(layer, "add"):
        assert layer.addFeature(row)
    return row["uuid"]


@pytest.fixture
def project(either_database):
    project = QgsProject.instance()
    load_est_group(project, either_database, IncidentFilter(), "sv")
    yield project
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer):
            layer.rollBack()
    project.clear()


@pytest.fixture
def walks(project):
    return roles.find(project, LayerRole.WALKS)


@pytest.fixture
def stops(project):
    return roles.find(project, LayerRole.WALK_STOPS)


@pytest.fixture
def walk(project, walks, stops):
    """A saved walk of 600 m with three stops; its uuid."""
    uuid = add(walks, here(ROUTE), title="Centrum", status="planned", length_m=600, minutes=27, area="Väster")
    for number, (place, (x, y)) in enumerate(STOPS.items(), start=1):
        add(stops, here(f"Point ({x} {y})"), walk=uuid, place=place, number=number)
    save_all(project)
    return uuid


def route(walks, walk):
    row = rows(walks)[walk]
    line = row.geometry()
    line.translate(-X, -Y)
    assert row["length_m"] == round(line.length())
    return line.asWkt(0)


def rows(layer):
    return {row["uuid"]: row for row in layer.getFeatures()}


def numbers(stops):
    return {row["place"]: row["number"] for row in stops.getFeatures()}


def test_a_reversed_route_and_its_numbers_are_undone_in_one_step_each(project, walks, stops, walk):
    reverse_route(project, walk, PACE)
    assert route(walks, walk) == "LineString (300 300, 300 0, 0 0)"
    assert numbers(stops) == {"A": 3, "B": 2, "C": 1}
    assert (walks.undoStack().count(), stops.undoStack().count()) == (1, 1)
    save_all(project)
    assert route(walks, walk) == "LineString (300 300, 300 0, 0 0)"
    assert numbers(stops) == {"A": 3, "B": 2, "C": 1}


def test_undo_of_a_reversed_route_brings_all_back(project, walks, stops, walk):
    reverse_route(project, walk, PACE)
    walks.undoStack().undo()
    stops.undoStack().undo()
    assert route(walks, walk) == ROUTE
    assert numbers(stops) == {"A": 1, "B": 2, "C": 3}
    assert unsaved_rows(project) == ()


@pytest.mark.parametrize(
    ("drawn", "whole"),
    [
        ("LineString (300 300, 400 300)", "LineString (0 0, 300 0, 300 300, 400 300)"),
        ("LineString (0 0, 0 50, -60 50)", "LineString (-60 50, 0 50, 0 0, 300 0, 300 300)"),
    ],
)
def test_a_route_grows_at_the_end_where_the_new_line_begins(project, walks, walk, drawn, whole):
    extend_route(project, walk, here(drawn), PACE)
    assert route(walks, walk) == whole
    row = rows(walks)[walk]
    assert row["minutes"] == round(PACE.minutes(row.geometry().length(), 3))
    assert walks.undoStack().count() == 1


def test_a_split_walk_keeps_its_first_part_and_hands_over_the_stops_of_the_rest(project, walks, stops, walk):
    new = split_route(project, walk, QgsPointXY(X + 310, Y + 100), PACE)
    assert route(walks, walk) == "LineString (0 0, 300 0, 300 100)"
    assert route(walks, new) == "LineString (300 100, 300 300)"
    assert {row["place"]: (row["walk"], row["number"]) for row in stops.getFeatures()} == {
        "A": (walk, 1),
        "B": (walk, 2),
        "C": (new, 1),
    }
    assert (walks.undoStack().count(), stops.undoStack().count()) == (1, 1)
    second = rows(walks)[new]
    assert (second["title"], second["status"], second["area"]) == ("Centrum, part 2", "planned", "Väster")
    assert (rows(walks)[walk]["minutes"], second["minutes"]) == (18, 9)
    save_all(project)
    assert set(rows(walks)) == {walk, new}
    assert {row["place"]: row["walk"] for row in stops.getFeatures()} == {"A": walk, "B": walk, "C": new}


def test_undo_of_a_split_in_both_layers_leaves_nothing(project, walks, stops, walk):
    split_route(project, walk, QgsPointXY(X + 310, Y + 100), PACE)
    stops.undoStack().undo()
    walks.undoStack().undo()
    assert route(walks, walk) == ROUTE
    assert unsaved_rows(project) == ()


def test_a_stop_where_the_walk_is_split_ends_the_first_part(project, stops, walk):
    new = split_route(project, walk, QgsPointXY(X + 300, Y + 200), PACE)
    assert [row["place"] for row in stops.getFeatures() if row["walk"] == new] == []


@pytest.mark.parametrize("place", [(-40, 0), (300, 900)])
def test_a_walk_is_not_split_at_its_ends(project, walks, walk, place):
    with pytest.raises(InputError, match="cannot be split there"):
        split_route(project, walk, QgsPointXY(X + place[0], Y + place[1]), PACE)
    assert unsaved_rows(project) == ()


@pytest.fixture
def out_and_back(project, walks, stops):
    """A saved walk along a street and back on it, with two stops on the way out and one on the way home; its uuid."""
    uuid = add(walks, here("LineString (0 0, 600 0, 0 0)"), title="Dit och hem", status="planned", length_m=1200)
    for number, (place, x) in enumerate({"out": 100, "far": 400, "home": 200}.items(), start=1):
        add(stops, here(f"Point ({x} 3)"), walk=uuid, place=place, number=number)
    save_all(project)
    return uuid


@pytest.mark.parametrize(
    ("x", "first", "second"),
    [(600, ["out", "far"], ["home"]), (400, ["out", "far"], ["home"]), (100, ["out"], ["far", "home"])],
)
def test_a_walk_out_and_back_is_split_in_the_order_of_its_stops(project, stops, out_and_back, x, first, second):
    new = split_route(project, out_and_back, QgsPointXY(X + x, Y), PACE)
    of_walk = {out_and_back: [], new: []}
    for stop in sorted(stops.getFeatures(), key=lambda stop: stop["number"]):
        of_walk[stop["walk"]].append(stop["place"])
    assert of_walk == {out_and_back: first, new: second}


def test_on_the_way_home_a_walk_is_split_at_its_stop_there(project, walks, out_and_back):
    new = split_route(project, out_and_back, QgsPointXY(X + 200, Y), PACE)
    assert route(walks, out_and_back) == "LineString (0 0, 600 0, 200 0)"
    assert route(walks, new) == "LineString (200 0, 0 0)"


def test_a_walk_is_not_split_where_it_passes_twice_and_no_stop_decides(project, out_and_back):
    with pytest.raises(InputError, match="more than once"):
        split_route(project, out_and_back, QgsPointXY(X + 300, Y), PACE)
    assert unsaved_rows(project) == ()


def test_a_split_whose_stops_cannot_be_edited_changes_nothing(project, walks, stops, walk):
    stops.setReadOnly(True)
    with pytest.raises(EstError, match="cannot be edited"):
        split_route(project, walk, QgsPointXY(X + 310, Y + 100), PACE)
    assert not walks.isEditable()
    assert route(walks, walk) == ROUTE


def test_a_walk_that_is_gone_is_told(project, walk):
    with pytest.raises(InputError, match="no route to change"):
        reverse_route(project, "nobody", PACE)


@pytest.fixture
def upkeep(project):
    told = []
    made = WalkUpkeep(project, lambda: PACE, told.append)
    yield made
    made.unload()
    assert not told


def redraw_with_any_tool(walks, walk, wkt):
    with edit_command(walks, "Moved vertex"):
        walks.changeGeometry(rows(walks)[walk].id(), here(wkt))
    QTest.qWait(20)


def test_a_route_changed_with_any_tool_gets_its_length_and_minutes_in_the_same_step(walks, stops, walk, upkeep):
    redraw_with_any_tool(walks, walk, "LineString (0 0, 300 0, 300 500)")
    assert route(walks, walk) == "LineString (0 0, 300 0, 300 500)"
    assert rows(walks)[walk]["minutes"] == round(PACE.minutes(800, 3))
    assert walks.undoStack().count() == 1
    assert not stops.isEditable(), "the stops are passed in the same order"
    walks.undoStack().undo()
    QTest.qWait(20)
    assert route(walks, walk) == ROUTE
    assert rows(walks)[walk]["minutes"] == 27


def test_the_stops_are_numbered_along_a_changed_route_in_a_step_of_theirs(walks, stops, walk, upkeep):
    redraw_with_any_tool(walks, walk, "LineString (300 300, 300 0, 0 0)")
    assert numbers(stops) == {"A": 3, "B": 2, "C": 1}
    assert stops.undoStack().count() == 1


def test_discarded_routes_leave_the_stops_alone(project, walks, stops, walk, upkeep):
    with edit_command(stops, "by hand"):
        row = next(stop for stop in stops.getFeatures() if stop["place"] == "A")
        stops.changeAttributeValue(row.id(), stops.fields().indexOf("number"), 9)
    save_all(project)
    redraw_with_any_tool(walks, walk, "LineString (0 0, 300 0, 300 500)")
    discard_all(project)
    QTest.qWait(20)
    assert unsaved_rows(project) == ()
    assert numbers(stops)["A"] == 9


def set_minutes(project, walks, walk, minutes):
    with edit_command(walks, "by hand"):
        walks.changeAttributeValue(rows(walks)[walk].id(), walks.fields().indexOf("minutes"), minutes)
    save_all(project)
    QTest.qWait(20)


def test_a_route_whose_change_is_dropped_is_not_edited_anew(project, walks, walk, upkeep):
    set_minutes(project, walks, walk, 90)
    redraw_with_any_tool(walks, walk, "LineString (0 0, 300 0, 300 500)")
    walks.rollBack()
    QTest.qWait(50)
    assert not walks.isEditable()
    assert unsaved_rows(project) == ()
    assert rows(walks)[walk]["minutes"] == 90


def test_a_route_that_was_undone_can_be_redone(project, walks, walk, upkeep):
    set_minutes(project, walks, walk, 90)
    redraw_with_any_tool(walks, walk, "LineString (0 0, 300 0, 300 500)")
    walks.undoStack().undo()
    QTest.qWait(50)
    assert rows(walks)[walk]["minutes"] == 90
    assert walks.undoStack().canRedo()
    walks.undoStack().redo()
    QTest.qWait(50)
    assert route(walks, walk) == "LineString (0 0, 300 0, 300 500)"
    assert rows(walks)[walk]["minutes"] == round(PACE.minutes(800, 3))


def test_a_stop_of_one_walk_leaves_the_minutes_of_another_alone(project, walks, stops, walk, upkeep):
    other = add(walks, here("LineString (0 900, 300 900)"), title="Other", status="planned", length_m=300, minutes=11)
    add(stops, here("Point (10 900)"), walk=other, place="Z", number=1)
    redraw_with_any_tool(walks, walk, "LineString (0 0, 300 0, 300 500)")
    save_all(project)
    QTest.qWait(20)
    for uuid in (walk, other):
        set_minutes(project, walks, uuid, 90)
    far = next(stop for stop in stops.getFeatures() if stop["place"] == "Z")
    with edit_command(stops, "Moved stop"):
        stops.changeGeometry(far.id(), here("Point (50 900)"))
    QTest.qWait(20)
    assert rows(walks)[walk]["minutes"] == 90
    assert rows(walks)[other]["minutes"] == round(PACE.minutes(300, 1))


def test_a_stop_that_was_never_saved_leaves_no_gap_when_it_is_deleted(walks, stops, walk, upkeep):
    new = add(stops, here("Point (100 5)"), walk=walk, place="N", number=2)
    QTest.qWait(20)
    with edit_command(stops, "Moved stop"):
        stops.changeGeometry(rows(stops)[new].id(), here("Point (120 5)"))
    QTest.qWait(20)
    assert numbers(stops) == {"A": 1, "N": 2, "B": 3, "C": 4}
    assert rows(walks)[walk]["minutes"] == round(PACE.minutes(600, 4))
    with edit_command(stops, "Deleted stop"):
        drop_new_row(stops, rows(stops)[new].id())
    QTest.qWait(20)
    assert numbers(stops) == {"A": 1, "B": 2, "C": 3}
    assert rows(walks)[walk]["minutes"] == round(PACE.minutes(600, 3))


# Streets: a square of 300 m, a side street at its south side, and one that hangs together with nothing.
STREETS = (
    "(0 0, 100 0, 300 0)",
    "(300 0, 300 300)",
    "(0 0, 0 300, 300 300)",
    "(100 0, 100 80)",
    "(600 0, 600 300)",
)


def streets_layer():
    layer = QgsVectorLayer("LineString?crs=EPSG:3006", "Gator", "memory")
    features = []
    for wkt in STREETS:
        feature = QgsFeature()
        feature.setGeometry(here(f"LineString {wkt}"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


@pytest.fixture
def graph(qgis_app):
    return StreetGraph(streets_layer(), QgsCoordinateReferenceSystem("EPSG:3006"))


def on_streets(wkt, graph, crs="EPSG:3006", feedback=None):
    layer_crs = QgsCoordinateReferenceSystem(crs)
    to_graph = QgsCoordinateTransform(layer_crs, graph.crs, QgsProject.instance())
    line = here(wkt)
    line.transform(QgsCoordinateTransform(graph.crs, layer_crs, QgsProject.instance()))
    found = put_on_streets(line, graph, to_graph, feedback or SilentFeedback())
    back = QgsGeometry(found.route)
    back.transform(to_graph)
    back.translate(-X, -Y)
    return found, back.asWkt(0)


@pytest.mark.parametrize("crs", ["EPSG:3006", "EPSG:3857"])
def test_a_route_drawn_beside_the_streets_is_put_on_them(graph, crs):
    found, line = on_streets("LineString (20 12, 280 -8, 290 250)", graph, crs)
    assert line == "LineString (20 0, 100 0, 280 0, 300 0, 300 250)"
    assert found.moved_m == pytest.approx(20.6, abs=2)
    assert (found.legs, found.straight_legs) == (2, 0)


def test_a_corner_beside_a_crossing_makes_no_way_into_the_side_street(graph):
    assert on_streets("LineString (20 0, 102 12, 280 0)", graph)[1] == "LineString (20 0, 100 0, 280 0)"


def test_a_way_into_a_side_street_and_back_that_was_drawn_stays(graph):
    line = on_streets("LineString (20 0, 100 0, 101 70, 100 0, 280 0)", graph)[1]
    assert line == "LineString (20 0, 100 0, 100 70, 100 0, 280 0)"


def test_where_no_street_leads_the_route_stays_straight_and_that_is_counted(graph):
    found, line = on_streets("LineString (20 5, 280 5, 595 100, 450 150)", graph)
    assert line == "LineString (20 0, 100 0, 280 0, 600 100, 450 150)"
    assert (found.legs, found.straight_legs) == (3, 2)


def test_it_stops_when_a_person_cancels(graph):
    class Impatient(SilentFeedback):
        def is_cancelled(self):
            return True

    with pytest.raises(CancelledError):
        on_streets(ROUTE, graph, feedback=Impatient())


def test_the_algorithm_puts_every_line_on_the_streets_and_tells_of_each(graph, qgis_processing):
    routes = QgsVectorLayer("MultiLineString?crs=EPSG:3857&field=title:string", "Rutter", "memory")
    to_map = QgsCoordinateTransform(graph.crs, routes.crs(), QgsProject.instance())
    features = []
    for title, wkt in (
        ("A", "MultiLineString ((20 12, 280 -8))"),
        ("B", "MultiLineString ((20 5, 595 100))"),
        ("C", ""),
    ):
        feature = QgsFeature(routes.fields())
        feature["title"] = title
        if wkt:
            line = here(wkt)
            line.transform(to_map)
            feature.setGeometry(line)
        features.append(feature)
    routes.dataProvider().addFeatures(features)
    algorithm = PutOnStreetsAlgorithm()
    algorithm.initAlgorithm()
    context = QgsProcessingContext()
    outputs, is_ok = algorithm.run(
        {"INPUT": routes, "STREETS": streets_layer(), "OUTPUT": "memory:"}, context, QgsProcessingFeedback()
    )
    assert is_ok
    found = {row["title"]: row for row in context.takeResultLayer(outputs["OUTPUT"]).getFeatures()}
    line = found["A"].geometry()
    line.transform(to_map, Qgis.TransformDirection.Reverse)
    line.translate(-X, -Y)
    assert line.asWkt(0) == "MultiLineString ((20 0, 100 0, 280 0))"
    assert {title: (row["legs"], row["straight_legs"]) for title, row in found.items()} == {
        "A": (1, 0),
        "B": (1, 1),
        "C": (0, 0),
    }
    assert found["A"]["moved_m"] == pytest.approx(12, abs=1)
