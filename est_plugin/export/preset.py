# SPDX-License-Identifier: GPL-2.0-or-later
"""What does each meeting of the EST rhythm get? Choices of a package that stand ready, and that a person may change."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from est_plugin.domain.edition import Edition, Part
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.errors import QT_TRANSLATE_NOOP, EstError
from est_plugin.export.request import PaperSize, Quality
from est_plugin.i18n import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

#: The agendas of ``resources/catalogues/agendas.json``.
MEETINGS = {
    "operative": QT_TRANSLATE_NOOP("est_plugin", "Operative group"),
    "strategic": QT_TRANSLATE_NOOP("est_plugin", "Strategic group"),
    "public": QT_TRANSLATE_NOOP("est_plugin", "Residents"),
}
#: What a person may leave out of an edition that has it, in the order of the page.
OPTIONAL_PARTS = {
    Part.PAPER: QT_TRANSLATE_NOOP("est_plugin", "PDF"),
    Part.TABLES: QT_TRANSLATE_NOOP("est_plugin", "Tables for Excel"),
    Part.PICTURES: QT_TRANSLATE_NOOP("est_plugin", "Pictures for a projector"),
    Part.MINUTES: QT_TRANSLATE_NOOP("est_plugin", "Agenda and minutes"),
    Part.OBSERVATIONS: QT_TRANSLATE_NOOP("est_plugin", "Observations of the walks"),
    Part.GEOPACKAGE: QT_TRANSLATE_NOOP("est_plugin", "GeoPackage for QGIS"),
}


@dataclass(frozen=True)
class PackageChoices:
    """What a person chooses once for a kind of meeting; period and summary belong to the single package."""

    edition: Edition = Edition.MEETING
    meeting: str = "operative"
    #: None: whatever period is shown.
    period_kind: PeriodKind | None = None
    language: str = "sv"
    second_language: str | None = "en"
    paper: PaperSize = PaperSize.A4
    quality: Quality = Quality.MEETING
    left_out: frozenset[Part] = field(default_factory=frozenset)
    contact: str = ""
    #: Which background, in the words of the page that offers them; empty: the usual one.
    background: str = ""
    folder: str = ""

    @property
    def wanted(self) -> frozenset[Part] | None:
        """As the request has it: None for all that the edition allows."""
        return self.edition.parts - self.left_out if self.left_out & self.edition.parts else None

    def to_values(self) -> dict[str, Any]:
        """Plain values for JSON, in a fixed order."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return values | {"left_out": sorted(self.left_out)}

    def changed_by(self, values: object) -> PackageChoices:
        """With the values of ``to_values``; what cannot be read, or is not known any more, stays as it is."""
        found = self
        for name, read in _READERS.items():
            if isinstance(values, dict) and name in values:
                try:
                    found = replace(found, **{name: read(values[name])})
                except (TypeError, ValueError):
                    continue
        return found


def _one_of(known: Collection[str]) -> Callable[[Any], str]:
    def read(value: Any) -> str:  # noqa: ANN401 (whatever a person's file holds)
        if value not in known:
            raise ValueError(value)
        return str(value)

    return read


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "edition": Edition,
    "meeting": _one_of(MEETINGS),
    "period_kind": lambda value: None if value is None else PeriodKind(value),
    "language": _one_of(LANGUAGES),
    "second_language": lambda value: None if value is None else _one_of(LANGUAGES)(value),
    "paper": PaperSize,
    "quality": Quality,
    "left_out": lambda value: frozenset(map(Part, value)),
    "contact": _text,
    "background": _text,
    "folder": _text,
}


class Preset(StrEnum):
    """The meetings of the EST rhythm."""

    OPERATIVE = "operative"
    STRATEGIC = "strategic"
    RESIDENTS = "residents"
    WORKING = "working"

    @property
    def label(self) -> str:
        """Source text."""
        return _LABELS[self]

    def usual(self, language: str) -> PackageChoices:
        """What it gets until a person changes it, first in ``language``."""
        second = next(code for code in LANGUAGES if code != language)
        return replace(_USUAL[self], language=language, second_language=second)


_LABELS = {
    Preset.OPERATIVE: QT_TRANSLATE_NOOP("est_plugin", "Operative group, every second week"),
    Preset.STRATEGIC: QT_TRANSLATE_NOOP("est_plugin", "Strategic group, every second month"),
    Preset.RESIDENTS: QT_TRANSLATE_NOOP("est_plugin", "Residents, twice a year"),
    Preset.WORKING: QT_TRANSLATE_NOOP("est_plugin", "Working group"),
}
_USUAL = {
    Preset.OPERATIVE: PackageChoices(Edition.MEETING, "operative", PeriodKind.TWO_WEEKS),
    Preset.STRATEGIC: PackageChoices(Edition.STRATEGIC, "strategic", PeriodKind.TWO_MONTHS),
    Preset.RESIDENTS: PackageChoices(Edition.PUBLIC, "public", PeriodKind.HALF_YEAR),
    Preset.WORKING: PackageChoices(Edition.WORKING, "operative"),
}


def newest_period(kind: PeriodKind, today: date, last_report: date | None) -> Period:
    """The newest period of the kind that is over, and that reports have come in for."""
    over = Period.containing(kind, today).previous()
    if last_report is None or last_report >= over.start:
        return over
    return Period.containing(kind, last_report)


@dataclass(frozen=True)
class WrittenPackage:
    """A package that was written: its choices, and the incidents that it told of."""

    choices: PackageChoices
    incident_filter: IncidentFilter
    period: Period

    @property
    def next_filter(self) -> IncidentFilter:
        """The same of the period that follows: a fortnight on a fortnight, a month on a month."""
        return replace(self.incident_filter, period=self.period.following())

    def to_values(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "choices": self.choices.to_values(),
            "kind": self.period.kind.value,
            "first_day": self.period.start.isoformat(),
            "last_day": self.period.last_day.isoformat(),
            "categories": sorted(self.incident_filter.categories),
            "organisations": sorted(self.incident_filter.organisations),
        }

    @classmethod
    def read(cls, values: Any, usual: PackageChoices) -> WrittenPackage | None:  # noqa: ANN401 (a file's values)
        """What ``to_values`` made; None if that cannot be read."""
        try:
            period = Period.between(*(date.fromisoformat(values[name]) for name in ("first_day", "last_day")))
            if values["kind"] == PeriodKind.FREE:
                period = replace(period, kind=PeriodKind.FREE)
            codes = [frozenset(map(str, values[name])) for name in ("categories", "organisations")]
            choices = usual.changed_by(values["choices"])
        except (EstError, KeyError, TypeError, ValueError):
            return None
        return cls(choices, IncidentFilter(period, *codes), period)
