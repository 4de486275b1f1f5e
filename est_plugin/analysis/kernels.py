# SPDX-License-Identifier: GPL-2.0-or-later
"""How does the weight of an incident fall with the distance from it?"""

from __future__ import annotations

import math
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray

#: The Gaussian is cut at this many standard deviations; 0.03 % of its weight lies beyond.
_GAUSSIAN_REACH = 4.0


class Kernel(StrEnum):
    """Kernels; all but the Gaussian end at the bandwidth h, the Gaussian has h as its standard deviation."""

    QUARTIC = "quartic"
    UNIFORM = "uniform"
    TRIANGULAR = "triangular"
    EPANECHNIKOV = "epanechnikov"
    GAUSSIAN = "gaussian"

    @property
    def label(self) -> str:
        """Source text of the kernel's name."""
        return _LABELS[self]

    def reach(self, bandwidth: float) -> float:
        """Distance at which the weight ends, metres."""
        return bandwidth * (_GAUSSIAN_REACH if self is Kernel.GAUSSIAN else 1.0)

    def weight(self, distance: FloatArray, bandwidth: float) -> FloatArray:
        """Weight per m² at ``distance`` (any shape, metres); its integral over the plane is 1.

        With u = distance / h the kernels are c / (pi h²) times (1 - u²)² (c = 3), 1 (1), 1 - u (3), 1 - u² (2), and
        exp(-u²/2) (1/2), the last over the share of a Gaussian that is not cut. Source: Silverman 1986, section 4.2.
        """
        u = distance / bandwidth
        inside: FloatArray = np.maximum(1 - u**2, 0.0)
        profile: FloatArray
        match self:
            case Kernel.QUARTIC:
                profile = 3 * inside**2
            case Kernel.UNIFORM:
                profile = (u <= 1).astype(np.float64)
            case Kernel.TRIANGULAR:
                profile = np.maximum(3 - 3 * u, 0.0)
            case Kernel.EPANECHNIKOV:
                profile = 2 * inside
            case Kernel.GAUSSIAN:
                uncut = 1 - math.exp(-(_GAUSSIAN_REACH**2) / 2)
                profile = np.exp(-(u**2) / 2) * (u <= _GAUSSIAN_REACH) / (2 * uncut)
        return profile / (math.pi * bandwidth**2)


_LABELS = {
    Kernel.QUARTIC: QT_TRANSLATE_NOOP("est_plugin", "Quartic"),
    Kernel.UNIFORM: QT_TRANSLATE_NOOP("est_plugin", "Uniform"),
    Kernel.TRIANGULAR: QT_TRANSLATE_NOOP("est_plugin", "Triangular"),
    Kernel.EPANECHNIKOV: QT_TRANSLATE_NOOP("est_plugin", "Epanechnikov"),
    Kernel.GAUSSIAN: QT_TRANSLATE_NOOP("est_plugin", "Gaussian"),
}
