# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the edit buffer of a layer hold, written so that it outlives QGIS?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsFeatureRequest, QgsVariantUtils
from qgis.PyQt.QtCore import QDate, QDateTime, QMetaType, Qt

from est_plugin.db.arrivals import GEOMETRY, Operation, SentChange
from est_plugin.db.guard import BASE_VERSION_FIELD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

#: QGIS gives nothing, and no error, over a connection that was cut, and it keeps a few of them.
READING_TRIES = 3


def buffered_changes(layer: QgsVectorLayer, table: str, uuids: Mapping[int, str]) -> tuple[SentChange, ...]:
    """Every row of the edit buffer; ``uuids`` of the rows that are in the database already, by feature id.

    A row whose uuid is not known is left out.
    """
    buffer = layer.editBuffer()
    if buffer is None:
        return ()
    columns = _columns(layer)
    values: dict[int, dict[str, Any]] = {}
    for row, changed in buffer.changedAttributeValues().items():
        values[row] = {columns[index]: to_json(value) for index, value in changed.items() if index in columns}
    for row, geometry in buffer.changedGeometries().items():
        values.setdefault(row, {})[GEOMETRY] = _wkb(geometry)
    changes = [_update(table, uuids[row], changed) for row, changed in values.items() if row in uuids]
    changes += [
        SentChange(table, Operation.DELETE, uuids[row], None, {}) for row in buffer.deletedFeatureIds() if row in uuids
    ]
    changes += [_insert(table, feature, columns) for feature in buffer.addedFeatures().values()]
    return tuple(changes)


def stored_row_ids(layer: QgsVectorLayer) -> set[int]:
    """Ids of the rows of the database that the edit buffer changes or deletes."""
    buffer = layer.editBuffer()
    if buffer is None:
        return set()
    return {*buffer.changedAttributeValues(), *buffer.changedGeometries(), *buffer.deletedFeatureIds()}


def read_uuids(layer: QgsVectorLayer, rows: Iterable[int]) -> dict[int, str]:
    """Which rows they are, asked of the database; one that it does not give is left out."""
    # The provider and not the layer, which hides the rows that were deleted.
    provider = layer.dataProvider()
    found: dict[int, str] = {}
    wanted = set(rows)
    for _ in range(READING_TRIES):
        if wanted and provider is not None:
            request = QgsFeatureRequest().setFilterFids(list(wanted)).setFlags(QgsFeatureRequest.Flag.NoGeometry)
            request.setSubsetOfAttributes(["uuid"], layer.fields())
            found |= {row.id(): row["uuid"] for row in provider.getFeatures(request)}
            wanted -= found.keys()
    return found


def to_json(value: Any) -> Any:  # noqa: ANN401 (what the edit buffer holds)
    """A value as the database writes it, where JSON has no type for it."""
    if QgsVariantUtils.isNull(value):
        return None
    if isinstance(value, QDateTime):
        return value.toUTC().toString(Qt.DateFormat.ISODateWithMs)
    if isinstance(value, QDate):
        return value.toString(Qt.DateFormat.ISODate)
    return value


def from_json(value: Any, kind: QMetaType.Type) -> Any:  # noqa: ANN401
    """The opposite, for a field of this type."""
    if value is not None and kind == QMetaType.Type.QDateTime:
        return QDateTime.fromString(value, Qt.DateFormat.ISODateWithMs)
    if value is not None and kind == QMetaType.Type.QDate:
        return QDate.fromString(value, Qt.DateFormat.ISODate)
    return value


def _columns(layer: QgsVectorLayer) -> dict[int, str]:
    """The columns of the layer's own table but its key, which the database gives."""
    fields, keys = layer.fields(), layer.primaryKeyAttributes()
    return {
        index: fields.at(index).name()
        for index in layer.attributeList()
        if index not in keys and fields.fieldOrigin(index) == Qgis.FieldOrigin.Provider
    }


def _update(table: str, uuid: str, values: dict[str, Any]) -> SentChange:
    return SentChange(table, Operation.UPDATE, uuid, values.pop(BASE_VERSION_FIELD, None), values)


def _insert(table: str, feature: QgsFeature, columns: Mapping[int, str]) -> SentChange:
    attributes = feature.attributes()
    values = {name: to_json(attributes[index]) for index, name in columns.items()}
    kept = {name: value for name, value in values.items() if value is not None}
    return SentChange(table, Operation.INSERT, str(values["uuid"]), None, kept | {GEOMETRY: _wkb(feature.geometry())})


def _wkb(geometry: QgsGeometry) -> str | None:
    return None if geometry.isNull() else bytes(geometry.asWkb()).hex()
