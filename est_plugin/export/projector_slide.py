# SPDX-License-Identifier: GPL-2.0-or-later
"""How is a slide for a projector painted? Large, thick and dark enough for a pale wall, and for grey. In any thread."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from qgis.core import QgsRenderContext, QgsSingleSymbolRenderer, QgsVectorLayer
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF, QTextOption

from est_plugin.export.form_table import FONT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsMapLayer

    from est_plugin.export.pictures import Extract
    from est_plugin.i18n import Language

WIDTH, HEIGHT = 1920, 1080
MAP_WIDTH, MAP_HEIGHT = 1256, 860
#: The smallest numbers of the map, of 6.5 points, become letters of 24 pixels.
DPI = 266.0
_EDGE = 24
_TOP, _FOOT = 146, 1022
_PANEL = QRectF(2 * _EDGE + MAP_WIDTH, _TOP, WIDTH - 3 * _EDGE - MAP_WIDTH, MAP_HEIGHT)
_INK, _PAPER, _BAR = QColor("#111111"), QColor("#ffffff"), QColor("#12262b")
_LEADING = 1.25
_GAP = 10
#: Steps of all letters beside the map, none of which becomes smaller than the least.
_SCALES, _LEAST = (1.0, 0.86, 0.7), 24
_LEGEND_ROW, _SIGN, _LEGEND_TEXT = 50, 44, 28
_MOST_LEGEND_ROWS = 7
_BAR_WIDTH = 320
_KILOMETRE = 1000


class Size(IntEnum):
    """Height of letters in pixels; none below 24."""

    NUMBER = 64
    HEAD = 36
    TEXT = 34
    #: In a list.
    ROW = 28


@dataclass(frozen=True)
class Line:
    """A paragraph beside the map."""

    text: str
    size: Size = Size.TEXT


@dataclass(frozen=True)
class Slide:
    """One picture: what stands on it, and the ground that its map shows. ``name`` is that of its file, without type."""

    name: str
    title: str
    subtitle: str
    #: The most important first: what has no room is left out.
    lines: tuple[Line, ...]
    #: Information class, and who may see it.
    sharing: str
    #: Whom to thank for the background.
    credit: str
    extract: Extract

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that is painted, but the legend."""
        return (self.title, self.subtitle, *(line.text for line in self.lines), self.sharing, self.credit)


def paint_slide(slide: Slide, drawn_map: QImage, legend: Sequence[QgsMapLayer], words: Language) -> QImage:
    """The picture, ``WIDTH`` by ``HEIGHT`` pixels; ``legend`` holds layers of one symbol each."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(_PAPER)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    try:
        _paint_bars(painter, slide)
        frame = QRectF(_EDGE, _TOP, MAP_WIDTH, MAP_HEIGHT)
        painter.drawImage(frame.topLeft(), drawn_map)
        painter.setPen(QPen(_INK, 3))
        painter.drawRect(frame)
        _paint_scale(painter, slide.extract)
        _paint_north(painter, words.translate("est_plugin", "N"))
        rows = legend[:_MOST_LEGEND_ROWS]
        _paint_lines(painter, slide.lines, _PANEL.bottom() - len(rows) * _LEGEND_ROW - _GAP, words)
        _paint_legend(painter, rows)
    finally:
        painter.end()
    return image


def _font(pixels: int, *, is_bold: bool = False) -> QFont:
    font = QFont(FONT)
    font.setPixelSize(pixels)
    font.setBold(is_bold)
    return font


def _paint_bars(painter: QPainter, slide: Slide) -> None:
    """Title and period above, who may see it and whom to thank below."""
    painter.fillRect(QRectF(0, 0, WIDTH, _TOP - 16), _BAR)
    painter.fillRect(QRectF(0, _FOOT, WIDTH, HEIGHT - _FOOT), _BAR)
    painter.setPen(_PAPER)
    _paint_elided(painter, _font(54, is_bold=True), QRectF(_EDGE, 8, WIDTH - 2 * _EDGE, 70), slide.title)
    _paint_elided(painter, _font(28), QRectF(_EDGE, 78, WIDTH - 2 * _EDGE, 44), slide.subtitle)
    credit = _font(24)
    wide = min(QFontMetricsF(credit).horizontalAdvance(slide.credit) + 1, 700.0)
    foot = QRectF(_EDGE, _FOOT, WIDTH - 3 * _EDGE - wide, HEIGHT - _FOOT)
    _paint_elided(painter, _font(28, is_bold=True), foot, slide.sharing)
    _paint_elided(painter, credit, QRectF(WIDTH - _EDGE - wide, _FOOT, wide, HEIGHT - _FOOT), slide.credit)


def _paint_elided(painter: QPainter, font: QFont, room: QRectF, text: str) -> None:
    painter.setFont(font)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_lines(painter: QPainter, lines: Sequence[Line], bottom: float, words: Language) -> None:
    """As many paragraphs as there is room for, in smaller letters if all fit so; the last says how many more."""
    painter.setPen(_INK)
    steps = [_laid_out(painter, lines, scale) for scale in _SCALES]
    placed = next((each for each in steps if not each or each[-1][1].bottom() <= bottom), steps[-1])
    scale = _SCALES[steps.index(placed)]
    more_height = 0.0 if not placed or placed[-1][1].bottom() <= bottom else Size.TEXT * _LEADING
    shown = [(line, room) for line, room in placed if room.bottom() + more_height <= bottom]
    for line, room in shown:
        painter.setFont(_line_font(line, scale))
        painter.drawText(room, line.text, _wrapped())
    if len(shown) < len(lines):
        top = placed[len(shown)][1].top()
        text = words.translate("est_plugin", "… and {count} more").format(count=len(lines) - len(shown))
        painter.setFont(_font(Size.TEXT))
        painter.drawText(QRectF(_PANEL.left(), top, _PANEL.width(), more_height), text, _wrapped())


def _laid_out(painter: QPainter, lines: Sequence[Line], scale: float) -> list[tuple[Line, QRectF]]:
    """Each paragraph with its room, one below the other, however far down that goes."""
    top = _PANEL.top()
    placed = []
    for line in lines:
        painter.setFont(_line_font(line, scale))
        height = painter.boundingRect(
            QRectF(_PANEL.left(), top, _PANEL.width(), HEIGHT), line.text, _wrapped()
        ).height()
        placed.append((line, QRectF(_PANEL.left(), top, _PANEL.width(), height)))
        top += height + _GAP * scale
    return placed


def _line_font(line: Line, scale: float) -> QFont:
    return _font(max(_LEAST, round(line.size * scale)), is_bold=line.size in {Size.NUMBER, Size.HEAD})


def _wrapped() -> QTextOption:
    wrapped = QTextOption(Qt.AlignmentFlag.AlignLeft)
    wrapped.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return wrapped


def _paint_legend(painter: QPainter, legend: Sequence[QgsMapLayer]) -> None:
    """The signs with their names, at the foot of the panel."""
    painter.setFont(_font(_LEGEND_TEXT))
    top = _PANEL.bottom() - len(legend) * _LEGEND_ROW
    for layer in legend:
        renderer = layer.renderer() if isinstance(layer, QgsVectorLayer) else None
        if isinstance(renderer, QgsSingleSymbolRenderer):
            painter.drawImage(QPointF(_PANEL.left(), top + (_LEGEND_ROW - _SIGN) / 2), _sign(renderer))
        painter.setPen(_INK)
        left = _PANEL.left() + _SIGN + 16
        room = QRectF(left, top, _PANEL.right() - left, _LEGEND_ROW)
        _paint_elided(painter, _font(_LEGEND_TEXT), room, layer.name())
        top += _LEGEND_ROW


def _sign(renderer: QgsSingleSymbolRenderer) -> QImage:
    """The symbol as large as its row, as thick as on the map."""
    image = QImage(_SIGN, _SIGN, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    context = QgsRenderContext.fromQPainter(painter)
    # A sign of the map in its own size is larger than its row.
    context.setScaleFactor(0.6 * DPI / 25.4)
    symbol = renderer.symbol().clone()
    symbol.drawPreviewIcon(painter, QSize(_SIGN, _SIGN), context)
    painter.end()
    return image


def _paint_scale(painter: QPainter, extract: Extract) -> None:
    """A bar of a round length in the lower left corner of the map."""
    west, _, east, _ = extract.bounds
    pixels_per_metre = extract.width / (east - west)
    metres = _round_length(_BAR_WIDTH / pixels_per_metre)
    wide = metres * pixels_per_metre
    text = f"{metres:g} m" if metres < _KILOMETRE else f"{metres / _KILOMETRE:g} km"
    ground = QRectF(_EDGE + 16, _TOP + MAP_HEIGHT - 92, wide + 40, 76)
    painter.fillRect(ground, _PAPER)
    painter.setPen(_INK)
    painter.setFont(_font(28, is_bold=True))
    painter.drawText(QRectF(ground.left(), ground.top() + 2, ground.width(), 40), Qt.AlignmentFlag.AlignCenter, text)
    painter.setPen(QPen(_INK, 2))
    for number, colour in enumerate((_INK, _PAPER)):
        painter.setBrush(colour)
        painter.drawRect(QRectF(ground.left() + 20 + number * wide / 2, ground.bottom() - 28, wide / 2, 14))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _round_length(most: float) -> float:
    """The largest of 1, 2 and 5 times a power of ten that is not above ``most``."""
    power = 10.0 ** math.floor(math.log10(most))
    return next(power * step for step in (5, 2, 1) if power * step <= most)


def _paint_north(painter: QPainter, letter: str) -> None:
    """An arrow in the upper right corner of the map."""
    ground = QRectF(_EDGE + MAP_WIDTH - 80, _TOP + 16, 64, 108)
    painter.fillRect(ground, _PAPER)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_INK)
    x, y = ground.center().x(), ground.top() + 10
    painter.drawPolygon(
        QPolygonF([QPointF(x, y), QPointF(x + 18, y + 50), QPointF(x, y + 38), QPointF(x - 18, y + 50)])
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_INK)
    painter.setFont(_font(32, is_bold=True))
    painter.drawText(QRectF(ground.left(), y + 50, ground.width(), 44), Qt.AlignmentFlag.AlignCenter, letter)
