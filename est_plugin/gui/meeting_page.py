# SPDX-License-Identifier: GPL-2.0-or-later
"""Page 5, Meeting (Möte): the agenda, and the map package in one action."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from est_plugin import paths
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.background import has_town
from est_plugin.export.contents import contents_of
from est_plugin.export.request import PackageRequest
from est_plugin.export.sentences import waiting_text
from est_plugin.gui.messages import told
from est_plugin.gui.package_background import BackgroundBox
from est_plugin.gui.package_export import PackageExport
from est_plugin.gui.page import Page, action_button
from est_plugin.gui.walk_reminders import WalkReminders
from est_plugin.i18n import Language, translate, user_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from est_plugin.domain.period import Period
    from est_plugin.export.contents import PackageContents
    from est_plugin.export.package import PackageResult
    from est_plugin.gui.session import Session

_KINDS = {
    "operative": QT_TRANSLATE_NOOP("est_plugin", "Operative group (every second week)"),
    "strategic": QT_TRANSLATE_NOOP("est_plugin", "Strategic group (every second month)"),
    "public": QT_TRANSLATE_NOOP("est_plugin", "Residents (twice a year)"),
}


@dataclass(frozen=True)
class _Read:
    """What the package of a period will hold, and whether the database has a map of its own."""

    period: Period
    contents: PackageContents
    has_town: bool


class MeetingPage(Page[_Read]):
    """Tells what the package of the header's period will hold, and writes it."""

    #: The period has no hotspots, and the person wants to find them first.
    hotspots_wanted = pyqtSignal()

    CHAPTER = "Möte och kartpaket"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._export: PackageExport | None = None
        self._written: PackageResult | None = None
        self.kind = QComboBox()
        for kind, label in _KINDS.items():
            self.kind.addItem(translate("est_plugin", label), kind)
        self.agenda = _text()
        self.reminders = WalkReminders(session)
        self.contents = _text()
        self.no_hotspots = _text()
        self.no_hotspots.linkActivated.connect(lambda _link: self.hotspots_wanted.emit())
        self.background = BackgroundBox(session)
        self.language = QComboBox()
        self.language.addItem(translate("est_plugin", "Swedish"), "sv")
        self.language.addItem(translate("est_plugin", "English"), "en")
        language = session.settings.package_language.value() or user_language()
        self.language.setCurrentIndex(max(0, self.language.findData(language)))
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(session.settings.last_export_folder.value())
        self.write_button = action_button(translate("est_plugin", "Write map package"), "package", self.write)
        self.result = QWidget()
        self.result_text = _text()
        self._lay_out()
        self.kind.currentIndexChanged.connect(lambda _index: self._show_agenda())
        session.busy_changed.connect(self.write_button.setDisabled)
        self._show_agenda()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(translate("est_plugin", "Meeting"), self.kind)
        package = QFormLayout()
        package.addRow(translate("est_plugin", "Background"), self.background)
        package.addRow(translate("est_plugin", "Folder"), self.folder)
        package.addRow(translate("est_plugin", "Language"), self.language)
        for widget in (self.kind, self.background):
            # Long names must not make the dock wider.
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        buttons = QHBoxLayout()
        for text, slot in (
            (translate("est_plugin", "Open the package"), self._open_package),
            (translate("est_plugin", "Open the folder"), self._open_folder),
        ):
            button = QPushButton(text)
            button.clicked.connect(lambda _checked, slot=slot: slot())
            buttons.addWidget(button)
        result = QVBoxLayout(self.result)
        result.setContentsMargins(0, 0, 0, 0)
        result.addWidget(self.result_text)
        result.addLayout(buttons)
        self.result.hide()
        box = QGroupBox(translate("est_plugin", "Map package"))
        inside = QVBoxLayout(box)
        inside.addWidget(self.contents)
        inside.addWidget(self.no_hotspots)
        inside.addLayout(package)
        inside.addWidget(self.write_button)
        inside.addWidget(self.result)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.agenda)
        layout.addWidget(self.reminders)
        layout.addWidget(box)
        layout.addStretch()

    def to_read(self) -> Callable[[], _Read] | None:
        """What goes along."""
        database, period = self.session.database, self.session.period
        return None if database is None else lambda: _Read(period, contents_of(database, period), has_town(database))

    def show_read(self, read: _Read) -> None:
        """Tell what goes along."""
        found = read.contents
        lines = (
            translate("est_plugin", "{first} – {last}, information class {info_class}").format(
                first=read.period.start,
                last=read.period.last_day,
                info_class=translate("est_plugin", found.info_class.label),
            ),
            translate("est_plugin", "Hotspots: {hotspots}. Measures: {measures}. Safety walks: {walks}.").format(
                hotspots=found.hotspots, measures=found.measures, walks=found.walks
            ),
            translate("est_plugin", "No single incidents and no descriptions go along."),
        )
        self.contents.setText("<br>".join(map(escape, (*lines, *_not_counted(found)))))
        self.no_hotspots.setText(
            translate(
                "est_plugin",
                '<b>No hotspots are stored for this period</b>: the package will have none. <a href="#">Find them</a>',
            )
        )
        self.no_hotspots.setVisible(found.hotspots == 0)
        self.background.offer(has_town=read.has_town)
        self.reminders.refresh()

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
        self.session.settings.package_language.setValue(self.language.currentData())
        self.result.hide()
        request = PackageRequest(
            self.session.incident_filter,
            language=self.language.currentData(),
            background=self.background.layers(),
            bandwidth=self.session.settings.bandwidth.value(),
            meeting=self.kind.currentData(),
        )
        self._export = PackageExport(self.session, Path(folder), request, self._on_written)
        self._export.start()

    def _on_written(self, result: PackageResult) -> None:
        self._written = result
        text = translate("est_plugin", "The map package is written: {folder}").format(folder=result.folder.name)
        # A name of one long word would make the dock wider: let it break where its parts meet.
        self.result_text.setText(escape(text).replace("_", "_\N{ZERO WIDTH SPACE}"))
        self.result.show()
        self.messages.success(text, button=translate("est_plugin", "Open the package"), action=self._open_package)

    def _open_package(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.html)))

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.folder.parent)))


def _not_counted(found: PackageContents) -> Iterator[str]:
    """What the numbers of the package leave out."""
    yield waiting_text(found.waiting, Language(user_language()))
    if found.stacked:
        yield translate("est_plugin", "The hotspots leave out %n report(s) stacked on one point.", "", found.stacked)


def _text() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    return label
