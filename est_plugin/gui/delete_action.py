# SPDX-License-Identifier: GPL-2.0-or-later
"""The action of a list that deletes the selected rows, after a question that says what hangs on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QMessageBox, QPushButton

from est_plugin.gui.messages import told
from est_plugin.i18n import translate
from est_plugin.layers.deletion import hanging_on, mark_deleted, title_at

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qgis.PyQt.QtWidgets import QTableWidget

    from est_plugin.gui.session import Session
    from est_plugin.layers.shown_rows import MapPlace


class DeleteAction(QAction):
    """In the list's context menu, and on the key Delete while the list has the focus."""

    def __init__(self, session: Session, table: QTableWidget, chosen: Callable[[], Sequence[MapPlace]]) -> None:
        """``chosen`` gives the rows to delete."""
        super().__init__(
            QgsApplication.getThemeIcon("/mActionDeleteSelected.svg"), translate("est_plugin", "Delete…"), table
        )
        self.messages = session.messages
        self._session = session
        self._table = table
        self._chosen = chosen
        self.setShortcut(Qt.Key.Key_Delete)
        self.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.setToolTip(translate("est_plugin", "Delete what is selected. It leaves the map when you save."))
        table.addAction(self)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.triggered.connect(lambda _checked: self._ask())
        table.itemSelectionChanged.connect(self.refresh)
        session.layer_events.selected.connect(self.refresh)
        self.refresh()

    def button(self) -> QPushButton:
        """A button that does the same."""
        button = QPushButton(self.icon(), self.text())
        button.setToolTip(self.toolTip())
        button.setEnabled(self.isEnabled())
        button.clicked.connect(lambda _checked: self.trigger())
        self.changed.connect(lambda: button.setEnabled(self.isEnabled()))
        return button

    @told
    def refresh(self) -> None:
        """Is there anything to delete?"""
        self.setEnabled(bool(self._chosen()))

    @told
    def _ask(self) -> None:
        places = self._chosen()
        if not places:
            return
        box = QMessageBox(self._table.window())
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("EST")
        title = title_at(self._session.project, places[0]) if len(places) == 1 else ""
        question = translate("est_plugin", "Delete “{title}”?").format(title=title)
        box.setText(question if title else translate("est_plugin", "Delete %n row(s)?", "", len(places)))
        box.setInformativeText(self._consequences(places))
        delete = box.addButton(translate("est_plugin", "Delete"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(translate("est_plugin", "Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(delete)
        box.setEscapeButton(cancel)
        box.exec()
        if box.clickedButton() is delete:
            mark_deleted(self._session.project, places)

    def _consequences(self, places: Sequence[MapPlace]) -> str:
        hanging = hanging_on(self._session.project, places)
        sentences = []
        if hanging.stops:
            sentences.append(translate("est_plugin", "%n stop(s) of the walk are deleted with it.", "", hanging.stops))
        if hanging.observations:
            sentences.append(translate("est_plugin", "%n observation(s) are deleted too.", "", hanging.observations))
        if hanging.references:
            sentences.append(translate("est_plugin", "%n other row(s) refer to this and stay.", "", hanging.references))
        sentences.append(
            translate("est_plugin", "What is deleted leaves the map when you save; until then you can undo it.")
        )
        return " ".join(sentences)
