# SPDX-License-Identifier: GPL-2.0-or-later
"""Where would a drawn route run if it followed the streets?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsGeometry, QgsPointXY

from est_plugin.feedback import step

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateTransform

    from est_plugin.feedback import Feedback
    from est_plugin.layers.street_graph import OnStreet, StreetGraph

#: A corner of the route farther from the streets than this stays where it is.
LIMIT_M = 50.0
#: A corner drawn beside a crossing lies on the side street: going so far into it and back again is not meant.
_SPUR_M = 25.0
#: Closer than this two places are one.
_SAME_M = 0.05


@dataclass(frozen=True)
class RouteOnStreets:
    """The route in the CRS it came in; ``straight_legs`` of ``legs`` stay straight, for no street leads along them.

    ``moved_m`` is the farthest that any part of the route lies from where it lay, in metres.
    """

    route: QgsGeometry
    moved_m: float
    legs: int
    straight_legs: int


def put_on_streets(
    route: QgsGeometry, graph: StreetGraph, to_graph: QgsCoordinateTransform, feedback: Feedback
) -> RouteOnStreets:
    """The shortest ways along the streets between the corners of a line, each moved onto its nearest street.

    ``to_graph`` leads from the CRS of the route to that of the graph, in metres.

    Raises CancelledError.
    """
    drawn = QgsGeometry(route)
    drawn.transform(to_graph)  # noqa: QGS201 (it raises)
    corners = [QgsPointXY(point) for point in drawn.vertices()]
    on_street = [graph.nearest(corner, LIMIT_M) for corner in corners]
    points: list[QgsPointXY] = []
    straight = 0
    for number, (begin, goal) in enumerate(pairwise(on_street)):
        step(feedback, number / len(corners))
        leg = _along(graph, begin, goal)
        if leg is None:
            straight += 1
            leg = [_place(begin, corners[number]), _place(goal, corners[number + 1])]
        spur = 0.0 if begin is None or begin.distance_m < _SAME_M else _SPUR_M
        points = _joined(points, leg, spur)
    found = QgsGeometry.fromPolylineXY(points)
    moved = found.hausdorffDistance(drawn)
    found.transform(to_graph, Qgis.TransformDirection.Reverse)  # noqa: QGS201 (it raises)
    return RouteOnStreets(found, moved, len(corners) - 1, straight)


def _along(graph: StreetGraph, begin: OnStreet | None, goal: OnStreet | None) -> list[QgsPointXY] | None:
    if begin is None or goal is None:
        return None
    path = graph.paths_from(begin).to(goal)
    return None if path is None else list(path.points)


def _place(on_street: OnStreet | None, corner: QgsPointXY) -> QgsPointXY:
    return corner if on_street is None else on_street.point


def _joined(points: list[QgsPointXY], leg: list[QgsPointXY], longest_spur_m: float) -> list[QgsPointXY]:
    """Append a leg, without a way into a side street and back where they meet, if it is no longer than this."""
    if not points:
        return leg
    there, back = points[::-1], leg
    same = 0
    while same + 1 < min(len(there), len(back)) and there[same + 1].distance(back[same + 1]) < _SAME_M:
        same += 1
    spur = sum(a.distance(b) for a, b in pairwise(there[: same + 1]))
    cut = same if spur <= longest_spur_m else 0
    return [*points[: len(points) - cut], *leg[cut + 1 :]]
