# SPDX-License-Identifier: GPL-2.0-or-later
"""Which layers may be the background of a public edition? Only those that cannot draw what EST keeps."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsProviderRegistry,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.background import open_background
from est_plugin.layers.roles import ROLE_PROPERTY
from est_plugin.layers.whole_reading import all_features

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsGeometry

    from est_plugin.db.database import Database
    from est_plugin.db.public_rows import Secrets
    from est_plugin.export.plan import BackgroundLayer

_TOWN = "town_"
#: Schema of EST on any server.
_SCHEMA = "est"
#: A table by which a file is known as a database of EST.
_KNOWN_BY = "incident"
#: Pictures of a server, and those that may be files.
_PICTURE_SERVERS = ("wms", "wcs", "arcgismapserver")
_PICTURE_FILES = "gdal"
_VECTORS = ("ogr", "postgres", "WFS", "OAPIF", "arcgisfeatureserver")
_URL = re.compile(r"(?:^|[='\" ])https?(?::|%3A)(?:/|%2F){2}", re.IGNORECASE)
#: Functions by which a style draws rows of other layers.
_READS_OTHERS = re.compile(r"\b(?:aggregate|get_feature\w*|overlay_\w+|load_layer)\s*\(")
#: So near to an incident's place it is that place. Metres.
_NEAR = 1.0


def check_public_background(database: Database, background: Iterable[BackgroundLayer], secrets: Secrets) -> None:
    """The town map of the database, pictures and tiles of a server, local pictures, and areas or lines of others.

    A heatmap that somebody saved as a picture looks like any picture: the person who approves sees the names.

    Raises InputError for any other layer; ExportError if one cannot be opened.
    """
    for layer in background:
        why = _refusal(database, layer, secrets)
        if why:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The layer {layer} cannot be the background of a public edition."),
                why=why,
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin",
                    "Hide it. The town map of the database, a map service, and layers of areas or lines that are not "
                    "made of EST's data may be the background.",
                ),
                layer=layer.name,
            )


def _refusal(database: Database, layer: BackgroundLayer, secrets: Secrets) -> str:
    """Why it may not; empty if it may."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.provider, layer.source)
    if _READS_OTHERS.search(layer.style):
        return QT_TRANSLATE_NOOP("est_plugin", "Its style reads other layers.")
    if _is_of_est(database, layer, parts):
        is_town = _is_town(database, layer, parts)
        return "" if is_town else QT_TRANSLATE_NOOP("est_plugin", "It draws rows of an EST database themselves.")
    if ROLE_PROPERTY in layer.style:
        return QT_TRANSLATE_NOOP("est_plugin", "It was made by EST.")
    if layer.kind == "vector":
        return _refusal_of_vectors(database, layer, parts, secrets)
    is_server = _URL.search(layer.source) is not None
    is_picture = layer.kind == "raster" and (
        (layer.provider in _PICTURE_SERVERS and is_server) or (layer.provider == _PICTURE_FILES and _is_file(parts))
    )
    if is_picture or (layer.kind == "vector-tile" and is_server):
        return ""
    return QT_TRANSLATE_NOOP("est_plugin", "What such a layer draws cannot be told.")


def _is_of_est(database: Database, layer: BackgroundLayer, parts: dict[str, object]) -> bool:
    """A table or a raster of this database, of a copy of it, or of the schema of EST on any server."""
    if parts.get("schema") == _SCHEMA or (layer.provider, layer.source) == (
        database.PROVIDER,
        database.layer_source(_KNOWN_BY),
    ):
        return True
    path = str(parts.get("path") or "")
    if not path or not Path(path).is_file():
        return False
    own = QgsProviderRegistry.instance().decodeUri(database.PROVIDER, database.layer_source(_KNOWN_BY)).get("path")
    if own and Path(path).samefile(str(own)):
        return True
    names = {str(one.name()).casefold() for one in QgsProviderRegistry.instance().querySublayers(path)}
    return _KNOWN_BY in names


def _is_town(database: Database, layer: BackgroundLayer, parts: dict[str, object]) -> bool:
    """A whole table of the town map, not a query that looks like one."""
    table = str(parts.get("layerName") or parts.get("table") or "")
    queries = f"{parts.get('subset') or ''} {parts.get('sql') or ''}".casefold()
    return (
        layer.kind == "vector"
        and layer.provider == database.PROVIDER
        and layer.copy is None
        and table.startswith(_TOWN)
        and table in database.tables()
        and "select" not in queries
    )


def _refusal_of_vectors(database: Database, layer: BackgroundLayer, parts: dict[str, object], secrets: Secrets) -> str:
    queries = f"{parts.get('subset') or ''} {parts.get('sql') or ''} {parts.get('table') or ''}".casefold()
    if layer.copy is not None or layer.provider not in _VECTORS or "select" in queries:
        return QT_TRANSLATE_NOOP("est_plugin", "It is a copy in the memory, a query, or a layer made of other layers.")
    if layer.provider == "ogr" and not (_is_file(parts) or _URL.search(layer.source)):
        return QT_TRANSLATE_NOOP("est_plugin", "What such a layer draws cannot be told.")
    opened = open_background([layer])[0]
    kinds = (QgsWkbTypes.LineGeometry, QgsWkbTypes.PolygonGeometry)
    if not isinstance(opened, QgsVectorLayer) or opened.geometryType() not in kinds:
        return QT_TRANSLATE_NOOP("est_plugin", "It draws points, and points may be incidents.")
    if _holds_place(database, layer, opened, secrets):
        return QT_TRANSLATE_NOOP("est_plugin", "Something in it lies exactly where an incident lies.")
    return ""


def _is_file(parts: dict[str, object]) -> bool:
    return Path(str(parts.get("path") or "")).is_file()


def _holds_place(database: Database, layer: BackgroundLayer, opened: QgsVectorLayer, secrets: Secrets) -> bool:
    """Is a corner, or the middle, of something in it the place of an incident?"""
    places = np.stack([secrets.points.x, secrets.points.y], axis=1).astype(np.float64)
    if not len(places):
        return False
    taken = {(int(x), int(y)) for x, y in np.floor(places / _NEAR).tolist()}
    request = QgsFeatureRequest().setNoAttributes()
    request.setDestinationCrs(
        QgsCoordinateReferenceSystem(database.crs_authid), layer.transform_context or QgsCoordinateTransformContext()
    )
    # Of a map of the whole country only the ground of the incidents matters.
    (west, south), (east, north) = places.min(axis=0) - _NEAR, places.max(axis=0) + _NEAR
    request.setFilterRect(QgsRectangle(west, south, east, north))
    for feature in all_features(opened, request):
        for x, y in _corners(feature.geometry()):
            column, row = x // _NEAR, y // _NEAR
            around = ((column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
            if not taken.isdisjoint(around) and float(np.hypot(*(places - (x, y)).T).min()) <= _NEAR:
                return True
    return False


def _corners(geometry: QgsGeometry) -> Iterable[tuple[float, float]]:
    for part in geometry.asGeometryCollection() if geometry.isMultipart() else [geometry]:
        middles = () if part.isEmpty() else (part.centroid().asPoint(), part.boundingBox().center())
        yield from ((point.x(), point.y()) for point in (*part.vertices(), *middles))
