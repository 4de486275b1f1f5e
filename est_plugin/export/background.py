# SPDX-License-Identifier: GPL-2.0-or-later
"""What lies below the hotspots? Layers of the project or the town in the database, as text that any thread can open."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMapLayerFactory,
    QgsMarkerSymbol,
    QgsReadWriteContext,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtXml import QDomDocument

from est_plugin import paths
from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError, InputError
from est_plugin.export.pictures import draws_nothing
from est_plugin.export.plan import BackgroundLayer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsMapLayer

    from est_plugin.db.database import Database
    from est_plugin.export.pictures import Extract
    from est_plugin.feedback import Feedback

#: Tables of this name hold the town itself; those that a package shows, from top to bottom, and their styles.
_TOWN = "town_"
_TOWN_STYLES = {"town_street": "streets", "town_building": "buildings", "town_area": "areas"}
_KINDS = (Qgis.LayerType.Vector, Qgis.LayerType.Raster, Qgis.LayerType.VectorTile, Qgis.LayerType.Mesh)
_MEMORY = "memory"
_CALM = {
    QgsWkbTypes.PolygonGeometry: {"color": "#e6e6e1", "outline_color": "#c9c9c2", "outline_width": "0.1"},
    QgsWkbTypes.LineGeometry: {"line_color": "#b4b4ac", "line_width": "0.35", "capstyle": "round"},
    QgsWkbTypes.PointGeometry: {"color": "#a8a8a0", "outline_style": "no", "size": "0.8"},
}


def background_of(layer: QgsMapLayer) -> BackgroundLayer:
    """A project layer with its style; a layer that lives in memory only is copied. Runs on the main thread.

    Raises InputError for a kind of layer that cannot be drawn away from its project.
    """
    if layer.type() not in _KINDS or not layer.isValid():
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The layer {layer} cannot be the background of a package."),
            why=QT_TRANSLATE_NOOP(
                "est_plugin", "Only layers with vectors, rasters, tiles or meshes that QGIS can read are drawn."
            ),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Hide the layer, or choose another background."),
            layer=layer.name(),
        )
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext())
    return BackgroundLayer(
        name=layer.name(),
        provider=layer.providerType(),
        source=layer.source(),
        style=document.toString(),
        kind=QgsMapLayerFactory.typeToString(layer.type()),
        crs_wkt=layer.crs().toWkt(),
        attribution=_attribution(layer),
        copy=layer.clone() if layer.providerType() == _MEMORY else None,
        transform_context=layer.transformContext(),
    )


def has_town(database: Database) -> bool:
    """Does the database hold a map of its own?"""
    return bool(_town_tables(database))


def town_background(database: Database) -> tuple[BackgroundLayer, ...]:
    """The town of the database in the styles of the desktop, other town tables in calm grey; empty without a town."""
    tables = _town_tables(database)
    order = [*_TOWN_STYLES, *sorted(tables - _TOWN_STYLES.keys())]
    return tuple(_town_layer(database, table) for table in order if table in tables)


def open_background(background: Iterable[BackgroundLayer]) -> list[QgsMapLayer]:
    """The background, top layer first, opened in the thread that asks.

    Raises ExportError if a layer cannot be opened.
    """
    return [_open(layer) for layer in background]


def check_background(layers: Iterable[QgsMapLayer], part: Extract, authid: str, feedback: Feedback) -> None:
    """Raises ExportError if a picture layer has nothing to show on the whole map.

    QGIS draws nothing, and says nothing, when a map server does not answer. A server that answers for a part of the
    map is not noticed: beyond its own area that is as it should be.
    """
    for layer in layers:
        is_picture = layer.type() in {Qgis.LayerType.Raster, Qgis.LayerType.VectorTile}
        if is_picture and draws_nothing(part, layer, authid, feedback):
            raise ExportError(
                QT_TRANSLATE_NOOP("est_plugin", "The background layer {layer} is empty on the map of the package."),
                why=QT_TRANSLATE_NOOP("est_plugin", "It has nothing there, or its server does not answer."),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Check the layer and the network, hide the layer, or choose another background."
                ),
                layer=layer.name(),
            )


def _town_tables(database: Database) -> set[str]:
    # Lamps are many and small: on the map of a meeting they are dust.
    return {name for name in database.tables() if name.startswith(_TOWN) and name != "town_lamp"}


def _town_layer(database: Database, table: str) -> BackgroundLayer:
    style = paths.style(_TOWN_STYLES[table]).read_text(encoding="utf-8") if table in _TOWN_STYLES else ""
    return BackgroundLayer(table, database.PROVIDER, database.layer_source(table), style, "vector")


def _attribution(layer: QgsMapLayer) -> str:
    """Whom to credit, as the layer's server or its metadata says; without links, which paper cannot show."""
    said = layer.serverProperties().attribution() or ", ".join(layer.metadata().rights())
    return html.unescape(re.sub(r"<[^>]*>", "", str(said))).strip()


def _open(layer: BackgroundLayer) -> QgsMapLayer:
    if layer.copy is not None:
        return layer.copy
    options = QgsMapLayerFactory.LayerOptions(layer.transform_context or QgsCoordinateTransformContext())
    kind, _ = QgsMapLayerFactory.typeFromString(layer.kind)
    opened = QgsMapLayerFactory.createLayer(layer.source, layer.name, kind, options, layer.provider)
    if opened is None or not opened.isValid():
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "The background layer {layer} cannot be opened."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Its source is gone or refuses a second reader."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Repair the layer, or leave it out of the package."),
            layer=layer.name,
        )
    if layer.style:
        _style(opened, layer)
    elif isinstance(opened, QgsVectorLayer):
        _make_calm(opened)
    return opened


def _style(opened: QgsMapLayer, layer: BackgroundLayer) -> None:
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
    if layer.crs_wkt:
        # A person may have given the layer another CRS than its source names.
        opened.setCrs(QgsCoordinateReferenceSystem.fromWkt(layer.crs_wkt))


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
