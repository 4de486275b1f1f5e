# SPDX-License-Identifier: GPL-2.0-or-later
"""The words of a change: the same in the dock, on the page, on paper and in the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.i18n import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.analysis.count_change import CountChange


def words_of(change: CountChange, translate: Callable[[str, str], str]) -> str:
    """E.g. ``+24 (+9 %, may be chance)``, ``+19 (more)`` or ``0 (unchanged)`` in the language of ``translate``."""
    verdict = translate(CONTEXT, change.verdict.label)
    return f"{change.number_text} ({', '.join(filter(None, (change.percent_text, verdict)))})"
