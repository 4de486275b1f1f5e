# SPDX-License-Identifier: GPL-2.0-or-later
"""Safety walk (trygghetsvandring): a route with stops, walked in the dark, with a protocol and answers."""

from __future__ import annotations

from enum import StrEnum

from est_plugin.errors import QT_TRANSLATE_NOOP


class WalkStatus(StrEnum):
    """Where the walk stands."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    WALKED = "walked"
    ANSWERED = "answered"

    @property
    def label(self) -> str:
        """Source text of the status."""
        return _STATUS_LABELS[self]


_STATUS_LABELS = {
    WalkStatus.PROPOSED: QT_TRANSLATE_NOOP("est_plugin", "Proposed"),
    WalkStatus.PLANNED: QT_TRANSLATE_NOOP("est_plugin", "Planned"),
    WalkStatus.WALKED: QT_TRANSLATE_NOOP("est_plugin", "Walked"),
    WalkStatus.ANSWERED: QT_TRANSLATE_NOOP("est_plugin", "Answered"),
}


class LightCondition(StrEnum):
    """The light during the walk."""

    DAYLIGHT = "daylight"
    DUSK = "dusk"
    DARK = "dark"

    @property
    def label(self) -> str:
        """Source text of the condition."""
        return _LIGHT_LABELS[self]


_LIGHT_LABELS = {
    LightCondition.DAYLIGHT: QT_TRANSLATE_NOOP("est_plugin", "Daylight"),
    LightCondition.DUSK: QT_TRANSLATE_NOOP("est_plugin", "Dusk"),
    LightCondition.DARK: QT_TRANSLATE_NOOP("est_plugin", "Dark"),
}


class LandOwner(StrEnum):
    """Kind of land owner at a stop; on private land the owner decides."""

    MUNICIPALITY = "municipality"
    HOUSING_COMPANY = "housing_company"
    PRIVATE = "private"
    TRAFIKVERKET = "trafikverket"

    @property
    def label(self) -> str:
        """Source text of the owner kind."""
        return _OWNER_LABELS[self]


_OWNER_LABELS = {
    LandOwner.MUNICIPALITY: QT_TRANSLATE_NOOP("est_plugin", "Municipality"),
    LandOwner.HOUSING_COMPANY: QT_TRANSLATE_NOOP("est_plugin", "Housing company"),
    LandOwner.PRIVATE: QT_TRANSLATE_NOOP("est_plugin", "Private"),
    LandOwner.TRAFIKVERKET: QT_TRANSLATE_NOOP("est_plugin", "Trafikverket (state roads)"),
}


#: Roles that stand for an organisation or an office. All others are told in the total only: few women, or one person
#: in a wheelchair, would be known by everybody.
PUBLIC_ROLES = frozenset(
    {
        "tenants_association", "housing_company", "streets_parks", "lighting", "police", "coordinator", "school",
        "decision_maker",
    }
)  # fmt: skip


def walking_minutes(length_m: float, stops: int, *, speed_kmh: float, minutes_per_stop: float) -> float:
    """Planned duration of a walk in minutes: walking time plus the time at each stop."""
    return length_m / 1000 / speed_kmh * 60 + stops * minutes_per_stop
