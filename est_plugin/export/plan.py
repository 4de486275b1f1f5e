# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes into a map package: plain values, read once, so that the writers need neither database nor project."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from est_plugin.db.kept_back import KeptBack
from est_plugin.i18n import CONTEXT, Language

if TYPE_CHECKING:
    from datetime import date

    from qgis.core import QgsCoordinateTransformContext, QgsMapLayer

    from est_plugin.analysis.comparison import Comparison
    from est_plugin.analysis.count_change import CountChange
    from est_plugin.analysis.points import PointSet
    from est_plugin.analysis.rhythm import Rhythm
    from est_plugin.domain.info_class import InfoClass
    from est_plugin.domain.measure import MeasureStatus
    from est_plugin.domain.period import Period
    from est_plugin.export.incident_columns import IncidentColumns
    from est_plugin.export.measure_signs import MeasureSign
    from est_plugin.export.measure_summary import MeasureSummary
    from est_plugin.export.observation_items import ObservedWalk
    from est_plugin.export.place_rhythm import PlaceRhythm
    from est_plugin.export.plan_densities import DensityChoice
    from est_plugin.export.plan_meeting import MeetingItem
    from est_plugin.export.public_picture import PublicPicture
    from est_plugin.export.request import PackageRequest


@dataclass(frozen=True)
class CountItem:
    """Incidents of one category or organisation, named in the package's language."""

    name: str
    now: int
    before: int
    change: CountChange
    #: Of the same period last year; None where that is the period before.
    last_year: int | None
    last_year_change: CountChange | None


@dataclass(frozen=True)
class CauseItem:
    """What people think lies behind a hotspot, in the package's language; empty where nobody has said."""

    problem: str
    #: The side of the crime triangle that it lies on.
    triangle_side: str
    missing_controller: str
    #: What in the data speaks for it.
    support: str
    confidence: str


@dataclass(frozen=True)
class ChangeInterval:
    """Limits (95 %) of the rate per day now as a multiple of the one before; 0 and infinity where counts set none."""

    low: float
    high: float


@dataclass(frozen=True)
class HotspotItem:
    """A hotspot of the period. ``key`` is its name inside the package; ids of the database stay in the database."""

    key: str
    rank: int
    name: str
    status: str
    status_label: str
    incidents: int
    before: int | None
    change: CountChange | None
    main_category: str
    #: The measures that were flagged for it, by their keys.
    measures: tuple[str, ...]
    wkb: bytes
    #: The surest first; none where the edition has no causes.
    causes: tuple[CauseItem, ...] = ()
    #: How many of its measures are finished.
    finished_measures: int = 0
    #: None where the periods cannot be compared.
    interval: ChangeInterval | None = None
    #: None without a page of its own, or where the edition has no rhythm.
    rhythm: PlaceRhythm | None = None


@dataclass(frozen=True)
class MeasureItem:
    """A measure in public columns only; ``wkb`` is None for a measure without a place."""

    key: str
    #: The number in the table, on the map and on paper.
    number: int
    kind: str
    sign: MeasureSign
    title: str
    status: MeasureStatus
    status_label: str
    owner: str
    due_date: date | None
    is_finished: bool
    is_overdue: bool
    wkb: bytes | None


@dataclass(frozen=True)
class StopItem:
    """A stop of a walk."""

    number: int
    place: str
    wkb: bytes | None


@dataclass(frozen=True)
class WalkItem:
    """A safety walk with its route (None: not drawn) and stops."""

    key: str
    title: str
    status_label: str
    length_m: float | None
    minutes: float | None
    wkb: bytes | None
    stops: tuple[StopItem, ...]


@dataclass(frozen=True)
class BackgroundLayer:
    """A background layer as text, so that any thread can open its own. An empty ``style`` means calm grey."""

    name: str
    provider: str
    source: str
    style: str
    #: As QGIS's layer factory names it, such as ``vector`` or ``raster``.
    kind: str
    #: Empty means: as the source says.
    crs_wkt: str = ""
    attribution: str = ""
    #: What has no source to open again: a copy, made on the main thread for the thread that draws.
    copy: QgsMapLayer | None = None
    #: How the project moves coordinates between datums; None leaves it to PROJ.
    transform_context: QgsCoordinateTransformContext | None = None


@dataclass(frozen=True)
class LeftOut:
    """Rows that stay in the database because their class is above the edition's ceiling."""

    hotspots: int = 0
    measures: int = 0


@dataclass(frozen=True, eq=False)
class PackagePlan:
    """One package, decided. Coordinates in ``crs_authid``, a projected CRS in metres."""

    request: PackageRequest
    municipality: str
    period: Period
    comparison: Comparison
    #: With the same period last year; None where that is the period before.
    last_year: Comparison | None
    info_class: InfoClass
    #: The day whose state is told: the same whenever the package is made again.
    as_of: date
    crs_authid: str
    crs_name: str
    #: West, south, east, north.
    extent: tuple[float, float, float, float]
    #: The categories and organisations that the filter lets through, named; empty means all.
    categories: tuple[str, ...]
    organisations: tuple[str, ...]
    total: CountItem
    by_category: tuple[CountItem, ...]
    by_organisation: tuple[CountItem, ...]
    silent_organisations: tuple[str, ...]
    hotspots: tuple[HotspotItem, ...]
    measures: tuple[MeasureItem, ...]
    walks: tuple[WalkItem, ...]
    #: Rows of all sources that wait in quarantine.
    waiting: int
    #: Name and value of each parameter of the analysis, as the database keeps them.
    method: tuple[tuple[str, str], ...]
    #: Empty means a plain ground.
    background: tuple[BackgroundLayer, ...]
    #: Bandwidth of the density pictures in metres.
    bandwidth: float
    #: When the incidents of the period happen; None without any.
    rhythm: Rhythm | None
    #: For the density pictures only; no point is ever written.
    points: PointSet
    points_before: PointSet
    left_out: LeftOut = LeftOut()
    #: What no written file may repeat; no writer looks at it.
    kept_back: KeptBack = field(default_factory=KeptBack, repr=False)
    #: What everybody may see; None in the other editions. It stands instead of hotspots, counts, walks and points.
    public: PublicPicture | None = None
    #: The same in the second language, with the same keys; None for a package in one language.
    second: PackagePlan | None = None
    #: Single incidents; None where the edition has none.
    incidents: IncidentColumns | None = None
    #: Measures in numbers only; None where the edition tells of each by itself.
    measure_summary: MeasureSummary | None = None
    #: Parts of ``points`` whose density can be shown by itself.
    density_choices: tuple[DensityChoice, ...] = ()
    #: What was seen on the walks of late; none where the edition has none.
    observations: tuple[ObservedWalk, ...] = ()
    #: The meeting that it is for; None where no minutes are wanted.
    meeting: MeetingItem | None = None

    @property
    def language(self) -> str:
        """Its language, one of LANGUAGES."""
        return self.request.language

    @property
    def name(self) -> str:
        """Name of the folder and the zip: ASCII, without blanks, edition and class in the package's language."""
        words = Language(self.language)
        # Of an edition the first word tells enough: paths must stay short.
        edition = words.translate(CONTEXT, self.request.edition.label).split()[0]
        info_class = words.translate(CONTEXT, self.info_class.label)
        ends = "_".join(ascii_name(text).lower() for text in (edition, info_class))
        return f"EST-lagesbild_{ascii_name(self.municipality, _LONGEST_MUNICIPALITY)}_{self.period.code}_{ends}"

    @property
    def attribution(self) -> str:
        """Whom to credit for the background, on the page and on paper."""
        return ", ".join(dict.fromkeys(layer.attribution for layer in self.background if layer.attribution))


_ASCII = str.maketrans({"å": "a", "ä": "a", "ö": "o", "Å": "A", "Ä": "A", "Ö": "O", "é": "e", "ü": "u"})


#: So that no path in a package is longer than 120 signs.
_LONGEST_MUNICIPALITY = 20
_LONGEST_NAME = 40


def ascii_name(text: str, longest: int = _LONGEST_NAME) -> str:
    """A name that every file system and mail program takes."""
    plain = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in text.translate(_ASCII))
    return "-".join(part for part in plain.split("-") if part)[:longest].rstrip("-") or "kommun"
