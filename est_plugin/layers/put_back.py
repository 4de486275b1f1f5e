# SPDX-License-Identifier: GPL-2.0-or-later
"""How do changes that never reached the database come back into the edit buffer of their layer?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsExpression, QgsFeature, QgsFeatureRequest, QgsGeometry

from est_plugin.db.arrivals import GEOMETRY, Operation
from est_plugin.db.guard import BASE_VERSION_FIELD
from est_plugin.layers.buffered_changes import READING_TRIES, from_json
from est_plugin.layers.edits import checked, drop_new_row, edit_command, end_if_unchanged, start_editing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsVectorLayer

    from est_plugin.db.arrivals import SentChange

#: Rows that are looked up at a time.
_ROWS_AT_A_TIME = 500


@dataclass(frozen=True)
class PutBack:
    """How many changes the edit buffer has now that it had not, and those whose row the layer does not show."""

    count: int
    not_shown: tuple[SentChange, ...]


def put_back(layer: QgsVectorLayer, changes: Sequence[SentChange], command: str) -> PutBack:
    """Put changes into the edit buffer as one step named ``command`` (translated), based on the version they were.

    What the buffer holds already stays: it is newer. A colleague's change since then is told when the layer is saved.

    Raises EstError if the layer cannot be edited.
    """
    started_here = start_editing(layer)
    not_shown = []
    count = 0
    with edit_command(layer, command):
        rows = _rows_by_uuid(layer, [change.uuid for change in changes])
        for change in changes:
            row = rows.get(change.uuid)
            if change.operation is Operation.INSERT:
                count += row is None
                if row is None:
                    checked(layer.addFeature(_new_row(layer, change)), layer)
            elif change.operation is Operation.DELETE:
                count += row is not None
                if row is not None:
                    checked(layer.deleteFeature(row), layer)
            elif row is None:
                not_shown.append(change)
            else:
                count += _change(layer, row, change)
    if started_here:
        end_if_unchanged(layer)
    return PutBack(count, tuple(not_shown))


def drop_arrived_rows(layer: QgsVectorLayer, uuids: set[str]) -> None:
    """Take new rows out of the edit buffer that are in the database: they would be refused for ever."""
    buffer = layer.editBuffer()
    added = {} if buffer is None else buffer.addedFeatures()
    for row in [row for row, feature in added.items() if feature["uuid"] in uuids]:
        drop_new_row(layer, row)


def _rows_by_uuid(layer: QgsVectorLayer, uuids: Sequence[str]) -> dict[str, int]:
    """The ids of the rows that the layer shows."""
    found: dict[str, int] = {}
    left = list(uuids)
    for _ in range(READING_TRIES):
        for start in range(0, len(left), _ROWS_AT_A_TIME):
            wanted = ", ".join(QgsExpression.quotedString(uuid) for uuid in left[start : start + _ROWS_AT_A_TIME])
            request = QgsFeatureRequest(QgsExpression(f'"uuid" IN ({wanted})'))
            request.setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(["uuid"], layer.fields())
            found |= {row["uuid"]: row.id() for row in layer.getFeatures(request)}
        left = [uuid for uuid in left if uuid not in found]
    return found


def _change(layer: QgsVectorLayer, row: int, change: SentChange) -> bool:
    """Was anything of it not in the edit buffer?"""
    buffer, fields = layer.editBuffer(), layer.fields()
    newer = {} if buffer is None else buffer.changedAttributeValues().get(row, {})
    moved = {} if buffer is None else buffer.changedGeometries()
    values = {fields.indexOf(name): value for name, value in change.values.items() if name != GEOMETRY}
    values = {index: value for index, value in values.items() if index >= 0 and index not in newer}
    is_moved = GEOMETRY in change.values and row not in moved
    if not values and not is_moved:
        return False
    if is_moved:
        checked(layer.changeGeometry(row, _geometry(change.values[GEOMETRY]), True), layer)  # noqa: FBT003 (no defaults)
    if change.base_version is not None:
        values[fields.indexOf(BASE_VERSION_FIELD)] = change.base_version
    for index, value in values.items():
        new = from_json(value, fields.at(index).type())
        checked(layer.changeAttributeValue(row, index, new, None, True), layer)  # noqa: FBT003 (no defaults)
    return True


def _new_row(layer: QgsVectorLayer, change: SentChange) -> QgsFeature:
    fields, provider = layer.fields(), layer.dataProvider()
    feature = QgsFeature(fields)
    feature.setGeometry(_geometry(change.values.get(GEOMETRY)))
    for index in layer.attributeList():
        field = fields.at(index)
        if index in layer.primaryKeyAttributes() and provider is not None:
            feature.setAttribute(index, provider.defaultValueClause(index))
        elif field.name() in change.values:
            feature.setAttribute(index, from_json(change.values[field.name()], field.type()))
    return feature


def _geometry(wkb: str | None) -> QgsGeometry:
    geometry = QgsGeometry()
    if wkb:
        geometry.fromWkb(bytes.fromhex(wkb))
    return geometry
