# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands in the database that no file of a package may repeat? Words of people, references, and who wrote."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from est_plugin.db.times import EARLIEST, LATEST, LOCAL_ZONE, to_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from est_plugin.db.database import Database
    from est_plugin.domain.period import Period

#: Shorter words stand in any text by chance.
_SHORTEST_TEXT = 12
_SHORTEST_NAME = 4
#: So few words of a row may also be its title; more are a text that was put there by mistake.
_FEW_WORDS = 40
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
    #: Of a table its columns of words that travel.
    travelling: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_kept_back(database: Database, columns: KeptColumns, periods: Iterable[Period] | None) -> KeptBack:
    """The values of the columns; those of incidents only of these periods, with None of all.

    What the login may not read is left out.
    """
    window = _window(periods)
    return KeptBack(
        texts=_values(database, columns.texts, window, _SHORTEST_TEXT, columns.travelling),
        references=_values(database, columns.references, window, _SHORTEST_NAME),
        people=_values(database, columns.people, window, _SHORTEST_NAME),
    )


def _window(periods: Iterable[Period] | None) -> tuple[str, str]:
    if periods is None:
        return EARLIEST, LATEST
    bounds = [instant for period in periods for instant in period.bounds_utc(LOCAL_ZONE)]
    return to_text(min(bounds)), to_text(max(bounds))


def _values(
    database: Database,
    columns: Iterable[tuple[str, str]],
    window: tuple[str, str],
    shortest: int,
    travelling: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> frozenset[str]:
    """What a row says of itself in a few words that travel is not kept back."""
    found: set[str] = set()
    with database.reading() as connection:
        for table, column in sorted(columns):
            if not database.may_read(table):
                continue
            when = " AND occurred_from >= ? AND occurred_from < ?" if table == "incident" else ""
            when += "".join(
                f" AND (length({column}) >= {_FEW_WORDS} OR {column} <> coalesce({name}, ''))"
                for name in travelling.get(table, ())
            )
            # The names come from the schema, never from a person.
            rows = connection.execute(
                f"SELECT DISTINCT {column} AS word FROM {table} WHERE length({column}) >= ?{when} LIMIT ?",  # nosec B608 # noqa: S608
                (shortest, *(window if table == "incident" else ()), _MOST),
            )
            # A place without a number is a street or a square, and those are what the map names.
            found |= {row["word"] for row in rows if column != "place" or any(map(str.isdigit, row["word"]))}
    return frozenset(found)
