# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers that EST lays over the background in a package's pictures, made anew in the thread that draws them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsBilinearRasterResampler,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsField,
    QgsFillSymbol,
    QgsGeometry,
    QgsGradientFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsTextBackgroundSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType, QPointF, QSizeF
from qgis.PyQt.QtGui import QColor, QImageReader

from est_plugin.export.density_pictures import heat_ramp
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from qgis.core import QgsMapLayer

    from est_plugin.export.density_pictures import DensityPictures
    from est_plugin.export.plan import PackagePlan

_HOTSPOT = {"color": "179,38,30,50", "outline_color": "#b3261e", "outline_width": "0.8"}
_MEASURES = {
    "Point": {"name": "square", "color": "#0b57a4", "outline_color": "#ffffff", "outline_width": "0.4", "size": "3.6"},
    "LineString": {"line_color": "#0b57a4", "line_width": "1.1"},
    "Polygon": {"color": "11,87,164,40", "outline_color": "#0b57a4", "outline_width": "0.7"},
}
_WALK = {"line_color": "#6a1b9a", "line_width": "1", "line_style": "dash"}
_STOP = {"name": "circle", "color": "#ffffff", "outline_color": "#6a1b9a", "outline_width": "0.4", "size": "3.6"}


@dataclass(frozen=True)
class _Mark:
    """A geometry with the number written on it."""

    wkb: bytes
    label: str = ""


def overlay(plan: PackagePlan) -> list[QgsMapLayer]:
    """Hotspots with their ranks, measures, and walks with their stops as memory layers, top layer first."""
    words = Language(plan.language)
    authid = plan.crs_authid
    measures = [item.wkb for item in plan.measures if item.wkb is not None]
    stops = [_Mark(stop.wkb, str(stop.number)) for walk in plan.walks for stop in walk.stops if stop.wkb is not None]
    routes = [_Mark(walk.wkb) for walk in plan.walks if walk.wkb is not None]
    spots = [_Mark(spot.wkb, str(spot.rank)) for spot in plan.hotspots]
    layers = [
        _memory("Point", authid, stops, QgsMarkerSymbol.createSimple(_STOP), words.translate("est_plugin", "Stops")),
        *(
            _memory(kind, authid, [_Mark(wkb) for wkb in measures if _kind(wkb) == kind], symbol, name)
            for kind, symbol, name in (
                (
                    "Point",
                    QgsMarkerSymbol.createSimple(_MEASURES["Point"]),
                    words.translate("est_plugin", "Measures at a place"),
                ),
                (
                    "LineString",
                    QgsLineSymbol.createSimple(_MEASURES["LineString"]),
                    words.translate("est_plugin", "Measures along a stretch"),
                ),
                (
                    "Polygon",
                    QgsFillSymbol.createSimple(_MEASURES["Polygon"]),
                    words.translate("est_plugin", "Measures in an area"),
                ),
            )
        ),
        _memory(
            "LineString",
            authid,
            routes,
            QgsLineSymbol.createSimple(_WALK),
            words.translate("est_plugin", "Safety walks"),
        ),
        _memory(
            "Polygon", authid, spots, QgsFillSymbol.createSimple(_HOTSPOT), words.translate("est_plugin", "Hotspots")
        ),
    ]
    _number(layers[0], _plain_text("#4a1260", 7))
    _number(layers[-1], _disc_text("#ffffff", "#b3261e", 11))
    return [layer for layer in layers if layer.featureCount()]


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


def legend_layers(plan: PackagePlan, layers: Iterable[QgsMapLayer], *, has_density: bool) -> list[QgsMapLayer]:
    """What a legend names, hotspots first, the density last as a layer of its colours."""
    named = list(layers)[::-1]
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
            _memory("Polygon", plan.crs_authid, (), symbol, words.translate("est_plugin", "Incidents: few to many"))
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


def _memory(kind: str, authid: str, marks: Iterable[_Mark], symbol: QgsSymbol | None, name: str) -> QgsVectorLayer:
    options = QgsVectorLayer.LayerOptions(QgsCoordinateTransformContext())
    layer = QgsVectorLayer(f"Multi{kind}?crs={authid}", name, "memory", options)
    provider = layer.dataProvider()
    provider.addAttributes([QgsField("label", QMetaType.Type.QString)])
    layer.updateFields()
    features = []
    for mark in marks:
        geometry = QgsGeometry()
        geometry.fromWkb(mark.wkb)
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        feature["label"] = mark.label
        features.append(feature)
    provider.addFeatures(features)
    layer.updateExtents()
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def _plain_text(color: str, size: float) -> QgsTextFormat:
    text = QgsTextFormat()
    text.setSize(size)
    text.setForcedBold(True)
    text.setColor(QColor(color))
    return text


def _disc_text(color: str, ground: str, size: float) -> QgsTextFormat:
    """Text on a disc with a white rim, as the marks of the page."""
    text = _plain_text(color, size)
    disc = QgsTextBackgroundSettings()
    disc.setEnabled(True)
    disc.setType(QgsTextBackgroundSettings.ShapeType.ShapeCircle)
    disc.setSizeType(QgsTextBackgroundSettings.SizeType.SizeFixed)
    disc.setSize(QSizeF(6.5, 6.5))
    disc.setFillColor(QColor(ground))
    disc.setStrokeColor(QColor("#ffffff"))
    disc.setStrokeWidth(0.6)
    text.setBackground(disc)
    return text


def _number(layer: QgsVectorLayer, text: QgsTextFormat) -> None:
    """Write each number in the middle of its place, always."""
    settings = QgsPalLayerSettings()
    settings.fieldName = "label"
    settings.setFormat(text)
    settings.placement = Qgis.LabelPlacement.OverPoint
    settings.centroidInside = True
    placement = settings.placementSettings()
    placement.setOverlapHandling(Qgis.LabelOverlapHandling.AllowOverlapAtNoCost)
    settings.setPlacementSettings(placement)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
