# SPDX-License-Identifier: GPL-2.0-or-later
"""What came home from the field is shown beside what the office holds; only what a person chooses is stored."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QWidget

from est_plugin.db.changesets import Change, Op
from est_plugin.gui.choice import Choice
from est_plugin.gui.field_return_dialog import FieldReturnDialog
from tests.desk import desk
from tests.field_sample import Phone, X, Y, change, package, rows, stop, store
from tests.waiting import settled, until


@pytest.fixture
def phone(file_database, tmp_path):
    """A phone and the office changed the same stop, and an observation without an item came along."""
    walk = store(file_database)
    one = Phone(package(file_database, walk, tmp_path))
    one.edit("walk_stop", "place = 'Torget'", comment="Fältet")
    bridge = stop(file_database, walk, "Bron")
    one.add("observation", walk_stop=bridge, item="SIK", value="2", comment="Häck", geom=f"POINT ({X} {Y})")
    one.add("observation", walk_stop=bridge, comment="Vad?", geom=f"POINT ({X} {Y})")
    torget = stop(file_database, walk, "Torget")
    change(file_database, Change("walk_stop", Op.UPDATE, torget, {"comment": "Kontoret"}, 1))
    return one


@pytest.fixture
def shown(file_database, phone, qgis_app, qgis_new_project):
    """The dialog over that package."""
    with desk() as one:
        one.open(file_database.path)
        parent = QWidget()
        dialog = FieldReturnDialog(one.session, file_database, parent)
        dialog.open()
        dialog.folder.setFilePath(str(phone.folder))
        settled(one.session)
        yield dialog
        settled(one.session)
        parent.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def texts(table, line):
    return [
        table.item(line, column).text() if table.item(line, column) else "" for column in range(table.columnCount())
    ]


def test_both_values_stand_side_by_side_and_nothing_of_them_is_chosen(shown):
    assert [texts(shown.rows, line)[2] for line in range(3)] == ["Changed on both sides", "New", "Cannot be stored"]
    assert texts(shown.values, 0) == ["Comment", "", "Fältet", "Kontoret"]
    assert shown.values.item(0, 0).font().bold()
    assert isinstance(shown.rows.cellWidget(0, 3), Choice)
    shown.rows.selectRow(1)
    assert texts(shown.values, 0) == ["Walk stop", "", "2 Bron", ""]
    assert [texts(shown.values, line)[2] for line in (2, 3)] == ["2", "Häck"]
    assert shown.rows.cellWidget(2, 3) is None
    assert "What is empty" in texts(shown.rows, 2)[4]
    assert list(shown.chosen()) == [("observation", shown._returned.changes[1].uuid)]


def test_what_is_chosen_is_stored_and_nothing_else(shown, file_database):
    shown.store()
    settled(shown.session)
    assert [row["comment"] for row in rows(file_database, "observation", "comment")] == ["Mörkt", "Häck"]
    assert rows(file_database, "walk_stop", "comment")[0]["comment"] == "Kontoret"


def test_the_fields_values_are_stored_if_a_person_says_so(shown, file_database):
    shown.rows.cellWidget(0, 3).setCurrentIndex(1)
    assert shown.store_button.text().startswith("Bring home 2")
    shown.store()
    settled(shown.session)
    assert rows(file_database, "walk_stop", "comment")[0]["comment"] == "Fältet"


def test_nothing_chosen_is_nothing_to_bring_home(shown):
    shown.rows.cellWidget(1, 3).setCurrentIndex(0)
    assert not shown.store_button.isEnabled()


def test_a_package_that_is_not_whole_is_told_in_the_dialog(shown, phone):
    data = phone.folder / "falt.gpkg"
    data.write_bytes(data.read_bytes()[:5000])
    shown.read()
    settled(shown.session)
    assert "is not whole" in shown.messages.text()
    assert shown.rows.rowCount() == 0
    assert not shown.store_button.isEnabled()


def test_a_folder_is_read_when_it_is_typed_whole(shown, phone):
    line = shown.folder.lineEdit()
    shown.folder.setFilePath("")
    QApplication.setActiveWindow(shown)
    line.setFocus()
    assert line.hasFocus()
    QTest.keyClicks(line, str(phone.folder))
    settled(shown.session)
    assert shown.rows.rowCount() == 0
    QTest.keyClick(line, Qt.Key.Key_Return)
    until(lambda: shown.rows.rowCount() == 3)


def test_a_text_that_names_a_person_is_left_where_it_is_until_a_person_chooses(shown, phone, file_database):
    (bridge,) = (row["uuid"] for row in rows(file_database, "walk_stop", "uuid, place") if row["place"] == "Bron")
    phone.add("observation", walk_stop=bridge, item="BEL", value="1", comment="Ring 070-123 45 67")
    phone.add("observation", walk_stop=bridge, item="BEL", value="9", comment="Nio")
    shown.read()
    settled(shown.session)
    lines = {texts(shown.rows, line)[1]: line for line in range(shown.rows.rowCount())}
    named = next(line for title, line in lines.items() if "070" in title)
    assert shown.rows.cellWidget(named, 3).chosen() == ""
    wrong = next(line for title, line in lines.items() if "Nio" in title)
    assert texts(shown.rows, wrong)[2] == "Cannot be stored"
    assert "no answer" in texts(shown.rows, wrong)[4]
