# SPDX-License-Identifier: GPL-2.0-or-later
"""Dialog: does a person approve that this goes out to everybody, after seeing what is shown and what was left out?"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QPixmap
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from est_plugin.db.approvals import Approval
from est_plugin.errors import EstError
from est_plugin.export.approval_words import left_out_lines, shown_lines
from est_plugin.export.package import html_path, overview_path
from est_plugin.gui.notice import Notice
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.export.package import Drawn
    from est_plugin.export.public_picture import PublicPicture

_PICTURE = 520
_SIZE = 1040, 720


class PublicApproval(QDialog):
    """Stands between the drawn files and their place; closing it in any other way than by approving is a no."""

    #: In which function.
    approved = pyqtSignal(str)

    def __init__(self, drawn: Drawn, picture: PublicPicture, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._drawn = drawn
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(translate("est_plugin", "Approve publication"))
        self.messages = Notice()
        self.shown = _text(shown_lines(drawn.plan, picture))
        self.left_out = _text(left_out_lines(picture))
        self.tick = QCheckBox(
            translate("est_plugin", "I have looked at the page and at what is left out. It may be published.")
        )
        self.function = QLineEdit()
        self.function.setPlaceholderText(translate("est_plugin", "e.g. safety coordinator; never a name"))
        self.approve_button = QPushButton(translate("est_plugin", "Approve publication"))
        self.look_button = QPushButton(translate("est_plugin", "Look at the page"))
        self._lay_out()
        self._connect()
        self._on_changed()

    def _lay_out(self) -> None:
        map_picture = QLabel()
        map_picture.setPixmap(
            QPixmap(str(overview_path(self._drawn))).scaledToWidth(_PICTURE, Qt.TransformationMode.SmoothTransformation)
        )
        map_picture.setAccessibleName(translate("est_plugin", "The map of the public edition"))
        left = QVBoxLayout()
        left.addWidget(map_picture)
        left.addWidget(self.look_button, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch()
        words = QWidget()
        right = QVBoxLayout(words)
        for heading, text in (
            (translate("est_plugin", "What everybody gets to see"), self.shown),
            (translate("est_plugin", "What is left out"), self.left_out),
        ):
            right.addWidget(QLabel(f"<h3>{escape(heading)}</h3>"))
            right.addWidget(text)
        right.addStretch()
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(words)
        halves = QHBoxLayout()
        halves.addLayout(left)
        halves.addWidget(area, 1)
        form = QFormLayout()
        form.addRow(self.tick)
        form.addRow(translate("est_plugin", "Approved by (function)"), self.function)
        buttons = QDialogButtonBox()
        buttons.addButton(self.approve_button, QDialogButtonBox.ButtonRole.ActionRole)
        reject = buttons.addButton(translate("est_plugin", "Do not publish"), QDialogButtonBox.ButtonRole.RejectRole)
        # Enter in the line of the function must not decide anything.
        for button in (reject, self.approve_button, self.look_button):
            button.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.messages)
        layout.addLayout(halves, 1)
        layout.addLayout(form)
        layout.addWidget(_text([_who()]))
        layout.addWidget(buttons)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self.tick.toggled.connect(lambda _checked: self._on_changed())
        self.function.textChanged.connect(lambda _text: self._on_changed())
        self.approve_button.clicked.connect(lambda _checked: self._approve())
        self.look_button.clicked.connect(lambda _checked: self._look())

    def _on_changed(self) -> None:
        self.approve_button.setEnabled(self.tick.isChecked() and bool(self.function.text().strip()))

    def _look(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(html_path(self._drawn))))

    def _approve(self) -> None:
        function = self.function.text().strip()
        try:
            Approval.check(function)
        except EstError as error:
            self.messages.error(error)
            return
        self.approved.emit(function)
        self.accept()


def _who() -> str:
    return translate(
        "est_plugin",
        "Your login, this function and the time go into the history of the database; the function and the time into "
        "the package too.",
    )


def _text(lines: Iterable[str]) -> QLabel:
    label = QLabel("".join(f"<p>{escape(line)}</p>" for line in lines))
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
