# SPDX-License-Identifier: GPL-2.0-or-later
"""While a person is asked for the approval of a public edition: one package at a time, and the database it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsProject
from qgis.gui import QgsAdvancedDigitizingDockWidget
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt

import est_plugin
from est_plugin.db.approvals import publications
from est_plugin.db.migrator import create_database
from est_plugin.domain.edition import Edition
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.page_templates import PageTemplatesDialog
from est_plugin.gui.public_approval import PublicApproval
from tests import public_sample as sample
from tests.gui.walk_desk import dock
from tests.waiting import opened, settled, until

if TYPE_CHECKING:
    from pathlib import Path

    from est_plugin.db.file_database import FileDatabase
    from est_plugin.gui.dock import EstDock
    from est_plugin.gui.meeting_page import MeetingPage

__all__ = ["dock"]


def make(path: Path) -> FileDatabase:
    return create_database(
        path, srs_id=3006, municipality="1781", municipality_name="Lindvik", feedback=SilentFeedback()
    )


def public_page(dock: EstDock, folder: Path) -> MeetingPage:
    """The page Meeting, ready to write the public edition of ``a.gpkg``."""
    for entry in (dock.session.settings.packages, dock.session.settings.last_export_folder):
        entry.remove()
    opened(dock.session, sample.fill(make(folder / "a.gpkg")).path)
    layer = sample.address_layer()
    QgsProject.instance().addMapLayer(layer)
    dock.pages.setCurrentIndex(4)
    page = dock.pages.widget(4)
    page.form.edition.setCurrentIndex(page.form.edition.findData(Edition.PUBLIC))
    page.form.edition.activated.emit(page.form.edition.currentIndex())
    page.form.addresses.layer.setLayer(layer)
    page.form.addresses.field.setField("antal")
    page.folder.setFilePath(str(folder / "out"))
    dock.session.choose_period(sample.PERIOD)
    settled(dock.session)
    return page


@pytest.fixture
def page(dock: EstDock, tmp_path: Path) -> MeetingPage:
    return public_page(dock, tmp_path)


def asked(window) -> PublicApproval:
    until(lambda: window.findChild(PublicApproval) is not None)
    return window.findChild(PublicApproval)


def approve(dialog: PublicApproval) -> None:
    dialog.tick.click()
    dialog.function.setText("samordnare")
    dialog.approve_button.click()


def test_the_question_stands_over_the_main_window_and_nothing_else_is_written_meanwhile(
    page: MeetingPage, qgis_iface, tmp_path: Path
) -> None:
    page.write_button.click()
    dialog = asked(qgis_iface.mainWindow())
    settled(page.session)
    assert dialog.windowModality() == Qt.WindowModality.WindowModal
    assert not page.write_button.isEnabled()
    page.refresh()
    settled(page.session)
    assert not page.write_button.isEnabled()
    page.write()
    settled(page.session)
    assert len(qgis_iface.mainWindow().findChildren(PublicApproval)) == 1
    approve(dialog)
    settled(page.session)
    assert list((tmp_path / "out").glob("*.zip"))
    assert page.result.isVisible()
    assert page.write_button.isEnabled()


def test_the_approval_goes_into_the_database_that_the_package_is_of(
    page: MeetingPage, qgis_iface, tmp_path: Path
) -> None:
    ours, other = page.session.database, make(tmp_path / "b.gpkg")
    page.write_button.click()
    dialog = asked(qgis_iface.mainWindow())
    opened(page.session, other.path)
    assert page.session.database.path == other.path
    approve(dialog)
    settled(page.session)
    assert list((tmp_path / "out").glob("*.zip"))
    assert len(publications(ours)) == 1
    assert not publications(other)


def test_what_nobody_has_approved_goes_with_its_project(page: MeetingPage, qgis_iface, tmp_path: Path) -> None:
    ours = page.session.database
    page.write_button.click()
    asked(qgis_iface.mainWindow())
    QgsProject.instance().clear()
    until(lambda: qgis_iface.mainWindow().findChild(PublicApproval) is None)
    assert list((tmp_path / "out").iterdir()) == []
    assert not publications(ours)


def test_nothing_stays_open_when_the_plugin_goes(
    qgis_iface, qgis_processing, qgis_new_project, monkeypatch, tmp_path: Path
) -> None:
    cad_dock = QgsAdvancedDigitizingDockWidget(qgis_iface.mapCanvas())
    monkeypatch.setattr(qgis_iface, "cadDockWidget", lambda: cad_dock)
    plugin = est_plugin.classFactory(qgis_iface)
    plugin.initGui()
    plugin._dock.show()
    page = public_page(plugin._dock, tmp_path)
    page.form.templates.click()
    settled(page.session)
    page.write_button.click()
    window = qgis_iface.mainWindow()
    asked(window)
    assert window.findChild(PageTemplatesDialog) is not None
    plugin.unload()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChild(PublicApproval) is None
    assert window.findChild(PageTemplatesDialog) is None
    assert list((tmp_path / "out").iterdir()) == []
    QgsProject.instance().clear()
    cad_dock.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
