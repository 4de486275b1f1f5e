# SPDX-License-Identifier: GPL-2.0-or-later
"""What is the shortest way on foot from one place on the streets to another?

The graph is built once. It is QGIS's own, so that QGIS finds the ways in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
import shapely
from qgis.analysis import QgsGraph, QgsGraphAnalyzer
from qgis.core import QgsPointXY

from est_plugin.analysis.close_pairs import Distance, find_close_pairs
from est_plugin.analysis.components import Components
from est_plugin.analysis.naming import NamedGeometry, name_places
from est_plugin.domain.street import DEFAULT_LIGHT_FACTOR, LightChoice, StreetLight
from est_plugin.feedback import SilentFeedback
from est_plugin.layers.street_reading import StreetRules, read_streets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeatureSource

    from est_plugin.analysis.arrays import FloatArray, IntArray
    from est_plugin.layers.street_reading import Streets

#: A place this far from the nearest street is not on the network.
DEFAULT_SNAP_LIMIT_M = 100.0
#: Corners of streets that lie closer than this are one.
_TOLERANCE_M = 0.05
#: Who stands this near to where two streets meet says both.
_JUNCTION_M = 15.0
_CHOICES = tuple(LightChoice)


@dataclass(frozen=True)
class OnStreet:
    """A place on a street: ``share`` (0 to 1) along a straight piece of it.

    ``distance_m`` is how far the place that was asked for is away.
    """

    point: QgsPointXY
    piece: int
    share: float
    distance_m: float


@dataclass(frozen=True)
class LightMetres:
    """Metres of a way by what is known of their light."""

    lit: float
    unlit: float
    unknown: float

    def __add__(self, other: LightMetres) -> LightMetres:
        return LightMetres(self.lit + other.lit, self.unlit + other.unlit, self.unknown + other.unknown)


@dataclass(frozen=True)
class StreetPath:
    """A way along the streets, with both ends; ``cost`` is its length, or what it counts for by the choice of light."""

    points: tuple[QgsPointXY, ...]
    length_m: float
    cost: float
    light: LightMetres


@dataclass(frozen=True, eq=False)
class _Pieces:
    """The straight pieces of the streets: where they meet (v, 2) in metres, their two ends (s, 2), their light (s),
    length (s), what they cost by each choice of light (s, choices), and the name of their street (s).
    """

    places: FloatArray
    ends: IntArray
    light: IntArray
    length: FloatArray
    cost: FloatArray
    name: NDArray[np.str_]


class StreetGraph:
    """The streets one may walk, in metres of ``crs``; every street may be walked in both directions.

    Built in any thread, and asked by several.
    """

    def __init__(
        self,
        streets: QgsFeatureSource,
        crs: QgsCoordinateReferenceSystem,
        rules: StreetRules | None = None,
        *,
        light_factor: float = DEFAULT_LIGHT_FACTOR,
    ) -> None:
        """Read the streets and join them where they have a corner in common.

        A metre without light counts ``light_factor`` times as much, or so many times less, where light counts.

        Raises InputError if ``crs`` is not projected in metres, for a wrong rule, or when no street is left;
        DatabaseError if the layer was not read to its end.
        """
        read = read_streets(streets, crs, rules or StreetRules())
        self.crs = crs
        self.left_out = dict(read.left_out)
        self.tells_light = read.tells_light
        self._pieces = pieces = _pieces(read, light_factor)
        self._lines: NDArray[np.object_] = np.asarray(shapely.linestrings(pieces.places[pieces.ends]))
        parts = Components(len(pieces.places))
        parts.join(pieces.ends[:, 0], pieces.ends[:, 1])
        self._part: IntArray = parts.root[pieces.ends[:, 0]]
        self._trees: dict[int | None, tuple[shapely.STRtree, IntArray]] = {
            None: (shapely.STRtree(list(self._lines)), np.arange(len(self._lines)))
        }
        self._graph = _graph(pieces)
        # The vertex that a start gets and what QGIS then finds from it belong together.
        self._lock = Lock()

    def nearest(
        self, point: QgsPointXY, limit_m: float = DEFAULT_SNAP_LIMIT_M, *, part: int | None = None
    ) -> OnStreet | None:
        """The nearest place on a street, of one ``part`` of the network or of all; None if it is farther away."""
        tree, pieces = self._tree(part)
        place = shapely.Point(point.x(), point.y())
        limit = None if np.isinf(limit_m) else limit_m
        found, distance = tree.query_nearest(place, max_distance=limit, return_distance=True, all_matches=False)
        if found.size == 0:
            return None
        piece = int(pieces[found[0]])
        line = self._lines[piece]
        share = float(shapely.line_locate_point(line, place, normalized=True))
        on_line = shapely.line_interpolate_point(line, share, normalized=True)
        return OnStreet(QgsPointXY(on_line.x, on_line.y), piece, share, float(distance[0]))

    def name_at(self, point: QgsPointXY) -> str:
        """What people call a place on a street: by its street, or by two that meet there; empty without any name."""
        around = shapely.Point(point.x(), point.y()).buffer(_JUNCTION_M)
        near = self._tree(None)[0].query(around, predicate="intersects")
        streets = [NamedGeometry(str(self._pieces.name[piece]), self._lines[piece]) for piece in near]
        return name_places([around], streets)[0]

    def part_of(self, place: OnStreet) -> int:
        """The number of the part of the network that hangs together and holds the place."""
        return int(self._part[place.piece])

    def metres_of(self, part: int) -> float:
        """How long all the streets of a part are together."""
        return float(self._pieces.length[self._part == part].sum())

    def paths_from(self, start: OnStreet, choice: LightChoice = LightChoice.ANY) -> PathsFrom:
        """The cheapest ways from a place to all others, found here at once; by ``choice`` light counts too."""
        pieces, criterion = self._pieces, _CHOICES.index(choice)
        with self._lock:
            # Edges lead only from it: it changes no other way. It stays as long as the graph does: little
            # for each click, and the numbers of the others stay as they are.
            vertex = self._graph.addVertex(start.point)
            for end, share in zip(pieces.ends[start.piece].tolist(), (start.share, 1 - start.share), strict=True):
                self._graph.addEdge(vertex, end, (pieces.cost[start.piece] * share).tolist())
            tree, reached = QgsGraphAnalyzer.dijkstra(self._graph, vertex, criterion)
        return PathsFrom(pieces, start, criterion, tree, reached)

    def _tree(self, part: int | None) -> tuple[shapely.STRtree, IntArray]:
        if part not in self._trees:
            pieces = np.flatnonzero(self._part == part)
            self._trees[part] = (shapely.STRtree(list(self._lines[pieces])), pieces)
        return self._trees[part]


class PathsFrom:
    """The ways from one place. Asking for one only reads, fast enough for each movement of a mouse."""

    def __init__(
        self, pieces: _Pieces, start: OnStreet, criterion: int, tree: Sequence[int], reached: Sequence[float]
    ) -> None:
        """``tree`` and ``reached`` are QGIS's: the edge that leads to each vertex, and what it costs to get there."""
        self._pieces = pieces
        self._start = start
        self._criterion = criterion
        self._tree = tree
        self._reached = reached

    def to(self, place: OnStreet) -> StreetPath | None:
        """The way to a place; None if the streets do not lead there."""
        cost = float(self._pieces.cost[place.piece, self._criterion])
        ends = self._pieces.ends[place.piece].tolist()
        by_end = [self._reached[v] + cost * s for v, s in zip(ends, (place.share, 1 - place.share), strict=True)]
        side = 0 if by_end[0] <= by_end[1] else 1
        along = abs(place.share - self._start.share)
        if place.piece == self._start.piece and cost * along <= by_end[side]:
            return self._path([place.point], [(place.piece, along)], cost * along)
        if np.isinf(by_end[side]):
            return None
        corners, walked = self._back(ends[side])
        return self._path([place.point, *corners], [(place.piece, abs(side - place.share)), *walked], by_end[side])

    def _back(self, vertex: int) -> tuple[list[QgsPointXY], list[tuple[int, float]]]:
        """The corners from a vertex back to the start, and the pieces between them with the share that is walked."""
        ends, places = self._pieces.ends, self._pieces.places
        corners, walked = [QgsPointXY(*places[vertex])], []
        while (edge := self._tree[vertex]) < 2 * len(ends):
            walked.append((edge // 2, 1.0))
            vertex = int(ends[edge // 2, edge % 2])
            corners.append(QgsPointXY(*places[vertex]))
        side = int(ends[self._start.piece, 1] == vertex)
        walked.append((self._start.piece, abs(side - self._start.share)))
        return corners, walked

    def _path(self, backwards: list[QgsPointXY], walked: list[tuple[int, float]], cost: float) -> StreetPath:
        metres = np.zeros(len(StreetLight))
        for piece, share in walked:
            metres[self._pieces.light[piece]] += self._pieces.length[piece] * share
        points = [self._start.point]
        points += [point for point, _ in groupby(reversed(backwards))]
        points = points[1:] if len(points) > 1 and points[0] == points[1] else points
        return StreetPath(tuple(points), float(metres.sum()), cost, LightMetres(*metres.tolist()))


def _pieces(streets: Streets, light_factor: float) -> _Pieces:
    places, place_of = _joined(streets.corners)
    ends = np.column_stack([place_of[:-1], place_of[1:]])
    is_piece = (streets.line[:-1] == streets.line[1:]) & (ends[:, 0] != ends[:, 1])
    ends, line = ends[is_piece], streets.line[:-1][is_piece]
    light = streets.light[line]
    length = np.hypot(*(places[ends[:, 1]] - places[ends[:, 0]]).T)
    weights = np.array([[choice.cost(light, light_factor) for choice in _CHOICES] for light in StreetLight])
    return _Pieces(places, ends, light, length, length[:, np.newaxis] * weights[light], streets.names[line])


def _joined(corners: FloatArray) -> tuple[FloatArray, IntArray]:
    """Where corners are (v, 2), and which of these places each corner is (c)."""
    places, place_of = np.unique(corners, axis=0, return_inverse=True)
    pairs = find_close_pairs(places[:, 0], places[:, 1], _TOLERANCE_M, Distance.EUCLIDEAN, SilentFeedback())
    same = Components(len(places))
    same.join(pairs.first, pairs.second)
    kept, position = np.unique(same.root, return_inverse=True)
    return places[kept], position[place_of.reshape(-1)]


def _graph(pieces: _Pieces) -> QgsGraph:
    """The edges 2s and 2s + 1 are the piece s forwards and backwards."""
    graph = QgsGraph()
    for x, y in pieces.places.tolist():
        graph.addVertex(QgsPointXY(x, y))
    for (begin, end), cost in zip(pieces.ends.tolist(), pieces.cost.tolist(), strict=True):
        graph.addEdge(begin, end, cost)
        graph.addEdge(end, begin, cost)
    return graph
