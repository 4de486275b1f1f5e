# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rows hang on a row of a form? Relations of the project, so that QGIS and QField show them in its form."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsAttributeEditorContainer, QgsRelation, QgsRelationContext

from est_plugin.i18n import CONTEXT
from est_plugin.layers.form_fields import TABS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qgis.core import QgsProject, QgsVectorLayer

    from est_plugin.i18n import Language
    from est_plugin.layers.form_parts import Rows
    from est_plugin.layers.roles import LayerRole


def relate(project: QgsProject, layers: Mapping[LayerRole, QgsVectorLayer], language: Language) -> None:
    """Tell the project which rows hang on which, before the forms that show them are built."""
    for role, tabs in TABS.items():
        for tab in tabs:
            if tab.rows is not None and role in layers and tab.rows.role in layers:
                relation = QgsRelation(QgsRelationContext(project))
                relation.setId(relation_id(role, tab.rows))
                relation.setName(language.translate(CONTEXT, tab.rows.role.label))
                relation.setReferencedLayer(layers[role].id())
                relation.setReferencingLayer(layers[tab.rows.role].id())
                relation.addFieldPair(tab.rows.field, "uuid")
                project.relationManager().addRelation(relation)


@contextmanager
def left_out(layer: QgsVectorLayer) -> Iterator[None]:
    """The form of the layer has no tabs of rows that hang on a row.

    For the form of a new row, which others wait for: QGIS hides it behind the form of a row that is added to it, and
    that ends it, with all that was typed.
    """
    whole = layer.editFormConfig()
    short = layer.editFormConfig()
    short.clearTabs()
    for tab in whole.tabs():
        if not isinstance(tab, QgsAttributeEditorContainer) or not _has_rows(tab):
            short.addTab(tab.clone(short.invisibleRootContainer()))
    layer.setEditFormConfig(short)
    try:
        yield
    finally:
        layer.setEditFormConfig(whole)


def _has_rows(tab: QgsAttributeEditorContainer) -> bool:
    return bool(tab.findElements(Qgis.AttributeEditorType.Relation))


def relation_id(role: LayerRole, rows: Rows) -> str:
    """Id of the relation between the rows of a role and what hangs on them."""
    return f"est_{rows.role.value}_of_{role.value}"
