# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: a shared database behind a bad link, and everything that QGIS and we write meanwhile. Run by
test_connection_in_the_desktop.py.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg2
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsGeometry,
    QgsLayerDefinition,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)

from est_plugin.db.server import saved_connection
from est_plugin.gui.connection_banner import ConnectionBanner
from est_plugin.gui.dock import EstDock
from est_plugin.gui.presence_line import PresenceLine
from est_plugin.i18n import message_of
from est_plugin.layers.edits import edit_command
from est_plugin.layers.roles import LayerRole, find

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.link import link_to

if TYPE_CHECKING:
    from desktop_driver import Desktop

    from tests.link import Link

SERVER = json.loads(os.environ["EST_TEST_SERVER"])


def act(desktop: Desktop) -> dict[str, Any]:
    log = (desktop.folder / "messages.log").open("w")
    QgsApplication.messageLog().messageReceived.connect(lambda text, tag, _level: log.write(f"{tag}: {text}\n"))
    with link_to(SERVER["port"]) as link:
        connect(link.port)
        dock = desktop.iface.mainWindow().findChild(EstDock)
        desktop.iface.mainWindow().resizeDocks([dock], [520], 1)
        dock.session.open(saved_connection("Lindvik"))
        desktop.wait_until(lambda: dock.session.connection.news is not None)
        draw()
        seen = be_cut_off(desktop, dock, link)
        desktop.click(dock.unsaved.save_button)
        desktop.wait_until(lambda: not dock.unsaved.isVisible())
        write_everything(desktop, dock)
        fail(dock, link)
        QgsProject.instance().clear()
    log.close()
    return seen


def connect(port: int) -> None:
    """Store the login as the manual says, and a connection that names it."""
    manager = QgsApplication.authManager()
    manager.setPasswordHelperEnabled(False)
    assert manager.setMasterPassword("the person's own", verify=False)
    config = QgsAuthMethodConfig("Basic")
    config.setId("estdb01")
    config.setName("EST")
    config.setConfigMap({"username": SERVER["login"], "password": SERVER["password"]})
    assert manager.storeAuthenticationConfig(config)[0]
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    parameters = f"host=127.0.0.1 port={port} dbname='{SERVER['database']}' authcfg=estdb01"
    metadata.saveConnection(metadata.createConnection(parameters, {}), "Lindvik")


def draw() -> None:
    layer = find(QgsProject.instance(), LayerRole.MEASURE_POINTS)
    values = {layer.fields().indexOf(name): value for name, value in {"kind": "BEL", "title": "Lampa"}.items()}
    row = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt("Point (503000 6571000)"), values)
    with edit_command(layer, "draw"):
        assert layer.addFeature(row)


def be_cut_off(desktop: Desktop, dock: EstDock, link: Link) -> dict[str, Any]:
    banner, presence = dock.findChild(ConnectionBanner), dock.findChild(PresenceLine)
    colleagues = [psycopg2.connect(f"{SERVER['as']} user={login}") for login in ("anna", "bo")]
    for colleague, editing in zip(colleagues, ("", "measure"), strict=True):
        with colleague, colleague.cursor() as cursor:
            cursor.execute("SELECT est.present(%s)", (editing,))
    dock.session.connection.try_now()
    desktop.wait_until(lambda: "bo" in presence.text())
    desktop.grab("presence")
    seen = {"presence": presence.text()}
    link.go_down()
    desktop.wait_until(banner.try_button.isVisible)
    desktop.grab("offline")
    seen["offline"] = banner.text.text()
    link.come_up()
    desktop.click(banner.try_button)
    desktop.wait_until(lambda: not banner.try_button.isVisible())
    desktop.grab("back")
    seen["back"] = banner.text.text()
    for colleague in colleagues:
        colleague.close()
    return seen


def write_everything(desktop: Desktop, dock: EstDock) -> None:
    """The project both ways, layer definition, style, metadata as a person reads them, and the map package."""
    project, folder = QgsProject.instance(), desktop.folder
    for name in ("work.qgz", "work.qgs"):
        assert project.write(str(folder / name))
    layer = find(project, LayerRole.MEASURE_POINTS)
    nodes = list(project.layerTreeRoot().children())
    assert QgsLayerDefinition.exportLayerDefinition(str(folder / "est.qlr"), nodes)[0]
    assert layer.saveNamedStyle(str(folder / "est.qml"))[1]
    with (folder / "told.txt").open("w") as told:
        for each in project.mapLayers().values():
            comment = each.dataComment() if isinstance(each, QgsVectorLayer) else ""
            told.write(f"{each.source()}\n{each.publicSource()}\n{each.htmlMetadata()}\n{comment}\n")
    packages = folder / "packages"
    packages.mkdir()
    dock.pages.setCurrentIndex(4)
    meeting = dock.pages.widget(4)
    meeting.folder.setFilePath(str(packages))
    desktop.settle()
    desktop.click(meeting.write_button)
    desktop.wait_until(lambda: dock.session._busy == 0 and any(packages.glob("*.zip")), 60)


def fail(dock: EstDock, link: Link) -> None:
    """Every kind of failure that names the server: no way to it, and a login that it refuses."""
    database = dock.session.database
    link.go_down()
    note(dock, database)
    link.come_up()
    superuser = psycopg2.connect(f"{SERVER['as']} user=postgres")
    with superuser, superuser.cursor() as cursor:
        cursor.execute(f"ALTER ROLE {SERVER['login']} PASSWORD 'another'")
    superuser.close()
    note(dock, database)


def note(dock: EstDock, database: Any) -> None:
    try:
        with database.reading():
            pass
    except Exception as error:  # noqa: BLE001 (what is told of it is looked at)
        dock.messages.error(error)
        QgsApplication.messageLog().logMessage(f"{error} {error!r} {message_of(error)} {database!r}", "EST")
    else:
        raise AssertionError("The server let us in.")
