# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands in the database for a package? Read once, in any thread; named and worded afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

from est_plugin.db import catalogues
from est_plugin.db.hotspots import list_hotspots
from est_plugin.db.incidents import days_with_incidents, read_points
from est_plugin.db.measures import list_measures
from est_plugin.db.package_rows import highest_class, method_of, walks_for_package
from est_plugin.db.quarantine import waiting_count
from est_plugin.db.report_days import read_comparison
from est_plugin.export.background import town_background
from est_plugin.export.counts import read_counts
from est_plugin.feedback import SilentFeedback
from est_plugin.layers.incident_rhythm import Ground, incident_rhythm, rhythm_request

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from est_plugin.analysis.comparison import Comparison
    from est_plugin.analysis.points import PointSet
    from est_plugin.analysis.rhythm import Rhythm
    from est_plugin.db.database import Database
    from est_plugin.db.hotspots import HotspotRow
    from est_plugin.db.measures import MeasureRow
    from est_plugin.db.package_rows import WalkRow
    from est_plugin.domain.code_list import Code
    from est_plugin.domain.info_class import InfoClass
    from est_plugin.domain.period import Period
    from est_plugin.export.counts import Counts
    from est_plugin.export.plan import BackgroundLayer
    from est_plugin.export.request import PackageRequest


@dataclass(frozen=True, eq=False)
class PackageRows:
    """Rows by their codes and numbers, in no language. Coordinates in the database's CRS."""

    municipality: str
    crs_authid: str
    period: Period
    #: The day whose state is told.
    as_of: date
    comparison: Comparison
    #: With the same period last year; None where that is the period before.
    last_year: Comparison | None
    counts: Counts
    hotspots: tuple[HotspotRow, ...]
    measures: tuple[MeasureRow, ...]
    walks: tuple[WalkRow, ...]
    info_class: InfoClass
    waiting: int
    method: Mapping[str, object]
    background: tuple[BackgroundLayer, ...]
    rhythm: Rhythm | None
    points: PointSet
    points_before: PointSet
    categories: tuple[Code, ...]
    organisations: tuple[Code, ...]
    measure_kinds: tuple[Code, ...]


def read_rows(database: Database, request: PackageRequest, today: date) -> PackageRows:
    """Read all that the edition lets in.

    What stands above the edition's ceiling stays in the database. Overdue is what was overdue when the period had
    ended, or today in a period that goes on: a package that is made again tells the same.

    Raises InputError without a period.
    """
    period = request.period
    comparison = read_comparison(database, period, period.previous(), today)
    last_year = _last_year(database, period, today)
    ceiling = request.edition.ceiling
    hotspots = tuple(row for row in list_hotspots(database, period) if row.info_class <= ceiling)
    measures = tuple(row for row in list_measures(database) if row.info_class <= ceiling)
    points = read_points(database, request.incident_filter)
    uuids = tuple(row.uuid for row in hotspots), tuple(row.uuid for row in measures)
    return PackageRows(
        municipality=database.municipality_name or database.municipality,
        crs_authid=database.crs_authid,
        period=period,
        as_of=min(today, period.end),
        comparison=comparison,
        last_year=last_year,
        counts=read_counts(database, request.incident_filter, comparison, last_year),
        hotspots=hotspots,
        measures=measures,
        walks=walks_for_package(database),
        info_class=highest_class(database, period, *uuids),
        waiting=waiting_count(database),
        method=method_of(database, period),
        background=town_background(database) if request.background is None else request.background,
        rhythm=_rhythm(points, period, database),
        points=points,
        points_before=read_points(database, replace(request.incident_filter, period=comparison.before)),
        categories=tuple(catalogues.categories(database)),
        organisations=tuple(catalogues.organisations(database)),
        measure_kinds=tuple(catalogues.measure_kinds(database)),
    )


def _rhythm(points: PointSet, period: Period, database: Database) -> Rhythm | None:
    if len(points) == 0:
        return None
    ground = Ground(QgsCoordinateReferenceSystem(database.crs_authid), QgsCoordinateTransformContext())
    return incident_rhythm(points, ground, rhythm_request(period, days_with_incidents(database)), SilentFeedback())


def _last_year(database: Database, period: Period, today: date) -> Comparison | None:
    before = period.same_last_year()
    return None if before == period.previous() else read_comparison(database, period, before, today)
