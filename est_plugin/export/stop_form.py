# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rows does the form of a stop have? The checklist with a box for each answer, open points, room to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.export.form_table import FormCell, FormRow, FormTable, form_row
from est_plugin.export.walk_words import LETTERS, open_point_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from est_plugin.domain.code_list import Code
    from est_plugin.export.walk_plan import OpenPoint
    from est_plugin.i18n import Language

#: The item and six boxes; the text of an item takes the boxes that its answer does not need.
_ANSWER_WIDTHS = (43.0, 8.0, 8.0, 8.0, 8.0, 8.0, 8.0)
_NOTE_WIDTHS = (43.0, 28.0, 39.0, 9.0, 9.0, 9.0, 21.0, 28.0)
_WRITING = 9.5
_SCALES = {"scale_0_3": range(4), "scale_1_5": range(1, 6)}


def columns(
    rows: Sequence[FormRow], rooms: Sequence[float], more_room: float, *, is_even: bool = False
) -> list[list[FormRow]]:
    """The rows column by column: first those with ``rooms`` millimetres, then as many of ``more_room`` as it takes.

    ``is_even`` shares rows that need fewer columns among all ``rooms``.
    """
    total = sum(row.height for row in rows)
    most = max((row.height for row in rows), default=0.0)
    if is_even and total / max(len(rooms), 1) + most <= min(rooms, default=0.0):
        rooms = [total / len(rooms) + most / 2] * len(rooms)
    found: list[list[FormRow]] = [[]]
    height = 0.0
    for row in rows:
        room = rooms[len(found) - 1] if len(found) <= len(rooms) else more_room
        if found[-1] and height + row.height > room:
            found.append([])
            height = 0.0
        found[-1].append(row)
        height += row.height
    return found if rows else [[] for _ in rooms]


def answer_rows(checklist: Iterable[Code], words: Language) -> tuple[list[FormRow], tuple[float, ...]]:
    """A row for each item, with boxes that fit how it is answered; and the widths of the columns."""
    return [form_row(_answer(code, words), _ANSWER_WIDTHS) for code in checklist], _ANSWER_WIDTHS


def _answer(code: Code, words: Language) -> tuple[FormCell, ...]:
    name = code.name(words.code)
    boxes = len(_ANSWER_WIDTHS) - 1
    if code.group in _SCALES:
        scale = _SCALES[code.group]
        marks = tuple(FormCell(str(mark), is_bold=True, is_centred=True) for mark in scale)
        return FormCell(name, span=1 + boxes - len(marks)), *marks
    if code.group == "yes_no":
        return FormCell(name, span=boxes - 3), *_yes_no(words)
    return FormCell(name, span=2), FormCell(span=boxes - 1)


def _yes_no(words: Language) -> tuple[FormCell, FormCell]:
    return (
        FormCell(words.translate("est_plugin", "Yes"), span=2, is_bold=True, is_centred=True),
        FormCell(words.translate("est_plugin", "No"), span=2, is_bold=True, is_centred=True),
    )


def note_rows(
    points: Sequence[OpenPoint], room: float, words: Language
) -> tuple[FormTable, list[tuple[str, OpenPoint]]]:
    """What is proposed, what earlier walks left open, and lines to write on; and the points that found no room."""
    rows = [
        _note(
            FormCell(words.translate("est_plugin", "Proposed measure"), is_bold=True),
            FormCell(span=5),
            FormCell(words.translate("est_plugin", "Quick"), is_bold=True, is_centred=True),
            FormCell(words.translate("est_plugin", "Long-term"), is_bold=True, is_centred=True),
        ),
        _note(
            FormCell(words.translate("est_plugin", "Responsible"), is_bold=True),
            FormCell(),
            FormCell(words.translate("est_plugin", "Urgency (1 = most)"), is_bold=True),
            *(FormCell(str(mark), is_bold=True, is_centred=True) for mark in (1, 2, 3)),
            FormCell(words.translate("est_plugin", "Photo"), is_bold=True),
            FormCell(),
        ),
    ]
    left_over = list(zip(LETTERS, points, strict=False))
    # One line to write on is always left.
    height = sum(row.height for row in rows) + _WRITING
    while left_over:
        row = _open(*left_over[0], words)
        if height + row.height > room:
            break
        rows.append(row)
        height += row.height
        left_over.pop(0)
    lines = 1 + int((room - height) // _WRITING)
    return FormTable("notes", (*rows, *[_note(FormCell(span=8))] * lines), _NOTE_WIDTHS), left_over


def more_rows(points: Iterable[tuple[str, OpenPoint]], words: Language) -> list[FormRow]:
    """Open points in the columns of the checklist."""
    return [
        form_row(
            (FormCell(open_point_text(point, letter, words), span=3), *_yes_no(words)), _ANSWER_WIDTHS, least=_WRITING
        )
        for letter, point in points
    ]


def _note(*cells: FormCell) -> FormRow:
    return form_row(cells, _NOTE_WIDTHS, least=_WRITING)


def _open(letter: str, point: OpenPoint, words: Language) -> FormRow:
    return _note(
        FormCell(open_point_text(point, letter, words), span=6),
        FormCell(words.translate("est_plugin", "Yes"), is_bold=True, is_centred=True),
        FormCell(words.translate("est_plugin", "No"), is_bold=True, is_centred=True),
    )
