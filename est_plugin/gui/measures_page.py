# SPDX-License-Identifier: GPL-2.0-or-later
"""Page 4, Measures (Åtgärder): flag lighting, signage, traffic bans and the rest; the list with what is overdue."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from est_plugin.db import catalogues
from est_plugin.domain.measure import MeasureStatus
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.gui.delete_action import DeleteAction
from est_plugin.gui.map_rows import MapRows
from est_plugin.gui.messages import told
from est_plugin.gui.page import Page, action_button, list_table
from est_plugin.i18n import translate, user_language
from est_plugin.layers.roles import MEASURE_ROLES
from est_plugin.layers.shown_rows import shown_measures
from est_plugin.maptools.measure_tool import MeasurePreset

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QPushButton

    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.session import Session
    from est_plugin.layers.shown_rows import ShownMeasure

_OVERDUE = QColor("#b00020")


_BUTTONS = {
    MeasurePreset.LIGHTING: (QT_TRANSLATE_NOOP("est_plugin", "Lighting"), "lighting"),
    MeasurePreset.SIGNAGE: (QT_TRANSLATE_NOOP("est_plugin", "Signage"), "signage"),
    MeasurePreset.TRAFFIC_BAN_STRETCH: (QT_TRANSLATE_NOOP("est_plugin", "Traffic ban, stretch"), "traffic_ban"),
    MeasurePreset.TRAFFIC_BAN_AREA: (QT_TRANSLATE_NOOP("est_plugin", "Traffic ban, area"), "traffic_ban"),
    MeasurePreset.OTHER_PLACE: (QT_TRANSLATE_NOOP("est_plugin", "Other, at a place"), "measure"),
    MeasurePreset.OTHER_STRETCH: (QT_TRANSLATE_NOOP("est_plugin", "Other, along a stretch"), "measure"),
    MeasurePreset.OTHER_AREA: (QT_TRANSLATE_NOOP("est_plugin", "Other, in an area"), "measure"),
}
_DUE_COLUMN = 3


class MeasuresPage(Page):
    """The list says what the map shows, saved or not; the buttons start a drawing tool."""

    CHAPTER = "Åtgärder"

    def __init__(self, session: Session, drawing: Drawing) -> None:
        super().__init__(session)
        self._drawing = drawing
        self.buttons: dict[MeasurePreset, QPushButton] = {}
        self.kind = QComboBox()
        self.status = QComboBox()
        self.status.addItem(translate("est_plugin", "All statuses"), "")
        for status in MeasureStatus:
            self.status.addItem(translate("est_plugin", status.label), status.value)
        self.only_overdue = QCheckBox(translate("est_plugin", "Only overdue"))
        self.table = list_table(
            (
                translate("est_plugin", "Measure"),
                translate("est_plugin", "Status"),
                translate("est_plugin", "Owner"),
                translate("est_plugin", "Due"),
            ),
            wide_columns=(0, 2),
        )
        # As the list comes, those due first at the top, until a person clicks a header.
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.rows = MapRows(session, drawing, self.table, MEASURE_ROLES)
        self.delete = DeleteAction(session, self.table, self.rows.selected)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self._lay_out()
        self.kind.activated.connect(lambda _index: self.refresh())
        self.status.activated.connect(lambda _index: self.refresh())
        self.only_overdue.toggled.connect(lambda _checked: self.refresh())
        session.layer_events.edited.connect(self.refresh)
        session.database_changed.connect(self._offer_kinds)

    def _lay_out(self) -> None:
        choice = QHBoxLayout()
        for box in (self.kind, self.status):
            # Without this the longest name would decide how narrow the dock can be.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
            choice.addWidget(box, 1)
        choice.addWidget(self.only_overdue)
        layout = QVBoxLayout(self)
        layout.addLayout(self._flag_buttons())
        layout.addLayout(choice)
        layout.addWidget(self.table, 1)
        below = QHBoxLayout()
        below.addWidget(self.rows.button())
        below.addWidget(self.delete.button())
        layout.addLayout(below)
        layout.addWidget(self.note)

    def _flag_buttons(self) -> QGridLayout:
        grid = QGridLayout()
        for number, (preset, (label, icon)) in enumerate(_BUTTONS.items()):
            button = action_button(translate("est_plugin", label), icon, partial(self._start, preset))
            self.buttons[preset] = button
            grid.addWidget(button, number // 2, number % 2)
        return grid

    @told
    def _start(self, preset: MeasurePreset) -> None:
        self._drawing.flag(preset)

    @told
    def _offer_kinds(self) -> None:
        """Offer the kinds of the database that was opened."""
        if self.session.database is None:
            return
        self.kind.clear()
        self.kind.addItem(translate("est_plugin", "All kinds"), "")
        for code in catalogues.measure_kinds(self.session.database):
            self.kind.addItem(code.name(user_language()), code.code)

    @told
    def refresh(self) -> None:
        """List the chosen measures, those due first at the top."""
        database = self.session.database
        if database is None:
            return
        today = date.today()  # noqa: DTZ011 (the day on the wall of the office)
        everything = shown_measures(self.session.project)
        overdue = [row for row in everything if row.is_overdue(today)]
        chosen = {row.place: row for row in everything if self._is_chosen(row, today)}
        language = user_language()
        kinds = {code.code: code.name(language) for code in catalogues.measure_kinds(database)}
        owners = {code.code: code.name(language) for code in catalogues.organisations(database)}
        self.rows.fill([_texts(row, kinds, owners) for row in chosen.values()], list(chosen))
        for line in range(self.table.rowCount()):
            if chosen[self.rows.place(line)].is_overdue(today):
                self.table.item(line, _DUE_COLUMN).setData(Qt.ItemDataRole.ForegroundRole, _OVERDUE)
        self.note.setText(
            translate("est_plugin", "{shown} of {count} measures shown, {overdue}").format(
                shown=len(chosen),
                count=len(everything),
                overdue=translate("est_plugin", "%n overdue", "", len(overdue)),
            )
            if everything
            else translate("est_plugin", "No measures yet. Press a button above, then click in the map.")
        )

    def _is_chosen(self, row: ShownMeasure, today: date) -> bool:
        return (
            self.kind.currentData() in {None, "", row.kind}
            and self.status.currentData() in {"", row.status.value}
            and (row.is_overdue(today) or not self.only_overdue.isChecked())
        )


def _texts(row: ShownMeasure, kinds: dict[str, str], owners: dict[str, str]) -> tuple[str, str, str, str]:
    return (
        row.title or kinds.get(row.kind, row.kind),
        translate("est_plugin", row.status.label),
        owners.get(row.owner, ""),
        "–" if row.due_date is None else row.due_date.isoformat(),
    )
