# SPDX-License-Identifier: GPL-2.0-or-later
"""What the EST layers hold that the database does not have yet: count it, save it, drop it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from est_plugin.db import guard
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError
from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.edits import checked
from est_plugin.layers.form_fields import TABS
from est_plugin.layers.form_parts import Link
from est_plugin.layers.roles import MEASURE_ROLES, LayerRole

if TYPE_CHECKING:
    from qgis.core import QgsProject, QgsVectorLayer

    from est_plugin.db.guard import Refusal

#: The layers that a person edits; each refers to rows of earlier ones only, so new rows are saved in this order.
EDITED_ROLES = (
    LayerRole.INCIDENTS,
    LayerRole.HOTSPOTS,
    LayerRole.WALKS,
    LayerRole.PARTICIPANTS,
    LayerRole.WALK_STOPS,
    LayerRole.OBSERVATIONS,
    *MEASURE_ROLES,
    LayerRole.TRAFFIC_RULES,
    LayerRole.MEASURE_INCIDENTS,
)


@dataclass(frozen=True)
class UnsavedRows:
    """How many rows of a layer were added, changed or deleted since it was saved."""

    role: LayerRole
    count: int


def unsaved_rows(project: QgsProject) -> tuple[UnsavedRows, ...]:
    """What is not saved, in the order of ``EDITED_ROLES``; layers without changes are left out."""
    found = ((role, roles.find(project, role)) for role in EDITED_ROLES)
    counted = (UnsavedRows(role, len(changed_ids(layer))) for role, layer in found if layer is not None)
    return tuple(rows for rows in counted if rows.count)


def changed_ids(layer: QgsVectorLayer) -> set[int]:
    """Ids of the rows that the edit buffer of a layer holds."""
    buffer = layer.editBuffer()
    if buffer is None:
        return set()
    return {
        *buffer.addedFeatures(),
        *buffer.changedAttributeValues(),
        *buffer.changedGeometries(),
        *buffer.deletedFeatureIds(),
    }


def save_all(project: QgsProject) -> None:
    """Save every EST layer that is being edited, and end the edit sessions.

    New rows are saved before the rows that refer to them. Deleted rows want the other order, so a layer that the
    database refused is tried again as long as others were saved meanwhile.

    Raises DatabaseError if the database refuses; what was refused then stays in the edit buffers. A ClashError is told
    by ``refused_saves`` too.
    """
    layers = _edited(project)
    left = _changes(layers)
    while layers:
        # Where QGIS groups the layers in transactions, the first of a group has ended the edit sessions of the others.
        layers = [layer for layer in layers if layer.isEditable() and not layer.commitChanges()]
        before, left = left, _changes(layers)
        if layers and left >= before:
            raise refused(layers[0])


def save(layer: QgsVectorLayer) -> None:
    """Save one layer, and end its edit session.

    Raises DatabaseError as ``save_all`` does.
    """
    if not layer.commitChanges():
        raise refused(layer)


def save_what_it_refers_to(project: QgsProject, layer: QgsVectorLayer) -> None:
    """Save the layers that hold new rows which the edits of ``layer`` refer to: a stop cannot be saved before its walk.

    For a layer that is about to be saved by QGIS. A refusal shows when that layer is refused in turn.
    """
    for role, uuids in _references(layer).items():
        other = roles.find(project, role)
        buffer = None if other is None else other.editBuffer()
        if other is not None and buffer is not None:
            new = {row["uuid"] for row in buffer.addedFeatures().values()}
            if not uuids.isdisjoint(new):
                other.commitChanges(stopEditing=False)  # noqa: QGS201 (see above)


def _references(layer: QgsVectorLayer) -> dict[LayerRole, set[str]]:
    """The uuids of rows of other layers that new and changed rows of a layer refer to."""
    buffer, kind, fields = layer.editBuffer(), roles.kind_of(layer), layer.fields()
    if buffer is None or kind is None:
        return {}
    new = [dict(enumerate(row.attributes())) for row in buffer.addedFeatures().values()]
    rows = [*new, *buffer.changedAttributeValues().values()]
    found: defaultdict[LayerRole, set[str]] = defaultdict(set)
    for field in (field for tab in TABS.get(kind, ()) for field in tab.fields):
        if isinstance(field.widget, Link):
            index = fields.indexOf(field.name)
            values = (row.get(index) for row in rows)
            found[field.widget.role] |= {value for value in values if isinstance(value, str)}
    return found


def discard_all(project: QgsProject) -> None:
    """Drop every change of the EST layers that is not saved, and end the edit sessions.

    Raises EstError if QGIS refuses.
    """
    for layer in _edited(project):
        if layer.isEditable():
            checked(layer.rollBack(), layer)


def _edited(project: QgsProject) -> list[QgsVectorLayer]:
    layers = (roles.find(project, role) for role in EDITED_ROLES)
    return [layer for layer in layers if layer is not None and layer.isEditable()]


def _changes(layers: list[QgsVectorLayer]) -> int:
    return sum(len(changed_ids(layer)) for layer in layers)


def _in_words_of_the_form(layer: QgsVectorLayer, refusal: Refusal) -> Refusal:
    """The refusal with the names that the person knows from the form and the layer panel."""
    conflict = refusal.conflict
    if conflict is None:
        return refusal
    indexes = [layer.fields().indexOf(column) for column in conflict.columns]
    known = [layer.attributeDisplayName(index) for index in indexes if index >= 0]
    if len(known) < len(indexes):
        known.append(translate("est_plugin", "the place on the map"))
    return replace(refusal, conflict=replace(conflict, table=layer.name(), columns=tuple(known)))


def refused(layer: QgsVectorLayer) -> DatabaseError:
    """Why the last save of a layer was refused, in plain words."""
    refusal = guard.refusal_in("\n".join(layer.commitErrors()))
    if refusal is not None:
        return guard.error_of(_in_words_of_the_form(layer, refusal))
    return DatabaseError(
        QT_TRANSLATE_NOOP("est_plugin", "The edits of {layer} were not saved."),
        why=QT_TRANSLATE_NOOP("est_plugin", "The database says: {error}."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "They are still in the layer. Correct and save again."),
        layer=layer.name(),
        error="; ".join(line.strip() for line in layer.commitErrors()),
    )
