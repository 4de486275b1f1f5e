# SPDX-License-Identifier: GPL-2.0-or-later
"""What does one walk hold on the map now, saved or not: route, time, stops?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import shapely
from qgis.core import QgsExpression, QgsFeatureRequest, QgsVectorLayerFeatureSource

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.layers import roles
from est_plugin.layers.local_time import to_local
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.whole_reading import answered_features

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsProject
    from shapely.geometry import LineString, Point


@dataclass(frozen=True)
class StopOnMap:
    """A stop; ``hotspot`` is a uuid or ''."""

    uuid: str
    number: int
    point: Point
    hotspot: str


@dataclass(frozen=True)
class WalkOnMap:
    """A walk; its line and stops in ``crs``, its times local, minutes as planned or as they were."""

    uuid: str
    title: str
    line: LineString
    crs: QgsCoordinateReferenceSystem
    starts: datetime | None
    minutes: float
    hotspot: str
    has_light: bool
    stops: tuple[StopOnMap, ...]


def walk_on_map(project: QgsProject, uuid: str) -> Callable[[], WalkOnMap]:
    """To be called in any thread. It raises InputError if the walk is gone or has no route, DatabaseError if the server
    does not answer.
    """
    walks, stops = roles.find(project, LayerRole.WALKS), roles.find(project, LayerRole.WALK_STOPS)
    if walks is None:
        raise _no_route()
    walk_rows = QgsVectorLayerFeatureSource(walks)
    stop_rows = None if stops is None else QgsVectorLayerFeatureSource(stops)
    crs = walks.crs()

    def read() -> WalkOnMap:
        found = [row for row in _rows(walk_rows, "uuid", uuid) if not row.geometry().isEmpty()]
        if not found:
            raise _no_route()
        places = () if stop_rows is None else tuple(map(_stop, _rows(stop_rows, "walk", uuid)))
        return _walk(found[0], crs, tuple(sorted(places, key=lambda stop: stop.number)))

    return read


def _walk(row: QgsFeature, crs: QgsCoordinateReferenceSystem, stops: tuple[StopOnMap, ...]) -> WalkOnMap:
    starts, ends = (to_local(row[name]) if row[name] else None for name in ("starts_at", "ends_at"))
    minutes = float(row["minutes"] or 0)
    if starts is not None and ends is not None and ends > starts:
        minutes = (ends - starts).total_seconds() / 60
    line: Any = shapely.from_wkb(bytes(row.geometry().asWkb()))
    return WalkOnMap(
        uuid=row["uuid"],
        title=row["title"] or "",
        line=line,
        crs=crs,
        starts=starts,
        minutes=minutes,
        hotspot=row["hotspot"] or "",
        has_light=bool(row["light_condition"]),
        stops=stops,
    )


def _stop(row: QgsFeature) -> StopOnMap:
    point: Any = shapely.from_wkb(bytes(row.geometry().asWkb()))
    return StopOnMap(row["uuid"], int(row["number"] or 0), point, row["hotspot"] or "")


def _rows(source: QgsVectorLayerFeatureSource, field: str, value: str) -> list[QgsFeature]:
    request = QgsFeatureRequest(QgsExpression(QgsExpression.createFieldEqualityExpression(field, value)))
    return [row for row in answered_features(source, request) if row.hasGeometry() and not row["deleted_at"]]


def _no_route() -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "There is no route to look along."),
        why=QT_TRANSLATE_NOOP("est_plugin", "The walk was deleted, or it has no route."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Draw the route first."),
    )
