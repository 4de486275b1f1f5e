# SPDX-License-Identifier: GPL-2.0-or-later
"""A measure waits for its follow-up until somebody knows what it led to, also when somebody else does it."""

from __future__ import annotations

from datetime import date

from est_plugin.domain.measure import MeasureStatus, awaits_follow_up

TODAY = date(2026, 11, 29)


def test_what_is_handed_over_is_followed_up_and_what_came_to_an_end_is_not() -> None:
    waiting = [status.value for status in MeasureStatus if awaits_follow_up(status, TODAY, TODAY)]
    assert waiting == ["proposed", "assessed", "decided", "planned", "in_progress", "done", "handed_over", "paused"]
