# SPDX-License-Identifier: GPL-2.0-or-later
"""A package on its way: what it shall be, the folder it is written in, and the layers that its pictures show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qgis.core import QgsMapLayer

    from est_plugin.export.background_cache import BackgroundCache
    from est_plugin.export.density_pictures import DensityPictures
    from est_plugin.export.plan import PackagePlan


@dataclass(frozen=True, eq=False)
class Background:
    """The map below, top layer first, and the pictures of it that were drawn before."""

    layers: Sequence[QgsMapLayer]
    cache: BackgroundCache


@dataclass(frozen=True, eq=False)
class Draft:
    """What each writer of a file of the package gets. Layers live in the thread that draws."""

    plan: PackagePlan
    #: The package itself; all that is in it goes out.
    folder: Path
    #: For files that only the drawing needs; gone afterwards.
    work: Path
    background: Background
    densities: DensityPictures
    #: The density of the period over the background, top layer first.
    ground: Sequence[QgsMapLayer]
