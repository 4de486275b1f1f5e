# SPDX-License-Identifier: GPL-2.0-or-later
"""The history in the words of the forms and the method: what was done, to which row, from what to what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from est_plugin.db import catalogues
from est_plugin.db.changesets import Kind as ChangesetKind
from est_plugin.db.times import LOCAL_ZONE, from_text
from est_plugin.i18n import translate, user_language
from est_plugin.layers.form_fields import TABS
from est_plugin.layers.form_parts import Choice, CodeList, Field, Kind, Moment
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from est_plugin.db.database import Database
    from est_plugin.db.entry_rows import Linked
    from est_plugin.db.history import Entry

_FORMS = {
    "incident": LayerRole.INCIDENTS,
    "hotspot": LayerRole.HOTSPOTS,
    "walk": LayerRole.WALKS,
    "walk_participant": LayerRole.PARTICIPANTS,
    "walk_stop": LayerRole.WALK_STOPS,
    "observation": LayerRole.OBSERVATIONS,
    "measure": LayerRole.MEASURE_POINTS,
    "traffic_rule": LayerRole.TRAFFIC_RULES,
    "measure_incident": LayerRole.MEASURE_INCIDENTS,
}
#: What a row is known by, the first that it has.
_NAMES = ("title", "name", "problem", "text", "place", "comment", "year")
#: What the system keeps beside what a person wrote.
_UNSEEN = frozenset({"deleted_at", "content_hash"})


@dataclass(frozen=True)
class HistoryWords:
    """The words of one database: the names of its codes by code."""

    codes: Mapping[CodeList, Mapping[str, str]]

    def row_name(self, table: str, row: Mapping[str, Any]) -> str:
        """What a person knows a row by."""
        name = next((str(row[column]) for column in _NAMES if row.get(column)), "")
        if table == "incident" and row:
            category = self.codes[CodeList.CATEGORY].get(row["category"], row["category"])
            return ", ".join(part for part in (category, local(row["occurred_from"]), name) if part)
        if table == "measure" and row and not name:
            return self.codes[CodeList.MEASURE_KIND].get(row["kind"], row["kind"])
        return name

    def value(self, table: str, column: str, value: Any, links: Mapping[str, Linked]) -> str:  # noqa: ANN401
        """A value as the form shows it."""
        if value is None or value == "":
            return "–"
        if column == "geom":
            return translate("est_plugin", "a place on the map")
        if value in links:
            return self.row_name(links[value].table, links[value].row) or str(value)
        return self._shown(_fields(table).get(column), value)

    def _shown(self, field: Field | None, value: Any) -> str:  # noqa: ANN401 (a value of a row)
        text = str(value)
        match field and field.widget:
            case CodeList() as codes:
                text = self.codes[codes].get(value, text)
            case Choice(members, _):
                labels = {str(member.value): member.label for member in members}
                text = translate("est_plugin", labels[text]) if text in labels else text
            case Kind.YES_NO:
                text = translate("est_plugin", "Yes") if value else translate("est_plugin", "No")
            case Kind.DATE_TIME | Moment():
                text = local(value)
        return text


def read_words(database: Database) -> HistoryWords:
    """The words of a database in the person's language."""
    language = user_language()
    read = {
        CodeList.CATEGORY: catalogues.categories,
        CodeList.ORGANISATION: catalogues.organisations,
        CodeList.MEASURE_KIND: catalogues.measure_kinds,
    }
    return HistoryWords(
        {codes: {code.code: code.name(language) for code in entries(database)} for codes, entries in read.items()}
    )


def local(instant: str) -> str:
    """An instant of the database as a clock on the wall shows it."""
    return f"{from_text(instant).astimezone(LOCAL_ZONE):%Y-%m-%d %H:%M}"


def label(table: str, column: str) -> str:
    """What the form calls a column."""
    if column == "geom":
        return translate("est_plugin", "Place on the map")
    field = _fields(table).get(column)
    return column if field is None else translate("est_plugin", field.label)


def is_seen(column: str) -> bool:
    """Is a column one that a person writes?"""
    return column not in _UNSEEN


def operation(name: str) -> str:
    """What was done to a row."""
    return {
        "insert": translate("est_plugin", "Added"),
        "update": translate("est_plugin", "Edited"),
        "delete": translate("est_plugin", "Removed"),
        "restore": translate("est_plugin", "Restored"),
    }[name]


def summary(entry: Entry) -> str:
    """What an entry did, in one line."""
    if entry.publication is not None and entry.publication.is_withdrawn:
        return translate(
            "est_plugin", "Approved for publication as {function}, but never handed out: {package}"
        ).format(function=entry.publication.function, package=entry.publication.package)
    if entry.publication is not None:
        return translate("est_plugin", "Approved for publication as {function}: {package}").format(
            function=entry.publication.function, package=entry.publication.package
        )
    if entry.kind == ChangesetKind.IMPORT or entry.file_name:
        rows = sum(count.rows for count in entry.counts if count.table == "incident")
        return translate("est_plugin", "Import of {file}: {things}").format(
            file=entry.file_name, things=things("incident", rows)
        )
    by_operation: dict[str, list[str]] = {}
    for count in entry.counts:
        by_operation.setdefault(count.operation, []).append(things(count.table, count.rows))
    text = "; ".join(f"{operation(name)}: {', '.join(named)}" for name, named in by_operation.items())
    if entry.kind == ChangesetKind.UNDO:
        return translate("est_plugin", "Undone. {text}").format(text=text)
    if entry.kind == ChangesetKind.ANALYSIS:
        return translate("est_plugin", "Hotspots sought. {text}").format(text=text)
    return text


def things(table: str, number: int) -> str:
    """A number of rows, such as “3 measures”."""
    known = {
        "incident": translate("est_plugin", "%n incident(s)", "", number),
        "hotspot": translate("est_plugin", "%n hotspot(s)", "", number),
        "walk": translate("est_plugin", "%n route(s)", "", number),
        "walk_stop": translate("est_plugin", "%n stop(s)", "", number),
        "measure": translate("est_plugin", "%n measure(s)", "", number),
        "traffic_rule": translate("est_plugin", "%n traffic rule(s)", "", number),
        "measure_incident": translate("est_plugin", "%n link(s) to incidents", "", number),
        "cause": translate("est_plugin", "%n cause(s)", "", number),
        "meeting": translate("est_plugin", "%n meeting(s)", "", number),
        "decision": translate("est_plugin", "%n decision(s)", "", number),
        "observation": translate("est_plugin", "%n observation(s)", "", number),
    }
    return known.get(table) or translate("est_plugin", "%n other row(s)", "", number)


def kind_of_row(table: str) -> str:
    """What one row of a table is."""
    known = {
        "incident": translate("est_plugin", "Incident"),
        "hotspot": translate("est_plugin", "Hotspot"),
        "walk": translate("est_plugin", "Walk"),
        "walk_stop": translate("est_plugin", "Stop"),
        "measure": translate("est_plugin", "Measure"),
        "traffic_rule": translate("est_plugin", "Traffic rule"),
        "measure_incident": translate("est_plugin", "Link to an incident"),
        "cause": translate("est_plugin", "Cause"),
        "meeting": translate("est_plugin", "Meeting"),
        "decision": translate("est_plugin", "Decision"),
        "observation": translate("est_plugin", "Observation"),
    }
    return known.get(table, table)


def _fields(table: str) -> dict[str, Field]:
    role = _FORMS.get(table)
    return {} if role is None else {field.name: field for tab in TABS[role] for field in tab.fields}
