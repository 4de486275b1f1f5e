# SPDX-License-Identifier: GPL-2.0-or-later
"""Why and where is a measure flagged? What is selected on the map, or a hotspot of the list, as places and links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsVectorLayerFeatureSource

from est_plugin.errors import QT_TRANSLATE_NOOP, EstError
from est_plugin.layers import roles
from est_plugin.layers.new_measure import MeasureLinks
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.whole_reading import answered_features

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from qgis.core import QgsFeature, QgsProject

    from est_plugin.db.hotspots import HotspotRow

#: What a measure answers, the nearest to the ground first: its place counts.
_ROLES = (LayerRole.OBSERVATIONS, LayerRole.WALK_STOPS, LayerRole.HOTSPOTS, LayerRole.INCIDENTS)
#: A measure answers one of these; of incidents any number.
_ONE_OF_EACH = _ROLES[:-1]


@dataclass(frozen=True)
class FlagReason:
    """What a measure answers, and where it may stand; geometries in the CRS of the database."""

    links: MeasureLinks
    place: QgsGeometry
    #: Of a hotspot; None where the reason has no area.
    area: QgsGeometry | None = None


def of_hotspots(chosen: Sequence[HotspotRow]) -> FlagReason:
    """The one hotspot that is chosen in a list as the reason; raises EstError if it is not one."""
    if len(chosen) != 1:
        raise _unclear()
    area = QgsGeometry()
    area.fromWkb(chosen[0].wkb)
    return FlagReason(MeasureLinks(hotspot=chosen[0].uuid), area.pointOnSurface(), _one_polygon(area))


def of_selection(project: QgsProject) -> Callable[[], FlagReason]:
    """To be called in any thread: the reason that is selected on the map, saved or not.

    Raises EstError if nothing is selected there, or more than one hotspot, stop or observation. What is called raises
    DatabaseError if a server does not answer.
    """
    found = ((role, roles.find(project, role)) for role in _ROLES)
    sources = {
        role: (QgsVectorLayerFeatureSource(layer), QgsFeatureRequest(layer.selectedFeatureIds()))
        for role, layer in found
        if layer is not None and layer.selectedFeatureCount()
    }
    counts = {role: len(request.filterFids()) for role, (_, request) in sources.items()}
    if not counts or any(counts.get(role, 0) > 1 for role in _ONE_OF_EACH):
        raise _unclear()

    def read() -> FlagReason:
        return _reason({role: answered_features(*source) for role, source in sources.items()})

    return read


def _unclear() -> EstError:
    return EstError(
        QT_TRANSLATE_NOOP("est_plugin", "It is not clear what the measure is for."),
        why=QT_TRANSLATE_NOOP("est_plugin", "Nothing is selected, or more than one hotspot, stop or observation."),
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin", "Select one hotspot, stop or observation, or any number of incidents, then try again."
        ),
    )


def _reason(rows: Mapping[LayerRole, Sequence[QgsFeature]]) -> FlagReason:
    observation, stop, hotspot = (next(iter(rows.get(role, ())), None) for role in _ONE_OF_EACH)
    links = MeasureLinks(
        observation=_text(observation, "uuid"),
        walk_stop=_text(stop, "uuid") or _text(observation, "walk_stop"),
        hotspot=_text(hotspot, "uuid") or _text(stop, "hotspot"),
        incidents=tuple(_text(row, "uuid") for row in rows.get(LayerRole.INCIDENTS, ())),
    )
    area = None if hotspot is None else hotspot.geometry()
    return FlagReason(links, _place(rows), None if area is None else _one_polygon(area))


def _place(rows: Mapping[LayerRole, Sequence[QgsFeature]]) -> QgsGeometry:
    """A point: where the first reason is that has a place; in the middle of incidents."""
    for role in _ROLES:
        shapes = [row.geometry() for row in rows.get(role, ()) if not row.geometry().isEmpty()]
        if role is LayerRole.INCIDENTS and shapes:
            return QgsGeometry.collectGeometry(shapes).centroid()
        if shapes:
            return shapes[0].pointOnSurface()
    return QgsGeometry()


def _one_polygon(area: QgsGeometry) -> QgsGeometry:
    """A measure has one polygon: of a hotspot in several parts, what they span."""
    if area.constGet().partCount() > 1:
        return area.convexHull()
    one = QgsGeometry(area)
    return one if one.convertToSingleType() else area


def _text(row: QgsFeature | None, name: str) -> str:
    return "" if row is None else str(row[name] or "")
