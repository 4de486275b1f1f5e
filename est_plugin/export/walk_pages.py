# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pages does the paper of a safety walk have? The leader's, one for each stop, the participants' map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from est_plugin.export import walk_words
from est_plugin.export.form_table import FormCell, FormTable, fitting, form_row
from est_plugin.export.paper_page import Page
from est_plugin.export.stop_form import answer_rows, columns, more_rows, note_rows
from est_plugin.export.template import Template
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from est_plugin.export.form_table import FormRow
    from est_plugin.export.walk_plan import SheetStop, WalkSheetPlan

_FACT_WIDTHS = (34.0, 64.0, 22.0, 66.0)
_STOP_WIDTHS = (14.0, 52.0, 35.0)
_MORE_WIDTHS = (14.0, 43.0, 34.0)
_ROLE_WIDTHS = (37.0, 45.0)
_LINE_WIDTHS = (186.0,)
_LINE_WIDTHS_A3 = (396.0,)
#: Heights of rows to write on and of printed rows, in millimetres.
_WRITING, _PRINTED = 9.5, 7.5
#: Rows for stops that are written by hand.
_BLANK_STOPS = 7
#: The two columns of the checklist.
_SIDES = ("left", "right")
#: Around the route, as a share of its longer side, and the least that a map of it shows, in metres.
_MARGIN, _LEAST = 0.08, 250.0


def walk_pages(plan: WalkSheetPlan) -> list[Page]:
    """All pages in order; of A3 all but the participants' map stand two on a sheet."""
    words = Language(plan.language)
    template, more = Template.read("walk_stop"), Template.read("walk_more")
    found = [*_overview(plan, more, words)]
    for index in range(len(plan.stops)):
        found += _stop(plan, index, (template, more), words)
    is_half = plan.paper == "A3"
    found = [*(replace(page, is_half=is_half) for page in found), _participants(plan, words)]
    common = {
        "walk": fitting(plan.title, 186, 1),
        "day": walk_words.day_text(plan),
        "emergency": walk_words.emergency_text(words),
        "source": plan.attribution,
        "north": words.translate("est_plugin", "N"),
    }
    return [
        replace(page, values=common | page.values | {"page": f"{number} / {len(found)}"})
        for number, page in enumerate(found, start=1)
    ]


def _overview(plan: WalkSheetPlan, more: Template, words: Language) -> Iterator[Page]:
    rows = [_land_row(stop, _STOP_WIDTHS, words) for stop in plan.stops]
    if not rows:
        none = words.translate("est_plugin", "The route has no stops yet. Set them on the map, or write them here.")
        blank = form_row((FormCell(), FormCell(), FormCell()), _STOP_WIDTHS, least=_WRITING)
        rows = [form_row((FormCell(none, span=3),), _STOP_WIDTHS), *[blank] * _BLANK_STOPS]
    head = form_row(
        (
            FormCell(words.translate("est_plugin", "No."), is_bold=True),
            FormCell(words.translate("est_plugin", "Place"), is_bold=True),
            FormCell(words.translate("est_plugin", "Who owns the land"), is_bold=True),
        ),
        _STOP_WIDTHS,
        least=_PRINTED,
    )
    template, room = Template.read("walk_overview"), more.rooms["left"].height
    shown = columns([head, *rows], (template.rooms["stops"].height,), room)[0]
    values = {
        "title": fitting(plan.title, 186, 2, points=22, is_bold=True),
        "roles": words.translate("est_plugin", "Roles: functions, no names"),
        "reminders": walk_words.reminders(words),
        "contact": words.translate("est_plugin", "Local contact:"),
    }
    tables = (
        FormTable("facts", tuple(_facts(plan, words)), _FACT_WIDTHS),
        FormTable("roles", tuple(_roles(words)), _ROLE_WIDTHS),
        FormTable("stops", tuple(shown), _STOP_WIDTHS),
    )
    yield Page(template, values, template.extract_of(map_bounds(plan)), tables)
    # Below the head stand as many stops as there is room for.
    left = [_land_row(stop, _MORE_WIDTHS, words) for stop in plan.stops[len(shown) - 1 :]]
    title = words.translate("est_plugin", "Stops and land owners")
    yield from _more(more, columns(left, (), room), title, _MORE_WIDTHS)


def _facts(plan: WalkSheetPlan, words: Language) -> Iterator[FormRow]:
    """What is not known is left blank, to be written by hand."""
    people = walk_words.people_text(plan, words)
    for cells in (
        (
            FormCell(words.translate("est_plugin", "Date"), is_bold=True),
            FormCell(walk_words.day_text(plan)),
            FormCell(words.translate("est_plugin", "Time"), is_bold=True),
            FormCell(walk_words.hours_text(plan)),
        ),
        (
            FormCell(words.translate("est_plugin", "Meeting point"), is_bold=True),
            FormCell(fitting(plan.meeting_point, 148, 2), span=3),
        ),
        (
            FormCell(words.translate("est_plugin", "Area"), is_bold=True),
            FormCell(fitting(plan.area, 60, 2)),
            FormCell(words.translate("est_plugin", "Route"), is_bold=True),
            FormCell(walk_words.route_text(plan, words)),
        ),
        (
            FormCell(words.translate("est_plugin", "Light"), is_bold=True),
            FormCell(walk_words.dusk_text(plan, words), span=3),
        ),
        (
            FormCell(words.translate("est_plugin", "Participants"), is_bold=True),
            FormCell(fitting(people, 148, 3), span=3),
        ),
    ):
        yield form_row(cells, _FACT_WIDTHS)


def _roles(words: Language) -> Iterator[FormRow]:
    for role in (
        words.translate("est_plugin", "Leader"),
        words.translate("est_plugin", "Secretary"),
        words.translate("est_plugin", "Photographer"),
        words.translate("est_plugin", "Timekeeper"),
    ):
        yield form_row((FormCell(role, is_bold=True), FormCell()), _ROLE_WIDTHS, least=_WRITING)


def _land_row(stop: SheetStop, widths: tuple[float, ...], words: Language) -> FormRow:
    place = FormCell(fitting(stop.place, widths[1] - 3, 3))
    owner = FormCell(walk_words.owner_text(stop.land_owner, words))
    return form_row((FormCell(str(stop.number), is_bold=True, is_centred=True), place, owner), widths, least=_PRINTED)


def _stop(plan: WalkSheetPlan, index: int, templates: tuple[Template, Template], words: Language) -> Iterator[Page]:
    """The form of a stop, and the page on which it goes on if it is long."""
    stop, (template, more) = plan.stops[index], templates
    rooms, more_room = [template.rooms[name].height for name in _SIDES], more.rooms["left"].height
    answers, widths = answer_rows(plan.checklist, words)
    answered = columns(answers, rooms, more_room, is_even=True)
    notes, left_over = note_rows(stop.open_points, template.rooms["notes"].height, words)
    owner = walk_words.owner_text(stop.land_owner, words)
    scale = f"{template.scale:,.0f}".replace(",", " ")
    values = {
        "number": str(stop.number),
        "walk": fitting(plan.title, 51, 3),
        "place": fitting(stop.place, 108, 2, points=17, is_bold=True),
        "land": words.translate("est_plugin", "Land: {owner}").format(owner=owner or "_" * 24),
        "scale": words.translate("est_plugin", "1:{scale}, squares of 50 m").format(scale=scale),
        "key": words.translate(
            "est_plugin", "Ring in the answer. 0 good … 3 very lacking. Feeling: 1 unsafe … 5 safe."
        ),
        "stop": str(index),
        "nowhere": "" if stop.point else words.translate("est_plugin", "The stop has no place on the map."),
    }
    tables = (
        *(FormTable(name, tuple(rows), widths) for name, rows in zip(_SIDES, answered, strict=False)),
        notes,
    )
    extract = None if stop.point is None else template.extract_around(stop.point.x, stop.point.y)
    yield Page(template, values, extract, tables)
    more_left = [*(row for column in answered[len(rooms) :] for row in column), *more_rows(left_over, words)]
    title = fitting(f"{stop.number}. {stop.place}", 186, 2, points=18, is_bold=True)
    yield from _more(more, columns(more_left, (), more_room), title, widths)


def _more(more: Template, found: Sequence[Sequence[FormRow]], title: str, widths: tuple[float, ...]) -> Iterator[Page]:
    """As many pages with two columns as there is more to show."""
    for first in range(0, len(found), 2):
        pair = zip(_SIDES, found[first : first + 2], strict=False)
        tables = tuple(FormTable(name, tuple(rows), widths) for name, rows in pair)
        yield Page(more, {"title": title}, None, tables)


def _participants(plan: WalkSheetPlan, words: Language) -> Page:
    is_large = plan.paper == "A3"
    template = Template.read("walk_map_a3" if is_large else "walk_map")
    widths = _LINE_WIDTHS_A3 if is_large else _LINE_WIDTHS
    where = " · ".join(filter(None, (walk_words.day_text(plan), walk_words.hours_text(plan), plan.meeting_point)))
    lines = int(template.rooms["notes"].height // _WRITING)
    values = {
        "title": fitting(plan.title, sum(widths), 1, points=20, is_bold=True),
        "where": fitting(where, sum(widths), 2, points=13, is_bold=True),
        "hint": words.translate("est_plugin", "Draw on the map. Write the number of the stop before what you noted."),
    }
    rows = tuple(form_row((FormCell(),), widths, least=_WRITING) for _ in range(lines))
    return Page(template, values, template.extract_of(map_bounds(plan)), (FormTable("notes", rows, widths),))


def map_bounds(plan: WalkSheetPlan) -> tuple[float, float, float, float]:
    """West, south, east, north of the ground that a map of the whole walk shows."""
    west, south, east, north = plan.bounds
    margin = max(_MARGIN * max(east - west, north - south), (_LEAST - max(east - west, north - south)) / 2)
    return west - margin, south - margin, east + margin, north + margin
