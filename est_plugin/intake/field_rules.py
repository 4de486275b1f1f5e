# SPDX-License-Identifier: GPL-2.0-or-later
"""Why can a row from the field not be stored? The rules of the database, told before it would refuse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.db.field_columns import Kind, table_of
from est_plugin.domain.observation import AnswerKind, Term
from est_plugin.domain.personal_data import mask
from est_plugin.domain.walk import LandOwner, LightCondition, WalkStatus
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.intake.field_words import ColumnName
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from est_plugin.db.catalogues import CodeLists
    from est_plugin.db.field_columns import Value
    from est_plugin.db.field_reading import ReturnedRow
    from est_plugin.domain.personal_data import PersonalData
    from est_plugin.intake.field_return import ColumnChange

#: What may not be empty.
_NEEDED = {
    "walk": ("status",),
    "walk_stop": ("walk",),
    "walk_participant": ("walk", "role", "number"),
    "observation": ("walk_stop", "item"),
}
_BOUNDS = {("walk_participant", "number"): (1, 999), ("observation", "priority"): (1, 3)}


@dataclass(frozen=True)
class FieldRules:
    """``codes`` are the values that a column may have, by table and column; ``answers`` those of an item."""

    codes: Mapping[tuple[str, str], Collection[str]]
    answers: Mapping[str, Collection[str]]

    @classmethod
    def of(cls, lists: CodeLists, used: Mapping[tuple[str, str], set[str]]) -> FieldRules:
        """The rules of a database with these code lists; ``used`` are codes that were valid when the package left."""
        codes: dict[tuple[str, str], set[str]] = {
            ("walk", "status"): set(WalkStatus),
            ("walk", "light_condition"): set(LightCondition),
            ("walk_stop", "land_owner"): set(LandOwner),
            ("walk_participant", "role"): {code.code for code in lists.participant_roles},
            ("observation", "item"): {code.code for code in lists.checklist},
            ("observation", "measure_kind"): {code.code for code in lists.measure_kinds},
            ("observation", "responsible"): {code.code for code in lists.organisations},
            ("observation", "term"): set(Term),
        }
        answers = {code.code: AnswerKind(code.group).values for code in lists.checklist}
        return cls({key: known | used.get(key, set()) for key, known in codes.items()}, answers)

    def broken(self, row: ReturnedRow, columns: Collection[str]) -> Iterator[Sentence]:
        """What is wrong with these columns of the row."""
        if not row.uuid:
            yield Sentence(QT_TRANSLATE_NOOP("est_plugin", "It has no id of its own."))
        for name in columns:
            value = row.values.get(name)
            if name in row.unread:
                yield _holds(row.table, name, row.unread[name])
            elif value is None and name in _NEEDED[row.table]:
                yield Sentence(
                    QT_TRANSLATE_NOOP("est_plugin", "{column} is empty."), column=ColumnName(row.table, name)
                )
            elif value is not None and not self._is_allowed(row.table, name, value):
                yield _holds(row.table, name, value)
        if row.table == "observation" and not {"item", "value"}.isdisjoint(columns):
            yield from self._no_answer(row)

    def _no_answer(self, row: ReturnedRow) -> Iterator[Sentence]:
        """An item takes the answers of its kind, as the form and the paper protocol have it; no answer is one too."""
        value, allowed = row.values.get("value"), self.answers.get(str(row.values.get("item")))
        if value and allowed is not None and value not in allowed:
            source = QT_TRANSLATE_NOOP("est_plugin", "“{value}” is no answer to this item.")
            yield Sentence(source, value=str(value))

    def _is_allowed(self, table: str, name: str, value: Value) -> bool:
        if (table, name) in self.codes:
            return value in self.codes[table, name]
        lowest, highest = _BOUNDS.get((table, name), (None, None))
        return lowest is None or highest is None or lowest <= float(str(value)) <= highest


def _holds(table: str, name: str, value: object) -> Sentence:
    source = QT_TRANSLATE_NOOP("est_plugin", "{column} holds “{value}”, which the database does not know.")
    return Sentence(source, column=ColumnName(table, name), value=str(value))


def personal_data(row: ReturnedRow, columns: tuple[ColumnChange, ...]) -> list[Sentence]:
    """What looks like a person in a text that would come home."""
    kinds = {column.name: column.kind for column in table_of(row.table).columns}
    found: dict[PersonalData, int] = {}
    for column in columns:
        if kinds[column.name] is Kind.TEXT:
            found |= mask(str(column.field)).found
    source = QT_TRANSLATE_NOOP("est_plugin", "Take this out of the text: {kind}.")
    return [Sentence(source, kind=kind) for kind in found]
