# SPDX-License-Identifier: GPL-2.0-or-later
"""What do shuffled maps say about a search for hotspots?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.hotspot_words import GRIDS, STUDY_RULES, caution_beyond, yes_or_no
from est_plugin.analysis.method_box import MethodBox
from est_plugin.analysis.proportion import ShareInterval, exact_interval
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.analysis.arrays import IntArray
    from est_plugin.analysis.hotspots import HotspotParameters
    from est_plugin.analysis.study import StudyRule

#: With fewer, not even maps without a single find would tell that 5 % is kept to.
MIN_MAPS = 100
MAX_MAPS = 10_000


@dataclass(frozen=True)
class ShuffleParameters:
    """Raises InputError if the number of maps is outside ``MIN_MAPS``..``MAX_MAPS`` or the seed negative."""

    search: HotspotParameters
    #: Where 3 % of the maps show a hotspot, 1 000 are enough to tell that it is at most 5 %.
    maps: int = 1000
    #: The same seed gives the same maps.
    seed: int = 1

    def __post_init__(self) -> None:
        if not MIN_MAPS <= self.maps <= MAX_MAPS or self.seed < 0:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The incidents cannot be shuffled."),
                why=QT_TRANSLATE_NOOP("est_plugin", "{maps} maps with the seed {seed} were asked for."),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Give {least} to {most} maps, and a whole number from 0 up as seed."
                ),
                maps=self.maps,
                seed=self.seed,
                least=MIN_MAPS,
                most=MAX_MAPS,
            )


class Promise(StrEnum):
    """Does a method keep its promise, that at most a share alpha of the maps without a hotspot shows one?"""

    KEPT = "kept"
    #: Too few maps were shuffled to tell.
    UNDECIDED = "undecided"
    BROKEN = "broken"


@dataclass(frozen=True, eq=False)
class FalseFinds:
    """What one method finds in shuffled maps, and in the map itself."""

    #: Cells called hot in each shuffled map, int64 (maps): all of them are false.
    cells: IntArray
    #: Cells called hot in the map as it is.
    in_own_map: int
    alpha: float

    @property
    def maps(self) -> int:
        """Shuffled maps with any find."""
        return int(np.count_nonzero(self.cells))

    @property
    def mean(self) -> float:
        """False cells per shuffled map."""
        return float(self.cells.mean())

    @property
    def interval(self) -> ShareInterval:
        """The share of maps with any find, with its exact interval (95 %)."""
        return exact_interval(self.maps, self.cells.size)

    @property
    def promise(self) -> Promise:
        """Is the share at most ``alpha``? Told only where the whole interval lies on one side."""
        interval = self.interval
        if interval.high <= self.alpha:
            return Promise.KEPT
        return Promise.BROKEN if interval.low > self.alpha else Promise.UNDECIDED


@dataclass(frozen=True, eq=False)
class ShuffleResult:
    """How often each method is deceived by chance, with these counts in these cells."""

    exact: FalseFinds
    classic: FalseFinds
    parameters: ShuffleParameters
    incidents: int
    stacked: int
    study: StudyRule
    #: Study cells, and those of them that hold incidents.
    study_cells: int
    cells_with_incidents: int
    #: Study cells beyond the incidents and the gaps between them.
    beyond: int
    #: SHA-256 of the study area; empty without one.
    study_area_checksum: str
    checksum: str

    @property
    def sentence(self) -> Sentence:
        """How many of the maps show a hotspot by each method."""
        return Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "Your incidents were shuffled at random {maps} times, so that nothing but chance was left. Maps that "
                "showed a hotspot all the same: {exact}. With the classic method: {classic}.",
            ),
            maps=self.parameters.maps,
            exact=self.exact.maps,
            classic=self.classic.maps,
        )

    @property
    def verdict(self) -> Sentence:
        """What that says about the test of the search."""
        interval = self.exact.interval
        return Sentence(
            _VERDICTS[self.exact.promise],
            most=round(100 * self.parameters.search.alpha, 1),
            low=round(100 * interval.low, 1),
            high=round(100 * interval.high, 1),
        )

    @property
    def cautions(self) -> tuple[Sentence, ...]:
        """What the shuffling cannot say."""
        return (WITHIN_THE_CELLS, *caution_beyond(self.beyond, self.study_cells))

    @property
    def method(self) -> MethodBox:
        """How the result came about."""
        search = self.parameters.search
        return MethodBox(
            question=Sentence(
                QT_TRANSLATE_NOOP("est_plugin", "How many maps would show a hotspot, were it all chance?")
            ),
            null=Sentence(
                QT_TRANSLATE_NOOP("est_plugin", "the counts of the study cells as they are, each on any of the cells")
            ),
            p_value=Sentence(
                QT_TRANSLATE_NOOP(
                    "est_plugin",
                    "exact, of the upper tail, for each cell with incidents; classic: normal, of both tails, for each "
                    "study cell",
                )
            ),
            tests=self.cells_with_incidents,
            correction=Sentence(
                QT_TRANSLATE_NOOP("est_plugin", "{correction}, in each map on its own"), correction=search.correction
            ),
            parameters=(
                (QT_TRANSLATE_NOOP("est_plugin", "Shuffled maps"), self.parameters.maps),
                (QT_TRANSLATE_NOOP("est_plugin", "Seed"), self.parameters.seed),
                (QT_TRANSLATE_NOOP("est_plugin", "Level"), search.alpha),
                (QT_TRANSLATE_NOOP("est_plugin", "Cells are"), GRIDS[search.grid]),
                (QT_TRANSLATE_NOOP("est_plugin", "Cell width (metres)"), search.cell_size),
                (QT_TRANSLATE_NOOP("est_plugin", "Distance (metres)"), search.neighbourhood),
                (QT_TRANSLATE_NOOP("est_plugin", "Study area"), STUDY_RULES[self.study]),
                (QT_TRANSLATE_NOOP("est_plugin", "Study cells"), self.study_cells),
                (QT_TRANSLATE_NOOP("est_plugin", "Cells with incidents"), self.cells_with_incidents),
                (QT_TRANSLATE_NOOP("est_plugin", "Incidents in the study cells"), self.incidents),
                (QT_TRANSLATE_NOOP("est_plugin", "Reports on stacked points, left out"), self.stacked),
                (QT_TRANSLATE_NOOP("est_plugin", "Reports on stacked points count"), yes_or_no(search.include_stacks)),
                *self._study_area(),
            ),
            checksum=self.checksum,
        )

    def _study_area(self) -> Iterator[tuple[str, object]]:
        if self.study_area_checksum:
            yield QT_TRANSLATE_NOOP("est_plugin", "Study cells beyond the incidents and their gaps"), self.beyond
            yield QT_TRANSLATE_NOOP("est_plugin", "Checksum of the study area"), self.study_area_checksum


WITHIN_THE_CELLS = Sentence(
    QT_TRANSLATE_NOOP(
        "est_plugin",
        "Whether the cells are the right ones the shuffling cannot say: it lays the incidents on the same cells. Where "
        "nothing can happen in many of them, such as forest and water, the town itself is shown as a hotspot.",
    )
)
_VERDICTS = {
    Promise.KEPT: QT_TRANSLATE_NOOP(
        "est_plugin",
        "The arithmetic holds in these cells: between {low} and {high} out of 100 maps of chance show a hotspot (95 % "
        "interval), and at most {most} are promised.",
    ),
    Promise.UNDECIDED: QT_TRANSLATE_NOOP(
        "est_plugin",
        "Between {low} and {high} out of 100 maps of chance show a hotspot (95 % interval): too few maps were shuffled "
        "to tell whether that is more than the {most} that are promised. Shuffle more maps to know.",
    ),
    Promise.BROKEN: QT_TRANSLATE_NOOP(
        "est_plugin",
        "Between {low} and {high} out of 100 maps of chance show a hotspot (95 % interval), more than the {most} that "
        "are promised. Take the hotspots of this search with care, and try other cells or another distance.",
    ),
}
