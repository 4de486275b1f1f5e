# SPDX-License-Identifier: GPL-2.0-or-later
"""Which of the incidents that were read does a filter choose?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.points import PointSet
from est_plugin.db.times import LOCAL_ZONE

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray
    from est_plugin.domain.incident import IncidentFilter


@dataclass(frozen=True, eq=False)
class IncidentSet:
    """Counted incidents of a database in the order of their ids, as arrays of one length n; never changed."""

    #: In the database's CRS, float64.
    x: FloatArray
    y: FloatArray
    #: Earliest and latest time, as ``PointSet`` has them: seconds since 1970-01-01 UTC, int64.
    time: IntArray
    until: IntArray
    #: Index (int32) into the codes, which are in order; '' stands for no organisation.
    category: IntArray
    category_codes: tuple[str, ...]
    organisation: IntArray
    organisation_codes: tuple[str, ...]

    def __len__(self) -> int:
        return int(self.x.size)

    def points(self, incident_filter: IncidentFilter) -> PointSet:
        """The incidents of the filter, with those categories only that are among them.

        Raises InputError if one of them has no usable coordinates.
        """
        mask = self._mask(incident_filter)
        if mask is None:
            return self._points(slice(None))
        # Places are faster than a mask where few are chosen.
        return self._points(np.flatnonzero(mask))

    def _mask(self, incident_filter: IncidentFilter) -> BoolArray | None:
        """None if all are chosen."""
        masks = []
        if incident_filter.period is not None:
            start, end = (bound.timestamp() for bound in incident_filter.period.bounds_utc(LOCAL_ZONE))
            # Whole seconds: of two floored times the comparison is that of the times themselves.
            masks.append((self.time >= int(start)) & (self.time < int(end)))
        if incident_filter.categories:
            masks.append(_is_among(self.category, self.category_codes, incident_filter.categories))
        if incident_filter.organisations:
            masks.append(_is_among(self.organisation, self.organisation_codes, incident_filter.organisations - {""}))
        return np.logical_and.reduce(masks) if masks else None

    def _points(self, chosen: IntArray | slice) -> PointSet:
        category = self.category[chosen]
        is_present = np.bincount(category, minlength=len(self.category_codes)) > 0
        new_index = np.cumsum(is_present, dtype=np.int32) - np.int32(1)
        return PointSet(
            x=self.x[chosen],
            y=self.y[chosen],
            category=new_index[category],
            category_codes=tuple(
                code for code, there in zip(self.category_codes, is_present.tolist(), strict=True) if there
            ),
            # Copies: what is handed out may be kept while the set is dropped, and is nobody's to change here.
            time=self.time[chosen].copy(),
            until=self.until[chosen].copy(),
        )


def _is_among(index: IntArray, codes: tuple[str, ...], wanted: frozenset[str]) -> BoolArray:
    is_wanted = np.array([code in wanted for code in codes], dtype=np.bool_)
    chosen: BoolArray = is_wanted[index]
    return chosen
