# SPDX-License-Identifier: GPL-2.0-or-later
"""Online, slow and offline, from answers that come quickly, slowly or not at all."""

from __future__ import annotations

from est_plugin.db.link_state import LinkHealth, LinkState

QUICK, SLOW = 0.1, 2.5


def states(*answers: float | None) -> list[LinkState]:
    health = LinkHealth()
    seen = []
    for seconds in answers:
        if seconds is None:
            health.lost()
        else:
            health.answered(seconds)
        seen.append(health.state)
    return seen


ONLINE, IS_SLOW, OFFLINE = LinkState.ONLINE, LinkState.SLOW, LinkState.OFFLINE


def test_one_slow_answer_is_not_told_but_two_are() -> None:
    assert states(SLOW, QUICK, SLOW, SLOW) == [ONLINE, ONLINE, ONLINE, IS_SLOW]


def test_one_quick_answer_does_not_end_a_slow_time() -> None:
    assert states(SLOW, SLOW, QUICK, SLOW, QUICK, QUICK) == [ONLINE, IS_SLOW, IS_SLOW, IS_SLOW, IS_SLOW, ONLINE]


def test_a_lost_link_is_told_at_once_and_so_is_its_return() -> None:
    assert states(QUICK, None, None, SLOW, SLOW) == [ONLINE, OFFLINE, OFFLINE, ONLINE, IS_SLOW]


def test_the_last_sign_of_life_stays_while_the_link_is_lost() -> None:
    health = LinkHealth()
    health.answered(QUICK)
    seen = health.last_answer
    health.lost()
    assert health.last_answer == seen
    health.answered(QUICK)
    assert health.last_answer > seen
