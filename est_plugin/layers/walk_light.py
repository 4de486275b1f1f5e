# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the light at the time of a walk into its protocol, unless a person has written there already."""

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

    from est_plugin.domain.walk import LightCondition

_FIELD = "light_condition"


def enter_light(project: QgsProject, walk: str, light: LightCondition) -> None:
    """Put the light into the edit buffer of the walk (a uuid), in one undo step.

    Raises InputError if the walk is gone or says something already, EstError if it cannot be edited.
    """
    layer = roles.find(project, LayerRole.WALKS)
    chosen = QgsExpression.createFieldEqualityExpression("uuid", walk)
    row = None if layer is None else next(iter(layer.getFeatures(chosen)), None)
    if layer is None or row is None or row[_FIELD]:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The light was not entered."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The walk was deleted, or its protocol names the light already."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Open the form of the walk to see or change it."),
        )
    with edit_command(layer, translate("est_plugin", "Enter the light")):
        checked(layer.changeAttributeValue(row.id(), layer.fields().indexOf(_FIELD), light.value), layer)
