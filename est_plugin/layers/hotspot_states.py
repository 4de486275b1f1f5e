# SPDX-License-Identifier: GPL-2.0-or-later
"""The hotspots as they were in the period shown: a private layer of their states, joined to the layer of hotspots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayerJoinInfo

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

#: Joined fields are called period_rank, period_status …; the style of the hotspots reads them.
PREFIX = "period_"
_FIELDS = ["rank", "incidents", "incidents_before", "status"]


def join(hotspots: QgsVectorLayer, states: QgsVectorLayer) -> None:
    """Let each hotspot know its state in the period shown; to be called again when the states have changed."""
    info = QgsVectorLayerJoinInfo()
    info.setJoinLayer(states)
    info.setJoinFieldName("hotspot")
    info.setTargetFieldName("uuid")
    info.setPrefix(PREFIX)
    info.setJoinFieldNamesSubset(_FIELDS)
    info.setUsingMemoryCache(True)
    hotspots.removeJoin(states.id())  # noqa: QGS201 (there is none the first time)
    hotspots.addJoin(info)  # noqa: QGS201 (refused only for a layer joined to itself)
