# SPDX-License-Identifier: GPL-2.0-or-later
"""How is the route of a walk changed as a whole? In the edit buffer, one undo step for each layer."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from qgis.core import QgsExpression, QgsGeometry, QgsLineString, QgsVectorLayerUtils

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.edits import checked, edit_command
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.stop_numbers import is_numbered, number_in_this_command, passes_of, stops_of, visits

if TYPE_CHECKING:
    from qgis.core import QgsFeature, QgsPointXY, QgsProject, QgsVectorLayer

    from est_plugin.layers.pace import Pace

#: What the second part of a split walk has in common with the first; the date, the protocol and the answers stay there.
_SHARED_FIELDS = ("status", "area", "organiser", "reason", "hotspot")
#: A part shorter than this is no walk.
_SHORTEST_PART_M = 1.0


def walk_of(project: QgsProject, uuid: str) -> tuple[QgsVectorLayer, QgsFeature]:
    """The layer of walks, and the walk with its route as it is now, saved or not.

    Raises InputError if the walk or its route is missing.
    """
    layer = roles.find(project, LayerRole.WALKS)
    if layer is not None:
        for walk in layer.getFeatures(QgsExpression.createFieldEqualityExpression("uuid", uuid)):
            if not walk.geometry().isEmpty() and not walk["deleted_at"]:
                return layer, walk
    raise InputError(
        QT_TRANSLATE_NOOP("est_plugin", "The walk has no route to change."),
        why=QT_TRANSLATE_NOOP("est_plugin", "The walk was deleted, or it was never drawn."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Draw a route first."),
    )


def reverse_route(project: QgsProject, uuid: str, pace: Pace) -> None:
    """Let the walk go the other way; its stops are numbered anew.

    Raises InputError if the walk has no route, EstError if a layer cannot be edited.
    """
    _, walk = walk_of(project, uuid)
    line = _line(walk.geometry())
    redraw_route(project, uuid, QgsGeometry(line.reversed()), pace, translate("est_plugin", "Reverse the route"))


def extend_route(project: QgsProject, uuid: str, drawn: QgsGeometry, pace: Pace) -> None:
    """Add a line (in the CRS of the layer) that begins at one end of the route.

    Raises InputError if the walk has no route, EstError if a layer cannot be edited.
    """
    _, walk = walk_of(project, uuid)
    route, more = _line(walk.geometry()), _line(drawn)
    if more.startPoint().distance(route.startPoint()) < more.startPoint().distance(route.endPoint()):
        points = [*more.points()[:0:-1], *route.points()]
    else:
        points = [*route.points(), *more.points()[1:]]
    redraw_route(project, uuid, QgsGeometry(QgsLineString(points)), pace, translate("est_plugin", "Continue the route"))


def redraw_route(project: QgsProject, uuid: str, route: QgsGeometry, pace: Pace, text: str) -> None:
    """Give the walk another route (in the CRS of the layer), with its length and minutes in the same step ``text``.

    The stops are numbered along it, in a step of their own layer.

    Raises InputError if the walk has no route, EstError if a layer cannot be edited.
    """
    layer, walk = walk_of(project, uuid)
    with edit_command(layer, text):
        checked(layer.changeGeometry(walk.id(), route), layer)
        plan(layer, walk.id(), len(_stops(project, uuid)), pace)
    renumber(project, uuid)


def plan(walks: QgsVectorLayer, walk_id: int, stops: int, pace: Pace) -> None:
    """Write length and planned minutes of a walk as part of the edit command that is open; no change, no step.

    Raises EstError if QGIS refuses.
    """
    walk = walks.getFeature(walk_id)
    length = walk.geometry().length()
    for name, value in (("length_m", round(length)), ("minutes", round(pace.minutes(length, stops)))):
        if walk[name] != value:
            checked(walks.changeAttributeValue(walk_id, walks.fields().indexOf(name), value), walks)


def renumber(project: QgsProject, uuid: str) -> None:
    """Number the stops along the route in one undo step of theirs; none if the numbers are right.

    Raises EstError if the stops cannot be edited.
    """
    layer = roles.find(project, LayerRole.WALK_STOPS)
    if layer is not None and not is_numbered(project, layer, uuid):
        with edit_command(layer, translate("est_plugin", "Number stops")):
            number_in_this_command(project, layer, uuid)


def split_route(project: QgsProject, uuid: str, at: QgsPointXY, pace: Pace) -> str:
    """Make two walks of one, at the place of its route nearest to a point (in the CRS of the layer).

    The walk keeps its first part and the stops up to there; returns the uuid of the new walk with the rest.

    Raises InputError if the walk has no route, the place is an end of it or is passed twice and no stop decides;
    EstError if a layer cannot be edited: then nothing was changed.
    """
    layer, walk = walk_of(project, uuid)
    route = QgsGeometry(_line(walk.geometry()))
    stops = _visits(route, _stops(project, uuid))
    where = _place_of_split(route, QgsGeometry.fromPointXY(at), [visit for _, visit in stops])
    later = [stop for stop, visit in stops if visit > where + _SHORTEST_PART_M]
    rest = _second_part(layer, walk, _part(route, where, route.length()))
    new = str(rest["uuid"])
    text = translate("est_plugin", "Split the route")
    with ExitStack() as steps:
        steps.enter_context(edit_command(layer, text))
        checked(layer.changeGeometry(walk.id(), _part(route, 0, where)), layer)
        plan(layer, walk.id(), len(stops) - len(later), pace)
        checked(layer.addFeature(rest), layer)
        plan(layer, rest.id(), len(later), pace)
        stop_layer = roles.find(project, LayerRole.WALK_STOPS)
        if later and stop_layer is not None:
            steps.enter_context(edit_command(stop_layer, text))
            _hand_over(project, stop_layer, later, (uuid, new))
    return new


def _visits(route: QgsGeometry, stops: list[QgsFeature]) -> list[tuple[QgsFeature, float]]:
    """The stops in the order of the walk, and how far along its route it comes to each."""
    in_order = sorted(stops, key=lambda stop: stop["number"] or len(stops) + 1)
    found = visits(route, in_order)
    if found is None:
        found = [route.lineLocatePoint(stop.geometry()) for stop in in_order]
    return list(zip(in_order, found, strict=True))


def _part(route: QgsGeometry, begin: float, end: float) -> QgsGeometry:
    """The route from one distance along it to another."""
    return QgsGeometry(_line(route).curveSubstring(begin, end))


def _place_of_split(route: QgsGeometry, at: QgsGeometry, stops: list[float]) -> float:
    """How far along the route a place is; where it passes twice, a stop there (``stops``: all of them) decides.

    Raises InputError at an end, or if nothing decides.
    """
    last = route.length() - _SHORTEST_PART_M
    found = [where for where in passes_of(route, at) if _SHORTEST_PART_M <= where <= last]
    if not found:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The route cannot be split there."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The place is an end of the route: one part would have no length."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Click a place between both ends."),
        )
    if len(found) > 1:
        found = [where for where in found if any(abs(where - stop) <= _SHORTEST_PART_M for stop in stops)]
    if len(found) != 1:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "It is not clear where the route shall be split."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It passes there more than once."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Click a stop of the walk, or a place that it passes once."),
        )
    return found[0]


def _hand_over(project: QgsProject, layer: QgsVectorLayer, stops: list[QgsFeature], walks: tuple[str, str]) -> None:
    """Give stops of the first walk to the second, and number both, in the edit command that is open."""
    field = layer.fields().indexOf("walk")
    for stop in stops:
        checked(layer.changeAttributeValue(stop.id(), field, walks[1]), layer)
    for walk in walks:
        number_in_this_command(project, layer, walk)


def _second_part(layer: QgsVectorLayer, walk: QgsFeature, route: QgsGeometry) -> QgsFeature:
    fields = layer.fields()
    title = translate("est_plugin", "{title}, part 2").format(title=walk["title"] or "").lstrip(", ")
    values = {fields.indexOf(name): walk[name] for name in _SHARED_FIELDS if walk[name]}
    return QgsVectorLayerUtils.createFeature(layer, route, values | {fields.indexOf("title"): title})


def _stops(project: QgsProject, uuid: str) -> list[QgsFeature]:
    layer = roles.find(project, LayerRole.WALK_STOPS)
    return [] if layer is None else stops_of(layer, uuid)


def _line(geometry: QgsGeometry) -> QgsLineString:
    """The route as one line; the tables hold no others."""
    return geometry.constGet().curveToLine()
