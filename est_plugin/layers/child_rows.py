# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rows hang on a row of a form? Relations of the project, so that QGIS and QField show them in its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsRelation, QgsRelationContext

from est_plugin.i18n import CONTEXT
from est_plugin.layers.form_fields import TABS

if TYPE_CHECKING:
    from collections.abc import Mapping

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


def relation_id(role: LayerRole, rows: Rows) -> str:
    """Id of the relation between the rows of a role and what hangs on them."""
    return f"est_{rows.role.value}_of_{role.value}"
