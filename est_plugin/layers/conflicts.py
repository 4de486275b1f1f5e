# SPDX-License-Identifier: GPL-2.0-or-later
"""In which rows and columns do my unsaved edits clash with what is stored, and what becomes of them?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeature, QgsGeometry, QgsVariantUtils
from qgis.PyQt.QtCore import QDateTime

from est_plugin.db.conflicts import StoredRow
from est_plugin.db.guard import BASE_VERSION_FIELD
from est_plugin.i18n import translate
from est_plugin.layers.edits import checked, edit_command

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from qgis.core import QgsVectorLayer

#: The column of the geometry; as a value it is a QgsGeometry or None.
GEOMETRY = "geom"
DELETED_AT = "deleted_at"
#: A person knows a row by the first of these that holds something.
_TITLES = ("title", "name", "place", "category", "kind")


class Clash(Enum):
    """What two people did to the same row."""

    #: Both changed the same columns.
    CHANGED = auto()
    #: A colleague marked it as deleted, and I changed it.
    REMOVED = auto()
    #: I marked it as deleted, and a colleague changed it.
    REMOVING = auto()
    #: It is gone for good, or hidden from this login: what I changed cannot be stored.
    GONE = auto()


@dataclass(frozen=True)
class MyRow:
    """A stored row as the edit buffer of a layer changes it; values by column, NULL as None."""

    layer_id: str
    feature_id: int
    #: Empty if the row was gone already when it was touched.
    uuid: str
    base_version: int
    values: Mapping[str, Any]


@dataclass(frozen=True)
class ClashingColumn:
    """The three values of a column: mine, theirs, and the one that both began with, if it is known."""

    name: str
    mine: Any
    theirs: Any
    base: Any


@dataclass(frozen=True)
class Conflict:
    """A row whose save is refused until somebody decides."""

    clash: Clash
    mine: MyRow
    stored: StoredRow
    columns: tuple[ClashingColumn, ...]

    @property
    def names(self) -> frozenset[str]:
        """The columns to decide on."""
        return frozenset(column.name for column in self.columns)

    def title(self) -> str:
        """What a person knows the row by; may be empty."""
        held = {**self.mine.values, **self.stored.values}
        return next((str(held[name]) for name in _TITLES if held.get(name)), "")


@dataclass(frozen=True)
class Decision:
    """What holds in a row: the stored values of the columns ``theirs``, mine in the others.

    A row that is deleted, is to be, or is gone is taken whole: all of its columns or none.
    """

    conflict: Conflict
    theirs: frozenset[str]

    @property
    def takes_theirs(self) -> bool:
        """Is nothing of mine left?"""
        return self.theirs == self.conflict.names


def my_rows(layer: QgsVectorLayer, uuid_of: Callable[[str, int], str]) -> list[MyRow]:
    """The stored rows that the edit buffer of a layer changes."""
    buffer = layer.editBuffer()
    if buffer is None:
        return []
    names = layer.fields().names()
    attributes, places = buffer.changedAttributeValues(), buffer.changedGeometries()
    rows = []
    for feature_id in sorted({*attributes, *places}):
        values = {names[index]: _plain(value) for index, value in attributes.get(feature_id, {}).items()}
        base_version = values.pop(BASE_VERSION_FIELD, None) or 1
        if feature_id in places:
            values[GEOMETRY] = QgsGeometry(places[feature_id])
        uuid = uuid_of(layer.id(), feature_id)
        rows.append(MyRow(layer.id(), feature_id, uuid, int(base_version), values))
    return rows


def conflicts(layer: QgsVectorLayer, rows: Iterable[MyRow], stored: Mapping[str, StoredRow]) -> list[Conflict]:
    """The rows that clash with what is ``stored`` (by uuid), by the rules of the server's guard."""
    found = (_conflict(layer, row, stored.get(row.uuid)) for row in rows)
    return [conflict for conflict in found if conflict is not None]


def settle(layer: QgsVectorLayer, decisions: Collection[Decision]) -> None:
    """Write the decisions into the edit buffer, as one step of its undo stack.

    Only to let go of rows that are gone QGIS knows no step: the layer then begins a new stack with the other edits.

    Raises EstError if QGIS refuses.
    """
    gone = {decision.conflict.mine.feature_id for decision in decisions if decision.conflict.clash is Clash.GONE}
    with edit_command(layer, translate("est_plugin", "Settle conflicts")):
        for decision in decisions:
            if decision.conflict.mine.feature_id not in gone:
                _write(layer, decision.conflict, _settled(layer, decision))
    if gone:
        _let_go(layer, gone)


def _conflict(layer: QgsVectorLayer, mine: MyRow, stored: StoredRow | None) -> Conflict | None:
    if stored is None:
        stored = StoredRow(mine.uuid, None)
    if stored.version is None:
        return Conflict(Clash.GONE, mine, stored, tuple(_column(layer, name, mine, stored) for name in mine.values))
    # A row that was deleted and restored counts as changed throughout, as for the guard.
    is_partial = stored.is_known and DELETED_AT not in stored.at_base
    changed = set(stored.at_base) if is_partial else set(mine.values)
    if stored.version == mine.base_version:
        return None
    if stored.is_deleted:
        return Conflict(Clash.REMOVED, mine, stored, tuple(_column(layer, name, mine, stored) for name in mine.values))
    if mine.values.get(DELETED_AT) is not None:
        names = dict.fromkeys((DELETED_AT, *sorted(stored.at_base)))
        return Conflict(Clash.REMOVING, mine, stored, tuple(_column(layer, name, mine, stored) for name in names))
    columns = tuple(_column(layer, name, mine, stored) for name in mine.values if name in changed)
    clashing = tuple(column for column in columns if not _is_same(column.mine, column.theirs))
    return Conflict(Clash.CHANGED, mine, stored, clashing) if clashing else None


def _column(layer: QgsVectorLayer, name: str, mine: MyRow, stored: StoredRow) -> ClashingColumn:
    theirs = stored_value(layer, name, stored)
    base = theirs
    if name in stored.at_base:
        base = _read(layer, name, stored.at_base[name])
    elif not stored.is_known:
        base = None
    return ClashingColumn(name, mine.values.get(name, base), theirs, base)


def stored_value(layer: QgsVectorLayer, name: str, stored: StoredRow) -> Any:  # noqa: ANN401 (of any column)
    """What a column holds now, as the layer would give it."""
    return _read(layer, name, stored.wkb if name == GEOMETRY else stored.values.get(name))


def _read(layer: QgsVectorLayer, name: str, value: Any) -> Any:  # noqa: ANN401
    """A value of the database's JSON, or a WKB, as the layer would give it."""
    if value is None:
        return None
    if name == GEOMETRY:
        geometry = QgsGeometry()
        geometry.fromWkb(value)
        return geometry
    read: Any = layer.fields().field(name).convertCompatible(value)
    return read.toUTC() if isinstance(read, QDateTime) else _plain(read)


def _plain(value: Any) -> Any:  # noqa: ANN401
    return None if QgsVariantUtils.isNull(value) else value


def _is_same(mine: Any, theirs: Any) -> bool:  # noqa: ANN401
    if isinstance(mine, QgsGeometry) and isinstance(theirs, QgsGeometry):
        return bool(mine.isGeosEqual(theirs))
    return bool(mine == theirs)


def _settled(layer: QgsVectorLayer, decision: Decision) -> dict[str, Any]:
    """The values that the edit buffer gets. A change to what is stored already changes nothing on the server."""
    conflict = decision.conflict
    match conflict.clash:
        case Clash.REMOVED if not decision.takes_theirs:
            return {DELETED_AT: None}
        case Clash.REMOVED:
            return {name: stored_value(layer, name, conflict.stored) for name in conflict.mine.values}
        case Clash.REMOVING:
            return {DELETED_AT: None} if decision.takes_theirs else {}
    return {column.name: column.theirs for column in conflict.columns if column.name in decision.theirs}


def _write(layer: QgsVectorLayer, conflict: Conflict, values: Mapping[str, Any]) -> None:
    """Put values into the buffer, and say that the work is now based on what is stored."""
    row = conflict.mine.feature_id
    for name, value in {**values, BASE_VERSION_FIELD: conflict.stored.version}.items():
        if name == GEOMETRY:
            # Without the defaults that QGIS applies on update: they would say again which version was read.
            done = layer.changeGeometry(row, QgsGeometry() if value is None else value, True)  # noqa: FBT003
        else:
            done = layer.changeAttributeValue(row, layer.fields().indexOf(name), value, None, True)  # noqa: FBT003
        checked(done, layer)


def _let_go(layer: QgsVectorLayer, gone: Collection[int]) -> None:
    """Drop the edits of some rows and keep all others."""
    buffer = layer.editBuffer()
    added = [QgsFeature(row) for row in buffer.addedFeatures().values()]
    values = {row: dict(changed) for row, changed in buffer.changedAttributeValues().items() if row not in gone}
    places = {row: QgsGeometry(place) for row, place in buffer.changedGeometries().items() if row not in gone}
    deleted = list(buffer.deletedFeatureIds())
    checked(layer.rollBack(False), layer)  # noqa: FBT003, QGS201 (the session goes on; the edits come back below)
    with edit_command(layer, translate("est_plugin", "Settle conflicts")):
        for row, changed in values.items():
            checked(layer.changeAttributeValues(row, changed, {}, True), layer)  # noqa: FBT003 (no defaults)
        for row, place in places.items():
            checked(layer.changeGeometry(row, place, True), layer)  # noqa: FBT003
        if added:
            checked(layer.addFeatures(added), layer)
        if deleted:
            checked(layer.deleteFeatures(deleted), layer)
