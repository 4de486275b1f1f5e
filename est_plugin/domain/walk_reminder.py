# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a safety walk ask for today: another walk, or answers that those who walked still wait for?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from est_plugin.domain.walk import WalkStatus

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

#: The next walk is told of so many days before.
SOON = timedelta(days=30)

_WALKED = frozenset({WalkStatus.WALKED, WalkStatus.ANSWERED})


@dataclass(frozen=True)
class WalkToFollow:
    """A walk with what is left of it: ``owed`` observations without an answer, ``overdue`` past their deadline."""

    uuid: str
    title: str
    status: WalkStatus
    day: date | None
    next_walk: date | None
    owed: int
    overdue: int
    #: What says where it goes: its title, its area, its hotspot, as far as they are known.
    where: frozenset[str] = frozenset()


class ReminderKind(StrEnum):
    """What is asked for."""

    NEXT_WALK_PASSED = "next_walk_passed"
    NEXT_WALK_SOON = "next_walk_soon"
    ANSWERS_OWED = "answers_owed"
    DEADLINE_PASSED = "deadline_passed"


@dataclass(frozen=True)
class Reminder:
    """``count`` observations, or the day of the next walk."""

    kind: ReminderKind
    walk: WalkToFollow
    count: int = 0
    day: date | None = None


def reminders_of(
    walk: WalkToFollow, today: date, weeks: int, all_walks: Iterable[WalkToFollow] = ()
) -> tuple[Reminder, ...]:
    """What is to be done about a walk, the most pressing first. ``weeks`` after the walk, answers are owed.

    The next walk is not asked for once one of ``all_walks`` is it: of a later day, and in the same place.
    """
    found = []
    is_walked = walk.status in _WALKED
    if is_walked and walk.owed and walk.day is not None and walk.day + timedelta(weeks=weeks) < today:
        found.append(Reminder(ReminderKind.ANSWERS_OWED, walk, walk.owed))
    if is_walked and walk.overdue:
        found.append(Reminder(ReminderKind.DEADLINE_PASSED, walk, walk.overdue))
    is_due = walk.next_walk is not None and walk.next_walk <= today + SOON
    if walk.next_walk is not None and is_due and not any(_follows(one, walk) for one in all_walks):
        is_past = walk.next_walk < today
        kind = ReminderKind.NEXT_WALK_PASSED if is_past else ReminderKind.NEXT_WALK_SOON
        found.append(Reminder(kind, walk, day=walk.next_walk))
    return tuple(found)


def _follows(one: WalkToFollow, walk: WalkToFollow) -> bool:
    return one.day is not None and walk.day is not None and one.day > walk.day and bool(one.where & walk.where)
