# SPDX-License-Identifier: GPL-2.0-or-later
"""Stores what a person chose of a field package: all of it or nothing, once."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from est_plugin.db import changesets
from est_plugin.db.changesets import Change, Changeset, Op
from est_plugin.db.field_columns import PHOTO, stored, table_of
from est_plugin.db.field_manifest import new_return
from est_plugin.db.field_office import rows_by_uuid
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import step
from est_plugin.intake.field_return import RowState
from est_plugin.intake.field_upkeep import followed_by
from est_plugin.layers.photos import copy_without_metadata, photo_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from est_plugin.db.database import Database
    from est_plugin.feedback import Feedback
    from est_plugin.intake.field_return import ColumnChange, FieldChange, FieldReturn, PhotoCopy
    from est_plugin.layers.pace import Pace

#: Longest side of a photo that is kept, in pixels: enough for a page of A4.
LONGEST_PX = 2400


class Taken(StrEnum):
    """What becomes of a row that came home."""

    LEAVE = "leave"
    #: As the field has it: all columns that it changed, or deleted.
    FIELD = "field"
    #: What only the field changed; where the office changed the same, the office's.
    OFFICE = "office"


class Policy(StrEnum):
    """What becomes of all rows when nobody is asked."""

    CLEAR = "clear"
    FIELD = "field"
    OFFICE = "office"


@dataclass(frozen=True)
class BroughtHome:
    """How many rows were stored, how many photos copied, and the names of photos that are no whole picture."""

    rows: int
    photos: int
    unread: tuple[str, ...] = ()


def by_policy(changes: Iterable[FieldChange], policy: Policy) -> dict[tuple[str, str], Taken]:
    """What becomes of each row, by table and uuid: new and plainly changed ones are always taken."""
    chosen = {}
    for change in changes:
        if change.state in {RowState.NEW, RowState.CHANGED}:
            chosen[change.key] = Taken.FIELD
        elif change.state is RowState.BOTH and policy is not Policy.CLEAR:
            chosen[change.key] = Taken(policy.value)
        elif change.state is RowState.DELETED and policy is Policy.FIELD:
            chosen[change.key] = Taken.FIELD
    return chosen


def bring_home(
    database: Database, returned: FieldReturn, chosen: Mapping[tuple[str, str], Taken], pace: Pace, feedback: Feedback
) -> BroughtHome:
    """Store the chosen rows as one changeset, and copy their photos without metadata; the package stays as it is.

    What follows from them for the numbers of the stops and the plan of the walk, at this pace, is stored with them.

    Raises InputError if an observation is chosen and its stop is not, or not there any more, ClashError if
    somebody changed the same since it was compared, DatabaseError, CancelledError. Nothing is stored then, and no
    photo is left behind.
    """
    database.check_may_write()
    taken = [change for change in returned.changes if chosen.get(change.key, Taken.LEAVE) is not Taken.LEAVE]
    taken = [change for change in taken if change.state is not RowState.UNSTORABLE]
    _check_stops(returned, taken)
    photos = [change.photo for change in taken if change.photo is not None and _takes_photo(change, chosen[change.key])]
    with _copied(database, photos, feedback) as copied:
        changes = tuple(made for change in taken for made in _changes(database, change, chosen[change.key], copied))
        if changes:
            _check_stops_are_there(database, changes)
            more = followed_by(database, returned.manifest.walk, changes, pace)
            changesets.apply(database, Changeset((*changes, *more), uuid=new_return(returned.manifest.package)))
    feedback.set_progress(1.0)
    return BroughtHome(len({(made.table, made.uuid) for made in changes}), len(copied.names), copied.unread)


def _check_stops(returned: FieldReturn, taken: list[FieldChange]) -> None:
    new = {change.uuid for change in returned.changes if change.state is RowState.NEW and change.table == "walk_stop"}
    new |= {change.uuid for change in returned.changes if change.state is RowState.UNSTORABLE}
    left = new - {change.uuid for change in taken}
    if any(change.values.get("walk_stop") in left for change in taken):
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "Nothing was brought home."),
            why=QT_TRANSLATE_NOOP("est_plugin", "An observation was chosen, but not the new stop that it belongs to."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose the stop too, or leave the observation out."),
        )


def _check_stops_are_there(database: Database, changes: tuple[Change, ...]) -> None:
    """A colleague may have deleted a stop since the package was compared."""
    at = {str(change.values["walk_stop"]) for change in changes if change.values.get("walk_stop")}
    at -= {change.uuid for change in changes if change.op in {Op.INSERT, Op.RESTORE}}
    if any(stop.is_deleted for stop in rows_by_uuid(database, {"walk_stop": at}).values()):
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "Nothing was brought home."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The stop of an observation was deleted meanwhile."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Read the package again; it says which observation that is."),
        )


def _changes(database: Database, change: FieldChange, taken: Taken, copied: _Copied) -> Iterator[Change]:
    table, uuid, office = change.table, change.uuid, change.office
    columns = [column for column in _columns(change, taken) if column.name != PHOTO or column.field in copied.names]
    kinds = {column.name: column.kind for column in table_of(table).columns}
    values = {column.name: stored(kinds[column.name], column.field, database.srs_id) for column in columns}
    if PHOTO in values:
        # Nobody has looked at this one yet.
        values["photo_checked"] = False
    if office is None:
        yield Change(table, Op.INSERT, uuid, values)
        return
    version = office.version
    if change.state is RowState.DELETED:
        yield Change(table, Op.DELETE, uuid, base_version=version)
        return
    if office.is_deleted:
        if taken is Taken.OFFICE:
            return
        yield Change(table, Op.RESTORE, uuid, base_version=version)
        version += 1
    if values:
        yield Change(table, Op.UPDATE, uuid, values, version)


def _columns(change: FieldChange, taken: Taken) -> list[ColumnChange]:
    """The columns whose values from the field are wanted."""
    return [column for column in change.columns if taken is Taken.FIELD or column.is_clear]


def _takes_photo(change: FieldChange, taken: Taken) -> bool:
    return any(column.name == PHOTO for column in _columns(change, taken))


@dataclass(frozen=True)
class _Copied:
    """Names of the photos that lie in the office now, and of those in the package that could not be read."""

    names: frozenset[str]
    unread: tuple[str, ...]


@contextmanager
def _copied(database: Database, photos: list[PhotoCopy], feedback: Feedback) -> Iterator[_Copied]:
    """The photos beside the database while the block runs; new ones go again if it fails."""
    folder = _folder(database) if photos else Path()
    made: list[Path] = []
    names: set[str] = set()
    unread: list[str] = []
    try:
        for number, photo in enumerate(photos):
            step(feedback, 0.9 * number / len(photos))
            target = folder / photo.name
            try:
                if not target.exists():
                    copy_without_metadata(photo.source, target, LONGEST_PX)
                    made.append(target)
                names.add(photo.name)
            except InputError:
                unread.append(photo.source.name)
        yield _Copied(frozenset(names), tuple(unread))
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise


def _folder(database: Database) -> Path:
    folder = photo_folder(database)
    if folder is None:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "Nothing was brought home."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It is not known where the photos of {database} are kept."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Bring the package home on the page Safety walk, which asks for the folder once."
            ),
            database=database,
        )
    return folder
