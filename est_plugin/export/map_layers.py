# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers of a package's pictures, opened anew in the thread that draws them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsField,
    QgsFillSymbol,
    QgsGeometry,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsMapLayer

    from est_plugin.export.plan import BackgroundLayer, PackagePlan

_CALM = {
    QgsWkbTypes.PolygonGeometry: {"color": "#e6e6e1", "outline_color": "#c9c9c2", "outline_width": "0.1"},
    QgsWkbTypes.LineGeometry: {"line_color": "#b4b4ac", "line_width": "0.35", "capstyle": "round"},
    QgsWkbTypes.PointGeometry: {"color": "#a8a8a0", "outline_style": "no", "size": "0.8"},
}
_HOTSPOT = {"color": "179,38,30,50", "outline_color": "#b3261e", "outline_width": "0.7"}
_MEASURES = {
    "Point": {"name": "square", "color": "#0b57a4", "outline_color": "#ffffff", "outline_width": "0.3", "size": "3"},
    "LineString": {"line_color": "#0b57a4", "line_width": "0.9"},
    "Polygon": {"color": "11,87,164,40", "outline_color": "#0b57a4", "outline_width": "0.5"},
}
_WALK = {"line_color": "#6a1b9a", "line_width": "0.9", "line_style": "dash"}


@dataclass(frozen=True)
class _Mark:
    """A geometry with the number written beside it."""

    wkb: bytes
    label: str


def open_background(background: Iterable[BackgroundLayer]) -> list[QgsMapLayer]:
    """The background, top layer first. Raises ExportError if a layer cannot be opened."""
    return [_open(layer) for layer in background]


def overlay(plan: PackagePlan) -> list[QgsMapLayer]:
    """Hotspots with their ranks, measures and walks as memory layers, top layer first."""
    measures = [item.wkb for item in plan.measures if item.wkb is not None]
    spots = [_Mark(spot.wkb, str(spot.rank)) for spot in plan.hotspots]
    walks = [_Mark(walk.wkb, "") for walk in plan.walks if walk.wkb is not None]
    layers = [
        _memory(kind, plan.crs_authid, [_Mark(wkb, "") for wkb in measures if _kind(wkb) == kind], symbol)
        for kind, symbol in (
            ("Point", QgsMarkerSymbol.createSimple(_MEASURES["Point"])),
            ("LineString", QgsLineSymbol.createSimple(_MEASURES["LineString"])),
            ("Polygon", QgsFillSymbol.createSimple(_MEASURES["Polygon"])),
        )
    ]
    layers.append(_memory("LineString", plan.crs_authid, walks, QgsLineSymbol.createSimple(_WALK)))
    layers.append(_memory("Polygon", plan.crs_authid, spots, QgsFillSymbol.createSimple(_HOTSPOT)))
    return [layer for layer in layers if layer.featureCount()]


def _open(layer: BackgroundLayer) -> QgsMapLayer:
    opened: QgsMapLayer
    if layer.kind == "raster":
        opened = QgsRasterLayer(layer.source, layer.name, layer.provider)
    else:
        options = QgsVectorLayer.LayerOptions(QgsCoordinateTransformContext())
        opened = QgsVectorLayer(layer.source, layer.name, layer.provider, options)
    if not opened.isValid():
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "The background layer {layer} cannot be opened."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Its source is gone or refuses a second reader."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Repair the layer, or leave it out of the package."),
            layer=layer.name,
        )
    if layer.style:
        document = QDomDocument()
        document.setContent(layer.style)
        is_styled, reason = opened.importNamedStyle(document)
        if not is_styled:
            raise ExportError(
                QT_TRANSLATE_NOOP("est_plugin", "The style of the background layer {layer} cannot be read."),
                why=QT_TRANSLATE_NOOP("est_plugin", "QGIS says: {reason}."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Style the layer anew, or leave it out of the package."),
                layer=layer.name,
                reason=reason,
            )
    elif isinstance(opened, QgsVectorLayer):
        _make_calm(opened)
    return opened


def _make_calm(layer: QgsVectorLayer) -> None:
    """Grey, so that what EST shows stands out."""
    makers: dict[object, type[QgsFillSymbol | QgsLineSymbol | QgsMarkerSymbol]] = {
        QgsWkbTypes.PolygonGeometry: QgsFillSymbol,
        QgsWkbTypes.LineGeometry: QgsLineSymbol,
        QgsWkbTypes.PointGeometry: QgsMarkerSymbol,
    }
    kind = layer.geometryType()
    if kind in makers:
        layer.setRenderer(QgsSingleSymbolRenderer(makers[kind].createSimple(_CALM[kind])))


def _kind(wkb: bytes) -> str:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return {
        QgsWkbTypes.PointGeometry: "Point",
        QgsWkbTypes.LineGeometry: "LineString",
        QgsWkbTypes.PolygonGeometry: "Polygon",
    }.get(geometry.type(), "")


def _memory(kind: str, authid: str, marks: Iterable[_Mark], symbol: QgsSymbol | None) -> QgsVectorLayer:
    options = QgsVectorLayer.LayerOptions(QgsCoordinateTransformContext())
    layer = QgsVectorLayer(f"Multi{kind}?crs={authid}", kind, "memory", options)
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
    if any(mark.label for mark in marks):
        _label(layer)
    return layer


def _label(layer: QgsVectorLayer) -> None:
    """The rank in the middle of the place, bold, with a white halo."""
    text = QgsTextFormat()
    text.setSize(11)
    text.setForcedBold(True)
    text.setColor(QColor("#5c120d"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = "label"
    settings.setFormat(text)
    settings.placement = QgsPalLayerSettings.Placement.OverPoint
    settings.centroidInside = True
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
