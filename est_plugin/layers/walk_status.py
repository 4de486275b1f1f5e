# SPDX-License-Identifier: GPL-2.0-or-later
"""Sets where a walk stands, in the edit buffer, so that a person can undo it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsExpression

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.edits import checked, edit_command
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from qgis.core import QgsProject

    from est_plugin.domain.walk import WalkStatus


def set_walk_status(project: QgsProject, walk: str, status: WalkStatus) -> None:
    """Set the status of the walk (a uuid) in one undo step.

    Raises InputError if the walk is not on the map, EstError if it cannot be edited.
    """
    layer = roles.find(project, LayerRole.WALKS)
    rows = [] if layer is None else list(layer.getFeatures(QgsExpression.createFieldEqualityExpression("uuid", walk)))
    if layer is None or not rows:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The status of the walk was not changed."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The walk is not on the map any more."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Open its database again, and change the status in its form."),
        )
    with edit_command(layer, translate("est_plugin", "Status of the walk")):
        checked(layer.changeAttributeValue(rows[0].id(), layer.fields().indexOf("status"), status.value), layer)
