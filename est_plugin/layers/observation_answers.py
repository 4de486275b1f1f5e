# SPDX-License-Identifier: GPL-2.0-or-later
"""How do observations get an answer on the map, as one step that a person can undo?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QDate

from est_plugin.i18n import translate
from est_plugin.layers.edits import checked, edit_command

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsProject

    from est_plugin.domain.observation_answer import GivenAnswer
    from est_plugin.layers.shown_rows import MapPlace


def give_answer(project: QgsProject, places: Iterable[MapPlace], given: GivenAnswer) -> None:
    """Write an answer into the edit buffer of the observations; saving is the person's.

    A day that is not given leaves the deadlines as they are; an answer of None takes the answers away.

    Raises EstError if the layer cannot be edited.
    """
    by_layer: dict[str, list[int]] = {}
    for place in places:
        by_layer.setdefault(place.layer_id, []).append(place.feature_id)
    values = {"answer": None if given.answer is None else given.answer.value, "reply": given.words}
    dated = values if given.due is None else {**values, "deadline": QDate(given.due)}
    for layer_id, rows in by_layer.items():
        layer = project.mapLayer(layer_id)
        if isinstance(layer, QgsVectorLayer):
            with edit_command(layer, translate("est_plugin", "Answer")):
                for row in rows:
                    for name, value in dated.items():
                        checked(layer.changeAttributeValue(row, layer.fields().indexOf(name), value), layer)
