# SPDX-License-Identifier: GPL-2.0-or-later
"""How are marks with numbers drawn on the maps that leave QGIS? Memory layers, made in the thread that draws them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsSingleSymbolRenderer,
    QgsTextBackgroundSettings,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType, QSizeF
from qgis.PyQt.QtGui import QColor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsSymbol


@dataclass(frozen=True)
class Mark:
    """A geometry with the number written on it."""

    wkb: bytes
    label: str = ""
    #: So many others stand in the same place and have been drawn before.
    beside: int = 0


def marks_layer(kind: str, authid: str, marks: Iterable[Mark], symbol: QgsSymbol | None, name: str) -> QgsVectorLayer:
    """A memory layer of ``kind`` (Point, LineString, Polygon) with the fields ``label`` and ``beside``."""
    options = QgsVectorLayer.LayerOptions(QgsCoordinateTransformContext())
    layer = QgsVectorLayer(f"Multi{kind}?crs={authid}", name, "memory", options)
    provider = layer.dataProvider()
    provider.addAttributes([QgsField("label", QMetaType.Type.QString), QgsField("beside", QMetaType.Type.Int)])
    layer.updateFields()
    features = []
    for mark in marks:
        geometry = QgsGeometry()
        geometry.fromWkb(mark.wkb)
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        feature["label"] = mark.label
        feature["beside"] = mark.beside
        features.append(feature)
    provider.addFeatures(features)
    layer.updateExtents()
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def plain_text(color: str, size: float) -> QgsTextFormat:
    """Bold text of ``size`` points."""
    text = QgsTextFormat()
    text.setSize(size)
    text.setForcedBold(True)
    text.setColor(QColor(color))
    return text


def disc_text(color: str, ground: str, size: float, width: float = 6.5) -> QgsTextFormat:
    """Text on a disc with a white rim, as the marks of the page; ``width`` of the disc in millimetres."""
    text = plain_text(color, size)
    disc = QgsTextBackgroundSettings()
    disc.setEnabled(True)
    disc.setType(QgsTextBackgroundSettings.ShapeType.ShapeCircle)
    disc.setSizeType(QgsTextBackgroundSettings.SizeType.SizeFixed)
    disc.setSize(QSizeF(width, width))
    disc.setFillColor(QColor(ground))
    disc.setStrokeColor(QColor("#ffffff"))
    disc.setStrokeWidth(0.1 * width)
    text.setBackground(disc)
    return text
