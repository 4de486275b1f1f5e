# SPDX-License-Identifier: GPL-2.0-or-later
"""Where do incidents crowd together, whatever grid one lays over the map?

A second view beside the hotspots: clusters of DBSCAN (``dbscan``), described one by one. DBSCAN has no test in it: with
enough incidents it finds clusters in anything, and in few it finds none. So the result says what it is and no more.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from est_plugin.analysis.dbscan import Partition, dbscan
from est_plugin.analysis.grid import SquareGrid, count_cells
from est_plugin.analysis.method_box import NO_CORRECTION, NO_TEST, MethodBox
from est_plugin.analysis.point_cells import Closeness
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import Feedback, PartFeedback, step
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray
    from est_plugin.analysis.points import PointSet

_DAY_S = 86_400
#: The area of a cluster is drawn with squares of this share of the distance.
_SQUARE = 0.25
#: Straight parts of a quarter of a circle round it.
_CORNERS = 4


@dataclass(frozen=True)
class ClusterParameters:
    """Raises InputError if a value is outside its range."""

    #: Incidents this near each other, both ends included, are close; metres.
    distance: float = 50.0
    #: An incident with so many close ones, itself included, is the core of a cluster.
    min_incidents: int = 10
    #: Only incidents that happened within so many days of each other are close; 0: whenever they happened.
    days: float = 0.0

    def __post_init__(self) -> None:
        is_usable = math.isfinite(self.distance) and self.distance > 0 and math.isfinite(self.days) and self.days >= 0
        if not is_usable or self.min_incidents < 1:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "No clusters can be looked for."),
                why=QT_TRANSLATE_NOOP("est_plugin", "A setting is outside its range."),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Give a distance above 0, at least one incident, and days from 0 upwards."
                ),
            )

    @property
    def closeness(self) -> Closeness:
        """What makes two incidents close."""
        return Closeness(self.distance, round(self.days * _DAY_S) if self.days else None)


@dataclass(frozen=True)
class Cluster:
    """Incidents that crowd together."""

    #: 1 = most incidents.
    rank: int
    #: All that lies within half the distance of an incident of the cluster, to a quarter of the distance.
    polygon: BaseGeometry
    incidents: int
    #: Distinct coordinates.
    places: int
    #: Incidents on the coordinate that has most of them.
    largest_stack: int
    #: Code and number of incidents, most frequent first.
    categories: tuple[tuple[str, int], ...]
    #: Earliest and latest time, seconds since 1970-01-01 UTC; None where times are not known.
    first: int | None
    last: int | None

    @property
    def area(self) -> float:
        """Of the polygon, m²."""
        return float(self.polygon.area)

    @property
    def is_one_point(self) -> bool:
        """Do all its incidents lie on one coordinate: perhaps a default point, no place where much happens?"""
        return self.places == 1


@dataclass(frozen=True, eq=False)
class ClusterResult:
    """The clusters, by rank, and to which of them each incident belongs."""

    clusters: tuple[Cluster, ...]
    partition: Partition
    parameters: ClusterParameters
    total: int
    checksum: str

    @property
    def inside(self) -> int:
        """Incidents in clusters."""
        return sum(cluster.incidents for cluster in self.clusters)

    @property
    def sentence(self) -> Sentence:
        """The result in one sentence."""
        if not self.clusters:
            return Sentence(
                QT_TRANSLATE_NOOP("est_plugin", "Nowhere do {least} incidents crowd together within {distance} m."),
                least=self.parameters.min_incidents,
                distance=self.parameters.distance,
            )
        if len(self.clusters) == 1:
            source = QT_TRANSLATE_NOOP(
                "est_plugin", "The incidents crowd together at one place: {inside} of {total} lie there."
            )
        else:
            source = QT_TRANSLATE_NOOP(
                "est_plugin", "The incidents crowd together at {clusters} places: {inside} of {total} lie there."
            )
        return Sentence(source, clusters=len(self.clusters), inside=self.inside, total=self.total)

    @property
    def method(self) -> MethodBox:
        """How the result came about."""
        limit: object = self.parameters.days or Sentence(QT_TRANSLATE_NOOP("est_plugin", "no time limit"))
        return MethodBox(
            question=Sentence(
                QT_TRANSLATE_NOOP("est_plugin", "Where do incidents crowd together? By DBSCAN, without a grid.")
            ),
            null=NO_TEST,
            p_value=NO_TEST,
            tests=0,
            correction=NO_CORRECTION,
            parameters=(
                (QT_TRANSLATE_NOOP("est_plugin", "Distance, metres"), self.parameters.distance),
                (QT_TRANSLATE_NOOP("est_plugin", "Least number of incidents"), self.parameters.min_incidents),
                (QT_TRANSLATE_NOOP("est_plugin", "Days"), limit),
                (
                    QT_TRANSLATE_NOOP("est_plugin", "Edge of a cluster"),
                    Sentence(QT_TRANSLATE_NOOP("est_plugin", "belongs to the nearest incident of a core")),
                ),
                (QT_TRANSLATE_NOOP("est_plugin", "Incidents"), self.total),
            ),
            checksum=self.checksum,
        )


@dataclass(frozen=True)
class Agreement:
    """How clusters and hotspots of the same incidents agree."""

    hotspots: int
    #: Hotspots that share ground with a cluster.
    hotspots_with_cluster: int
    clusters: int
    #: Clusters that share ground with a hotspot.
    clusters_with_hotspot: int

    @property
    def sentence(self) -> Sentence:
        """In plain words."""
        if not self.hotspots:
            return Sentence(QT_TRANSLATE_NOOP("est_plugin", "There are no hotspots of the period to compare with."))
        return Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "Hotspots with a cluster in them: {with_cluster} of {hotspots}. Clusters outside every hotspot: "
                "{outside} of {clusters}.",
            ),
            with_cluster=self.hotspots_with_cluster,
            hotspots=self.hotspots,
            outside=self.clusters - self.clusters_with_hotspot,
            clusters=self.clusters,
        )


def find_clusters(points: PointSet, parameters: ClusterParameters, feedback: Feedback) -> ClusterResult:
    """The clusters of ``points``, most incidents first; none is an answer too.

    Raises InputError if there are no incidents, if days are asked for and times are not known; CancelledError.
    """
    if len(points) == 0:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "No clusters can be looked for."),
            why=QT_TRANSLATE_NOOP("est_plugin", "There are no incidents in the selection."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a longer period or other categories."),
        )
    columns: tuple[FloatArray, ...] = (points.x, points.y)
    if parameters.days:
        if points.time is None:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "No clusters can be looked for."),
                why=QT_TRANSLATE_NOOP("est_plugin", "Days were given, but nobody knows when the incidents happened."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Give 0 days, or incidents with a time."),
            )
        columns = (points.x, points.y, points.time.astype(np.float64))
    partition = dbscan(columns, parameters.closeness, parameters.min_incidents, PartFeedback(feedback, 0.0, 0.7))
    clusters = _describe(points, partition, parameters, feedback)
    step(feedback, 1.0)
    return ClusterResult(clusters, partition, parameters, len(points), points.checksum())


def compare(clusters: Sequence[Cluster], hotspots: Sequence[BaseGeometry]) -> Agreement:
    """Which of them share ground?"""
    ground = np.array([cluster.polygon for cluster in clusters], dtype=np.object_)
    cluster, hotspot = shapely.STRtree(hotspots).query(ground, predicate="intersects")
    return Agreement(len(hotspots), np.unique(hotspot).size, len(clusters), np.unique(cluster).size)


def _describe(
    points: PointSet, partition: Partition, parameters: ClusterParameters, feedback: Feedback
) -> tuple[Cluster, ...]:
    """The clusters of the partition."""
    inside = np.flatnonzero(partition.label >= 0)
    if inside.size == 0:
        return ()
    # One run for each coordinate of a cluster.
    order = inside[np.lexsort((points.y[inside], points.x[inside], partition.label[inside]))]
    label, x, y = partition.label[order], points.x[order], points.y[order]
    run = _begins((np.diff(label) != 0) | (np.diff(x) != 0) | (np.diff(y) != 0))
    stack = np.diff(np.append(run, order.size))
    places = np.bincount(label[run])
    largest = np.maximum.reduceat(stack, _begins(np.diff(label[run]) != 0))
    begins = _begins(np.diff(label) != 0)
    clusters = []
    for number, members in enumerate(np.split(order, begins[1:])):
        step(feedback, 0.7 + 0.3 * number / partition.clusters)
        time = None if points.time is None else points.time[members]
        clusters.append(
            Cluster(
                rank=number + 1,
                polygon=_ground(points, members, parameters.distance),
                incidents=members.size,
                places=int(places[number]),
                largest_stack=int(largest[number]),
                categories=_categories(points, members),
                first=None if time is None else int(time.min()),
                last=None if time is None else int(time.max()),
            )
        )
    return tuple(clusters)


def _begins(is_new: BoolArray) -> IntArray:
    return np.flatnonzero(np.append(True, is_new))


def _ground(points: PointSet, members: IntArray, distance: float) -> BaseGeometry:
    """Small squares with incidents, and what lies within half the distance: core points so far apart join up."""
    side = _SQUARE * distance
    squares = count_cells(SquareGrid(side), points.x[members], points.y[members])
    # Squares in one line are one box: fewer to join.
    first = _begins((np.diff(squares.i) != 0) | (np.diff(squares.j) != 1))
    column, low, high = squares.i[first], squares.j[first], squares.j[np.append(first[1:], squares.j.size) - 1]
    boxes = shapely.box(column * side, low * side, (column + 1) * side, (high + 1) * side)
    return shapely.union_all(shapely.buffer(boxes, distance / 2, quad_segs=_CORNERS))


def _categories(points: PointSet, members: IntArray) -> tuple[tuple[str, int], ...]:
    counts = np.bincount(points.category[members], minlength=len(points.category_codes)).tolist()
    found = [(code, count) for code, count in zip(points.category_codes, counts, strict=True) if count]
    return tuple(sorted(found, key=lambda item: (-item[1], item[0])))
