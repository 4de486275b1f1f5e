# SPDX-License-Identifier: GPL-2.0-or-later
"""What will a package hold? Counts and class, told before a person lets it be written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.db.hotspots import list_hotspots
from est_plugin.db.incidents import read_points
from est_plugin.db.measures import list_measures
from est_plugin.db.package_rows import highest_class, method_of, walks_for_package
from est_plugin.db.quarantine import waiting_count
from est_plugin.db.report_days import read_comparison
from est_plugin.db.walk_findings import findings_since
from est_plugin.domain.edition import Edition, Part
from est_plugin.domain.info_class import InfoClass
from est_plugin.errors import InputError
from est_plugin.export.counts import read_counts
from est_plugin.export.measure_count import count_of_rows, tells_measures
from est_plugin.export.place_name import place_name
from est_plugin.export.plan_extent import extent_around
from est_plugin.export.reading import counted_filters
from est_plugin.export.small_counts import shown_count, shown_item
from est_plugin.export.summary import SummaryFacts, proposed_summary
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from datetime import date

    from est_plugin.db.database import Database
    from est_plugin.db.hotspots import HotspotRow
    from est_plugin.db.measures import MeasureRow
    from est_plugin.domain.period import Period
    from est_plugin.export.request import PackageRequest


@dataclass(frozen=True)
class PackageContents:
    """How many of each go along, and how far the package may travel."""

    #: All that count, whether the edition shows them one by one or not.
    incidents: int
    hotspots: int
    measures: int
    walks: int
    observations: int
    #: Hotspots and measures that stay in the database because their class is above the edition's.
    held_back: int
    info_class: InfoClass
    #: Rows of all sources that wait in quarantine.
    waiting: int
    #: Reports that the hotspots leave out because they are stacked on one point.
    stacked: int
    #: What the summary says unless a person writes another, in the package's first language.
    summary: str
    #: West, south, east, north in the database's CRS; None where there is nothing to show.
    extent: tuple[float, float, float, float] | None


def contents_of(database: Database, request: PackageRequest, today: date) -> PackageContents:
    """The contents of a package of this request.

    Raises InputError without a period.
    """
    period = request.period
    hotspots, measures = list_hotspots(database, period), list_measures(database)
    spots = [row for row in hotspots if row.info_class <= request.edition.ceiling]
    works = [row for row in measures if row.info_class <= request.edition.ceiling]
    walks = walks_for_package(database) if request.has(Part.WALKS) else ()
    points = read_points(database, request.incident_filter)
    stacked = method_of(database, period).get("stacked")
    has_hotspots, has_measures = request.has(Part.HOTSPOTS), request.has(Part.MEASURES)
    places = [*(row.wkb for row in spots), *(row.wkb for row in works), *(row.wkb for row in walks)]
    try:
        extent = extent_around(points, places)
    except InputError:
        extent = None
    return PackageContents(
        incidents=len(points),
        hotspots=len(spots) if has_hotspots else 0,
        measures=len(works) if has_measures or request.has(Part.MEASURE_SUMMARY) else 0,
        walks=len(walks),
        observations=_observations(database, period) if request.has(Part.OBSERVATIONS) else 0,
        held_back=len(hotspots) - len(spots) + len(measures) - len(works),
        info_class=_class(database, request, spots, works),
        waiting=waiting_count(database),
        stacked=stacked if isinstance(stacked, int) else 0,
        summary=_summary(database, request, spots, works, today),
        extent=extent,
    )


def _observations(database: Database, period: Period) -> int:
    """Those of the walks since the period before began, as the package has them."""
    return sum(len(walk.findings) for walk in findings_since(database, period.previous().start))


def _class(database: Database, request: PackageRequest, spots: list[HotspotRow], works: list[MeasureRow]) -> InfoClass:
    """The class of what goes in; of the public edition nothing is above open, or it is not written."""
    if request.edition is Edition.PUBLIC:
        return InfoClass.OPEN
    return highest_class(
        database, counted_filters(request), tuple(row.uuid for row in spots), tuple(row.uuid for row in works)
    )


def _summary(
    database: Database, request: PackageRequest, spots: list[HotspotRow], works: list[MeasureRow], today: date
) -> str:
    chosen, words = request.incident_filter, Language(request.language)
    period = request.period
    comparison = read_comparison(database, period, period.previous(), today)
    first = spots[0] if spots and request.has(Part.HOTSPOTS) else None
    total = read_counts(database, chosen, comparison, None).total
    hides = request.edition is Edition.STRATEGIC
    facts = SummaryFacts(
        edition=request.edition,
        municipality=database.municipality_name or database.municipality,
        period=period,
        total=shown_item(total) if hides else total,
        obstacle=comparison.obstacle,
        worst=None
        if first is None
        else (
            place_name(first.name, first.rank or 1, words.translate),
            shown_count(first.incidents) if hides else first.incidents,
        ),
        measures=count_of_rows(works, min(today, period.end)) if tells_measures(request) else None,
    )
    return proposed_summary(facts, words)
