# SPDX-License-Identifier: GPL-2.0-or-later
"""How are all counted incidents of a GeoPackage read at once? As columns by GDAL, checked by SQLite."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from osgeo import gdal

from est_plugin.analysis.distinct import distinct
from est_plugin.db.file_database import connect_shared, translated_errors
from est_plugin.db.incident_rows import COUNTED, read_rows
from est_plugin.db.incident_set import IncidentSet

if TYPE_CHECKING:
    import sqlite3

    from est_plugin.analysis.arrays import IntArray
    from est_plugin.db.file_database import FileDatabase

#: A point as WKB: byte order (1: little-endian) and kind (1: point), x, y.
_WKB_POINT = np.dtype([("order", "u1"), ("kind", "<u4"), ("x", "<f8"), ("y", "<f8")])
_FIELDS = frozenset({"category", "organisation", "occurred_from", "occurred_to"})
#: In one walk through the table: what GDAL 3.6 gets wrong, times that are not written as UTC and the booleans.
_FACTS = """
    SELECT count(*), total(occurred_from NOT GLOB '*Z' OR occurred_to NOT GLOB '*Z'),
        coalesce(group_concat(CASE WHEN occurred_to IS NULL AND NOT time_known THEN id END), '')
    FROM incident WHERE {counted}
"""
_SAMPLE = 50
_LAST_SECOND_OF_DAY = 86_399


@dataclass(frozen=True, eq=False)
class _Facts:
    """What SQLite says of the same incidents."""

    count: int
    #: Is a time written in another way than as UTC?
    has_strange_times: bool
    #: The ids of those of which only the day is known.
    days_only: IntArray


@dataclass(frozen=True, eq=False)
class _Columns:
    """What GDAL read, in the order of the ids."""

    ids: IntArray
    incidents: IncidentSet


def read_columns(database: FileDatabase) -> IncidentSet | None:
    """The counted incidents; None if GDAL cannot read them this way, something is not as SQLite says, or somebody
    changed the file meanwhile: GDAL reads batch by batch.

    Raises DatabaseError if the file cannot be read.
    """
    with translated_errors(database.path), closing(connect_shared(database.path)) as connection:
        before = _changes(connection)
        with ThreadPoolExecutor(1) as beside:
            asking = beside.submit(_facts, connection)
            columns = _columns(database)
            facts = asking.result()
        if columns is None or facts.has_strange_times or len(columns.incidents) != facts.count:
            return None
        # Where no end is given it was the beginning until here.
        columns.incidents.until[np.isin(columns.ids, facts.days_only)] += _LAST_SECOND_OF_DAY
        is_true = _is_as_in_table(database, connection, columns) and _changes(connection) == before
    return columns.incidents if is_true else None


def _changes(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _facts(connection: sqlite3.Connection) -> _Facts:
    count, strange_times, days_only = connection.execute(_FACTS.format(counted=COUNTED)).fetchone()
    ids = np.fromstring(days_only, dtype=np.int64, sep=",") if days_only else np.zeros(0, dtype=np.int64)
    return _Facts(int(count), bool(strange_times), ids)


def _columns(database: FileDatabase) -> _Columns | None:
    try:
        dataset = gdal.OpenEx(str(database.path), gdal.OF_VECTOR, allowed_drivers=["GPKG"])
        table = None if dataset is None else dataset.GetLayerByName("incident")
        return None if table is None else _streamed(table)
    except (RuntimeError, AttributeError, ImportError):  # GDAL cannot read it this way, or is older than 3.6
        return None


def _streamed(table: Any) -> _Columns | None:  # noqa: ANN401 (GDAL's layer)
    definition = table.GetLayerDefn()
    names = [definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())]
    # The ids must stay: without them GDAL 3.6 gives the geometries as zeros.
    table.SetIgnoredFields([name for name in names if name not in _FIELDS])
    # The plus keeps SQLite from taking the rows in the order of an index: the table's own is that of the ids.
    table.SetAttributeFilter(COUNTED.replace("deleted_at IS", "+deleted_at IS"))
    batches = list(table.GetArrowStreamAsNumPy(["USE_MASKED_ARRAYS=YES"]))
    geometry = table.GetGeometryColumn()
    if not batches or any(batch[geometry].dtype != np.dtype("V21") for batch in batches):
        return None
    points = np.frombuffer(b"".join(batch[geometry].tobytes() for batch in batches), dtype=_WKB_POINT)
    if (points["order"] != 1).any() or (points["kind"] != 1).any():
        return None
    column = {name: np.ma.concatenate([batch[name] for batch in batches]) for name in _FIELDS}
    ids = np.concatenate([batch[table.GetFIDColumn()] for batch in batches])
    time = _seconds(column["occurred_from"])
    until = time.copy()
    if not np.ma.getmaskarray(column["occurred_to"]).all():
        until = np.where(np.ma.getmaskarray(column["occurred_to"]), time, _seconds(column["occurred_to"]))
    category, organisation = (distinct(np.ma.filled(column[name], b"")) for name in ("category", "organisation"))
    incidents = IncidentSet(
        points["x"].copy(), points["y"].copy(), time, until, category[1], category[0], organisation[1], organisation[0]
    )
    return _Columns(ids, incidents) if (np.diff(ids) > 0).all() else None


def _seconds(column: np.ma.MaskedArray[Any, Any]) -> IntArray:
    seconds: IntArray = np.ma.getdata(column).astype("datetime64[s]").astype(np.int64)
    return seconds


def _is_as_in_table(database: FileDatabase, connection: sqlite3.Connection, columns: _Columns) -> bool:
    """Do the outermost incidents, and some in between, stand so in the table?"""
    ours = columns.incidents
    if len(ours) == 0:
        return True
    chosen = [int(end(values)) for values in (ours.x, ours.y, ours.time) for end in (np.argmin, np.argmax)]
    sample = np.unique([*chosen, *np.linspace(0, len(ours) - 1, _SAMPLE).astype(np.int64).tolist()])
    ids = columns.ids[sample].tolist()
    theirs = read_rows(database, connection, f"AND id IN ({','.join('?' * len(ids))})", ids)
    codes, codes_in_table = np.array(ours.category_codes), np.array(theirs.category_codes)
    return len(theirs) == sample.size and all(
        np.array_equal(here, in_table)
        for here, in_table in (
            (ours.x[sample], theirs.x),
            (ours.y[sample], theirs.y),
            (ours.time[sample], theirs.time),
            (ours.until[sample], theirs.until),
            (codes[ours.category[sample]], codes_in_table[theirs.category]),
        )
    )
