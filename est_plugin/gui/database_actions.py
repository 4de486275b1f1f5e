# SPDX-License-Identifier: GPL-2.0-or-later
"""Open a database, create one, make the demo town: what the start page and the menu of the header do."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsFileUtils, QgsNotSupportedException  # type: ignore[attr-defined] # the stubs lack it
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QMenu, QWidget

from est_plugin import paths
from est_plugin.db import backups, places
from est_plugin.db.file_database import FileDatabase
from est_plugin.db.server import saved_connection
from est_plugin.errors import QT_TRANSLATE_NOOP, EstError
from est_plugin.gui.history_dialog import HistoryDialog
from est_plugin.gui.messages import told
from est_plugin.gui.new_database_dialog import NewDatabaseDialog
from est_plugin.gui.server_dialog import ServerDialog
from est_plugin.gui.unsaved_bar import may_leave
from est_plugin.i18n import translate
from est_plugin.intake.demo_town import create_demo_database
from est_plugin.processing.database_input import CONNECTION, DATABASE

if TYPE_CHECKING:
    from est_plugin.db.places import Place
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
            self._last_file(),
            translate("est_plugin", "GeoPackage (*.gpkg)"),
        )
        if path:
            self._show(Path(path))

    @told
    def open_on_server(self) -> None:
        """Open a database that QGIS has a connection to."""
        dialog = ServerDialog(self._parent)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._show(saved_connection(dialog.connection))

    def last_database(self) -> Place | None:
        """The database that was opened last, if the file or the connection is still there."""
        return places.from_setting(self._session.settings.last_database.value())

    def _last_file(self) -> str:
        last = self.last_database()
        return str(last) if isinstance(last, Path) else ""

    @told
    def open_last(self) -> None:
        """Open the database that was opened last."""
        place = self.last_database()
        if place is not None:
            self._show(place)

    @told
    def create(self) -> None:
        """Create an empty database."""
        dialog = NewDatabaseDialog(self._session, self._parent)
        dialog.created.connect(self._on_created)
        dialog.open()

    @told
    def _on_created(self, path: Path) -> None:
        self._show(path)

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
        path = Path(QgsFileUtils.ensureFileNameHasExtension(chosen, ["gpkg"]))
        today = date.today()  # noqa: DTZ011 (the day on the wall of the office)
        self._session.run(
            translate("est_plugin", "Making the demo town"),
            lambda feedback: create_demo_database(path, seed=1, until=today, feedback=feedback),
            lambda _demo: self._show(path),
        )

    @told
    def history(self) -> None:
        """Show who changed what, to take it back."""
        if self._session.database is not None:
            HistoryDialog(self._session, self._session.database, self._parent).open()

    @told
    def copy(self) -> None:
        """Copy the open database to a file or a server, in the algorithm's own window."""
        from qgis import processing  # noqa: PLC0415 (a plugin of QGIS, which may come after this one)

        database = self._session.database
        parameters: dict[str, object] = {}
        if database is not None:
            parameters[DATABASE if isinstance(database, FileDatabase) else CONNECTION] = str(database)
        try:
            dialog = processing.createAlgorithmDialog("est:copydatabase", parameters)
        except QgsNotSupportedException as error:
            raise EstError(
                QT_TRANSLATE_NOOP("est_plugin", "The window for copying cannot be opened."),
                why=QT_TRANSLATE_NOOP("est_plugin", "QGIS's plugin Processing is switched off."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Switch it on under Plugins, then try again."),
            ) from error
        dialog.show()

    @told
    def open_backup(self) -> None:
        """Copy a backup beside the database under another name, and open the copy."""
        last = self._last_file()
        folder = Path(last).parent / backups.FOLDER
        chosen, _ = QFileDialog.getOpenFileName(
            self._parent,
            translate("est_plugin", "Open a backup"),
            str(folder if last and folder.is_dir() else last),
            translate("est_plugin", "GeoPackage (*.gpkg)"),
        )
        if chosen:
            self._session.run(
                translate("est_plugin", "Copying the backup"),
                lambda feedback: backups.restore_beside(Path(chosen), feedback),
                self._show,
            )

    def fill(self, menu: QMenu) -> None:
        """Put history, open, create and demo into a menu."""
        for text, icon, slot in (
            (translate("est_plugin", "History…"), "history", self.history),
            (translate("est_plugin", "Open a database…"), "database", self.open),
            (translate("est_plugin", "Open a database on a server…"), "database", self.open_on_server),
            (translate("est_plugin", "Open a backup…"), "database", self.open_backup),
            (translate("est_plugin", "Create an empty database…"), "database", self.create),
            (translate("est_plugin", "Copy the database…"), "database", self.copy),
            (translate("est_plugin", "Try it with the demo town…"), "est", self.demo),
        ):
            action = menu.addAction(QIcon(paths.icon(icon)), text)
            action.triggered.connect(lambda _checked, slot=slot: slot())

    def _show(self, place: Place) -> None:
        """Open a database in place of the one that is open, after asking what to do with what is not saved."""
        if may_leave(self._session, self._parent):
            self._session.open(place)
