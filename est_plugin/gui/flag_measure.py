# SPDX-License-Identifier: GPL-2.0-or-later
"""Opens the form of a new measure for a place that is known already: of a hotspot, a stop, an observation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.layers.edits import end_if_unchanged, start_editing
from est_plugin.layers.new_measure import layer_for, link_incidents

if TYPE_CHECKING:
    from qgis.core import QgsGeometry, QgsProject, QgsVectorLayerTools

    from est_plugin.layers.new_measure import MeasureDraft


def flag_measure(
    project: QgsProject, layer_tools: QgsVectorLayerTools, geometry: QgsGeometry, draft: MeasureDraft
) -> str:
    """Let a person fill in the form; the uuid of the measure, which waits in the edit buffer, empty if they cancelled.

    ``geometry`` is a point, a line or a polygon in the CRS of the database.

    Raises EstError if the layers are not in the project or cannot be edited.
    """
    layer = layer_for(project, geometry)
    begun_here = start_editing(layer)
    values = {layer.fields().indexOf(name): value for name, value in draft.values().items()}
    known = set(layer.editBuffer().addedFeatures())
    layer_tools.addFeature(layer, values, geometry)  # noqa: QGS201 (the edit buffer tells whether it was added)
    new = [row for number, row in layer.editBuffer().addedFeatures().items() if number not in known]
    if not new:
        if begun_here:
            end_if_unchanged(layer)
        return ""
    uuid = str(new[0]["uuid"])
    if draft.links.incidents:
        link_incidents(project, uuid, draft.links.incidents)
    layer.triggerRepaint()
    return uuid
