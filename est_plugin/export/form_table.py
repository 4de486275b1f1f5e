# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands in a table that people fill in by hand? Rows of a fixed height, some of their cells empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsFontUtils, QgsTableCell, QgsTextFormat
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFont, QFontMetricsF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsLayoutItemManualTable

#: What the templates write with. 12 points can be read by the light of a torch.
FONT = "Arial"
POINTS = 12
#: Height of a line of text, and what a row needs besides, in millimetres; hands in gloves need rows this high.
_LINE, _ROW = 5.1, 2.4
LEAST_HEIGHT = 8.5
#: The templates' space to each side of a cell's text, and the width of their lines, in millimetres.
_MARGIN, _GRID = 1.0, 0.3
_AROUND = 2 * _MARGIN + _GRID
#: Text is measured so many pixels high, to be exact: 12 points are 4.23 millimetres.
_PIXELS = 100
_PIXELS_PER_MM = _PIXELS / (POINTS * 25.4 / 72)


@dataclass(frozen=True)
class FormCell:
    """A printed text, or room to write if it is empty, over ``span`` columns."""

    text: str = ""
    span: int = 1
    is_bold: bool = False
    is_centred: bool = False


@dataclass(frozen=True)
class FormRow:
    """Its cells from left to right; their spans add up to the columns of the table."""

    cells: tuple[FormCell, ...]
    #: Millimetres.
    height: float = LEAST_HEIGHT


@dataclass(frozen=True)
class FormTable:
    """A table of a page: the template's item that shows it, and its rows."""

    item: str
    rows: tuple[FormRow, ...]
    #: Widths of the columns with their margins and lines, in millimetres.
    widths: tuple[float, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that is printed."""
        return tuple(cell.text for row in self.rows for cell in row.cells if cell.text)

    def fill(self, table: QgsLayoutItemManualTable) -> None:
        """Put it into the template's table, in the template's text format."""
        plain = table.contentTextFormat()
        bold = QgsTextFormat(plain)
        bold.setForcedBold(True)
        # QGIS lays the table out anew each time, which is quick while it is empty.
        table.setTableContents([])
        table.setColumnWidths([width - _AROUND for width in self.widths])
        table.setRowHeights([row.height - _AROUND for row in self.rows])
        table.setTableContents([_cells(row, plain, bold) for row in self.rows])


def form_row(cells: Sequence[FormCell], widths: Sequence[float], *, least: float = LEAST_HEIGHT) -> FormRow:
    """A row as high as its texts need in columns of these widths, and at least ``least`` millimetres."""
    height, first = least, 0
    for cell in cells:
        room = sum(widths[first : first + cell.span]) - _AROUND
        height = max(height, _LINE * lines_of(cell.text, room, is_bold=cell.is_bold) + _ROW)
        first += cell.span
    return FormRow(tuple(cells), round(height, 1))


def lines_of(text: str, width: float, *, is_bold: bool = False) -> int:
    """On how many lines a text of 12 points stands in ``width`` millimetres, broken between words."""
    # QGIS takes the font of the desktop where the template's is not installed.
    font = QFont(FONT) if QgsFontUtils.fontFamilyMatchOnSystem(FONT)[0] else QFont()
    font.setPixelSize(_PIXELS)
    font.setBold(is_bold)
    metrics = QFontMetricsF(font)
    # Less than there is, since printers' fonts differ a little.
    room = 0.97 * width * _PIXELS_PER_MM
    lines, line = 1, ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and metrics.horizontalAdvance(longer) > room:
            lines += 1
            longer = word
        # A word of its own that is too long is broken too.
        lines += int(metrics.horizontalAdvance(longer) // room) if longer == word else 0
        line = longer
    return lines


def fitting(text: str, width: float, lines: int, *, points: float = POINTS, is_bold: bool = False) -> str:
    """The text, its last words left out as far as it needs more than ``lines`` lines of ``width`` millimetres."""
    words, room = text.split(), width * POINTS / points
    shown = " ".join(words)
    while len(words) > 1 and lines_of(shown, room, is_bold=is_bold) > lines:
        words.pop()
        shown = " ".join((*words, "…"))
    return shown


def _cells(row: FormRow, plain: QgsTextFormat, bold: QgsTextFormat) -> list[QgsTableCell]:
    found = []
    for cell in row.cells:
        made = QgsTableCell(cell.text)
        made.setSpan(1, cell.span)
        made.setTextFormat(bold if cell.is_bold else plain)
        if cell.is_centred:
            made.setHorizontalAlignment(Qt.AlignmentFlag.AlignHCenter)
        made.setVerticalAlignment(Qt.AlignmentFlag.AlignVCenter)
        # What a wide cell covers must be there all the same.
        found += [made, *(QgsTableCell("") for _ in range(cell.span - 1))]
    return found
