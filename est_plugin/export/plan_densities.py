# SPDX-License-Identifier: GPL-2.0-or-later
"""Of which incidents can the density be shown by itself? Groups of categories and times with enough of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.day_parts import PARTS, local_days
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.domain.edition import Edition, Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.analysis.arrays import BoolArray
    from est_plugin.analysis.points import PointSet
    from est_plugin.export.reading import PackageRows
    from est_plugin.export.request import PackageRequest
    from est_plugin.i18n import Language

#: A density of fewer would be a map of single incidents.
FEWEST = 30
_MOST_GROUPS = 5


class DensityBy(StrEnum):
    """What a choice is a part of."""

    GROUP = "group"
    TIME = "time"


@dataclass(frozen=True, eq=False)
class DensityChoice:
    """A part of the period's incidents, named in the package's language; ``key`` is its name inside the package."""

    key: str
    by: DensityBy
    label: str
    points: PointSet


def density_choices(rows: PackageRows, request: PackageRequest, words: Language) -> tuple[DensityChoice, ...]:
    """The largest groups and the times; none for the public, whose density is made of cells."""
    if not request.has(Part.DENSITY) or request.edition is Edition.PUBLIC:
        return ()
    return (*_groups(rows, words), *_times(rows.points, words))


def _groups(rows: PackageRows, words: Language) -> Iterator[DensityChoice]:
    """By size; where all incidents are of one group it says nothing new."""
    points = rows.points
    group_of = {code.code: code.group for code in rows.categories}
    groups = np.array([group_of.get(code, "") for code in points.category_codes], dtype=np.str_)
    masks = [
        (number, code.name(words.code), (groups == code.code)[points.category])
        for number, code in enumerate(rows.category_groups, start=1)
        if len(points)
    ]
    enough = [each for each in masks if FEWEST <= np.count_nonzero(each[2]) < len(points)]
    largest = sorted(enough, key=lambda each: (-np.count_nonzero(each[2]), each[0]))[:_MOST_GROUPS]
    for number, name, mask in sorted(largest, key=lambda each: each[0]):
        yield DensityChoice(f"{DensityBy.GROUP}-{number}", DensityBy.GROUP, name, points.select(mask))


def _times(points: PointSet, words: Language) -> Iterator[DensityChoice]:
    """Only incidents whose time is known well enough to belong there for certain."""
    if points.time is None or points.until is None:
        return
    days = local_days(points.time, points.until, LOCAL_ZONE)
    masks: list[tuple[str, str, BoolArray]] = [
        (part.value, words.translate("est_plugin", part.label), days.part == number)
        for number, part in enumerate(PARTS)
    ]
    masks.append(("weekend", words.translate("est_plugin", "Saturday and Sunday"), days.is_weekend))
    for key, label, mask in masks:
        if FEWEST <= np.count_nonzero(mask) < len(points):
            yield DensityChoice(f"{DensityBy.TIME}-{key}", DensityBy.TIME, label, points.select(mask))
