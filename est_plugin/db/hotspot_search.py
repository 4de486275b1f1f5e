# SPDX-License-Identifier: GPL-2.0-or-later
"""Where are the hotspots of a period? Counted where the incidents are: a server hands over no incident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.analysis.grid import make_grid
from est_plugin.analysis.hotspots import find_in_counts
from est_plugin.db.hotspot_counts import counts_for_hotspots
from est_plugin.domain.incident import IncidentFilter
from est_plugin.feedback import PartFeedback, step

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.hotspots import HotspotParameters, HotspotResult
    from est_plugin.db.database import Database
    from est_plugin.domain.period import Period
    from est_plugin.feedback import Feedback


def search(
    database: Database,
    period: Period | None,
    parameters: HotspotParameters,
    feedback: Feedback,
    *,
    study_area: BaseGeometry | None = None,
    periods: int = 1,
) -> HotspotResult:
    """The hotspots of the period (None: of all times); nothing is stored.

    With several ``periods``, it and those just before it are tested together. ``study_area`` is in the database's CRS.

    Raises InputError where the analysis has nothing to work on, CancelledError if a person has cancelled.
    """
    filters = [IncidentFilter(period)]
    while len(filters) < periods and (latest := filters[-1].period) is not None:
        filters.append(IncidentFilter(latest.previous()))
    grid = make_grid(parameters.grid, parameters.cell_size, parameters.shift)
    *earlier, now = counts_for_hotspots(database, filters[::-1], grid, include_stacks=parameters.include_stacks)
    step(feedback, 0.5)
    part = PartFeedback(feedback, 0.5, 1.0)
    return find_in_counts(now, parameters, part, study_area=study_area, earlier=earlier)
