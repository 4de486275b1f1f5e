# SPDX-License-Identifier: GPL-2.0-or-later
"""What everybody may see of a period: squares and categories as classes; and beside it what they never get to see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from est_plugin.analysis.arrays import IntArray
    from est_plugin.analysis.suppression import Square
    from est_plugin.db.public_rows import Reason, Secrets
    from est_plugin.domain.count_class import CountClass


@dataclass(frozen=True)
class Area:
    """A shown square, named after what lies nearest. ``key`` is its name inside the package."""

    key: str
    number: int
    name: str
    square: Square


@dataclass(frozen=True)
class CategoryLevel:
    """Incidents of a category in all shown squares together."""

    name: str
    level: CountClass


@dataclass(frozen=True, eq=False)
class Withheld:
    """What was left out, for the person who approves; never for the files."""

    #: Cells of 250 m with incidents: shown by themselves, shown in a square of 500 m, not shown.
    single_cells: int
    merged_cells: int
    left_out_cells: int
    #: Squares of 500 m.
    merged_squares: int
    shown_incidents: int
    left_out_incidents: int
    not_counted: Mapping[Reason, int]
    #: Names of categories: never published, and told only together with others.
    categories: tuple[str, ...]
    together: tuple[str, ...]
    #: Types of place of the incidents that count.
    place_types: tuple[str, ...]
    #: Name of the layer that says where people live.
    address_source: str
    #: Measures that stay inside, and those told of without a place because their ground is not shown.
    measures: int
    unplaced_measures: int


@dataclass(frozen=True, eq=False)
class PublicPicture:
    """The public edition. What ``squares``, ``categories`` and ``total`` say goes out; the rest never does."""

    areas: tuple[Area, ...]
    #: The largest class first; empty where it would tell of single places.
    categories: tuple[CategoryLevel, ...]
    #: Incidents in the shown squares, rounded; 0 where it is not told.
    total: int
    are_buildings: bool
    #: The same for the same content in any language.
    fingerprint: str
    withheld: Withheld
    secrets: Secrets
    #: Incidents and addresses of each square, in the order of ``areas``.
    incidents: IntArray
    addresses: IntArray
