# SPDX-License-Identifier: GPL-2.0-or-later
"""The tab "History" in the forms: the steps of the row, by a relation of the project, so any QGIS shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorTextElement,
    QgsExpression,
    QgsRelation,
)

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.i18n import CONTEXT
from est_plugin.layers.form_fields import TABS
from est_plugin.layers.roles import MEASURE_ROLES, LayerRole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qgis.core import QgsProject, QgsVectorLayer

    from est_plugin.i18n import Language

#: The layers whose rows have a timeline.
ROLES = (
    LayerRole.INCIDENTS,
    LayerRole.HOTSPOTS,
    LayerRole.WALKS,
    LayerRole.WALK_STOPS,
    LayerRole.OBSERVATIONS,
    *MEASURE_ROLES,
)
_RELATION = "est_history_{role}"
_OPERATIONS = {
    "insert": QT_TRANSLATE_NOOP("est_plugin", "Added"),
    "update": QT_TRANSLATE_NOOP("est_plugin", "Edited"),
    "delete": QT_TRANSLATE_NOOP("est_plugin", "Removed"),
    "restore": QT_TRANSLATE_NOOP("est_plugin", "Restored"),
    "forget": QT_TRANSLATE_NOOP("est_plugin", "Forgotten"),
    "purge": QT_TRANSLATE_NOOP("est_plugin", "Purged"),
}
_PLACE = QT_TRANSLATE_NOOP("est_plugin", "Place on the map")
_NOTHING = QT_TRANSLATE_NOOP("est_plugin", "No change of this row is stored.")
#: The words of the form for the names of the columns. One row of text for each step, the last step first.
_TIMELINE = """[%
with_variable('names', map({names}), with_variable('operations', map({operations}), coalesce(nullif(
    relation_aggregate({relation}, 'concatenate',
        "clock" || '  ' || "changed_by" || '  ' || map_get(@operations, "operation")
        || if("columns" is null, '', ': ' || array_to_string(
            array_foreach(string_to_array("columns", ','), coalesce(map_get(@names, @element), @element)), ', ')),
        concatenator:='\n', order_by:=-"id"), ''), {nothing})))
%]"""


def relate(project: QgsProject, layers: Mapping[LayerRole, QgsVectorLayer], language: Language) -> None:
    """Add the tab to the forms, after they were built; a login without the right to the history gets none."""
    history = layers.get(LayerRole.ROW_HISTORY)
    if history is None:
        return
    for role in ROLES:
        if role in layers:
            relation = QgsRelation()
            relation.setId(_RELATION.format(role=role.value))
            relation.setName(language.translate(CONTEXT, LayerRole.ROW_HISTORY.label))
            relation.setReferencedLayer(layers[role].id())
            relation.setReferencingLayer(history.id())
            relation.addFieldPair("row_uuid", "uuid")
            project.relationManager().addRelation(relation)
            _add_tab(layers[role], relation.name(), _timeline(role, language))


def _add_tab(layer: QgsVectorLayer, name: str, text: str) -> None:
    form = layer.editFormConfig()
    tab = QgsAttributeEditorContainer(name, form.invisibleRootContainer())
    tab.setType(Qgis.AttributeEditorContainerType.Tab)
    shown = QgsAttributeEditorTextElement(name, tab)
    shown.setText(text)
    shown.setShowLabel(False)
    tab.addChildElement(shown)
    form.addTab(tab)
    layer.setEditFormConfig(form)


def _timeline(role: LayerRole, language: Language) -> str:
    names = {field.name: field.label for tab in TABS[role] for field in tab.fields} | {"geom": _PLACE}
    return _TIMELINE.format(
        relation=QgsExpression.quotedString(_RELATION.format(role=role.value)),
        names=_pairs(names, language),
        operations=_pairs(_OPERATIONS, language),
        nothing=QgsExpression.quotedString(language.translate(CONTEXT, _NOTHING)),
    )


def _pairs(words: Mapping[str, str], language: Language) -> str:
    """Names and what they are called, as ``map`` of an expression takes them."""
    return ", ".join(
        QgsExpression.quotedString(text)
        for name, label in words.items()
        for text in (name, language.translate(CONTEXT, label))
    )
