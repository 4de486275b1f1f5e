# SPDX-License-Identifier: GPL-2.0-or-later
"""Count class: how many incidents, as a public edition says it. A number by itself never stands in one."""

from __future__ import annotations

from enum import IntEnum

#: Fewer incidents than this, or fewer addresses, are never told of a place.
LEAST_INCIDENTS = 3
LEAST_ADDRESSES = 8


class CountClass(IntEnum):
    """The classes, rising; the value is the least number of the class."""

    FEW = 3
    SOME = 5
    MANY = 10
    MOST = 20

    @classmethod
    def of(cls, count: int) -> CountClass:
        """The class of a number of ``LEAST_INCIDENTS`` or more."""
        return max(member for member in cls if member <= count)

    @property
    def most(self) -> int | None:
        """The largest number of the class; None for the class without an end."""
        return {CountClass.FEW: 4, CountClass.SOME: 9, CountClass.MANY: 19}.get(self)

    @property
    def rank(self) -> int:
        """1 for the lowest class, 4 for the highest."""
        return list(CountClass).index(self) + 1

    @property
    def span(self) -> str:
        """The class in digits, the same in every language."""
        return f"{self.value}+" if self.most is None else f"{self.value}–{self.most}"

    @property
    def middle(self) -> float:
        """What stands for the class where a number is needed: the middle, for the class without an end 25."""
        return 25.0 if self.most is None else (self.value + self.most) / 2
