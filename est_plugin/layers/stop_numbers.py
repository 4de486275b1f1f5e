# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers the stops of a walk along its route, in the edit buffer, so that a person can undo it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsExpression

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.edits import checked, edit_command
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from qgis.core import QgsFeature, QgsProject, QgsVectorLayer


def number_along_route(project: QgsProject, walk: str) -> int:
    """Number the stops of the walk (a uuid) from 1 in the order in which its route passes them.

    Returns how many got another number; they are one undo step. ``db.walks.renumber_stops`` does the same to a
    database that is not on the map.

    Raises InputError if the walk, its route or the layers are missing, EstError if the stops cannot be edited.
    """
    walks, layer = roles.find(project, LayerRole.WALKS), roles.find(project, LayerRole.WALK_STOPS)
    found = [] if walks is None else _rows(walks, "uuid", walk)
    if layer is None or not found:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The stops cannot be numbered."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The walk was deleted, or it has no route."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Draw the route first."),
        )
    route = found[0].geometry()
    along = sorted(_rows(layer, "walk", walk), key=lambda stop: route.lineLocatePoint(stop.geometry()))
    changed = [(stop.id(), number) for number, stop in enumerate(along, start=1) if stop["number"] != number]
    if changed:
        with edit_command(layer, translate("est_plugin", "Number stops")):
            for stop_id, number in changed:
                checked(layer.changeAttributeValue(stop_id, layer.fields().indexOf("number"), number), layer)
    return len(changed)


def _rows(layer: QgsVectorLayer, field: str, value: str) -> list[QgsFeature]:
    """The rows with a place on the map where the field has the value, unsaved ones too."""
    rows = layer.getFeatures(QgsExpression.createFieldEqualityExpression(field, value))
    return [row for row in rows if row.hasGeometry()]
