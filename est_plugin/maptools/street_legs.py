# SPDX-License-Identifier: GPL-2.0-or-later
"""How does the route go on from its last point along the streets?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (  # type: ignore[attr-defined] # the stubs lack QgsCsException
    Qgis,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsCoordinateReferenceSystem, QgsProject

    from est_plugin.layers.street_graph import OnStreet, PathsFrom, StreetGraph

#: Who clicks farther from the streets than this means another place: a path across a field that no map has.
LIMIT_M = 50.0
#: Closer than this to its place on the street, a point is on the street.
_SAME_M = 0.05


@dataclass(frozen=True)
class Leg:
    """The points of a route from one click to the next, both ends with them, in the CRS of the map."""

    points: tuple[QgsPointXY, ...]
    follows_streets: bool


class StreetLegs:
    """Legs from the last click to wherever the mouse is. The ways from the last click are found once, at the click."""

    def __init__(self, graph: StreetGraph, map_crs: QgsCoordinateReferenceSystem, project: QgsProject) -> None:
        self.graph = graph
        self.map_crs = map_crs
        self._to_graph = QgsCoordinateTransform(map_crs, graph.crs, project)
        self._start = QgsPointXY()
        self._on_street: OnStreet | None = None
        self._paths: PathsFrom | None = None

    def start_at(self, start: QgsPointXY) -> None:
        """Begin the legs that follow at a point of the map; the same point again costs nothing."""
        if self._start != start:
            self._start = start
            self._on_street = self._nearest(start)
            self._paths = None if self._on_street is None else self.graph.paths_from(self._on_street)

    def onto(self, place: QgsPointXY) -> QgsPointXY | None:
        """The place on a street, in the CRS of the map, nearest to a place; None if there is none near."""
        found = self._nearest(place)
        points = None if found is None else self._to_map([found.point])
        return points[0] if points else None

    def to(self, end: QgsPointXY, *, exactly: bool) -> Leg:
        """The leg from the start to a place of the map: along the streets, straight where they do not lead there.

        ``start_at`` comes first. It ends at the street, or ``exactly`` at the place if that was snapped to something.
        """
        if self._on_street is None or self._paths is None:
            return Leg((self._start, end), follows_streets=False)
        # A yard that no street leads to from here is no goal.
        goal = self._nearest(end, part=self.graph.part_of(self._on_street))
        path = None if goal is None else self._paths.to(goal)
        points = None if path is None else self._to_map(path.points)
        if points is None or goal is None:
            return Leg((self._start, end), follows_streets=False)
        # The ends as they were clicked: through the CRS of the graph and back they would be a hair beside.
        points = [self._start, *(points if self._on_street.distance_m > _SAME_M else points[1:])]
        if exactly:
            points = [*(points if goal.distance_m > _SAME_M else points[:-1] or points), end]
        return Leg(tuple(points), follows_streets=True)

    def _nearest(self, place: QgsPointXY, part: int | None = None) -> OnStreet | None:
        try:
            return self.graph.nearest(self._to_graph.transform(place), LIMIT_M, part=part)
        except QgsCsException:
            return None

    def _to_map(self, points: Sequence[QgsPointXY]) -> list[QgsPointXY] | None:
        """None where the CRS of the map does not reach."""
        try:
            return [self._to_graph.transform(point, Qgis.TransformDirection.Reverse) for point in points]
        except QgsCsException:
            return None
