# SPDX-License-Identifier: GPL-2.0-or-later
"""How do rows of plain values, with a shape or without, become features?"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from qgis.core import QgsFeature, QgsField, QgsFields, QgsGeometry, QgsWkbTypes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qgis.core import Qgis
    from qgis.PyQt.QtCore import QMetaType


def fields_of(columns: Iterable[tuple[str, QMetaType.Type]]) -> QgsFields:
    """The fields of a layer with these columns."""
    fields = QgsFields()
    for name, kind in columns:
        fields.append(QgsField(name, kind))
    return fields


def features_of(
    fields: QgsFields, kind: Qgis.WkbType, rows: Iterable[tuple[bytes | None, Sequence[object]]]
) -> Iterator[QgsFeature]:
    """A feature for each row: its shape as WKB, None for none, and its values.

    In a layer of many-part shapes a single part becomes such a shape. A number that is not finite becomes NULL: no
    table holds "infinite", and what cannot be computed is not known.
    """
    is_multi = QgsWkbTypes.isMultiType(kind)
    for shape, values in rows:
        feature = QgsFeature(fields)
        if shape is not None:
            geometry = QgsGeometry()
            geometry.fromWkb(shape)
            if is_multi:
                (geometry,) = geometry.coerceToType(kind)
            feature.setGeometry(geometry)
        feature.setAttributes([_stored(value) for value in values])
        yield feature


def _stored(value: object) -> object:
    return None if isinstance(value, float) and not math.isfinite(value) else value
