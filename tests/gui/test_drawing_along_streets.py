# SPDX-License-Identifier: GPL-2.0-or-later
"""A route that is drawn follows the streets, tells its length, and is taken back leg by leg."""

from __future__ import annotations

import pytest
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsTolerance,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvasTracer
from qgis.PyQt.QtCore import QEvent, QLocale, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAction, QMenu

from est_plugin.errors import InputError
from est_plugin.layers import roles
from est_plugin.layers.pace import Pace
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.route_edits import redraw_route
from est_plugin.layers.street_graph import StreetGraph
from est_plugin.layers.unsaved import save_all, unsaved_rows
from est_plugin.layers.walk_upkeep import WalkUpkeep
from est_plugin.maptools.continue_route_tool import ContinueRouteTool
from est_plugin.maptools.route_rules import Following, RouteRules
from est_plugin.maptools.split_route_tool import SplitRouteTool
from est_plugin.maptools.walk_route_tool import WalkRouteTool
from est_plugin.maptools.walk_stop_tool import WalkStopTool
from tests.gui.drawing_desk import (
    NO_KEY,
    RIGHT,
    X,
    Y,
    click,
    database,
    desktop,
    draw,
    move,
    near,
    only,
    person,
    project,
    ready,
)
from tests.waiting import until

__all__ = ["database", "desktop", "person", "project", "ready"]

CTRL = Qt.KeyboardModifier.ControlModifier
#: A block: its south side and its east side, and a yard whose path leads nowhere.
STREETS = ("(50 100, 400 100)", "(400 100, 400 450)", "(50 100, 50 450, 400 450)", "(200 250, 260 250)")
PACE = Pace(3.0, 5.0)


def streets(crs="EPSG:3006"):
    layer = QgsVectorLayer(f"LineString?crs={crs}", "Gator", "memory")
    features = []
    for wkt in STREETS:
        feature = QgsFeature()
        line = QgsGeometry.fromWkt(f"LineString {wkt}")
        line.translate(X, Y)
        feature.setGeometry(line)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


class Choice:
    """What a person chose, and how far the reading of the streets has come."""

    def __init__(self, graph):
        self.following = Following(is_on=True, graph=graph)

    def follow(self, is_on):
        self.following = Following(is_on=is_on, graph=self.following.graph)


@pytest.fixture
def choice(project):
    return Choice(StreetGraph(streets(), QgsCoordinateReferenceSystem("EPSG:3006")))


@pytest.fixture
def rules(choice):
    return RouteRules(lambda: PACE, lambda: choice.following, choice.follow)


@pytest.fixture
def tool(desktop, ready, person, rules):
    person.answer = {"title": "Centrum"}
    made = ready(WalkRouteTool, rules)
    made.begin()
    return made


def press(tool, key, keys=NO_KEY):
    event = QKeyEvent(QEvent.Type.KeyPress, key, keys)
    tool.keyPressEvent(event)
    assert not event.isAccepted(), "else QGIS scrolls the map or does what else the key is for"


def here(wkt):
    line = QgsGeometry.fromWkt(wkt)
    line.translate(X, Y)
    return line.asWkt()


def corners(tool):
    return [(round(point.x() - X), round(point.y() - Y)) for point in tool.pointsZM()]


def test_between_two_clicks_the_route_runs_along_the_streets(desktop, tool, project):
    draw(desktop, (100, 110), (390, 300))
    walk = only(roles.find(project, LayerRole.WALKS))
    assert near(walk, here("LineString (100 100, 400 100, 400 300)"))
    assert walk["length_m"] == pytest.approx(500, abs=5)
    assert roles.find(project, LayerRole.WALKS).undoStack().count() == 1


def test_the_label_tells_what_the_route_would_be_and_the_map_shows_it_before_the_click(desktop, tool):
    click(desktop, 100, 105)
    move(desktop, 390, 300)
    assert tool.label.isVisibleTo(desktop.canvas)
    assert tool.label.text() == "500 m · 10 min"
    assert tool._preview.asGeometry().length() == pytest.approx(500, abs=5)
    assert tool.size() == 1


def test_the_label_counts_kilometres_as_the_language_writes_them(desktop, tool):
    before = QLocale()
    QLocale.setDefault(QLocale("sv_SE"))
    click(desktop, 50, 440)
    click(desktop, 60, 95)
    click(desktop, 390, 110)
    move(desktop, 395, 440)
    QLocale.setDefault(before)
    assert tool.label.text() == "1,0 km · 21 min"


def test_ctrl_draws_freely_and_the_next_leg_goes_on_from_there(desktop, tool):
    click(desktop, 100, 105)
    click(desktop, 200, 60, keys=CTRL)
    assert corners(tool) == [(100, 100), (200, 60)]
    click(desktop, 300, 105)
    assert corners(tool) == [(100, 100), (200, 60), (200, 100), (300, 100)]


def test_off_the_streets_a_leg_is_straight_and_the_label_says_so(desktop, tool):
    click(desktop, 100, 105)
    move(desktop, 300, 300)
    assert "No street near" in tool.label.text()
    click(desktop, 300, 300)
    assert corners(tool) == [(100, 100), (300, 300)]


def test_a_yard_that_no_street_leads_to_is_no_goal(desktop, tool):
    click(desktop, 100, 105)
    click(desktop, 230, 252)
    assert corners(tool) == [(100, 100), (230, 252)]


def test_a_step_back_takes_a_whole_leg_and_the_drawing_goes_on(desktop, tool, project):
    click(desktop, 100, 105)
    click(desktop, 390, 300)
    click(desktop, 200, 445)
    assert corners(tool) == [(100, 100), (400, 100), (400, 300), (400, 450), (200, 450)]
    press(tool, Qt.Key.Key_Backspace)
    assert corners(tool) == [(100, 100), (400, 100), (400, 300)]
    press(tool, Qt.Key.Key_Z, CTRL)
    assert corners(tool) == [(100, 100)]
    press(tool, Qt.Key.Key_Delete)
    assert corners(tool) == [(100, 100)], "QGIS keeps the first point: Esc drops it"
    draw(desktop, (300, 105))
    assert near(only(roles.find(project, LayerRole.WALKS)), here("LineString (100 100, 300 100)"))


def test_enter_finishes_as_a_right_click_does(desktop, tool, project):
    press(tool, Qt.Key.Key_Return)
    click(desktop, 100, 105)
    press(tool, Qt.Key.Key_Return)
    assert tool.size() == 1, "one point is no route"
    click(desktop, 390, 300)
    move(desktop, 200, 445)
    press(tool, Qt.Key.Key_Enter)
    assert near(only(roles.find(project, LayerRole.WALKS)), here("LineString (100 100, 400 100, 400 300)"))
    assert tool.size() == 0
    assert not tool.label.isVisibleTo(desktop.canvas)


def test_esc_leaves_nothing_and_what_is_drawn_next_is_not_mixed_up_with_it(desktop, tool):
    click(desktop, 100, 105)
    click(desktop, 390, 300)
    press(tool, Qt.Key.Key_Escape)
    assert tool.size() == 0
    assert not tool.label.isVisibleTo(desktop.canvas)
    for x in (100, 150, 200):
        click(desktop, x, 60, keys=CTRL)
    press(tool, Qt.Key.Key_Backspace)
    assert corners(tool) == [(100, 60), (150, 60)]


def test_while_the_streets_are_read_one_draws_freely_and_is_told(desktop, tool, choice):
    graph = choice.following.graph
    choice.following = Following(is_on=True, is_reading=True)
    click(desktop, 100, 105)
    move(desktop, 390, 300)
    assert "being read" in tool.label.text()
    choice.following = Following(is_on=True)
    move(desktop, 380, 300)
    assert "no streets to follow" in tool.label.text()
    move(desktop, 380, 300, keys=CTRL)
    assert "\n" not in tool.label.text(), "who draws freely knows"
    click(desktop, 390, 300)
    choice.following = Following(is_on=True, graph=graph)
    click(desktop, 200, 445)
    assert corners(tool) == [(100, 105), (390, 300), (400, 300), (400, 450), (200, 450)]


def test_what_is_snapped_to_is_where_the_leg_ends(desktop, tool, project):
    lamp = QgsVectorLayer("Point?crs=EPSG:3006", "Lampor", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(X + 300, Y + 120)))
    lamp.dataProvider().addFeatures([feature])
    project.addMapLayer(lamp)
    desktop.canvas.setLayers([lamp])
    config = project.snappingConfig()
    config.setEnabled(True)
    config.setMode(Qgis.SnappingMode.AllLayers)
    config.setTypeFlag(Qgis.SnappingType.Vertex)
    config.setTolerance(20)
    config.setUnits(QgsTolerance.UnitType.Pixels)
    desktop.canvas.snappingUtils().setConfig(config)
    click(desktop, 100, 105)
    # QGIS makes its index in the background, at the first question.
    until(lambda: desktop.canvas.snappingUtils().snapToMap(QgsPointXY(X + 305, Y + 125)).isValid())
    click(desktop, 305, 125)
    assert corners(tool) == [(100, 100), (300, 100), (300, 120)]


def test_the_menu_is_qgis_own_before_the_first_point_and_ours_by_its_key_after(desktop, tool, choice):
    menu = QMenu()
    assert tool.flags() & tool.Flag.ShowContextMenu
    tool.populateContextMenuWithEvent(menu, None)
    entries = {action.text(): action for action in menu.actions()}
    assert not entries["Finish the route"].isEnabled()
    entries["Follow the streets"].trigger()
    assert not choice.following.is_on
    click(desktop, 100, 105)
    assert not tool.flags() & tool.Flag.ShowContextMenu, "a right click ends the route"
    assert corners(tool) == [(100, 105)]


def test_on_a_map_in_another_crs_the_length_is_that_of_the_layer(desktop, tool, project):
    crs = QgsCoordinateReferenceSystem("EPSG:3857")
    desktop.canvas.setDestinationCrs(crs)
    transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:3006"), crs, project)
    desktop.canvas.setExtent(transform.transformBoundingBox(QgsRectangle(X, Y, X + 500, Y + 500)))

    def at(x, y):
        place = transform.transform(QgsPointXY(X + x, Y + y))
        return place.x() - X, place.y() - Y

    click(desktop, *at(100, 105))
    move(desktop, *at(390, 300))
    assert abs(int(tool.label.text().split()[0]) - 500) < 8
    click(desktop, *at(390, 300))
    click(desktop, *at(200, 445))
    assert tool.size() == 5
    press(tool, Qt.Key.Key_Backspace)
    assert tool.size() == 3
    click(desktop, *at(390, 300), RIGHT)
    walk = only(roles.find(project, LayerRole.WALKS))
    assert near(walk, here("LineString (100 100, 400 100, 400 300)"), 6)


def test_with_the_panel_of_numbers_or_tracing_on_qgis_draws(desktop, tool):
    panel = desktop.cad_dock.enableAction()
    panel.trigger()
    click(desktop, 100, 110)
    click(desktop, 390, 300)
    assert corners(tool) == [(100, 110), (390, 300)]
    press(tool, Qt.Key.Key_Escape)
    panel.trigger()
    tracer = QgsMapCanvasTracer(desktop.canvas)
    tracing = QAction(tracer)
    tracing.setCheckable(True)
    tracing.setChecked(True)
    tracer.setActionEnableTracing(tracing)
    click(desktop, 100, 110, keys=CTRL)
    move(desktop, 390, 300)
    assert tool.label.text() == "347 m · 7 min"


@pytest.fixture
def walk(desktop, tool, ready, person, project):
    """The south side of the block and a part of its east side, with a stop on each; drawn and not saved."""
    told = []
    upkeep = WalkUpkeep(project, lambda: PACE, told.append)
    draw(desktop, (100, 105), (390, 300))
    ready(WalkStopTool).begin()
    for place, x, y in (("Bron", 200, 100), ("Torget", 400, 200)):
        person.answer = {"place": place}
        click(desktop, x, y)
    yield only(roles.find(project, LayerRole.WALKS))["uuid"]
    upkeep.unload()
    assert not told


def titles(project):
    return {row["title"]: round(row.geometry().length()) for row in roles.find(project, LayerRole.WALKS).getFeatures()}


@pytest.mark.parametrize(
    ("click_at", "route"),
    [
        ((200, 445), "LineString (100 100, 400 100, 400 450, 200 450)"),
        ((50, 200), "LineString (50 200, 50 100, 400 100, 400 300)"),
    ],
)
def test_a_route_is_continued_from_the_end_nearest_to_the_click(desktop, ready, rules, walk, project, click_at, route):
    layer = roles.find(project, LayerRole.WALKS)
    steps = layer.undoStack().count()
    ready(ContinueRouteTool, rules).go_on(walk)
    click(desktop, *click_at)
    click(desktop, *click_at, RIGHT)
    row = only(layer)
    assert near(row, here(route))
    assert row["length_m"] == pytest.approx(row.geometry().length(), abs=1)
    assert row["minutes"] == round(PACE.minutes(row.geometry().length(), 2))
    assert layer.undoStack().count() == steps + 1
    layer.undoStack().undo()
    assert near(only(layer), here("LineString (100 100, 400 100, 400 300)"))


def test_the_label_of_a_continued_route_counts_the_whole_walk(desktop, ready, rules, walk):
    tool = ready(ContinueRouteTool, rules)
    tool.go_on(walk)
    click(desktop, 390, 400)
    move(desktop, 395, 440)
    assert tool.label.text() == "640 m · 23 min"


def test_a_click_near_a_stop_splits_the_walk_at_the_stop(desktop, ready, walk, project):
    ready(SplitRouteTool, lambda: PACE).begin(walk)
    click(desktop, 205, 104)
    assert titles(project) == {"Centrum": pytest.approx(100, abs=2), "Centrum, part 2": pytest.approx(400, abs=2)}
    stops = roles.find(project, LayerRole.WALK_STOPS)
    owner = {stop["place"]: (stop["walk"] == walk, stop["number"]) for stop in stops.getFeatures()}
    assert owner == {"Bron": (True, 1), "Torget": (False, 1)}
    assert not isinstance(desktop.canvas.mapTool(), SplitRouteTool)


def test_a_right_click_or_esc_splits_nothing(desktop, ready, walk, project):
    tool = ready(SplitRouteTool, lambda: PACE)
    for leave in (lambda: click(desktop, 205, 104, RIGHT), lambda: press(tool, Qt.Key.Key_Escape)):
        tool.begin(walk)
        leave()
        assert desktop.canvas.mapTool() is not tool
    assert titles(project) == {"Centrum": 500}


def test_who_asks_where_to_split_leaves_when_the_route_or_the_map_changes(desktop, ready, walk, project):
    tool = ready(SplitRouteTool, lambda: PACE)
    tool.begin(walk)
    redraw_route(project, walk, QgsGeometry.fromWkt(here("LineString (100 100, 300 100)")), PACE, "Move")
    assert desktop.canvas.mapTool() is not tool
    tool.begin(walk)
    roles.find(project, LayerRole.WALKS).undoStack().undo()
    assert desktop.canvas.mapTool() is not tool
    tool.begin(walk)
    desktop.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    assert desktop.canvas.mapTool() is not tool


def test_a_map_that_cannot_show_the_route_is_told(desktop, ready, walk):
    tool = ready(SplitRouteTool, lambda: PACE)
    other_side = QgsCoordinateReferenceSystem("PROJ:+proj=ortho +lat_0=-60 +lon_0=-150 +datum=WGS84")
    desktop.canvas.setDestinationCrs(other_side)
    with pytest.raises(InputError, match="cannot be found"):
        tool.begin(walk)


def test_the_project_may_be_closed_while_a_route_is_drawn(desktop, tool):
    click(desktop, 100, 105)
    click(desktop, 390, 300)
    QgsProject.instance().clear()
    assert desktop.canvas.mapTool() is not tool


@pytest.mark.parametrize("database", ["server"], indirect=True)
def test_on_a_server_a_route_along_the_streets_is_drawn_continued_and_stored(desktop, ready, rules, walk, project):
    ready(ContinueRouteTool, rules).go_on(walk)
    draw(desktop, (200, 445))
    ready(SplitRouteTool, lambda: PACE).begin(walk)
    click(desktop, 400, 250)
    save_all(project)
    assert unsaved_rows(project) == ()
    assert titles(project) == {"Centrum": pytest.approx(450, abs=2), "Centrum, part 2": pytest.approx(400, abs=2)}
    stops = roles.find(project, LayerRole.WALK_STOPS)
    assert {stop["place"]: (stop["walk"], stop["number"]) for stop in stops.getFeatures()} == {
        "Bron": (walk, 1),
        "Torget": (walk, 2),
    }
