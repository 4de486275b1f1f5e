# SPDX-License-Identifier: GPL-2.0-or-later
"""Which colours has a density on the map, and what does its legend say?"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsColorRampLegendNodeSettings,
    QgsColorRampShader,
    QgsGradientColorRamp,
    QgsGradientStop,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor

from est_plugin.analysis.density_grid import DensityKind
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.i18n import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qgis.core import QgsColorRamp, QgsRasterDataProvider

    from est_plugin.analysis.density_grid import DensityGrid
    from est_plugin.i18n import Language

#: Opacity (0..255) of the faintest and the strongest shade: streets must show through where little happens.
FAINT, STRONG = 80, 215
_MORE = QT_TRANSLATE_NOOP("est_plugin", "{values} more")
_FEWER = QT_TRANSLATE_NOOP("est_plugin", "{values} fewer")
_TIMES = QT_TRANSLATE_NOOP("est_plugin", "{values} times as many")


def heat_ramp() -> QgsColorRamp:
    """Light yellow to dark purple: also readable in grey, and for the colour-blind."""
    stops = [QgsGradientStop(0.35, QColor("#f9a03f")), QgsGradientStop(0.7, QColor("#c73e4c"))]
    return QgsGradientColorRamp(QColor("#fff3b0"), QColor("#4a1260"), False, stops)  # noqa: FBT003 (QGIS's signature)


def change_ramp() -> QgsColorRamp:
    """Blue (fewer) over white to orange (more), which the colour-blind tell apart."""
    stops = [QgsGradientStop(0.5, QColor("#f7f7f7"))]
    return QgsGradientColorRamp(QColor("#08519c"), QColor("#b35806"), False, stops)  # noqa: FBT003 (QGIS's signature)


def renderer(
    provider: QgsRasterDataProvider, grid: DensityGrid, breaks: Sequence[float], language: Language
) -> QgsSingleBandPseudoColorRenderer:
    """A density runs smoothly from nothing through the colours of its ``breaks``; a change has a colour for each class
    between them.
    """
    is_level = grid.kind == DensityKind.LEVEL
    items = _levels(grid, breaks, language) if is_level else _classes(grid, breaks, language)
    kind = Qgis.ShaderInterpolationMethod.Linear if is_level else Qgis.ShaderInterpolationMethod.Discrete
    function = QgsColorRampShader(breaks[0], breaks[-1], None, kind)
    function.setColorRampItemList(list(items))
    # Every limit with its number, not a bar with the two ends.
    settings = QgsColorRampLegendNodeSettings()
    settings.setUseContinuousLegend(False)
    function.setLegendSettings(settings)
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(function)
    return QgsSingleBandPseudoColorRenderer(provider, 1, shader)


def look_of(renderer: object) -> str:
    """What a person sees of a renderer of ours, to know it again; empty for another kind of renderer."""
    if not isinstance(renderer, QgsSingleBandPseudoColorRenderer) or renderer.shader() is None:
        return ""
    function = renderer.shader().rasterShaderFunction()
    if not isinstance(function, QgsColorRampShader):
        return ""
    items = (
        f"{item.value:.5g} {item.color.name(QColor.NameFormat.HexArgb)} {item.label}"
        for item in function.colorRampItemList()
    )
    return "; ".join((str(function.colorRampType()), *items))


def _levels(
    grid: DensityGrid, breaks: Sequence[float], language: Language
) -> Iterator[QgsColorRampShader.ColorRampItem]:
    """Nothing at the lowest limit, then the ramp; the first row says the unit."""
    for limit in breaks:
        share = (limit - breaks[0]) / (breaks[-1] - breaks[0])
        colour = _shade(heat_ramp(), share, share)
        label = language.tell(limit)
        if limit == breaks[0]:
            colour.setAlpha(0)
            label = f"{label} {language.translate(CONTEXT, grid.unit.label)}"
        yield QgsColorRampShader.ColorRampItem(limit, colour, label)


def _classes(
    grid: DensityGrid, breaks: Sequence[float], language: Language
) -> Iterator[QgsColorRampShader.ColorRampItem]:
    """One colour for each class, by its upper limit; none for that of no news, in the middle."""
    limits = [-math.inf, *breaks[1:-1], math.inf]
    middle = len(limits) // 2 - 1
    for number, (lower, upper) in enumerate(pairwise(limits)):
        side = (number - middle) / middle
        if side == 0:
            colour = QColor(0, 0, 0, 0)
            label = language.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "about as before, or too few to tell"))
        elif grid.kind == DensityKind.RATIO:
            colour = _shade(change_ramp(), 0.5 + side / 2, abs(side))
            label = language.translate(CONTEXT, _TIMES).format(values=_between(lower, upper, language))
        else:
            colour = _shade(change_ramp(), 0.5 + side / 2, abs(side))
            ends = (lower, upper) if side > 0 else (-upper, -lower)
            words = language.translate(CONTEXT, _MORE if side > 0 else _FEWER)
            label = words.format(values=_between(*ends, language))
            if math.isinf(lower) or math.isinf(upper):
                label = f"{label} ({language.translate(CONTEXT, grid.unit.label)})"
        yield QgsColorRampShader.ColorRampItem(upper, colour, label)


def _between(lower: float, upper: float, language: Language) -> str:
    """A class of a legend; of ratios two decimals are enough."""
    if math.isinf(lower):
        words = language.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "under {limit}"))
        return words.format(limit=_number(upper, language))
    if math.isinf(upper):
        words = language.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "over {limit}"))
        return words.format(limit=_number(lower, language))
    words = language.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "{lower} to {upper}"))
    return words.format(lower=_number(lower, language), upper=_number(upper, language))


def _number(limit: float, language: Language) -> str:
    return language.tell(float(f"{limit:.2g}"))


def _shade(ramp: QgsColorRamp, share: float, strength: float) -> QColor:
    """A colour of the ramp, as opaque as ``strength`` (0..1)."""
    colour = ramp.color(share)
    colour.setAlpha(round(FAINT + (STRONG - FAINT) * strength))
    return colour
