# SPDX-License-Identifier: GPL-2.0-or-later
"""The steps of a measure, each pair of statuses written out by hand."""

from __future__ import annotations

import pytest

from est_plugin.domain.measure import MeasureStatus
from est_plugin.domain.measure_steps import steps_from

ALLOWED = {
    "proposed": "assessed decided rejected handed_over paused",
    "assessed": "proposed decided rejected handed_over paused",
    "decided": "proposed assessed planned in_progress done rejected handed_over paused",
    "planned": "decided in_progress done rejected handed_over paused",
    "in_progress": "decided planned done rejected handed_over paused",
    "done": "decided planned in_progress followed_up",
    "followed_up": "done evaluated closed",
    "evaluated": "followed_up closed",
    "closed": "followed_up evaluated",
    "rejected": "proposed",
    "handed_over": "proposed done followed_up closed",
}
OUT_OF_A_PAUSE = {
    "proposed": "proposed rejected handed_over",
    "assessed": "proposed assessed rejected handed_over",
    "decided": "proposed assessed decided rejected handed_over",
    "planned": "proposed assessed decided planned rejected handed_over",
    "in_progress": "proposed assessed decided planned in_progress rejected handed_over",
}


@pytest.mark.parametrize("status", ALLOWED)
def test_from_each_status_a_measure_takes_these_steps_and_no_others(status: str) -> None:
    assert " ".join(steps_from(MeasureStatus(status))) == ALLOWED[status]


@pytest.mark.parametrize("paused_in", OUT_OF_A_PAUSE)
def test_out_of_a_pause_a_measure_goes_no_further_than_it_was(paused_in: str) -> None:
    assert " ".join(steps_from(MeasureStatus.PAUSED, MeasureStatus(paused_in))) == OUT_OF_A_PAUSE[paused_in]


def test_a_measure_of_which_the_pause_is_all_that_is_known_begins_again() -> None:
    assert " ".join(steps_from(MeasureStatus.PAUSED)) == OUT_OF_A_PAUSE["proposed"]
