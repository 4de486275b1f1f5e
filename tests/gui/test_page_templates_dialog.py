# SPDX-License-Identifier: GPL-2.0-or-later
"""The window of page templates: edit one in QGIS, use the edit, go back to the original."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsLayoutPoint, QgsPrintLayout, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QMessageBox, QPushButton

from est_plugin import paths, settings
from est_plugin.export.page_templates import Whose, keep, to_edit
from est_plugin.export.template import Template
from est_plugin.gui.page_templates import PageTemplatesDialog
from tests.desk import Desk
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desk(qgis_app: object) -> Iterator[Desk]:
    shutil.rmtree(paths.own_layouts(), ignore_errors=True)
    desk = Desk()
    yield desk
    desk.session.settings.layout_folder.setValue("")
    desk.close()
    shutil.rmtree(paths.own_layouts(), ignore_errors=True)
    QgsSettings().remove(settings.LAYOUT_FOLDER)


@pytest.fixture
def opened() -> list[QgsPrintLayout]:
    """The layouts that the designer was asked to open."""
    return []


@pytest.fixture
def dialog(desk: Desk, opened: list[QgsPrintLayout]) -> Iterator[PageTemplatesDialog]:
    dialog = PageTemplatesDialog(desk.session, None, opened.append)
    dialog.show()
    until(lambda: dialog.table.topLevelItemCount() > 0)
    yield dialog
    dialog.close()


def choose(dialog: PageTemplatesDialog, name: str) -> None:
    rows = [dialog.table.topLevelItem(number) for number in range(dialog.table.topLevelItemCount())]
    dialog.table.setCurrentItem(next(row for row in rows if row.data(0, 256).name == name))


def whose(dialog: PageTemplatesDialog) -> Whose:
    return dialog.table.currentItem().data(0, 256).whose


def answer(text: str) -> None:
    """Press the button of the question that is about to come."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(button for button in box.findChildren(QPushButton) if button.text().replace("&", "") == text).click()

    QTimer.singleShot(200, press)


def test_all_templates_are_listed_as_they_come_with_the_plugin(dialog: PageTemplatesDialog) -> None:
    files = {path.stem for path in (paths.RESOURCES / "layouts").glob("*.qpt")}
    rows = [dialog.table.topLevelItem(number).data(0, 256) for number in range(dialog.table.topLevelItemCount())]
    assert {row.name for row in rows} == files
    assert {row.whose for row in rows} == {Whose.PLUGIN}
    assert not any(button.isEnabled() for button in (dialog.edit_button, dialog.keep_button, dialog.reset_button))


def test_an_edited_layout_is_used_and_leaves_the_project(
    dialog: PageTemplatesDialog, opened: list[QgsPrintLayout]
) -> None:
    choose(dialog, "hotspot")
    dialog.edit_button.click()
    # It is copied in the background: the folder of the organisation may not answer.
    assert opened == []
    assert dialog.is_working
    until(lambda: opened)
    (layout,) = opened
    assert layout in QgsProject.instance().layoutManager().layouts()
    until(lambda: whose(dialog) is Whose.OWN)
    layout.itemById("map").attemptMove(QgsLayoutPoint(20, 50))
    # Once more opens the same layout: what was edited is not lost.
    dialog.edit_button.click()
    assert opened == [layout, layout]
    assert dialog.keep_button.isEnabled()
    dialog.keep_button.click()
    assert Template.read("hotspot").rooms["map"].top == 50
    assert QgsProject.instance().layoutManager().layouts() == []
    assert not dialog.keep_button.isEnabled()


def test_a_layout_that_lacks_its_map_is_refused_in_the_window_and_stays_open(
    dialog: PageTemplatesDialog, opened: list[QgsPrintLayout]
) -> None:
    choose(dialog, "overview")
    dialog.edit_button.click()
    # It is copied in the background: the folder of the organisation may not answer.
    assert opened == []
    assert dialog.is_working
    until(lambda: opened)
    (layout,) = opened
    layout.removeLayoutItem(layout.itemById("map"))
    dialog.keep_button.click()
    assert "map" in dialog.messages.text()
    assert layout in QgsProject.instance().layoutManager().layouts()
    assert "map" in Template.read("overview").rooms
    QgsProject.instance().layoutManager().clear()


def test_reset_asks_first_and_then_removes_the_copy(dialog: PageTemplatesDialog) -> None:
    keep(to_edit("measures", QgsProject.instance()), "measures")
    dialog._read()
    choose(dialog, "measures")
    until(lambda: whose(dialog) is Whose.OWN)
    answer("Cancel")
    dialog.reset_button.click()
    assert Template.read("measures").path.parent == paths.own_layouts()
    answer("Delete")
    dialog.reset_button.click()
    until(lambda: whose(dialog) is Whose.PLUGIN)
    assert Template.read("measures").path == paths.plugin_layout("measures")


def test_the_folder_of_the_organisation_is_set_here(dialog: PageTemplatesDialog, tmp_path: Path) -> None:
    shutil.copy(paths.plugin_layout("numbers"), tmp_path / "numbers.qpt")
    choose(dialog, "numbers")
    dialog.folder.setFilePath(str(tmp_path))
    until(lambda: whose(dialog) is Whose.ORGANISATION)
    assert Template.read("numbers").path == tmp_path / "numbers.qpt"
