# SPDX-License-Identifier: GPL-2.0-or-later
"""What is drawn over the maps of a walk's paper? Route, stops, squares and open points, in black and white."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import shapely
from qgis.core import (
    Qgis,
    QgsLineSymbol,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsSimpleLineSymbolLayer,
    QgsTextBufferSettings,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from est_plugin.export.marks import Mark, disc_text, marks_layer, plain_text
from est_plugin.export.walk_words import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qgis.core import QgsMapLayer, QgsTextFormat, QgsVectorLayer

    from est_plugin.export.paper_page import Page
    from est_plugin.export.pictures import Extract
    from est_plugin.export.walk_plan import SheetStop, WalkSheetPlan

#: Side of the squares in metres.
SQUARE = 50.0
_BLACK, _WHITE = "#000000", "#ffffff"
_CASING = {"line_color": _WHITE, "line_width": "2.4", "capstyle": "round", "joinstyle": "round"}
_ROUTE = {"line_color": _BLACK, "line_width": "1.1", "capstyle": "round", "joinstyle": "round"}
_ARROW = {"name": "filled_arrowhead", "color": _BLACK, "outline_color": _WHITE, "outline_width": "0.3", "size": "5.6"}
#: Millimetres between the arrows that show which way people walk.
_ARROWS = 38.0
_GRID = {"line_color": _BLACK, "line_width": "0.25", "line_style": "dash"}
_POINT = {"name": "square", "color": _WHITE, "outline_color": _BLACK, "outline_width": "0.5", "size": "5.4"}
_NOTHING = {"name": "circle", "color": "0,0,0,0", "outline_style": "no", "size": "0"}
_BIG, _SMALL = 20.0, 13.0
#: Metres from the middle of a stop's number, or of a letter, in which nothing else shall stand.
_STOP_ROOM, _POINT_ROOM = 14.0, 9.5
#: A label stands so many metres inside its square, at the scale of a stop's map; less of a square has none.
_INSET, _LEAST = 7.0, 14.0


def page_overlay(plan: WalkSheetPlan, page: Page) -> list[QgsMapLayer]:
    """The layers of a page's map, top layer first; none for a page without a map."""
    chosen = page.values.get("stop")
    return [] if page.extract is None else walk_overlay(plan, page.extract, None if chosen is None else int(chosen))


def walk_overlay(plan: WalkSheetPlan, extract: Extract, current: int | None = None) -> list[QgsMapLayer]:
    """Route and stops, top layer first; about the stop ``current`` (from 0) with its open points and squares."""
    layers = [*_stops(plan, current)]
    if current is not None:
        layers.append(_labelled(plan, list(_open_points(plan.stops[current])), plain_text(_BLACK, 12), _POINT))
        layers += _squares(plan, extract.bounds)
    layers.append(_route(plan))
    return [layer for layer in layers if layer.featureCount()]


def _stops(plan: WalkSheetPlan, current: int | None) -> Iterator[QgsVectorLayer]:
    """The number of each stop on a disc: black, but white where the map is about another stop."""
    is_small = current is not None
    marks = [(index, stop) for index, stop in enumerate(plan.stops) if stop.point is not None]
    big = [Mark(stop.point.wkb, str(stop.number)) for index, stop in marks if not is_small or index == current]
    small = [Mark(stop.point.wkb, str(stop.number)) for index, stop in marks if is_small and index != current]
    size = _BIG if is_small else 14.0
    yield _labelled(plan, big, disc_text(_WHITE, _BLACK, size, 0.58 * size))
    white = disc_text(_BLACK, _WHITE, _SMALL, 0.58 * _SMALL)
    ground = white.background()
    ground.setStrokeColor(QColor(_BLACK))
    white.setBackground(ground)
    yield _labelled(plan, small, white)


def _open_points(stop: SheetStop) -> Iterator[Mark]:
    """The letter of each point, moved to the east until it hides neither the stop's number nor another letter."""
    taken = [] if stop.point is None else [(stop.point, _STOP_ROOM)]
    for letter, point in zip(LETTERS, stop.open_points, strict=False):
        place = shapely.Point(point.x, point.y)
        while any(place.distance(other) < room for other, room in taken):
            place = shapely.Point(place.x + 1, place.y)
        taken.append((place, _POINT_ROOM))
        yield Mark(place.wkb, letter)


def _route(plan: WalkSheetPlan) -> QgsVectorLayer:
    symbol = QgsLineSymbol.createSimple(_CASING)
    symbol.appendSymbolLayer(QgsSimpleLineSymbolLayer.create(_ROUTE))  # noqa: QGS201 (refused for layers of another kind only)
    arrows = QgsMarkerLineSymbolLayer(True, _ARROWS)  # noqa: FBT003 (QGIS's signature)
    arrows.setOffsetAlongLine(_ARROWS / 2)
    arrows.setSubSymbol(QgsMarkerSymbol.createSimple(_ARROW))  # noqa: QGS201 (as above)
    symbol.appendSymbolLayer(arrows)  # noqa: QGS201 (as above)
    marks = [] if plan.route is None else [Mark(shapely.to_wkb(plan.route, byte_order=1))]
    return marks_layer("LineString", plan.crs_authid, marks, symbol, "")


def _squares(plan: WalkSheetPlan, bounds: tuple[float, float, float, float]) -> Iterator[QgsVectorLayer]:
    """Lines at whole squares of the CRS, and a name such as B2 in the upper left corner of each square."""
    west, south, east, north = bounds
    xs, ys = _lines(west, east), _lines(south, north)
    lines = [shapely.LineString([(x, south), (x, north)]) for x in xs]
    lines += [shapely.LineString([(west, y), (east, y)]) for y in ys]
    names = []
    for row, (_, top) in enumerate(reversed(_parts(ys, south, north)), start=1):
        for letter, (left, _) in zip(map(str.upper, LETTERS), _parts(xs, west, east), strict=False):
            names.append(Mark(shapely.Point(left + _INSET, top - _INSET).wkb, f"{letter}{row}"))
    text = plain_text(_BLACK, 12)
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setColor(QColor(_WHITE))
    text.setBuffer(halo)
    yield _labelled(plan, names, text)
    marks = [Mark(line.wkb) for line in lines]
    yield marks_layer("LineString", plan.crs_authid, marks, QgsLineSymbol.createSimple(_GRID), "")


def _lines(start: float, end: float) -> list[float]:
    return [SQUARE * number for number in range(math.ceil(start / SQUARE), math.floor(end / SQUARE) + 1)]


def _parts(lines: Sequence[float], start: float, end: float) -> list[tuple[float, float]]:
    """From line to line and from the edges to the lines, without what is too narrow for a name."""
    sides = [start, *lines, end]
    return [(low, high) for low, high in pairwise(sides) if high - low >= _LEAST]


def _labelled(
    plan: WalkSheetPlan, marks: Sequence[Mark], text: QgsTextFormat, symbol: dict[str, str] | None = None
) -> QgsVectorLayer:
    """Points with their labels in the middle, drawn whatever else stands there."""
    layer = marks_layer("Point", plan.crs_authid, marks, QgsMarkerSymbol.createSimple(symbol or _NOTHING), "")
    settings = QgsPalLayerSettings()
    settings.fieldName = "label"
    settings.setFormat(text)
    settings.placement = Qgis.LabelPlacement.OverPoint
    placement = settings.placementSettings()
    placement.setOverlapHandling(Qgis.LabelOverlapHandling.AllowOverlapAtNoCost)
    settings.setPlacementSettings(placement)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return layer
