# SPDX-License-Identifier: GPL-2.0-or-later
"""A list whose rows are features on the map: what is selected in one is selected in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QItemSelectionModel, QObject, Qt
from qgis.PyQt.QtWidgets import QAction, QPushButton

from est_plugin.gui.messages import told
from est_plugin.gui.page import fill, key_of
from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.shown_rows import MapPlace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsVectorLayer
    from qgis.PyQt.QtWidgets import QTableWidget

    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.session import Session
    from est_plugin.layers.roles import LayerRole


class MapRows(QObject):
    """Selecting a row selects its feature and zooms to it; a double click opens QGIS's form in edit mode."""

    def __init__(self, session: Session, drawing: Drawing, table: QTableWidget, shown: Sequence[LayerRole]) -> None:
        """``shown`` are the roles of the layers whose features the rows stand for."""
        super().__init__(table)
        self._session = session
        self._drawing = drawing
        self._table = table
        self._shown = shown
        self._places: dict[str, MapPlace] = {}
        #: Where to look for what has no place of its own on the map.
        self.stands_at: dict[MapPlace, MapPlace] = {}
        self._is_following = False
        self.messages = session.messages
        self.form_action = QAction(
            QgsApplication.getThemeIcon("/mActionFormView.svg"), translate("est_plugin", "Open the form…"), table
        )
        self.form_action.setEnabled(False)
        self.form_action.triggered.connect(lambda _checked: self._open_form())
        table.addAction(self.form_action)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        table.itemSelectionChanged.connect(self._on_row_selected)
        table.itemDoubleClicked.connect(lambda _item: self._open_form())
        session.layer_events.selected.connect(self._follow_map)

    def fill(self, rows: Sequence[Sequence[str | int]], places: Sequence[MapPlace]) -> None:
        """Replace the rows, which stand for the features at ``places``."""
        self._is_following = True
        self._places = {f"{place.layer_id} {place.feature_id}": place for place in places}
        fill(self._table, rows, list(self._places))
        self._is_following = False
        self._follow_map()

    def button(self) -> QPushButton:
        """A button that opens the form of the selected row."""
        button = QPushButton(self.form_action.icon(), self.form_action.text())
        button.setEnabled(self.form_action.isEnabled())
        button.clicked.connect(lambda _checked: self._open_form())
        self.form_action.changed.connect(lambda: button.setEnabled(self.form_action.isEnabled()))
        return button

    def selected(self) -> list[MapPlace]:
        """Where the selected rows stand on the map, from the top row down."""
        return [
            self.place(line) for line in sorted(index.row() for index in self._table.selectionModel().selectedRows())
        ]

    def place(self, line: int) -> MapPlace:
        """Where a row stands on the map."""
        return self._places[key_of(self._table, line)]

    @told
    def _on_row_selected(self) -> None:
        chosen = self.selected()
        self.form_action.setEnabled(bool(chosen))
        if self._is_following:
            return
        for layer in self._layers():
            layer.selectByIds([place.feature_id for place in chosen if place.layer_id == layer.id()])
        if chosen:
            self._drawing.zoom_to([self.stands_at.get(place, place) for place in chosen])

    @told
    def _follow_map(self) -> None:
        """Select the rows of the features that are selected on the map."""
        on_map = {MapPlace(layer.id(), number) for layer in self._layers() for number in layer.selectedFeatureIds()}
        chosen = on_map & set(self._places.values())
        self.form_action.setEnabled(bool(chosen))
        if chosen == set(self.selected()):
            return
        self._is_following = True
        self._table.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for line in range(self._table.rowCount()):
            if self.place(line) in chosen:
                self._table.selectionModel().select(self._table.model().index(line, 0), flags)
                self._table.scrollToItem(self._table.item(line, 0))
        self._is_following = False

    @told
    def _open_form(self) -> None:
        for place in self.selected()[:1]:
            self._drawing.open_form(place)

    def _layers(self) -> list[QgsVectorLayer]:
        found = (roles.find(self._session.project, role) for role in self._shown)
        return [layer for layer in found if layer is not None]
