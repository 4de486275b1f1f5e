# SPDX-License-Identifier: GPL-2.0-or-later
"""Which EST layers would write a password into a project file, and how they do without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsDataProvider, QgsDataSourceUri, QgsVectorLayer

from est_plugin.db.server import hide_password
from est_plugin.db.server_database import SCHEMA, ServerDatabase
from est_plugin.errors import QT_TRANSLATE_NOOP, EstError
from est_plugin.layers import roles

if TYPE_CHECKING:
    from qgis.core import QgsProject

#: The id of the authentication configuration that everybody has for the EST database, so that one project fits all.
AUTH_CONFIG = "estdb01"


def layers_with_password(project: QgsProject) -> list[QgsVectorLayer]:
    """The layers on an EST server whose source holds a password: ours, and any other of its schema."""
    layers = (layer for layer in project.mapLayers().values() if isinstance(layer, QgsVectorLayer))
    return [layer for layer in layers if layer.providerType() == ServerDatabase.PROVIDER and _has_password(layer)]


def _has_password(layer: QgsVectorLayer) -> bool:
    uri = QgsDataSourceUri(layer.source())
    return bool(uri.password()) and (roles.kind_of(layer) is not None or uri.schema() == SCHEMA)


def take_passwords_out(project: QgsProject) -> None:
    """Let these layers log in by the authentication configuration ``AUTH_CONFIG``, or ask if there is none.

    Raises EstError while one of them is being edited: QGIS would drop what is not saved.
    """
    layers = layers_with_password(project)
    edited = next((layer for layer in layers if layer.isEditable()), None)
    if edited is not None:
        raise EstError(
            QT_TRANSLATE_NOOP("est_plugin", "The password is still in the project file."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The layer {layer} is being edited."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Save or discard the edits, then save the project again."),
            layer=edited.name(),
        )
    for layer in layers:
        uri = QgsDataSourceUri(layer.source())
        if AUTH_CONFIG in QgsApplication.authManager().configIds():
            uri.setAuthConfigId(AUTH_CONFIG)
            uri.setUsername("")
            uri.setPassword("")
        else:
            hide_password(uri)
        options = QgsDataProvider.ProviderOptions()
        layer.setDataSource(uri.uri(expandAuthConfig=False), layer.name(), layer.providerType(), options)
