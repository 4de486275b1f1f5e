# SPDX-License-Identifier: GPL-2.0-or-later
"""A walk along streets: QGIS's network analysis between the stops, in the shortest order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from qgis.analysis import (
    QgsGraphAnalyzer,
    QgsGraphBuilder,
    QgsNetworkDistanceStrategy,
    QgsVectorLayerDirector,
)
from qgis.core import Qgis, QgsExpression, QgsFeatureRequest, QgsGeometry, QgsPointXY

from est_plugin.analysis.stop_order import order_stops
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from qgis.analysis import QgsGraph
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeatureSource, QgsVectorLayer

    from est_plugin.layers.pace import Pace

#: A stop this far from the nearest street is not on the network.
DEFAULT_SNAP_LIMIT_M = 100.0
#: Ends of streets that lie closer than this meet.
_TOLERANCE_M = 0.05
_FEWEST_PLACES = 2


@dataclass(frozen=True)
class Stop:
    """A place to stop at, in the network's CRS; ``hotspot`` is the uuid of the hotspot it stands for, if any."""

    name: str
    x: float
    y: float
    hotspot: str = ""


@dataclass(frozen=True)
class WalkProposal:
    """A route through all stops. ``order`` indexes the stops as given; ``stops`` lie on the street, in that order."""

    geometry: QgsGeometry
    order: tuple[int, ...]
    stops: tuple[Stop, ...]
    length_m: float
    minutes: float


@dataclass(frozen=True)
class _Paths:
    """Shortest paths between places: lengths in metres, and the tree of each place."""

    graph: QgsGraph
    vertices: tuple[int, ...]
    lengths: NDArray[np.float64]
    trees: tuple[list[int], ...]


class StreetNetwork:
    """The streets one may walk, read once; every street may be walked in both directions."""

    def __init__(self, streets: QgsFeatureSource, crs: QgsCoordinateReferenceSystem, *, walkable: str = "") -> None:
        """Read the streets.

        ``crs`` is projected, in metres; ``walkable`` is a QGIS expression for the streets to use, empty for all.

        Raises InputError for another CRS, a wrong expression, or when no street is left.
        """
        if not crs.isValid() or crs.mapUnits() != Qgis.DistanceUnit.Meters:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The walk cannot be measured in {crs}."),
                why=QT_TRANSLATE_NOOP("est_plugin", "Lengths need a projected coordinate system in metres."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose streets in SWEREF 99, or give a database."),
                crs=crs.userFriendlyIdentifier(),
            )
        self._crs = crs
        self._streets = _walkable(streets, walkable)

    def route(
        self,
        stops: Sequence[Stop],
        pace: Pace,
        *,
        round_trip: bool,
        start: QgsPointXY | None = None,
        snap_limit_m: float = DEFAULT_SNAP_LIMIT_M,
    ) -> WalkProposal:
        """The shortest walk through all stops.

        A given ``start`` is where the walk begins, without being a stop; else it begins at a stop. A round trip ends
        where it began, another walk at its last stop.

        Raises InputError for fewer than two places, and for a stop that is far from or not connected by streets.
        """
        begin = () if start is None else (Stop("", start.x(), start.y()),)
        places = (*begin, *stops)
        if not stops or len({(place.x, place.y) for place in places}) < _FEWEST_PLACES:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "A walk needs at least two places."),
                why=QT_TRANSLATE_NOOP("est_plugin", "A route runs from one place to another."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose more stops, or a start and a stop."),
            )
        paths = self._paths(places, snap_limit_m)
        _check_connected(places, paths.lengths)
        order = order_stops(paths.lengths, round_trip=round_trip, start=None if start is None else 0).order
        line = _line(paths, (*order, order[0]) if round_trip else order)
        visited = tuple(index - len(begin) for index in order if index >= len(begin))
        length = line.length()
        return WalkProposal(
            geometry=line,
            order=visited,
            stops=tuple(_on_street(stops[index], paths, index + len(begin)) for index in visited),
            length_m=length,
            minutes=pace.minutes(length, len(stops)),
        )

    def _paths(self, places: Sequence[Stop], snap_limit_m: float) -> _Paths:
        """Tie the places to the streets and find the shortest paths between all of them."""
        director = QgsVectorLayerDirector(self._streets, -1, "", "", "", QgsVectorLayerDirector.Direction.DirectionBoth)
        director.addStrategy(QgsNetworkDistanceStrategy())
        builder = QgsGraphBuilder(self._crs, True, _TOLERANCE_M, "NONE")  # noqa: FBT003 (QGIS's signature)
        points = [QgsPointXY(place.x, place.y) for place in places]
        tied = director.makeGraph(builder, points)
        for place, point, street in zip(places, points, tied, strict=True):
            if point.distance(street) > snap_limit_m:
                raise _too_far(place, point.distance(street), snap_limit_m)
        graph: QgsGraph = builder.takeGraph()  # type: ignore[assignment] # the stubs say it may be None
        vertices = tuple(graph.findVertex(point) for point in tied)
        trees, costs = zip(*(QgsGraphAnalyzer.dijkstra(graph, vertex, 0) for vertex in vertices), strict=True)
        lengths = np.array([[cost[vertex] for vertex in vertices] for cost in costs], dtype=np.float64)
        return _Paths(graph, vertices, lengths, trees)


def _walkable(streets: QgsFeatureSource, walkable: str) -> QgsVectorLayer:
    """The streets that the expression chooses, as a layer of their own that any thread may read."""
    request = QgsFeatureRequest()
    if walkable:
        expression = QgsExpression(walkable)
        if expression.hasParserError():
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The filter of the streets is no valid expression."),
                why="{error}",
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Correct the expression, or leave it empty."),
                error=expression.parserErrorString(),
            )
        request.setFilterExpression(walkable)
    layer = streets.materialize(request)
    if layer is None or layer.featureCount() == 0:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "There are no streets to walk along."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The layer is empty, or the filter leaves nothing."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose another layer of streets or another filter."),
        )
    return layer


def _too_far(place: Stop, distance: float, limit: float) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "The place “{name}” is {distance} m from the nearest street."),
        why=QT_TRANSLATE_NOOP("est_plugin", "A stop may be at most {limit} m away."),
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin",
            "Move the place, leave it out, or choose other streets. Lines that cross without a common point are "
            "not connected: Split with lines in the toolbox gives them one.",
        ),
        name=_name(place),
        distance=round(distance),
        limit=round(limit),
    )


def _check_connected(places: Sequence[Stop], lengths: NDArray[np.float64]) -> None:
    """Raise InputError naming the first place outside the part of the network that holds most places."""
    parts = [int(np.argmax(np.isfinite(row))) for row in lengths]
    largest = Counter(parts).most_common(1)[0][0]
    apart = next((place for place, part in zip(places, parts, strict=True) if part != largest), None)
    if apart is not None:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "No way leads to the place “{name}”."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Its street is not connected with the streets of the other places."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin",
                "Move the place, leave it out, or choose other streets. Lines that cross without a common point are "
                "not connected: Split with lines in the toolbox gives them one.",
            ),
            name=_name(apart),
        )


def _name(place: Stop) -> str:
    return place.name or f"{place.x:.0f}, {place.y:.0f}"


def _on_street(stop: Stop, paths: _Paths, index: int) -> Stop:
    point = paths.graph.vertex(paths.vertices[index]).point()
    return Stop(stop.name, point.x(), point.y(), stop.hotspot)


def _line(paths: _Paths, order: Sequence[int]) -> QgsGeometry:
    """The legs one after the other, as one line."""
    points = [paths.graph.vertex(paths.vertices[order[0]]).point()]
    for start, end in pairwise(order):
        points += _leg(paths, start, end)
    if len(points) == 1:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "All places are at the same spot of the street."),
            why=QT_TRANSLATE_NOOP("est_plugin", "A route runs from one place to another."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose places farther from each other."),
        )
    return QgsGeometry.fromPolylineXY(points)


def _leg(paths: _Paths, start: int, end: int) -> list[QgsPointXY]:
    """The points after ``start`` up to ``end``, read backwards from the tree of ``start``."""
    points = []
    vertex = paths.vertices[end]
    while vertex != paths.vertices[start]:
        points.append(paths.graph.vertex(vertex).point())
        vertex = paths.graph.edge(paths.trees[start][vertex]).fromVertex()
    return points[::-1]
