# SPDX-License-Identifier: GPL-2.0-or-later
"""Page 4, Measures (Åtgärder): flag lighting, signage, traffic bans and the rest; the list with what is overdue."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout

from est_plugin.db import catalogues
from est_plugin.db.measures import MeasureRow, list_measures
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.gui.messages import told
from est_plugin.gui.page import Page, action_button, fill, list_table
from est_plugin.i18n import translate, user_language
from est_plugin.maptools.measure_tool import MeasurePreset

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.gui.session import Session

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
    """The list says what the map shows; the buttons start a drawing tool."""

    def __init__(self, session: Session, flag: Callable[[MeasurePreset], None]) -> None:
        """``flag`` starts the drawing tool of a preset."""
        super().__init__(session)
        self._flag = flag
        self.only_overdue = QCheckBox(translate("est_plugin", "Only overdue"))
        self.table = list_table(
            (
                translate("est_plugin", "Measure"),
                translate("est_plugin", "Status"),
                translate("est_plugin", "Owner"),
                translate("est_plugin", "Due"),
            )
        )
        self.note = QLabel()
        self.note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addLayout(self._flag_buttons())
        layout.addWidget(self.only_overdue)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        self.only_overdue.toggled.connect(lambda _checked: self.refresh())

    def _flag_buttons(self) -> QGridLayout:
        grid = QGridLayout()
        for number, (preset, (label, icon)) in enumerate(_BUTTONS.items()):
            button = action_button(translate("est_plugin", label), icon, partial(self._start, preset))
            grid.addWidget(button, number // 2, number % 2)
        return grid

    @told
    def _start(self, preset: MeasurePreset) -> None:
        self._flag(preset)

    def refresh(self) -> None:
        """List the measures, those due first at the top."""
        database = self.session.database
        if database is None:
            return
        today = date.today()  # noqa: DTZ011 (the day on the wall of the office)
        everything = list_measures(database)
        overdue = [row for row in everything if row.is_overdue(today)]
        rows = overdue if self.only_overdue.isChecked() else list(everything)
        language = user_language()
        kinds = {code.code: code.name(language) for code in catalogues.measure_kinds(database)}
        owners = {code.code: code.name(language) for code in catalogues.organisations(database)}
        fill(self.table, [_texts(row, kinds, owners) for row in rows], [row.uuid for row in rows])
        for line, row in enumerate(rows):
            if row.is_overdue(today):
                self.table.item(line, _DUE_COLUMN).setData(Qt.ItemDataRole.ForegroundRole, _OVERDUE)
        self.note.setText(
            translate("est_plugin", "{count} measures, {overdue} overdue").format(
                count=len(everything), overdue=len(overdue)
            )
            if everything
            else translate("est_plugin", "No measures yet. Press a button above, then click in the map.")
        )


def _texts(row: MeasureRow, kinds: dict[str, str], owners: dict[str, str]) -> tuple[str, str, str, str]:
    return (
        row.title or kinds.get(row.kind, row.kind),
        translate("est_plugin", row.status.label),
        owners.get(row.owner or "", ""),
        "" if row.due_date is None else row.due_date.isoformat(),
    )
