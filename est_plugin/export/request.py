# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a person want of a map package? All choices of one package, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from est_plugin.domain.edition import Edition, Part
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from est_plugin.domain.incident import IncidentFilter
    from est_plugin.domain.period import Period
    from est_plugin.export.addresses import AddressSource
    from est_plugin.export.plan import BackgroundLayer

#: A narrower density (metres) would point at single addresses.
LEAST_BANDWIDTH = 250.0


class Quality(StrEnum):
    """How fine the pictures of paper are."""

    MAIL = "mail"
    MEETING = "meeting"
    PRINT = "print"

    @property
    def dpi(self) -> int:
        """Pixels per inch of paper."""
        return _DPI[self]

    @property
    def label(self) -> str:
        """Source text of the quality."""
        return _LABELS[self]


class PaperSize(StrEnum):
    """Size of a sheet, landscape."""

    A4 = "A4"
    A3 = "A3"


_DPI = {Quality.MAIL: 150, Quality.MEETING: 200, Quality.PRINT: 300}
_LABELS = {
    Quality.MAIL: QT_TRANSLATE_NOOP("est_plugin", "E-mail (150 dpi)"),
    Quality.MEETING: QT_TRANSLATE_NOOP("est_plugin", "Meeting (200 dpi)"),
    Quality.PRINT: QT_TRANSLATE_NOOP("est_plugin", "Print (300 dpi)"),
}


@dataclass(frozen=True)
class PackageRequest:
    """One package as it was asked for. ``bandwidth`` is in metres."""

    incident_filter: IncidentFilter
    edition: Edition = Edition.MEETING
    language: str = "sv"
    #: A language that the page can be switched to; None for one language only.
    second_language: str | None = None
    #: None is the database's own map; without layers the ground is plain.
    background: tuple[BackgroundLayer, ...] | None = None
    bandwidth: float = LEAST_BANDWIDTH
    #: What is wanted of that which the edition allows; None is all of it.
    wanted: frozenset[Part] | None = None
    #: Which agenda: a key of the catalogue ``agendas``.
    meeting: str = "operative"
    #: What the map shows, in the map manager's words; empty: as the numbers say it.
    summary: str = ""
    #: A function to ask, never a person.
    contact: str = ""
    #: Where people live, for the public edition; None is the database's own map.
    addresses: AddressSource | None = None
    paper: PaperSize = PaperSize.A4
    quality: Quality = Quality.MEETING

    @property
    def period(self) -> Period:
        """The period that it tells of.

        Raises InputError without one.
        """
        period = self.incident_filter.period
        if period is None:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "A map package needs a period."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a first and a last day."),
            )
        return period

    @property
    def parts(self) -> frozenset[Part]:
        """What goes in: wanted, and allowed by the edition."""
        return self.edition.parts if self.wanted is None else self.edition.parts & self.wanted

    def has(self, part: Part) -> bool:
        """Does it go in?"""
        return part in self.parts
