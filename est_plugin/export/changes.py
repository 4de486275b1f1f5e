# SPDX-License-Identifier: GPL-2.0-or-later
"""The words of a change: the same in the dock, on the page, on paper and in the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.analysis.count_change import Verdict
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.i18n import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.analysis.comparison import LateReports, Obstacle
    from est_plugin.analysis.count_change import CountChange

#: Why the change of a hotspot is not judged.
CHOSEN_FOR_ITS_PEAK = QT_TRANSLATE_NOOP(
    "est_plugin",
    "A hotspot is chosen because it peaked in this period: fewer before is what one must expect, also without any "
    "change.",
)


def words_of(change: CountChange, translate: Callable[[str, str], str], obstacle: Obstacle | None = None) -> str:
    """E.g. ``+24 (+9 %, may be chance)``, ``+19 (more)`` or ``0 (unchanged)`` in the language of ``translate``.

    A difference that may not be compared is not told: ``cannot be compared``, and with the obstacle its reason,
    ``cannot be compared: reports exist from 2026-10-26``.
    """
    verdict = translate(CONTEXT, change.verdict.label)
    if obstacle is not None:
        verdict = f"{verdict}: {reason_of(obstacle, translate)}"
    if change.verdict is Verdict.INCOMPARABLE:
        return verdict
    return f"{change.number_text} ({', '.join(filter(None, (change.percent_text, verdict)))})"


def sign_of(change: CountChange) -> str:
    """Up, down or equal for the eye, beside the words; nothing where there is no comparison."""
    if change.verdict is Verdict.INCOMPARABLE:
        return ""
    return "▲" if change.difference > 0 else "▼" if change.difference < 0 else "="


def reason_of(obstacle: Obstacle, translate: Callable[[str, str], str]) -> str:
    """E.g. ``reports exist from 2026-10-26``."""
    return translate(CONTEXT, obstacle.reason.label).format(day=obstacle.day, source=obstacle.source)


def obstacle_text(obstacle: Obstacle, before: str, translate: Callable[[str, str], str]) -> str:
    """The sentence that says why there is no comparison with the period named ``before``."""
    return translate("est_plugin", "Cannot be compared with {before}: {reason}.").format(
        before=before, reason=reason_of(obstacle, translate)
    )


def late_text(late: LateReports, translate: Callable[[str, str], str]) -> str:
    """The sentence that says what is still to come in."""
    return translate(
        "est_plugin",
        "The period is not fully reported yet: one report in ten takes more than {days} days, so the numbers from "
        "{since} on may still grow.",
    ).format(days=late.days, since=late.since)
