# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents lie on each of some pieces of ground?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from est_plugin.feedback import step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.points import PointSet
    from est_plugin.feedback import Feedback


def count_on(grounds: Sequence[BaseGeometry], points: PointSet, feedback: Feedback) -> list[int]:
    """The number of ``points`` within each polygon of ``grounds`` (same CRS); grounds may overlap.

    Raises CancelledError if a person has cancelled.
    """
    counts = []
    for number, ground in enumerate(grounds):
        step(feedback, number / len(grounds))
        left, bottom, right, top = ground.bounds
        near = (points.x >= left) & (points.x <= right) & (points.y >= bottom) & (points.y <= top)
        shapely.prepare(ground)
        counts.append(int(np.count_nonzero(shapely.contains_xy(ground, points.x[near], points.y[near]))))
    return counts
