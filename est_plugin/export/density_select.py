# SPDX-License-Identifier: GPL-2.0-or-later
"""How does a person choose what the density of the page shows?"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from est_plugin.export.plan_densities import DensityBy

if TYPE_CHECKING:
    from est_plugin.export.plan import PackagePlan
    from est_plugin.i18n import Language


def density_select(plan: PackagePlan, words: Language) -> str:
    """Static HTML; empty where there is nothing to choose from."""
    if not plan.density_choices:
        return ""
    heads = {
        DensityBy.GROUP: words.translate("est_plugin", "By group of categories"),
        DensityBy.TIME: words.translate("est_plugin", "By time"),
    }
    groups = ""
    for by, head in heads.items():
        options = "".join(
            f'<option value="{choice.key}">{escape(choice.label)} ({len(choice.points)})</option>'
            for choice in plan.density_choices
            if choice.by is by
        )
        groups += f'<optgroup label="{escape(head)}">{options}</optgroup>' if options else ""
    label = escape(words.translate("est_plugin", "The density shows"))
    every = escape(words.translate("est_plugin", "all incidents"))
    note = escape(
        words.translate(
            "est_plugin",
            "A choice is of this period and has a scale of its own: its colours cannot be compared with those of "
            "others. Incidents whose time is not known well enough are in no choice by time.",
        )
    )
    return (
        f'<label class="density-choice">{label} <select id="density-choice" name="density">'
        f'<option value="now">{every}</option>{groups}</select></label><p class="note">{note}</p>'
    )
