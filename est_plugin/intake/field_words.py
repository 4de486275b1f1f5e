# SPDX-License-Identifier: GPL-2.0-or-later
"""How are the columns and values of a row from the field called in words that a person knows?"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING

import shapely

from est_plugin.db import times
from est_plugin.db.field_columns import Kind, table_of
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.i18n import CONTEXT
from est_plugin.layers.form_fields import TABS
from est_plugin.layers.form_parts import Choice, CodeList
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from est_plugin.db.catalogues import CodeLists
    from est_plugin.db.field_columns import Value
    from est_plugin.domain.code_list import Code
    from est_plugin.i18n import Language
    from est_plugin.intake.field_return import ColumnChange, FieldChange, RowState
    from est_plugin.layers.form_parts import Field
    from est_plugin.sentence import Sentence

_ROLES = {
    "walk": LayerRole.WALKS,
    "walk_stop": LayerRole.WALK_STOPS,
    "walk_participant": LayerRole.PARTICIPANTS,
    "observation": LayerRole.OBSERVATIONS,
}
_TABLE_LABELS = {
    "walk": QT_TRANSLATE_NOOP("est_plugin", "Safety walk"),
    "walk_stop": QT_TRANSLATE_NOOP("est_plugin", "Stop"),
    "walk_participant": QT_TRANSLATE_NOOP("est_plugin", "Participants"),
    "observation": QT_TRANSLATE_NOOP("est_plugin", "Observation"),
}
#: What a title tells of a long comment.
_SEEN_CHARACTERS = 60
_PLACE_LABEL = QT_TRANSLATE_NOOP("est_plugin", "Place on the map")


@dataclass(frozen=True)
class ColumnName:
    """A column as the forms call it; ``label`` is a source text, as ``i18n.Language.tell`` takes it."""

    table: str
    name: str

    @property
    def label(self) -> str:
        """Source text of the column."""
        field = _field(self.table, self.name)
        return _PLACE_LABEL if field is None else field.label


class FieldWords:
    """Words in one language, with the code lists of one database."""

    def __init__(self, lists: CodeLists, language: Language) -> None:
        self._language = language
        self._codes: dict[CodeList, Sequence[Code]] = {
            CodeList.CHECKLIST: lists.checklist,
            CodeList.MEASURE_KIND: lists.measure_kinds,
            CodeList.ORGANISATION: lists.organisations,
            CodeList.PARTICIPANT_ROLE: lists.participant_roles,
        }

    def table(self, name: str) -> str:
        """What a row of the table is."""
        return self._language.translate(CONTEXT, _TABLE_LABELS[name])

    def column(self, table: str, name: str) -> str:
        """What the form calls the column."""
        return self._language.translate(CONTEXT, ColumnName(table, name).label)

    def state(self, state: RowState) -> str:
        """What became of a row."""
        return self._language.translate(CONTEXT, state.label)

    def say(self, note: Sentence) -> str:
        """A note about a row."""
        return self._language.say(note)

    def title(self, change: FieldChange, names: Mapping[str, str]) -> str:
        """What a person calls the row: an observation by what was looked at and where."""
        values = change.values
        if change.table == "walk":
            return str(values["title"])
        if change.table == "walk_participant":
            return self.value(change.table, "role", values["role"])
        if change.table == "walk_stop":
            return names.get(change.uuid, str(values["place"]))
        item = self.value(change.table, "item", values["item"]).partition(":")[0]
        seen = " ".join(str(values[name]) for name in ("value", "comment") if values[name])
        parts = (item, names.get(str(values["walk_stop"]), ""), shorten(seen, _SEEN_CHARACTERS, placeholder="…"))
        return ", ".join(part for part in parts if part)

    def values(self, table: str, column: ColumnChange, names: Mapping[str, str]) -> tuple[str, str, str]:
        """Before, in the field, in the office; a stop and a walk by their ``names``."""
        before, field, office = (
            names.get(str(value), "") or self.value(table, column.name, value)
            for value in (column.base, column.field, column.office)
        )
        return before, field, office

    def value(self, table: str, name: str, value: Value) -> str:
        """The value as the form shows it; empty for none."""
        if value is None or value == "":
            return ""
        kind = table_of(table).column(name).kind
        if kind is Kind.PLACE:
            middle = shapely.from_wkb(bytes.fromhex(str(value))).centroid
            return f"{middle.x:.0f}, {middle.y:.0f}"
        if kind is Kind.INSTANT:
            local = times.from_text(str(value)).astimezone(times.LOCAL_ZONE)
            return local.strftime("%Y-%m-%d %H:%M")
        field = _field(table, name)
        widget = None if field is None else field.widget
        if isinstance(widget, CodeList):
            names = {code.code: code.name(self._language.code) for code in self._codes.get(widget, ())}
            return names.get(str(value), str(value))
        if isinstance(widget, Choice):
            labels = {str(member.value): member.label for member in widget.members}
            return self._language.translate(CONTEXT, labels.get(str(value), str(value)))
        return str(value)


def _field(table: str, name: str) -> Field | None:
    fields = (field for tab in TABS[_ROLES[table]] for field in tab.fields)
    return next((field for field in fields if field.name == name), None)
