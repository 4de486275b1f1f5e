# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands in the database for a package? Read once, in any thread; named and worded afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

from est_plugin.db import catalogues
from est_plugin.db.causes import causes_of
from est_plugin.db.hotspots import list_hotspots
from est_plugin.db.incidents import days_with_incidents, read_incidents, read_points
from est_plugin.db.kept_back import read_kept_back
from est_plugin.db.measures import list_measures
from est_plugin.db.package_rows import highest_class, method_of, walks_for_package
from est_plugin.db.quarantine import waiting_count
from est_plugin.db.report_days import read_comparison
from est_plugin.domain.edition import Part
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.info_class import InfoClass
from est_plugin.export.allowed_columns import kept_columns
from est_plugin.export.background import town_background
from est_plugin.export.counts import read_counts
from est_plugin.export.observation_items import ObservationRows, read_observations
from est_plugin.export.place_rhythm import MOST_PLACES, place_rhythm
from est_plugin.export.plan import LeftOut
from est_plugin.export.plan_hotspots import intervals_of
from est_plugin.export.plan_meeting import read_meeting
from est_plugin.feedback import SilentFeedback
from est_plugin.layers.incident_rhythm import Ground, incident_rhythm, rhythm_request

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from est_plugin.analysis.comparison import Comparison
    from est_plugin.analysis.points import PointSet
    from est_plugin.analysis.rhythm import Rhythm
    from est_plugin.db.causes import CauseRow
    from est_plugin.db.database import Database
    from est_plugin.db.hotspots import HotspotRow
    from est_plugin.db.incident_set import IncidentSet
    from est_plugin.db.kept_back import KeptBack
    from est_plugin.db.measures import MeasureRow
    from est_plugin.db.meetings import MeetingRow
    from est_plugin.db.package_rows import WalkRow
    from est_plugin.domain.code_list import Code
    from est_plugin.domain.period import Period
    from est_plugin.export.counts import Counts
    from est_plugin.export.place_rhythm import PlaceRhythm
    from est_plugin.export.plan import BackgroundLayer, ChangeInterval
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
    #: Of those hotspots.
    causes: tuple[CauseRow, ...]
    measures: tuple[MeasureRow, ...]
    walks: tuple[WalkRow, ...]
    #: Of the walks in or since the period that is compared with; None where the edition has no observations.
    observations: ObservationRows | None
    info_class: InfoClass
    waiting: int
    method: Mapping[str, object]
    background: tuple[BackgroundLayer, ...]
    rhythm: Rhythm | None
    #: Of the change of each hotspot, in their order.
    intervals: tuple[ChangeInterval | None, ...]
    #: Of the hotspots that have a page of their own, in their order.
    place_rhythms: tuple[PlaceRhythm, ...]
    points: PointSet
    points_before: PointSet
    #: The same as ``points`` with who reported them; None where the edition has no single incidents.
    incidents: IncidentSet | None
    categories: tuple[Code, ...]
    category_groups: tuple[Code, ...]
    organisations: tuple[Code, ...]
    measure_kinds: tuple[Code, ...]
    left_out: LeftOut
    #: None where the database knows none, or no minutes are wanted.
    meeting: MeetingRow | None
    #: For the search through the written files.
    kept_back: KeptBack


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
    all_hotspots, all_measures = list_hotspots(database, period), list_measures(database)
    hotspots = tuple(row for row in all_hotspots if row.info_class <= ceiling)
    measures = tuple(row for row in all_measures if row.info_class <= ceiling)
    incidents = read_incidents(database, request.incident_filter)
    points = incidents.points(IncidentFilter())
    uuids = tuple(row.uuid for row in hotspots), tuple(row.uuid for row in measures)
    meeting = read_meeting(database, request, period) if request.has(Part.MINUTES) else None
    return PackageRows(
        municipality=database.municipality_name or database.municipality,
        crs_authid=database.crs_authid,
        period=period,
        as_of=min(today, period.end),
        comparison=comparison,
        last_year=last_year,
        counts=read_counts(database, request.incident_filter, comparison, last_year),
        hotspots=hotspots,
        intervals=intervals_of(hotspots, comparison) if request.has(Part.HOTSPOTS) else (),
        causes=causes_of(database, uuids[0]) if request.has(Part.CAUSES) else (),
        measures=measures,
        walks=walks_for_package(database),
        observations=read_observations(database, comparison.before.start) if request.has(Part.OBSERVATIONS) else None,
        info_class=max(highest_class(database, counted_filters(request), *uuids), _class_of(meeting)),
        waiting=waiting_count(database),
        method=method_of(database, period),
        background=town_background(database) if request.background is None else request.background,
        rhythm=_rhythm(points, period, database),
        place_rhythms=_place_rhythms(hotspots, points, period, database) if request.has(Part.RHYTHM) else (),
        points=points,
        points_before=read_points(database, replace(request.incident_filter, period=comparison.before)),
        incidents=incidents if request.has(Part.INCIDENTS) else None,
        categories=tuple(catalogues.categories(database)),
        category_groups=catalogues.category_groups(database),
        organisations=tuple(catalogues.organisations(database)),
        measure_kinds=tuple(catalogues.measure_kinds(database)),
        left_out=LeftOut(len(all_hotspots) - len(hotspots), len(all_measures) - len(measures)),
        meeting=meeting,
        kept_back=read_kept_back(database, kept_columns(request.edition), (period, comparison.before)),
    )


def _class_of(meeting: MeetingRow | None) -> InfoClass:
    """The highest class of what its decisions are about."""
    return max((row.info_class for row in (() if meeting is None else meeting.decisions)), default=InfoClass.OPEN)


def counted_filters(request: PackageRequest) -> tuple[IncidentFilter, ...]:
    """The incidents that a package counts: now, before and the year before, of the chosen kinds."""
    periods = dict.fromkeys((request.period, request.period.previous(), request.period.same_last_year()))
    return tuple(replace(request.incident_filter, period=period) for period in periods)


def _rhythm(points: PointSet, period: Period, database: Database) -> Rhythm | None:
    if len(points) == 0:
        return None
    request = rhythm_request(period, days_with_incidents(database))
    return incident_rhythm(points, _ground(database), request, SilentFeedback())


def _place_rhythms(
    hotspots: tuple[HotspotRow, ...], points: PointSet, period: Period, database: Database
) -> tuple[PlaceRhythm, ...]:
    ground, request = _ground(database), rhythm_request(period, days_with_incidents(database))
    return tuple(place_rhythm(points, row.wkb, ground, request) for row in hotspots[:MOST_PLACES])


def _ground(database: Database) -> Ground:
    return Ground(QgsCoordinateReferenceSystem(database.crs_authid), QgsCoordinateTransformContext())


def _last_year(database: Database, period: Period, today: date) -> Comparison | None:
    before = period.same_last_year()
    return None if before == period.previous() else read_comparison(database, period, before, today)
