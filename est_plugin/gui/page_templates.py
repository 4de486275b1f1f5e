# SPDX-License-Identifier: GPL-2.0-or-later
"""A window with the page templates: edit one in QGIS's layout designer, use the edit, go back to the original."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsPrintLayout
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from est_plugin.export.page_templates import PageTemplate, Whose, give_up_own, keep, page_templates, take_own, to_edit
from est_plugin.gui.messages import told
from est_plugin.gui.work_dialog import WorkDialog
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsMasterLayoutInterface
    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.gui.session import Session

_SIZE = (640, 520)
_TEMPLATE = Qt.ItemDataRole.UserRole


class PageTemplatesDialog(WorkDialog):
    """Lists the templates and whose are used; it stays open beside the layout designer."""

    def __init__(
        self, session: Session, parent: QWidget | None, open_designer: Callable[[QgsMasterLayoutInterface], object]
    ) -> None:
        super().__init__(session, parent, translate("est_plugin", "Page templates"))
        self._open_designer = open_designer
        self.table = QTreeWidget()
        self.table.setHeaderLabels(
            [
                translate("est_plugin", "Page"),
                translate("est_plugin", "Size"),
                translate("est_plugin", "Template in use"),
            ]
        )
        self.table.setRootIsDecorated(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.edit_button = QPushButton(translate("est_plugin", "Edit in QGIS"))
        self.keep_button = QPushButton(translate("est_plugin", "Use the edited layout"))
        self.reset_button = QPushButton(translate("est_plugin", "Reset…"))
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(session.settings.layout_folder.value())
        self._lay_out()
        self.edit_button.clicked.connect(lambda _checked: self._edit())
        self.keep_button.clicked.connect(lambda _checked: self._keep())
        self.reset_button.clicked.connect(lambda _checked: self._reset())
        self.folder.fileChanged.connect(self._set_folder)
        self.table.itemSelectionChanged.connect(self._refresh_buttons)
        manager = session.project.layoutManager()
        for changed in (manager.layoutAdded, manager.layoutRemoved, manager.layoutRenamed):
            changed.connect(self._refresh_buttons)
        # The main window stays when the plugin goes.
        session.unloading.connect(self._leave)
        self._read()

    def _leave(self) -> None:
        """Close, whatever runs."""
        self.done(QDialog.DialogCode.Rejected)

    def _lay_out(self) -> None:
        about = QLabel(
            translate(
                "est_plugin",
                "Items may be moved, restyled and added. Maps, tables, title, class, period, source and footer must "
                "stay. An update of EST leaves your own templates as they are.",
            )
        )
        about.setWordWrap(True)
        buttons = QHBoxLayout()
        for button in (self.edit_button, self.keep_button, self.reset_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        form = QFormLayout()
        form.addRow(translate("est_plugin", "Folder of the organisation"), self.folder)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(about)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        layout.addLayout(form)
        self.resize(*_SIZE)

    def _read(self) -> None:
        """In the background: the organisation's folder may be on a share that does not answer."""
        title = translate("est_plugin", "Looking for page templates")
        self.look(title, lambda _feedback: page_templates(), self._show)

    def _show(self, found: list[PageTemplate]) -> None:
        chosen = self._chosen()
        self.table.clear()
        for template in found:
            row = QTreeWidgetItem(
                [
                    translate("est_plugin", template.label),
                    template.size,
                    translate("est_plugin", template.whose.label),
                ]
            )
            row.setData(0, _TEMPLATE, template)
            row.setToolTip(2, str(template.path))
            self.table.addTopLevelItem(row)
            if chosen is not None and template.name == chosen.name:
                self.table.setCurrentItem(row)
        for column in range(self.table.columnCount()):
            self.table.resizeColumnToContents(column)
        self._refresh_buttons()

    def _chosen(self) -> PageTemplate | None:
        rows = self.table.selectedItems()
        return rows[0].data(0, _TEMPLATE) if rows else None

    def _layout_of(self, template: PageTemplate) -> QgsPrintLayout | None:
        """The layout in the project in which a person edits the template."""
        layout = self.session.project.layoutManager().layoutByName(_layout_name(template))
        return layout if isinstance(layout, QgsPrintLayout) else None

    def _refresh_buttons(self, *_changed: object) -> None:
        chosen = self._chosen()
        self.edit_button.setEnabled(chosen is not None)
        self.keep_button.setEnabled(chosen is not None and self._layout_of(chosen) is not None)
        self.reset_button.setEnabled(chosen is not None and chosen.whose is Whose.OWN)

    @told
    def _edit(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        if self._layout_of(chosen) is None:
            # In the background: it may have to be copied from a share that does not answer.
            title = translate("est_plugin", "Copying the page template")
            self.work(title, lambda _feedback: take_own(chosen.name), lambda _nothing: self._design(chosen))
        else:
            self._design(chosen)

    def _design(self, template: PageTemplate) -> None:
        """Open the designer with the user's own copy."""
        layout = self._layout_of(template)
        if layout is None:
            layout = to_edit(template.name, self.session.project)
            layout.setName(_layout_name(template))
            # The project owns it from now on.
            self.session.project.layoutManager().addLayout(layout)
        self._open_designer(layout)
        self.messages.note(
            translate("est_plugin", "Edit the layout {name}, then choose “Use the edited layout” here.").format(
                name=layout.name()
            )
        )
        self._read()

    @told
    def _keep(self) -> None:
        chosen = self._chosen()
        layout = None if chosen is None else self._layout_of(chosen)
        if chosen is None or layout is None:
            return
        path = keep(layout, chosen.name)
        # It closes the designer too: what is edited further would not be used.
        self.session.project.layoutManager().removeLayout(layout)
        self.messages.success(
            translate("est_plugin", "Packages and walk sheets use the template from now on: {path}").format(path=path)
        )
        self._read()

    @told
    def _reset(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("EST")
        box.setText(
            translate("est_plugin", "Delete your own template “{name}”?").format(
                name=translate("est_plugin", chosen.label)
            )
        )
        box.setInformativeText(
            translate("est_plugin", "The template of the organisation or the one that comes with EST is used instead.")
        )
        delete = box.addButton(translate("est_plugin", "Delete"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(translate("est_plugin", "Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        box.exec()
        if box.clickedButton() is delete:
            give_up_own(chosen.name)
            self._read()

    @told
    def _set_folder(self, folder: str) -> None:
        self.session.settings.layout_folder.setValue(folder)
        self._read()


def _layout_name(template: PageTemplate) -> str:
    """As the layout manager of QGIS lists it."""
    return f"EST: {translate('est_plugin', template.label)} ({template.size})"
