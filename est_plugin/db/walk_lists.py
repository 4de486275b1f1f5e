# SPDX-License-Identifier: GPL-2.0-or-later
"""The lists of a protocol, as a person edits them: items of the checklist, and roles of participants."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from est_plugin.domain.observation import AnswerKind
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError, InputError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from est_plugin.db.database import Connection, Database

_CODE_LENGTH = 3


class WalkList(Enum):
    """A list and its table."""

    CHECKLIST = "checklist_item"
    PARTICIPANT_ROLES = "participant_role"


_READ = {
    WalkList.CHECKLIST: "SELECT code, name_sv, name_en, answer, active, sort FROM checklist_item ORDER BY sort, code",
    WalkList.PARTICIPANT_ROLES: (
        "SELECT code, name_sv, name_en, NULL AS answer, active, sort FROM participant_role ORDER BY sort, code"
    ),
}
#: Only of a row as it was read.
_UPDATE = {
    WalkList.CHECKLIST: (
        "UPDATE checklist_item SET name_sv = ?, name_en = ?, sort = ?, active = ?, answer = ?"
        " WHERE code = ? AND name_sv = ? AND name_en = ? AND active = ?"
    ),
    WalkList.PARTICIPANT_ROLES: (
        "UPDATE participant_role SET name_sv = ?, name_en = ?, sort = ?, active = ?"
        " WHERE code = ? AND name_sv = ? AND name_en = ? AND active = ?"
    ),
}


@dataclass(frozen=True)
class Entry:
    """An entry of a list. Its code stays, since protocols hold it; ``answer`` is of checklist items only."""

    code: str
    name_sv: str
    name_en: str
    answer: AnswerKind | None = None
    active: bool = True


def read_entries(database: Database, of: WalkList) -> tuple[Entry, ...]:
    """All entries in their order, those no longer in use too."""
    with database.reading() as connection:
        rows = connection.execute(_READ[of]).fetchall()
    return tuple(
        Entry(
            row["code"],
            row["name_sv"],
            row["name_en"],
            None if row["answer"] is None else AnswerKind(row["answer"]),
            bool(row["active"]),
        )
        for row in rows
    )


def store_entries(database: Database, of: WalkList, before: Sequence[Entry], after: Sequence[Entry]) -> None:
    """Store the list as ``after`` has it, in its order, all or nothing; ``before`` is the list that was read.

    Entries are added and changed, never removed: protocols hold their codes.

    Raises InputError if a name is missing, an entry is removed, or how a used item is answered would change;
    DatabaseError if somebody changed the list since it was read, or the login may not change it.
    """
    _check(before, after)
    known = {entry.code: entry for entry in before}
    with database.writing() as connection:
        stored = {row["code"]: row["sort"] for row in connection.execute(_READ[of])}
        if set(stored) != set(known):
            raise _changed_elsewhere()
        for number, entry in enumerate(after):
            if entry.code not in known:
                _insert(connection, of, entry, number)
            elif entry != known[entry.code] or stored[entry.code] != number:
                _update(connection, of, known[entry.code], entry, number)


def new_code(name: str, taken: Collection[str]) -> str:
    """A code for a new entry: the first letters of its name, with a number where that is taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    stem = "".join(letter for letter in plain.upper() if letter.isalnum())[:_CODE_LENGTH] or "NY"
    return next(code for code in (stem, *(f"{stem}{number}" for number in range(2, 1000))) if code not in taken)


def _check(before: Sequence[Entry], after: Sequence[Entry]) -> None:
    for entry in after:
        if not entry.name_sv.strip() or not entry.name_en.strip():
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The list was not stored."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The entry {code} has no name in one of the languages."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Write both names, then save again."),
                code=entry.code,
            )
    if not {entry.code for entry in before} <= {entry.code for entry in after}:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The list was not stored."),
            why=QT_TRANSLATE_NOOP("est_plugin", "An entry was removed that protocols may hold."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Take it out of use instead."),
        )


def _insert(connection: Connection, of: WalkList, entry: Entry, number: int) -> None:
    values = (entry.code, entry.name_sv.strip(), entry.name_en.strip(), number, entry.active)
    if of is WalkList.CHECKLIST:
        connection.execute(
            "INSERT INTO checklist_item (code, name_sv, name_en, sort, active, answer) VALUES (?, ?, ?, ?, ?, ?)",
            (*values, None if entry.answer is None else entry.answer.value),
        )
    else:
        connection.execute(
            "INSERT INTO participant_role (code, name_sv, name_en, sort, active) VALUES (?, ?, ?, ?, ?)", values
        )


def _update(connection: Connection, of: WalkList, before: Entry, entry: Entry, number: int) -> None:
    if entry.answer is not before.answer and _is_used(connection, entry.code):
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The list was not stored."),
            why=QT_TRANSLATE_NOOP(
                "est_plugin", "Protocols hold answers to {code}, which would mean something else afterwards."
            ),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Take the item out of use, and add a new one."),
            code=entry.code,
        )
    kind = () if entry.answer is None else (entry.answer.value,)
    changed = connection.execute(
        _UPDATE[of],
        (
            *(entry.name_sv.strip(), entry.name_en.strip(), number, entry.active, *kind),
            *(before.code, before.name_sv, before.name_en, before.active),
        ),
    ).rowcount
    if changed != 1:
        raise _changed_elsewhere()


def _is_used(connection: Connection, item: str) -> bool:
    return connection.execute("SELECT 1 FROM observation WHERE item = ? LIMIT 1", (item,)).fetchone() is not None


def _changed_elsewhere() -> DatabaseError:
    return DatabaseError(
        QT_TRANSLATE_NOOP("est_plugin", "The list was not stored."),
        why=QT_TRANSLATE_NOOP("est_plugin", "Somebody else changed it while it was open here."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Open the list again, and make your change there."),
    )
