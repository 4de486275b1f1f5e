# SPDX-License-Identifier: GPL-2.0-or-later
"""What of a database is read before it is shown?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.db import places
from est_plugin.db.incidents import days_with_incidents
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.layers.new_layers import make_layers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from est_plugin.db.places import Place
    from est_plugin.feedback import Feedback
    from est_plugin.layers.new_layers import NewLayers
    from est_plugin.layers.roles import LayerRole


@dataclass(frozen=True)
class Before:
    """What is shown before a database is opened: the period, its kind, and what the project says of itself."""

    period: Period
    kind: PeriodKind
    project_period: Period | None
    #: The key of the database that the project's incidents come from, readable or not; and that of each layer that is.
    incidents_from: str
    layers_from: Mapping[LayerRole, str]


@dataclass(frozen=True)
class Opened:
    """A database, and what shall be seen of it."""

    incident_filter: IncidentFilter
    layers: NewLayers


def period_to_show(days: tuple[date, date] | None, kind: PeriodKind, shown: Period) -> Period:
    """The period with the newest incidents; ``days`` are those of the first and the last incident.

    A month instead of free dates, which no calendar holds; the period shown, if there are no incidents.
    """
    if days is None:
        return shown
    return Period.containing(PeriodKind.MONTH if kind is PeriodKind.FREE else kind, days[1])


def read_opened(place: Place, before: Before, language: str, feedback: Feedback) -> Opened:
    """Open a database and make its layers, in any thread. Its period is the project's if that shows it already.

    Raises EstError if there is no database that this plugin understands, or a table cannot be shown.
    """
    database = places.open_at(place)
    period = before.project_period if before.incidents_from == database.key else None
    if period is None:
        period = period_to_show(days_with_incidents(database), before.kind, before.period)
    incident_filter = IncidentFilter(period)
    return Opened(incident_filter, make_layers(database, language, incident_filter, before.layers_from, feedback))
