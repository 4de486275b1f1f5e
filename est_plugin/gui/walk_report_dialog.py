# SPDX-License-Identifier: GPL-2.0-or-later
"""Dialog: what of a walk goes to its participants, in which language, with which map and into which folder?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from est_plugin.errors import QT_TRANSLATE_NOOP, EstError, InputError
from est_plugin.export.background import has_town
from est_plugin.export.walk_report import check_is_new, write_walk_report
from est_plugin.export.walk_report_plan import make_walk_report, report_choices
from est_plugin.gui.messages import told
from est_plugin.gui.notice import Notice
from est_plugin.gui.package_background import BackgroundBox
from est_plugin.gui.walk_report_choice import THUMBNAIL, ReleaseTable
from est_plugin.gui.walk_report_done import WalkReportDone
from est_plugin.i18n import translate, user_language
from est_plugin.layers.photos import without_metadata

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.db.database import Database
    from est_plugin.export.walk_report import WrittenReport
    from est_plugin.export.walk_report_release import ReportChoices
    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session
    from est_plugin.layers.shown_rows import ShownWalk

_WIDTH, _HEIGHT = 880, 700


@dataclass(frozen=True)
class Offer:
    """What a person chooses from, with the photos made small, by the uuid of their observation."""

    choices: ReportChoices
    thumbnails: Mapping[str, QImage]
    has_town: bool


def read_offer(database: Database, walk: str, language: str) -> Offer:
    """Read it, in any thread. Raises InputError if there is nothing to report."""
    choices = report_choices(database, walk, language)
    small = ((row.uuid, _thumbnail(row.photo)) for row in choices.rows if row.photo)
    return Offer(choices, {uuid: image for uuid, image in small if image is not None}, has_town(database))


def _thumbnail(photo: Path) -> QImage | None:
    try:
        return QImage.fromData(without_metadata(photo, THUMBNAIL))
    except EstError:
        return None


class WalkReportDialog(QDialog):
    """Stays open until the work has begun, so that what was chosen is mended and not chosen again."""

    def __init__(self, session: Session, database: Database, walk: ShownWalk, offer: Offer, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.messages = Notice()
        self._database = database
        self._walk = walk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("est_plugin", "Report to the participants"))
        self.table = ReleaseTable(offer.choices.rows, offer.thumbnails)
        self.language = QComboBox()
        self.language.addItem(translate("est_plugin", "Swedish"), "sv")
        self.language.addItem(translate("est_plugin", "English"), "en")
        self.language.setCurrentIndex(self.language.findData(user_language()))
        self.background = BackgroundBox(session)
        self.background.offer(has_town=offer.has_town)
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(session.settings.last_export_folder.value() or str(Path.home()))
        self.name = QLineEdit(_free_name(Path(self.folder.filePath()), offer.choices.name))
        self.write_button = QPushButton(translate("est_plugin", "Write the report"))
        self._lay_out(offer)

    def _lay_out(self, offer: Offer) -> None:
        self.write_button.setDefault(True)
        self.write_button.clicked.connect(lambda _checked: self.write())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        # Qt's own translations are not part of every QGIS.
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(translate("est_plugin", "Cancel"))
        buttons.addButton(self.write_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(translate("est_plugin", "Background"), self.background)
        form.addRow(translate("est_plugin", "Language"), self.language)
        form.addRow(translate("est_plugin", "Folder"), self.folder)
        form.addRow(translate("est_plugin", "Name"), self.name)
        layout = QVBoxLayout(self)
        layout.addWidget(self.messages)
        layout.addWidget(_label(_ask(offer.choices)))
        if offer.choices.rows:
            layout.addWidget(self.table.widget, 1)
        else:
            layout.addStretch()
        layout.addLayout(form)
        layout.addWidget(buttons)
        if offer.choices.unanswered:
            self.messages.note(_unanswered(offer.choices))
        self.resize(_WIDTH, _HEIGHT)

    @told
    def write(self) -> None:
        """Begin to write the report in the background, and close."""
        folder, name = self.folder.filePath().strip(), self.name.text().strip()
        if not folder or not name or Path(name).name != name:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The report was not written."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The folder or a plain name is missing."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a folder, and a name without slashes."),
            )
        target = Path(folder) / name
        check_is_new(target)
        database, walk, released = self._database, self._walk, self.table.released()
        language, background = self.language.currentData(), self.background.layers()

        def work(feedback: Feedback) -> WrittenReport:
            report = make_walk_report(database, walk.uuid, language=language, released=released, background=background)
            return write_walk_report(report, target, feedback)

        session, window = self.session, self.parentWidget()
        session.run(
            translate("est_plugin", "Writing the report"),
            work,
            lambda written: WalkReportDone(session, walk, written, window).show(),
        )
        session.settings.last_export_folder.setValue(folder)
        self.accept()


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label


def _ask(choices: ReportChoices) -> str:
    text = translate(
        "est_plugin",
        "Look at each comment and each photo, and tick what everybody may see: no names, no faces, no number plates. "
        "What is not ticked stays here; the judgements and the answers always go out.",
    )
    if choices.unchecked_photos:
        text += " " + translate(
            "est_plugin",
            "%n photo(s) are not listed: nobody has ticked in the form that they show no face and no plate.",
            "",
            choices.unchecked_photos,
        )
    return text


def _unanswered(choices: ReportChoices) -> str:
    return translate(
        "est_plugin",
        "{unanswered} of {total} observations have no answer yet. The report says of them: an answer is coming.",
    ).format(unanswered=choices.unanswered, total=choices.total)


def _free_name(folder: Path, name: str) -> str:
    """The name, with a number if there is a report of that name in the folder."""
    number = 2
    free = name
    while (folder / free).exists():
        free = f"{name} {number}"
        number += 1
    return free
