# SPDX-License-Identifier: GPL-2.0-or-later
"""Do the places of a file lie where they should, and which of the usual coordinate systems puts them there?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.db.imports import known_area
from est_plugin.feedback import step
from est_plugin.intake.column_mapping import AxisOrder, Field
from est_plugin.intake.coordinates import Placer
from est_plugin.intake.number_text import parse_number

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray
    from est_plugin.db.database import Database
    from est_plugin.db.imports import KnownArea
    from est_plugin.feedback import Feedback
    from est_plugin.intake.column_mapping import ColumnMapping
    from est_plugin.intake.csv_file import CsvTable

#: SWEREF 99 TM, its local zones, RT 90 2.5 gon V, and degrees.
USUAL = ("EPSG:3006", *(f"EPSG:{zone}" for zone in range(3007, 3019)), "EPSG:3021", "EPSG:4326")
#: The local zone a municipality uses, by its code: Kristinehamn says so itself; Sunne and Östersund lie in theirs.
_ZONE_OF = {"1781": "EPSG:3008", "1766": "EPSG:3008", "2380": "EPSG:3012"}
_SAMPLE = 1000
_ENOUGH_SHARE = 0.95
#: Fewer incidents do not show where a municipality is.
_MIN_INCIDENTS = 50
#: A new place may lie this far from the known ones, or half as far as they lie from each other.
_MARGIN_M = 5000.0


@dataclass(frozen=True)
class PlaceCheck:
    """How the places of a sample fall out when they are read in one way."""

    crs_authid: str
    axis_order: AxisOrder
    #: Rows of the sample with two numbers, and how many of them lie inside.
    points: int
    inside: int

    @property
    def fits(self) -> bool:
        """Do nearly all lie inside?"""
        return self.points > 0 and self.inside >= _ENOUGH_SHARE * self.points


@dataclass(frozen=True)
class PlaceStudy:
    """The places as the mapping reads them, and other ways to read them if this one does not fit."""

    chosen: PlaceCheck
    #: The only way that fits, or that in the municipality's own zone if several do.
    proposal: PlaceCheck | None
    #: All usual ways that fit.
    fitting: tuple[PlaceCheck, ...]
    #: Inside means: where the database's incidents lie. Else it means the area of the database's CRS.
    by_incidents: bool


def study_places(database: Database, table: CsvTable, mapping: ColumnMapping, feedback: Feedback) -> PlaceStudy | None:
    """Hold a sample of the file's places against the database; None if no columns are chosen for them.

    Raises InputError if the mapping's CRS is not known.
    """
    columns = [mapping.columns.get(name, ()) for name in (Field.X, Field.Y)]
    if any(len(names) != 1 or names[0] not in table.headers for names in columns):
        return None
    x, y = _sample(table, [table.headers.index(names[0]) for names in columns])
    area = known_area(database)
    if area is not None and area.incidents < _MIN_INCIDENTS:
        area = None
    chosen = _check(database, area, mapping.crs_authid, mapping.axis_order, x, y)
    fitting: list[PlaceCheck] = []
    if not chosen.fits and x.size:
        candidates = tuple(dict.fromkeys((database.crs_authid, *USUAL)))
        for number, crs in enumerate(candidates):
            step(feedback, number / len(candidates))
            tried = (_check(database, area, crs, order, x, y) for order in AxisOrder)
            fitting += [check for check in tried if check.fits]
    own = [check for check in fitting if check.crs_authid == _ZONE_OF.get(database.municipality)]
    proposal = next((found[0] for found in (fitting, own) if len(found) == 1), None)
    return PlaceStudy(chosen, proposal, tuple(fitting), by_incidents=area is not None)


def _sample(table: CsvTable, positions: list[int]) -> tuple[FloatArray, FloatArray]:
    """The numbers in both columns of rows spread over the file."""
    every = max(1, len(table.rows) // _SAMPLE)
    pairs = []
    for row in table.rows[::every]:
        if row.number not in table.misshapen:
            numbers = [parse_number(row.cells[position]) for position in positions]
            if None not in numbers and any(numbers):
                pairs.append(numbers)
    array = np.array(pairs, dtype=np.float64).reshape(-1, 2)
    return array[:, 0], array[:, 1]


def _check(
    database: Database, area: KnownArea | None, crs: str, order: AxisOrder, x: FloatArray, y: FloatArray
) -> PlaceCheck:
    east, north = (x, y) if order is AxisOrder.EAST_NORTH else (y, x)
    placed = Placer(crs, database.srs_id).place(east, north)
    inside = placed.in_source_area & placed.in_database_area
    if area is not None:
        margin = max(_MARGIN_M, (area.x_max - area.x_min) / 2, (area.y_max - area.y_min) / 2)
        with np.errstate(invalid="ignore"):
            inside &= (placed.x >= area.x_min - margin) & (placed.x <= area.x_max + margin)
            inside &= (placed.y >= area.y_min - margin) & (placed.y <= area.y_max + margin)
    return PlaceCheck(crs, order, int(x.size), int(inside.sum()))
