# SPDX-License-Identifier: GPL-2.0-or-later
"""How is a cause of a hotspot told? The same sentences on the page and on paper."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from est_plugin.export.plan import CauseItem, HotspotItem
    from est_plugin.i18n import Language


def cause_facts(cause: CauseItem, words: Language) -> tuple[str, ...]:
    """What is known of it beside the problem itself, a line each."""
    facts = (
        (words.translate("est_plugin", "The problem lies with: {value}"), cause.triangle_side),
        (words.translate("est_plugin", "Missing: {value}"), cause.missing_controller),
        (words.translate("est_plugin", "Speaks for it: {value}"), cause.support),
        (words.translate("est_plugin", "How sure: {value}"), cause.confidence),
    )
    return tuple(text.format(value=value) for text, value in facts if value)


def cause_heading(words: Language) -> str:
    """What stands above the causes of a place: they are what people think, not what the numbers show."""
    return words.translate("est_plugin", "Likely causes, as those who know the place see them")


def cause_list(spot: HotspotItem, words: Language) -> str:
    """Static HTML; empty without causes."""
    if not spot.causes:
        return ""
    items = "".join(
        f"<li><strong>{escape(cause.problem)}</strong>"
        f"{''.join(f'<br>{escape(line)}' for line in cause_facts(cause, words))}</li>"
        for cause in spot.causes
    )
    summary = words.translate("est_plugin", "Likely causes: {count}").format(count=len(spot.causes))
    return (
        f'<details class="causes" id="why-{spot.key}"><summary>{escape(summary)}</summary>'
        f"<div>{escape(cause_heading(words))}:</div><ul>{items}</ul></details>"
    )
