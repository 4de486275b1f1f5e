# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers the stops of a walk along its route, in the edit buffer, so that a person can undo it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsExpression

from est_plugin.analysis.route_passes import passes, walked_at
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.edits import checked, edit_command
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer


def number_along_route(project: QgsProject, walk: str) -> int:
    """Number the stops of the walk (a uuid) from 1 in the order in which its route passes them, in one undo step.

    Returns how many got another number.

    Raises InputError if the walk, its route or the layers are missing, EstError if the stops cannot be edited.
    """
    layer = roles.find(project, LayerRole.WALK_STOPS)
    if layer is None or route_of(project, walk) is None:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The stops cannot be numbered."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The walk was deleted, or it has no route."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Draw the route first."),
        )
    changes = _new_numbers(project, layer, walk)
    if changes:
        with edit_command(layer, translate("est_plugin", "Number stops")):
            _write(layer, changes)
    return len(changes)


def number_in_this_command(project: QgsProject, layer: QgsVectorLayer, walk: str) -> None:
    """Number the stops of the walk, as part of the edit command that is open on ``layer``; no route, no change.

    Raises EstError if QGIS refuses.
    """
    _write(layer, _new_numbers(project, layer, walk))


def is_numbered(project: QgsProject, layer: QgsVectorLayer, walk: str) -> bool:
    """Are the stops of the walk numbered in the order of its route? True without a route."""
    return not _new_numbers(project, layer, walk)


def number_at(project: QgsProject, layer: QgsVectorLayer, walk: str, place: QgsGeometry) -> int:
    """The number that a new stop at a place gets on the walk."""
    route = route_of(project, walk)
    stops = stops_of(layer, walk)
    if route is None:
        return len(stops) + 1
    here = route.lineLocatePoint(place)
    return 1 + sum(route.lineLocatePoint(stop.geometry()) <= here for stop in stops)


def route_of(project: QgsProject, walk: str) -> QgsGeometry | None:
    """The route of a walk, saved or not; None without one."""
    walks = roles.find(project, LayerRole.WALKS)
    found = [] if walks is None else _rows(walks, "uuid", walk)
    return found[0].geometry() if found else None


def stops_of(layer: QgsVectorLayer, walk: str) -> list[QgsFeature]:
    """The stops of a walk that have a place on the map, saved or not."""
    return _rows(layer, "walk", walk)


def visits(route: QgsGeometry, stops: Sequence[QgsFeature]) -> list[float] | None:
    """At which distance along its route a walk comes to each of the stops, in this order; None if it cannot."""
    return walked_at([passes_of(route, stop.geometry()) for stop in stops])


def passes_of(route: QgsGeometry, place: QgsGeometry) -> list[float]:
    """The distances along a route at which it passes a point."""
    line = np.array([(vertex.x(), vertex.y()) for vertex in route.vertices()], np.float64)
    point = place.asPoint()
    return passes(line, point.x(), point.y()) if len(line) > 1 else []


def _new_numbers(project: QgsProject, layer: QgsVectorLayer, walk: str) -> list[tuple[int, int]]:
    """Id and number of the stops whose number is not that of the route.

    A route that comes back passes a stop twice: then the order that the person chose stays, if it can be walked.
    """
    route = route_of(project, walk)
    if route is None:
        return []
    stops = stops_of(layer, walk)
    along = sorted(stops, key=lambda stop: route.lineLocatePoint(stop.geometry()))
    if all(stop["number"] for stop in stops):
        as_chosen = sorted(stops, key=lambda stop: (stop["number"], along.index(stop)))
        if visits(route, as_chosen) is not None:
            along = as_chosen
    return [(stop.id(), number) for number, stop in enumerate(along, start=1) if stop["number"] != number]


def _write(layer: QgsVectorLayer, numbers: list[tuple[int, int]]) -> None:
    field = layer.fields().indexOf("number")
    for stop, number in numbers:
        checked(layer.changeAttributeValue(stop, field, number), layer)


def _rows(layer: QgsVectorLayer, field: str, value: str) -> list[QgsFeature]:
    """The rows with a place on the map where the field has the value, unsaved ones too, but none marked as deleted."""
    rows = layer.getFeatures(QgsExpression.createFieldEqualityExpression(field, value))
    return [row for row in rows if row.hasGeometry() and not row["deleted_at"]]
