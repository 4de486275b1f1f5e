# SPDX-License-Identifier: GPL-2.0-or-later
"""The history in the dock: what was done in words, an undoing and a restoring that the map shows."""

from __future__ import annotations

import uuid
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMessageBox

from est_plugin import settings
from est_plugin.db import changesets
from est_plugin.db.changesets import Change, Changeset, Op
from est_plugin.db.file_database import connect
from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.history import recent_entries
from est_plugin.db.server_database import open_server_database
from est_plugin.gui.history_dialog import HistoryDialog
from est_plugin.gui.messages import Messages
from est_plugin.gui.session import Session
from est_plugin.layers import roles
from est_plugin.layers.edits import edit_command
from est_plugin.layers.roles import LayerRole
from tests import waiting
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.PyQt.QtWidgets import QTableWidget

    from est_plugin.db.database import Database
    from est_plugin.db.file_database import FileDatabase
    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server


@pytest.fixture
def session(qgis_iface: object, qgis_new_project: None) -> Iterator[Session]:
    session = Session(settings.register(), Messages(qgis_iface.messageBar()))
    yield session
    for role in roles.MEASURE_ROLES:
        layer = roles.find(QgsProject.instance(), role)
        if layer is not None:
            layer.rollBack()
    session.unload()
    settings.unregister()
    session.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def edit(database: Database, *changes: Change) -> None:
    changesets.apply(database, Changeset(changes))


def lamp(database: Database, title: str) -> Change:
    place = point_blob(500_000, 6_600_000, database.srs_id)
    return Change("measure", Op.INSERT, str(uuid.uuid4()), {"kind": "BEL", "title": title, "geom": place})


def opened(session: Session, database: Database) -> HistoryDialog:
    session.database = database
    dialog = HistoryDialog(session, database, None)
    dialog.open()
    QTest.qWait(20)
    until(lambda: session._busy == 0 and not dialog.is_working)
    return dialog


def texts(table: QTableWidget) -> list[list[str]]:
    return [
        [table.item(row, column).text() for column in range(table.columnCount())] for row in range(table.rowCount())
    ]


def answer(*buttons: str) -> list[str]:
    """Press a button of each of the next questions; what they asked is in the list afterwards."""
    asked: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox) and box.text() not in asked:
            asked.append(box.text())
            next(found for found in box.buttons() if found.text() == buttons[len(asked) - 1]).click()
        if len(asked) < len(buttons):
            QTimer.singleShot(20, press)

    QTimer.singleShot(20, press)
    return asked


def test_changes_stand_in_words_of_the_form(session: Session, either_database: Database) -> None:
    measure = lamp(either_database, "Lampa")
    edit(either_database, measure, lamp(either_database, "Skylt"))
    values = {"title": "Två lampor", "status": "decided", "owner": "polis"}
    edit(either_database, Change("measure", Op.UPDATE, measure.uuid, values, 1))
    dialog = opened(session, either_database)
    assert [line[2] for line in texts(dialog.entries)] == ["Edited: 1 measure(s)", "Added: 2 measure(s)"]
    until(lambda: dialog.rows.rowCount() == 3)
    lines = texts(dialog.rows)
    assert {line[0] for line in lines} == {"Measure: Två lampor"}
    assert {line[1] for line in lines} == {"Edited"}
    assert ["Title", "Lampa", "Två lampor"] in [line[2:] for line in lines]
    assert ["Responsible", "–", "Police"] in [line[2:] for line in lines]
    assert ["Status", "Proposed", "Decided"] in [line[2:] for line in lines]


def test_an_undoing_sets_back_what_nobody_changed_since(session: Session, either_database: Database) -> None:
    one, two = lamp(either_database, "Lampa"), lamp(either_database, "Skylt")
    edit(either_database, one, two)
    edit(either_database, *(Change("measure", Op.UPDATE, row.uuid, {"title": "Fel"}, 1) for row in (one, two)))
    edit(either_database, Change("measure", Op.UPDATE, two.uuid, {"title": "Rätt"}, 2))
    dialog = opened(session, either_database)
    dialog.entries.selectRow(1)
    asked = answer("Undo")
    dialog.undo_button.click()
    until(lambda: "undone" in dialog.messages.text())
    assert "Edited: 2 measure(s)" in asked[0]
    assert dialog.messages.text() == ("1 row(s) undone. 1 row(s) stayed, since they were changed afterwards.")
    assert texts(dialog.entries)[0][2].startswith("Undone. ")
    with either_database.reading() as connection:
        titles = [row["title"] for row in connection.execute("SELECT title FROM measure ORDER BY title")]
    assert titles == ["Lampa", "Rätt"]


def test_a_question_that_is_cancelled_changes_nothing(session: Session, file_database: Database) -> None:
    edit(file_database, lamp(file_database, "Lampa"))
    dialog = opened(session, file_database)
    answer("Cancel")
    dialog.undo_button.click()
    assert not dialog.is_working
    assert len(recent_entries(file_database)) == 1


def test_a_deleted_row_is_restored_and_leaves_the_list(session: Session, either_database: Database) -> None:
    measure = lamp(either_database, "Lampa")
    edit(either_database, measure)
    edit(either_database, Change("measure", Op.DELETE, measure.uuid, base_version=1))
    dialog = opened(session, either_database)
    assert [line[:2] for line in texts(dialog.deleted)] == [["Lampa", "Measure"]]
    dialog.restore_button.click()
    until(lambda: "Lampa was restored." in dialog.messages.text())
    assert texts(dialog.deleted) == []
    with either_database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM measure WHERE deleted_at IS NULL").fetchone()[0] == 1


def test_edits_that_are_not_saved_are_asked_about_first(session: Session, file_database: Database) -> None:
    edit(file_database, lamp(file_database, "Lampa"))
    waiting.opened(session, file_database.path)
    layer = roles.find(QgsProject.instance(), LayerRole.MEASURE_POINTS)
    row = next(layer.getFeatures())
    with edit_command(layer, "x"):
        layer.changeAttributeValue(row.id(), layer.fields().indexOf("title"), "Ny")
    dialog = opened(session, file_database)
    asked = answer("Undo", "Cancel")
    dialog.undo_button.click()
    assert asked[1] == "Save before the history is changed?"
    assert not dialog.is_working
    assert layer.isModified()
    assert len(recent_entries(file_database)) == 1


def test_a_reader_is_told_that_the_history_is_not_for_readers(
    session: Session, server: Server, server_database: ServerDatabase
) -> None:
    database = open_server_database(server.address(server_database.address.name, "rita"))
    dialog = opened(session, database)
    assert "cannot be shown" in dialog.messages.text()
    assert not dialog.undo_button.isEnabled()


def test_what_qgis_saves_in_a_file_is_signed_by_who_opened_it(session: Session, file_database: FileDatabase) -> None:
    edit(file_database, lamp(file_database, "Lampa"))
    with closing(connect(file_database.path, mode="rw")) as connection:
        connection.execute("UPDATE writer SET name = 'bo'")
    waiting.opened(session, file_database.path)
    layer = roles.find(QgsProject.instance(), LayerRole.MEASURE_POINTS)
    row = next(layer.getFeatures())
    with edit_command(layer, "x"):
        layer.changeAttributeValue(row.id(), layer.fields().indexOf("title"), "Ny")
    assert layer.commitChanges()
    assert recent_entries(file_database)[0].changed_by == QgsApplication.userLoginName()


def test_a_file_that_cannot_be_written_is_opened_all_the_same(session: Session, file_database: FileDatabase) -> None:
    with closing(connect(file_database.path, mode="rw")) as connection:
        connection.execute("UPDATE writer SET name = 'bo'")
        connection.execute("BEGIN IMMEDIATE")
        waiting.opened(session, file_database.path)
    assert session.database == file_database
