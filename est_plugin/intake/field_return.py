# SPDX-License-Identifier: GPL-2.0-or-later
"""What did a walk bring home from the field? Each row as it left, as it came back, and as the office has it now.

Rows are known by their uuid only. Nothing is written here.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from est_plugin.db.field_columns import PHOTO, table_of
from est_plugin.db.field_office import WrittenValues, rows_by_uuid, written_values
from est_plugin.db.field_reading import read_field_file
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import step
from est_plugin.intake.field_folder import look_into
from est_plugin.intake.field_rules import FieldRules, personal_data
from est_plugin.layers.photos import photo_name
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from est_plugin.db.catalogues import CodeLists
    from est_plugin.db.database import Database
    from est_plugin.db.field_columns import KnownRow, Value
    from est_plugin.db.field_manifest import Manifest
    from est_plugin.db.field_reading import FieldFile, ReturnedRow
    from est_plugin.feedback import Feedback
    from est_plugin.intake.field_folder import FieldFolder


class RowState(StrEnum):
    """What became of a row in the field."""

    NEW = "new"
    CHANGED = "changed"
    BOTH = "both"
    DELETED = "deleted"
    UNSTORABLE = "unstorable"

    @property
    def label(self) -> str:
        """Source text of the state."""
        return _STATE_LABELS[self]


_STATE_LABELS = {
    RowState.NEW: QT_TRANSLATE_NOOP("est_plugin", "New"),
    RowState.CHANGED: QT_TRANSLATE_NOOP("est_plugin", "Changed in the field"),
    RowState.BOTH: QT_TRANSLATE_NOOP("est_plugin", "Changed on both sides"),
    RowState.DELETED: QT_TRANSLATE_NOOP("est_plugin", "Deleted in the field"),
    RowState.UNSTORABLE: QT_TRANSLATE_NOOP("est_plugin", "Cannot be stored"),
}


@dataclass(frozen=True)
class ColumnChange:
    """A column that the field changed."""

    name: str
    base: Value
    field: Value
    office: Value

    @property
    def is_clear(self) -> bool:
        """Did only the field change it?"""
        return self.office == self.base


@dataclass(frozen=True)
class PhotoCopy:
    """A photo in the package, and the name it gets in the office; the same picture always gets the same."""

    source: Path
    name: str


@dataclass(frozen=True)
class FieldChange:
    """A row with something to bring home. ``office`` is None for a new row."""

    table: str
    uuid: str
    state: RowState
    #: All values as they came back; of a deleted row as it left.
    values: Mapping[str, Value]
    columns: tuple[ColumnChange, ...] = ()
    office: KnownRow | None = None
    #: Why it cannot be stored, or what a person should know.
    notes: tuple[Sentence, ...] = ()
    photo: PhotoCopy | None = None

    #: Do its texts look like the data of a person?
    is_sensitive: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """Table and uuid."""
        return self.table, self.uuid


@dataclass(frozen=True)
class FieldReturn:
    """All that came home with the package of this manifest; ``title`` is the walk's.

    ``names`` are what people call the stops and the walk, by uuid.
    """

    manifest: Manifest
    title: str
    changes: tuple[FieldChange, ...]
    names: Mapping[str, str]

    @property
    def unstorable(self) -> int:
        """How many rows stay in the folder."""
        return sum(change.state is RowState.UNSTORABLE for change in self.changes)


@dataclass(frozen=True)
class _Known:
    """What the rows are compared with."""

    database: Database
    folder: FieldFolder
    file: FieldFile
    office: Mapping[tuple[str, str], KnownRow]
    rules: FieldRules


def read_return(database: Database, path: Path, code_lists: CodeLists, feedback: Feedback) -> FieldReturn:
    """What the field package at ``path``, a folder or its GeoPackage, brings home.

    Raises InputError if it is not whole, still being copied, of another database or another version of the plugin;
    DatabaseError; CancelledError.
    """
    folder = look_into(path)
    return compare(database, folder, read_field_file(folder.data), code_lists, feedback)


def compare(
    database: Database, folder: FieldFolder, file: FieldFile, code_lists: CodeLists, feedback: Feedback
) -> FieldReturn:
    """Compare the package with the database it came from.

    Raises InputError if that is another one, or an older state of it; DatabaseError; CancelledError.
    """
    wanted: dict[str, set[str]] = defaultdict(set)
    for key in (*file.base, *((row.table, row.uuid) for row in file.rows if row.uuid)):
        wanted[key[0]].add(key[1])
    for row in file.rows:
        if row.table == "observation" and row.values["walk_stop"]:
            wanted["walk_stop"].add(str(row.values["walk_stop"]))
    office = rows_by_uuid(database, wanted)
    _check_origin(database, file, office)
    known = _Known(database, folder, file, office, FieldRules.of(code_lists, _codes_used(file)))
    changes = []
    for number, row in enumerate(file.rows):
        step(feedback, number / len(file.rows))
        if (change := _change(known, row)) is not None:
            changes.append(change)
    back = {(row.table, row.uuid) for row in file.rows}
    gone = [office[key] for key in file.base if _is_deleted(key, back, office)]
    changes += [FieldChange(row.table, row.uuid, RowState.DELETED, row.values, office=row) for row in gone]
    title = str(office["walk", file.manifest.walk].values["title"])
    names = {uuid: stop_name(row.values) for (table, uuid), row in office.items() if table == "walk_stop"}
    names |= {row.uuid: stop_name(row.values) for row in file.rows if row.table == "walk_stop" and row.uuid}
    return FieldReturn(file.manifest, title, tuple(changes), {**names, file.manifest.walk: title})


def stop_name(values: Mapping[str, Value]) -> str:
    """Number and place of a stop."""
    return " ".join(str(values[name]) for name in ("number", "place") if values[name])


def _check_origin(database: Database, file: FieldFile, office: Mapping[tuple[str, str], KnownRow]) -> None:
    if ("walk", file.manifest.walk) not in office or file.manifest.srs_id != database.srs_id:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The field package belongs to another database."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Its safety walk is not in {database}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Open the database that the package was made from."),
            database=database,
        )
    if any(key not in office or office[key].version < base.version for key, base in file.base.items()):
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The database is older than the field package."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It lacks rows that went to the field; it may be a backup."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Open the newest database, and bring the package home there."),
        )


def _codes_used(file: FieldFile) -> dict[tuple[str, str], set[str]]:
    """A code that was taken out of a list meanwhile stays valid where it stands."""
    used: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (table, _uuid), row in file.base.items():
        for name, value in row.values.items():
            used[table, name].add(str(value))
    return used


def _change(known: _Known, row: ReturnedRow) -> FieldChange | None:
    row, photo, notes = _with_photo(known, _on_walk(known, row))
    office = known.office.get((row.table, row.uuid))
    names = [column.name for column in table_of(row.table).columns if column.returned]
    if office is None:
        columns = tuple(ColumnChange(name, None, row.values[name], None) for name in names if row.values[name])
        state = RowState.NEW
    else:
        columns = _columns(known, row, office)
        is_clear = all(column.is_clear for column in columns) and not office.is_deleted
        state = RowState.CHANGED if is_clear else RowState.BOTH
        if not columns:
            return None
    reasons = [*known.rules.broken(row, names if office is None else [column.name for column in columns])]
    reasons += _lost(known, row)
    personal = personal_data(row, columns)
    if not any(column.name == PHOTO for column in columns):
        photo = None
    if office is None and not columns and not reasons:
        return None
    return FieldChange(
        row.table,
        row.uuid,
        RowState.UNSTORABLE if reasons else state,
        row.values,
        columns,
        office,
        (*reasons, *notes, *personal),
        photo,
        is_sensitive=bool(personal),
    )


def _columns(known: _Known, row: ReturnedRow, office: KnownRow) -> tuple[ColumnChange, ...]:
    """What the field changed and the office does not hold, unless this package brought it home before."""
    base = known.file.base.get((row.table, row.uuid))
    written: WrittenValues | None = None
    if base is None or office.version > base.version:
        since = 0 if base is None else base.version
        written = written_values(known.database, office, known.file.manifest.package, since)
    # What a photo was called when the package left is known in the office only.
    before = {**(written.first if written else office.values), **(base.values if base else {})}
    found = []
    for column in table_of(row.table).columns:
        name = column.name
        value = row.values[name]
        is_home = value == office.values[name] or (written is not None and value in written.home[name])
        if column.returned and name not in row.unread and value != before[name] and not is_home:
            found.append(ColumnChange(name, before[name], value, office.values[name]))
        elif name in row.unread:
            found.append(ColumnChange(name, before[name], row.unread[name], office.values[name]))
    return tuple(found)


def _on_walk(known: _Known, row: ReturnedRow) -> ReturnedRow:
    """What was added without saying to which walk belongs to the one of the package."""
    if row.table in {"walk_stop", "walk_participant"} and row.values["walk"] is None:
        return replace(row, values={**row.values, "walk": known.file.manifest.walk})
    return row


def _with_photo(known: _Known, row: ReturnedRow) -> tuple[ReturnedRow, PhotoCopy | None, list[Sentence]]:
    """The row with the name that its photo gets in the office. Without one in the field, the office keeps its own."""
    if row.table != "observation":
        return row, None, []
    named = str(row.values[PHOTO] or "")
    source = known.folder.photo(named) if named else None
    if source is not None:
        photo = PhotoCopy(source, photo_name(row.uuid, source.read_bytes()))
        return replace(row, values={**row.values, PHOTO: photo.name}), photo, []
    office = known.office.get((row.table, row.uuid))
    missing = [Sentence(QT_TRANSLATE_NOOP("est_plugin", "The photo {name} is missing."), name=named)] if named else []
    return replace(row, values={**row.values, PHOTO: None if office is None else office.values[PHOTO]}), None, missing


def _lost(known: _Known, row: ReturnedRow) -> Iterator[Sentence]:
    """An observation needs a stop that is there."""
    if row.table != "observation" or row.values["walk_stop"] is None:
        return
    uuid = str(row.values["walk_stop"])
    stop = known.office.get(("walk_stop", uuid))
    is_new = stop is None and any(other.table == "walk_stop" and other.uuid == uuid for other in known.file.rows)
    if not is_new and (stop is None or stop.is_deleted):
        yield Sentence(QT_TRANSLATE_NOOP("est_plugin", "Its stop is gone."))


def _is_deleted(key: tuple[str, str], back: set[tuple[str, str]], office: Mapping[tuple[str, str], KnownRow]) -> bool:
    """The walk itself does not go with what a phone loses."""
    return key not in back and key[0] != "walk" and not office[key].is_deleted
