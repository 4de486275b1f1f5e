# SPDX-License-Identifier: GPL-2.0-or-later
"""May the texts of a walk go to the field? What leads to a person is told by where it stands, never repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.db.field_columns import Kind, table_of
from est_plugin.domain.personal_data import mask
from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.i18n import CONTEXT
from est_plugin.layers.form_fields import TABS
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from est_plugin.db.field_columns import KnownRow
    from est_plugin.domain.code_list import Code
    from est_plugin.i18n import Language

_ROLES = {"walk": LayerRole.WALKS, "walk_stop": LayerRole.WALK_STOPS, "observation": LayerRole.OBSERVATIONS}
_TEXTS = (Kind.TEXT, Kind.CHOSEN)


def check_words(rows: Sequence[KnownRow], code_lists: Mapping[str, Sequence[Code]], words: Language) -> None:
    """Look through every text of a package before anything is written.

    Raises ExportError with the first place where something stands that leads to a person.
    """
    for where, text in _places(rows, code_lists, words):
        found = mask(text).found
        if found:
            raise ExportError(
                QT_TRANSLATE_NOOP("est_plugin", "The field package was not made: a text may not go to the field."),
                why=QT_TRANSLATE_NOOP("est_plugin", "Found in “{where}”: {kinds}."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Correct it in the form, save, and try again."),
                where=where,
                kinds=", ".join(words.translate(CONTEXT, kind.label) for kind in found),
            )


def _places(
    rows: Sequence[KnownRow], code_lists: Mapping[str, Sequence[Code]], words: Language
) -> Iterator[tuple[str, str]]:
    """Where a person finds each text, and the text."""
    stops = {row.uuid: _stop(row) for row in rows if row.table == "walk_stop"}
    for row in rows:
        stop = stops.get(row.uuid) or stops.get(str(row.values.get("walk_stop")), "")
        for column in table_of(row.table).columns:
            if column.kind in _TEXTS and row.values[column.name]:
                label = words.translate(CONTEXT, _label(row.table, column.name))
                yield ", ".join(filter(None, (stop, label))), str(row.values[column.name])
    for codes in code_lists.values():
        for code in codes:
            yield code.code, f"{code.name_sv}\n{code.name_en}"


def _stop(row: KnownRow) -> str:
    """Number and place, of which the place may be what leads to a person."""
    return mask(" ".join(str(row.values[name]) for name in ("number", "place") if row.values[name])).text


def _label(table: str, name: str) -> str:
    """What the form calls the column; source text."""
    return next(field.label for tab in TABS[_ROLES[table]] for field in tab.fields if field.name == name)
