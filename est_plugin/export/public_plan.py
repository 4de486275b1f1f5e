# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes into the public edition, in one language? Squares and measures; nothing else of the plan is filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from qgis.core import QgsCoordinateReferenceSystem

from est_plugin.analysis.points import PointSet
from est_plugin.analysis.public_cells import CELL, cell_of
from est_plugin.analysis.suppression import in_squares, town_total
from est_plugin.domain.info_class import InfoClass
from est_plugin.domain.measure import FINISHED
from est_plugin.export.measure_signs import MeasureSign
from est_plugin.export.plan import CountItem, MeasureItem, PackagePlan
from est_plugin.export.plan_extent import extent_around
from est_plugin.export.public_picture import Area, CategoryLevel, PublicPicture, Withheld
from est_plugin.export.request import LEAST_BANDWIDTH
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from est_plugin.analysis.suppression import Square
    from est_plugin.db.measures import MeasureRow
    from est_plugin.export.public_reading import PublicReading
    from est_plugin.export.request import PackageRequest


def box_of(square: Square) -> shapely.Polygon:
    """The square on the ground."""
    return shapely.box(square.west, square.south, square.west + square.side, square.south + square.side)


def public_plan(reading: PublicReading, request: PackageRequest) -> PackagePlan:
    """The plan in the request's language.

    Raises InputError if nothing may be shown.
    """
    words = Language(request.language)
    picture, measures = _picture(reading, words), _measures(reading, words)
    nothing = PointSet(np.zeros(0), np.zeros(0), np.zeros(0, np.int32), ())
    places = [*(box_of(area.square).wkb for area in picture.areas), *(item.wkb for item in measures)]
    return PackagePlan(
        request=request,
        municipality=reading.municipality,
        period=reading.period,
        comparison=reading.comparison,
        last_year=None,
        info_class=InfoClass.OPEN,
        as_of=reading.as_of,
        crs_authid=reading.crs_authid,
        crs_name=str(QgsCoordinateReferenceSystem(reading.crs_authid).description()).replace("SWEREF99", "SWEREF 99"),
        extent=extent_around(nothing, places),
        categories=(),
        organisations=(),
        # No count by itself stands in it.
        total=CountItem("", 0, 0, reading.comparison.change(0, 0), None, None),
        by_category=(),
        by_organisation=(),
        silent_organisations=(),
        hotspots=(),
        measures=measures,
        walks=(),
        waiting=0,
        method=(),
        background=reading.background,
        bandwidth=max(request.bandwidth, LEAST_BANDWIDTH),
        rhythm=None,
        points=nothing,
        points_before=nothing,
        public=picture,
        kept_back=reading.kept_back,
    )


def _picture(reading: PublicReading, words: Language) -> PublicPicture:
    found, names = reading.found, reading.names
    unnamed = words.translate("est_plugin", "Square {number}")
    order = sorted(range(len(found.squares)), key=lambda one: (-found.squares[one].level, names[one], one))
    named = {code.code: code.name(words.code) for code in reading.category_codes}
    categories = [CategoryLevel(named.get(code, code), level) for code, level in reading.categories.classes]
    if reading.categories.others is not None:
        categories.append(
            CategoryLevel(words.translate("est_plugin", "Other categories together"), reading.categories.others)
        )
    # Within a class by name: the order must not tell which has more.
    categories[: len(reading.categories.classes)] = sorted(
        categories[: len(reading.categories.classes)], key=lambda item: (-item.level, item.name)
    )
    return PublicPicture(
        areas=tuple(
            Area(f"r{number}", number, names[one] or unnamed.format(number=number), found.squares[one])
            for number, one in enumerate(order, start=1)
        ),
        categories=tuple(categories),
        total=town_total(int(found.incidents.sum()), len(found.squares)),
        are_buildings=reading.are_buildings,
        fingerprint=reading.fingerprint,
        withheld=_withheld(reading, named),
        secrets=reading.secrets,
        incidents=found.incidents[order],
        addresses=found.addresses[order],
    )


def _withheld(reading: PublicReading, named: dict[str, str]) -> Withheld:
    found = reading.found
    merged = sum(square.side > CELL for square in found.squares)
    return Withheld(
        single_cells=len(found.squares) - merged,
        merged_cells=found.merged_cells,
        left_out_cells=found.left_out_cells,
        merged_squares=merged,
        shown_incidents=int(found.incidents.sum()),
        left_out_incidents=found.left_out_incidents,
        not_counted=reading.rows.not_counted,
        categories=tuple(sorted(named.get(code, code) for code in reading.rows.withheld)),
        together=tuple(sorted(named.get(code, code) for code in reading.categories.together)),
        place_types=reading.rows.place_types,
        address_source=reading.address_source,
        measures=reading.other_measures,
        unplaced_measures=sum(
            row.wkb is not None and _square_of(row, found.squares) is None for row in reading.measures
        ),
    )


def _measures(reading: PublicReading, words: Language) -> tuple[MeasureItem, ...]:
    """With the text that is written for everybody instead of the title."""
    kinds = {code.code: code.name(words.code) for code in reading.measure_kinds}
    organisations = {code.code: code.name(words.code) for code in reading.organisations}
    return tuple(
        MeasureItem(
            key=f"m{number}",
            number=number,
            kind=kinds.get(row.kind, row.kind),
            sign=MeasureSign.of(row.kind),
            title=row.public_text,
            status=row.status,
            status_label=words.translate("est_plugin", row.status.label),
            owner=organisations.get(row.owner or "", ""),
            due_date=row.due_date,
            is_finished=row.status in FINISHED,
            is_overdue=row.is_overdue(reading.as_of),
            wkb=None if (ground := _square_of(row, reading.found.squares)) is None else ground.wkb,
        )
        for number, row in enumerate(reading.measures, start=1)
    )


def _square_of(row: MeasureRow, squares: tuple[Square, ...]) -> shapely.Polygon | None:
    """The square of 250 m that the measure, or its middle, lies in; None if that is not on shown ground.

    Any finer place could point at an incident, or draw a hotspot's outline; on other ground it would say where
    something happened that is not told.
    """
    if row.wkb is None:
        return None
    middle = shapely.from_wkb(row.wkb).centroid
    if middle.is_empty or not in_squares(squares, np.array([middle.x]), np.array([middle.y])).all():
        return None
    ((column,), (line,)) = cell_of(np.array([middle.x]), np.array([middle.y]))
    return shapely.box(column * CELL, line * CELL, (column + 1) * CELL, (line + 1) * CELL)
