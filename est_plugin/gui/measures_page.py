# SPDX-License-Identifier: GPL-2.0-or-later
"""Page 4, Measures (Åtgärder): flag lighting, signage, traffic bans and the rest; the list with what is overdue."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QAction, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from est_plugin.db.measures import dated_steps, paused_in
from est_plugin.domain.measure import MeasureStatus
from est_plugin.gui.delete_action import DeleteAction
from est_plugin.gui.flag_menu import PRESETS, FlagMenu
from est_plugin.gui.map_rows import MapRows
from est_plugin.gui.measure_filter import MeasureFilter
from est_plugin.gui.measure_steps_menu import MeasureStepsMenu
from est_plugin.gui.measure_story import MeasureStory
from est_plugin.gui.messages import told
from est_plugin.gui.page import Page, action_button, list_table
from est_plugin.i18n import translate, user_language
from est_plugin.layers.flag_reason import of_selection
from est_plugin.layers.roles import MEASURE_ROLES
from est_plugin.layers.shown_rows import ShownMeasure, measure_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qgis.PyQt.QtWidgets import QPushButton

    from est_plugin.db.measures import DatedStep
    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.session import Session
    from est_plugin.maptools.measure_tool import MeasurePreset

_OVERDUE = QColor("#b00020")
_DUE_COLUMN = 4


@dataclass(frozen=True)
class _Found:
    """The measures as the map shows them, and in which status those on hold were paused, by uuid."""

    measures: tuple[ShownMeasure, ...] = ()
    paused_in: Mapping[str, MeasureStatus] = field(default_factory=dict)


class MeasuresPage(Page[_Found]):
    """The list says what the map shows, saved or not; the buttons start a drawing tool."""

    CHAPTER = "Åtgärder"

    def __init__(self, session: Session, drawing: Drawing) -> None:
        super().__init__(session)
        self._drawing = drawing
        self._measures: tuple[ShownMeasure, ...] = ()
        self.buttons: dict[MeasurePreset, QPushButton] = {}
        self.filter = MeasureFilter()
        self.table = list_table(
            (
                translate("est_plugin", "Measure"),
                translate("est_plugin", "Kind"),
                translate("est_plugin", "Status"),
                translate("est_plugin", "Owner"),
                translate("est_plugin", "Due"),
            ),
            wide_columns=(0, 1, 3),
        )
        # As the list comes, those due first at the top, until a person clicks a header.
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.rows = MapRows(session, drawing, self.table, MEASURE_ROLES)
        self.steps = MeasureStepsMenu(session, self, self.selected)
        self.story_action = self._add_row_actions()
        self.delete = DeleteAction(session, self.table, self.rows.selected)
        #: The window with the steps of a measure that was opened last.
        self.story: MeasureStory | None = None
        self.note = QLabel()
        self.note.setWordWrap(True)
        self._lay_out()
        self.filter.changed.connect(self._show_chosen)
        session.layer_events.edited.connect(self.refresh)
        session.database_changed.connect(self._offer_kinds)

    def _add_row_actions(self) -> QAction:
        """What can be done with the selected rows, in the menu of the list."""
        self.table.addAction(self.steps.menuAction())
        story = QAction(
            QgsApplication.getThemeIcon("/mIconHistory.svg"), translate("est_plugin", "Steps so far…"), self.table
        )
        story.triggered.connect(lambda _checked: self._tell_steps())
        zoom = QAction(
            QgsApplication.getThemeIcon("/mActionZoomToSelected.svg"), translate("est_plugin", "Zoom to"), self.table
        )
        zoom.triggered.connect(lambda _checked: self._drawing.zoom_to_selected(MEASURE_ROLES))
        self.table.addActions([story, zoom])
        return story

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addLayout(self._flag_buttons())
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        below = QHBoxLayout()
        next_step = QToolButton()
        next_step.setText(translate("est_plugin", "Next step"))
        next_step.setToolTip(translate("est_plugin", "The steps that the selected measures may take now."))
        next_step.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        next_step.setMenu(self.steps)
        self.next_step = next_step
        for button in (next_step, self.rows.button(), self.delete.button()):
            below.addWidget(button)
        layout.addLayout(below)
        layout.addWidget(self.note)

    def selected(self) -> list[ShownMeasure]:
        """The measures that are selected in the list."""
        chosen = set(self.rows.selected())
        return [measure for measure in self._measures if measure.place in chosen]

    @told
    def _tell_steps(self) -> None:
        database = self.session.database
        for measure in self.selected()[:1]:
            if database is not None:
                work = partial(dated_steps, database, measure.uuid)
                self.session.fetch(self.story_action, work, partial(self._show_steps, measure.title or measure.kind))

    def _show_steps(self, title: str, steps: tuple[DatedStep, ...]) -> None:
        self.story = MeasureStory(title, steps, self.window())
        self.story.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.story.open()

    def _flag_buttons(self) -> QGridLayout:
        grid = QGridLayout()
        for number, (preset, (label, icon)) in enumerate(PRESETS.items()):
            button = action_button(translate("est_plugin", label), icon, partial(self._start, preset))
            self.buttons[preset] = button
            grid.addWidget(button, number // 2, number % 2)
            grid.setColumnStretch(number % 2, 1)
        self.for_selected = QToolButton()
        self.for_selected.setText(translate("est_plugin", "For what is selected"))
        self.for_selected.setToolTip(
            translate("est_plugin", "For the hotspot, stop, observation or incidents that are selected on the map.")
        )
        self.for_selected.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.for_selected.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        reason = partial(of_selection, self.session.project)
        self.flag_menu = FlagMenu(self.for_selected.text(), self.session, self._drawing, reason, self.for_selected)
        self.for_selected.setMenu(self.flag_menu)
        grid.addWidget(self.for_selected, len(PRESETS) // 2, len(PRESETS) % 2)
        return grid

    @told
    def _start(self, preset: MeasurePreset) -> None:
        self._drawing.flag(preset)

    @told
    def _offer_kinds(self) -> None:
        """Offer the kinds and owners of the database that was opened."""
        if self.session.database is not None:
            self.filter.offer(self.session.code_lists)

    def to_read(self) -> Callable[[], _Found] | None:
        """The measures as the map shows them."""
        database = self.session.database
        if database is None:
            return None
        read = measure_rows(self.session.project)

        def work() -> _Found:
            measures = read()
            paused = [measure.uuid for measure in measures if measure.status is MeasureStatus.PAUSED]
            return _Found(measures, paused_in(database, paused) if paused else {})

        return work

    def show_read(self, found: _Found) -> None:
        """List the measures that are chosen."""
        self._measures = found.measures
        self.steps.paused_in = found.paused_in
        self._show_chosen()

    @told
    def _show_chosen(self) -> None:
        """List the chosen measures, those due first at the top."""
        today = date.today()  # noqa: DTZ011 (the day on the wall of the office)
        lists, language = self.session.code_lists, user_language()
        kinds = {code.code: code.name(language) for code in lists.measure_kinds}
        owners = {code.code: code.name(language) for code in lists.organisations}
        texts = {row.place: _texts(row, kinds, owners, today) for row in self._measures}
        chosen = {row.place: row for row in self._measures if self.filter.passes(row, texts[row.place], today)}
        self.rows.fill([texts[place] for place in chosen], list(chosen))
        for line in range(self.table.rowCount()):
            if chosen[self.rows.place(line)].is_overdue(today):
                self.table.item(line, _DUE_COLUMN).setData(Qt.ItemDataRole.ForegroundRole, _OVERDUE)
        self.note.setText(_note(len(chosen), self._measures, today))


def _note(shown: int, measures: tuple[ShownMeasure, ...], today: date) -> str:
    if not measures:
        return translate("est_plugin", "No measures yet. Press a button above, then click in the map.")
    overdue = sum(row.is_overdue(today) for row in measures)
    late = translate("est_plugin", "%n overdue", "", overdue)
    follow_up = sum(row.awaits_follow_up(today) for row in measures)
    if follow_up:
        late += ", " + translate("est_plugin", "%n to follow up", "", follow_up)
    return translate("est_plugin", "{shown} of {count} measures shown, {overdue}").format(
        shown=shown, count=len(measures), overdue=late
    )


def _texts(
    row: ShownMeasure, kinds: Mapping[str, str], owners: Mapping[str, str], today: date
) -> tuple[str, str, str, str, str]:
    due = "–" if row.due_date is None else row.due_date.isoformat()
    if row.is_overdue(today):
        due = translate("est_plugin", "{date}, overdue").format(date=due)
    kind = kinds.get(row.kind, row.kind)
    return (row.title or kind, kind, translate("est_plugin", row.status.label), owners.get(row.owner, ""), due)
