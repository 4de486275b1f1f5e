# SPDX-License-Identifier: GPL-2.0-or-later
"""What every EST database can do, whether it is a file or stands on a server."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from est_plugin.errors import DatabaseError


class Rows(Protocol):
    """What a statement gives: rows that are read by name, by position and by unpacking."""

    @property
    def rowcount(self) -> int:
        """How many rows were changed."""

    def fetchone(self) -> Any:  # noqa: ANN401 (a row of values)
        """The next row, or None."""

    def fetchmany(self, size: int, /) -> list[Any]:
        """The next ``size`` rows, or fewer at the end."""

    def fetchall(self) -> list[Any]:
        """The rows that are left."""

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """Runs SQL that both engines understand, with ``?`` or ``:name`` where parameters stand.

    Values have the same types in both: instants, dates and uuids are texts, geometries GeoPackage blobs.
    """

    def execute(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ..., /) -> Rows:
        """Run a statement."""

    def executemany(self, sql: str, parameters: Iterable[Sequence[Any] | Mapping[str, Any]], /) -> object:
        """Run a statement that gives no rows, once for each set of parameters."""


@dataclass(frozen=True, kw_only=True)
class Database(ABC):
    """A checked database. Holds no open connection, so it may be handed to any thread.

    As a text it is where it stands: the path, or the name of the connection.
    """

    schema_version: int
    municipality: str
    municipality_name: str
    srs_id: int
    retention_months: int
    #: Why nothing may be written to it where it is open; None if it may.
    refusal: DatabaseError | None = field(default=None, compare=False)

    #: The QGIS provider of its layers.
    PROVIDER: ClassVar[str]
    #: Must a change say which version of the row it is based on? (``db.guard``)
    IS_GUARDED: ClassVar[bool] = False

    @property
    def crs_authid(self) -> str:
        """The CRS of every geometry, e.g. EPSG:3006."""
        return f"EPSG:{self.srs_id}"

    def check_may_write(self) -> None:
        """See before long work that its result can be stored.

        Raises DatabaseError if it would be refused now.
        """
        if self.refusal is not None:
            raise self.refusal

    @property
    @abstractmethod
    def name(self) -> str:
        """What a person calls it, in short."""

    @property
    @abstractmethod
    def key(self) -> str:
        """What its layers are recognised by, without a login; see ``places.key_of_layer``."""

    @abstractmethod
    def tables(self) -> frozenset[str]:
        """The tables and views that there are to show."""

    def may_read(self, table: str) -> bool:  # noqa: ARG002 (who may open a file may read all of it)
        """May the login read the table or view whole?"""
        return True

    @abstractmethod
    def layer_source(self, table: str, *, geometry_type: str = "", subset: str = "") -> str:
        """Source of a table for ``PROVIDER``: only ``geometry_type`` (Point, LineString, Polygon), only ``subset``."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that cannot write.

        Raises DatabaseError if the database is gone, damaged or cannot be reached.
        """

    @abstractmethod
    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction: all of it is stored when the block ends, or nothing if it raises.

        Raises DatabaseError if the database may only be read, refuses, is full, locked, gone or cannot be reached.
        """
