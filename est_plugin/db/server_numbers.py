# SPDX-License-Identifier: GPL-2.0-or-later
"""How do very many numbers come from a server? As bytes that numpy reads as they are, a fifth of their text."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import psycopg2.extensions

_SIGNATURE = b"PGCOPY\n\xff\r\n\0"
#: The signature, four bytes of flags and four that say that no more head follows.
_HEAD = len(_SIGNATURE) + 8
_END = b"\xff\xff"


def fetch_numbers(
    connection: psycopg2.extensions.connection, query: str, parameters: Mapping[str, object], types: Mapping[str, str]
) -> npt.NDArray[np.void]:
    """The rows of ``query`` (psycopg2's marks for ``parameters``), whose columns are never NULL.

    ``types`` gives each column's name and its type: i4, i8, f4 or f8 for int4, int8, float4 or float8 in the query;
    i8 also for a timestamp: microseconds since 2000.
    Source of the format: PostgreSQL's manual, COPY, "Binary Format".

    Raises psycopg2.Error as every statement does, DatabaseError if other columns come than were said.
    """
    received = io.BytesIO()
    with connection.cursor() as cursor:
        cursor.copy_expert(b"COPY (" + cursor.mogrify(query, parameters) + b") TO STDOUT (FORMAT binary)", received)
    return _parse(received.getvalue(), types)


def _parse(received: bytes, types: Mapping[str, str]) -> npt.NDArray[np.void]:
    """Each row is the number of its columns, then the length and the value of each; all with the high byte first."""
    fields = [("columns", ">i2")]
    for name, kind in types.items():
        fields += [(f"{name} length", ">i4"), (name, f">{kind}")]
    row = np.dtype(fields)
    length = len(received) - _HEAD - len(_END)
    is_whole = length >= 0 and length % row.itemsize == 0 and received.endswith(_END)
    rows = np.frombuffer(received, row, length // row.itemsize, _HEAD) if is_whole else np.zeros(0, row)
    lengths = {name: np.dtype(kind).itemsize for name, kind in types.items()}
    is_whole &= received.startswith(_SIGNATURE) and bool((rows["columns"] == len(types)).all())
    if not is_whole or any((rows[f"{name} length"] != length).any() for name, length in lengths.items()):
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The answer of the server cannot be read."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It is cut short, or has other columns than were asked for."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Try again, and report it if it happens again."),
        )
    return rows
