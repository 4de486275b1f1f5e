# SPDX-License-Identifier: GPL-2.0-or-later
"""How is a safety walk told to those who took part? The same sentences on paper and on the web."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QDate, QLocale

from est_plugin.domain.observation import Answer
from est_plugin.export import walk_words
from est_plugin.i18n import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from est_plugin.export.finding_reader import ReportItem
    from est_plugin.export.walk_report_plan import ReportStop, WalkReport
    from est_plugin.i18n import Language

#: The answers in the order in which they are counted; None stands for those that are still to come.
ANSWERS = (*Answer, None)


def title_text(words: Language) -> str:
    """What this is."""
    return words.translate("est_plugin", "Report to the participants of the safety walk")


def facts(report: WalkReport, words: Language) -> Iterator[tuple[str, str]]:
    """Name and value of what is known of the walk."""
    plan = report.walk
    # Where it is known how long the walk took, the planned time says nothing.
    route = replace(plan, minutes=None) if plan.starts_at and plan.ends_at else plan
    when = ", ".join(filter(None, (walk_words.day_text(plan), walk_words.hours_text(plan))))
    for name, value in (
        (words.translate("est_plugin", "When"), when),
        (words.translate("est_plugin", "Area"), plan.area),
        (words.translate("est_plugin", "Route"), walk_words.route_text(route, words)),
        (words.translate("est_plugin", "Participants"), walk_words.people_text(plan, words)),
        (words.translate("est_plugin", "Next walk"), _next_walk(report, words)),
    ):
        if value:
            yield name, value


def _next_walk(report: WalkReport, words: Language) -> str:
    if report.next_walk is None:
        return words.translate("est_plugin", "The day is not set yet")
    return day_text(report.next_walk, words)


def day_text(day: date, words: Language) -> str:
    """E.g. ``1 december 2026``."""
    return str(QLocale(words.code).toString(QDate(day.year, day.month, day.day), "d MMMM yyyy"))


def summary(report: WalkReport, words: Language) -> str:
    """How much was found, in a sentence."""
    if not report.lacking:
        return words.translate("est_plugin", "The group found nothing that has to be mended.")
    return words.translate(
        "est_plugin", "Things to mend or to think over: {count}. So far this has become of them:"
    ).format(count=len(report.lacking))


def counts(report: WalkReport, words: Language) -> Iterator[tuple[Answer | None, int, str]]:
    """Each answer with how many have it, and its name."""
    for answer in ANSWERS:
        yield answer, report.answered(answer), answer_label(answer, words)


def answer_label(answer: Answer | None, words: Language) -> str:
    """The answer in a few words."""
    if answer is None:
        return words.translate("est_plugin", "An answer is coming")
    return words.translate(CONTEXT, answer.label)


def answer_words(item: ReportItem, words: Language) -> str:
    """When, and what or why not."""
    when = ""
    if item.due is not None and item.answer is Answer.PLANNED:
        when = words.translate("est_plugin", "By {day}.").format(day=day_text(item.due, words))
    return " ".join(filter(None, (when, item.reply)))


def seen_text(item: ReportItem) -> str:
    """What was looked at and how it was judged, e.g. ``Belysning: stora brister``."""
    return f"{item.what}: {item.judgement}" if item.judgement else item.what


def note_text(item: ReportItem) -> str:
    """What was written down, after what it is about."""
    return f"{item.what}: {item.words}" if item.words else item.what


def good_text(stop: ReportStop) -> str:
    """What works well at a stop, in one line."""
    named = [item.words or item.what for item in stop.good if not item.judgement]
    judged = [
        f"{item.what} ({item.words.rstrip('.')})" if item.words else item.what for item in stop.good if item.judgement
    ]
    return ". ".join(text.rstrip(".") for text in (*named, "; ".join(judged)) if text) + "."


def stop_text(stop: ReportStop) -> str:
    """Number and place."""
    return f"{stop.number}. {stop.place}" if stop.place else str(stop.number)


def feeling_text(stop: ReportStop, words: Language) -> str:
    """How safe it felt, by every group; empty if nobody said."""
    if not stop.feelings:
        return ""
    *most, last = stop.feelings
    mark = last
    if most:
        mark = words.translate("est_plugin", "{marks} and {last}").format(marks=", ".join(most), last=last)
    return words.translate("est_plugin", "Feeling: {mark} of 5 (1 unsafe, 5 safe)").format(mark=mark)


def nothing_text(words: Language) -> str:
    """Of a stop where all was well or nothing was noted."""
    return words.translate("est_plugin", "Nothing was noted that has to be mended.")


def map_text(report: WalkReport, words: Language) -> str:
    """What the map shows, for those who do not see it."""
    stops = "; ".join(stop_text(stop) for stop in report.stops)
    return words.translate("est_plugin", "Map of the route with the stops {stops}").format(stops=stops)


def photo_text(stop: ReportStop, item: ReportItem, words: Language) -> str:
    """What the photo is of, for those who do not see it."""
    return words.translate("est_plugin", "Photo from the stop {stop}: {what}").format(
        stop=stop_text(stop), what=item.what
    )


def closing(report: WalkReport, words: Language) -> str:
    """What stands below the report."""
    text = words.translate(
        "est_plugin",
        "Thank you for walking with us. The report was written on {day}. It tells of organisations and offices and "
        "should name no persons. Where an answer is coming, those who are responsible have not decided yet.",
    ).format(day=day_text(report.made_on, words))
    if not report.municipality:
        return text
    asked = words.translate("est_plugin", "Questions: the municipality ({name}).").format(name=report.municipality)
    return f"{text} {asked}"


def source_text(report: WalkReport, words: Language) -> str:
    """Whom to credit for the map; empty if nobody."""
    if not report.walk.attribution:
        return ""
    return words.translate("est_plugin", "Background map: {source}").format(source=report.walk.attribution)


def heads(words: Language) -> tuple[str, str, str]:
    """The columns of what was seen."""
    return (
        words.translate("est_plugin", "What we saw"),
        words.translate("est_plugin", "Answer"),
        words.translate("est_plugin", "Responsible"),
    )
