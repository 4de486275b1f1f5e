# SPDX-License-Identifier: GPL-2.0-or-later
"""The incidents of a database in memory: where does an analysis get them without reading them again?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.db.incidents import read_points

if TYPE_CHECKING:
    from est_plugin.analysis.points import PointSet
    from est_plugin.db.database import Database
    from est_plugin.domain.incident import IncidentFilter


class LoadedIncidents:
    """What the analyses of one session share."""

    def points(self, database: Database, incident_filter: IncidentFilter) -> PointSet:
        """The incidents of the filter, as ``read_points`` gives them; in any thread.

        Raises DatabaseError if the database cannot be read.
        """
        return read_points(database, incident_filter)
