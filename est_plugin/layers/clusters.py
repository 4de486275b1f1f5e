# SPDX-License-Identifier: GPL-2.0-or-later
"""How do clusters of incidents come onto a map?"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsExpression,
    QgsFeature,
    QgsFields,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QDate, QMetaType
from qgis.PyQt.QtGui import QColor

from est_plugin.db.times import LOCAL_ZONE
from est_plugin.layers.answer_layer import CLUSTERS, answer_layer, to_main_thread
from est_plugin.layers.plain_rows import features_of, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsVectorLayer

    from est_plugin.analysis.clusters import Cluster, ClusterResult

GEOMETRY = Qgis.WkbType.MultiPolygon
_FIELDS = (
    ("rank", QMetaType.Type.Int),
    ("incidents", QMetaType.Type.Int),
    ("places", QMetaType.Type.Int),
    ("area_m2", QMetaType.Type.Double),
    ("main_category", QMetaType.Type.QString),
    ("largest_stack", QMetaType.Type.Int),
    ("stack_share", QMetaType.Type.Double),
    ("one_point", QMetaType.Type.Bool),
    ("first_day", QMetaType.Type.QDate),
    ("last_day", QMetaType.Type.QDate),
)
_COLOUR = "#6a3d9a"
#: QGIS places labels by priority, from 0 to this.
_FIRST_PLACED = 10


def fields() -> QgsFields:
    """What is told of each cluster."""
    return fields_of(_FIELDS)


def features(result: ClusterResult) -> Iterator[QgsFeature]:
    """The clusters by rank, with the attributes of ``fields``."""
    return features_of(fields(), GEOMETRY, ((cluster.polygon.wkb, _attributes(cluster)) for cluster in result.clusters))


def _attributes(cluster: Cluster) -> list[object]:
    return [
        cluster.rank,
        cluster.incidents,
        cluster.places,
        round(cluster.area),
        cluster.categories[0][0] or None,
        cluster.largest_stack,
        cluster.largest_stack / cluster.incidents,
        cluster.is_one_point,
        _day(cluster.first),
        _day(cluster.last),
    ]


def _day(seconds: int | None) -> QDate | None:
    """The local day of an instant."""
    if seconds is None:
        return None
    day = datetime.fromtimestamp(seconds, LOCAL_ZONE).date()
    return QDate(day.year, day.month, day.day)


def cluster_layer(result: ClusterResult, crs: str, title: str, period: str) -> QgsVectorLayer:
    """A layer in memory, for the main thread; ``crs`` as ``EPSG:3006``.

    ``period`` stands on the map with the number of each cluster: the layer stays there when another one is shown.
    """
    layer = answer_layer(CLUSTERS, title, fields(), GEOMETRY, crs, features(result))
    symbol = QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": _COLOUR, "outline_width": "0.7", "outline_style": "dash"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_labels(period)))
    layer.setLabelsEnabled(True)
    to_main_thread(layer)
    return layer


def _labels(period: str) -> QgsPalLayerSettings:
    """The rank above the period, on white."""
    text, ring = QgsTextFormat(), QgsTextBufferSettings()
    ring.setEnabled(True)
    ring.setSize(1.5)
    text.setBuffer(ring)
    text.setColor(QColor(_COLOUR))
    text.setSize(9)
    text.setForcedBold(True)
    settings = QgsPalLayerSettings()
    below = QgsExpression.quotedString(f"\n{period}")
    settings.fieldName = f'"rank" || {below}'
    settings.isExpression = True
    settings.setFormat(text)
    settings.priority = _FIRST_PLACED
    return settings
