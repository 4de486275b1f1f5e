# SPDX-License-Identifier: GPL-2.0-or-later
"""A drop-down list of the coordinate systems that Swedish registers use, and a way to any other."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsProjectionSelectionDialog
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QDialog

from est_plugin.i18n import translate
from est_plugin.intake.place_proposal import USUAL


class CrsChoice(QComboBox):
    """The database's system first, each once. A system that is not in the list joins it when it is chosen."""

    #: A person chose another system.
    crs_chosen = pyqtSignal()

    def __init__(self, database_crs: str) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        for authid in dict.fromkeys((database_crs, *USUAL)):
            name = _described(authid)
            if authid == database_crs:
                name = translate("est_plugin", "{crs}, the database's").format(crs=name)
            self.addItem(name, authid)
        self.insertSeparator(self.count())
        self.addItem(translate("est_plugin", "Another…"), "")
        self._authid = database_crs
        self.activated.connect(lambda _index: self._on_chosen())

    @property
    def authid(self) -> str:
        """The system chosen."""
        return self._authid

    def choose(self, authid: str) -> None:
        """Show a system."""
        if self.findData(authid) < 0:
            self.insertItem(self.count() - 2, _described(authid), authid)
        self.setCurrentIndex(self.findData(authid))
        self._authid = authid

    def _on_chosen(self) -> None:
        authid = str(self.currentData()) or self._asked()
        is_new = authid != self._authid
        self.choose(authid)
        if is_new:
            self.crs_chosen.emit()

    def _asked(self) -> str:
        """Any system that QGIS knows; the one chosen before if the person cancels."""
        dialog = QgsProjectionSelectionDialog(self)
        dialog.setCrs(QgsCoordinateReferenceSystem(self._authid))
        chosen = dialog.exec() == QDialog.DialogCode.Accepted
        return str(dialog.crs().authid()) or self._authid if chosen else self._authid


def _described(authid: str) -> str:
    """Name and code of a system."""
    return f"{QgsCoordinateReferenceSystem(authid).description()} ({authid})"
