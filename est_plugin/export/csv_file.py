# SPDX-License-Identifier: GPL-2.0-or-later
"""How is a table written that opens right in a Swedish Excel? UTF-8, BOM, semicolons, decimal commas, no formulas."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: A cell that begins so is run as a formula by spreadsheets; the full-width signs count as well. Some programs drop
#: blanks, signs without width and quotes first.
_FORMULA = re.compile(r"""[\s\u200b-\u200f\u2060\ufeff'"]*[=+\-@＝＋－＠]|[\t\r\n]""")


def cell(value: object) -> str:
    """A value as a cell: numbers with decimal comma, text that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6g}".replace(".", ",")
    text = str(value)
    return f"'{text}" if not isinstance(value, int) and _FORMULA.match(text) else text


def table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """The file's bytes."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([cell(head) for head in heads])
    writer.writerows([cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
