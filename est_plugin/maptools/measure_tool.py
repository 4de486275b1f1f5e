# SPDX-License-Identifier: GPL-2.0-or-later
"""Flags measures on the map: lighting, signage, traffic bans and others."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from qgis.gui import QgsMapToolCapture

from est_plugin.domain.measure import LIGHTING, SIGNAGE, TRAFFIC_BAN
from est_plugin.layers.new_measure import MeasureDraft, add_by_form
from est_plugin.layers.roles import LayerRole
from est_plugin.maptools.drawing_tool import DrawingTool

if TYPE_CHECKING:
    from qgis.core import QgsGeometry, QgsVectorLayer

    from est_plugin.layers.new_measure import MeasureLinks
    from est_plugin.maptools.drawing_tool import Desktop

_MODES = {
    LayerRole.MEASURE_POINTS: QgsMapToolCapture.CaptureMode.CapturePoint,
    LayerRole.MEASURE_LINES: QgsMapToolCapture.CaptureMode.CaptureLine,
    LayerRole.MEASURE_AREAS: QgsMapToolCapture.CaptureMode.CapturePolygon,
}


class MeasurePreset(Enum):
    """What the tool draws: the layer, and the kind of measure that is filled in (empty: the person chooses)."""

    LIGHTING = (LayerRole.MEASURE_POINTS, LIGHTING)
    SIGNAGE = (LayerRole.MEASURE_POINTS, SIGNAGE)
    TRAFFIC_BAN_STRETCH = (LayerRole.MEASURE_LINES, TRAFFIC_BAN)
    TRAFFIC_BAN_AREA = (LayerRole.MEASURE_AREAS, TRAFFIC_BAN)
    OTHER_PLACE = (LayerRole.MEASURE_POINTS, "")
    OTHER_STRETCH = (LayerRole.MEASURE_LINES, "")
    OTHER_AREA = (LayerRole.MEASURE_AREAS, "")

    @property
    def role(self) -> LayerRole:
        """The layer that is drawn on."""
        return self.value[0]

    @property
    def kind(self) -> str:
        """Code of the kind of measure."""
        return self.value[1]


class MeasureTool(DrawingTool):
    """Each measure begins as a proposal."""

    def __init__(self, desktop: Desktop, preset: MeasurePreset) -> None:
        super().__init__(desktop, preset.role, _MODES[preset.role])
        self._draft = MeasureDraft(preset.kind)

    def begin_for(self, links: MeasureLinks) -> None:
        """Begin; what is drawn until the tool is begun again answers ``links``. Raises EstError as ``begin`` does."""
        self._draft = replace(self._draft, links=links)
        self.begin()

    def defaults(self, geometry: QgsGeometry) -> dict[str, Any]:  # noqa: ARG002 (the same for every place)
        return self._draft.values()

    def _fill_in(self, layer: QgsVectorLayer, geometry: QgsGeometry) -> None:
        add_by_form(layer, self._desktop.layer_tools, geometry, self._draft)
