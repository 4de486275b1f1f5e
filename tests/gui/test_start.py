# SPDX-License-Identifier: GPL-2.0-or-later
"""The start page and the dialog for a new database: what can be pressed is what can be done."""

from __future__ import annotations

import pytest
from qgis import processing
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsNotSupportedException
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QWidget

from est_plugin import settings
from est_plugin.db.file_database import open_database
from est_plugin.gui.database_actions import DatabaseActions
from est_plugin.gui.messages import Messages
from est_plugin.gui.new_database_dialog import NewDatabaseDialog
from est_plugin.gui.session import Session
from est_plugin.gui.start_page import StartPage


@pytest.fixture
def session(qgis_iface):
    """A session without a database."""
    session = Session(settings.register(), Messages(qgis_iface.messageBar()))
    yield session
    session.unload()
    settings.unregister()


@pytest.fixture
def empty(session):
    """A dialog in which nothing is chosen."""
    parent = QWidget()
    yield NewDatabaseDialog(session, parent)
    parent.deleteLater()


@pytest.fixture
def dialog(empty, tmp_path):
    """A dialog in which a new file in a folder that exists is chosen."""
    empty.file.setFilePath(str(tmp_path / "lindvik.2026"))
    return empty


def _until(condition):
    for _ in range(1000):
        if condition():
            return
        QTest.qWait(10)
    pytest.fail("It did not happen within ten seconds.")


def test_a_file_is_needed(empty):
    assert not empty.ok_button.isEnabled()
    assert "where the database is put" in empty.problem.text()


def test_what_was_typed_stays_until_the_database_is_there(dialog):
    made = []
    dialog.created.connect(made.append)
    dialog.open()
    dialog.municipality_name.setText("Lindvik")
    dialog.municipality.setText("1781")
    # Another program was quicker.
    dialog.path.write_text("dear to someone")
    dialog.ok_button.click()
    _until(lambda: not dialog.is_working)
    assert dialog.isVisible()
    assert "exists" in dialog.messages.text()
    assert (dialog.municipality_name.text(), dialog.municipality.text()) == ("Lindvik", "1781")
    assert made == []
    dialog.file.setFilePath(str(dialog.path.with_name("other.gpkg")))
    dialog.ok_button.click()
    _until(lambda: made)
    assert open_database(made[0]).municipality_name == "Lindvik"


def test_the_file_gets_the_ending_of_a_geopackage_and_keeps_its_dots(dialog):
    assert dialog.ok_button.isEnabled()
    assert dialog.problem.text() == ""
    assert dialog.path.name == "lindvik.2026.gpkg"


@pytest.mark.parametrize(
    ("code", "is_valid"),
    [("", True), ("1781", True), (" 1781 ", True), ("178", False), ("17811", False), ("17a1", False), ("१७८१", False)],
)
def test_a_municipality_code_is_four_digits_or_left_out(dialog, code, is_valid):
    dialog.municipality.setText(code)
    assert dialog.ok_button.isEnabled() is is_valid
    assert ("four digits" in dialog.problem.text()) is not is_valid


def test_a_file_that_is_there_cannot_be_chosen(dialog):
    dialog.path.with_name("est.gpkg").write_text("dear to someone")
    dialog.file.setFilePath(str(dialog.path.with_name("est")))
    assert not dialog.ok_button.isEnabled()
    assert "exists already" in dialog.problem.text()


def test_a_folder_that_is_not_there_is_told(dialog, tmp_path):
    dialog.file.setFilePath(str(tmp_path / "gone" / "est.gpkg"))
    assert not dialog.ok_button.isEnabled()
    assert "no folder" in dialog.problem.text()


@pytest.mark.parametrize("authid", ["", "EPSG:4326"])
def test_a_coordinate_system_must_be_in_metres_and_have_an_epsg_code(dialog, authid):
    dialog.crs.setCrs(QgsCoordinateReferenceSystem(authid))
    assert not dialog.ok_button.isEnabled()
    assert "SWEREF 99" in dialog.problem.text()


def test_the_start_page_offers_the_last_database_only_while_it_is_there(qgis_app, tmp_path):
    last, opened = tmp_path / "lindvik.gpkg", []
    page = StartPage(
        open_database=lambda: None,
        create=lambda: None,
        demo=lambda: None,
        last_database=lambda: last if last.exists() else None,
        open_last=lambda: opened.append(last),
    )
    page.show()
    assert page.last_button.isHidden()
    page.hide()
    last.write_text("")
    page.show()
    assert "lindvik.gpkg" in page.last_button.text()
    page.last_button.click()
    assert opened == [last]
    page.deleteLater()


def test_without_processing_the_copy_is_told_why_not(session, qgis_iface, qgis_parent, monkeypatch):
    def switched_off(*_arguments):
        raise QgsNotSupportedException("Processing plugin has not been loaded")

    monkeypatch.setattr(processing, "createAlgorithmDialog", switched_off)
    DatabaseActions(session, qgis_parent).copy()
    told = qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)
    assert "plugin Processing is switched off" in told[-1]
