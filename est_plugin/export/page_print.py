# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands at the edge of every sheet when a page is printed: the class and the period, in its languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.export import sentences
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from est_plugin.export.plan import PackagePlan


def running_heads(plan: PackagePlan) -> str:
    """Rules that hold the texts; ``print.css`` puts them into the margins."""
    return "".join(_rule(each) for each in (plan, plan.second) if each is not None)


def _rule(plan: PackagePlan) -> str:
    words = Language(plan.language)
    title = f"{sentences.title_text(plan, words)}, {sentences.span_text(plan.period, words)}"
    return (
        f":root:lang({plan.language}) {{ --sheet-class: {_string(sentences.class_text(plan, words))};"
        f" --sheet-title: {_string(title)}; }}\n"
    )


def _string(text: str) -> str:
    """A CSS string that can end neither itself nor the element it stands in."""
    return '"' + "".join(sign if sign.isalnum() or sign in " .,:–-" else f"\\{ord(sign):x} " for sign in text) + '"'
