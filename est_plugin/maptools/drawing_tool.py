# SPDX-License-Identifier: GPL-2.0-or-later
"""What all drawing tools share: QGIS's own digitizing on one of our layers, then QGIS's own form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsVectorLayer
from qgis.gui import QgsMapToolDigitizeFeature

from est_plugin.errors import QT_TRANSLATE_NOOP, EstError
from est_plugin.layers import child_rows, roles
from est_plugin.layers.edits import end_if_unchanged, start_editing

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayerTools
    from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMapCanvas, QgsMapToolCapture

    from est_plugin.layers.roles import LayerRole


@dataclass(frozen=True)
class Desktop:
    """What a tool needs of the running QGIS; ``tell`` shows an error to the person."""

    project: QgsProject
    canvas: QgsMapCanvas
    cad_dock: QgsAdvancedDigitizingDockWidget
    layer_tools: QgsVectorLayerTools
    tell: Callable[[EstError], None]
    #: Makes a layer the active one, whose edits QGIS's own Undo and Save are for.
    activate: Callable[[QgsVectorLayer], object]


class DrawingTool(QgsMapToolDigitizeFeature):
    """Draws one feature after another on the layer of a role.

    Snapping, tracing, the advanced digitizing dock, undo of points and Esc are QGIS's. The finished feature goes to
    QGIS's form, which adds it to the edit buffer in one edit command, or not at all if the person cancels.
    """

    def __init__(self, desktop: Desktop, role: LayerRole, mode: QgsMapToolCapture.CaptureMode) -> None:
        super().__init__(desktop.canvas, desktop.cad_dock, mode)
        self._desktop = desktop
        self._role = role
        self._layer_id = ""
        self._begun_here = False
        self.digitizingCompleted.connect(self._completed)
        desktop.project.layersWillBeRemoved.connect(self._let_go)

    def defaults(self, geometry: QgsGeometry) -> dict[str, Any]:
        """Values by field name that the form starts with, beside the defaults of the layer."""
        raise NotImplementedError

    def begin(self) -> None:
        """Make this the tool of the map, with its layer in edit mode.

        Raises EstError if its layer is not in the project or cannot be edited.
        """
        layer = self._layer()
        canvas = self._desktop.canvas
        before = canvas.mapTool()
        if before is not None and before is not self:
            # First, since it may end an edit session of the same layer.
            canvas.unsetMapTool(before)
        begun_here = start_editing(layer)
        if before is not self:
            layer.editingStopped.connect(self._stop)
        self._layer_id = layer.id()
        self._begun_here = begun_here or self._begun_here
        self.setLayer(layer)
        # On activation QGIS 3.40 keeps a bare pointer to the current layer and uses it when the tool leaves; if that
        # layer is removed meanwhile, QGIS crashes. So it must be our own layer, whose removal we notice.
        self._desktop.activate(layer)
        canvas.setCurrentLayer(layer)
        canvas.setMapTool(self)

    def deactivate(self) -> None:
        """Leave the map; an edit session that was begun for the tool ends if nothing was drawn."""
        super().deactivate()
        layer = self._desktop.project.mapLayer(self._layer_id)
        if isinstance(layer, QgsVectorLayer):
            layer.editingStopped.disconnect(self._stop)
            if self._begun_here:
                end_if_unchanged(layer)
        self._layer_id = ""
        self._begun_here = False

    def release(self) -> None:
        """Take the tool off the map and cut its ties; the caller then deletes it."""
        self._desktop.canvas.unsetMapTool(self)
        self.digitizingCompleted.disconnect(self._completed)
        self._desktop.project.layersWillBeRemoved.disconnect(self._let_go)

    def _layer(self) -> QgsVectorLayer:
        layer = roles.find(self._desktop.project, self._role)
        if layer is None:
            raise EstError(
                QT_TRANSLATE_NOOP("est_plugin", "There is no layer to draw on."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The EST layers are not in the project."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Open the database again."),
            )
        return layer

    def _completed(self, feature: QgsFeature) -> None:
        try:
            self._fill_in(self._layer(), feature.geometry())
        except EstError as error:
            self._desktop.tell(error)

    def _fill_in(self, layer: QgsVectorLayer, geometry: QgsGeometry) -> None:
        """Open the form."""
        values = {layer.fields().indexOf(name): value for name, value in self.defaults(geometry).items()}
        with child_rows.left_out(layer):
            self._desktop.layer_tools.addFeature(layer, values, geometry)  # noqa: QGS201 (False: the person cancelled)
        layer.triggerRepaint()

    def _let_go(self, layer_ids: list[str]) -> None:
        """Leave the map before the layer goes."""
        if self._layer_id in layer_ids:
            self._stop()
            self.setLayer(None)

    def _stop(self) -> None:
        """Leave the map when the person ends the edit session: nothing can be drawn then."""
        self._desktop.canvas.unsetMapTool(self)
