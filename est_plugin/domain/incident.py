# SPDX-License-Identifier: GPL-2.0-or-later
"""Incident: something that was reported to have happened, or a place that was reported to feel unsafe."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from est_plugin.domain.info_class import InfoClass
from est_plugin.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import datetime

    from est_plugin.domain.period import Period


class ReviewStatus(StrEnum):
    """Reports are checked before they count in a decision; duplicates and rejected reports never count."""

    NEW = "new"
    REVIEWED = "reviewed"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"

    @property
    def label(self) -> str:
        """Source text of the status."""
        return _REVIEW_LABELS[self]


_REVIEW_LABELS = {
    ReviewStatus.NEW: QT_TRANSLATE_NOOP("est_plugin", "New"),
    ReviewStatus.REVIEWED: QT_TRANSLATE_NOOP("est_plugin", "Reviewed"),
    ReviewStatus.DUPLICATE: QT_TRANSLATE_NOOP("est_plugin", "Duplicate"),
    ReviewStatus.REJECTED: QT_TRANSLATE_NOOP("est_plugin", "Rejected"),
}

#: Reports of places that feel unsafe, and of those where it is too dark; these are no categories of crime.
UNSAFE_PLACE_CATEGORIES = frozenset({"otrygg_plats", "insyn", "odslig"})
LAMP_CATEGORIES = frozenset({"bristfallig_belysning"})

#: What counts on the map and in every number.
COUNTED = (ReviewStatus.NEW, ReviewStatus.REVIEWED)


class PoliceReported(StrEnum):
    """Whether the incident was also reported to the police. The report's number is never stored."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """Source text of the answer."""
        return _POLICE_LABELS[self]


_POLICE_LABELS = {
    PoliceReported.YES: QT_TRANSLATE_NOOP("est_plugin", "Yes"),
    PoliceReported.NO: QT_TRANSLATE_NOOP("est_plugin", "No"),
    PoliceReported.UNKNOWN: QT_TRANSLATE_NOOP("est_plugin", "Unknown"),
}


@dataclass(frozen=True, slots=True)
class Incident:
    """A checked report, ready to be stored. Coordinates in the database's CRS, times aware and in UTC."""

    source: str
    source_ref: str
    category: str
    occurred_from: datetime
    x: float
    y: float
    organisation: str | None = None
    occurred_to: datetime | None = None
    time_known: bool = True
    reported_at: datetime | None = None
    precision_m: float | None = None
    place: str = ""
    place_type: str = ""
    description: str = ""
    severity: int | None = None
    police_reported: PoliceReported = PoliceReported.UNKNOWN
    info_class: InfoClass = InfoClass.INTERNAL
    #: Tells whether a report with a known case number says something new; empty if it was not imported.
    content_hash: str = ""


@dataclass(frozen=True)
class IncidentFilter:
    """Which incidents count: the same choice drives the map, every number, the analysis and the package.

    Empty sets mean "all".
    """

    period: Period | None = None
    categories: frozenset[str] = field(default_factory=frozenset)
    organisations: frozenset[str] = field(default_factory=frozenset)
