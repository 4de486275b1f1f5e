# SPDX-License-Identifier: GPL-2.0-or-later
"""The change between two counts in the language of the desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.analysis.count_change import compare_counts
from est_plugin.export.changes import words_of
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from est_plugin.domain.period import Period


def change_text(now: int, before: int, period: Period, comparison: Period) -> str:
    """The change from ``before`` incidents in ``comparison`` to ``now`` incidents in ``period``."""
    return words_of(compare_counts(now, before, period.days, comparison.days), translate)
