# SPDX-License-Identifier: GPL-2.0-or-later
"""Dialog: where a new database is put, in which coordinate system, for which municipality."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsFileWidget, QgsProjectionSelectionWidget
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from est_plugin.i18n import translate


class NewDatabaseDialog(QDialog):
    """Asks for what ``db.migrator.create_database`` needs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("est_plugin", "New EST database"))
        self.file = QgsFileWidget()
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setFilter(translate("est_plugin", "GeoPackage (*.gpkg)"))
        self.municipality_name = QLineEdit()
        self.municipality = QLineEdit()
        self.municipality.setInputMask("0000")
        self.crs = QgsProjectionSelectionWidget()
        self.crs.setCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setEnabled(False)
        self.file.fileChanged.connect(lambda path: self._ok.setEnabled(bool(path)))
        form = QFormLayout(self)
        form.addRow(translate("est_plugin", "File"), self.file)
        form.addRow(translate("est_plugin", "Municipality"), self.municipality_name)
        form.addRow(translate("est_plugin", "Municipality code"), self.municipality)
        form.addRow(translate("est_plugin", "Coordinate system"), self.crs)
        form.addRow(buttons)

    @property
    def path(self) -> Path:
        """The file, always with the ending of a GeoPackage."""
        return Path(self.file.filePath()).with_suffix(".gpkg")
