# SPDX-License-Identifier: GPL-2.0-or-later
"""A window in which the map manager changes the checklist and the roles of participants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from est_plugin.db.walk_lists import Entry, WalkList, new_code, read_entries, store_entries
from est_plugin.domain.observation import AnswerKind
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.gui.throw_away import throws_away
from est_plugin.gui.walk_actions import AnyTimeAction
from est_plugin.gui.work_dialog import WorkDialog
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from est_plugin.db.database import Database
    from est_plugin.feedback import Feedback
    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.session import Session

_IN_USE, _CODE, _SWEDISH, _ENGLISH, _ANSWER = range(5)
_SIZE = (820, 560)


class ListTable(QWidget):
    """One list: its entries in their order, with buttons to add one and to move it."""

    def __init__(self, of: WalkList) -> None:
        super().__init__()
        self.of = of
        self.before: tuple[Entry, ...] = ()
        headers = [
            translate("est_plugin", "In use"),
            translate("est_plugin", "Code"),
            translate("est_plugin", "Swedish"),
            translate("est_plugin", "English"),
        ]
        if of is WalkList.CHECKLIST:
            headers.append(translate("est_plugin", "Answer"))
        self.table = QTableWidget(0, len(headers))
        self.table.setHorizontalHeaderLabels(headers)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (_SWEDISH, _ENGLISH):
            self.table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.add = QPushButton(translate("est_plugin", "Add"))
        self.up = QPushButton(translate("est_plugin", "Move up"))
        self.down = QPushButton(translate("est_plugin", "Move down"))
        self.add.clicked.connect(lambda _checked: self._add())
        self.up.clicked.connect(lambda _checked: self._move(-1))
        self.down.clicked.connect(lambda _checked: self._move(1))
        buttons = QHBoxLayout()
        for button in (self.add, self.up, self.down):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show the list as it is stored."""
        self.before = entries
        self._show(list(entries))

    def entries(self) -> list[Entry]:
        """The list as it is shown; a new entry gets its code from its name."""
        found: list[Entry] = []
        taken = {entry.code for entry in self.before}
        for row in range(self.table.rowCount()):
            entry = self._entry(row)
            if not entry.code and (entry.name_sv or entry.name_en):
                code = new_code(entry.name_sv or entry.name_en, taken)
                entry = Entry(code, entry.name_sv, entry.name_en, entry.answer, entry.active)
                taken.add(code)
            if entry.code:
                found.append(entry)
        return found

    def _show(self, entries: list[Entry]) -> None:
        self.table.setRowCount(len(entries))
        for row, entry in enumerate(entries):
            used = QTableWidgetItem()
            used.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            used.setCheckState(Qt.CheckState.Checked if entry.active else Qt.CheckState.Unchecked)
            code = QTableWidgetItem(entry.code)
            code.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            cells = (used, code, QTableWidgetItem(entry.name_sv), QTableWidgetItem(entry.name_en))
            for column, cell in enumerate(cells):
                self.table.setItem(row, column, cell)
            if self.of is WalkList.CHECKLIST:
                box = QComboBox()
                for kind in AnswerKind:
                    box.addItem(translate("est_plugin", kind.label), kind.value)
                box.setCurrentIndex(box.findData((entry.answer or AnswerKind.SCALE_0_3).value))
                self.table.setCellWidget(row, _ANSWER, box)

    def _entry(self, row: int) -> Entry:
        box = self.table.cellWidget(row, _ANSWER) if self.of is WalkList.CHECKLIST else None
        return Entry(
            self.table.item(row, _CODE).text(),
            self.table.item(row, _SWEDISH).text().strip(),
            self.table.item(row, _ENGLISH).text().strip(),
            AnswerKind(box.currentData()) if isinstance(box, QComboBox) else None,
            self.table.item(row, _IN_USE).checkState() == Qt.CheckState.Checked,
        )

    def _rows(self) -> list[Entry]:
        return [self._entry(row) for row in range(self.table.rowCount())]

    def _add(self) -> None:
        rows = self._rows()
        self._show([*rows, Entry("", "", "")])
        self.table.setCurrentCell(len(rows), _SWEDISH)
        self.table.editItem(self.table.item(len(rows), _SWEDISH))

    def _move(self, by: int) -> None:
        row, rows = self.table.currentRow(), self._rows()
        if row >= 0 and 0 <= row + by < len(rows):
            rows[row], rows[row + by] = rows[row + by], rows[row]
            self._show(rows)
            self.table.setCurrentCell(row + by, max(self.table.currentColumn(), 0))


class WalkListsDialog(WorkDialog):
    """Codes stay and entries are not removed: protocols hold them."""

    def __init__(self, session: Session, parent: QWidget | None, database: Database) -> None:
        super().__init__(session, parent, translate("est_plugin", "Checklist and roles"))
        self._database = database
        self.checklist, self.roles = ListTable(WalkList.CHECKLIST), ListTable(WalkList.PARTICIPANT_ROLES)
        tabs = QTabWidget()
        tabs.addTab(self.checklist, translate("est_plugin", "Checklist at the stops"))
        tabs.addTab(self.roles, translate("est_plugin", "Roles of participants"))
        note = QLabel(
            translate(
                "est_plugin",
                "An entry that is no longer needed is taken out of use; older protocols still hold it. On a server "
                "only an administrator (est_admin) may change the lists.",
            )
        )
        note.setWordWrap(True)
        self.save = QPushButton(translate("est_plugin", "Save the lists"))
        self.save.setAutoDefault(False)
        self.save.clicked.connect(lambda _checked: self._save())
        layout = QVBoxLayout(self.content)
        layout.addWidget(note)
        layout.addWidget(tabs, 1)
        layout.addWidget(self.save)
        self.resize(*_SIZE)
        self._read()

    def reject(self) -> None:
        """Close, or stop what runs; what was changed is not thrown away unasked."""
        is_changed = any(tuple(table.entries()) != table.before for table in self._tables())
        if self.is_working or not is_changed or throws_away(self):
            super().reject()

    def _tables(self) -> tuple[ListTable, ListTable]:
        return (self.checklist, self.roles)

    def _read(self) -> None:
        database = self._database

        def work(_feedback: Feedback) -> dict[WalkList, tuple[Entry, ...]]:
            return {of: read_entries(database, of) for of in WalkList}

        def show(found: dict[WalkList, tuple[Entry, ...]]) -> None:
            for table in self._tables():
                table.show_entries(found[table.of])

        self.work(translate("est_plugin", "Reading the lists"), work, show)

    def _save(self) -> None:
        database = self._database
        lists = [(table.of, table.before, table.entries()) for table in self._tables()]

        def work(_feedback: Feedback) -> None:
            for of, before, after in lists:
                if tuple(after) != before:
                    store_entries(database, of, before, after)

        def done(_nothing: None) -> None:
            self.session.reload_layers()
            self.accept()

        self.work(translate("est_plugin", "Saving the lists"), work, done)


def _edit(session: Session, _drawing: Drawing) -> None:
    if session.database is not None:
        WalkListsDialog(session, QApplication.activeWindow(), session.database).open()


EDIT_LISTS = AnyTimeAction(
    QT_TRANSLATE_NOOP("est_plugin", "Edit the checklist…"),
    QT_TRANSLATE_NOOP("est_plugin", "Items of the checklist and roles of participants, for all walks."),
    "protocol",
    _edit,
)
