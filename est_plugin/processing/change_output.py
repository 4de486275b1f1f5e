# SPDX-License-Identifier: GPL-2.0-or-later
"""What do the rows of est:change hold, and how are they coloured?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from est_plugin.analysis.count_change import Verdict
from est_plugin.analysis.emerging import History
from est_plugin.analysis.rate_trends import Direction
from est_plugin.i18n import translate
from est_plugin.processing.kept_post_processor import KeptPostProcessor
from est_plugin.processing.row_output import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from enum import StrEnum

    from qgis.core import QgsCoordinateReferenceSystem, QgsMapLayer

    from est_plugin.analysis.arrays import GeometryArray

#: The field that the colours follow.
KIND = "kind"
_INT, _DOUBLE, _TEXT = QMetaType.Type.Int, QMetaType.Type.Double, QMetaType.Type.QString
CHANGE_FIELDS = (
    ("name", _TEXT),
    ("n", _INT),
    ("n_before", _INT),
    ("days", _INT),
    ("days_before", _INT),
    ("rate", _DOUBLE),
    ("rate_before", _DOUBLE),
    ("ratio", _DOUBLE),
    ("low", _DOUBLE),
    ("high", _DOUBLE),
    ("p", _DOUBLE),
    ("q", _DOUBLE),
    (KIND, _TEXT),
    ("words", _TEXT),
)
TREND_FIELDS = (
    ("name", _TEXT),
    ("n", _INT),
    ("rate", _DOUBLE),
    ("periods", _INT),
    ("s", _INT),
    ("p", _DOUBLE),
    ("q", _DOUBLE),
    (KIND, _TEXT),
    ("words", _TEXT),
)
HISTORY_FIELDS = (
    ("name", _TEXT),
    ("n", _INT),
    ("z", _DOUBLE),
    ("periods", _INT),
    ("hot_periods", _INT),
    (KIND, _TEXT),
    ("words", _TEXT),
)
#: Brown for more, blue for less, grey for what cannot be told: apart in grey print and for the colour-blind.
_COLOURS: dict[StrEnum, str] = {
    Verdict.MORE: "#b35806",
    Verdict.MORE_PER_DAY: "#e08214",
    Verdict.FEWER: "#0b5394",
    Verdict.FEWER_PER_DAY: "#6fa8dc",
    Verdict.UNCHANGED: "#d9d9d9",
    Verdict.CHANCE: "#d9d9d9",
    Verdict.TOO_FEW: "#f2f2f2",
    Verdict.INCOMPARABLE: "#bdbdbd",
    Direction.RISING: "#b35806",
    Direction.FALLING: "#0b5394",
    Direction.NONE: "#d9d9d9",
    Direction.UNTOLD: "#f2f2f2",
    History.NEW: "#f1a340",
    History.CONSECUTIVE: "#d9761a",
    History.INTENSIFYING: "#7f2704",
    History.PERSISTENT: "#a63603",
    History.DIMINISHING: "#cb9a76",
    History.SPORADIC: "#fdd0a2",
    History.OSCILLATING: "#b2abd2",
    History.HISTORICAL: "#5b2a86",
    History.NONE: "#f2f2f2",
}


def rows_of(
    columns: Sequence[tuple[str, QMetaType.Type]],
    rows: Iterable[Sequence[object]],
    polygons: GeometryArray | None,
    crs: QgsCoordinateReferenceSystem,
) -> Rows:
    """The rows with their polygons, or a table without places."""
    if polygons is None:
        return Rows.table(columns, rows)
    shapes = shapely.to_wkb(polygons).tolist()
    return Rows.on_map(columns, Qgis.WkbType.MultiPolygon, crs, zip(shapes, rows, strict=True))


class ColouredByKind(KeptPostProcessor):
    """Gives the layer a colour for each kind that occurs in it."""

    def __init__(self, kinds: Iterable[StrEnum]) -> None:
        super().__init__()
        # In the order of their definition, which is that of the legend.
        self._kinds = [kind for kind in _COLOURS if kind in set(kinds)]

    def dress(self, layer: QgsMapLayer) -> None:
        if not isinstance(layer, QgsVectorLayer) or not layer.isSpatial():
            return
        categories = [
            QgsRendererCategory(
                kind.value,
                QgsFillSymbol.createSimple(
                    {"color": _COLOURS[kind], "outline_color": "#7f7f7f", "outline_width": "0.1"}
                ),
                translate("est_plugin", kind.label),  # type: ignore[attr-defined] # all kinds have a label
            )
            for kind in self._kinds
        ]
        layer.setRenderer(QgsCategorizedSymbolRenderer(KIND, categories))
