# SPDX-License-Identifier: GPL-2.0-or-later
"""What was noted at each stop of a walk for each item of the checklist? Read in any thread, written in one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsExpression, QgsFeature, QgsFeatureRequest, QgsGeometry, QgsVectorLayerFeatureSource
from qgis.PyQt.QtCore import QDateTime

from est_plugin.db import guard
from est_plugin.domain.answer_text import Noted
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.edits import checked, drop_new_row, edit_command
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.whole_reading import answered_features

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from qgis.core import QgsProject, QgsVectorLayer

#: What an observation may hold beside its answer; with none of it an emptied one is deleted.
_MORE = ("photo", "measure_kind", "term", "priority", "responsible", "deadline", "answer", "reply")


@dataclass(frozen=True)
class ProtocolStop:
    """A stop of the walk."""

    uuid: str
    number: int
    place: str
    geometry: QgsGeometry


@dataclass(frozen=True)
class Cell:
    """A stop (its uuid) and an item of the checklist (its code)."""

    stop: str
    item: str


@dataclass(frozen=True)
class Protocol:
    """The stops of a walk in their order, and what was noted: of several observations of an item the first."""

    stops: tuple[ProtocolStop, ...]
    #: The observations as they were read.
    rows: Mapping[Cell, QgsFeature]

    def noted(self, cell: Cell) -> Noted:
        """What was read of a cell."""
        row = self.rows.get(cell)
        return Noted() if row is None else Noted(row["value"] or "", row["comment"] or "")


def protocol_of(project: QgsProject, walk: str) -> Callable[[], Protocol]:
    """To be called in any thread: the protocol of a walk (a uuid), saved or not.

    Raises InputError if the layers of stops and observations are not in the project.
    """
    stops, observations = _layers(project)
    stop_source, source = QgsVectorLayerFeatureSource(stops), QgsVectorLayerFeatureSource(observations)

    def read() -> Protocol:
        of_walk = QgsFeatureRequest(QgsExpression(QgsExpression.createFieldEqualityExpression("walk", walk)))
        rows = [row for row in answered_features(stop_source, of_walk) if not row["deleted_at"]]
        found = tuple(
            ProtocolStop(row["uuid"], row["number"] or 0, row["place"] or "", QgsGeometry(row.geometry()))
            for row in sorted(rows, key=lambda row: (row["number"] or 0, row.id()))
        )
        return Protocol(found, _first_of_cells(answered_features(source, _at(found))) if found else {})

    return read


def write_protocol(project: QgsProject, before: Protocol, after: Mapping[Cell, Noted]) -> int:
    """Write what is different from ``before`` into the edit buffer of the observations, as one undo step.

    Empty cells make no rows, and an emptied observation that holds nothing else is deleted. What a colleague changed
    since ``before`` was read is a conflict when this is saved. Returns how many cells were written.

    Raises InputError if the layers are not in the project, EstError if they cannot be edited.
    """
    _, layer = _layers(project)
    changed = {cell: noted for cell, noted in after.items() if noted != before.noted(cell)}
    if not changed:
        return 0
    places = {stop.uuid: stop.geometry for stop in before.stops}
    with edit_command(layer, translate("est_plugin", "Fill in the protocol")):
        for cell, noted in changed.items():
            if cell in before.rows:
                _change(layer, before.rows[cell], noted)
            elif noted != Noted():
                checked(layer.addFeature(_new(layer, cell, noted, places[cell.stop])), layer)
    return len(changed)


def _layers(project: QgsProject) -> tuple[QgsVectorLayer, QgsVectorLayer]:
    stops, observations = (roles.find(project, role) for role in (LayerRole.WALK_STOPS, LayerRole.OBSERVATIONS))
    if stops is None or observations is None:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The protocol cannot be shown."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The layers of stops and observations are not in the project."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Open the database again."),
        )
    return stops, observations


def _at(stops: tuple[ProtocolStop, ...]) -> QgsFeatureRequest:
    uuids = ", ".join(QgsExpression.quotedString(stop.uuid) for stop in stops)
    return QgsFeatureRequest(QgsExpression(f'"walk_stop" IN ({uuids})'))


def _first_of_cells(rows: Iterable[QgsFeature]) -> dict[Cell, QgsFeature]:
    found: dict[Cell, QgsFeature] = {}
    for row in sorted(rows, key=_age):
        if not row["deleted_at"]:
            found.setdefault(Cell(row["walk_stop"], row["item"]), row)
    return found


def _age(row: QgsFeature) -> tuple[bool, int]:
    """Saved rows first, the oldest at the top; those never saved have negative ids, the latest the lowest."""
    return row.id() < 0, abs(row.id())


def _change(layer: QgsVectorLayer, row: QgsFeature, noted: Noted) -> None:
    values: dict[str, Any] = {"value": noted.value, "comment": noted.comment}
    if noted == Noted() and not any(row[name] for name in _MORE):
        if row.id() < 0:
            drop_new_row(layer, row.id())
            return
        values = {"deleted_at": QDateTime.currentDateTimeUtc()}
    base = layer.fields().indexOf(guard.BASE_VERSION_FIELD)
    if layer.defaultValueDefinition(base).isValid() and row.id() >= 0:
        # The version that was shown: the layer would take the one that a colleague may have made meanwhile.
        values[guard.BASE_VERSION_FIELD] = row[guard.BASE_VERSION_FIELD] or row["version"]
    for name, value in values.items():
        if row[name] != value:
            index = layer.fields().indexOf(name)
            checked(layer.changeAttributeValue(row.id(), index, value, row[name], True), layer)  # noqa: FBT003 (no defaults)


def _new(layer: QgsVectorLayer, cell: Cell, noted: Noted, place: QgsGeometry) -> QgsFeature:
    """A new row with its defaults. QGIS's own way asks the database about each row whether its uuid is unique."""
    row = QgsFeature(layer.fields())
    row.setGeometry(place)
    for index in layer.attributeList():
        if layer.defaultValueDefinition(index).isValid():
            row.setAttribute(index, layer.defaultValue(index, row))
        elif clause := layer.dataProvider().defaultValueClause(index):
            row.setAttribute(index, clause)
    values = {
        "walk_stop": cell.stop,
        "item": cell.item,
        "value": noted.value,
        "comment": noted.comment,
        # When it was seen is not known: the paper is typed afterwards.
        "observed_at": QDateTime(),
    }
    for name, value in values.items():
        row.setAttribute(name, value)
    return row
