# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a package show, in two sentences? Proposed from the numbers; a person may write better ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.domain.edition import Edition
from est_plugin.export.changes import words_of
from est_plugin.export.sentences import open_measures, span_text

if TYPE_CHECKING:
    from est_plugin.analysis.comparison import Obstacle
    from est_plugin.domain.period import Period
    from est_plugin.export.plan import CountItem, PackagePlan
    from est_plugin.i18n import Language


@dataclass(frozen=True)
class SummaryFacts:
    """What the sentences rest on."""

    edition: Edition
    municipality: str
    period: Period
    total: CountItem
    obstacle: Obstacle | None
    #: Name and incidents of the place at the top of the list; None without any.
    worst: tuple[str, int] | None
    open_measures: int
    overdue: int


def summary_text(plan: PackagePlan, words: Language) -> str:
    """The summary of a package: the author's, else the one that the numbers give; never empty."""
    return plan.request.summary.strip() or proposed_summary(_facts_of(plan), words)


def proposed_summary(facts: SummaryFacts, words: Language) -> str:
    """The sentences that the numbers give. The public edition tells classes and no counts, so this one has none."""
    period = span_text(facts.period, words)
    if facts.edition is Edition.PUBLIC:
        return words.translate(
            "est_plugin", "What was reported in {municipality}, {period}, and what is done about it."
        ).format(municipality=facts.municipality, period=period)
    parts = [
        words.translate("est_plugin", "{period}: {count} incidents, {change} against the period before.").format(
            period=period, count=facts.total.now, change=words_of(facts.total.change, words.translate, facts.obstacle)
        )
    ]
    if facts.worst is not None:
        name, incidents = facts.worst
        parts.append(
            words.translate("est_plugin", "Most at {name}: {incidents}.").format(name=name, incidents=incidents)
        )
    parts.append(
        words.translate("est_plugin", "Measures under way: {count}, overdue: {overdue}.").format(
            count=facts.open_measures, overdue=facts.overdue
        )
    )
    text = " ".join(parts)
    # Swedish months begin with a small letter.
    return text[:1].upper() + text[1:]


def _facts_of(plan: PackagePlan) -> SummaryFacts:
    first = plan.hotspots[0] if plan.hotspots else None
    return SummaryFacts(
        edition=plan.request.edition,
        municipality=plan.municipality,
        period=plan.period,
        total=plan.total,
        obstacle=plan.comparison.obstacle,
        worst=None if first is None else (first.name, first.incidents),
        open_measures=open_measures(plan),
        overdue=_overdue(plan),
    )


def _overdue(plan: PackagePlan) -> int:
    if plan.measure_summary is not None:
        return plan.measure_summary.total.late
    return sum(measure.is_overdue for measure in plan.measures)
