# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers that EST lays over the background in a package's pictures, made anew in the thread that draws them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import shapely
from qgis.core import (
    Qgis,
    QgsBilinearRasterResampler,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometry,
    QgsGradientFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsPropertyCollection,
    QgsRasterLayer,
    QgsRectangle,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSvgMarkerSymbolLayer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QColor, QImageReader

from est_plugin import paths
from est_plugin.domain.edition import Part
from est_plugin.export.frame import middle_of
from est_plugin.export.marks import Mark, disc_text, marks_layer, plain_text
from est_plugin.export.measure_signs import MeasureSign, signs_of
from est_plugin.export.public_layers import square_layers
from est_plugin.i18n import Language
from est_plugin.layers.density_colours import heat_ramp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from qgis.core import QgsMapLayer

    from est_plugin.export.density_pictures import DensityPictures
    from est_plugin.export.plan import PackagePlan

#: A mark of measures says so by this property of its layer.
_SIGN = "est/sign"
_HOTSPOT = {"color": "179,38,30,50", "outline_color": "#b3261e", "outline_width": "0.8"}
#: The box that a measure's icon stands in; its number stands at the lower right corner. Millimetres.
_BOX = {"name": "square", "color": "#ffffff", "outline_color": "#1b1b1b", "outline_width": "0.4", "size": "6"}
_ICON, _STEP, _CORNER = 5.0, 7.6, 3.0
#: The box stands on a stem so high above its place, so that no hotspot's number hides it.
_ABOVE = 7.0
_EDGE = {"line_color": "#1b1b1b", "line_width": "1.9", "capstyle": "flat"}
_WALK = {"line_color": "#6a1b9a", "line_width": "1", "line_style": "dash"}
_STOP = {"name": "circle", "color": "#ffffff", "outline_color": "#6a1b9a", "outline_width": "0.4", "size": "3.6"}


def overlay(plan: PackagePlan) -> list[QgsMapLayer]:
    """Hotspots with their ranks, measures, and walks with their stops as memory layers, top layer first."""
    words = Language(plan.language)
    authid = plan.crs_authid
    stops = [Mark(stop.wkb, str(stop.number)) for walk in plan.walks for stop in walk.stops if stop.wkb is not None]
    routes = [Mark(walk.wkb) for walk in plan.walks if walk.wkb is not None]
    spots = [Mark(spot.wkb, str(spot.rank)) for spot in plan.hotspots]
    layers = [
        marks_layer(
            "Point", authid, stops, QgsMarkerSymbol.createSimple(_STOP), words.translate("est_plugin", "Stops")
        ),
        *_measures(plan, words),
        marks_layer(
            "LineString",
            authid,
            routes,
            QgsLineSymbol.createSimple(_WALK),
            words.translate("est_plugin", "Safety walks"),
        ),
        marks_layer(
            "Polygon", authid, spots, QgsFillSymbol.createSimple(_HOTSPOT), words.translate("est_plugin", "Hotspots")
        ),
    ]
    _number(layers[0], plain_text("#4a1260", 7))
    _number(layers[-1], disc_text("#ffffff", "#b3261e", 11))
    if plan.public is not None:
        squares = list(square_layers(plan.public, authid, words))
        for layer in squares:
            _number(layer, plain_text("#08263f", 9))
        layers += squares
    return [layer for layer in layers if layer.featureCount()]


def _measures(plan: PackagePlan, words: Language) -> Iterator[QgsVectorLayer]:
    """For each sign the marks, then without a name of their own the stretches and areas below them."""
    shapes = {item.key: shapely.from_wkb(item.wkb) for item in plan.measures if item.wkb is not None}
    places = {key: middle_of(shape) for key, shape in shapes.items()}
    before: Counter[str] = Counter()
    marks = {}
    for item in plan.measures:
        if item.key in places:
            place = places[item.key]
            marks[item.key] = Mark(place.wkb, str(item.number), before[place.wkt])
            before[place.wkt] += 1
    for sign in reversed(signs_of(plan)):
        keys = [item.key for item in plan.measures if item.sign is sign and item.key in places]
        name = words.translate("est_plugin", sign.label)
        layer = marks_layer("Point", plan.crs_authid, [marks[key] for key in keys], _box(sign), name)
        layer.setCustomProperty(_SIGN, sign.value)
        if plan.request.has(Part.MEASURES):
            # Else there is no table in which the number could be looked up.
            _number(layer, disc_text("#ffffff", "#1b1b1b", 6.5, 3.6), offset=_CORNER)
        yield layer
    for sign in signs_of(plan):
        found = [shapes[item.key].wkb for item in plan.measures if item.sign is sign and item.key in shapes]
        for kind, symbol in (("LineString", _stretch(sign)), ("Polygon", _area(sign))):
            yield marks_layer(kind, plan.crs_authid, [Mark(wkb) for wkb in found if _kind(wkb) == kind], symbol, "")


def is_sign(layer: QgsMapLayer) -> bool:
    """Whether it shows the marks of one kind of measure."""
    return layer.customProperty(_SIGN) is not None


def sign_of_any(plan: PackagePlan, name: str) -> QgsVectorLayer:
    """A layer without marks, whose symbol stands in a legend for measures of any kind."""
    return marks_layer("Point", plan.crs_authid, (), _box(MeasureSign.OTHER), name)


def _box(sign: MeasureSign) -> QgsSymbol | None:
    """The icon of the sign in a white box on a stem; measures in one and the same place stand side by side."""
    symbol = QgsMarkerSymbol.createSimple(_BOX)
    symbol.appendSymbolLayer(QgsSvgMarkerSymbolLayer(paths.icon(sign.value), _ICON))  # noqa: QGS201 (refused for layers of another kind only)
    aside = QgsProperty.fromExpression(f"""to_string({_STEP} * coalesce("beside", 0)) || ',-{_ABOVE}'""")
    for layer in symbol.symbolLayers():
        layer.setDataDefinedProperty(QgsSymbolLayer.Property.Offset, aside)
    stem = {"name": "line", "size": "0", "offset": "0,-2", "outline_color": "#1b1b1b", "outline_width": "0.5"}
    foot = QgsSimpleMarkerSymbolLayer.create(stem)
    # Not where others stand already, and not in the legend, which has no place.
    alone = QgsProperty.fromExpression("""if("beside" = 0, 4, 0)""")
    foot.setDataDefinedProperty(QgsSymbolLayer.Property.Size, alone)
    symbol.insertSymbolLayer(0, foot)
    return symbol


def _stretch(sign: MeasureSign) -> QgsSymbol | None:
    """Colour and pattern of the sign between black edges."""
    symbol = QgsLineSymbol.createSimple(_EDGE)
    width = 1.1
    inner = {"line_color": sign.color, "line_width": str(width), "capstyle": "flat"}
    if sign.dashes is not None:
        dash = ";".join(str(width * length) for length in sign.dashes)
        inner |= {"use_custom_dash": "1", "customdash": dash, "customdash_unit": "MM"}
    symbol.appendSymbolLayer(QgsSimpleLineSymbolLayer.create(inner))  # noqa: QGS201 (as in the box)
    return symbol


def _area(sign: MeasureSign) -> QgsSymbol | None:
    fill = QColor(sign.color)
    color = f"{fill.red()},{fill.green()},{fill.blue()},70"
    return QgsFillSymbol.createSimple({"color": color, "outline_color": "#1b1b1b", "outline_width": "0.8"})


def density_layer(densities: DensityPictures, work: Path, authid: str) -> list[QgsMapLayer]:
    """The density of the period as a picture on the ground, written below ``work``; none without incidents."""
    if "now" not in densities.pictures:
        return []
    path = work / "density.png"
    path.write_bytes(densities.pictures["now"])
    size = QImageReader(str(path)).size()
    west, south, east, north = densities.bounds
    across, down = (east - west) / size.width(), (north - south) / size.height()
    path.with_suffix(".pgw").write_text(f"{across}\n0\n0\n{-down}\n{west + across / 2}\n{north - down / 2}\n")
    layer = QgsRasterLayer(str(path), "density", "gdal")
    layer.setCrs(QgsCoordinateReferenceSystem(authid))
    layer.resampleFilter().setZoomedInResampler(QgsBilinearRasterResampler())
    return [layer]


def within(layers: Iterable[QgsMapLayer], bounds: tuple[float, float, float, float]) -> list[QgsMapLayer]:
    """The layers that have anything inside west, south, east, north."""
    request = QgsFeatureRequest(QgsRectangle(*bounds)).setFlags(Qgis.FeatureRequestFlag.ExactIntersect)
    return [
        layer
        for layer in layers
        if not isinstance(layer, QgsVectorLayer) or next(layer.getFeatures(request), None) is not None
    ]


def legend_layers(plan: PackagePlan, layers: Iterable[QgsMapLayer], *, has_density: bool) -> list[QgsMapLayer]:
    """What a legend names, hotspots first, the density last as a layer of its colours."""
    named = [layer for layer in layers if layer.name()][::-1]
    if has_density:
        words = Language(plan.language)
        fill = QgsGradientFillSymbolLayer()
        fill.setGradientColorType(Qgis.GradientColorSource.ColorRamp)
        fill.setColorRamp(heat_ramp())
        fill.setReferencePoint1(QPointF(0, 0.5))
        fill.setReferencePoint2(QPointF(1, 0.5))
        symbol = QgsFillSymbol()
        symbol.changeSymbolLayer(0, fill)  # noqa: QGS201 (refused for layers of another kind only)
        named.append(
            marks_layer("Polygon", plan.crs_authid, (), symbol, words.translate("est_plugin", "Incidents: few to many"))
        )
    return named


def _kind(wkb: bytes) -> str:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return {
        QgsWkbTypes.PointGeometry: "Point",
        QgsWkbTypes.LineGeometry: "LineString",
        QgsWkbTypes.PolygonGeometry: "Polygon",
    }.get(geometry.type(), "")


def _number(layer: QgsVectorLayer, text: QgsTextFormat, offset: float = 0.0) -> None:
    """Write each number in the middle of its place, always; or ``offset`` millimetres aside at the box of a measure."""
    settings = QgsPalLayerSettings()
    settings.fieldName = "label"
    settings.setFormat(text)
    settings.placement = Qgis.LabelPlacement.OverPoint
    settings.centroidInside = True
    if offset:
        aside = f"""to_string({offset} + {_STEP} * coalesce("beside", 0)) || ',{offset - _ABOVE}'"""
        properties = QgsPropertyCollection()
        properties.setProperty(QgsPalLayerSettings.Property.OffsetXY, QgsProperty.fromExpression(aside))
        settings.setDataDefinedProperties(properties)
    placement = settings.placementSettings()
    placement.setOverlapHandling(Qgis.LabelOverlapHandling.AllowOverlapAtNoCost)
    settings.setPlacementSettings(placement)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
