# SPDX-License-Identifier: GPL-2.0-or-later
"""Dialog: where a new database is put, in which coordinate system, for which municipality."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsFileUtils
from qgis.gui import QgsFileWidget, QgsProjectionSelectionWidget
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from est_plugin.i18n import translate


class NewDatabaseDialog(QDialog):
    """Asks for what ``db.migrator.create_database`` needs; OK is there when all of it can be used."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("est_plugin", "New EST database"))
        self.file = QgsFileWidget()
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setFilter(translate("est_plugin", "GeoPackage (*.gpkg)"))
        # A file is never replaced, so there is nothing to confirm.
        self.file.setConfirmOverwrite(False)
        self.municipality_name = QLineEdit()
        self.municipality = QLineEdit()
        self.municipality.setPlaceholderText(translate("est_plugin", "four digits, for example 1781"))
        self.crs = QgsProjectionSelectionWidget()
        self.crs.setCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.ok_button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok_button.setText(translate("est_plugin", "Create"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(translate("est_plugin", "Cancel"))
        form = QFormLayout()
        form.addRow(translate("est_plugin", "File"), self.file)
        form.addRow(translate("est_plugin", "Municipality"), self.municipality_name)
        form.addRow(translate("est_plugin", "Municipality code"), self.municipality)
        form.addRow(translate("est_plugin", "Coordinate system"), self.crs)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addStretch()
        layout.addWidget(buttons)
        self.resize(520, self.sizeHint().height())
        self.file.fileChanged.connect(lambda _path: self._check())
        self.municipality.textChanged.connect(lambda _text: self._check())
        self.crs.crsChanged.connect(lambda _crs: self._check())
        self._check()

    @property
    def path(self) -> Path:
        """The file, always with the ending of a GeoPackage."""
        return Path(QgsFileUtils.ensureFileNameHasExtension(self.file.filePath().strip(), ["gpkg"]))

    def _check(self) -> None:
        """Say what is wrong, and let OK be pressed when nothing is."""
        problem = self._problem()
        self.problem.setText(problem)
        self.ok_button.setEnabled(not problem)

    def _problem(self) -> str:
        if not self.file.filePath().strip():
            return translate("est_plugin", "Choose where the database is put.")
        if not self.path.parent.is_dir():
            return translate("est_plugin", "There is no folder {folder}.").format(folder=self.path.parent)
        if self.path.exists():
            return translate(
                "est_plugin", "{name} exists already and is not replaced. Choose another name, or cancel and open it."
            ).format(name=self.path.name)
        if not re.fullmatch("([0-9]{4})?", self.municipality.text().strip()):
            return translate("est_plugin", "The municipality code is four digits, for example 1781, or left empty.")
        crs = self.crs.crs()
        if not crs.authid().startswith("EPSG:") or crs.mapUnits() != Qgis.DistanceUnit.Meters:
            return translate(
                "est_plugin", "Choose SWEREF 99 TM (EPSG:3006) or a local SWEREF 99 zone as the coordinate system."
            )
        return ""
