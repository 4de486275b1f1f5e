# SPDX-License-Identifier: GPL-2.0-or-later
"""Dialog: take in a file of reports. Choose file and columns, check, look at what would come of it, take in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
)

from est_plugin.db import imports
from est_plugin.gui.import_form import ImportForm
from est_plugin.gui.import_report import report_html
from est_plugin.gui.messages import told
from est_plugin.gui.work_dialog import WorkDialog
from est_plugin.i18n import translate
from est_plugin.intake.column_mapping import ColumnMapping
from est_plugin.intake.file_study import fitted, open_file, study
from est_plugin.intake.importer import check_table, expected, store_checked

if TYPE_CHECKING:
    from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.db.database import Database
    from est_plugin.db.imports import Source
    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session
    from est_plugin.intake.csv_file import CsvTable
    from est_plugin.intake.file_study import FileStudy, OpenedFile
    from est_plugin.intake.importer import CheckedFile, ImportReport

_PAUSE_MS = 250


@dataclass(frozen=True)
class _Trial:
    """A checked file and what would come of it."""

    checked: CheckedFile
    report: ImportReport


class ImportDialog(WorkDialog):
    """Checking and storing are the two halves of one import; what is taken in is what was shown."""

    #: A file was stored; carries the ImportReport.
    stored = pyqtSignal(object)
    #: A person wants to see the rows that did not pass.
    quarantine_chosen = pyqtSignal()

    def __init__(self, session: Session, database: Database, parent: QWidget | None) -> None:
        super().__init__(session, parent, translate("est_plugin", "Take in reports"))
        self._database = database
        self._opened: OpenedFile | None = None
        self._trial: _Trial | None = None
        self._looks = 0
        self.form = ImportForm(database.crs_authid, session.code_lists)
        self.report = QTextBrowser()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.form)
        self._pages.addWidget(self.report)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._make_buttons()
        self.form.file_chosen.connect(self._on_file)
        self.form.source_chosen.connect(self._on_source)
        self.form.changed.connect(self._on_changed)
        self._pause.timeout.connect(self._on_look)
        self.setAcceptDrops(True)
        self.resize(1240, 720)
        self._show_buttons()
        self.look(
            translate("est_plugin", "Reading the sources"),
            lambda _feedback: imports.sources(database),
            self.form.offer_sources,
        )

    def _make_buttons(self) -> None:
        role = QDialogButtonBox.ButtonRole
        self.mapping_button = QPushButton(translate("est_plugin", "Column mapping"))
        menu = QMenu(self.mapping_button)
        menu.addAction(translate("est_plugin", "Open…"), self._on_open_mapping)
        menu.addAction(translate("est_plugin", "Save as…"), self._on_save_mapping)
        self.mapping_button.setMenu(menu)
        self.back = QPushButton(translate("est_plugin", "Back"))
        self.check = QPushButton(translate("est_plugin", "Check"))
        self.take_in = QPushButton(translate("est_plugin", "Take in"))
        self.to_quarantine = QPushButton(translate("est_plugin", "To the quarantine…"))
        self.to_quarantine.hide()
        for button, slot, place in (
            (self.mapping_button, None, role.ResetRole),
            (self.back, self._on_back, role.ResetRole),
            (self.check, self._on_check, role.ActionRole),
            (self.take_in, self._on_take_in, role.ActionRole),
            (self.to_quarantine, self._on_quarantine, role.ActionRole),
        ):
            self.buttons.addButton(button, place)
            if slot is not None:
                button.clicked.connect(lambda _checked, slot=slot: slot())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self.is_working:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.form.file.setFilePath(event.mimeData().urls()[0].toLocalFile())

    @told
    def _on_file(self, text: str) -> None:
        path, database = Path(text), self._database
        # If the file cannot be used, nothing of the one before may stand under its name.
        self._opened = self._trial = None
        self._looks += 1
        self.form.forget_file()
        self._pages.setCurrentWidget(self.form)
        self._show_buttons()
        self.work(
            translate("est_plugin", "Reading the file"), lambda _feedback: open_file(database, path), self._show_file
        )

    @told
    def _on_source(self, source: Source) -> None:
        if self._opened is not None:
            mapping = ColumnMapping.from_json(source.mapping).from_source(source.name)
            self._show_file(fitted(self._opened, mapping))

    def _show_file(self, opened: OpenedFile) -> None:
        self._opened = opened
        self._trial = None
        self._pages.setCurrentWidget(self.form)
        self.form.show_file(opened)
        if opened.missing_columns:
            self.messages.note(
                translate("est_plugin", "The file lacks columns that the mapping names: {columns}.").format(
                    columns=", ".join(opened.missing_columns)
                )
            )

    def _on_changed(self) -> None:
        self._trial = None
        self._pause.start()
        self._show_buttons()

    @told
    def _on_look(self) -> None:
        """Look at the file with what is chosen now; only the answer to the latest look is shown."""
        mapping = self.form.mapping()
        if self._opened is None or mapping is None:
            return
        self._looks += 1
        look, table, database = self._looks, self._opened.table, self._database

        def show(found: FileStudy) -> None:
            if look == self._looks:
                self.form.show_study(found)

        self.look(
            translate("est_plugin", "Looking at the file"),
            lambda feedback: study(database, table, mapping, feedback),
            show,
        )

    @told
    def _on_check(self) -> None:
        mapping = self.form.mapping()
        if self._opened is None or mapping is None:
            return
        table, database = self._opened.table, self._database
        self.work(
            translate("est_plugin", "Checking the reports"),
            lambda feedback: _tried(database, table, mapping, feedback),
            self._show_trial,
        )

    def _show_trial(self, trial: _Trial) -> None:
        self._trial = trial
        self._show_report(trial.report, stored=False)

    @told
    def _on_take_in(self) -> None:
        if self._trial is None:
            return
        database, checked = self._database, self._trial.checked
        self.work(
            translate("est_plugin", "Taking in the reports"),
            lambda feedback: store_checked(database, checked, feedback),
            self._show_stored,
        )

    def _show_stored(self, report: ImportReport) -> None:
        self._trial = None
        self._show_report(report, stored=True)
        self.to_quarantine.setVisible(bool(report.reasons))
        self.stored.emit(report)

    def _on_quarantine(self) -> None:
        self.reject()
        self.quarantine_chosen.emit()

    def _show_report(self, report: ImportReport, *, stored: bool) -> None:
        self.report.setHtml(report_html(report, stored=stored))
        self._pages.setCurrentWidget(self.report)
        self._show_buttons()

    def _on_back(self) -> None:
        self._trial = None
        self._pages.setCurrentWidget(self.form)
        self._show_buttons()

    def _show_buttons(self) -> None:
        """Only what can be done now."""
        choosing = self._pages.currentWidget() is self.form
        mapping = self.form.mapping()
        self.mapping_button.setVisible(choosing)
        self.mapping_button.setEnabled(mapping is not None)
        self.check.setVisible(choosing)
        self.check.setEnabled(mapping is not None and not mapping.missing())
        self.back.setVisible(not choosing)
        self.back.setText(
            translate("est_plugin", "Back") if self._trial else translate("est_plugin", "Take in another file")
        )
        self.take_in.setVisible(self._trial is not None)
        self.to_quarantine.hide()
        (self.check if choosing else self.take_in).setDefault(True)

    @told
    def _on_open_mapping(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, translate("est_plugin", "Open column mapping"), "", translate("est_plugin", "Column mapping (*.json)")
        )
        if path:
            self.open_mapping(Path(path))

    def open_mapping(self, path: Path) -> None:
        """Understand the file as a mapping file says.

        Raises InputError if there is no mapping in it.
        """
        if self._opened is not None:
            self._show_file(fitted(self._opened, ColumnMapping.load(path)))

    @told
    def _on_save_mapping(self) -> None:
        mapping = self.form.mapping()
        path, _ = QFileDialog.getSaveFileName(
            self,
            translate("est_plugin", "Save column mapping"),
            "" if mapping is None else f"{mapping.source}.json",
            translate("est_plugin", "Column mapping (*.json)"),
        )
        if path and mapping is not None:
            mapping.save(Path(path).with_suffix(".json"))


def _tried(database: Database, table: CsvTable, mapping: ColumnMapping, feedback: Feedback) -> _Trial:
    checked = check_table(database, table, mapping, feedback)
    return _Trial(checked, expected(database, checked))
