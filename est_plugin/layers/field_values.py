# SPDX-License-Identifier: GPL-2.0-or-later
"""What do the values of a layer's fields mean: instants, numbers, codes?

A column is a list of values as QGIS gives them, or an array as GDAL's Arrow stream gives it, masked where null. Both
lead to the same, or to an UnclearColumnError: then only the values of QGIS can tell.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QVariant

from est_plugin.analysis.distinct import distinct
from est_plugin.db.times import LOCAL_ZONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray

Column: TypeAlias = "list[Any] | npt.NDArray[Any]"
#: A text this short has no clock time: 2026-03-01.
_DAY_LENGTH = 10
_NUMBERS = "iuf"


class UnclearColumnError(Exception):
    """What QGIS would make of an array of GDAL's cannot be told from the array; never raised for a list."""


@dataclass(frozen=True, eq=False)
class Instants:
    """When something was, for n rows: seconds since 1970-01-01 UTC, int64."""

    #: The first second that is meant.
    first: IntArray
    #: The last: equal to the first for a moment, the end of the local day for a date.
    last: IntArray
    #: False where the field is empty or nothing can be made of it; the seconds are 0 there.
    is_known: BoolArray
    #: Not known, and not empty either.
    is_unreadable: BoolArray


@dataclass(frozen=True, eq=False)
class Codes:
    """n rows of texts: an index (int32) into the different ones, which are in order. Empty fields are the text ''."""

    index: IntArray
    codes: tuple[str, ...]


def instants(column: Column) -> Instants:
    """Times of a column of dates, of dates with a time, or of such as ISO 8601 texts.

    What names no zone is local time in Sweden: of an hour that comes twice the first, of one that is skipped as if
    the clock had not been changed.
    """
    if isinstance(column, list):
        return _of_meanings([_meaning(value) for value in column], [_is_empty(value) for value in column])
    if column.dtype.kind == "S":
        texts = [text.decode(errors="replace") for text in np.ma.filled(column, b"").tolist()]
        return _of_meanings([_of_text(text) for text in texts], [not text.strip() for text in texts])
    if column.dtype.kind != "M":
        raise UnclearColumnError
    is_known = ~np.ma.getmaskarray(column)
    values = np.where(is_known, np.ma.getdata(column), np.datetime64(0, "s").astype(column.dtype))
    if np.datetime_data(column.dtype)[0] != "D":
        seconds = values.astype("datetime64[s]").astype(np.int64)
        return Instants(seconds, seconds, is_known, np.zeros(is_known.shape, dtype=np.bool_))
    days, row = np.unique(values, return_inverse=True)
    bounds = np.array([_day_bounds(day) for day in days.tolist()], dtype=np.int64).reshape(-1, 2)[row]
    first, last = np.where(is_known, bounds.T, 0)
    return Instants(first, last, is_known, np.zeros(is_known.shape, dtype=np.bool_))


def numbers(column: Column) -> FloatArray:
    """Values of a column of numbers; NaN where it is empty or holds none."""
    if isinstance(column, list):
        return np.array([_number(value) for value in column], dtype=np.float64)
    if column.dtype.kind not in _NUMBERS:
        raise UnclearColumnError
    values: FloatArray = np.ma.filled(column.astype(np.float64), math.nan)
    return values


def codes(column: Column) -> Codes:
    """Texts of a column; numbers and dates as texts."""
    if isinstance(column, list):
        texts = np.array([_text(value).encode() for value in column], dtype=np.bytes_)
    elif column.dtype.kind == "S":
        texts = np.ma.filled(column, b"")
    elif column.dtype.kind in "iu":
        texts = np.ma.filled(column.astype("S20"), b"")
    else:
        raise UnclearColumnError
    try:
        found, index = distinct(texts)
    except UnicodeDecodeError as error:
        raise UnclearColumnError from error
    return Codes(index, found)


def _of_meanings(meanings: Sequence[tuple[int, int] | None], empty: Sequence[bool]) -> Instants:
    bounds = np.array([meaning or (0, 0) for meaning in meanings], dtype=np.int64).reshape(-1, 2)
    is_known = np.array([meaning is not None for meaning in meanings], dtype=np.bool_)
    return Instants(bounds[:, 0], bounds[:, 1], is_known, ~is_known & ~np.array(empty, dtype=np.bool_))


def _meaning(value: Any) -> tuple[int, int] | None:  # noqa: ANN401 (a field's value)
    """First and last second that the value means; None for no time."""
    if isinstance(value, str):
        return _of_text(value)
    if isinstance(value, QDateTime) and value.isValid():
        if value.timeSpec() == Qt.TimeSpec.LocalTime:
            # No zone was stored; the computer's own has no part in it.
            return _of_text(value.toString("yyyy-MM-ddTHH:mm:ss"))
        second = value.toMSecsSinceEpoch() // 1000
        return second, second
    if isinstance(value, QDate) and value.isValid():
        return _day_bounds(date(value.year(), value.month(), value.day()))
    return None


def _of_text(text: str) -> tuple[int, int] | None:
    text = text.strip()
    try:
        if len(text) <= _DAY_LENGTH:
            return _day_bounds(date.fromisoformat(text))
        moment = datetime.fromisoformat(text)
        second = _second(moment if moment.tzinfo else moment.replace(tzinfo=LOCAL_ZONE))
    except (ValueError, OverflowError):
        return None
    return second, second


def _day_bounds(day: date) -> tuple[int, int]:
    """First and last second of a local day."""
    first, last = (datetime.combine(day, clock, LOCAL_ZONE) for clock in (time(0), time(23, 59, 59)))
    return _second(first), _second(last)


def _second(moment: datetime) -> int:
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(seconds=1)


def _number(value: Any) -> float:  # noqa: ANN401 (a field's value)
    return float(value) if isinstance(value, int | float) else math.nan


def _is_empty(value: Any) -> bool:  # noqa: ANN401 (a field's value)
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, QVariant | QDate | QDateTime) and value.isNull())


def _text(value: Any) -> str:  # noqa: ANN401 (a field's value)
    if _is_empty(value):
        return ""
    return value.toString(Qt.DateFormat.ISODate) if isinstance(value, QDate | QDateTime) else str(value)
