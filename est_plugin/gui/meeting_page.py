# SPDX-License-Identifier: GPL-2.0-or-later
"""Page 5, Meeting (Möte): the agenda, and the map package in one action."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLabel, QVBoxLayout

from est_plugin import paths
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.gui.messages import told
from est_plugin.gui.package_export import PackageExport
from est_plugin.gui.page import Page, action_button
from est_plugin.i18n import translate, user_language

if TYPE_CHECKING:
    from est_plugin.export.package import PackageResult
    from est_plugin.gui.session import Session

_KINDS = {
    "operative": QT_TRANSLATE_NOOP("est_plugin", "Operative group (every second week)"),
    "strategic": QT_TRANSLATE_NOOP("est_plugin", "Strategic group (every second month)"),
    "public": QT_TRANSLATE_NOOP("est_plugin", "Residents (twice a year)"),
}


class MeetingPage(Page):
    """Writes the package of the period that the header shows."""

    CHAPTER = "Möte och kartpaket"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._export: PackageExport | None = None
        self.kind = QComboBox()
        for kind, label in _KINDS.items():
            self.kind.addItem(translate("est_plugin", label), kind)
        self.agenda = QLabel()
        self.agenda.setWordWrap(True)
        self.language = QComboBox()
        self.language.addItem(translate("est_plugin", "Swedish"), "sv")
        self.language.addItem(translate("est_plugin", "English"), "en")
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(session.settings.last_export_folder.value())
        form = QFormLayout()
        form.addRow(translate("est_plugin", "Meeting"), self.kind)
        package = QFormLayout()
        package.addRow(translate("est_plugin", "Folder"), self.folder)
        package.addRow(translate("est_plugin", "Language"), self.language)
        self.write_button = action_button(translate("est_plugin", "Write map package"), "package", self.write)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.agenda)
        layout.addStretch()
        layout.addLayout(package)
        layout.addWidget(self.write_button)
        self.kind.currentIndexChanged.connect(lambda _index: self._show_agenda())
        self._show_agenda()

    def _show_agenda(self) -> None:
        agendas = json.loads(paths.catalogue("agendas").read_text(encoding="utf-8"))
        items = "".join(f"<li>{item}</li>" for item in agendas[self.kind.currentData()][user_language()])
        self.agenda.setText(f"<ol>{items}</ol>")

    @told
    def write(self) -> None:
        """Write the package in the background."""
        folder = self.folder.filePath()
        if not folder:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The map package was not written."),
                why=QT_TRANSLATE_NOOP("est_plugin", "No folder is chosen."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a folder on the page Meeting."),
            )
        self.session.settings.last_export_folder.setValue(folder)
        self._export = PackageExport(self.session, Path(folder), self.language.currentData(), self._on_written)
        self._export.start()

    def _on_written(self, result: PackageResult) -> None:
        self.messages.success(
            translate("est_plugin", "The map package is written: {folder}").format(folder=result.folder.name),
            button=translate("est_plugin", "Open the package"),
            action=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(result.html))),
        )
