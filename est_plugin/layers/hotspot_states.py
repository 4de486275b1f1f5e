# SPDX-License-Identifier: GPL-2.0-or-later
"""How does the map know how the hotspots stood in the period shown? By virtual fields of their layer.

A join would have to ask the database for all states on the main thread; these fields hold what was read elsewhere.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qgis.core import QgsExpression, QgsField
from qgis.PyQt.QtCore import QMetaType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsVectorLayer

    from est_plugin.db.hotspot_states import HotspotState

#: The fields are called period_rank, period_status …; the style of the hotspots reads them.
PREFIX = "period_"
_FIELDS = {
    "rank": QMetaType.Type.Int,
    "incidents": QMetaType.Type.Int,
    "incidents_before": QMetaType.Type.Int,
    "status": QMetaType.Type.QString,
}


def show(hotspots: QgsVectorLayer, states: Sequence[HotspotState]) -> None:
    """Let each hotspot know its state in the period shown; one without a state has NULL."""
    for name, kind in _FIELDS.items():
        values = json.dumps({state.hotspot: getattr(state, name) for state in states})
        expression = f'map_get(json_to_map({QgsExpression.quotedString(values)}), "uuid")'
        index = hotspots.fields().indexOf(PREFIX + name)
        if index < 0:
            hotspots.addExpressionField(expression, QgsField(PREFIX + name, kind))
        else:
            hotspots.updateExpressionField(index, expression)
