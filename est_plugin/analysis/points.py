# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the analysis know about the incidents?"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray

#: No projected CRS in metres reaches further than two and a half times round the Earth.
_FARTHEST_M = 1e8


@dataclass(frozen=True, eq=False)
class PointSet:
    """Incidents as arrays of one length n, in any projected CRS whose unit is the metre.

    Raises InputError if the arrays differ in length, a coordinate is missing, infinite or farther than 1e8 m from the
    origin, or a category index points outside ``category_codes``.
    """

    x: FloatArray
    y: FloatArray
    #: Index into ``category_codes``, int32.
    category: IntArray
    category_codes: tuple[str, ...]
    #: When the incident occurred (its earliest time): seconds since 1970-01-01 UTC, int64.
    time: IntArray | None = None
    #: The latest time at which the incident can have occurred, as ``time``; equal to it where the moment is known, the
    #: end of the day where only that is.
    until: IntArray | None = None

    def __post_init__(self) -> None:
        self._normalise()
        self._check_lengths()
        check_coordinates(self.x, self.y)
        self._check_categories()

    def __len__(self) -> int:
        return int(self.x.size)

    def select(self, mask: BoolArray) -> PointSet:
        """The incidents where ``mask`` (n booleans) is true, in the same order."""
        time, until = (None if times is None else times[mask] for times in (self.time, self.until))
        return PointSet(self.x[mask], self.y[mask], self.category[mask], self.category_codes, time, until)

    def checksum(self) -> str:
        """SHA-256 (hexadecimal) of the incidents, whatever their order and however the categories are numbered."""
        codes, category = np.unique(np.asarray(self.category_codes, dtype=np.str_), return_inverse=True)
        columns = [self.x, self.y, category[self.category].astype(np.int64)]
        columns += [times for times in (self.time, self.until) if times is not None]
        order = np.lexsort(columns)
        digest = hashlib.sha256("\0".join(codes.tolist()).encode())
        for column in columns:
            digest.update(column[order].astype(column.dtype.newbyteorder("<")).tobytes())
        return digest.hexdigest()

    def _normalise(self) -> None:
        """Give the arrays their promised types. Adding 0.0 turns -0.0 into 0.0: equal places become equal bytes."""
        object.__setattr__(self, "x", np.asarray(self.x, dtype=np.float64) + 0.0)
        object.__setattr__(self, "y", np.asarray(self.y, dtype=np.float64) + 0.0)
        object.__setattr__(self, "category", np.asarray(self.category, dtype=np.int32))
        for name in ("time", "until"):
            times = getattr(self, name)
            if times is not None:
                object.__setattr__(self, name, np.asarray(times, dtype=np.int64))

    def _check_lengths(self) -> None:
        columns = [self.x, self.y, self.category]
        columns += [times for times in (self.time, self.until) if times is not None]
        if any(column.shape != (self.x.size,) for column in columns):
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The incidents cannot be analysed."),
                why=QT_TRANSLATE_NOOP("est_plugin", "Their columns differ in length: {lengths}."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Read the incidents again."),
                lengths=", ".join(str(column.size) for column in columns),
            )

    def _check_categories(self) -> None:
        if len(self) and not (self.category.min() >= 0 and self.category.max() < len(self.category_codes)):
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The incidents cannot be analysed."),
                why=QT_TRANSLATE_NOOP("est_plugin", "A category is not in the list of {count} categories."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Read the incidents again."),
                count=len(self.category_codes),
            )


def check_coordinates(x: FloatArray, y: FloatArray) -> None:
    """Raise InputError if a coordinate (metres) is missing, infinite or farther than 1e8 m from the origin."""
    # NaN compares as false, so it counts as unusable too.
    usable = (np.abs(x) <= _FARTHEST_M) & (np.abs(y) <= _FARTHEST_M)
    if not usable.all():
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The incidents cannot be analysed."),
            why=QT_TRANSLATE_NOOP("est_plugin", "{count} of {total} have no usable coordinates."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Leave them out, or give them a place."),
            count=int(np.count_nonzero(~usable)),
            total=x.size,
        )
