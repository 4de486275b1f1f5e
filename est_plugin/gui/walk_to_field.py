# SPDX-License-Identifier: GPL-2.0-or-later
"""Takes the selected walk to the field: asks for a folder, then writes the package in the background."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QComboBox, QDialogButtonBox, QFormLayout, QLabel, QPushButton, QVBoxLayout

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.background import has_town
from est_plugin.export.field_package import write_field_package
from est_plugin.gui.messages import told
from est_plugin.gui.package_background import BackgroundBox
from est_plugin.gui.walk_actions import WalkAction
from est_plugin.gui.work_dialog import WorkDialog
from est_plugin.i18n import translate, user_language
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.unsaved import unsaved_rows

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.db.database import Database
    from est_plugin.export.field_package import FieldPackage
    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.session import Session
    from est_plugin.layers.shown_rows import ShownWalk

_TAKEN = frozenset({LayerRole.WALKS, LayerRole.WALK_STOPS, LayerRole.PARTICIPANTS, LayerRole.OBSERVATIONS})
_WIDTH = 560


class FieldPackageDialog(WorkDialog):
    """Where the folder is put, over which map, in which language."""

    def __init__(
        self, session: Session, database: Database, walk: ShownWalk, parent: QWidget, *, has_town: bool
    ) -> None:
        super().__init__(session, parent, translate("est_plugin", "Safety walk to the field"))
        self._database = database
        self._walk = walk
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(session.settings.last_export_folder.value())
        self.background = BackgroundBox(session)
        self.background.offer(has_town=has_town)
        self.language = QComboBox()
        self.language.addItem(translate("est_plugin", "Swedish"), "sv")
        self.language.addItem(translate("est_plugin", "English"), "en")
        self.language.setCurrentIndex(self.language.findData(user_language()))
        self.write_button = QPushButton(translate("est_plugin", "Write the folder"))
        self.write_button.setDefault(True)
        self.write_button.clicked.connect(lambda _checked: self.write())
        self.buttons.addButton(self.write_button, QDialogButtonBox.ButtonRole.ActionRole)
        intro = QLabel(
            translate(
                "est_plugin",
                "A new folder with the walk “{title}” for QField or Mergin Maps: route, stops, checklist and a map "
                "that needs no network. No incidents, no hotspots and no other walk go with it. The file README.txt "
                "in it says how it comes to the phone.",
            ).format(title=walk.title)
        )
        intro.setWordWrap(True)
        form = QFormLayout()
        form.addRow(translate("est_plugin", "Folder"), self.folder)
        form.addRow(translate("est_plugin", "Background"), self.background)
        form.addRow(translate("est_plugin", "Language"), self.language)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(intro)
        layout.addLayout(form)
        self.resize(_WIDTH, self.sizeHint().height())

    @told
    def write(self) -> None:
        """Write the package in the background; the dialog closes when it is there."""
        chosen = self.folder.filePath().strip()
        if not chosen:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The folder was not written."),
                why=QT_TRANSLATE_NOOP("est_plugin", "No folder is chosen."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose where the new folder shall be put."),
            )
        database, walk = self._database, self._walk.uuid
        background, language = self.background.layers(), self.language.currentData()
        self.work(
            translate("est_plugin", "Writing the folder for the field"),
            lambda feedback: write_field_package(
                database, walk, Path(chosen), feedback, background=background, language=language
            ),
            self._on_written,
        )

    def _on_written(self, package: FieldPackage) -> None:
        self.session.settings.last_export_folder.setValue(str(package.folder.parent))
        folder = str(package.folder)
        self.session.messages.success(
            translate("est_plugin", "The folder for the field is written: {name}").format(name=package.folder.name),
            button=translate("est_plugin", "Open the folder"),
            action=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(folder)),
        )
        self.accept()


def refuse_unsaved(session: Session) -> None:
    """Raises InputError while a walk, or what hangs on one, is not saved: the package would lack it."""
    if any(rows.role in _TAKEN for rows in unsaved_rows(session.project)):
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "Something is not saved yet."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Routes, stops, participants or observations were changed."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Save them, then try again."),
        )


def _to_field(session: Session, drawing: Drawing, walk: ShownWalk) -> None:
    database = session.database
    if database is None:
        return
    refuse_unsaved(session)
    session.fetch(
        "walk to the field",
        lambda: has_town(database),
        lambda found: FieldPackageDialog(session, database, walk, drawing.window, has_town=found).open(),
    )


TO_FIELD = WalkAction(
    QT_TRANSLATE_NOOP("est_plugin", "To the field…"),
    QT_TRANSLATE_NOOP(
        "est_plugin", "A folder for QField or Mergin Maps on a phone: route, stops, checklist, camera and map."
    ),
    "field",
    _to_field,
)
