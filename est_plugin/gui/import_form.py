# SPDX-License-Identifier: GPL-2.0-or-later
"""The first page of the import dialog: how a file should be understood."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from est_plugin.gui.column_table import ColumnTable
from est_plugin.gui.reading_box import ReadingBox
from est_plugin.gui.word_table import WordTable
from est_plugin.i18n import translate
from est_plugin.intake.column_mapping import Field
from est_plugin.intake.report_text import read_as

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.db.catalogues import CodeLists
    from est_plugin.db.imports import Source
    from est_plugin.intake.column_mapping import ColumnMapping
    from est_plugin.intake.file_study import FileStudy, OpenedFile

#: A name that is typed is complete when nothing follows for so long.
_PAUSE_MS = 400


class ImportForm(QWidget):
    """File, source, columns, places, words. Says what is missing, and whether the file can be checked."""

    #: A person chose a file, dropped one or typed its name.
    file_chosen = pyqtSignal(str)
    #: A person chose something else.
    changed = pyqtSignal()
    #: A person chose a source that files came from before.
    source_chosen = pyqtSignal(object)

    def __init__(self, crs_authid: str, code_lists: CodeLists) -> None:
        """``crs_authid`` is the database's."""
        super().__init__()
        self._sources: dict[str, Source] = {}
        self._code_lists = code_lists
        self._opened: OpenedFile | None = None
        self.file = QgsFileWidget()
        self.file.setFilter(
            translate("est_plugin", "Reports (*.csv *.txt *.gz)") + ";;" + translate("est_plugin", "All files (*)")
        )
        self.source = QComboBox(editable=True)
        self.recognised = QLabel(_hint())
        self.recognised.setWordWrap(True)
        self.keep_lost = QCheckBox(translate("est_plugin", "The register itself has lost letters: keep its texts"))
        self.keep_lost.hide()
        self.columns = ColumnTable()
        self.missing = QLabel()
        self.missing.setWordWrap(True)
        self.reading = ReadingBox(crs_authid)
        self.words = WordTable()
        self.words.offer(code_lists.categories, code_lists.organisations)
        self._body = self._lay_out()
        self._body.hide()
        #: Name and time of the file that was read last.
        self._read: tuple[str, int] = ("", 0)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._on_file)
        self.file.fileChanged.connect(self._on_file_name)
        self.file.lineEdit().editingFinished.connect(self._on_file)
        self.source.activated.connect(lambda _index: self._on_source())
        self.source.editTextChanged.connect(lambda _text: self._on_changed())
        for part in (self.columns, self.reading, self.words):
            part.changed.connect(self._on_changed)
        self.keep_lost.toggled.connect(lambda _checked: self._on_changed())

    def _lay_out(self) -> QWidget:
        head = QFormLayout()
        head.addRow(translate("est_plugin", "File"), self.file)
        head.addRow("", self.recognised)
        head.addRow("", self.keep_lost)
        head.addRow(translate("est_plugin", "Source"), self.source)
        self.source.setToolTip(
            translate(
                "est_plugin",
                "The register the reports come from. Together with the case number it tells which reports are known.",
            )
        )
        box = QGroupBox(translate("est_plugin", "Words that are no category or organisation of the database"))
        QVBoxLayout(box).addWidget(self.words)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.columns, 1)
        left.addWidget(self.missing)
        right.addWidget(self.reading)
        right.addWidget(box, 1)
        body = QWidget()
        columns = QHBoxLayout(body)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.addLayout(left, 3)
        columns.addLayout(right, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(body, 1)
        layout.addStretch()
        return body

    def offer_sources(self, sources: Sequence[Source]) -> None:
        """Offer the sources that files came from before; what is written already stays."""
        self._sources = {source.name: source for source in sources}
        written = self.source.currentText()
        self.source.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        self.source.addItems(list(self._sources))
        self.source.setEditText(written)
        self.source.blockSignals(False)  # noqa: FBT003 (Qt's signature)

    def show_file(self, opened: OpenedFile) -> None:
        """Show a file and how it is understood so far."""
        mapping = opened.mapping
        self._opened = None
        self.source.setEditText(mapping.source)
        self.recognised.setText(read_as(opened.table))
        self.keep_lost.setChecked(mapping.keep_lost_letters)
        self.keep_lost.setVisible(opened.table.damaged)
        self.columns.show_file(opened, self._code_lists.categories, self._code_lists.organisations)
        self.reading.show_mapping(mapping)
        self.words.choose(Field.CATEGORY, mapping.category_words)
        self.words.choose(Field.ORGANISATION, mapping.organisation_words)
        self._opened = opened
        self._body.show()
        self._on_changed()

    def forget_file(self) -> None:
        """Show no file until another is read."""
        self._opened = None
        self._body.hide()
        self.keep_lost.hide()
        self.recognised.setText(_hint())
        self.source.setEditText("")

    def show_study(self, found: FileStudy) -> None:
        """Show how the file comes out as it is understood now."""
        self.reading.show_study(found.places)
        self.words.show_words({Field.CATEGORY: found.categories, Field.ORGANISATION: found.organisations})
        self.keep_lost.setVisible(found.lost_letters is not None)

    def mapping(self) -> ColumnMapping | None:
        """How the file is understood; None as long as there is no file or no name of its source."""
        if self._opened is None or not self.source.currentText().strip():
            return None
        return replace(
            self._opened.mapping,
            source=self.source.currentText().strip(),
            columns=self.columns.columns(),
            constants=self.columns.constants(),
            crs_authid=self.reading.crs_authid,
            axis_order=self.reading.axis_order,
            day_first=self.reading.day_first,
            accept_unknown_clock=self.reading.accept_unknown_clock.isChecked(),
            category_words=self.words.meanings(Field.CATEGORY),
            organisation_words=self.words.meanings(Field.ORGANISATION),
            keep_lost_letters=self.keep_lost.isChecked(),
        )

    def _on_file_name(self, name: str) -> None:
        """The name of a file, or of one that is still being typed."""
        if Path(name).is_file():
            self._pause.start()

    def _on_file(self) -> None:
        self._pause.stop()
        name = self.file.filePath()
        path = Path(name)
        read = (name, path.stat().st_mtime_ns if path.is_file() else 0)
        if name and read != self._read:
            self._read = read
            self.file_chosen.emit(name)

    def _on_source(self) -> None:
        if (source := self._sources.get(self.source.currentText())) is not None:
            self.source_chosen.emit(source)

    def _on_changed(self) -> None:
        if self._opened is None:
            return
        mapping = self.mapping()
        if mapping is None:
            self.missing.setText(translate("est_plugin", "⚠ Give the source a name."))
        elif fields := mapping.missing():
            names = ", ".join(translate("est_plugin", name.label) for name in fields)
            self.missing.setText(translate("est_plugin", "⚠ Choose a column for: {fields}").format(fields=names))
        else:
            self.missing.setText("")
        self.changed.emit()


def _hint() -> str:
    return translate(
        "est_plugin",
        "Choose a CSV file of reports, or drop it here. Nothing is stored until you have seen what comes of it.",
    )
