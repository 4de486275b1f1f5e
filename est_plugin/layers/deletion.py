# SPDX-License-Identifier: GPL-2.0-or-later
"""How is a row deleted that others may refer to? Marked in the edit buffer; it leaves the map when that is saved.

QGIS's own deletion does the same in a GeoPackage; on a server it is switched off, since nobody may delete rows there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsExpression, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime

from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.edits import checked, drop_new_row, edit_command
from est_plugin.layers.roles import MEASURE_ROLES, LayerRole
from est_plugin.layers.shown_rows import MapPlace
from est_plugin.layers.stop_numbers import number_in_this_command

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from qgis.core import QgsFeature, QgsProject

_DELETED_AT = "deleted_at"
_TITLES = ("title", "name", "place")
#: What refers to a row of a layer: the layer and its field.
_REFERENCES = {
    LayerRole.HOTSPOTS: (
        (LayerRole.WALKS, "hotspot"),
        (LayerRole.WALK_STOPS, "hotspot"),
        *((role, "hotspot") for role in MEASURE_ROLES),
    ),
    LayerRole.WALK_STOPS: tuple((role, "walk_stop") for role in MEASURE_ROLES),
}
#: What is part of a row and is deleted with it.
_PARTS = {
    LayerRole.WALKS: ((LayerRole.WALK_STOPS, "walk"), (LayerRole.PARTICIPANTS, "walk")),
    LayerRole.WALK_STOPS: ((LayerRole.OBSERVATIONS, "walk_stop"),),
}


@dataclass(frozen=True)
class HangingOn:
    """What is connected with rows that are to be deleted."""

    #: Stops of a walk, and what was seen there, which are deleted with it.
    stops: int
    observations: int
    #: Other rows, which stay.
    references: int


def hanging_on(project: QgsProject, places: Collection[MapPlace]) -> HangingOn:
    """What is connected with the rows at these places."""
    references = 0
    parts: Counter[LayerRole | None] = Counter()
    for layer, row in _rows_at(project, _with_parts(project, places)):
        own = roles.role_of(layer)
        parts[own] += MapPlace(layer.id(), row.id()) not in places
        for role, field in _REFERENCES.get(own, ()) if own is not None else ():
            references += len(list(_referring(project, role, field, row["uuid"])))
    return HangingOn(parts[LayerRole.WALK_STOPS], parts[LayerRole.OBSERVATIONS], references)


def title_at(project: QgsProject, place: MapPlace) -> str:
    """What a person knows a row by; may be empty."""
    for layer, row in _rows_at(project, [place]):
        names = layer.fields().names()
        return next((str(row[name]) for name in _TITLES if name in names and row[name]), "")
    return ""


def mark_deleted(project: QgsProject, places: Collection[MapPlace]) -> None:
    """Mark the rows in the edit buffers, one undo step for each layer; what is part of a row goes with it.

    Raises EstError if a layer cannot be edited.
    """
    by_layer: defaultdict[str, list[int]] = defaultdict(list)
    for place in _with_parts(project, places):
        by_layer[place.layer_id].append(place.feature_id)
    for layer_id, ids in by_layer.items():
        layer = project.mapLayer(layer_id)
        if isinstance(layer, QgsVectorLayer):
            is_of_stops = roles.role_of(layer) is LayerRole.WALK_STOPS
            walks = {row["walk"] for row in layer.getFeatures(ids) if row["walk"]} if is_of_stops else set()
            with edit_command(layer, translate("est_plugin", "Delete")):
                for feature_id in ids:
                    _mark(layer, feature_id)
                for walk in walks:
                    number_in_this_command(project, layer, walk)
            layer.deselect(ids)


def _mark(layer: QgsVectorLayer, feature_id: int) -> None:
    if feature_id < 0:
        drop_new_row(layer, feature_id)
        return
    field = layer.fields().indexOf(_DELETED_AT)
    checked(layer.changeAttributeValue(feature_id, field, QDateTime.currentDateTimeUtc()), layer)


def _with_parts(project: QgsProject, places: Iterable[MapPlace]) -> list[MapPlace]:
    """The places, and those of all that is part of a row among them."""
    found = dict.fromkeys(places)
    waiting = list(found)
    while waiting:
        parts = [
            MapPlace(of.id(), part.id())
            for layer, row in _rows_at(project, waiting)
            for whole, kinds in _PARTS.items()
            if whole is roles.role_of(layer)
            for role, field in kinds
            for of, part in _referring(project, role, field, row["uuid"])
        ]
        waiting = [part for part in parts if part not in found]
        found |= dict.fromkeys(waiting)
    return list(found)


def _rows_at(project: QgsProject, places: Iterable[MapPlace]) -> Iterator[tuple[QgsVectorLayer, QgsFeature]]:
    for place in places:
        layer = project.mapLayer(place.layer_id)
        if isinstance(layer, QgsVectorLayer):
            yield layer, layer.getFeature(place.feature_id)


def _referring(
    project: QgsProject, role: LayerRole, field: str, uuid: str
) -> Iterator[tuple[QgsVectorLayer, QgsFeature]]:
    """The rows of a layer that refer to another row and are not deleted, saved or not."""
    layer = roles.find(project, role)
    if layer is not None:
        wanted = QgsExpression.createFieldEqualityExpression(field, uuid)
        for row in layer.getFeatures(QgsFeatureRequest(QgsExpression(wanted))):
            if not row[_DELETED_AT]:
                yield layer, row
