# SPDX-License-Identifier: GPL-2.0-or-later
"""The dialogs of the intake: what is chosen in them is what is stored, and nothing is stored before."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtTest import QTest

from est_plugin import settings
from est_plugin.db import imports
from est_plugin.db.migrator import create_database
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.import_dialog import ImportDialog
from est_plugin.gui.messages import Messages
from est_plugin.gui.quarantine_dialog import QuarantineDialog
from est_plugin.gui.session import Session
from est_plugin.intake.column_mapping import AxisOrder, ColumnMapping, Field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

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
    session.open(database.path)
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


def until(condition: Callable[[], object]) -> None:
    for _ in range(1000):
        if condition():
            return
        QTest.qWait(10)
    pytest.fail("It did not happen within ten seconds.")


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
    until(lambda: session._busy == 0)


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
    dialog.reject()
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
