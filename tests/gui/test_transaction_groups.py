# SPDX-License-Identifier: GPL-2.0-or-later
"""EST layers are not edited while the project saves layers in groups; one click switches the groups off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from qgis.core import Qgis, QgsGeometry, QgsProject, QgsVectorLayer, QgsVectorLayerUtils
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton

from est_plugin.errors import EstError
from est_plugin.layers.edits import TransactionGroupsError, edit_command, switch_off_transaction_groups
from est_plugin.layers.roles import LayerRole
from est_plugin.maptools.measure_tool import MeasurePreset
from tests import waiting
from tests.gui.test_server_database import dock, layer_of, opened
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from est_plugin.db.file_database import FileDatabase
    from est_plugin.gui.dock import EstDock

__all__ = ["dock", "opened"]

OFF = Qgis.TransactionMode.Disabled


@pytest.fixture(params=["file", "server"])
def desk(request: pytest.FixtureRequest, dock: EstDock) -> EstDock:
    """The dock with a database of each engine in turn."""
    if request.param == "server":
        return request.getfixturevalue("opened")
    database: FileDatabase = request.getfixturevalue("file_database")
    waiting.opened(dock.session, database.path)
    return dock


@pytest.fixture(params=[Qgis.TransactionMode.AutomaticGroups, Qgis.TransactionMode.BufferedGroups])
def mode(request: pytest.FixtureRequest, desk: EstDock) -> Iterator[Qgis.TransactionMode]:
    assert QgsProject.instance().setTransactionMode(request.param)
    yield request.param
    project = QgsProject.instance()
    if project.transactionMode() == Qgis.TransactionMode.BufferedGroups:
        project.rollBack(True)
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer):
            layer.rollBack()
    assert project.setTransactionMode(OFF)


def items(qgis_iface: Any) -> list[str]:
    return [item.text() for item in qgis_iface.messageBar().items()]


def button(qgis_iface: Any) -> QPushButton:
    buttons = qgis_iface.messageBar().currentItem().findChildren(QPushButton)
    return next(button for button in buttons if button.text() == "Switch transaction groups off")


def test_an_edit_session_of_qgis_ends_and_one_click_switches_the_groups_off(
    mode: Qgis.TransactionMode, desk: EstDock, qgis_iface: Any
) -> None:
    layer = layer_of(LayerRole.MEASURE_POINTS)
    layer.startEditing()
    until(lambda: not layer.isEditable())
    assert not any(other.isEditable() for other in QgsProject.instance().mapLayers().values())
    button(qgis_iface).click()
    assert QgsProject.instance().transactionMode() == OFF
    assert layer.startEditing()
    QTest.qWait(20)
    assert layer.isEditable()


def test_our_tools_do_not_begin(mode: Qgis.TransactionMode, desk: EstDock, qgis_iface: Any) -> None:
    desk.pages.widget(3).buttons[MeasurePreset.LIGHTING].click()
    assert not layer_of(LayerRole.MEASURE_POINTS).isEditable()
    button(qgis_iface).click()
    desk.pages.widget(3).buttons[MeasurePreset.LIGHTING].click()
    assert layer_of(LayerRole.MEASURE_POINTS).isEditable()


def test_edits_that_are_not_saved_keep_the_groups_on(mode: Qgis.TransactionMode, desk: EstDock) -> None:
    layer = layer_of(LayerRole.MEASURE_POINTS)
    layer.startEditing()
    kind = {layer.fields().indexOf("kind"): "BEL"}
    place = QgsGeometry.fromWkt("Point (503000 6571000)")
    with edit_command(layer, "draw"):
        assert layer.addFeature(QgsVectorLayerUtils.createFeature(layer, place, kind))
    with pytest.raises(EstError, match="still on"):
        switch_off_transaction_groups(QgsProject.instance())
    QTest.qWait(20)
    assert layer.isModified()


def test_a_project_with_groups_is_told_when_the_database_is_opened(
    dock: EstDock, file_database: FileDatabase, qgis_iface: Any
) -> None:
    QgsProject.instance().setTransactionMode(Qgis.TransactionMode.AutomaticGroups)
    waiting.opened(dock.session, file_database.path)
    button(qgis_iface).click()
    assert QgsProject.instance().transactionMode() == OFF


def test_an_edit_command_is_refused(mode: Qgis.TransactionMode, desk: EstDock) -> None:
    with pytest.raises(TransactionGroupsError), edit_command(layer_of(LayerRole.HOTSPOTS), "draw"):
        pytest.fail("The command began.")
