# SPDX-License-Identifier: GPL-2.0-or-later
"""Where do people live? Addresses of a layer that a person chose, or what the database's own map has in their stead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsVectorLayer,
    QgsWkbTypes,
)

from est_plugin.analysis.public_cells import CELL, Places
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.background import background_of, open_background
from est_plugin.export.plan import BackgroundLayer
from est_plugin.layers.whole_reading import all_features

if TYPE_CHECKING:
    from qgis.core import QgsFeature, QgsMapLayer

    from est_plugin.db.database import Database

#: Tables of the database's own map, the better first.
_TABLES = ("town_address", "town_building")
#: With what the turning of a grid between two systems adds.
_WIDEST = CELL * 1.1
#: Enough to be trusted, whatever a register writes; a mistyped number must not open a square.
_MOST_AT_ONE = 1000


@dataclass(frozen=True)
class AddressSource:
    """A layer of points or areas, each an address; ``field`` names how many addresses each stands for, if not one."""

    layer: BackgroundLayer
    field: str = ""


@dataclass(frozen=True, eq=False)
class Addresses:
    """The addresses in the database's CRS."""

    places: Places
    #: True if areas stand for one address each: fewer than there are addresses, so more is left out, not less.
    are_buildings: bool
    #: What they were read from.
    name: str


def source_of(layer: QgsMapLayer | None, field: str) -> AddressSource:
    """A layer of the project, for any thread. Runs on the main thread.

    Raises InputError for a layer that is not there.
    """
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The layer of addresses cannot be read."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Its file or table is not there."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Choose another layer of addresses, or none for those of the database's own map."
            ),
        )
    return AddressSource(background_of(layer), field)


def read_addresses(database: Database, source: AddressSource | None) -> Addresses:
    """Read them, in any thread; ``source`` None takes the database's own.

    Raises InputError if there are none, or the layer cannot be counted; DatabaseError if it was not read to its end.
    """
    table = next((name for name in _TABLES if name in database.tables()), None)
    if source is None and table is not None:
        own = BackgroundLayer(table, database.PROVIDER, database.layer_source(table), "", "vector")
        source = AddressSource(own)
    if source is None:
        raise _refused(
            QT_TRANSLATE_NOOP("est_plugin", "The database has no addresses and no buildings, and no layer was chosen.")
        )
    layer = open_background([source.layer])[0]
    if not isinstance(layer, QgsVectorLayer) or (source.field and layer.fields().indexOf(source.field) < 0):
        raise _refused(
            QT_TRANSLATE_NOOP(
                "est_plugin", "The chosen layer has no points or areas, or not the field of their number."
            )
        )
    request = QgsFeatureRequest().setSubsetOfAttributes([source.field] if source.field else [], layer.fields())
    request.setDestinationCrs(
        QgsCoordinateReferenceSystem(database.crs_authid),
        source.layer.transform_context or QgsCoordinateTransformContext(),
    )
    found = [
        _counted(feature, source.field) for feature in all_features(layer, request) if not feature.geometry().isEmpty()
    ]
    if not any(number for _, _, number in found):
        raise _refused(QT_TRANSLATE_NOOP("est_plugin", "The chosen layer says of no place that it has an address."))
    x, y, number = (np.array(column) for column in zip(*found, strict=True))
    are_buildings = not source.field and layer.geometryType() == QgsWkbTypes.PolygonGeometry
    return Addresses(Places(x, y, number), are_buildings, source.layer.name)


def _counted(feature: QgsFeature, field: str) -> tuple[float, float, int]:
    """Where it counts, and for how many.

    Raises InputError for addresses spread over more than a square: all would count in one, and open it.
    """
    geometry = feature.geometry()
    number, bounds = _number(feature, field), geometry.boundingBox()
    if number > 1 and max(bounds.width(), bounds.height()) > _WIDEST:
        raise _refused(
            QT_TRANSLATE_NOOP(
                "est_plugin", "The chosen layer has areas wider than 250 m that stand for several addresses."
            )
        )
    point = geometry.pointOnSurface().asPoint()
    return point.x(), point.y(), number


def _number(feature: QgsFeature, field: str) -> int:
    if not field:
        return 1
    try:
        number = int(feature[field])
    except (TypeError, ValueError):
        return 0
    except OverflowError as error:
        raise _refused(
            QT_TRANSLATE_NOOP("est_plugin", "The chosen layer says of a place that its addresses are without number.")
        ) from error
    return min(max(number, 0), _MOST_AT_ONE)


def _refused(why: str) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "The public edition cannot be made without addresses."),
        why=why,
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin",
            "Choose a layer with addresses, or with buildings or squares that say how many addresses or households "
            "they hold: a square is shown only if people enough live there.",
        ),
    )
