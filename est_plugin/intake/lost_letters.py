# SPDX-License-Identifier: GPL-2.0-or-later
"""Were letters of a file lost or garbled before it came here, in a column that is read?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.intake.text_encoding import find_damage

if TYPE_CHECKING:
    from est_plugin.intake.column_mapping import ColumnMapping
    from est_plugin.intake.csv_file import CsvTable
    from est_plugin.intake.text_encoding import Damage


@dataclass(frozen=True)
class LostLetters:
    """How many rows, and the first of them as an example; no more of its text than the letter."""

    file_name: str
    rows: int
    row_number: int
    column: str
    damage: Damage

    def error(self) -> InputError:
        """What a person is told when the file may not be taken in as it is."""
        if self.damage.meant:
            why = QT_TRANSLATE_NOOP(
                "est_plugin",
                "In {rows} row(s) letters were garbled before the file came here; row {row}, column {column}, says "
                "“{signs}” where “{meant}” was meant.",
            )
        else:
            why = QT_TRANSLATE_NOOP(
                "est_plugin",
                "In {rows} row(s) letters were lost before the file came here; row {row}, column {column}, says "
                "“{signs}” where a letter was meant.",
            )
        return InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The file {file} was not taken in."),
            why=why,
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin",
                "Export it again as UTF-8. If the register itself has lost the letters, choose to keep its texts as "
                "they are (keep_lost_letters in a mapping file).",
            ),
            file=self.file_name,
            rows=self.rows,
            row=self.row_number,
            column=self.column,
            signs=self.damage.signs,
            meant=self.damage.meant,
        )


def find_lost_letters(table: CsvTable, mapping: ColumnMapping) -> LostLetters | None:
    """The rows with damaged text in a column that the mapping reads; None if there are none."""
    if not table.damaged:
        return None
    read = {name for names in mapping.columns.values() for name in names}
    columns = [position for position, name in enumerate(table.headers) if name in read]
    rows, first = 0, None
    for row in table.rows:
        damages = ((position, find_damage(row.cells[position])) for position in columns if position < len(row.cells))
        found = next(((position, damage) for position, damage in damages if damage is not None), None)
        if found is not None:
            rows += 1
            first = first or (row.number, *found)
    if first is None:
        return None
    number, position, damage = first
    return LostLetters(table.file_name, rows, number, table.headers[position], damage)
