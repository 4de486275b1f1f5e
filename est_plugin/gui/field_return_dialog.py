# SPDX-License-Identifier: GPL-2.0-or-later
"""The dialog in which a person sees what came home from the field, and chooses what is stored."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTableWidgetItem,
    QVBoxLayout,
)

from est_plugin.db.catalogues import read_code_lists
from est_plugin.gui.choice import Choice, choices
from est_plugin.gui.messages import told
from est_plugin.gui.page import list_table
from est_plugin.gui.work_dialog import WorkDialog
from est_plugin.i18n import Language, translate, user_language
from est_plugin.intake.field_homecoming import Taken, bring_home
from est_plugin.intake.field_return import FieldReturn, RowState, read_return
from est_plugin.intake.field_words import FieldWords
from est_plugin.layers.photos import choose_photo_folder, photo_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qgis.PyQt.QtGui import QStandardItemModel
    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.db.database import Database
    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session
    from est_plugin.intake.field_homecoming import BroughtHome
    from est_plugin.intake.field_return import FieldChange

_CHOICE = 3
_SIZE = (980, 620)
#: What is taken unless a person says otherwise: what nobody else touched.
_DEFAULTS = {RowState.NEW: Taken.FIELD, RowState.CHANGED: Taken.FIELD}


class FieldReturnDialog(WorkDialog):
    """Reads a folder when it is chosen; above the rows that came home, below the values of the selected one."""

    def __init__(self, session: Session, database: Database, parent: QWidget) -> None:
        super().__init__(session, parent, translate("est_plugin", "Home from the field"))
        self._database = database
        self._returned: FieldReturn | None = None
        #: The folder that was read last.
        self._read = ""
        self._words = FieldWords(session.code_lists, Language(user_language()))
        self._models = _models()
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setDefaultRoot(session.settings.last_export_folder.value())
        self.folder.fileChanged.connect(lambda _path: self._on_folder(is_typing=self.folder.lineEdit().hasFocus()))
        self.folder.lineEdit().editingFinished.connect(lambda: self._on_folder(is_typing=False))
        self.again = QPushButton(translate("est_plugin", "Read again"), autoDefault=False)
        self.again.clicked.connect(lambda _checked: self.read())
        self.summary = QLabel(
            translate(
                "est_plugin", "Choose the folder that came back from the phone. Nothing is stored before you say so."
            )
        )
        self.summary.setWordWrap(True)
        self.rows = list_table(
            (
                translate("est_plugin", "What"),
                translate("est_plugin", "Row"),
                translate("est_plugin", "State"),
                translate("est_plugin", "What to do"),
                translate("est_plugin", "Note"),
            ),
            wide_columns=(1, 4),
        )
        self.rows.itemSelectionChanged.connect(self._show_values)
        self.values = list_table(
            (
                translate("est_plugin", "Field"),
                translate("est_plugin", "When it left"),
                translate("est_plugin", "In the field"),
                translate("est_plugin", "In the office"),
            ),
            wide_columns=(1, 2, 3),
        )
        self.values.setSelectionMode(self.values.SelectionMode.NoSelection)
        self.values.setWordWrap(True)
        self.store_button = QPushButton(translate("est_plugin", "Bring home"))
        self.store_button.clicked.connect(lambda _checked: self.store())
        self.buttons.addButton(self.store_button, QDialogButtonBox.ButtonRole.ActionRole)
        # Enter in the line of the folder reads it: it neither stores nor closes.
        for button in self.buttons.buttons():
            button.setAutoDefault(False)
        self._lay_out()
        self._count()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(QLabel(translate("est_plugin", "Folder from the field")))
        above.addWidget(self.folder, 1)
        above.addWidget(self.again)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.rows)
        splitter.addWidget(self.values)
        splitter.setSizes([_SIZE[1] // 2, _SIZE[1] // 3])
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(above)
        layout.addWidget(self.summary)
        layout.addWidget(splitter, 1)
        self.resize(*_SIZE)

    def _on_folder(self, *, is_typing: bool) -> None:
        """Read another folder, but not at each letter of its path."""
        if not is_typing and self.folder.filePath().strip() != self._read:
            self.read()

    @told
    def read(self) -> None:
        """Read the folder and compare it with the database, in the background."""
        chosen = self._read = self.folder.filePath().strip()
        self._show(None)
        if not chosen:
            return
        database = self._database

        def work(feedback: Feedback) -> FieldReturn:
            return read_return(database, Path(chosen), read_code_lists(database), feedback)

        self.work(translate("est_plugin", "Reading what came home"), work, self._show)

    def _show(self, returned: FieldReturn | None) -> None:
        self._returned = returned
        changes = () if returned is None else returned.changes
        self.rows.setRowCount(0)
        self.rows.setRowCount(len(changes))
        for line, change in enumerate(changes):
            self._fill_row(line, change)
        self.rows.resizeRowsToContents()
        if returned is not None:
            self.summary.setText(_summary(returned, self._words))
        if changes:
            self.rows.selectRow(0)
        self._show_values()
        self._count()

    def _fill_row(self, line: int, change: FieldChange) -> None:
        names = {} if self._returned is None else self._returned.names
        notes = " ".join(map(self._words.say, change.notes))
        texts = {
            0: self._words.table(change.table),
            1: self._words.title(change, names),
            2: self._words.state(change.state),
            4: notes,
        }
        for place, text in texts.items():
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.rows.setItem(line, place, item)
        if change.state in self._models:
            # What a person shall mend first is left where it is.
            taken = Taken.LEAVE if change.is_sensitive else _DEFAULTS.get(change.state, Taken.LEAVE)
            box = Choice(self._models[change.state], taken.value)
            box.currentIndexChanged.connect(lambda _index: self._count())
            self.rows.setCellWidget(line, _CHOICE, box)

    def chosen(self) -> dict[tuple[str, str], Taken]:
        """What a person wants stored, by table and uuid."""
        changes = () if self._returned is None else self._returned.changes
        found = {}
        for line, change in enumerate(changes):
            box = self.rows.cellWidget(line, _CHOICE)
            if isinstance(box, Choice) and box.chosen():
                found[change.key] = Taken(box.chosen())
        return found

    def _count(self) -> None:
        number = len(self.chosen())
        self.store_button.setEnabled(number > 0)
        self.store_button.setText(translate("est_plugin", "Bring home %n row(s)", "", number))

    def _show_values(self) -> None:
        """The values of the selected row; bold where both sides changed the same."""
        line = self.rows.currentRow()
        changes = () if self._returned is None else self._returned.changes
        change = changes[line] if 0 <= line < len(changes) else None
        columns = () if change is None else change.columns
        names = {} if self._returned is None else self._returned.names
        self.values.setRowCount(len(columns))
        bold = QFont(self.values.font())
        bold.setBold(True)
        for row, column in enumerate(columns):
            table = "" if change is None else change.table
            texts = (self._words.column(table, column.name), *self._words.values(table, column, names))
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if not column.is_clear:
                    item.setFont(bold)
                self.values.setItem(row, place, item)
        self.values.resizeRowsToContents()

    @told
    def store(self) -> None:
        """Store what is chosen, all or nothing, and close."""
        if self._returned is None:
            return
        database, returned, chosen = self._database, self._returned, self.chosen()
        if any(change.photo is not None and change.key in chosen for change in returned.changes):
            self._ask_photo_folder()
        self.work(
            translate("est_plugin", "Bringing the walk home"),
            lambda feedback: bring_home(database, returned, chosen, feedback),
            self._on_stored,
        )

    def _ask_photo_folder(self) -> None:
        """Of a database on a server a person says once where the photos are."""
        if photo_folder(self._database) is None:
            title = translate("est_plugin", "Folder of the photos, shared by all")
            chosen = QFileDialog.getExistingDirectory(self, title)
            if chosen:
                choose_photo_folder(self._database, Path(chosen))

    def _on_stored(self, home: BroughtHome) -> None:
        text = translate("est_plugin", "%n row(s) came home from the field.", "", home.rows)
        if home.photos:
            text += " " + translate(
                "est_plugin", "%n photo(s) were copied without place and camera data.", "", home.photos
            )
        if home.unread:
            text += " " + translate("est_plugin", "No whole picture, and left out: {names}.").format(
                names=", ".join(home.unread)
            )
        stuck = 0 if self._returned is None else self._returned.unstorable
        if stuck:
            text += " " + translate("est_plugin", "%n row(s) cannot be stored and are still in the folder.", "", stuck)
        self.session.messages.success(text)
        self.session.reload_layers()
        self.accept()


def _models() -> Mapping[RowState, QStandardItemModel]:
    """What can be done with a row; nothing with one that cannot be stored."""
    leave = translate("est_plugin", "Leave it")
    take = choices(leave, [(Taken.FIELD.value, translate("est_plugin", "Bring home"))])
    return {
        RowState.NEW: take,
        RowState.CHANGED: take,
        RowState.BOTH: choices(
            leave,
            [
                (Taken.FIELD.value, translate("est_plugin", "The field's values")),
                (Taken.OFFICE.value, translate("est_plugin", "The office's values")),
            ],
        ),
        RowState.DELETED: choices(leave, [(Taken.FIELD.value, translate("est_plugin", "Delete here too"))]),
    }


def _summary(returned: FieldReturn, words: FieldWords) -> str:
    if not returned.changes:
        return translate("est_plugin", "Walk “{title}”: nothing new. All of it is at home already.").format(
            title=returned.title
        )
    counts = Counter(change.state for change in returned.changes)
    told_counts = ", ".join(f"{words.state(state)}: {counts[state]}" for state in RowState if counts[state])
    text = translate("est_plugin", "Walk “{title}”. {counts}. What both sides changed stays as it is until you choose.")
    return text.format(title=returned.title, counts=told_counts)
