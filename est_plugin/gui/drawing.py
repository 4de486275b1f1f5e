# SPDX-License-Identifier: GPL-2.0-or-later
"""The drawing tools that the pages start, and the saving of what was drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError
from est_plugin.layers import roles
from est_plugin.layers.pace import Pace
from est_plugin.layers.roles import MEASURE_ROLES, LayerRole
from est_plugin.maptools.drawing_tool import Desktop, DrawingTool
from est_plugin.maptools.measure_tool import MeasurePreset, MeasureTool
from est_plugin.maptools.walk_route_tool import WalkRouteTool
from est_plugin.maptools.walk_stop_tool import WalkStopTool

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer
    from qgis.gui import QgisInterface

    from est_plugin.gui.session import Session

_DRAWN_ROLES = (LayerRole.WALKS, LayerRole.WALK_STOPS, *MEASURE_ROLES)


class Drawing:
    """One tool of each kind, made once and kept until the plugin is unloaded."""

    def __init__(self, session: Session, iface: QgisInterface) -> None:
        self._session = session
        desktop = Desktop(
            session.project,
            iface.mapCanvas(),  # type: ignore[arg-type] # the desktop has one
            iface.cadDockWidget(),  # type: ignore[arg-type] # the desktop has one
            iface.vectorLayerTools(),  # type: ignore[arg-type] # the desktop has them
            session.messages.error,
        )
        self._route = WalkRouteTool(desktop, self._pace)
        self._stop = WalkStopTool(desktop)
        self._measures = {preset: MeasureTool(desktop, preset) for preset in MeasurePreset}

    def unload(self) -> None:
        """Take the tools off the map and delete them."""
        for tool in self._tools():
            tool.release()
            tool.deleteLater()

    def draw_route(self) -> None:
        """Start drawing the route of a walk."""
        self._route.begin()

    def add_stops(self) -> None:
        """Start setting stops."""
        self._stop.begin()

    def flag(self, preset: MeasurePreset) -> None:
        """Start flagging measures."""
        self._measures[preset].begin()

    def save(self) -> None:
        """Store what was drawn.

        Raises DatabaseError if a layer was refused; what it holds then stays in its edit buffer.
        """
        for layer in self._edited():
            if not layer.commitChanges():
                raise DatabaseError(
                    QT_TRANSLATE_NOOP("est_plugin", "The edits of {layer} were not saved."),
                    why=QT_TRANSLATE_NOOP("est_plugin", "The database says: {error}."),
                    what_next=QT_TRANSLATE_NOOP("est_plugin", "They are still in the layer. Correct and save again."),
                    layer=layer.name(),
                    error="; ".join(layer.commitErrors()),
                )
        self._session.data_changed.emit()

    def _edited(self) -> list[QgsVectorLayer]:
        layers = (roles.find(self._session.project, role) for role in _DRAWN_ROLES)
        return [layer for layer in layers if layer is not None and layer.isEditable()]

    def _tools(self) -> tuple[DrawingTool, ...]:
        return (self._route, self._stop, *self._measures.values())

    def _pace(self) -> Pace:
        chosen = self._session.settings
        return Pace(chosen.walking_speed_kmh.value(), chosen.minutes_per_stop.value())
