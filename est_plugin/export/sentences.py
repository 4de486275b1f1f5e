# SPDX-License-Identifier: GPL-2.0-or-later
"""What a package says in words: the same sentences on the page, on paper and in the files beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QDate, QLocale

from est_plugin.analysis.count_change import Verdict
from est_plugin.domain.edition import Part
from est_plugin.domain.info_class import InfoClass
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.changes import obstacle_text, reason_of, words_of
from est_plugin.export.measure_count import tells_measures

if TYPE_CHECKING:
    from datetime import date

    from est_plugin.domain.period import Period
    from est_plugin.export.plan import CountItem, HotspotItem, MeasureItem, PackagePlan, WalkItem
    from est_plugin.i18n import Language

_SHARING = {
    InfoClass.OPEN: QT_TRANSLATE_NOOP("est_plugin", "May be passed on."),
    InfoClass.INTERNAL: QT_TRANSLATE_NOOP("est_plugin", "For those who take part in the work. Not for the web."),
    InfoClass.SENSITIVE: QT_TRANSLATE_NOOP("est_plugin", "For those invited to the meeting only. Do not pass it on."),
    InfoClass.PROTECTED: QT_TRANSLATE_NOOP("est_plugin", "For named receivers only. Do not copy it or pass it on."),
}


def title_text(plan: PackagePlan, words: Language) -> str:
    """What this is."""
    return words.translate("est_plugin", "Situation picture {municipality}").format(municipality=plan.municipality)


def page_title(plan: PackagePlan, words: Language) -> str:
    """What this is and of when, for a window or a picture."""
    return f"{title_text(plan, words)} {plan.period.start} – {plan.period.last_day}"


def span_text(period: Period, words: Language) -> str:
    """E.g. ``March 2026`` or ``January – March 2026`` for whole months, else both days."""
    first, last = period.start, period.last_day
    is_whole = first.day == 1 and period.end.day == 1
    form = "MMMM" if is_whole else "d MMMM"
    end = _day(last, words, f"{form} yyyy")
    if is_whole and (first.year, first.month) == (last.year, last.month):
        return end
    return f"{_day(first, words, form if first.year == last.year else f'{form} yyyy')} – {end}"


def period_text(plan: PackagePlan, words: Language) -> str:
    """The period and the one it is compared with."""
    period, before = span_text(plan.period, words), span_text(plan.comparison.before, words)
    if plan.public is not None:
        return period
    if plan.comparison.obstacle is not None:
        return f"{period}. {obstacle_text(plan.comparison.obstacle, before, words.translate)}"
    if plan.last_year is not None and plan.last_year.obstacle is None:
        before = words.translate("est_plugin", "{before} and {last_year}").format(
            before=before, last_year=span_text(plan.last_year.before, words)
        )
    return words.translate("est_plugin", "{period}, compared with {before}").format(period=period, before=before)


def last_year_text(plan: PackagePlan, words: Language) -> str:
    """The change in all from the same period last year; empty where that is the period before.

    What forbids both comparisons is told with the first only.
    """
    if plan.last_year is None or plan.total.last_year_change is None:
        return ""
    obstacle = plan.last_year.obstacle
    if obstacle is not None and obstacle == plan.comparison.obstacle:
        return ""
    if obstacle is not None:
        return words.translate("est_plugin", "cannot be compared with last year: {reason}").format(
            reason=reason_of(obstacle, words.translate)
        )
    return words.translate("est_plugin", "{change} against last year ({count})").format(
        change=words_of(plan.total.last_year_change, words.translate),
        count=plan.total.last_year,
    )


def last_year_cell(item: CountItem, words: Language) -> str:
    """The count of last year, and unless it cannot be compared the change from it."""
    change = item.last_year_change
    if change is None or change.verdict is Verdict.INCOMPARABLE:
        return str(item.last_year)
    return f"{item.last_year}: {words_of(change, words.translate)}"


def class_text(plan: PackagePlan, words: Language) -> str:
    """The information class."""
    label = words.translate("est_plugin", plan.info_class.label)
    return words.translate("est_plugin", "Information class: {label}").format(label=label)


def sharing_text(plan: PackagePlan, words: Language) -> str:
    """For whom it is made, and may I share this?"""
    edition = words.translate("est_plugin", plan.request.edition.label)
    if plan.info_class < InfoClass.SENSITIVE and plan.request.has(Part.INCIDENTS):
        # Places of single incidents are for those who work with them, whatever the class says.
        sharing = words.translate("est_plugin", "It holds single incidents. Do not pass it on.")
    else:
        sharing = words.translate("est_plugin", _SHARING[plan.info_class])
    return words.translate("est_plugin", "{edition}: {sharing}").format(edition=edition, sharing=sharing)


def as_of_text(plan: PackagePlan, words: Language) -> str:
    """Until which day the incidents are told; for the foot of a sheet and of a picture."""
    last = min(plan.as_of, plan.period.last_day)
    return words.translate("est_plugin", "Incidents until {day}").format(day=_day(last, words, "d MMMM yyyy"))


def statuses_text(plan: PackagePlan, words: Language) -> str:
    """Of when the measures are: a status is that of the making, only what is overdue is counted for a day."""
    if plan.public is None and not tells_measures(plan.request):
        return ""
    statuses = words.translate(
        "est_plugin", "The status of measures is as it stood in the database when the package was made"
    )
    if plan.public is not None:
        return statuses
    late = words.translate("est_plugin", "overdue is counted on {day}").format(
        day=_day(plan.as_of, words, "d MMMM yyyy")
    )
    return f"{statuses}, {late}"


def state_text(plan: PackagePlan, words: Language) -> str:
    """Of when incidents and measures are."""
    return ". ".join(filter(None, (as_of_text(plan, words), statuses_text(plan, words))))


def incidents_text(plan: PackagePlan, words: Language) -> str:
    """Better or worse: the change, and against what; why it cannot be told stands with the period."""
    if plan.comparison.obstacle is not None:
        before = words.translate("est_plugin", "cannot be compared with the period before")
        return "; ".join(filter(None, (before, last_year_text(plan, words))))
    before = words.translate("est_plugin", "{change} against the period before ({count})").format(
        change=words_of(plan.total.change, words.translate), count=plan.total.before
    )
    return "; ".join(filter(None, (before, last_year_text(plan, words))))


def top_text(plan: PackagePlan, words: Language) -> str:
    """The place at the top of the list."""
    if not plan.hotspots:
        return words.translate("est_plugin", "None are stored for the period.")
    first = plan.hotspots[0]
    return words.translate("est_plugin", "At the top of the list: {name} ({incidents} incidents)").format(
        name=first.name, incidents=first.incidents
    )


def change_sentence(spot: HotspotItem, words: Language) -> str:
    """The change of a hotspot and its count before; empty if nobody counted before or it may not be compared."""
    if spot.change is None or spot.change.verdict is Verdict.INCOMPARABLE:
        return ""
    return words.translate("est_plugin", "{change}, before: {before}").format(
        change=words_of(spot.change, words.translate), before=spot.before
    )


def hotspot_text(spot: HotspotItem, words: Language) -> str:
    """The numbers of a hotspot in one line."""
    return ", ".join(filter(None, (incident_count(spot, words), change_sentence(spot, words))))


def incident_count(spot: HotspotItem, words: Language) -> str:
    """How many incidents a hotspot has."""
    return words.translate("est_plugin", "{incidents} incidents").format(incidents=spot.incidents)


def common_text(spot: HotspotItem, words: Language) -> str:
    """What is reported most often there."""
    return words.translate("est_plugin", "Most common: {category}").format(category=spot.main_category or "–")


def status_text(measure: MeasureItem, words: Language) -> str:
    """The status, and in words and sign if the due date is past."""
    if measure.is_overdue:
        late = words.translate("est_plugin", "overdue")
        return f"{measure.status_label} – ⚠ {late}"
    return measure.status_label


def measure_heads(words: Language) -> tuple[str, ...]:
    """The columns of the measures, everywhere."""
    return (
        words.translate("est_plugin", "No."),
        words.translate("est_plugin", "Measure"),
        words.translate("est_plugin", "Place or title"),
        words.translate("est_plugin", "Status"),
        words.translate("est_plugin", "Owner"),
        words.translate("est_plugin", "Due"),
    )


def count_heads(words: Language) -> tuple[str, ...]:
    """The columns of counts, everywhere; the last only where there is a comparison with last year."""
    return (
        words.translate("est_plugin", "Name"),
        words.translate("est_plugin", "Now"),
        words.translate("est_plugin", "Before"),
        words.translate("est_plugin", "Change"),
        words.translate("est_plugin", "Same period last year"),
    )


def walk_facts(walk: WalkItem, words: Language) -> tuple[str, ...]:
    """Length, time and stops of a walk, as far as they are known."""
    facts = []
    if walk.length_m:
        kilometres = QLocale(words.code).toString(walk.length_m / 1000, "f", 1)
        facts.append(words.translate("est_plugin", "{km} km").format(km=kilometres))
    if walk.minutes:
        facts.append(words.translate("est_plugin", "{minutes} minutes").format(minutes=round(walk.minutes)))
    return (*facts, words.translate("est_plugin", "stops: {stops}").format(stops=len(walk.stops)))


def source_text(plan: PackagePlan, words: Language) -> str:
    """The map's CRS, and whom to credit for the background or why there is none."""
    crs = f"{plan.crs_name} ({plan.crs_authid})"
    if not plan.background:
        return words.translate(
            "est_plugin",
            "{crs}. The ground is plain: the database holds no map of the town, and no background was chosen.",
        ).format(crs=crs)
    if not plan.attribution:
        return f"{crs}."
    return words.translate("est_plugin", "{crs}. Background map: {source}.").format(crs=crs, source=plan.attribution)


def _day(day: date, words: Language, form: str) -> str:
    return str(QLocale(words.code).toString(QDate(day.year, day.month, day.day), form))
