# SPDX-License-Identifier: GPL-2.0-or-later
"""What the pages do on the map: start a drawing tool, zoom to what is selected, open QGIS's form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtWidgets import QDialog

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.gui.flag_measure import flag_measure
from est_plugin.gui.followed_streets import FollowedStreets
from est_plugin.gui.kept_streets import KeptStreets
from est_plugin.layers import roles
from est_plugin.layers.edits import end_if_unchanged, start_editing
from est_plugin.layers.new_measure import MeasureLinks
from est_plugin.layers.pace import Pace
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.route_edits import walk_of
from est_plugin.layers.selection_box import selection_box
from est_plugin.layers.shown_rows import MapPlace
from est_plugin.layers.stop_numbers import stops_of
from est_plugin.layers.walk_upkeep import WalkUpkeep
from est_plugin.maptools.continue_route_tool import ContinueRouteTool
from est_plugin.maptools.drawing_tool import Desktop, DrawingTool
from est_plugin.maptools.measure_tool import MeasurePreset, MeasureTool
from est_plugin.maptools.route_rules import RouteRules
from est_plugin.maptools.split_route_tool import SplitRouteTool
from est_plugin.maptools.walk_route_tool import WalkRouteTool
from est_plugin.maptools.walk_stop_tool import WalkStopTool

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from qgis.core import QgsGeometry, QgsRectangle, QgsVectorLayerTools
    from qgis.gui import QgisInterface, QgsMapCanvas
    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.gui.session import Session
    from est_plugin.layers.new_measure import MeasureDraft
    from est_plugin.layers.shown_rows import ShownWalk

#: QGIS zooms so close that a route touches the edges of the map; at a point it keeps the scale.
_ZOOM_MARGIN = 1.5


class Drawing:
    """One tool of each kind, made once and kept until the plugin is unloaded."""

    def __init__(self, session: Session, iface: QgisInterface) -> None:
        self._session = session
        self._iface = iface
        #: What routes follow.
        self.streets = KeptStreets(session)
        self.following = FollowedStreets(session, self.streets)
        self._upkeep = WalkUpkeep(session.project, self.pace, session.messages.error)
        desktop = Desktop(
            session.project,
            iface.mapCanvas(),  # type: ignore[arg-type] # the desktop has one
            iface.cadDockWidget(),  # type: ignore[arg-type] # the desktop has one
            iface.vectorLayerTools(),  # type: ignore[arg-type] # the desktop has them
            session.messages.error,
            iface.setActiveLayer,
        )
        rules = RouteRules(self.pace, self.following.now, self.following.follow)
        self._route = WalkRouteTool(desktop, rules)
        self._continue = ContinueRouteTool(desktop, rules)
        self._split = SplitRouteTool(desktop, self.pace)
        self._stop = WalkStopTool(desktop)
        self._measures = {preset: MeasureTool(desktop, preset) for preset in MeasurePreset}

    @property
    def window(self) -> QWidget:
        """The main window, which stands behind dialogs."""
        return self._iface.mainWindow()

    @property
    def canvas(self) -> QgsMapCanvas:
        """The map."""
        return self._iface.mapCanvas()  # type: ignore[return-value] # the desktop has one

    def unload(self) -> None:
        """Take the tools off the map and delete them, and let go of the layers."""
        for tool in self._tools():
            tool.release()
            tool.deleteLater()
        self._split.release()
        self._split.deleteLater()
        self.following.deleteLater()
        self.streets.unload()
        self.streets.deleteLater()
        self._upkeep.unload()
        self._upkeep.deleteLater()

    def draw_route(self) -> None:
        """Start drawing the route of a walk."""
        self._route.begin()
        self.following.prepare()

    def continue_route(self, walk: ShownWalk) -> None:
        """Start drawing on from an end of a route."""
        self._continue.go_on(walk.uuid)
        self.following.prepare()

    def split_route(self, walk: ShownWalk) -> None:
        """Ask where a route shall be split."""
        self._split.begin(walk.uuid)

    def change_route(self, walk: ShownWalk) -> None:
        """Let QGIS's vertex tool insert, move and remove the corners of a route.

        Raises EstError if the walks cannot be edited.
        """
        layer, row = walk_of(self._session.project, walk.uuid)
        self._edit(layer)
        layer.selectByIds([row.id()])
        self._iface.actionVertexToolActiveLayer().trigger()

    def move_stops(self, walk: ShownWalk) -> None:
        """Let QGIS's tool move the stops of a walk, one at a time.

        Raises InputError if it has none, EstError if they cannot be edited.
        """
        layer = roles.find(self._session.project, LayerRole.WALK_STOPS)
        if layer is None or not stops_of(layer, walk.uuid):
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The walk has no stops to move."),
                why=QT_TRANSLATE_NOOP("est_plugin", "None were set, or all were deleted."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Press Set stops and click on the map."),
            )
        self._edit(layer)
        # Of several that are selected QGIS moves all together.
        layer.removeSelection()
        self._iface.actionMoveFeature().trigger()

    def activate(self, walk: ShownWalk) -> None:
        """Make the layer of a walk the active one: QGIS's Undo is for that layer."""
        layer = self._session.project.mapLayer(walk.place.layer_id)
        if layer is not None:
            self._iface.setActiveLayer(layer)

    def _edit(self, layer: QgsVectorLayer) -> None:
        canvas = self._iface.mapCanvas()
        # First, since it may end an edit session of the same layer.
        canvas.unsetMapTool(canvas.mapTool())
        start_editing(layer)
        self._iface.setActiveLayer(layer)

    def add_stops(self) -> None:
        """Start setting stops."""
        self._stop.begin()

    def flag(self, preset: MeasurePreset, links: MeasureLinks | None = None) -> None:
        """Start flagging measures, which answer ``links``."""
        self._measures[preset].begin_for(links or MeasureLinks())

    def flag_at(self, geometry: QgsGeometry, draft: MeasureDraft) -> str:
        """Open the form of a new measure at a known place, as ``flag_measure`` does."""
        tools: QgsVectorLayerTools = self._iface.vectorLayerTools()  # type: ignore[assignment] # the desktop has them
        return flag_measure(self._session.project, tools, geometry, draft)

    def zoom_to_selected(self, watched: Collection[LayerRole]) -> None:
        """Show the selected features of the layers that play these roles."""
        layers = [layer for role in watched if (layer := roles.find(self._session.project, role)) is not None]
        self.zoom_to([MapPlace(layer.id(), number) for layer in layers for number in layer.selectedFeatureIds()])

    def zoom_to(self, places: Iterable[MapPlace]) -> None:
        """Show these features."""
        crs = self._iface.mapCanvas().mapSettings().destinationCrs()
        self._session.fetch(self, selection_box(self._session.project, places, crs), self._zoom)

    def _zoom(self, box: QgsRectangle) -> None:
        if not box.isNull():
            canvas = self._iface.mapCanvas()
            # QGIS pans to a point, and makes what it shows then out of the very rectangle it was given.
            is_point = box.isEmpty()
            canvas.zoomToFeatureExtent(box)
            if not is_point:
                canvas.zoomByFactor(_ZOOM_MARGIN)

    def open_form(self, place: MapPlace) -> None:
        """Let the person change a feature in QGIS's own form; what is changed waits in the edit buffer.

        Who may only read sees the form too. Raises EstError if its layer cannot be edited for another reason.
        """
        layer = self._session.project.mapLayer(place.layer_id)
        if isinstance(layer, QgsVectorLayer):
            begun_here = not layer.readOnly() and start_editing(layer)
            open_before = self.window.findChildren(QDialog)
            # One that others wait for would end, with what was typed, when QGIS hides it behind a row that hangs on it.
            self._iface.openFeatureForm(layer, layer.getFeature(place.feature_id), False, False)  # noqa: FBT003 (QGIS's)
            if begun_here:
                self._end_with_form(place.layer_id, open_before)

    def _end_with_form(self, layer_id: str, open_before: list[QDialog]) -> None:
        """End the edit session with the form if nothing was changed; at once if no form came."""

        def end() -> None:
            layer = self._session.project.mapLayer(layer_id)
            if isinstance(layer, QgsVectorLayer):
                end_if_unchanged(layer)

        opened = [one for one in self.window.findChildren(QDialog) if one not in open_before]
        for form in opened:
            form.finished.connect(lambda _result: end())
        if not opened:
            end()

    def _tools(self) -> tuple[DrawingTool, ...]:
        return (self._route, self._continue, self._stop, *self._measures.values())

    def pace(self) -> Pace:
        """How fast a group walks, as the settings say now."""
        chosen = self._session.settings
        return Pace(chosen.walking_speed_kmh.value(), chosen.minutes_per_stop.value())
