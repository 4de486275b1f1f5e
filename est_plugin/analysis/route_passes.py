# SPDX-License-Identifier: GPL-2.0-or-later
"""Where does a route pass a place, which it may do more than once, and where if in a given order?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.analysis.arrays import FloatArray

#: The way back along the same street is drawn a little beside the way there.
SAME_PASS_M = 5.0
#: So far along a route must have gone before it passes a place again.
_APART_M = 25.0


def passes(route: FloatArray, x: float, y: float) -> list[float]:
    """Distances along the route (vertices (n, 2), n >= 2, metres) at which it passes the point, in their order.

    It passes where it comes nearest, and where it comes nearly as near again.
    """
    steps = np.diff(route, axis=0)
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    start = np.concatenate(([0.0], np.cumsum(lengths)))[:-1]
    to_point = np.array([x, y]) - route[:-1]
    squared = np.maximum(lengths**2, np.finfo(np.float64).tiny)
    share = np.clip((steps * to_point).sum(axis=1) / squared, 0, 1)
    away = np.hypot(*(to_point - steps * share[:, np.newaxis]).T)
    near = np.flatnonzero(away <= away.min() + SAME_PASS_M)
    along = start[near] + share[near] * lengths[near]
    # Pieces that are near at about the same distance along are one pass, such as those that meet at a corner.
    groups = np.split(np.arange(near.size), np.flatnonzero(np.diff(along) > _APART_M) + 1)
    return [float(along[group[np.argmin(away[near[group]])]]) for group in groups]


def walked_at(passes_in_order: Sequence[Sequence[float]]) -> list[float] | None:
    """At which of its passes is each place visited, if they are in this order? The first not before the one before.

    None if the route does not pass them in this order.
    """
    visits = [0.0]
    for of_place in passes_in_order:
        later = [distance for distance in of_place if distance >= visits[-1]]
        if not later:
            return None
        visits.append(min(later))
    return visits[1:]
