# SPDX-License-Identifier: GPL-2.0-or-later
"""Dialog: on which paper, in which language, with which background and into which file is a walk printed?"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsFileUtils
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QPushButton, QVBoxLayout

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.walk_plan import PAPERS
from est_plugin.gui.messages import told
from est_plugin.gui.notice import Notice
from est_plugin.gui.package_background import BackgroundBox
from est_plugin.gui.walk_sheet_export import WalkSheetExport
from est_plugin.i18n import translate, user_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.db.database import Database
    from est_plugin.gui.session import Session
    from est_plugin.layers.shown_rows import ShownWalk

#: Pixels; a refusal at the top must not press the form together.
_WIDTH, _NOTICE = 520, 100


class WalkSheetDialog(QDialog):
    """Stays open until the work has begun, so that what was chosen is mended and not chosen again."""

    def __init__(
        self, session: Session, database: Database, walk: ShownWalk, parent: QWidget, *, has_town: bool
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.messages = Notice()
        self._database = database
        self._walk = walk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("est_plugin", "Walk sheet"))
        self.paper = QComboBox()
        self.paper.addItem(translate("est_plugin", "A4: a page for each stop"), PAPERS[0])
        self.paper.addItem(translate("est_plugin", "A3: two stops on a sheet"), PAPERS[1])
        self.language = QComboBox()
        self.language.addItem(translate("est_plugin", "Swedish"), "sv")
        self.language.addItem(translate("est_plugin", "English"), "en")
        self.language.setCurrentIndex(self.language.findData(user_language()))
        self.background = BackgroundBox(session)
        self.background.offer(has_town=has_town)
        self.file = QgsFileWidget()
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setFilter("PDF (*.pdf)")
        folder = session.settings.last_export_folder.value() or str(Path.home())
        self._folder = Path(folder)
        self._suggested = ""
        self._suggest()
        self.paper.currentIndexChanged.connect(lambda _index: self._suggest())
        self.write_button = QPushButton(translate("est_plugin", "Write the sheet"))
        self._lay_out()

    def _lay_out(self) -> None:
        self.write_button.setDefault(True)
        self.write_button.clicked.connect(lambda _checked: self.write())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        # Qt's own translations are not part of every QGIS.
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(translate("est_plugin", "Cancel"))
        buttons.addButton(self.write_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(translate("est_plugin", "Paper"), self.paper)
        form.addRow(translate("est_plugin", "Background"), self.background)
        form.addRow(translate("est_plugin", "Language"), self.language)
        form.addRow(translate("est_plugin", "File"), self.file)
        layout = QVBoxLayout(self)
        layout.addWidget(self.messages)
        layout.addLayout(form)
        layout.addStretch()
        layout.addWidget(buttons)
        self.resize(_WIDTH, self.sizeHint().height() + _NOTICE)

    def _suggest(self) -> None:
        """A free name with the size of the paper, unless a person chose one."""
        if self.file.filePath() == self._suggested:
            name = _suggested_name(self._walk, self.paper.currentData())
            self._suggested = QgsFileUtils.uniquePath(str(self._folder / name))
            self.file.setFilePath(self._suggested)

    @told
    def write(self) -> None:
        """Begin to write the sheet in the background, and close."""
        chosen = self.file.filePath().strip()
        if not chosen:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The walk sheet was not written."),
                why=QT_TRANSLATE_NOOP("est_plugin", "No file is chosen."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose where the PDF shall be saved."),
            )
        target = Path(QgsFileUtils.ensureFileNameHasExtension(chosen, ["pdf"]))
        WalkSheetExport(self.session, target, _done(self.session)).start(
            self._database,
            self._walk.uuid,
            paper=self.paper.currentData(),
            language=self.language.currentData(),
            background=self.background.layers(),
        )
        self.session.settings.last_export_folder.setValue(str(target.parent))
        self.accept()


def _done(session: Session) -> Callable[[Path], None]:
    """Tells of the sheet when the dialog is long gone."""

    def tell(path: Path) -> None:
        session.messages.success(
            translate("est_plugin", "The walk sheet is written: {file}").format(file=path.name),
            button=translate("est_plugin", "Open the walk sheet"),
            action=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
        )

    return tell


def _suggested_name(walk: ShownWalk, paper: str) -> str:
    """A file name made of the title, the day and the paper, allowed everywhere (Windows refuses the most signs)."""
    title = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "", walk.title).strip(" .")
    day = "" if walk.day is None else walk.day.isoformat()
    return " ".join(filter(None, (translate("est_plugin", "Walk sheet"), title[:60], day, paper))) + ".pdf"
