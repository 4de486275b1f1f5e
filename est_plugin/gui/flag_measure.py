# SPDX-License-Identifier: GPL-2.0-or-later
"""Opens the form of a new measure for a place that is known already: of a hotspot, a stop, an observation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.layers.edits import end_if_unchanged, start_editing
from est_plugin.layers.new_measure import add_by_form, layer_for

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
    uuid = add_by_form(layer, layer_tools, geometry, draft)
    if begun_here:
        end_if_unchanged(layer)
    return uuid
