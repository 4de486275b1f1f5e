# SPDX-License-Identifier: GPL-2.0-or-later
"""What will a package hold? Counts and class, told before a person lets it be written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.db.hotspots import list_hotspots
from est_plugin.db.measures import list_measures
from est_plugin.db.package_rows import highest_class, method_of, walks_for_package
from est_plugin.db.quarantine import waiting_count

if TYPE_CHECKING:
    from est_plugin.db.database import Database
    from est_plugin.domain.info_class import InfoClass
    from est_plugin.domain.period import Period


@dataclass(frozen=True)
class PackageContents:
    """How many of each go along, and how far the package may travel."""

    hotspots: int
    measures: int
    walks: int
    info_class: InfoClass
    #: Rows of all sources that wait in quarantine.
    waiting: int
    #: Reports that the hotspots leave out because they are stacked on one point.
    stacked: int


def contents_of(database: Database, period: Period) -> PackageContents:
    """The contents of the package of a period."""
    stacked = method_of(database, period).get("stacked")
    hotspots, measures = list_hotspots(database, period), list_measures(database)
    return PackageContents(
        hotspots=len(hotspots),
        measures=len(measures),
        walks=len(walks_for_package(database)),
        info_class=highest_class(database, period, tuple(h.uuid for h in hotspots), tuple(m.uuid for m in measures)),
        waiting=waiting_count(database),
        stacked=stacked if isinstance(stacked, int) else 0,
    )
