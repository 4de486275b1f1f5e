# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps walks right while routes and stops are edited, with any tool: numbers along the route, length and minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsExpression, QgsFeatureRequest
from qgis.PyQt.QtCore import QObject, QTimer

from est_plugin.errors import EstError
from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.edits import checked, edit_command
from est_plugin.layers.layer_watch import LayerWatch
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.route_edits import plan, renumber
from est_plugin.layers.stop_numbers import number_in_this_command, stops_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

    from est_plugin.layers.layer_watch import Ties
    from est_plugin.layers.pace import Pace


class WalkUpkeep(QObject):
    """A moved or deleted stop renumbers its walk within the same edit command, so that one undo takes both back; so do
    length and minutes with a route.

    What is in the other layer, with an undo stack of its own, is brought up to date after each step, also after an
    undo: the minutes after a step of the stops, the numbers after a step of a route.
    """

    def __init__(self, project: QgsProject, pace: Callable[[], Pace], tell: Callable[[EstError], None]) -> None:
        """``pace`` is asked each time, so that a changed setting counts at once; ``tell`` shows an error."""
        super().__init__()
        self._project = project
        self._tell = tell
        self._pace = pace
        #: Walks whose stops were edited since their minutes were planned.
        self._touched: set[str] = set()
        #: The walks of each stop that was never saved: deleted, it can no longer tell.
        self._new_stops: dict[int, set[str]] = {}
        self._redrawn: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._plan)
        self._watch = LayerWatch(project, (LayerRole.WALKS, LayerRole.WALK_STOPS), self._ties)

    def unload(self) -> None:
        """Let go of the layers."""
        self._timer.stop()
        self._watch.unload()

    def _ties(self, layer: QgsVectorLayer) -> Ties:
        role = roles.role_of(layer)
        if role is None:
            return ()
        if role is LayerRole.WALKS:
            return ((layer.geometryChanged, self._on_route_changed),)
        return (
            (layer.featureAdded, self._on_stop_added),
            (layer.geometryChanged, self._on_stop_moved),
            (layer.attributeValueChanged, self._on_stop_changed),
            (layer.featureDeleted, self._on_stop_deleted),
            (layer.undoStack().indexChanged, self._on_step),
            (layer.afterCommitChanges, self._on_stops_ended),
            (layer.editingStopped, self._on_stops_ended),
        )

    def _on_step(self, _index: int) -> None:
        self._timer.start(0)

    def _on_route_changed(self, walk_id: int, _route: QgsGeometry) -> None:
        walks, stops = roles.find(self._project, LayerRole.WALKS), self._stops()
        if walks is None or stops is None:
            return
        uuid = walks.getFeature(walk_id)["uuid"]
        # Undo and redo change routes too, but bring what belongs to them.
        if walks.isEditCommandActive():
            try:
                plan(walks, walk_id, len(stops_of(stops, uuid)), self._pace())
            except EstError as error:
                self._tell(error)
        self._redrawn.add(uuid)
        self._timer.start(0)

    def _on_stop_added(self, stop_id: int) -> None:
        layer = self._stops()
        if layer is not None:
            stop = layer.getFeature(stop_id)
            self._touch(stop)
            self._remember_new(stop_id, stop["walk"])

    def _on_stop_moved(self, stop_id: int, _place: QgsGeometry) -> None:
        layer = self._stops()
        if layer is not None:
            self._renumber(layer, layer.getFeature(stop_id))

    def _on_stop_changed(self, stop_id: int, field: int, walk: Any) -> None:  # noqa: ANN401 (a uuid, or NULL)
        """A stop that is given to another walk is numbered there, and leaves no gap where it was."""
        layer = self._stops()
        if layer is None or layer.fields().at(field).name() != "walk" or not layer.isEditCommandActive():
            return
        before = layer.dataProvider().getFeatures(QgsFeatureRequest(stop_id))
        for uuid in (walk, *(stop["walk"] for stop in before)):
            if uuid:
                self._touched.add(uuid)
                self._number(layer, uuid)
        self._remember_new(stop_id, walk)

    def _on_stop_deleted(self, stop_id: int) -> None:
        layer = self._stops()
        if layer is None:
            return
        # The layer no longer has it, the database still does, unless it was never saved.
        saved = layer.dataProvider().getFeatures(QgsFeatureRequest(stop_id))
        walks = {stop["walk"] for stop in saved if stop["walk"]} | self._new_stops.get(stop_id, set())
        self._touched |= walks
        for walk in walks:
            self._number(layer, walk)

    def _renumber(self, layer: QgsVectorLayer, stop: QgsFeature) -> None:
        self._touch(stop)
        if stop["walk"]:
            self._number(layer, stop["walk"])

    def _number(self, layer: QgsVectorLayer, walk: str) -> None:
        # Undo and redo move stops too, but bring the numbers of their command with them.
        if layer.isEditCommandActive():
            try:
                number_in_this_command(self._project, layer, walk)
            except EstError as error:
                self._tell(error)

    def _touch(self, stop: QgsFeature) -> None:
        if stop["walk"]:
            self._touched.add(stop["walk"])

    def _remember_new(self, stop_id: int, walk: Any) -> None:  # noqa: ANN401 (a uuid, or NULL)
        if walk and stop_id < 0:
            self._new_stops.setdefault(stop_id, set()).add(walk)

    def _on_stops_ended(self) -> None:
        """The stops were saved, or dropped: then minutes that were not saved follow, and those saved stay."""
        walks = roles.find(self._project, LayerRole.WALKS)
        if walks is not None and walks.isModified():
            self._plan()
        self._touched.clear()
        self._new_stops.clear()

    def _plan(self) -> None:
        """Write the planned minutes of the walks whose stops were edited; a route brought its own."""
        touched, self._touched = self._touched, set()
        walks, stops = roles.find(self._project, LayerRole.WALKS), self._stops()
        if walks is None or stops is None:
            return
        self._number_redrawn(walks)
        # After the end of both edit sessions nothing may begin one anew.
        for uuid in touched if stops.isEditable() or walks.isEditable() else ():
            self._plan_minutes(walks, uuid, len(stops_of(stops, uuid)))

    def _plan_minutes(self, walks: QgsVectorLayer, uuid: str, stops: int) -> None:
        field = walks.fields().indexOf("minutes")
        for walk in walks.getFeatures(QgsExpression.createFieldEqualityExpression("uuid", uuid)):
            minutes = round(self._pace().minutes(walk.geometry().length(), stops))
            if walk["minutes"] == minutes:
                continue
            try:
                with edit_command(walks, translate("est_plugin", "Plan the minutes")):
                    checked(walks.changeAttributeValue(walk.id(), field, minutes), walks)
            except EstError as error:
                self._tell(error)

    def _number_redrawn(self, walks: QgsVectorLayer) -> None:
        """Number the stops along the routes that were changed. Not where the change was dropped with its session."""
        redrawn, self._redrawn = self._redrawn, set()
        for uuid in redrawn if walks.isEditable() else ():
            try:
                renumber(self._project, uuid)
            except EstError as error:
                self._tell(error)

    def _stops(self) -> QgsVectorLayer | None:
        return roles.find(self._project, LayerRole.WALK_STOPS)
