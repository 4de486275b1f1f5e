# SPDX-License-Identifier: GPL-2.0-or-later
"""What a map layer is to EST: its role, written on the layer, and how to find the layer that plays it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from qgis.core import QgsRasterLayer, QgsVectorLayer

from est_plugin.db import places
from est_plugin.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer, QgsProject

    from est_plugin.db.database import Database
    from est_plugin.db.places import Place

#: How all that EST writes on a layer begins.
_MARK = "est/"
ROLE_PROPERTY = f"{_MARK}role"
#: Id of the layer that was given the role. A copy of the layer or of its style carries the id of the original.
_OWNER_PROPERTY = "est/layer"


class LayerRole(StrEnum):
    """The layers of the EST group, from top to bottom."""

    OBSERVATIONS = "observations"
    WALK_STOPS = "walk_stops"
    WALKS = "walks"
    MEASURE_POINTS = "measure_points"
    MEASURE_LINES = "measure_lines"
    MEASURE_AREAS = "measure_areas"
    INCIDENTS = "incidents"
    HOTSPOTS = "hotspots"
    HEATMAP = "heatmap"
    CAUSES = "causes"
    PARTICIPANTS = "participants"
    TRAFFIC_RULES = "traffic_rules"
    TRAFFIC_TERMS = "traffic_terms"
    MEASURE_INCIDENTS = "measure_incidents"
    ROW_HISTORY = "row_history"
    LAMPS = "lamps"
    STREETS = "streets"
    BUILDINGS = "buildings"
    AREAS = "areas"

    @property
    def label(self) -> str:
        """Source text of the layer's name."""
        return _LABELS[self]


_LABELS = {
    LayerRole.OBSERVATIONS: QT_TRANSLATE_NOOP("est_plugin", "Observations"),
    LayerRole.WALK_STOPS: QT_TRANSLATE_NOOP("est_plugin", "Walk stops"),
    LayerRole.WALKS: QT_TRANSLATE_NOOP("est_plugin", "Safety walks"),
    LayerRole.MEASURE_POINTS: QT_TRANSLATE_NOOP("est_plugin", "Measures at a place"),
    LayerRole.MEASURE_LINES: QT_TRANSLATE_NOOP("est_plugin", "Measures along a stretch"),
    LayerRole.MEASURE_AREAS: QT_TRANSLATE_NOOP("est_plugin", "Measures in an area"),
    LayerRole.INCIDENTS: QT_TRANSLATE_NOOP("est_plugin", "Incidents"),
    LayerRole.HOTSPOTS: QT_TRANSLATE_NOOP("est_plugin", "Hotspots"),
    LayerRole.HEATMAP: QT_TRANSLATE_NOOP("est_plugin", "Heatmap"),
    LayerRole.PARTICIPANTS: QT_TRANSLATE_NOOP("est_plugin", "Participants"),
    LayerRole.TRAFFIC_RULES: QT_TRANSLATE_NOOP("est_plugin", "Traffic rules"),
    LayerRole.TRAFFIC_TERMS: QT_TRANSLATE_NOOP("est_plugin", "Words of traffic rules"),
    LayerRole.MEASURE_INCIDENTS: QT_TRANSLATE_NOOP("est_plugin", "Incidents of measures"),
    LayerRole.CAUSES: QT_TRANSLATE_NOOP("est_plugin", "Causes"),
    LayerRole.ROW_HISTORY: QT_TRANSLATE_NOOP("est_plugin", "History"),
    LayerRole.LAMPS: QT_TRANSLATE_NOOP("est_plugin", "Street lamps"),
    LayerRole.STREETS: QT_TRANSLATE_NOOP("est_plugin", "Streets"),
    LayerRole.BUILDINGS: QT_TRANSLATE_NOOP("est_plugin", "Buildings"),
    LayerRole.AREAS: QT_TRANSLATE_NOOP("est_plugin", "Parks, water and other areas"),
}

#: Layers that serve others and do not stand in the layer tree.
PRIVATE_ROLES = (
    LayerRole.CAUSES,
    LayerRole.PARTICIPANTS,
    LayerRole.TRAFFIC_RULES,
    LayerRole.TRAFFIC_TERMS,
    LayerRole.MEASURE_INCIDENTS,
    LayerRole.ROW_HISTORY,
)

#: The one table ``measure`` as three layers.
MEASURE_ROLES = (LayerRole.MEASURE_POINTS, LayerRole.MEASURE_LINES, LayerRole.MEASURE_AREAS)


def mark(layer: QgsMapLayer, role: LayerRole) -> None:
    """Write the role on a layer."""
    layer.setCustomProperty(ROLE_PROPERTY, role.value)
    layer.setCustomProperty(_OWNER_PROPERTY, layer.id())


def role_of(layer: object) -> LayerRole | None:
    """The role that a vector layer plays, or None if it is no layer of ours, or a copy that a person made of one."""
    return kind_of(layer) if isinstance(layer, QgsVectorLayer) and _is_original(layer) else None


def kind_of(layer: object) -> LayerRole | None:
    """The role whose table and form a vector layer has: its own, or that of the layer it is a copy of."""
    if not isinstance(layer, QgsVectorLayer):
        return None
    value = layer.customProperty(ROLE_PROPERTY)
    return LayerRole(value) if value in set(LayerRole) else None


def is_from_est(layer: QgsMapLayer) -> bool:
    """Did EST make the layer, with a role or as an answer, or did a person copy such a layer?"""
    return any(key.startswith(_MARK) for key in layer.customPropertyKeys())


def find(project: QgsProject, role: LayerRole) -> QgsVectorLayer | None:
    """The vector layer that plays a role in the project. Ask each time: a person may remove it at any moment."""
    return next((layer for layer in project.mapLayers().values() if role_of(layer) is role), None)


def find_heatmap(project: QgsProject) -> QgsRasterLayer | None:
    """The one layer of ours that is no table but a picture."""
    rasters = (layer for layer in project.mapLayers().values() if isinstance(layer, QgsRasterLayer))
    is_ours = (layer for layer in rasters if layer.customProperty(ROLE_PROPERTY) == LayerRole.HEATMAP.value)
    return next((layer for layer in is_ours if _is_original(layer)), None)


def _is_original(layer: QgsMapLayer) -> bool:
    return bool(layer.customProperty(_OWNER_PROPERTY, layer.id()) == layer.id())


def database_of(layer: QgsVectorLayer) -> str:
    """Key of the database a layer of ours shows."""
    return places.key_of_layer(layer.providerType(), layer.source())


def access_of(layer: QgsVectorLayer) -> str:
    """The same, with the login that the layer reads and writes as."""
    return places.access_of_layer(layer.providerType(), layer.source())


def shows(layer: QgsVectorLayer, database: Database) -> bool:
    """Does a layer of ours come from this database?"""
    return database_of(layer) == database.key


def database_in(project: QgsProject) -> Place | None:
    """Where the database is that the project's incidents come from; None without such a layer."""
    incidents = find(project, LayerRole.INCIDENTS)
    return None if incidents is None else places.place_of_layer(incidents.providerType(), incidents.source())
