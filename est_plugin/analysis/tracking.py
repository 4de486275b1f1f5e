# SPDX-License-Identifier: GPL-2.0-or-later
"""Which known hotspot does a new place continue?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry


def match_places(new: Sequence[BaseGeometry], known: Sequence[BaseGeometry]) -> list[int | None]:
    """For each new place the index of the known one that it continues; None for a place that is really new.

    The pair that shares most ground is matched first, then the next among those left, so each known place is continued
    at most once. Places that only touch share no ground. Equal shares go to the earlier new, then earlier known place.
    """
    matches: list[int | None] = [None] * len(new)
    if not new or not known:
        return matches
    # A known place may have been redrawn by hand, across itself.
    old = shapely.make_valid(np.array(known, dtype=np.object_))
    young = shapely.make_valid(np.array(new, dtype=np.object_))
    young_index, old_index = shapely.STRtree(old).query(young, predicate="intersects")
    shared = shapely.area(shapely.intersection(young[young_index], old[old_index]))
    free = set(range(len(known)))
    for pair in np.lexsort((old_index, young_index, -shared)):
        place, candidate = int(young_index[pair]), int(old_index[pair])
        if shared[pair] > 0 and matches[place] is None and candidate in free:
            matches[place] = candidate
            free.remove(candidate)
    return matches
