# SPDX-License-Identifier: GPL-2.0-or-later
"""Open a database, create one, make the demo town: what the start page does."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QWidget

from est_plugin.db.migrator import create_database
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.gui.messages import told
from est_plugin.gui.new_database_dialog import NewDatabaseDialog
from est_plugin.i18n import translate
from est_plugin.intake.demo_town import create_demo_database

if TYPE_CHECKING:
    from est_plugin.gui.session import Session


class DatabaseActions:
    """Asks for a file, works in the background, then opens the database."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session = session
        self._parent = parent
        self.messages = session.messages

    @told
    def open(self) -> None:
        """Open a database that is there."""
        path, _ = QFileDialog.getOpenFileName(
            self._parent,
            translate("est_plugin", "Open EST database"),
            self._session.settings.last_database.value(),
            translate("est_plugin", "GeoPackage (*.gpkg)"),
        )
        if path:
            self._session.open(Path(path))

    @told
    def create(self) -> None:
        """Create an empty database."""
        dialog = NewDatabaseDialog(self._parent)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        path = dialog.path
        authority, _, code = dialog.crs.crs().authid().partition(":")
        if authority != "EPSG":
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "{crs} cannot be the database's coordinate system."),
                why=QT_TRANSLATE_NOOP("est_plugin", "It has no EPSG code, by which other programs would know it."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose SWEREF 99 TM (EPSG:3006) or a local SWEREF 99 zone."),
                crs=dialog.crs.crs().userFriendlyIdentifier(),
            )
        municipality, name = dialog.municipality.text(), dialog.municipality_name.text()
        self._session.run(
            translate("est_plugin", "Creating the database"),
            lambda feedback: create_database(
                path, srs_id=int(code), municipality=municipality, municipality_name=name, feedback=feedback
            ),
            lambda database: self._session.open(database.path),
        )

    @told
    def demo(self) -> None:
        """Create a database with the demo town, its reports up to yesterday."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._parent,
            translate("est_plugin", "Where to put the demo town"),
            "lindvik.gpkg",
            translate("est_plugin", "GeoPackage (*.gpkg)"),
        )
        if not chosen:
            return
        path = Path(chosen).with_suffix(".gpkg")
        today = date.today()  # noqa: DTZ011 (the day on the wall of the office)
        self._session.run(
            translate("est_plugin", "Making the demo town"),
            lambda feedback: create_demo_database(path, seed=1, until=today, feedback=feedback),
            lambda _demo: self._session.open(path),
        )
