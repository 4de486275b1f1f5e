# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a package of the working group hold of single incidents? Places, kinds and days; no text, no reference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import IntArray


@dataclass(frozen=True)
class IncidentGroup:
    """A group of categories; ``colour`` as ``#rrggbb``."""

    name: str
    colour: str


@dataclass(frozen=True)
class IncidentCategory:
    """A category; ``group`` is its index into the groups."""

    name: str
    group: int


@dataclass(frozen=True, eq=False)
class IncidentColumns:
    """Incidents as columns of one length n, in no order of the database's; names in the package's language."""

    #: Whole metres in the database's CRS.
    x: IntArray
    y: IntArray
    #: Index into ``categories`` and ``organisations``.
    category: IntArray
    organisation: IntArray
    #: Days since the period's first; -1 where it can have been several.
    day: IntArray
    #: Index into ``day_parts.PARTS``; -1 where it can have been several.
    part: IntArray
    groups: tuple[IncidentGroup, ...]
    categories: tuple[IncidentCategory, ...]
    organisations: tuple[str, ...]

    def __len__(self) -> int:
        return int(self.x.size)
