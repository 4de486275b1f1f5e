# SPDX-License-Identifier: GPL-2.0-or-later
"""How EST layers show what the database holds now: broken ones are opened again, the others read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsDataProvider, QgsVectorLayer

from est_plugin.layers import roles

if TYPE_CHECKING:
    from qgis.core import QgsProject

    from est_plugin.db.database import Database


def heal(project: QgsProject, key: str) -> int:
    """Open the broken layers of a database again, with their source, style and forms; how many came back.

    A layer breaks when it is opened while the server cannot be reached; then only a new source helps it.
    """
    broken = [layer for layer in _layers(project, key) if not layer.isValid()]
    for layer in broken:
        options = QgsDataProvider.ProviderOptions()
        layer.setDataSource(layer.source(), layer.name(), layer.providerType(), options)
    return sum(layer.isValid() for layer in broken)


def read_again(project: QgsProject, database: Database) -> None:
    """Show what others stored, but for layers that are being edited: what they show is what the edits are based on."""
    for layer in _layers(project, database.key):
        if layer.isValid() and not layer.isEditable():
            layer.reload()
            # The provider keeps an extent that it has once looked up, such as that of an empty table.
            layer.dataProvider().updateExtents()
            layer.updateExtents()
            layer.triggerRepaint()


def _layers(project: QgsProject, key: str) -> list[QgsVectorLayer]:
    """The layers that show a database, and copies that a person made of them."""
    return [
        layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer) and roles.kind_of(layer) is not None and roles.database_of(layer) == key
    ]
