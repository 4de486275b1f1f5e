# SPDX-License-Identifier: GPL-2.0-or-later
"""A change between two counts, as a sign and words; small numbers get no percentage."""

from __future__ import annotations

from est_plugin.i18n import translate

#: Under this many incidents in either period a percentage would only be noise.
FEWEST_FOR_PERCENT = 20


def change_text(now: int, before: int) -> str:
    """The change from ``before`` to ``now``, translated: ``+12 (more)``, ``−30 (−25 %, fewer)``, ``0 (unchanged)``."""
    difference = now - before
    if difference == 0:
        return translate("est_plugin", "0 (unchanged)")
    sign = "+" if difference > 0 else "−"
    word = translate("est_plugin", "more") if difference > 0 else translate("est_plugin", "fewer")
    if min(now, before) < FEWEST_FOR_PERCENT:
        return f"{sign}{abs(difference)} ({word})"
    return f"{sign}{abs(difference)} ({sign}{round(100 * abs(difference) / before)} %, {word})"
