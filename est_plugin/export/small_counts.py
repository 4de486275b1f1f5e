# SPDX-License-Identifier: GPL-2.0-or-later
"""Which counts are so small that politics and the press may not read them, and what stands there instead?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from est_plugin.analysis.count_change import CountChange, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.export.plan import CountItem, HotspotItem, PackagePlan

#: From here on a count is told.
FEWEST_TOLD = 5


class HiddenCount(int):
    """A count that is told as a range wherever it is written; its own value is a limit of that range and no count."""

    def __new__(cls, limit: int, text: str) -> HiddenCount:
        """The range that ``text`` names."""
        hidden = super().__new__(cls, limit)
        hidden.text = text
        return hidden

    text: str

    def __str__(self) -> str:
        """The range."""
        return self.text

    def __format__(self, _spec: str) -> str:
        """The range, however a number is wanted."""
        return self.text


#: One sign less than a tag's: it stands in HTML, in tables and on paper alike.
FEW = HiddenCount(FEWEST_TOLD - 1, f"1\N{EN DASH}{FEWEST_TOLD - 1}")
#: Hidden because a count of few could be worked out from it.
ENOUGH = HiddenCount(FEWEST_TOLD, f"{FEWEST_TOLD}+")
_NO_CHANGE = CountChange(HiddenCount(1, "\N{EN DASH}"), None, Verdict.NOT_JUDGED)


def without_small_counts(plan: PackagePlan) -> PackagePlan:
    """The plan with ranges for all counts of one to four, and for those that such a one could be worked out from."""
    total = plan.total
    return replace(
        plan,
        total=shown_item(total),
        by_category=_shown_items(plan.by_category, total),
        by_organisation=_shown_items(plan.by_organisation, total),
        hotspots=tuple(_shown_hotspot(spot) for spot in plan.hotspots),
        density_choices=tuple(choice for choice in plan.density_choices if len(choice.points) >= FEWEST_TOLD),
    )


def shown_count(count: int) -> int:
    """The count, or the range that a small one is told as."""
    return FEW if 0 < count < FEWEST_TOLD else count


def shown_item(item: CountItem) -> CountItem:
    """The item by itself."""
    last_year = None if item.last_year is None else shown_count(item.last_year)
    return _told(item, shown_count(item.now), shown_count(item.before), last_year)


def hidden_among(counts: Sequence[int], total: int) -> list[int]:
    """Counts that add up to ``total`` as they may be told beside it: nobody can work out those of few."""
    shown = [shown_count(count) for count in counts]
    if FEW not in (shown_count(total), *shown) or 0 < total < FEWEST_TOLD:
        return shown
    others = sorted((count, place) for place, count in enumerate(counts) if count >= FEWEST_TOLD)
    for _, place in others:
        if not _can_be_worked_out(counts, shown):
            break
        shown[place] = ENOUGH
    return shown


def _can_be_worked_out(counts: Sequence[int], shown: Sequence[int]) -> bool:
    """Is there only one way to fill in those of few, for a reader who knows the total and all that is told?"""
    hidden = sum(count for count, told in zip(counts, shown, strict=True) if isinstance(told, HiddenCount))
    few, enough = (sum(told is mark for told in shown) for mark in (FEW, ENOUGH))
    if not few:
        return False
    if not enough:
        return few == 1 or hidden in (few, (FEWEST_TOLD - 1) * few)
    return hidden - FEWEST_TOLD * enough <= few


def _shown_items(items: Sequence[CountItem], total: CountItem) -> tuple[CountItem, ...]:
    now = hidden_among([item.now for item in items], total.now)
    before = hidden_among([item.before for item in items], total.before)
    then = hidden_among([item.last_year or 0 for item in items], total.last_year or 0)
    return tuple(
        _told(item, shown, shown_before, None if item.last_year is None else shown_then)
        for item, shown, shown_before, shown_then in zip(items, now, before, then, strict=True)
    )


def _told(item: CountItem, now: int, before: int, last_year: int | None) -> CountItem:
    """Where a count is hidden its change is too."""
    is_hidden = any(isinstance(count, HiddenCount) for count in (now, before))
    last_hidden = any(isinstance(count, HiddenCount) for count in (now, last_year))
    return replace(
        item,
        now=now,
        before=before,
        last_year=last_year,
        change=_NO_CHANGE if is_hidden else item.change,
        last_year_change=_NO_CHANGE if last_hidden and item.last_year_change is not None else item.last_year_change,
    )


def _shown_hotspot(spot: HotspotItem) -> HotspotItem:
    incidents, before = shown_count(spot.incidents), None if spot.before is None else shown_count(spot.before)
    if incidents is not FEW and before is not FEW:
        return spot
    change = None if spot.change is None else _NO_CHANGE
    return replace(spot, incidents=incidents, before=before, change=change, interval=None, rhythm=None)
