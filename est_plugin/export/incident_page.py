# SPDX-License-Identifier: GPL-2.0-or-later
"""How do single incidents stand in the page? As columns of whole numbers, and the controls that choose among them."""

from __future__ import annotations

from datetime import date, timedelta
from html import escape
from typing import TYPE_CHECKING

import numpy as np
from qgis.PyQt.QtCore import QDate, QLocale

from est_plugin.analysis.day_parts import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.export.plan import PackagePlan
    from est_plugin.i18n import Language

#: How a part of the day is written in the page, -1 (not known) last. Letters, since a long row of digits looks like a
#: number of a person to the last check.
_PART_LETTERS = np.array([*(part.value[0] for part in PARTS), "u"])
#: Each group has a form of its own: colour alone tells nothing to many people. The script draws the same.
_FORMS = (
    '<circle cx="8" cy="8" r="5"/>',
    '<rect x="3.5" y="3.5" width="9" height="9"/>',
    '<path d="M8 2l6 11H2z"/>',
    '<path d="M8 1.5l6.5 6.5L8 14.5 1.5 8z"/>',
    '<path d="M8 14L2 3h12z"/>',
)
#: More would make the page too large for a mail and a slow computer.
_MOST = 100_000
#: What an incident takes of the page, at most, as bytes of a picture would.
_WEIGHT = 18
_MONDAY = date(2024, 1, 1)


def page_weight(plan: PackagePlan) -> int:
    """Bytes of pictures that the page has no room for because of the incidents."""
    return 0 if plan.incidents is None or len(plan.incidents) > _MOST else _WEIGHT * len(plan.incidents)


def incident_data(plan: PackagePlan) -> dict[str, object] | None:
    """Columns for the page's script; None where there are none, or too many.

    ``x`` and ``y`` are metres east and south of ``west`` and ``north``, ``day`` days since ``first``, or -1 where that
    is not known.
    """
    found = plan.incidents
    if found is None or not 0 < len(found) <= _MOST:
        return None
    west, north = int(found.x.min()), int(found.y.max())
    return {
        "west": west,
        "north": north,
        "first": plan.period.start.isoformat(),
        "x": (found.x - west).tolist(),
        "y": (north - found.y).tolist(),
        "category": found.category.tolist(),
        "day": found.day.tolist(),
        "part": "".join(_PART_LETTERS[found.part]),
        "groups": [category.group for category in found.categories],
        "colours": [group.colour for group in found.groups],
    }


def incident_filter(plan: PackagePlan, words: Language) -> str:
    """Static HTML of the controls; empty where there is nothing to choose from."""
    found = plan.incidents
    if found is None or len(found) == 0:
        return ""
    if len(found) > _MOST:
        return _too_many(len(found), words)
    every = words.translate("est_plugin", "All")
    selects = (
        ("kind", words.translate("est_plugin", "Category"), _kinds(plan, words)),
        ("weekday", words.translate("est_plugin", "Weekday"), _options(_weekdays(words))),
        ("part", words.translate("est_plugin", "Part of the day"), _options(_parts(words))),
    )
    controls = "".join(
        f'<label>{escape(label)} <select id="incident-{name}"><option value="">{escape(every)}</option>{options}'
        "</select></label>"
        for name, label, options in selects
    )
    count = words.translate("est_plugin", "{shown} of {total} incidents are chosen.")
    key = "".join(
        f'<span class="incident-key"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"'
        f' fill="{group.colour}">{_FORMS[number % len(_FORMS)]}</svg>{escape(group.name)}</span>'
        for number, group in enumerate(found.groups)
    )
    whole = count.format(shown=len(found), total=len(found))
    return (
        f'<fieldset class="only-js incidents"><legend>{escape(words.translate("est_plugin", "Single incidents"))}'
        f'</legend><label><input type="checkbox" id="incident-on">'
        f"{escape(words.translate('est_plugin', 'Incidents on the map'))}</label>{key}{controls}"
        f'<p id="incident-count" data-text="{escape(count)}" aria-live="polite">{escape(whole)}</p></fieldset>'
    )


def _too_many(number: int, words: Language) -> str:
    text = words.translate(
        "est_plugin",
        "Single incidents: {count} are too many for this page, so none is shown. Choose a shorter period or fewer "
        "categories.",
    ).format(count=number)
    return f"<p>{escape(text)}</p>"


def _kinds(plan: PackagePlan, words: Language) -> str:
    """The groups with their categories; a group can be chosen as a whole."""
    found = plan.incidents
    if found is None:
        return ""
    whole = words.translate("est_plugin", "All of this group")
    return "".join(
        f'<optgroup label="{escape(group.name)}"><option value="g{number}">{escape(whole)}</option>'
        + _options(
            (f"c{index}", category.name) for index, category in enumerate(found.categories) if category.group == number
        )
        + "</optgroup>"
        for number, group in enumerate(found.groups)
    )


def _weekdays(words: Language) -> Iterable[tuple[str, str]]:
    days = [_MONDAY + timedelta(days=number) for number in range(7)]
    named = [QLocale(words.code).toString(QDate(day.year, day.month, day.day), "dddd") for day in days]
    yield from ((str(number), name.capitalize()) for number, name in enumerate(named))
    yield "unknown", words.translate("est_plugin", "Not known")


def _parts(words: Language) -> Iterable[tuple[str, str]]:
    yield from ((part.value[0], words.translate("est_plugin", part.label)) for part in PARTS)
    yield "u", words.translate("est_plugin", "Not known")


def _options(choices: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<option value="{escape(value)}">{escape(label)}</option>' for value, label in choices)
