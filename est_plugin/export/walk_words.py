# SPDX-License-Identifier: GPL-2.0-or-later
"""How is a safety walk told on its paper? Short sentences in the paper's language; empty where nothing is known."""

from __future__ import annotations

from datetime import datetime
from itertools import product
from string import ascii_lowercase
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QDate, QLocale

from est_plugin.db.times import LOCAL_ZONE

if TYPE_CHECKING:
    from est_plugin.domain.walk import LandOwner
    from est_plugin.export.walk_plan import OpenPoint, WalkSheetPlan
    from est_plugin.i18n import Language

#: What open points and squares are called: a to z, then aa, ab and so on.
LETTERS = (*ascii_lowercase, *map("".join, product(ascii_lowercase, repeat=2)))
_KILOMETRE = 1000


def day_text(plan: WalkSheetPlan) -> str:
    """E.g. ``tisdag 1 december 2026``."""
    if plan.starts_at is None:
        return ""
    day = plan.starts_at
    return str(QLocale(plan.language).toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy"))


def hours_text(plan: WalkSheetPlan) -> str:
    """From when to when."""
    if plan.starts_at is None:
        return ""
    return f"{_time(plan.starts_at)}–{'' if plan.ends_at is None else _time(plan.ends_at)}"


def route_text(plan: WalkSheetPlan, words: Language) -> str:
    """Length, stops and minutes, as far as they are known."""
    parts = []
    if plan.length_m is not None:
        is_long = plan.length_m >= _KILOMETRE
        number = QLocale(plan.language).toString(plan.length_m / _KILOMETRE, "f", 1)
        parts.append(f"{number} km" if is_long else f"{plan.length_m:.0f} m")
    if plan.stops:
        parts.append(words.translate("est_plugin", "stops: {count}").format(count=len(plan.stops)))
    if plan.minutes is not None:
        parts.append(words.translate("est_plugin", "about {minutes} min").format(minutes=round(plan.minutes)))
    return ", ".join(parts)


def dusk_text(plan: WalkSheetPlan, words: Language) -> str:
    """When the sun sets and when it is dark, computed for the day and the place."""
    evening = plan.evening
    if evening is None:
        return ""
    if not evening.sun_is_up:
        return words.translate("est_plugin", "The sun does not rise that day.")
    if evening.sunset is None:
        return words.translate("est_plugin", "The sun does not set that night.")
    if evening.dark_from is None:
        text = words.translate("est_plugin", "Sunset {sunset}. It does not get quite dark.")
        return text.format(sunset=_clock(evening.sunset))
    text = words.translate("est_plugin", "Sunset {sunset}, dark from {dark}")
    return text.format(sunset=_clock(evening.sunset), dark=_clock(evening.dark_from))


def people_text(plan: WalkSheetPlan, words: Language) -> str:
    """How many take part, and which functions are among them."""
    if not plan.people:
        return ""
    if not plan.functions:
        return str(plan.people)
    functions = ", ".join(f"{name[:1].lower()}{name[1:]}" for name in plan.functions)
    return words.translate("est_plugin", "{people}, among them {functions}").format(
        people=plan.people, functions=functions
    )


def owner_text(owner: LandOwner | None, words: Language) -> str:
    """Who owns the land, without what the form explains in brackets."""
    return "" if owner is None else words.translate("est_plugin", owner.label).split(" (")[0]


def open_point_text(point: OpenPoint, letter: str, words: Language) -> str:
    """What was found, when, what was answered; and the question that people answer on the paper."""
    no_answer = words.translate("est_plugin", "No answer yet")
    answer = words.translate("est_plugin", point.answer.label) if point.answer else no_answer
    day = "" if point.walked_at is None else f"{point.walked_at.date().isoformat()} "
    still_there = words.translate("est_plugin", "Still there?")
    return f"{letter}. {day}{point.item} – {answer.lower()}. {still_there}"


def reminders(words: Language) -> str:
    """What everybody must think of, a line each."""
    lines = (
        words.translate("est_plugin", "Photograph no faces and no number plates."),
        words.translate("est_plugin", "On private land the owner decides: ask first."),
        words.translate("est_plugin", "Write functions, never names."),
        words.translate("est_plugin", "Keep together. In danger: go away, call 112."),
    )
    return "\n".join(f"• {line}" for line in lines)


def emergency_text(words: Language) -> str:
    """The numbers that everybody in Sweden can call."""
    return words.translate("est_plugin", "Emergency 112 · Police 114 14")


def _time(instant: datetime) -> str:
    return f"{instant:%H:%M}"


def _clock(moment: int) -> str:
    return _time(datetime.fromtimestamp(moment, LOCAL_ZONE))
