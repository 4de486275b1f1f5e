# SPDX-License-Identifier: GPL-2.0-or-later
"""What may be chosen of a map package? The edition, and all further choices folded below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from est_plugin.domain.edition import Edition, Part
from est_plugin.domain.period import PeriodKind
from est_plugin.export.preset import MEETINGS, OPTIONAL_PARTS, PackageChoices
from est_plugin.export.request import PaperSize, Quality
from est_plugin.gui.package_background import BackgroundBox
from est_plugin.gui.public_addresses import AddressBox
from est_plugin.i18n import LANGUAGES, translate, user_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.gui.session import Session

_BOTH = "both"
_PARTS_A_ROW = 2


class PackageForm(QgsCollapsibleGroupBox):
    """The folded choices; ``edition`` is made here too and stands where the page puts it."""

    #: A person has chosen something else that changes what goes along.
    changed = pyqtSignal()
    #: A person has chosen another kind of period.
    period_chosen = pyqtSignal()
    #: A person wants to look after the templates of the PDF.
    templates_wanted = pyqtSignal()
    #: A person wants the preset as it was.
    reset_wanted = pyqtSignal()

    def __init__(self, session: Session) -> None:
        super().__init__(translate("est_plugin", "More choices"))
        self._settings = session.settings
        self.setObjectName("EstPackageChoices")
        self.setCollapsed(True)
        self.edition = _box((translate("est_plugin", edition.label), edition) for edition in Edition)
        kinds = [(translate("est_plugin", kind.label), kind) for kind in PeriodKind if kind is not PeriodKind.FREE]
        self.period_kind = _box([(translate("est_plugin", "The period that is shown"), None), *kinds])
        self.meeting = _box((translate("est_plugin", label), key) for key, label in MEETINGS.items())
        self.language = _box(
            (
                (translate("est_plugin", "Swedish and English"), _BOTH),
                (translate("est_plugin", "Swedish"), "sv"),
                (translate("est_plugin", "English"), "en"),
            )
        )
        self.parts = {part: QCheckBox(translate("est_plugin", label)) for part, label in OPTIONAL_PARTS.items()}
        self.paper = _box((size.value, size) for size in PaperSize)
        self.quality = _box((translate("est_plugin", quality.label), quality) for quality in Quality)
        self.contact = QLineEdit()
        self.contact.setPlaceholderText(translate("est_plugin", "e.g. the safety coordinator"))
        self.background = BackgroundBox(session)
        self.addresses = AddressBox(session)
        self._addresses_label = QLabel(translate("est_plugin", "Addresses"))
        # Long names must not make the dock wider.
        self.background.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.reset = QPushButton(translate("est_plugin", "Restore"))
        self.templates = QPushButton(translate("est_plugin", "Page templates…"))
        self._lay_out()
        self._explain()
        self._connect()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(translate("est_plugin", "Folder"), self.folder)
        form.addRow(translate("est_plugin", "Period"), self.period_kind)
        form.addRow(translate("est_plugin", "Agenda"), self.meeting)
        form.addRow(translate("est_plugin", "Language"), self.language)
        form.addRow(translate("est_plugin", "Background"), self.background)
        # Within a widget of its own, see below.
        lives = QWidget()
        QFormLayout(lives).addRow(self._addresses_label, self.addresses)
        lives.layout().setContentsMargins(0, 0, 0, 0)
        form.addRow(lives)
        paper = QHBoxLayout()
        paper.addWidget(self.paper)
        self.paper.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        paper.addWidget(self.quality, 1)
        form.addRow(translate("est_plugin", "Paper"), paper)
        form.addRow(translate("est_plugin", "Contact"), self.contact)
        parts = QGridLayout()
        for number, box in enumerate(self.parts.values()):
            parts.addWidget(box, number // _PARTS_A_ROW, number % _PARTS_A_ROW)
        tools = QHBoxLayout()
        tools.addWidget(self.templates)
        tools.addStretch()
        tools.addWidget(self.reset)
        # Unfolding shows every child of the group, so the parts that are not offered must not be children of it.
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(form)
        inside.addLayout(parts)
        inside.addLayout(tools)
        QVBoxLayout(self).addWidget(body)

    def _explain(self) -> None:
        for widget, text in (
            (self.edition, translate("est_plugin", "For whom the package is, and so what may stand in it.")),
            (self.folder, translate("est_plugin", "The package becomes a folder and a zip in it.")),
            (
                self.period_kind,
                translate(
                    "est_plugin",
                    "Choosing the meeting shows the newest period of this kind that is over and has reports.",
                ),
            ),
            (self.meeting, translate("est_plugin", "Which agenda goes along, to write the minutes in.")),
            (
                self.language,
                translate("est_plugin", "With two languages the map page has a button that switches between them."),
            ),
            (self.paper, translate("est_plugin", "Size of the sheets of the PDF.")),
            (
                self.quality,
                translate("est_plugin", "How fine the maps of the PDF are. Finer maps make a larger file."),
            ),
            (
                self.contact,
                translate(
                    "est_plugin",
                    "Whom a reader may ask: a function, never a person. It stands in the foot of the page.",
                ),
            ),
            (self.templates, translate("est_plugin", "How the pages of the PDF look, to be changed in QGIS.")),
            (
                self.reset,
                translate("est_plugin", "Forget what you have changed for this meeting. The folder stays."),
            ),
        ):
            widget.setToolTip(text)
            widget.setWhatsThis(text)

    def _connect(self) -> None:
        for box in (self.edition, self.meeting, self.language, self.paper, self.quality):
            box.activated.connect(lambda _index: self._on_changed())
        # After the box itself has remembered what was chosen.
        self.background.activated.connect(lambda _index: self._on_changed())
        for part in self.parts.values():
            part.clicked.connect(lambda _checked: self._on_changed())
        self.contact.editingFinished.connect(self.changed.emit)
        self.folder.fileChanged.connect(lambda _path: self.changed.emit())
        self.period_kind.activated.connect(lambda _index: self.period_chosen.emit())
        self.templates.clicked.connect(lambda _checked: self.templates_wanted.emit())
        self.reset.clicked.connect(lambda _checked: self.reset_wanted.emit())

    def _on_changed(self) -> None:
        self._offer_parts()
        self.changed.emit()

    def show_choices(self, choices: PackageChoices) -> None:
        """Show them, and tell nobody."""
        for box, value in (
            (self.edition, choices.edition),
            (self.period_kind, choices.period_kind),
            (self.meeting, choices.meeting),
            (self.language, choices.language if choices.second_language is None else _BOTH),
            (self.paper, choices.paper),
            (self.quality, choices.quality),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
        for part, box in self.parts.items():
            box.setChecked(part not in choices.left_out)
        self.contact.setText(choices.contact)
        if choices.background:
            self._settings.package_background.setValue(choices.background)
            self.background.setCurrentIndex(self.background.findData(choices.background))
        self.folder.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        self.folder.setFilePath(choices.folder or self._settings.last_export_folder.value())
        self.folder.blockSignals(False)  # noqa: FBT003 (Qt's signature)
        self._offer_parts()

    def choices(self) -> PackageChoices:
        """What is chosen now."""
        language, second = self.language.currentData(), None
        if language == _BOTH:
            language = user_language()
            second = next(code for code in LANGUAGES if code != language)
        return PackageChoices(
            edition=self.edition.currentData(),
            meeting=self.meeting.currentData(),
            period_kind=self.period_kind.currentData(),
            language=language,
            second_language=second,
            paper=self.paper.currentData(),
            quality=self.quality.currentData(),
            left_out=frozenset(part for part, box in self.parts.items() if not box.isChecked()),
            contact=self.contact.text().strip(),
            background=self.background.currentData() or "",
            folder=self.folder.filePath(),
        )

    def unfold_at(self, widget: QWidget) -> None:
        """Show a choice that must be made."""
        self.setCollapsed(False)
        widget.setFocus()

    def _offer_parts(self) -> None:
        """Only what the edition may hold can be chosen."""
        allowed = self.edition.currentData().parts
        for part, box in self.parts.items():
            box.setVisible(part in allowed)
        for widget in (self._addresses_label, self.addresses):
            widget.setVisible(Part.CELLS in allowed)


def _box(items: Iterable[tuple[str, object]]) -> QComboBox:
    box = QComboBox()
    for text, value in items:
        box.addItem(text, value)
    # Long names must not make the dock wider.
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return box
