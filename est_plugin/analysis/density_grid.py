# SPDX-License-Identifier: GPL-2.0-or-later
"""What is a density, once it is computed? Pixels that know their unit, and how they came about."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from est_plugin.analysis.method_box import NO_CORRECTION, NO_TEST, MethodBox
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import BoolArray

#: The days of a rate.
RATE_DAYS = 30


class DensityUnit(StrEnum):
    """What a value counts."""

    PER_KM2 = "events/km2"
    PER_KM2_AND_30_DAYS = "events/km2/30 d"
    TIMES = "times"

    @property
    def label(self) -> str:
        """Source text of the unit's name."""
        return _UNIT_LABELS[self]


_UNIT_LABELS = {
    DensityUnit.PER_KM2: QT_TRANSLATE_NOOP("est_plugin", "events per km²"),
    DensityUnit.PER_KM2_AND_30_DAYS: QT_TRANSLATE_NOOP("est_plugin", "events per km² and 30 days"),
    DensityUnit.TIMES: QT_TRANSLATE_NOOP("est_plugin", "times as many"),
}


class DensityKind(StrEnum):
    """What a grid says."""

    LEVEL = "level"
    DIFFERENCE = "difference"
    RATIO = "ratio"


_QUESTIONS = {
    DensityKind.LEVEL: QT_TRANSLATE_NOOP("est_plugin", "How many incidents are there per km², everywhere?"),
    DensityKind.DIFFERENCE: QT_TRANSLATE_NOOP("est_plugin", "Where are there more, and where fewer, than before?"),
    DensityKind.RATIO: QT_TRANSLATE_NOOP("est_plugin", "How many times as many are there as before?"),
}


@dataclass(frozen=True, eq=False)
class DensityGrid:
    """Values at the centres of square pixels; NaN where nothing is said."""

    #: float32 (rows, columns); row 0 is the northernmost.
    values: npt.NDArray[np.float32]
    #: West and north edge of the grid and the side of a pixel, metres; whole multiples of the pixel size.
    x_min: float
    y_max: float
    cell_size: float
    #: What one incident (of the mean weight) adds to the pixel that it lies in at most, in the unit of the values.
    one_incident: float
    unit: DensityUnit = DensityUnit.PER_KM2
    kind: DensityKind = DensityKind.LEVEL
    #: The share of the kernel inside the study area, by which the values were divided (rows, columns): under 1 at its
    #: rim, where the values stand on fewer incidents; NaN outside. None without a study area.
    available: npt.NDArray[np.float32] | None = None
    #: Names (source texts) and values for the method box.
    parameters: tuple[tuple[str, object], ...] = ()

    def per_30_days(self, days: float) -> DensityGrid:
        """The rate, when the values are those of a period of ``days``.

        Raises InputError without days, or if the values are no plain density.
        """
        if not 0 < days < math.inf or self.unit != DensityUnit.PER_KM2:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "No rate per 30 days can be given."),
                why=QT_TRANSLATE_NOOP("est_plugin", "It needs the density of one period and its number of days."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Give the first and the last day of the period."),
            )
        factor = RATE_DAYS / days
        return replace(
            self,
            values=self.values * np.float32(factor),
            one_incident=self.one_incident * factor,
            unit=DensityUnit.PER_KM2_AND_30_DAYS,
            parameters=(*self.parameters, (QT_TRANSLATE_NOOP("est_plugin", "Days of the period"), days)),
        )

    @property
    def known(self) -> BoolArray:
        """Where the grid says something, (rows, columns)."""
        return ~np.isnan(self.values)

    @property
    def highest(self) -> float:
        """The highest value; 0 where nothing is said anywhere."""
        return float(np.nanmax(self.values)) if self.known.any() else 0.0

    @property
    def sentence(self) -> Sentence:
        """What the grid says, without a claim that no test has made."""
        known = self.values[self.known]
        if known.size == 0:
            return Sentence(QT_TRANSLATE_NOOP("est_plugin", "There are too few incidents everywhere to say anything."))
        low, high = float(known.min()), float(known.max())
        match self.kind:
            case DensityKind.LEVEL:
                return Sentence(
                    QT_TRANSLATE_NOOP("est_plugin", "Where they lie closest there are {number} {unit}."),
                    number=high,
                    unit=Sentence(self.unit.label),
                )
            case DensityKind.DIFFERENCE:
                return Sentence(
                    QT_TRANSLATE_NOOP(
                        "est_plugin",
                        "The largest increase is {more} and the largest decrease {fewer} {unit}. Whether it is more "
                        "than chance, the map does not say.",
                    ),
                    more=max(high, 0.0),
                    fewer=max(-low, 0.0),
                    unit=Sentence(self.unit.label),
                )
            case DensityKind.RATIO:
                return Sentence(
                    QT_TRANSLATE_NOOP(
                        "est_plugin",
                        "The density is between {low} and {high} times that of the other period. Whether it is more "
                        "than chance, the map does not say.",
                    ),
                    low=low,
                    high=high,
                )

    def method(self, checksum: str) -> MethodBox:
        """The method box; ``checksum`` is that of the incidents."""
        facts = [*self.parameters, (QT_TRANSLATE_NOOP("est_plugin", "Unit"), Sentence(self.unit.label))]
        if self.available is not None:
            lowest = float(np.nanmin(self.available))
            facts.append((QT_TRANSLATE_NOOP("est_plugin", "Smallest share of the kernel in the study area"), lowest))
        return MethodBox(
            question=Sentence(_QUESTIONS[self.kind]),
            null=NO_TEST,
            p_value=NO_TEST,
            tests=0,
            correction=NO_CORRECTION,
            parameters=tuple(facts),
            checksum=checksum,
        )
