# SPDX-License-Identifier: GPL-2.0-or-later
"""The dialogs of the intake: what is chosen in them is what is stored, and nothing is stored before."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit

from est_plugin import settings
from est_plugin.db import imports, quarantine
from est_plugin.db.migrator import create_database
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.import_dialog import ImportDialog
from est_plugin.gui.messages import Messages
from est_plugin.gui.quarantine_dialog import QuarantineDialog
from est_plugin.gui.session import Session
from est_plugin.intake.column_mapping import AxisOrder, ColumnMapping, Field
from est_plugin.intake.importer import import_incidents
from est_plugin.intake.retry import cells_of
from tests import waiting
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qgis.PyQt.QtWidgets import QTableWidgetItem

    from est_plugin.db.database import Database

HEADER = "Nr;Kategori;Datum;Tid;X;Y;Text"
GOOD = "{number};Klotter;2026-03-{day:02};21:15;{x};{y};Ring 070-174 06 05"
SPRAY = "98;Sprejfärg;2026-03-09;21:15;6575000;449500;"
BROKEN = "99;Klotter;2026-02-30;21:15;6575000;449500;Anna Andersson"


@pytest.fixture
def database(tmp_path: Path, qgis_new_project: None) -> Database:
    return create_database(
        tmp_path / "est.gpkg", srs_id=3006, municipality="1781", municipality_name="Lindvik", feedback=SilentFeedback()
    )


@pytest.fixture
def session(qgis_iface: object, database: Database) -> Iterator[Session]:
    session = Session(settings.register(), Messages(qgis_iface.messageBar()))
    waiting.opened(session, database.path)
    yield session
    session.unload()
    settings.unregister()
    session.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Northing first, one unknown word, one broken date."""
    rows = [GOOD.format(number=number, day=number % 9 + 1, x=6575000 + number, y=449500) for number in range(20)]
    path = tmp_path / "bolaget.csv"
    path.write_text("\n".join((HEADER, *rows, SPRAY, BROKEN)), encoding="windows-1252")
    return path


def opened(session: Session, path: Path) -> ImportDialog:
    dialog = ImportDialog(session, session.database, None)
    dialog.open()
    dialog.form.file.setFilePath(str(path))
    until(lambda: dialog.form.mapping() is not None and not dialog.is_working)
    settled(session)
    return dialog


def settled(session: Session) -> None:
    """Let the look at the file begin and end."""
    QTest.qWait(400)
    waiting.settled(session)


def incidents(database: Database) -> int:
    with database.reading() as connection:
        return connection.execute("SELECT count(*) FROM incident").fetchone()[0]


def test_places_are_checked_live_and_the_one_system_that_fits_is_proposed(session: Session, reports: Path) -> None:
    dialog = opened(session, reports)
    box = dialog.form.reading
    assert "0 of 22" in box.check.text()
    box.use.click()
    settled(session)
    assert "22 of 22" in box.check.text()
    assert box.use.isHidden()
    assert dialog.form.mapping().axis_order is AxisOrder.NORTH_EAST
    dialog.reject()


def test_each_usual_coordinate_system_is_offered_once_the_database_s_first(session: Session, reports: Path) -> None:
    dialog = opened(session, reports)
    box = dialog.form.reading.crs
    offered = [box.itemData(index) for index in range(box.count()) if box.itemData(index)]
    assert offered == ["EPSG:3006", *(f"EPSG:{zone}" for zone in range(3007, 3019)), "EPSG:3021", "EPSG:4326"]
    box.setCurrentIndex(box.findData("EPSG:3008"))
    box.activated.emit(box.currentIndex())
    assert dialog.form.mapping().crs_authid == "EPSG:3008"
    dialog.form.reading.show_mapping(replace(dialog.form.mapping(), crs_authid="EPSG:3024"))
    assert dialog.form.mapping().crs_authid == "EPSG:3024"
    assert "3024" in box.currentText()
    dialog.reject()


def test_systems_that_fit_are_named_when_there_are_several(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "zone.csv"
    rows = [f"{number};Klotter;2026-03-01;;{184000 + number};{6577000 + number};" for number in range(30)]
    path.write_text("\n".join((HEADER, *rows)), encoding="utf-8")
    dialog = opened(session, path)
    box = dialog.form.reading
    assert "13 30" in box.use.text()
    assert "own zone fits, and so do SWEREF99 12 00," in box.check.text()
    box.use.click()
    settled(session)
    assert "30 of 30" in box.check.text()
    dialog.reject()


def test_a_word_is_explained_checked_taken_in_and_remembered(
    session: Session, database: Database, reports: Path
) -> None:
    dialog = opened(session, reports)
    told = []
    dialog.stored.connect(told.append)
    dialog.form.reading.use.click()
    words = dialog.form.words
    choice = words.table.cellWidget(0, 2)
    choice.choose("klotter")
    choice.activated.emit(choice.currentIndex())
    settled(session)
    dialog.check.click()
    until(lambda: not dialog.is_working)
    assert "nothing is stored yet" in dialog.report.toPlainText()
    assert incidents(database) == 0
    dialog.take_in.click()
    until(lambda: told)
    assert (told[0].accepted, told[0].quarantined) == (21, 1)
    assert incidents(database) == 21
    assert not dialog.take_in.isVisible()
    wanted = []
    dialog.quarantine_chosen.connect(lambda: wanted.append(True))
    dialog.to_quarantine.click()
    assert wanted
    again = opened(session, reports)
    assert again.form.mapping().category_words == {"sprejfärg": "klotter"}
    assert again.form.mapping().axis_order is AxisOrder.NORTH_EAST
    assert again.form.reading.use.isHidden()
    again.reject()


def test_going_back_after_a_check_and_closing_stores_nothing(
    session: Session, database: Database, reports: Path
) -> None:
    dialog = opened(session, reports)
    dialog.check.click()
    until(lambda: not dialog.is_working)
    dialog.back.click()
    assert not dialog.take_in.isVisible()
    dialog.reject()
    assert incidents(database) == 0


def test_cancelled_work_stores_nothing_and_keeps_the_dialog(
    session: Session, database: Database, reports: Path
) -> None:
    dialog = opened(session, reports)
    dialog.form.reading.use.click()
    settled(session)
    dialog.check.click()
    until(lambda: not dialog.is_working)
    dialog.take_in.click()
    dialog.reject()
    until(lambda: not dialog.is_working)
    assert incidents(database) in (0, 20)
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()


def test_without_a_required_column_nothing_can_be_checked(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("A;B\n1;2\n", encoding="utf-8")
    dialog = opened(session, path)
    assert not dialog.check.isEnabled()
    assert "Category" in dialog.form.missing.text()
    dialog.reject()


def test_an_unusable_file_is_told_in_the_dialog(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_text("", encoding="utf-8")
    dialog = ImportDialog(session, session.database, None)
    dialog.open()
    dialog.form.file.setFilePath(str(path))
    until(dialog.messages.isVisible)
    assert "It is empty." in dialog.messages.text()
    dialog.reject()


def test_nothing_of_the_file_before_stands_under_the_name_of_one_that_is_refused(
    session: Session, tmp_path: Path, reports: Path
) -> None:
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "")
    dialog = opened(session, reports)
    dialog.form.file.setFilePath(str(path))
    until(lambda: dialog.messages.isVisible() and not dialog.is_working)
    settled(session)
    assert "Excel workbook" in dialog.messages.text()
    assert "CSV UTF-8" in dialog.messages.text()
    assert dialog.form.recognised.text().startswith("Choose a CSV file")
    assert dialog.form.mapping() is None
    assert not dialog.form.columns.isVisible()
    assert not dialog.check.isEnabled()
    path.write_bytes(reports.read_bytes())
    dialog.form.file.lineEdit().editingFinished.emit()
    until(lambda: dialog.form.mapping() is not None)
    dialog.reject()


def test_lost_letters_stop_the_file_until_a_person_says_otherwise(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "lost.csv"
    path.write_text(f"{HEADER}\n1;Klotter;2026-03-01;;449500;6575000;Br�k\n", encoding="utf-8")
    dialog = opened(session, path)
    assert dialog.form.keep_lost.isVisible()
    dialog.check.click()
    until(lambda: dialog.messages.isVisible() and not dialog.is_working)
    assert "row 2, column Text" in dialog.messages.text()
    dialog.form.keep_lost.setChecked(True)
    dialog.check.click()
    until(lambda: dialog.take_in.isVisible() and not dialog.is_working)
    dialog.reject()


def test_a_mapping_with_other_columns_is_fitted_to_the_file(session: Session, tmp_path: Path, reports: Path) -> None:
    ColumnMapping("reg", columns={Field.CATEGORY: ("Kategori",), Field.PLACE: ("Adress",)}).save(tmp_path / "a.json")
    dialog = opened(session, reports)
    dialog.open_mapping(tmp_path / "a.json")
    mapping = dialog.form.mapping()
    assert (mapping.source, mapping.columns) == ("reg", {Field.CATEGORY: ("Kategori",)})
    assert "Adress" in dialog.messages.text()
    dialog.reject()


def test_a_row_is_mended_in_quarantine_and_another_discarded_with_a_reason(
    session: Session, database: Database, reports: Path
) -> None:
    dialog = opened(session, reports)
    dialog.form.reading.use.click()
    settled(session)
    dialog.check.click()
    until(lambda: not dialog.is_working)
    dialog.take_in.click()
    until(lambda: incidents(database) == 20 and not dialog.is_working)
    dialog.reject()
    shelf = QuarantineDialog(session, database, None)
    shelf.open()
    until(lambda: shelf.rows.rowCount() == 2 and not shelf.is_working)
    assert ["Sprejfärg" in shelf.rows.item(0, 2).text(), "2026-02-30" in shelf.rows.item(1, 2).text()] == [True, True]
    shelf.rows.selectRow(1)
    cells = shelf.row.cells
    assert [cells.item(row, 2).text() for row in range(7)][2] == "2026-02-30"
    cells.item(2, 3).setText("2026-02-28")
    shelf.rows.selectRow(0)
    shelf.rows.selectRow(1)
    assert cells.item(2, 3).text() == "2026-02-28"
    shelf.try_one.click()
    until(lambda: shelf.rows.rowCount() == 1 and not shelf.is_working)
    assert incidents(database) == 21
    shelf._discard([shelf._shelf.entries[0].number], "")
    assert "give a reason" in shelf.messages.text()
    shelf._discard([shelf._shelf.entries[0].number], "A test")
    until(lambda: shelf.rows.rowCount() == 0 and not shelf.is_working)
    shelf.shown.setCurrentIndex(1)
    shelf.shown.activated.emit(1)
    until(lambda: shelf.rows.rowCount() == 2 and not shelf.is_working)
    assert any("A test" in shelf.rows.item(row, 2).text() for row in range(2))
    assert not shelf.try_one.isEnabled()
    shelf.reject()


def test_a_word_explained_in_quarantine_frees_its_rows_and_is_remembered(
    session: Session, database: Database, reports: Path
) -> None:
    dialog = opened(session, reports)
    dialog.form.reading.use.click()
    settled(session)
    dialog.check.click()
    until(lambda: not dialog.is_working)
    dialog.take_in.click()
    until(lambda: incidents(database) == 20 and not dialog.is_working)
    dialog.reject()
    shelf = QuarantineDialog(session, database, None)
    shelf.open()
    until(lambda: shelf.rows.rowCount() == 2 and not shelf.is_working)
    table = shelf._words["bolaget"].table
    assert table.item(0, 0).text() == "Sprejfärg"
    choice = table.cellWidget(0, 2)
    choice.choose("klotter")
    choice.activated.emit(choice.currentIndex())
    shelf.try_all.click()
    until(lambda: shelf.rows.rowCount() == 1 and not shelf.is_working)
    assert incidents(database) == 21
    assert json.loads(imports.last_mapping(database, "bolaget"))["category_words"] == {"sprejfärg": "klotter"}
    shelf.reject()


@pytest.fixture
def shelf(session: Session, database: Database, tmp_path: Path) -> QuarantineDialog:
    """The quarantine with forty rows whose time cannot be read, in two files."""
    mapping = ColumnMapping(
        "reg",
        columns={
            Field.SOURCE_REF: ("Nr",),
            Field.CATEGORY: ("Kategori",),
            Field.OCCURRED_FROM: ("Datum", "Tid"),
            Field.X: ("Y",),
            Field.Y: ("X",),
        },
    )
    for part in range(2):
        path = tmp_path / f"{part}.csv"
        rows = [f"{part}-{number};Klotter;2026-03-02;kväll;6575000;449500;" for number in range(20)]
        path.write_text("\n".join((HEADER, *rows)), encoding="utf-8")
        import_incidents(database, path, mapping, SilentFeedback())
    dialog = QuarantineDialog(session, database, None)
    dialog.open()
    until(lambda: dialog.rows.rowCount() == 40 and not dialog.is_working)
    return dialog


def _time_cell(shelf: QuarantineDialog) -> QTableWidgetItem:
    cells = shelf.row.cells
    return next(cells.item(row, 3) for row in range(cells.rowCount()) if cells.item(row, 0).text() == "Tid")


def test_what_is_typed_for_several_rows_goes_into_all_of_them_and_the_list_stays(
    shelf: QuarantineDialog, database: Database
) -> None:
    shelf.rows.setFocus()
    shelf._select(range(15, 35))
    shelf.rows.verticalScrollBar().setValue(10)
    assert "20 row(s) are selected" in shelf.row.reasons.text()
    _time_cell(shelf).setText("21:15")
    shelf.try_one.click()
    until(lambda: shelf.rows.rowCount() == 20 and not shelf.is_working)
    assert incidents(database) == 20
    assert "20 became incidents, 0 were stored already and 0 did not pass" in shelf.messages.text()
    assert shelf.count.text().startswith("20 row(s) wait")
    assert shelf.rows.verticalScrollBar().value() == min(10, shelf.rows.verticalScrollBar().maximum())
    assert {index.row() for index in shelf.rows.selectedIndexes()} == {15}


def test_rows_that_did_not_pass_stay_selected(shelf: QuarantineDialog) -> None:
    shelf._select((3, 4))
    _time_cell(shelf).setText("aldrig")
    shelf.try_one.click()
    until(lambda: not shelf.is_working)
    assert {index.row() for index in shelf.rows.selectedIndexes()} == {3, 4}
    assert "2 did not pass" in shelf.messages.text()
    assert shelf.row.typed() == {}


def test_a_correction_that_is_not_tried_is_asked_for_and_saved(
    shelf: QuarantineDialog, session: Session, database: Database
) -> None:
    shelf._select((7,))
    number = shelf._shelf.entries[7].number
    shelf.row.cells.setCurrentItem(_time_cell(shelf))
    editor = shelf.row.cells.findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "21:15")
    shelf.reject()
    assert shelf.isVisible()
    assert "1 row(s) are mended" in shelf.question.informativeText()
    shelf.question.stay.click()
    assert shelf.isVisible()
    shelf.reject()
    closed = []
    shelf.finished.connect(closed.append)
    shelf.question.save.click()
    until(lambda: closed)
    [entry] = [entry for entry in quarantine.waiting(database) if entry.number == number]
    assert cells_of(entry)["Tid"] == "21:15"
    assert incidents(database) == 0
    again = QuarantineDialog(session, database, None)
    again.open()
    until(lambda: again.rows.rowCount() == 40 and not again.is_working)
    assert "not tried yet" in again.rows.item(7, 2).text()
    again.try_all.click()
    until(lambda: again.rows.rowCount() == 39 and not again.is_working)
    again.reject()
    assert not again.isVisible()


def test_a_correction_need_not_be_saved_and_one_taken_back_is_none(shelf: QuarantineDialog, database: Database) -> None:
    _time_cell(shelf).setText("21:15")
    _time_cell(shelf).setText("kväll")
    assert shelf.row.typed() == {}
    _time_cell(shelf).setText("21:15")
    shelf.reject()
    shelf.question.drop.click()
    assert {entry.mended for entry in quarantine.waiting(database)} == {None}
