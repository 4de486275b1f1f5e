# SPDX-License-Identifier: GPL-2.0-or-later
"""What do the numbers of a package rest on? The same sentences on the page, on paper and beside the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.analysis.count_change import SIGNIFICANCE
from est_plugin.domain.edition import Edition

if TYPE_CHECKING:
    from est_plugin.export.plan import PackagePlan
    from est_plugin.i18n import Language


def filter_text(plan: PackagePlan, words: Language) -> str:
    """Which categories and organisations count."""
    everything = words.translate("est_plugin", "all")
    return words.translate("est_plugin", "Categories: {categories}. Organisations: {organisations}.").format(
        categories=", ".join(plan.categories) or everything,
        organisations=", ".join(plan.organisations) or everything,
    )


def waiting_text(waiting: int, words: Language) -> str:
    """How many rows nobody has looked after yet."""
    if not waiting:
        return words.translate("est_plugin", "No rows wait in quarantine.")
    return words.translate(
        "est_plugin",
        "Rows of all sources that wait in quarantine: {count}. They did not pass the checks and are not counted.",
    ).format(count=waiting)


def basis_texts(plan: PackagePlan, words: Language) -> tuple[str, ...]:
    """What kind of numbers these are, and how a change is judged."""
    texts = [
        words.translate(
            "est_plugin",
            "The numbers are reports that organisations have made, not all that happened. More reports may mean more "
            "reporting. Duplicates and rejected reports do not count. No single incident is in this package.",
        )
        if plan.incidents is None
        else words.translate(
            "est_plugin",
            "The numbers are reports that organisations have made, not all that happened. More reports may mean more "
            "reporting. Duplicates and rejected reports do not count. The single incidents in this package are places "
            "with category, day and part of the day; what was written of them stays in the database.",
        ),
        words.translate(
            "est_plugin",
            "A change may be chance if chance alone makes one as large in more than {share} cases of 100. That is an "
            "exact test of the two counts, which minds how long the periods are. In a long list about one row in "
            "{rows} looks like a change without being one. A hotspot is chosen because it has many reports now, so it "
            "has often had fewer before: its change is not judged. Too few to tell means that with numbers as small "
            "only a great change could be told from chance.",
        ).format(share=round(100 * SIGNIFICANCE), rows=round(1 / SIGNIFICANCE)),
        filter_text(plan, words),
    ]
    if plan.request.edition is Edition.STRATEGIC:
        texts.append(
            words.translate(
                "est_plugin",
                "Counts of one to four are told as 1–4. A count that one of those could be worked out from is told "
                "as 5+.",
            )
        )
    if plan.categories or plan.organisations:
        texts.append(
            words.translate(
                "est_plugin", "Hotspots count all incidents, whatever categories and organisations are chosen."
            )
        )
    texts.append(waiting_text(plan.waiting, words))
    if plan.silent_organisations:
        names = ", ".join(plan.silent_organisations)
        texts.append(words.translate("est_plugin", "Have not reported in the period: {names}.").format(names=names))
    return tuple(texts)
