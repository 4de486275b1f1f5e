# SPDX-License-Identifier: GPL-2.0-or-later
"""What is a page of paper? Plain values for a template, and how tables and texts are cut to the room that it has."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from est_plugin.export.form_table import POINTS, fitting, lines_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from est_plugin.export.form_table import FormTable
    from est_plugin.export.pictures import Extract
    from est_plugin.export.template import Template

_MM_PER_POINT = 25.4 / 72
#: Height of a line in a table and in a label, as a multiple of the letters; what a row needs besides its lines, in
#: millimetres.
_LEADING, _LABEL_LEADING, _ROW = 1.2, 1.36, 2.4
#: Room of a column beside its texts, in millimetres.
_MARGINS = 2.0


@dataclass(frozen=True)
class Table:
    """A table of a page: the template's item that shows it, and its texts."""

    item: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    #: Widths of the columns without their margins, in millimetres.
    widths: tuple[float, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that is printed."""
        return tuple(text for row in (self.heads, *self.rows) for text in row)


@dataclass(frozen=True)
class Page:
    """One page of a template: values of its ``@est_…`` variables, its map if it has one, its tables and drawings."""

    template: Template
    values: dict[str, str]
    extract: Extract | None = None
    tables: tuple[Table | FormTable, ...] = ()
    has_density: bool = False
    #: Its legend names every sign of the measures.
    has_signs: bool = False
    #: The left or the right half of a sheet that it shares with the half before or after it.
    is_half: bool = False
    #: SVG by the item that shows it. Its texts are its own: they stand in the picture as text.
    drawings: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that this page hands to the layout."""
        return (*self.values.values(), *(text for table in self.tables for text in table.texts))


def split_table(
    template: Template,
    item: str,
    heads: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    shares: Sequence[float],
    *,
    height: float | None = None,
) -> list[Table]:
    """The rows on as many pages as they need in the item's room, its columns in ``shares`` of its width.

    ``height`` is what there is of its height in millimetres, if not all of it.
    """
    room, points = template.rooms[item], template.points[item]
    whole = room.height if height is None else height
    inner = room.width - _MARGINS * len(shares)
    widths = tuple(inner * share / sum(shares) for share in shares)
    chunks: list[list[tuple[str, ...]]] = []
    left = 0.0
    for row in rows:
        needed = row_height(row, widths, points)
        if needed > left:
            chunks.append([])
            left = whole - row_height(heads, widths, points, is_bold=True)
        chunks[-1].append(row)
        left -= needed
    return [Table(item, heads, tuple(chunk), widths) for chunk in chunks]


def height_of_table(template: Template, table: Table) -> float:
    """How many millimetres of its item's room the table takes."""
    points = template.points[table.item]
    rows = sum(row_height(row, table.widths, points) for row in table.rows)
    return row_height(table.heads, table.widths, points, is_bold=True) + rows


def split_text(template: Template, item: str, paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs on as many pages as they need in the label's room; none is cut in two."""
    pages: list[list[str]] = []
    left = 0
    for paragraph in paragraphs:
        needed = lines_in(template, item, paragraph) + 1
        if not pages or needed > left:
            pages.append([])
            left = lines_of_room(template, item)
        pages[-1].append(paragraph)
        left -= needed
    return ["\n\n".join(page) for page in pages]


def fitted(template: Template, item: str, paragraphs: Sequence[str], more: str) -> str:
    """The paragraphs as far as the label's room goes; ``more`` stands for all that does not fit."""
    room = lines_of_room(template, item)
    lines = "\n\n".join(paragraphs).split("\n")
    if _lines_of_all(template, item, lines) <= room:
        return "\n".join(lines)
    while lines and _lines_of_all(template, item, [*lines, more]) > room:
        lines.pop()
    # A heading says nothing without what it heads.
    while lines and (not lines[-1] or lines[-1].endswith(":")):
        lines.pop()
    return "\n".join((*lines, more))


def _lines_of_all(template: Template, item: str, lines: Sequence[str]) -> int:
    return sum(lines_in(template, item, line) for line in lines)


def headline(template: Template, item: str, text: str) -> str:
    """The text on one line of a label in bold, its last words left out as far as there is no room for them."""
    return fitting(text, template.rooms[item].width, 1, points=template.points[item], is_bold=True)


def lines_in(template: Template, item: str, text: str) -> int:
    """On how many lines the text stands in the label."""
    width = template.rooms[item].width * POINTS / template.points[item]
    return sum(lines_of(line, width) for line in text.split("\n"))


def lines_of_room(template: Template, item: str) -> int:
    """How many lines the label has room for."""
    return int(template.rooms[item].height / (template.points[item] * _MM_PER_POINT * _LABEL_LEADING))


def row_height(row: Sequence[str], widths: Sequence[float], points: float, *, is_bold: bool = False) -> float:
    """How many millimetres the row takes in columns of these widths."""
    lines = max(
        lines_of(text, width * POINTS / points, is_bold=is_bold) for text, width in zip(row, widths, strict=True)
    )
    return lines * points * _MM_PER_POINT * _LEADING + _ROW
