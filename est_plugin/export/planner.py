# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes into this package? Reads it from the database, in any thread."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np
import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

from est_plugin.db import catalogues
from est_plugin.db.hotspots import list_hotspots
from est_plugin.db.incidents import days_with_incidents, read_points
from est_plugin.db.measures import list_measures
from est_plugin.db.package_rows import highest_class, method_of, walks_for_package
from est_plugin.db.quarantine import waiting_count
from est_plugin.db.report_days import read_comparison
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.measure import FINISHED
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.background import town_background
from est_plugin.export.counts import read_counts
from est_plugin.export.measure_signs import MeasureSign
from est_plugin.export.method_text import method_facts
from est_plugin.export.place_name import place_name
from est_plugin.export.plan import (
    HotspotItem,
    MeasureItem,
    PackagePlan,
    StopItem,
    WalkItem,
)
from est_plugin.feedback import SilentFeedback
from est_plugin.i18n import Language
from est_plugin.layers.incident_rhythm import Ground, incident_rhythm, rhythm_request

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from est_plugin.analysis.comparison import Comparison
    from est_plugin.analysis.count_change import CountChange
    from est_plugin.analysis.points import PointSet
    from est_plugin.analysis.rhythm import Rhythm
    from est_plugin.db.database import Database
    from est_plugin.db.hotspots import HotspotRow
    from est_plugin.db.measures import MeasureRow
    from est_plugin.db.package_rows import WalkRow
    from est_plugin.domain.code_list import Code
    from est_plugin.domain.period import Period
    from est_plugin.export.plan import BackgroundLayer, CountItem

#: A narrower density (metres) would point at single addresses.
LEAST_BANDWIDTH = 250.0
#: Room around what is shown, in metres, and the least width of a map.
_MARGIN = 150.0
_LEAST_WIDTH = 1500.0
_ROUNDED = 100.0
#: One report from the other end of the municipality must not make the town small.
_USUAL = (0.02, 0.98)


def make_plan(
    database: Database,
    background: Sequence[BackgroundLayer] | None,
    incident_filter: IncidentFilter,
    *,
    language: str = "sv",
    today: date,
    bandwidth: float = LEAST_BANDWIDTH,
) -> PackagePlan:
    """Decide the contents of a package for the filter's period.

    It is compared with the period before, and in its counts with the same period last year too.

    ``background`` None is the database's own map; without layers the ground is plain. ``bandwidth`` is that of the
    density in metres, and LEAST_BANDWIDTH at least.

    Raises InputError without a period, or if there is nothing to show.
    """
    period = incident_filter.period
    if period is None:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "A map package needs a period."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a first and a last day."),
        )
    words = Language(language)
    comparison = read_comparison(database, period, period.previous(), today)
    last_year = _last_year(database, period, today)
    counts = read_counts(database, incident_filter, comparison, last_year)
    categories = _names(catalogues.categories(database), language)
    organisations = _names(catalogues.organisations(database), language)
    hotspots, measures = list_hotspots(database, period), list_measures(database)
    walks = walks_for_package(database)
    points = read_points(database, incident_filter)
    return PackagePlan(
        municipality=database.municipality_name or database.municipality,
        period=period,
        comparison=comparison,
        last_year=last_year,
        language=language,
        info_class=highest_class(database, period, tuple(h.uuid for h in hotspots), tuple(m.uuid for m in measures)),
        made_at=datetime.now(UTC),
        crs_authid=database.crs_authid,
        crs_name=_crs_name(database.crs_authid),
        extent=_extent((*hotspots, *measures, *walks), points),
        categories=tuple(sorted(categories.get(code, code) for code in incident_filter.categories)),
        organisations=tuple(sorted(organisations.get(code, code) for code in incident_filter.organisations)),
        total=counts.total,
        by_category=_named(counts.by_category, categories, words),
        by_organisation=_named(counts.by_organisation, organisations, words),
        silent_organisations=tuple(organisations.get(code, code) for code in counts.silent),
        hotspots=_hotspots(hotspots, measures, categories, words, comparison),
        measures=_measures(measures, _names(catalogues.measure_kinds(database), language), organisations, words, today),
        walks=tuple(_walk(number, row, words) for number, row in enumerate(walks, start=1)),
        waiting=waiting_count(database),
        method=(*method_facts(method_of(database, period), words), _density_fact(bandwidth, words)),
        bandwidth=max(bandwidth, LEAST_BANDWIDTH),
        background=town_background(database) if background is None else tuple(background),
        rhythm=_rhythm(points, period, database),
        points=points,
        points_before=read_points(
            database, IncidentFilter(comparison.before, incident_filter.categories, incident_filter.organisations)
        ),
    )


def _density_fact(bandwidth: float, words: Language) -> tuple[str, str]:
    name = words.translate("est_plugin", "Bandwidth of the density in metres")
    return name, f"{max(bandwidth, LEAST_BANDWIDTH):.0f}"


def _rhythm(points: PointSet, period: Period, database: Database) -> Rhythm | None:
    if len(points) == 0:
        return None
    ground = Ground(QgsCoordinateReferenceSystem(database.crs_authid), QgsCoordinateTransformContext())
    return incident_rhythm(points, ground, rhythm_request(period, days_with_incidents(database)), SilentFeedback())


def _names(codes: Iterable[Code], language: str) -> dict[str, str]:
    return {code.code: code.name(language) for code in codes}


def _crs_name(authid: str) -> str:
    """E.g. ``SWEREF 99 TM``; the registry writes SWEREF99."""
    return str(QgsCoordinateReferenceSystem(authid).description()).replace("SWEREF99", "SWEREF 99")


def _last_year(database: Database, period: Period, today: date) -> Comparison | None:
    before = period.same_last_year()
    return None if before == period.previous() else read_comparison(database, period, before, today)


def _named(items: Iterable[CountItem], names: Mapping[str, str], words: Language) -> tuple[CountItem, ...]:
    """The items with names for their codes."""
    unknown = words.translate("est_plugin", "Not stated")
    return tuple(replace(item, name=names.get(item.name, item.name) or unknown) for item in items)


def _change_of(row: HotspotRow, comparison: Comparison) -> CountChange | None:
    before = row.incidents_before
    return None if before is None else comparison.change_of_hotspot(row.incidents, before)


def _hotspots(
    rows: Iterable[HotspotRow],
    measures: Sequence[MeasureRow],
    categories: Mapping[str, str],
    words: Language,
    comparison: Comparison,
) -> tuple[HotspotItem, ...]:
    return tuple(
        HotspotItem(
            key=f"p{number}",
            rank=row.rank or number,
            name=place_name(row.name, row.rank or number, words.translate),
            status=row.status.value,
            status_label=words.translate("est_plugin", row.status_label),
            incidents=row.incidents,
            before=row.incidents_before,
            change=_change_of(row, comparison),
            main_category=categories.get(row.main_category or "", row.main_category or ""),
            measures=tuple(f"m{index}" for index, measure in enumerate(measures, 1) if measure.hotspot == row.uuid),
            wkb=row.wkb,
        )
        for number, row in enumerate(rows, start=1)
    )


def _measures(
    rows: Iterable[MeasureRow],
    kinds: Mapping[str, str],
    organisations: Mapping[str, str],
    words: Language,
    today: date,
) -> tuple[MeasureItem, ...]:
    return tuple(
        MeasureItem(
            key=f"m{number}",
            number=number,
            kind=kinds.get(row.kind, row.kind),
            sign=MeasureSign.of(row.kind),
            title=row.title,
            status=row.status,
            status_label=words.translate("est_plugin", row.status.label),
            owner=organisations.get(row.owner or "", row.owner or ""),
            due_date=row.due_date,
            is_finished=row.status in FINISHED,
            is_overdue=row.is_overdue(today),
            wkb=row.wkb,
        )
        for number, row in enumerate(rows, start=1)
    )


def _walk(number: int, row: WalkRow, words: Language) -> WalkItem:
    return WalkItem(
        key=f"w{number}",
        title=row.title or words.translate("est_plugin", "Safety walk {number}").format(number=number),
        status_label=words.translate("est_plugin", row.status.label),
        length_m=row.length_m,
        minutes=row.minutes,
        wkb=row.wkb,
        stops=tuple(StopItem(stop.number, stop.place, stop.wkb) for stop in row.stops),
    )


def _extent(rows: Iterable[HotspotRow | MeasureRow | WalkRow], points: PointSet) -> tuple[float, float, float, float]:
    """What is shown, with a margin: all places, and the ground of nearly all incidents.

    Rounded outwards, so that no side of the map tells where the outermost incident lies.

    Raises InputError if nothing has a place.
    """
    shapes = [shapely.from_wkb(row.wkb) for row in rows if row.wkb is not None]
    if len(points):
        (left, right), (bottom, top) = (np.quantile(values, _USUAL) for values in (points.x, points.y))
        shapes.append(shapely.box(left, bottom, right, top))
    if not shapes:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "There is nothing to put on the map of the package."),
            why=QT_TRANSLATE_NOOP(
                "est_plugin", "The period has no incidents, and there are no hotspots, measures or walks."
            ),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose another period, or import the reports first."),
        )
    west, south, east, north = shapely.total_bounds(shapes)
    wide = max(_MARGIN, (_LEAST_WIDTH - (east - west)) / 2)
    high = max(_MARGIN, (_LEAST_WIDTH - (north - south)) / 2)
    outer = np.array([west - wide, south - high, -(east + wide), -(north + high)])
    left, bottom, right, top = (float(side) for side in np.floor(outer / _ROUNDED) * _ROUNDED)
    return left, bottom, -right, -top
