# SPDX-License-Identifier: GPL-2.0-or-later
"""Who approved that a package goes out to everybody, in which function, and for which period?

An approval is a changeset without rows. The ledger names the login as it does for every change; the person writes a
function, never a name. It is kept as long as the history is: an approval whose files could not be handed out is
withdrawn by another entry.
"""

from __future__ import annotations

import json
import re
import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from est_plugin.db import changesets
from est_plugin.db.changesets import Kind
from est_plugin.db.file_database import FileDatabase
from est_plugin.domain.personal_data import mask, registration_marks
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from est_plugin.db.database import Connection, Database
    from est_plugin.domain.period import Period

#: A function is a few words.
_LONGEST = 100
#: A function has no telephone; a number in it is somebody's.
_MOST_DIGITS = 4
#: Nothing but two or three words with capitals: the name of a person.
_NAME = re.compile(r"(?:[A-ZÅÄÖÉ][\w'’-]+\s+){1,2}[A-ZÅÄÖÉ][\w'’-]+")
#: One publication at a time, from the look at the others to the entry.
_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('est.publish', 0))"
_PUBLISHED = """
    SELECT CAST(uuid AS text) AS uuid, by_user, at, result FROM changeset
    WHERE kind = 'publish' AND at >= ? ORDER BY at, uuid
"""


@dataclass(frozen=True)
class Approval:
    """That a person approved. ``function`` is the role in which, such as "säkerhetssamordnare"."""

    function: str
    at: datetime

    def __post_init__(self) -> None:
        self.check(self.function)

    @staticmethod
    def check(function: str) -> None:
        """Raises InputError if this is no function in a few words."""
        function = function.strip()
        if not function or len(function) > _LONGEST or _tells_person(function):
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The publication is not approved."),
                why=QT_TRANSLATE_NOOP(
                    "est_plugin", "A public edition goes out only if a person approves it in a function."
                ),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin",
                    "Write the function in which you approve it in small letters, such as safety coordinator; never a "
                    "name, a number or an address.",
                ),
            )


@dataclass(frozen=True)
class Output:
    """What goes out: the folder's name, of when, and by what the same content is known again (``fingerprint``)."""

    package: str
    period: Period
    fingerprint: str
    #: What was shown and what was left out.
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class Publication:
    """An approved publication as the ledger tells it."""

    uuid: str
    by_user: str
    #: ISO 8601 in UTC.
    at: str
    function: str
    package: str
    first_day: date
    last_day: date
    fingerprint: str = ""
    #: Its files were never handed out.
    is_withdrawn: bool = False


def record_approval(database: Database, approval: Approval, output: Output) -> str:
    """Write into the history who approved the output; returns the id of the entry.

    Raises InputError if another publication has come in between that it does not fit to (``check_overlap``);
    DatabaseError if the database may only be read or cannot be reached.
    """
    identity = str(uuid.uuid4())
    content = {
        **output.facts,
        "function": approval.function.strip(),
        "package": output.package,
        "first_day": output.period.start.isoformat(),
        "last_day": output.period.last_day.isoformat(),
        "fingerprint": output.fingerprint,
    }
    with changesets.recorded(database, Kind.PUBLISH, identity) as connection:
        if not isinstance(database, FileDatabase):
            connection.execute(_LOCK)
        _check(_read(connection, "", but=identity), output.period, output.fingerprint)
        _note(connection, identity, content)
    return identity


def withdraw_approval(database: Database, approved: str) -> None:
    """Write into the history that nothing went out by this approval.

    Raises DatabaseError if the database cannot be reached.
    """
    identity = str(uuid.uuid4())
    with changesets.recorded(database, Kind.PUBLISH, identity) as connection:
        _note(connection, identity, {"withdraws": approved})


def publications(database: Database, since: str = "") -> tuple[Publication, ...]:
    """What was approved, the first one first; ``since`` an instant of the database, all without one."""
    with database.reading() as connection:
        return _read(connection, since)


def check_overlap(database: Database, period: Period, fingerprint: str) -> None:
    """See that no other publication holds some of the same days: from a month and the tertial around it, what the
    month leaves out can be worked out. With 2, 2, 2 and 4 incidents in a square the tertial says 10 or more, and the
    one month that is shown 3 or 4. Nor may the same period go out with another content: the difference would tell of
    the incidents that came or went.

    Raises InputError if one does.
    """
    _check(publications(database), period, fingerprint)


def _tells_person(function: str) -> bool:
    digits = sum(sign.isdigit() for sign in function)
    found = mask(function).found or registration_marks(function)
    return bool(found) or digits > _MOST_DIGITS or "@" in function or _NAME.fullmatch(function) is not None


def _note(connection: Connection, identity: str, content: Mapping[str, Any]) -> None:
    connection.execute(
        "UPDATE changeset SET result = ? WHERE uuid = ?", (json.dumps(content, ensure_ascii=False), identity)
    )


def _read(connection: Connection, since: str, but: str = "") -> tuple[Publication, ...]:
    """All but the entry that is being written."""
    rows = connection.execute(_PUBLISHED, (since or "1970-01-01T00:00:00.000Z",)).fetchall()
    entries = [
        (row, row["result"] if isinstance(row["result"], dict) else json.loads(row["result"]))
        for row in rows
        if row["uuid"] != but
    ]
    withdrawn = {content["withdraws"] for _, content in entries if "withdraws" in content}
    return tuple(
        Publication(
            uuid=row["uuid"],
            by_user=row["by_user"],
            at=row["at"],
            function=content["function"],
            package=content["package"],
            first_day=date.fromisoformat(content["first_day"]),
            last_day=date.fromisoformat(content["last_day"]),
            fingerprint=content["fingerprint"],
            is_withdrawn=row["uuid"] in withdrawn,
        )
        for row, content in entries
        if "withdraws" not in content
    )


def _check(earlier: Iterable[Publication], period: Period, fingerprint: str) -> None:
    for one in earlier:
        if one.is_withdrawn:
            continue
        if (one.first_day, one.last_day) != (period.start, period.last_day):
            if one.first_day <= period.last_day and period.start <= one.last_day:
                raise _overlaps(one, period)
        elif one.fingerprint != fingerprint:
            raise _differs(period)


def _overlaps(earlier: Publication, period: Period) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "{first} – {last} cannot be published."),
        why=QT_TRANSLATE_NOOP(
            "est_plugin",
            "Some of the days are published already, as {earlier_first} – {earlier_last}. From two counts of "
            "the same days one can work out what each of them leaves out.",
        ),
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin",
            "Publish months, tertials or half-years, and keep to one of them: choose a period of the same kind.",
        ),
        first=period.start,
        last=period.last_day,
        earlier_first=earlier.first_day,
        earlier_last=earlier.last_day,
    )


def _differs(period: Period) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "{first} – {last} cannot be published once more."),
        why=QT_TRANSLATE_NOOP(
            "est_plugin",
            "These days are published already, with other squares, steps or categories. From the difference one can "
            "work out which incidents came or went.",
        ),
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin",
            "Let the published edition stand. If it is wrong, take it down yourselves; a corrected one cannot be made "
            "here, because what is published cannot be called back.",
        ),
        first=period.start,
        last=period.last_day,
    )
