# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands in the agenda of a meeting, which becomes its minutes? Room to write, and all that is known already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QDate, QLocale

from est_plugin.domain.edition import Part
from est_plugin.export import sentences
from est_plugin.export.odt import Document, Grid, Heading, Paragraph, Room, odt_bytes
from est_plugin.export.ranking import ranking_text
from est_plugin.export.summary import summary_text
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.export.draft import Draft
    from est_plugin.export.odt import Block
    from est_plugin.export.plan import MeasureItem, PackagePlan
    from est_plugin.export.plan_meeting import MeetingItem
    from est_plugin.feedback import Feedback

#: Rows of the table of decisions that are there to be filled in, beside those that are known.
_EMPTY_ROWS = 6
_MOST_PLACES = 10
_FACT_WIDTHS = (45.0, 125.0)
_DECISION_WIDTHS = (12.0, 88.0, 40.0, 30.0)
_MEASURE_WIDTHS = (12.0, 42.0, 46.0, 40.0, 30.0)
_OWNER_WIDTHS = (12.0, 36.0, 36.0, 32.0, 30.0, 24.0)


def write_minutes(draft: Draft, _feedback: Feedback) -> None:
    """The document, for Word and LibreOffice."""
    plan = draft.plan
    path = draft.folder / f"protokoll_{plan.period.code}.odt"
    path.write_bytes(odt_bytes(minutes(plan)))


def minutes(plan: PackagePlan) -> Document:
    """What is written."""
    words = Language(plan.language)
    meeting = plan.meeting
    return Document(
        title=words.translate("est_plugin", "Agenda and minutes"),
        subtitle="" if meeting is None else meeting.kind,
        header=f"{plan.municipality}, {sentences.span_text(plan.period, words)}",
        footer=f"{sentences.class_text(plan, words)}. {sentences.sharing_text(plan, words)}",
        language=plan.language,
        blocks=tuple(_blocks(plan, meeting, words)) if meeting is not None else (),
    )


def _blocks(plan: PackagePlan, meeting: MeetingItem, words: Language) -> Iterator[Block]:
    yield _facts(plan, meeting, words)
    yield Heading(words.translate("est_plugin", "The situation in short"))
    yield from map(Paragraph, _situation(plan, words))
    yield Heading(words.translate("est_plugin", "Agenda"))
    for number, item in enumerate(meeting.agenda, start=1):
        yield Heading(f"{number}. {item}", 2)
        yield Room()
    yield Heading(words.translate("est_plugin", "Decisions"))
    yield _decisions(plan, meeting, words)
    if plan.request.has(Part.MEASURES):
        yield Heading(words.translate("est_plugin", "Measures that are due or overdue"))
        yield from _measures(plan, words)
    yield Heading(words.translate("est_plugin", "Next meeting"))
    yield Grid(
        words.translate("est_plugin", "Next meeting"),
        (),
        ((words.translate("est_plugin", "Date and time"), ""), (words.translate("est_plugin", "Place"), "")),
        _FACT_WIDTHS,
    )


def _facts(plan: PackagePlan, meeting: MeetingItem, words: Language) -> Grid:
    when = ""
    if meeting.held_at is not None:
        day = QDate(meeting.held_at.year, meeting.held_at.month, meeting.held_at.day)
        when = f"{QLocale(words.code).toString(day, 'd MMMM yyyy')} {meeting.held_at:%H:%M}"
    rows = (
        (words.translate("est_plugin", "Date and time"), when),
        (words.translate("est_plugin", "Place"), meeting.place),
        (words.translate("est_plugin", "Period"), sentences.period_text(plan, words)),
        (words.translate("est_plugin", "Attending (functions, not names)"), meeting.attending),
        (words.translate("est_plugin", "Chair (function)"), ""),
        (words.translate("est_plugin", "Secretary (function)"), ""),
    )
    return Grid(words.translate("est_plugin", "The meeting"), (), rows, _FACT_WIDTHS)


def _situation(plan: PackagePlan, words: Language) -> Iterator[str]:
    yield summary_text(plan, words)
    yield words.translate("est_plugin", "Incidents: {count}, {change}.").format(
        count=plan.total.now, change=sentences.incidents_text(plan, words)
    )
    if plan.hotspots:
        yield ranking_text(plan, words)
    for spot in plan.hotspots[:_MOST_PLACES]:
        yield f"{spot.rank}. {spot.name}: {sentences.hotspot_text(spot, words)}"


def _decisions(plan: PackagePlan, meeting: MeetingItem, words: Language) -> Grid:
    has_owners = plan.request.has(Part.OWNERS)
    known = tuple(
        (str(item.number), item.text, item.owner if has_owners else "", str(item.due_date or ""))
        for item in meeting.decisions
    )
    last = max((item.number for item in meeting.decisions), default=0)
    empty = tuple((str(number), "", "", "") for number in range(last + 1, last + 1 + _EMPTY_ROWS))
    heads = (
        words.translate("est_plugin", "No."),
        words.translate("est_plugin", "What"),
        words.translate("est_plugin", "Who (function)"),
        words.translate("est_plugin", "When"),
    )
    return Grid(words.translate("est_plugin", "Decisions"), heads, (*known, *empty), _DECISION_WIDTHS)


def _measures(plan: PackagePlan, words: Language) -> Iterator[Block]:
    """Those that should be ready before the period after this one ends."""
    until = plan.period.following().last_day
    due = [item for item in plan.measures if not item.is_finished and item.due_date and item.due_date <= until]
    if not due:
        yield Paragraph(words.translate("est_plugin", "No measure is due before {day}.").format(day=until))
        return
    has_owners = plan.request.has(Part.OWNERS)
    number, kind, title, status, owner, when = sentences.measure_heads(words)
    heads = (number, kind, title, status, *((owner,) if has_owners else ()), when)

    def row(item: MeasureItem) -> tuple[str, ...]:
        owners = (item.owner,) if has_owners else ()
        return str(item.number), item.kind, item.title, sentences.status_text(item, words), *owners, str(item.due_date)

    widths = _OWNER_WIDTHS if has_owners else _MEASURE_WIDTHS
    yield Grid(words.translate("est_plugin", "Measures"), heads, tuple(map(row, due)), widths)
