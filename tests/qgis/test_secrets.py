# SPDX-License-Identifier: GPL-2.0-or-later
"""No password in a project file, and nothing in a layer's source that lets a login see more than it may."""

from __future__ import annotations

import uuid
import zipfile
from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsDataSourceUri, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QPushButton

from est_plugin.domain.incident import IncidentFilter
from est_plugin.errors import EstError
from est_plugin.gui.messages import Messages
from est_plugin.gui.password_guard import PasswordGuard
from est_plugin.layers.loader import load_est_group
from est_plugin.layers.passwords import AUTH_CONFIG, layers_with_password, take_passwords_out

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from est_plugin.db.server_database import ServerDatabase


@pytest.fixture
def project(qgis_new_project: None) -> QgsProject:
    return QgsProject.instance()


@pytest.fixture
def password() -> str:
    return f"secret-{uuid.uuid4()}"


@pytest.fixture
def careless(project: QgsProject, editors_database: ServerDatabase, password: str) -> QgsVectorLayer:
    """A layer that QGIS's browser adds from a connection that keeps its password."""
    uri = QgsDataSourceUri(editors_database.layer_source("walk"))
    uri.setPassword(password)
    layer = QgsVectorLayer(uri.uri(expandAuthConfig=False), "Rundor", "postgres")
    assert layer.isValid()
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def auth_config() -> Iterator[None]:
    """The authentication configuration of the fixed id."""
    manager = QgsApplication.authManager()
    manager.setMasterPassword("for this test", verify=False)
    config = QgsAuthMethodConfig("Basic")
    config.setId(AUTH_CONFIG)
    config.setName("EST")
    config.setConfigMap({"username": "anna", "password": "x"})
    assert manager.storeAuthenticationConfig(config)[0]
    yield
    manager.removeAuthenticationConfig(AUTH_CONFIG)


def text_of(path: Path) -> str:
    if not zipfile.is_zipfile(path):
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_no_source_of_ours_has_a_password_another_role_or_estimated_counts(
    project: QgsProject, editors_database: ServerDatabase
) -> None:
    load_est_group(project, editors_database, IncidentFilter(), "sv")
    # A database without a background shows nine tables: seven that are edited, the causes and the history.
    sources = [layer.source() for layer in project.mapLayers().values() if isinstance(layer, QgsVectorLayer)]
    assert len(sources) == 11
    for source in sources:
        uri = QgsDataSourceUri(source)
        assert (uri.password(), uri.useEstimatedMetadata(), uri.hasParam("session_role")) == ("", False, False)
        assert "session_role" not in source
        assert "estimatedmetadata=true" not in source


@pytest.mark.parametrize("name", ["work.qgz", "work.qgs"])
def test_a_password_in_a_saved_project_is_told_and_taken_out_of_the_file_and_its_backup(
    project: QgsProject, careless: QgsVectorLayer, password: str, qgis_iface, tmp_path: Path, name: str
) -> None:
    bar = qgis_iface.messageBar()
    guard = PasswordGuard(project, Messages(bar))
    assert project.write(str(tmp_path / name))
    assert password in text_of(tmp_path / name)
    button = [push for push in bar.findChildren(QPushButton) if "save again" in push.text()][-1]
    button.click()
    guard.unload()
    assert careless.isValid()
    assert layers_with_password(project) == []
    files = [path for path in tmp_path.iterdir() if path.name.startswith("work")]
    assert name in [path.name for path in files]
    assert [path.name for path in files if password in text_of(path)] == []


def test_a_project_without_a_password_is_saved_without_a_word(
    project: QgsProject, editors_database: ServerDatabase, qgis_iface, tmp_path: Path
) -> None:
    load_est_group(project, editors_database, IncidentFilter(), "sv")
    bar = qgis_iface.messageBar()
    before = len(bar.findChildren(QPushButton))
    guard = PasswordGuard(project, Messages(bar))
    assert project.write(str(tmp_path / "work.qgz"))
    guard.unload()
    assert len(bar.findChildren(QPushButton)) == before


def test_the_authentication_configuration_of_the_fixed_id_takes_the_place_of_the_password(
    project: QgsProject, careless: QgsVectorLayer, auth_config: None
) -> None:
    take_passwords_out(project)
    uri = QgsDataSourceUri(careless.source())
    assert (uri.authConfigId(), uri.username(), uri.password()) == (AUTH_CONFIG, "", "")
    assert careless.isValid()


def test_a_layer_that_is_edited_keeps_its_edits_and_that_is_told(project: QgsProject, careless: QgsVectorLayer) -> None:
    assert careless.startEditing()
    with pytest.raises(EstError, match="still in the project file"):
        take_passwords_out(project)
    assert careless.isEditable()
    careless.rollBack()
