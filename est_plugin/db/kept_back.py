# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands in the database that no file of a package may repeat? Words of people, references, and who wrote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.db.times import LOCAL_ZONE, to_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.db.database import Database
    from est_plugin.domain.period import Period

#: Shorter words stand in any text by chance.
_SHORTEST_TEXT = 12
_SHORTEST_NAME = 4
#: A database of a large town has fewer in two periods; beyond it every file would take seconds to search.
_MOST = 200_000


@dataclass(frozen=True)
class KeptBack:
    """Values that stay in the database. They live in memory only, for the search through the written files."""

    texts: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()


@dataclass(frozen=True)
class KeptColumns:
    """Tables and columns to read; see ``export.allowed_columns``."""

    texts: frozenset[tuple[str, str]]
    references: frozenset[tuple[str, str]]
    people: frozenset[tuple[str, str]]


def read_kept_back(database: Database, columns: KeptColumns, periods: Iterable[Period]) -> KeptBack:
    """The values of the columns; those of incidents only of these periods. What the login may not read is left out."""
    bounds = [instant for period in periods for instant in period.bounds_utc(LOCAL_ZONE)]
    window = to_text(min(bounds)), to_text(max(bounds))
    return KeptBack(
        texts=_values(database, columns.texts, window, _SHORTEST_TEXT),
        references=_values(database, columns.references, window, _SHORTEST_NAME),
        people=_values(database, columns.people, window, _SHORTEST_NAME),
    )


def _values(
    database: Database, columns: Iterable[tuple[str, str]], window: tuple[str, str], shortest: int
) -> frozenset[str]:
    found: set[str] = set()
    with database.reading() as connection:
        for table, column in sorted(columns):
            if not database.may_read(table):
                continue
            when = " AND occurred_from >= ? AND occurred_from < ?" if table == "incident" else ""
            # The names come from the schema, never from a person.
            rows = connection.execute(
                f"SELECT DISTINCT {column} AS word FROM {table} WHERE length({column}) >= ?{when} LIMIT ?",  # nosec B608 # noqa: S608
                (shortest, *(window if when else ()), _MOST),
            )
            # A place without a number is a street or a square, and those are what the map names.
            found |= {row["word"] for row in rows if column != "place" or any(map(str.isdigit, row["word"]))}
    return frozenset(found)
