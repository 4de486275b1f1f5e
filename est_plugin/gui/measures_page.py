# SPDX-License-Identifier: GPL-2.0-or-later
"""Page 4, Measures (Åtgärder): flag lighting, signage, traffic bans and the rest; the list with what is overdue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from qgis.core import Qgis
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QVBoxLayout

from est_plugin.db import catalogues
from est_plugin.db.measures import MeasureRow, list_measures
from est_plugin.domain.measure import LIGHTING, SIGNAGE, TRAFFIC_BAN
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.gui.page import Page, action_button, fill, list_table
from est_plugin.i18n import translate, user_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.gui.session import Session

_OVERDUE = QColor("#b00020")


@dataclass(frozen=True)
class Flag:
    """A button that flags one kind of measure as one kind of geometry."""

    kind: str
    geometry: Qgis.GeometryType
    label: str
    icon: str


FLAGS = (
    Flag(LIGHTING, Qgis.GeometryType.Point, QT_TRANSLATE_NOOP("est_plugin", "Lighting"), "lighting"),
    Flag(SIGNAGE, Qgis.GeometryType.Point, QT_TRANSLATE_NOOP("est_plugin", "Signage"), "signage"),
    Flag(TRAFFIC_BAN, Qgis.GeometryType.Line, QT_TRANSLATE_NOOP("est_plugin", "Traffic ban, stretch"), "traffic_ban"),
    Flag(TRAFFIC_BAN, Qgis.GeometryType.Polygon, QT_TRANSLATE_NOOP("est_plugin", "Traffic ban, area"), "traffic_ban"),
)


class MeasuresPage(Page):
    """The list says what the map shows; the buttons start a drawing tool."""

    def __init__(self, session: Session, flag: Callable[[str, Qgis.GeometryType], None]) -> None:
        super().__init__(session)
        self._flag = flag
        self.kind = QComboBox()
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
        for number, flag in enumerate(FLAGS):
            button = action_button(
                translate("est_plugin", flag.label),
                flag.icon,
                lambda flag=flag: self._flag(flag.kind, flag.geometry),  # type: ignore[misc] # bound in the loop
            )
            grid.addWidget(button, number // 2, number % 2)
        other = action_button(
            translate("est_plugin", "Flag as a point"),
            "measure",
            lambda: self._flag(str(self.kind.currentData()), Qgis.GeometryType.Point),
        )
        grid.addWidget(self.kind, 2, 0)
        grid.addWidget(other, 2, 1)
        return grid

    def load_code_lists(self) -> None:
        """Offer the kinds of measures that have no button of their own."""
        if self.session.database is None:
            return
        self.kind.clear()
        for code in catalogues.measure_kinds(self.session.database):
            if code.code not in {flag.kind for flag in FLAGS}:
                self.kind.addItem(code.name(user_language()), code.code)

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
                self.table.item(line, 3).setData(Qt.ItemDataRole.ForegroundRole, _OVERDUE)
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
