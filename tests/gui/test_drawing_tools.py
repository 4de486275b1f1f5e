# SPDX-License-Identifier: GPL-2.0-or-later
"""The drawing tools, with real mouse events on a real canvas and a real database."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsRectangle,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtTest import QTest

from est_plugin.errors import EstError
from est_plugin.layers import roles
from est_plugin.layers.edits import edit_command
from est_plugin.layers.pace import Pace
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.unsaved import discard_all, save_all, unsaved_rows
from est_plugin.layers.walk_upkeep import WalkUpkeep
from est_plugin.maptools.measure_tool import MeasurePreset, MeasureTool
from est_plugin.maptools.route_rules import RouteRules
from est_plugin.maptools.walk_route_tool import WalkRouteTool
from est_plugin.maptools.walk_stop_tool import WalkStopTool
from tests.gui.drawing_desk import X, Y, click, database, desktop, draw, near, only, person, project, ready

__all__ = ["database", "desktop", "person", "project", "ready"]


def test_a_drawn_route_is_a_proposed_walk_with_length_and_time_in_the_edit_buffer(desktop, ready, person, project):
    person.answer = {"title": "Centrum"}
    ready(WalkRouteTool, RouteRules(lambda: Pace(3.0, 5.0))).begin()
    draw(desktop, (100, 100), (400, 100), (400, 300))
    layer = roles.find(project, LayerRole.WALKS)
    walk = only(layer)
    assert near(walk, f"LineString ({X + 100} {Y + 100}, {X + 400} {Y + 100}, {X + 400} {Y + 300})")
    assert (walk["title"], walk["status"]) == ("Centrum", "proposed")
    assert walk["length_m"] == pytest.approx(500, abs=10)
    assert walk["minutes"] == pytest.approx(10, abs=1)
    assert layer.isEditable()
    assert layer.undoStack().count() == 1
    assert layer.commitChanges(), layer.commitErrors()
    layer.startEditing()


def test_undo_takes_the_whole_feature_back(desktop, ready, person, project):
    person.answer = {"title": "Centrum"}
    ready(WalkRouteTool, RouteRules(lambda: Pace(3.0, 5.0))).begin()
    draw(desktop, (100, 100), (400, 100))
    layer = roles.find(project, LayerRole.WALKS)
    layer.undoStack().undo()
    assert list(layer.getFeatures()) == []


def test_stops_belong_to_the_nearest_walk_and_count_on(desktop, ready, person, project):
    route = ready(WalkRouteTool, RouteRules(lambda: Pace(3.0, 5.0)))
    for title, y in (("Norr", 400), ("Söder", 50)):
        person.answer = {"title": title}
        route.begin()
        draw(desktop, (50, y), (450, y))
    person.answer = {}
    walks = roles.find(project, LayerRole.WALKS)
    assert [walk["title"] for walk in walks.selectedFeatures()] == ["Söder"]
    walks.removeSelection()
    ready(WalkStopTool).begin()
    click(desktop, 100, 380)
    click(desktop, 200, 390)
    click(desktop, 100, 60)
    titles = {walk["uuid"]: walk["title"] for walk in roles.find(project, LayerRole.WALKS).getFeatures()}
    stops = roles.find(project, LayerRole.WALK_STOPS)
    placed = sorted((titles[stop["walk"]], stop["number"]) for stop in stops.getFeatures())
    assert placed == [("Norr", 1), ("Norr", 2), ("Söder", 1)]


@pytest.fixture
def walk_with_stops(desktop, ready, person, project):
    """A route of 400 m at 3 km/h with stops of 5 minutes, drawn and not saved: set first at its end, then its start."""
    told = []
    upkeep = WalkUpkeep(project, lambda: Pace(3.0, 5.0), told.append)
    person.answer = {"title": "Centrum"}
    ready(WalkRouteTool, RouteRules(lambda: Pace(3.0, 5.0))).begin()
    draw(desktop, (50, 100), (450, 100))
    ready(WalkStopTool).begin()
    for name, x in (("C", 400), ("A", 100), ("B", 250)):
        person.answer = {"place": name}
        click(desktop, x, 110)
    yield roles.find(project, LayerRole.WALK_STOPS)
    upkeep.unload()
    assert not told


def numbers(stops):
    return {stop["place"]: stop["number"] for stop in stops.getFeatures()}


def minutes(project):
    QTest.qWait(20)
    return only(roles.find(project, LayerRole.WALKS))["minutes"]


def test_stops_are_numbered_along_the_route_and_one_undo_takes_a_stop_and_its_numbers_back(walk_with_stops, project):
    stops = walk_with_stops
    assert numbers(stops) == {"A": 1, "B": 2, "C": 3}
    assert minutes(project) == pytest.approx(400 / 3000 * 60 + 3 * 5, abs=1)
    assert stops.undoStack().count() == 3
    stops.undoStack().undo()
    assert numbers(stops) == {"A": 1, "C": 2}
    assert minutes(project) == pytest.approx(400 / 3000 * 60 + 2 * 5, abs=1)
    stops.undoStack().redo()
    assert numbers(stops) == {"A": 1, "B": 2, "C": 3}


@pytest.mark.parametrize("saved", [False, True])
def test_a_moved_or_deleted_stop_renumbers_its_walk_in_the_same_undo_step(walk_with_stops, project, saved):
    stops = walk_with_stops
    if saved:
        save_all(project)
        stops.startEditing()
    steps = stops.undoStack().count()
    first = next(stop.id() for stop in stops.getFeatures() if stop["place"] == "A")
    stops.beginEditCommand("Move")
    stops.changeGeometry(first, QgsGeometry.fromWkt(f"Point ({X + 430} {Y + 100})"))
    stops.endEditCommand()
    assert numbers(stops) == {"B": 1, "C": 2, "A": 3}
    assert stops.undoStack().count() == steps + 1
    stops.undoStack().undo()
    assert numbers(stops) == {"A": 1, "B": 2, "C": 3}
    stops.beginEditCommand("Delete")
    stops.deleteFeature(first)
    stops.endEditCommand()
    assert numbers(stops) == {"B": 1, "C": 2}
    assert minutes(project) == pytest.approx(400 / 3000 * 60 + 2 * 5, abs=1)
    stops.undoStack().undo()
    assert numbers(stops) == {"A": 1, "B": 2, "C": 3}


def test_a_route_and_its_stops_that_were_never_saved_are_saved_together(walk_with_stops, project):
    minutes(project)
    assert [(rows.role, rows.count) for rows in unsaved_rows(project)] == [
        (LayerRole.WALKS, 1),
        (LayerRole.WALK_STOPS, 3),
    ]
    save_all(project)
    assert unsaved_rows(project) == ()
    walk = only(roles.find(project, LayerRole.WALKS))
    assert {stop["walk"] for stop in walk_with_stops.getFeatures()} == {walk["uuid"]}
    assert walk["minutes"] == pytest.approx(400 / 3000 * 60 + 3 * 5, abs=1)


def test_a_cancelled_stop_leaves_no_step_behind(desktop, ready, person, project):
    person.answer = None
    ready(WalkStopTool).begin()
    click(desktop, 100, 100)
    stops = roles.find(project, LayerRole.WALK_STOPS)
    assert stops.undoStack().count() == 0
    assert not stops.isModified()
    desktop.canvas.unsetMapTool(desktop.canvas.mapTool())
    assert not stops.isEditable()


def test_a_selected_walk_takes_the_stop_though_another_is_nearer(desktop, ready, person, project):
    route = ready(WalkRouteTool, RouteRules(lambda: Pace(3.0, 5.0)))
    for title, y in (("Norr", 400), ("Söder", 50)):
        person.answer = {"title": title}
        route.begin()
        draw(desktop, (50, y), (450, y))
    walks = roles.find(project, LayerRole.WALKS)
    walks.selectByExpression("\"title\" = 'Söder'")
    person.answer = {}
    ready(WalkStopTool).begin()
    click(desktop, 100, 390)
    assert only(roles.find(project, LayerRole.WALK_STOPS))["walk"] == walks.selectedFeatures()[0]["uuid"]


def test_a_stop_without_any_walk_is_allowed(desktop, ready, project):
    ready(WalkStopTool).begin()
    click(desktop, 100, 100)
    assert near(only(roles.find(project, LayerRole.WALK_STOPS)), f"Point ({X + 100} {Y + 100})")


@pytest.mark.parametrize(
    ("preset", "points", "kind"),
    [
        (MeasurePreset.LIGHTING, [(100, 100)], "BEL"),
        (MeasurePreset.SIGNAGE, [(100, 100)], "SKY"),
        (MeasurePreset.TRAFFIC_BAN_STRETCH, [(100, 100), (300, 100)], "LTF"),
        (MeasurePreset.TRAFFIC_BAN_AREA, [(100, 100), (300, 100), (300, 300)], "LTF"),
    ],
)
def test_a_flagged_measure_is_a_proposal_of_its_kind_and_can_be_saved(desktop, ready, project, preset, points, kind):
    ready(MeasureTool, preset).begin()
    if len(points) == 1:
        click(desktop, *points[0])
    else:
        draw(desktop, *points)
    layer = roles.find(project, preset.role)
    assert layer.commitChanges(), layer.commitErrors()
    measure = only(layer)
    assert (measure["kind"], measure["status"]) == (kind, "proposed")


def test_another_measure_gets_the_kind_that_the_person_chooses(desktop, ready, person, project):
    person.answer = {"kind": "VEG"}
    ready(MeasureTool, MeasurePreset.OTHER_PLACE).begin()
    click(desktop, 100, 100)
    assert only(roles.find(project, LayerRole.MEASURE_POINTS))["kind"] == "VEG"


def test_cancelling_the_form_leaves_nothing_and_the_session_ends_with_the_tool(desktop, ready, person, project):
    person.answer = None
    ready(MeasureTool, MeasurePreset.LIGHTING).begin()
    click(desktop, 100, 100)
    layer = roles.find(project, LayerRole.MEASURE_POINTS)
    assert layer.featureCount() == 0
    assert layer.isEditable()
    desktop.canvas.unsetMapTool(desktop.canvas.mapTool())
    assert not layer.isEditable()


def test_esc_drops_the_points_drawn_so_far(desktop, ready, person, project):
    person.answer = {"title": "Centrum"}
    tool = ready(WalkRouteTool, RouteRules(lambda: Pace(3.0, 5.0)))
    tool.begin()
    click(desktop, 100, 100)
    click(desktop, 300, 100)
    assert tool.size() == 2
    tool.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier))
    assert tool.size() == 0
    assert roles.find(project, LayerRole.WALKS).featureCount() == 0


def test_the_tool_leaves_the_map_when_its_layer_is_removed(desktop, ready, project):
    tool = ready(WalkStopTool)
    tool.begin()
    project.removeMapLayer(roles.find(project, LayerRole.WALK_STOPS).id())
    assert desktop.canvas.mapTool() is not tool
    with pytest.raises(EstError, match="no layer to draw on"):
        tool.begin()


def test_changing_from_one_tool_to_another_of_the_same_layer_goes_on_drawing(desktop, ready, project):
    ready(MeasureTool, MeasurePreset.LIGHTING).begin()
    ready(MeasureTool, MeasurePreset.SIGNAGE).begin()
    click(desktop, 100, 100)
    assert only(roles.find(project, LayerRole.MEASURE_POINTS))["kind"] == "SKY"


def test_beginning_twice_is_harmless(desktop, ready, project):
    tool = ready(MeasureTool, MeasurePreset.LIGHTING)
    tool.begin()
    tool.begin()
    click(desktop, 100, 100)
    assert only(roles.find(project, LayerRole.MEASURE_POINTS))["kind"] == "BEL"


def test_the_tool_leaves_the_map_when_the_person_ends_the_edit_session(desktop, ready, project):
    tool = ready(MeasureTool, MeasurePreset.LIGHTING)
    tool.begin()
    click(desktop, 100, 100)
    layer = roles.find(project, LayerRole.MEASURE_POINTS)
    assert layer.commitChanges()
    assert desktop.canvas.mapTool() is not tool
    tool.begin()
    assert layer.isEditable()


def draw_hotspot(project):
    layer = roles.find(project, LayerRole.HOTSPOTS)
    area = QgsGeometry.fromRect(QgsRectangle(X, Y, X + 100, Y + 100))
    area.convertToMultiType()
    with edit_command(layer, "draw"):
        values = {layer.fields().indexOf("name"): "Torget"}
        assert layer.addFeature(QgsVectorLayerUtils.createFeature(layer, area, values))


def test_leaving_a_tool_leaves_the_edits_of_other_layers_alone(desktop, ready, project):
    route = ready(WalkRouteTool, RouteRules(lambda: Pace(3.0, 5.0)))
    route.begin()
    draw_hotspot(project)
    desktop.canvas.unsetMapTool(route)
    assert only(roles.find(project, LayerRole.HOTSPOTS))["name"] == "Torget"
    assert [(rows.role, rows.count) for rows in unsaved_rows(project)] == [(LayerRole.HOTSPOTS, 1)]


def test_leaving_a_tool_ends_the_edit_session_when_nothing_was_drawn(desktop, ready, project):
    route = ready(WalkRouteTool, RouteRules(lambda: Pace(3.0, 5.0)))
    route.begin()
    desktop.canvas.unsetMapTool(route)
    assert not any(layer.isEditable() for layer in project.mapLayers().values())


def test_everything_is_discarded(ready, project):
    ready(WalkRouteTool, RouteRules(lambda: Pace(3.0, 5.0))).begin()
    draw_hotspot(project)
    discard_all(project)
    assert not unsaved_rows(project)
    assert not any(layer.isEditable() for layer in project.mapLayers().values())


def test_a_canvas_in_another_coordinate_system_draws_at_the_right_place(desktop, ready, project):
    desktop.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:3006"), QgsCoordinateReferenceSystem("EPSG:3857"), project
    )
    desktop.canvas.setExtent(transform.transformBoundingBox(QgsRectangle(X, Y, X + 500, Y + 500)))
    ready(MeasureTool, MeasurePreset.LIGHTING).begin()
    place = transform.transform(QgsPointXY(X + 250, Y + 250))
    click(desktop, place.x() - X, place.y() - Y)
    measure = only(roles.find(project, LayerRole.MEASURE_POINTS))
    assert near(measure, f"Point ({X + 250} {Y + 250})", 5)


def test_the_layer_that_was_current_before_may_be_removed_meanwhile(desktop, ready, project):
    before = roles.find(project, LayerRole.HOTSPOTS)
    desktop.canvas.setCurrentLayer(before)
    tool = ready(WalkStopTool)
    tool.begin()
    project.removeMapLayer(before.id())
    desktop.canvas.unsetMapTool(tool)
    assert desktop.canvas.mapTool() is not tool


def test_the_tool_leaves_the_map_when_the_project_is_closed(desktop, ready, project):
    tool = ready(WalkStopTool)
    tool.begin()
    project.clear()
    assert desktop.canvas.mapTool() is not tool
