# SPDX-License-Identifier: GPL-2.0-or-later
"""When is a walk reminded of: answers after some weeks, deadlines once they passed, the next walk a month before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from est_plugin.domain.walk import WalkStatus
from est_plugin.domain.walk_reminder import ReminderKind, WalkToFollow, reminders_of

TODAY = date(2026, 11, 29)
DAY = timedelta(days=1)
WALK = WalkToFollow("w", "Centrum", WalkStatus.WALKED, TODAY - 43 * DAY, None, 0, 0)


def kinds(walk: WalkToFollow, weeks: int = 6) -> list[ReminderKind]:
    return [one.kind for one in reminders_of(walk, TODAY, weeks)]


def test_answers_are_owed_once_the_weeks_have_passed_and_only_after_a_walk() -> None:
    owing = replace(WALK, owed=3)
    assert [(one.kind, one.count) for one in reminders_of(owing, TODAY, 6)] == [(ReminderKind.ANSWERS_OWED, 3)]
    assert kinds(replace(owing, day=TODAY - 42 * DAY)) == []
    assert kinds(owing, weeks=8) == []
    assert kinds(WALK) == []
    for silent in ({"status": WalkStatus.PLANNED}, {"day": None}):
        assert kinds(replace(owing, **silent)) == []


def test_the_next_walk_is_not_asked_for_once_it_is_planned_in_the_same_place() -> None:
    due = replace(WALK, next_walk=TODAY, where=frozenset({"centrum", "parken"}))
    following = replace(due, uuid="n", day=TODAY + 9 * DAY, next_walk=None, where=frozenset({"parken"}))

    def told(*others: WalkToFollow) -> bool:
        return bool(reminders_of(due, TODAY, 6, (due, *others)))

    assert told()
    assert not told(following)
    for another in ({"where": frozenset({"hamnen"})}, {"day": None}, {"day": WALK.day - DAY}):
        assert told(replace(following, **another))


def test_a_passed_deadline_is_told_at_once() -> None:
    assert kinds(replace(WALK, day=TODAY, overdue=1)) == [ReminderKind.DEADLINE_PASSED]
    assert kinds(replace(WALK, status=WalkStatus.PROPOSED, overdue=1)) == []


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (-1, [ReminderKind.NEXT_WALK_PASSED]),
        (0, [ReminderKind.NEXT_WALK_SOON]),
        (30, [ReminderKind.NEXT_WALK_SOON]),
        (31, []),
    ],
)
def test_the_next_walk_is_told_of_thirty_days_before(days: int, told: list[ReminderKind]) -> None:
    assert kinds(replace(WALK, next_walk=TODAY + days * DAY)) == told
