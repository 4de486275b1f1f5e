# SPDX-License-Identifier: GPL-2.0-or-later
"""How do the dark stretches of a route come onto a map?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from qgis.core import Qgis, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from est_plugin import paths
from est_plugin.layers.answer_layer import DARK_STRETCHES, answer_layer, to_main_thread
from est_plugin.layers.legends import translate_legend
from est_plugin.layers.plain_rows import features_of, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsFeature, QgsFields

    from est_plugin.analysis.dark_stretches import DarkStretches, Stretch
    from est_plugin.i18n import Language

GEOMETRY = Qgis.WkbType.LineString
_FIELDS = (
    ("route", QMetaType.Type.Int),
    ("light", QMetaType.Type.QString),
    ("from_m", QMetaType.Type.Double),
    ("to_m", QMetaType.Type.Double),
    ("length_m", QMetaType.Type.Int),
    ("nearest_m", QMetaType.Type.Double),
    ("broken", QMetaType.Type.Int),
    ("poles", QMetaType.Type.QString),
    ("mended_m", QMetaType.Type.Double),
)
STYLE = "dark_stretches"


def fields() -> QgsFields:
    """What is told of each stretch: ``mended_m`` is what stays dark when the broken lamps work."""
    return fields_of(_FIELDS)


def features(found: DarkStretches) -> Iterator[QgsFeature]:
    """The stretches along the routes, with the attributes of ``fields``."""
    rows = ((shapely.to_wkb(stretch.line, byte_order=1), _attributes(stretch)) for stretch in found.stretches)
    return features_of(fields(), GEOMETRY, rows)


def _attributes(stretch: Stretch) -> list[object]:
    return [
        stretch.route + 1,
        stretch.light.value,
        round(stretch.start, 2),
        round(stretch.end, 2),
        round(stretch.length),
        None if stretch.nearest is None else round(stretch.nearest, 1),
        len(stretch.broken),
        ", ".join(lamp.pole for lamp in stretch.broken if lamp.pole),
        round(stretch.dark_when_mended, 2),
    ]


def dress(layer: QgsVectorLayer, words: Language) -> None:
    """Give a layer of stretches its style, with a legend in the language of ``words``."""
    layer.loadNamedStyle(str(paths.style(STYLE)))
    translate_legend(layer, words)


def dark_layer(found: DarkStretches, crs: str, title: str, words: Language) -> QgsVectorLayer:
    """A layer in memory, for the main thread; ``crs`` as ``EPSG:3006``."""
    layer = answer_layer(DARK_STRETCHES, title, fields(), GEOMETRY, crs, features(found))
    dress(layer, words)
    to_main_thread(layer)
    return layer
