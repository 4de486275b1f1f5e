# SPDX-License-Identifier: GPL-2.0-or-later
"""The dialog in which a person decides what holds where a colleague has stored something else meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from est_plugin.gui.conflict_places import MINE, THEIRS, ConflictPlaces
from est_plugin.gui.conflict_words import choices_of, field_word, story_of, value_word
from est_plugin.gui.page import list_table
from est_plugin.i18n import translate
from est_plugin.layers.conflicts import Clash, Decision

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qgis.core import QgsProject
    from qgis.gui import QgsMapCanvas

    from est_plugin.layers.conflicts import Conflict

_MINE, _THEIRS = 1, 2
_SIZE, _EDGE = (860, 340), 30


class ConflictDialog(QDialog):
    """One row after the other, or all at once. What is left for later stays in the edit buffer as it is."""

    #: The person is ready: a list of Decision, without the rows that are left for later.
    decided = pyqtSignal(list)

    def __init__(
        self, project: QgsProject, canvas: QgsMapCanvas, conflicts: Sequence[Conflict], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("est_plugin", "Others changed the same rows"))
        self.resize(*_SIZE)
        if parent is not None:
            # At the lower edge, so that the places in the middle of the map stay in sight.
            frame = parent.geometry()
            self.move(frame.left() + _EDGE, frame.bottom() - _SIZE[1] - _EDGE)
        self._project = project
        self._conflicts = conflicts
        self._places = ConflictPlaces(canvas)
        #: The columns taken from the colleague, by the number of the row; None while nothing is decided.
        self._taken: list[frozenset[str] | None] = [None] * len(conflicts)
        self.rows = QListWidget()
        self.story = _wrapped()
        self.table = list_table(
            (
                translate("est_plugin", "Field"),
                translate("est_plugin", "Mine"),
                translate("est_plugin", "Theirs"),
                translate("est_plugin", "Before"),
            ),
            wide_columns=(1, 2, 3),
        )
        self.table.setSelectionMode(self.table.SelectionMode.NoSelection)
        self.table.setWordWrap(True)
        self.legend = _wrapped()
        self.mine = _button(lambda: self._choose_row(frozenset()))
        self.theirs = _button(lambda: self._choose_row(self._shown.names))
        self.row_later = _button(lambda: self._choose_row(None), translate("est_plugin", "Leave the row as it is"))
        self.all_mine = _button(self._all_mine, translate("est_plugin", "Keep mine everywhere"))
        self.all_theirs = _button(self._all_theirs, translate("est_plugin", "Take theirs everywhere"))
        self.later = _button(self.reject, translate("est_plugin", "Decide later"))
        self.save = _button(self._on_save, translate("est_plugin", "Save"))
        self._lay_out()
        self._fill_rows()
        self.rows.currentRowChanged.connect(lambda _row: self._show_row())
        self.table.cellClicked.connect(self._on_cell)
        self.rows.setCurrentRow(0)

    def _lay_out(self) -> None:
        intro = _wrapped()
        intro.setText(
            translate(
                "est_plugin",
                "Nothing is saved yet and nothing is overwritten. Choose what holds in each row; click a value to "
                "choose for one field only.",
            )
        )
        of_row = QHBoxLayout()
        for button in (self.mine, self.theirs, self.row_later):
            of_row.addWidget(button)
        # Of a single row it would say what the button below says.
        self.row_later.setVisible(len(self._conflicts) > 1)
        of_row.addStretch()
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.story)
        column.addWidget(self.table, 1)
        column.addWidget(self.legend)
        column.addLayout(of_row)
        splitter = QSplitter()
        splitter.addWidget(self.rows)
        splitter.addWidget(row)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_SIZE[0] // 4, 3 * _SIZE[0] // 4])
        below = QHBoxLayout()
        for button in (self.all_mine, self.all_theirs):
            button.setVisible(len(self._conflicts) > 1)
            below.addWidget(button)
        below.addStretch()
        below.addWidget(self.later)
        below.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.addWidget(intro)
        layout.addWidget(splitter, 1)
        layout.addLayout(below)

    def done(self, result: int) -> None:
        self._places.clear()
        super().done(result)
        self.deleteLater()

    @property
    def _shown(self) -> Conflict:
        return self._conflicts[self.rows.currentRow()]

    def _layer(self, conflict: Conflict) -> QgsVectorLayer | None:
        layer = self._project.mapLayer(conflict.mine.layer_id)
        return layer if isinstance(layer, QgsVectorLayer) else None

    def _fill_rows(self) -> None:
        for conflict in self._conflicts:
            layer = self._layer(conflict)
            words = (conflict.title(), "" if layer is None else layer.name())
            self.rows.addItem(QListWidgetItem("\n".join(word for word in words if word)))
        self._mark_rows()

    def _mark_rows(self) -> None:
        for number, taken in enumerate(self._taken):
            font = QFont(self.rows.font())
            font.setBold(taken is None)
            item = self.rows.item(number)
            item.setFont(font)
            item.setIcon(QgsApplication.getThemeIcon("/mIconSuccess.svg" if taken is not None else "/mIconWarning.svg"))
        is_decided = any(taken is not None for taken in self._taken)
        self.save.setEnabled(is_decided)
        self.save.setDefault(is_decided)

    def _show_row(self) -> None:
        conflict = self._shown
        layer = self._layer(conflict)
        if layer is None:
            return
        self.story.setText(story_of(conflict))
        choices = choices_of(conflict)
        for button, text in ((self.mine, choices.mine), (self.theirs, choices.theirs)):
            button.setText(text)
            button.setVisible(bool(text))
        self.table.setRowCount(len(conflict.columns))
        for line, column in enumerate(conflict.columns):
            values = (column.mine, column.theirs, column.base)
            texts = [field_word(layer, column.name), *(value_word(layer, column.name, value) for value in values)]
            if conflict.clash is Clash.REMOVED:
                texts[_THEIRS] = translate("est_plugin", "deleted")
            for place, text in enumerate(texts):
                self.table.setItem(line, place, QTableWidgetItem(text))
        self._mark_cells()
        has_places = self._places.show(layer, conflict)
        self.legend.setVisible(has_places)
        self.legend.setText(_legend())

    def _mark_cells(self) -> None:
        """A mark for what is chosen; a row that is taken whole has none to choose."""
        taken = self._taken[self.rows.currentRow()]
        for line, column in enumerate(self._shown.columns):
            is_theirs = None if taken is None else column.name in taken
            for place, is_chosen in ((_MINE, is_theirs is False), (_THEIRS, is_theirs is True)):
                item = self.table.item(line, place)
                font = QFont(self.table.font())
                font.setBold(is_chosen)
                item.setFont(font)
                item.setData(Qt.ItemDataRole.CheckStateRole, _checked(is_chosen) if self._is_by_column else None)
        self.table.resizeRowsToContents()

    @property
    def _is_by_column(self) -> bool:
        return self._shown.clash is Clash.CHANGED

    def _on_cell(self, line: int, place: int) -> None:
        """Choose one value; what was not chosen yet in the row is mine until the person says otherwise."""
        if not self._is_by_column or place not in {_MINE, _THEIRS}:
            return
        taken = self._taken[self.rows.currentRow()] or frozenset()
        name = frozenset({self._shown.columns[line].name})
        self._choose_row(taken | name if place == _THEIRS else taken - name)

    def _choose_row(self, taken: frozenset[str] | None) -> None:
        self._taken[self.rows.currentRow()] = taken
        self._refresh()

    def _all_mine(self) -> None:
        """Mine in every row where there is such a choice."""
        for number, conflict in enumerate(self._conflicts):
            if choices_of(conflict).mine:
                self._taken[number] = frozenset()
        self._refresh()

    def _all_theirs(self) -> None:
        self._taken = [conflict.names for conflict in self._conflicts]
        self._refresh()

    def _refresh(self) -> None:
        self._mark_rows()
        self._mark_cells()

    def _on_save(self) -> None:
        decisions = [
            Decision(conflict, taken)
            for conflict, taken in zip(self._conflicts, self._taken, strict=True)
            if taken is not None
        ]
        self.accept()
        self.decided.emit(decisions)


def _button(slot: Callable[[], None], text: str = "") -> QPushButton:
    button = QPushButton(text, autoDefault=False)
    button.clicked.connect(lambda _checked: slot())
    return button


def _wrapped() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    return label


def _checked(is_chosen: bool) -> Qt.CheckState:  # noqa: FBT001 (one cell's state)
    return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked


def _legend() -> str:
    return translate("est_plugin", "On the map: {mine} my place, {theirs} theirs").format(
        mine=f'<span style="color:{MINE.name()}">●</span>', theirs=f'<span style="color:{THEIRS.name()}">■</span>'
    )
