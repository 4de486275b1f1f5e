# SPDX-License-Identifier: GPL-2.0-or-later
"""What may be said about how well maps told where the incidents came?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from est_plugin.analysis.cell_test import Significance
from est_plugin.analysis.hotspot_words import GRIDS, STUDY_RULES, yes_or_no
from est_plugin.analysis.method_box import MethodBox
from est_plugin.analysis.ranked_maps import RankedMap
from est_plugin.analysis.study import StudyRule
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.analysis.arrays import FloatArray
    from est_plugin.analysis.capture import AreaHits
    from est_plugin.analysis.hotspots import HotspotParameters
    from est_plugin.domain.period import Period

#: With fewer tested incidents nothing is claimed: one incident more or less moves the hit rate by over 3 per cent.
FEWEST = 30
#: The share of the area that the sentences speak of.
HEADLINE = 0.02


@dataclass(frozen=True)
class AccuracyParameters:
    """How the maps are made and compared. Raises InputError unless bandwidth and draws are positive."""

    search: HotspotParameters
    #: Bandwidth of the heat map, metres.
    bandwidth: float = 250.0
    #: Draws of the test of a difference, and the seed of their random numbers.
    draws: int = 9999
    seed: int = 1

    def __post_init__(self) -> None:
        if not self.bandwidth > 0 or self.draws < 1 or self.seed < 0:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The map cannot be tested."),
                why=QT_TRANSLATE_NOOP("est_plugin", "A setting is outside its range."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Give a bandwidth over 0 metres and a seed from 0 up."),
            )


@dataclass(frozen=True, eq=False)
class MapAccuracy:
    """What one map caught."""

    kind: RankedMap
    #: At each share of the area.
    at: tuple[AreaHits, ...]
    #: Hit rate at each share of the area of the result's curve (k).
    curve: FloatArray


class Verdict(StrEnum):
    """What may be said of the hotspot map beside another map."""

    MORE = "more"
    FEWER = "fewer"
    CHANCE = "chance"
    TOO_FEW = "too_few"

    @property
    def label(self) -> str:
        """Source text of the verdict."""
        return _VERDICTS[self]


_VERDICTS = {
    Verdict.MORE: QT_TRANSLATE_NOOP("est_plugin", "the hotspot map caught more, and chance rarely makes that"),
    Verdict.FEWER: QT_TRANSLATE_NOOP("est_plugin", "the hotspot map caught fewer, and chance rarely makes that"),
    Verdict.CHANCE: QT_TRANSLATE_NOOP("est_plugin", "the difference can be chance"),
    Verdict.TOO_FEW: QT_TRANSLATE_NOOP("est_plugin", "too few incidents to say"),
}


@dataclass(frozen=True)
class Difference:
    """The hotspot map beside another map, at one share of the area."""

    other: RankedMap
    area: float
    #: Incidents that the hotspot map caught beyond the other.
    more: float
    #: p adjusted for all differences of the result.
    q: float


@dataclass(frozen=True, eq=False)
class AccuracyResult:
    """Three maps beside each other: the hotspot map, and two that need no test."""

    maps: tuple[MapAccuracy, ...]
    differences: tuple[Difference, ...]
    #: The hotspots themselves, on their own area; None if there were none.
    places: AreaHits | None
    #: Shares of the area (k), and the most that any choice of cells could have caught there (k).
    curve: FloatArray
    best: FloatArray
    parameters: AccuracyParameters
    #: The training period and the tested one.
    periods: tuple[Period, Period]
    #: Incidents of the training period, and of everything earlier, without stacks.
    trained_on: int
    known: int
    study: StudyRule
    #: SHA-256 of the study area; empty without one.
    study_area_checksum: str
    cells: int
    #: Tested incidents outside the study area, and on stacks of the earlier period: left out.
    outside: int
    stacked: int
    #: SHA-256 of the incidents of training period, tested period and everything earlier.
    checksums: tuple[str, str, str]

    @property
    def tested(self) -> int:
        """Incidents that the maps were tested on."""
        return self.maps[0].at[0].incidents

    @property
    def is_enough(self) -> bool:
        """Are there incidents enough to say more than the counts?"""
        return self.tested >= FEWEST

    def at_headline(self, kind: RankedMap) -> AreaHits:
        """What a map caught on the share of the area that the sentences speak of."""
        return next(hits for one in self.maps if one.kind == kind for hits in one.at if hits.area == HEADLINE)

    def verdict(self, difference: Difference) -> Verdict:
        """What may be said of a difference."""
        if not self.is_enough:
            return Verdict.TOO_FEW
        if difference.q > self.parameters.search.alpha:
            return Verdict.CHANCE
        return Verdict.MORE if difference.more > 0 else Verdict.FEWER

    @property
    def sentence(self) -> Sentence:
        """How many of the tested incidents came where the maps said."""
        counts = {kind.value: round(self.at_headline(kind).hits) for kind in RankedMap}
        return Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "Of {tested} incidents in the tested period, {hotspots} came on the {area} % of the area that the "
                "hotspot map puts first. The counts of the earlier period would have caught {counts}, the heat map of "
                "everything earlier {density}.",
            ),
            tested=self.tested,
            area=100 * HEADLINE,
            **counts,
        )

    @property
    def remarks(self) -> tuple[Sentence, ...]:
        """What may be concluded, and what limits it."""
        if not self.is_enough:
            return (
                Sentence(
                    QT_TRANSLATE_NOOP(
                        "est_plugin",
                        "That is too few incidents to say which map is better; at least {fewest} are needed. Choose "
                        "longer periods.",
                    ),
                    fewest=FEWEST,
                ),
            )
        beside = (
            Sentence(_REMARKS[one.other], verdict=Sentence(self.verdict(one).label))
            for one in self.differences
            if one.area == HEADLINE
        )
        return (*beside, NEEDS_AREA) if self.study == StudyRule.INCIDENTS_AND_GAPS else tuple(beside)

    @property
    def method(self) -> MethodBox:
        """How the result came about."""
        return MethodBox(
            question=Sentence(
                QT_TRANSLATE_NOOP(
                    "est_plugin", "How well does the map of one period tell where the incidents of the next one come?"
                )
            ),
            null=Sentence(
                QT_TRANSLATE_NOOP(
                    "est_plugin", "in each cell where two maps differ it is even odds which of them it favours"
                )
            ),
            p_value=Sentence(
                QT_TRANSLATE_NOOP("est_plugin", "simulated, of both tails: which map a cell favours is drawn by lot")
            ),
            tests=len(self.differences),
            correction=Sentence(QT_TRANSLATE_NOOP("est_plugin", "Benjamini-Hochberg over all differences of maps")),
            parameters=(*self._numbers(), *_RULES, *self._settings()),
            checksum=self.checksums[0],
        )

    def _numbers(self) -> Iterator[tuple[str, object]]:
        train, test = self.periods
        yield QT_TRANSLATE_NOOP("est_plugin", "Maps made of"), f"{train.start} – {train.last_day}"
        yield QT_TRANSLATE_NOOP("est_plugin", "Maps tested on"), f"{test.start} – {test.last_day}"
        yield QT_TRANSLATE_NOOP("est_plugin", "Incidents in the earlier period"), self.trained_on
        yield QT_TRANSLATE_NOOP("est_plugin", "Incidents in everything earlier"), self.known
        yield QT_TRANSLATE_NOOP("est_plugin", "Tested incidents"), self.tested
        yield QT_TRANSLATE_NOOP("est_plugin", "Tested incidents outside the study area, left out"), self.outside
        yield QT_TRANSLATE_NOOP("est_plugin", "Tested reports on stacked points, left out"), self.stacked
        yield QT_TRANSLATE_NOOP("est_plugin", "Study area"), STUDY_RULES[self.study]
        yield QT_TRANSLATE_NOOP("est_plugin", "Study cells"), self.cells

    def _settings(self) -> Iterator[tuple[str, object]]:
        search = self.parameters.search
        if self.study_area_checksum:
            yield QT_TRANSLATE_NOOP("est_plugin", "Checksum of the study area"), self.study_area_checksum
        yield QT_TRANSLATE_NOOP("est_plugin", "Cells are"), GRIDS[search.grid]
        yield QT_TRANSLATE_NOOP("est_plugin", "Cell width (metres)"), search.cell_size
        yield QT_TRANSLATE_NOOP("est_plugin", "Distance (metres)"), search.neighbourhood
        yield QT_TRANSLATE_NOOP("est_plugin", "Level"), search.alpha
        yield QT_TRANSLATE_NOOP("est_plugin", "Correction of the hotspot map"), Sentence(search.correction.label)
        yield QT_TRANSLATE_NOOP("est_plugin", "p-value of the hotspot map"), _P_OF_MAP[search.significance]
        yield QT_TRANSLATE_NOOP("est_plugin", "Reports on stacked points count"), yes_or_no(search.include_stacks)
        yield QT_TRANSLATE_NOOP("est_plugin", "Bandwidth of the heat map (metres)"), self.parameters.bandwidth
        yield QT_TRANSLATE_NOOP("est_plugin", "Draws of the test"), self.parameters.draws
        yield QT_TRANSLATE_NOOP("est_plugin", "Seed"), self.parameters.seed
        yield QT_TRANSLATE_NOOP("est_plugin", "Checksum of the tested incidents"), self.checksums[1]
        yield QT_TRANSLATE_NOOP("est_plugin", "Checksum of everything earlier"), self.checksums[2]


#: Without a study area the tested period has its say in which cells there are.
NEEDS_AREA = Sentence(
    QT_TRANSLATE_NOOP(
        "est_plugin",
        "Without a study area the cells are those of both periods together, so PAI hangs on the tested incidents too. "
        "Give a study area for a PAI that can be compared with others.",
    )
)
_P_OF_MAP = {
    Significance.EXACT: Sentence(
        QT_TRANSLATE_NOOP("est_plugin", "exact conditional permutation, one-sided (upper tail)")
    ),
    Significance.CLASSIC: Sentence(QT_TRANSLATE_NOOP("est_plugin", "normal distribution, two-sided")),
}
_RULES = (
    (
        QT_TRANSLATE_NOOP("est_plugin", "Order of the hotspot map"),
        Sentence(QT_TRANSLATE_NOOP("est_plugin", "by q, and where that is equal by Gi*")),
    ),
    (
        QT_TRANSLATE_NOOP("est_plugin", "Cells with the same place in the order"),
        Sentence(QT_TRANSLATE_NOOP("est_plugin", "share what is left of the area: the mean of all draws by lot")),
    ),
    (
        QT_TRANSLATE_NOOP("est_plugin", "Interval of the hit rate"),
        Sentence(QT_TRANSLATE_NOOP("est_plugin", "Wilson, 95 %, as if incidents came independently of each other")),
    ),
)
_REMARKS = {
    RankedMap.COUNTS: QT_TRANSLATE_NOOP("est_plugin", "Beside the counts of the earlier period: {verdict}."),
    RankedMap.DENSITY: QT_TRANSLATE_NOOP("est_plugin", "Beside the heat map of everything earlier: {verdict}."),
}
