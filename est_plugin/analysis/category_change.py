# SPDX-License-Identifier: GPL-2.0-or-later
"""Which kinds of incidents have become more or fewer, and the incidents as a whole?"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.rate_change import RateChanges, compare_rates

if TYPE_CHECKING:
    from est_plugin.analysis.points import PointSet


@dataclass(frozen=True, eq=False)
class CategoryChanges:
    """The change in all, and that of each category that occurs, the most frequent now first."""

    total: RateChanges
    codes: tuple[str, ...]
    #: One row for each code; None without any.
    rows: RateChanges | None


def compare_categories(now: PointSet, before: PointSet, days: int, days_before: int) -> CategoryChanges:
    """Compare the incidents of two periods of so many days; the words of the categories mind how many there are."""
    checksum = joint_checksum(now, before)
    total = compare_rates(np.array([len(now)]), np.array([len(before)]), days, days_before, checksum=checksum)
    counts = {code: [0, 0] for points in (now, before) for code in points.category_codes}
    for place, points in enumerate((now, before)):
        numbers = np.bincount(points.category, minlength=len(points.category_codes)).tolist()
        for code, number in zip(points.category_codes, numbers, strict=False):
            counts[code][place] += number
    found = (code for code in counts if sum(counts[code]))
    codes = tuple(sorted(found, key=lambda code: (-counts[code][0], -counts[code][1], code)))
    if not codes:
        return CategoryChanges(total, (), None)
    table = np.array([counts[code] for code in codes])
    return CategoryChanges(total, codes, compare_rates(table[:, 0], table[:, 1], days, days_before, checksum=checksum))


def joint_checksum(*sets: PointSet) -> str:
    """SHA-256 (hexadecimal) of the checksums of several sets of incidents, in their order."""
    return hashlib.sha256("".join(points.checksum() for points in sets).encode()).hexdigest()
