# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a package show, in two sentences? Proposed from the numbers; a person may write better ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.domain.edition import Edition
from est_plugin.export.changes import words_of
from est_plugin.export.measure_count import measure_count, tells_measures
from est_plugin.export.sentences import span_text

if TYPE_CHECKING:
    from est_plugin.analysis.comparison import Obstacle
    from est_plugin.domain.period import Period
    from est_plugin.export.measure_count import MeasureCount
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
    #: None in an edition that tells of no measures.
    measures: MeasureCount | None


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
    if facts.obstacle is not None:
        # Why there is no comparison stands with the period, once.
        parts = [
            words.translate("est_plugin", "{period}: {count} incidents.").format(period=period, count=facts.total.now)
        ]
    else:
        parts = [
            words.translate("est_plugin", "{period}: {count} incidents, {change} against the period before.").format(
                period=period, count=facts.total.now, change=words_of(facts.total.change, words.translate)
            )
        ]
    if facts.worst is not None:
        name, incidents = facts.worst
        parts.append(
            words.translate("est_plugin", "At the top of the list: {name} ({incidents} incidents).").format(
                name=name, incidents=incidents
            )
        )
    if facts.measures is not None:
        parts.append(
            words.translate(
                "est_plugin", "Measures not finished: {open}, of which {going} are in progress and {late} overdue."
            ).format(open=facts.measures.open, going=facts.measures.going, late=facts.measures.late)
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
        measures=measure_count(plan) if tells_measures(plan.request) else None,
    )
