# SPDX-License-Identifier: GPL-2.0-or-later
"""Question before the quarantine closes: what should become of what was mended or explained but not tried?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QMessageBox

from est_plugin.i18n import translate

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QAbstractButton, QWidget

    from est_plugin.intake.retry import Attempt


class UntriedQuestion(QMessageBox):
    """Save, do not save, or go back."""

    save_chosen = pyqtSignal()
    drop_chosen = pyqtSignal()

    def __init__(self, parent: QWidget, untried: Attempt) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(parent.windowTitle())
        self.setText(translate("est_plugin", "Save what you have mended before closing?"))
        things = []
        if untried.cells:
            things.append(translate("est_plugin", "%n row(s) are mended but not tried.", "", len(untried.cells)))
        if untried.words:
            things.append(translate("est_plugin", "Words are explained but not tried."))
        things.append(translate("est_plugin", "What you save stays in quarantine until you try it again."))
        self.setInformativeText(" ".join(things))
        self.save = self.addButton(translate("est_plugin", "Save"), QMessageBox.ButtonRole.AcceptRole)
        self.drop = self.addButton(translate("est_plugin", "Do not save"), QMessageBox.ButtonRole.DestructiveRole)
        self.stay = self.addButton(translate("est_plugin", "Cancel"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.save)
        self.setEscapeButton(self.stay)
        self.buttonClicked.connect(self._on_clicked)

    def _on_clicked(self, button: QAbstractButton) -> None:
        if button is self.save:
            self.save_chosen.emit()
        elif button is self.drop:
            self.drop_chosen.emit()
