# SPDX-License-Identifier: GPL-2.0-or-later
"""Who approved that a package goes out to everybody, in which function, and for which period?

An approval is a changeset without rows. The ledger names the login as it does for every change; the person writes a
function, never a name. It is kept as long as the history is.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from est_plugin.db import changesets
from est_plugin.db.changesets import Kind
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from est_plugin.db.database import Database
    from est_plugin.domain.period import Period

#: A function is a few words.
_LONGEST = 100
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
        if not function.strip() or len(function) > _LONGEST or "@" in function:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The publication is not approved."),
                why=QT_TRANSLATE_NOOP(
                    "est_plugin", "A public edition goes out only if a person approves it in a function."
                ),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin",
                    "Write the function in which you approve it, such as safety coordinator; never a name or an "
                    "address.",
                ),
            )


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


def record_approval(
    database: Database, approval: Approval, period: Period, package: str, facts: Mapping[str, Any]
) -> None:
    """Write into the history who approved ``package``; ``facts`` say what was shown and what was left out.

    Raises DatabaseError if the database may only be read or cannot be reached.
    """
    identity = str(uuid.uuid4())
    content = {
        **facts,
        "function": approval.function.strip(),
        "package": package,
        "first_day": period.start.isoformat(),
        "last_day": period.last_day.isoformat(),
    }
    with changesets.recorded(database, Kind.PUBLISH, identity) as connection:
        connection.execute(
            "UPDATE changeset SET result = ? WHERE uuid = ?", (json.dumps(content, ensure_ascii=False), identity)
        )


def publications(database: Database, since: str = "") -> tuple[Publication, ...]:
    """What was approved, the first one first; ``since`` an instant of the database, all without one."""
    with database.reading() as connection:
        rows = connection.execute(_PUBLISHED, (since or "1970-01-01T00:00:00.000Z",)).fetchall()
    found = []
    for row in rows:
        content = row["result"] if isinstance(row["result"], dict) else json.loads(row["result"])
        found.append(
            Publication(
                uuid=row["uuid"],
                by_user=row["by_user"],
                at=row["at"],
                function=content["function"],
                package=content["package"],
                first_day=date.fromisoformat(content["first_day"]),
                last_day=date.fromisoformat(content["last_day"]),
            )
        )
    return tuple(found)


def check_overlap(database: Database, period: Period) -> None:
    """See that no other publication holds some of the same days: from a month and the tertial around it, what the
    month leaves out can be worked out. With 2, 2, 2 and 4 incidents in a square the tertial says 10 or more, and the
    one month that is shown 3 or 4.

    Raises InputError if one does.
    """
    for earlier in publications(database):
        is_same = (earlier.first_day, earlier.last_day) == (period.start, period.last_day)
        if not is_same and earlier.first_day <= period.last_day and period.start <= earlier.last_day:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "{first} – {last} cannot be published."),
                why=QT_TRANSLATE_NOOP(
                    "est_plugin",
                    "Some of the days are published already, as {earlier_first} – {earlier_last}. From two counts of "
                    "the same days one can work out what each of them leaves out.",
                ),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Publish either months or tertials, and keep to it. Choose a period of the same kind."
                ),
                first=period.start,
                last=period.last_day,
                earlier_first=earlier.first_day,
                earlier_last=earlier.last_day,
            )
