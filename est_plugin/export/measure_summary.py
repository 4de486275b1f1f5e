# SPDX-License-Identifier: GPL-2.0-or-later
"""How far have the measures of each kind come? Numbers only, for those who decide on the whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import TYPE_CHECKING

from est_plugin.domain.measure import MeasureStatus
from est_plugin.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from est_plugin.export.plan import PackagePlan
    from est_plugin.export.reading import PackageRows
    from est_plugin.i18n import Language


class SummaryState(StrEnum):
    """How far a measure has come, coarsely; each status belongs to one."""

    PROPOSED = "proposed"
    DECIDED = "decided"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    ELSEWHERE = "elsewhere"

    @property
    def label(self) -> str:
        """Source text of the state."""
        return _LABELS[self]

    @classmethod
    def of(cls, status: MeasureStatus) -> SummaryState:
        """The state that a status belongs to."""
        return next(state for state, statuses in _STATUSES.items() if status in statuses)


_STATUSES = {
    SummaryState.PROPOSED: {MeasureStatus.PROPOSED, MeasureStatus.ASSESSED},
    SummaryState.DECIDED: {MeasureStatus.DECIDED, MeasureStatus.PLANNED},
    SummaryState.IN_PROGRESS: {MeasureStatus.IN_PROGRESS, MeasureStatus.PAUSED},
    SummaryState.DONE: {
        MeasureStatus.DONE,
        MeasureStatus.FOLLOWED_UP,
        MeasureStatus.EVALUATED,
        MeasureStatus.CLOSED,
    },
    SummaryState.ELSEWHERE: {MeasureStatus.REJECTED, MeasureStatus.HANDED_OVER},
}
_LABELS = {
    SummaryState.PROPOSED: QT_TRANSLATE_NOOP("est_plugin", "Proposed"),
    SummaryState.DECIDED: QT_TRANSLATE_NOOP("est_plugin", "Decided"),
    SummaryState.IN_PROGRESS: QT_TRANSLATE_NOOP("est_plugin", "In progress or on hold"),
    SummaryState.DONE: QT_TRANSLATE_NOOP("est_plugin", "Done"),
    SummaryState.ELSEWHERE: QT_TRANSLATE_NOOP("est_plugin", "Rejected or handed over"),
}
_OPEN = (SummaryState.PROPOSED, SummaryState.DECIDED, SummaryState.IN_PROGRESS)


@dataclass(frozen=True)
class SummaryRow:
    """Measures of one kind, or of all, by ``SummaryState`` in its order; those that are late stand in a state too."""

    name: str
    counts: tuple[int, ...]
    late: int

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts)

    @property
    def open(self) -> int:
        """Those that are not finished."""
        return sum(count for state, count in zip(SummaryState, self.counts, strict=True) if state in _OPEN)


@dataclass(frozen=True)
class MeasureSummary:
    """The kinds that have measures, by name, and all of them together."""

    rows: tuple[SummaryRow, ...]
    total: SummaryRow
    #: How many somebody works on; those on hold stand in the same state.
    going: int = 0


def measure_summary(rows: PackageRows, kinds: Mapping[str, str], words: Language) -> MeasureSummary:
    """Counts the measures; ``kinds`` names the codes."""
    states: defaultdict[str, Counter[SummaryState]] = defaultdict(Counter)
    late: Counter[str] = Counter()
    for row in rows.measures:
        states[row.kind][SummaryState.of(row.status)] += 1
        late[row.kind] += row.is_overdue(rows.as_of)
    found = tuple(
        SummaryRow(kinds.get(kind, kind), tuple(states[kind][state] for state in SummaryState), late[kind])
        for kind in sorted(states, key=lambda kind: (kinds.get(kind, kind), kind))
    )
    counts = tuple(sum(row.counts[number] for row in found) for number in range(len(SummaryState)))
    going = sum(row.status is MeasureStatus.IN_PROGRESS for row in rows.measures)
    return MeasureSummary(found, SummaryRow(words.translate("est_plugin", "All"), counts, late.total()), going)


def summary_heads(words: Language) -> tuple[str, ...]:
    """The columns, on the page and in the table."""
    return (
        words.translate("est_plugin", "Kind of measure"),
        *(words.translate("est_plugin", state.label) for state in SummaryState),
        words.translate("est_plugin", "In all"),
        words.translate("est_plugin", "of them overdue"),
    )


def summary_cells(summary: MeasureSummary) -> tuple[tuple[str | int, ...], ...]:
    """The rows of the table, all kinds together last."""
    return tuple((row.name, *row.counts, row.total, row.late) for row in (*summary.rows, summary.total))


def summary_section(plan: PackagePlan, words: Language) -> str:
    """Static HTML; empty where the edition tells of each measure by itself."""
    summary = plan.measure_summary
    if summary is None:
        return ""
    if not summary.rows:
        nothing = words.translate("est_plugin", "No measures are registered.")
        return f"<p>{escape(nothing)}</p>"
    names = summary_heads(words)
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in names)
    *rows, total = (
        f'<tr><th scope="row">{escape(str(name))}</th>'
        + "".join(
            f'<td class="number" data-head="{escape(head)}">{count}</td>'
            for head, count in zip(names[1:], counts, strict=True)
        )
        + "</tr>"
        for name, *counts in summary_cells(summary)
    )
    caption = words.translate("est_plugin", "Measures by kind, and how far they have come")
    return (
        f'<div class="scroll states"><table><caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody><tfoot>{total}</tfoot></table></div>"
    )
