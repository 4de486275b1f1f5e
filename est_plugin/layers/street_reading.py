# SPDX-License-Identifier: GPL-2.0-or-later
"""Which lines of a layer are streets that one may walk along, and which of them are lit?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsExpression,
    QgsFeatureRequest,
    QgsVariantUtils,
)

from est_plugin.domain.street import StreetFields, StreetLight, why_not_walkable
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.layers.true_metres import has_true_metres
from est_plugin.layers.whole_reading import all_features

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsFeatureSource

    from est_plugin.analysis.arrays import FloatArray, IntArray
    from est_plugin.domain.street import NotWalkable


@dataclass(frozen=True)
class StreetRules:
    """What makes a line a street to walk along.

    ``walkable`` is a QGIS expression; without one the fields of the layer decide (``domain.street``).
    """

    walkable: str = ""
    fields: StreetFields = field(default_factory=StreetFields)
    transforms: QgsCoordinateTransformContext | None = None


@dataclass(frozen=True, eq=False)
class Streets:
    """The corners (c, 2) of the lines in metres, the line that each belongs to (c), each line's light and its name
    (lines), empty without one.
    """

    corners: FloatArray
    line: IntArray
    light: IntArray
    names: NDArray[np.str_]
    #: How many lines were left out for which reason.
    left_out: Mapping[NotWalkable, int]
    #: Does the layer say anything about light?
    tells_light: bool


def read_streets(source: QgsFeatureSource, crs: QgsCoordinateReferenceSystem, rules: StreetRules) -> Streets:
    """The streets in ``crs``, which is projected and in metres; in any thread that may read ``source``.

    Raises InputError for another CRS, a wrong expression, or when no street is left; DatabaseError if the layer was not
    read to its end.
    """
    _check_metres(crs)
    request = _request(crs, rules)
    has = set(source.fields().names())
    fields = rules.fields
    left_out: Counter[NotWalkable] = Counter()
    shapes, lights, names = [], [], []
    for feature in all_features(source, request):
        reason = None if rules.walkable else why_not_walkable(*(_text(feature, has, name) for name in _asked(fields)))
        if reason is not None:
            left_out[reason] += 1
        elif feature.hasGeometry():
            geometry = feature.geometry()
            geometry.convertToStraightSegment()
            shapes.append(bytes(geometry.asWkb()))
            lights.append(fields.light(_text(feature, has, fields.lit)))
            names.append(_value(feature, has, fields.name))
    parts, whose = shapely.get_parts(shapely.from_wkb(shapes), return_index=True)
    is_line = shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING
    parts, whose = parts[is_line], whose[is_line]
    if parts.size == 0:
        raise _no_streets()
    corners, line = shapely.get_coordinates(parts, return_index=True)
    light = np.array(lights, dtype=np.intp)[whose]
    return Streets(corners, line, light, np.array(names)[whose], left_out, bool((light != StreetLight.UNKNOWN).any()))


def _asked(fields: StreetFields) -> tuple[str, str, str]:
    return fields.kind, fields.foot, fields.access


def _text(feature: QgsFeature, has: set[str], name: str) -> str:
    return _value(feature, has, name).lower()


def _value(feature: QgsFeature, has: set[str], name: str) -> str:
    value = feature[name] if name in has else None
    return "" if QgsVariantUtils.isNull(value) else str(value).strip()


def _check_metres(crs: QgsCoordinateReferenceSystem) -> None:
    if not has_true_metres(crs):
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The walk cannot be measured in {crs}."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It has no metres, or the stretched ones of web maps."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Use a layer in SWEREF 99, or reproject it first."),
            crs=crs.userFriendlyIdentifier(),
        )


def _request(crs: QgsCoordinateReferenceSystem, rules: StreetRules) -> QgsFeatureRequest:
    """What to read of the layer."""
    request = QgsFeatureRequest().setDestinationCrs(crs, rules.transforms or QgsCoordinateTransformContext())
    if rules.walkable:
        expression = QgsExpression(rules.walkable)
        if expression.hasParserError():
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The filter of the streets is no valid expression."),
                why="{error}",
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Correct the expression, or leave it empty."),
                error=expression.parserErrorString(),
            )
        request.setFilterExpression(rules.walkable)
    return request


def _no_streets() -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "There are no streets to walk along."),
        why=QT_TRANSLATE_NOOP("est_plugin", "The layer is empty, or the filter leaves nothing."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose another layer of streets or another filter."),
    )
