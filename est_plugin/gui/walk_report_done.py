# SPDX-License-Identifier: GPL-2.0-or-later
"""Window: the report of a walk is written. Open it? Is the walk answered with it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QVBoxLayout

from est_plugin.domain.walk import WalkStatus
from est_plugin.export.walk_report_release import left_out_note
from est_plugin.gui.messages import told
from est_plugin.gui.notice import Notice
from est_plugin.i18n import translate
from est_plugin.layers.walk_status import set_walk_status

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.export.walk_report import WrittenReport
    from est_plugin.gui.session import Session
    from est_plugin.layers.shown_rows import ShownWalk

_WIDTH = 480


class WalkReportDone(QDialog):
    """Beside the work of the desktop, until it is closed."""

    def __init__(self, session: Session, walk: ShownWalk, written: WrittenReport, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.messages = Notice()
        self._walk = walk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("est_plugin", "The report is written"))
        text = QLabel(
            translate("est_plugin", "It is in the folder {folder}. Look it through before you send it.").format(
                folder=written.folder
            )
        )
        text.setWordWrap(True)
        self.pdf_button = self._opens(translate("est_plugin", "Open the PDF"), written.pdf)
        self.page_button = self._opens(translate("est_plugin", "Open the web page"), written.html)
        self.folder_button = self._opens(translate("est_plugin", "Open the folder"), written.folder)
        self.answered_button = QPushButton(translate("est_plugin", "Set the walk to Answered"))
        self.answered_button.setVisible(walk.status is not WalkStatus.ANSWERED)
        self.answered_button.clicked.connect(lambda _checked: self.set_answered())
        close = QPushButton(translate("est_plugin", "Close"))
        close.clicked.connect(self.reject)
        buttons = QGridLayout()
        for column, button in enumerate((self.pdf_button, self.page_button, self.folder_button)):
            buttons.addWidget(button, 0, column)
        buttons.addWidget(self.answered_button, 1, 0, 1, 2)
        buttons.addWidget(close, 1, 2)
        layout = QVBoxLayout(self)
        layout.addWidget(self.messages)
        layout.addWidget(text)
        layout.addLayout(buttons)
        if written.left_out:
            self.messages.note(left_out_note(written.left_out))
        self.resize(_WIDTH, self.sizeHint().height())

    def _opens(self, text: str, path: Path) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda _checked: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        return button

    @told
    def set_answered(self) -> None:
        """Change the status on the map; saving it is the person's."""
        set_walk_status(self.session.project, self._walk.uuid, WalkStatus.ANSWERED)
        self.answered_button.setEnabled(False)
        self.messages.success(translate("est_plugin", "The walk is answered. Save it in the EST panel."))
