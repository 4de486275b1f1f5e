# SPDX-License-Identifier: GPL-2.0-or-later
"""Dialog: where a new database is put, in which coordinate system, for which municipality."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsFileUtils
from qgis.gui import QgsFileWidget, QgsProjectionSelectionWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from est_plugin.db.migrator import create_database
from est_plugin.gui.messages import told
from est_plugin.gui.work_dialog import WorkDialog
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.db.file_database import FileDatabase
    from est_plugin.gui.session import Session


class NewDatabaseDialog(WorkDialog):
    """Asks for what a database needs, and stays with what was typed until there is one."""

    #: Carries the path of the database.
    created = pyqtSignal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, translate("est_plugin", "New EST database"))
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
        self.ok_button = QPushButton(translate("est_plugin", "Create"))
        self.ok_button.setDefault(True)
        self.ok_button.clicked.connect(lambda _checked: self._on_create())
        self.buttons.addButton(self.ok_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setText(translate("est_plugin", "Cancel"))
        form = QFormLayout()
        form.addRow(translate("est_plugin", "File"), self.file)
        form.addRow(translate("est_plugin", "Municipality"), self.municipality_name)
        form.addRow(translate("est_plugin", "Municipality code"), self.municipality)
        form.addRow(translate("est_plugin", "Coordinate system"), self.crs)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addStretch()
        self.resize(520, self.sizeHint().height())
        self.file.fileChanged.connect(lambda _path: self._check())
        self.municipality.textChanged.connect(lambda _text: self._check())
        self.crs.crsChanged.connect(lambda _crs: self._check())
        self._check()

    @property
    def path(self) -> Path:
        """The file, always with the ending of a GeoPackage."""
        return Path(QgsFileUtils.ensureFileNameHasExtension(self.file.filePath().strip(), ["gpkg"]))

    @told
    def _on_create(self) -> None:
        path, code = self.path, int(self.crs.crs().authid().removeprefix("EPSG:"))
        municipality, name = self.municipality.text().strip(), self.municipality_name.text().strip()
        self.work(
            translate("est_plugin", "Creating the database"),
            lambda feedback: create_database(
                path, srs_id=code, municipality=municipality, municipality_name=name, feedback=feedback
            ),
            self._on_created,
        )

    def _on_created(self, database: FileDatabase) -> None:
        self.accept()
        self.created.emit(database.path)

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
