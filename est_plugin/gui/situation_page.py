# SPDX-License-Identifier: GPL-2.0-or-later
"""Page 1, Situation (Lägesbild): period, comparison, filters, counts and change, and who has not reported."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from qgis.gui import QgsCheckableComboBox
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import QComboBox, QDateEdit, QFormLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from est_plugin.db.incidents import Situation, situation
from est_plugin.db.quarantine import QuarantineCount, quarantine_count
from est_plugin.db.report_days import suggested_baseline
from est_plugin.domain.period import Baseline, Period, PeriodKind
from est_plugin.errors import EstError
from est_plugin.gui.change_question import CHANGE_QUESTION
from est_plugin.gui.change_text import ChangeTexts
from est_plugin.gui.heatmap_choice import HeatmapChoice
from est_plugin.gui.intake_bar import IntakeBar
from est_plugin.gui.messages import told
from est_plugin.gui.near_repeat_question import NEAR_REPEAT
from est_plugin.gui.page import Page, fill, list_table
from est_plugin.gui.questions import Question, QuestionButton
from est_plugin.gui.rhythm_question import RHYTHM
from est_plugin.i18n import translate, user_language

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from est_plugin.domain.code_list import Code
    from est_plugin.domain.incident import IncidentFilter
    from est_plugin.gui.session import Session


#: What can be asked of the period and the choice that are shown.
_QUESTIONS: tuple[Question, ...] = (CHANGE_QUESTION, RHYTHM, NEAR_REPEAT)


@dataclass(frozen=True)
class _Read:
    """The numbers of the period, the changes of them, and what waits."""

    numbers: Situation
    changes: ChangeTexts
    quarantine: QuarantineCount
    #: What the period is compared with: what a person chose, or what suits.
    baseline: Baseline


class SituationPage(Page[_Read]):
    """What it shows is what the map shows: both follow the session's filter."""

    CHAPTER = "Lägesbild"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.intake = IntakeBar(session)
        self.kind = QComboBox()
        for kind in PeriodKind:
            self.kind.addItem(translate("est_plugin", kind.label), kind)
        self.first_day = QDateEdit(calendarPopup=True, displayFormat="yyyy-MM-dd")
        self.last_day = QDateEdit(calendarPopup=True, displayFormat="yyyy-MM-dd")
        self.comparison = QComboBox()
        for baseline in Baseline:
            self.comparison.addItem(translate("est_plugin", baseline.label), baseline)
        self.categories = QgsCheckableComboBox()
        self.categories.setDefaultText(translate("est_plugin", "All categories"))
        self.organisations = QgsCheckableComboBox()
        self.organisations.setDefaultText(translate("est_plugin", "All organisations"))
        self.total = QLabel()
        self.total.setWordWrap(True)
        self.late = QLabel()
        self.late.setWordWrap(True)
        self.late.setEnabled(False)
        self.late.hide()
        self.silent = QLabel()
        self.silent.setWordWrap(True)
        self.by_category = list_table(
            (
                translate("est_plugin", "Category"),
                translate("est_plugin", "Now"),
                translate("est_plugin", "Before"),
                translate("est_plugin", "Change"),
            )
        )
        self.heatmap = HeatmapChoice(session)
        self._names: dict[str, str] = {}
        self.questions = QuestionButton(session, _QUESTIONS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        period = QHBoxLayout()
        for arrow, step, tip in (
            (Qt.ArrowType.LeftArrow, Period.previous, translate("est_plugin", "Earlier period")),
            (Qt.ArrowType.RightArrow, Period.following, translate("est_plugin", "Later period")),
        ):
            button = QToolButton()
            button.setArrowType(arrow)
            button.setToolTip(tip)
            button.clicked.connect(lambda _checked, step=step: self._on_step(step))
            period.addWidget(button)
        period.insertWidget(1, self.kind, 1)
        days = QHBoxLayout()
        days.addWidget(self.first_day)
        days.addWidget(QLabel("–"))
        days.addWidget(self.last_day)
        days.addStretch()
        form = QFormLayout()
        form.addRow(translate("est_plugin", "Period"), period)
        form.addRow(translate("est_plugin", "Days"), days)
        form.addRow(translate("est_plugin", "Compare with"), self.comparison)
        form.addRow(translate("est_plugin", "Categories"), self.categories)
        form.addRow(translate("est_plugin", "Organisations"), self.organisations)
        form.addRow(translate("est_plugin", "Heatmap"), self.heatmap)
        layout = QVBoxLayout(self)
        layout.addWidget(self.intake)
        layout.addLayout(form)
        layout.addWidget(self.total)
        layout.addWidget(self.late)
        layout.addWidget(self.by_category, 1)
        layout.addWidget(self.silent)
        layout.addWidget(self.questions)

    def _connect(self) -> None:
        self.kind.activated.connect(self._on_kind)
        self.first_day.editingFinished.connect(self._on_days)
        self.last_day.editingFinished.connect(self._on_days)
        self.comparison.activated.connect(lambda _index: self.session.compare_with(self.comparison.currentData()))
        self.categories.checkedItemsChanged.connect(lambda _texts: self._on_codes())
        self.organisations.checkedItemsChanged.connect(lambda _texts: self._on_codes())

    def load_code_lists(self) -> None:
        """Offer the categories and organisations of the database that was opened."""
        lists, language = self.session.code_lists, user_language()
        self._names = {code.code: code.name(language) for code in (*lists.categories, *lists.organisations)}
        self._offer(self.categories, lists.categories)
        self._offer(self.organisations, lists.organisations)

    @staticmethod
    def _offer(box: QgsCheckableComboBox, codes: Sequence[Code]) -> None:
        box.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        box.clear()
        for code in codes:
            box.addItemWithCheckState(code.name(user_language()), Qt.CheckState.Unchecked, code.code)
        box.blockSignals(False)  # noqa: FBT003 (Qt's signature)

    def to_read(self) -> Callable[[], _Read] | None:
        """The numbers of the period, those it is compared with, and the quarantine."""
        database, chosen, period = self.session.database, self.session.incident_filter, self.session.period
        if database is None:
            return None
        baseline = self.session.baseline

        def read() -> _Read:
            compared = baseline or suggested_baseline(database, period)
            before = compared.of(period)
            return _Read(
                situation(database, chosen, before),
                ChangeTexts(database, period, before),
                quarantine_count(database),
                compared,
            )

        return read

    def show_read(self, found: _Read) -> None:
        """Show the numbers."""
        self.comparison.setCurrentIndex(self.comparison.findData(found.baseline))
        self._show(found.numbers, found.changes)
        self.intake.show_count(found.quarantine)

    def show_choice(self) -> None:
        """Show what the session's filter holds, whatever a person chose meanwhile."""
        chosen = self.session.incident_filter
        period = self.session.period
        self.kind.setCurrentIndex(self.kind.findData(period.kind))
        for edit, day in ((self.first_day, period.start), (self.last_day, period.last_day)):
            edit.setDate(QDate(day.year, day.month, day.day))
        _check(self.categories, chosen.categories)
        _check(self.organisations, chosen.organisations)

    def _choose(self, incident_filter: IncidentFilter) -> None:
        """Show another choice of incidents, or the old one again if it is refused."""
        try:
            self.session.choose(incident_filter)
        except EstError:
            self.show_choice()
            raise

    def _choose_period(self, period: Period) -> None:
        self._choose(replace(self.session.incident_filter, period=period))

    def _show(self, numbers: Situation, changes: ChangeTexts) -> None:
        self.total.setText(
            translate("est_plugin", "<b>{count} incidents</b>, {change} against {first} – {last}").format(
                count=numbers.total,
                change=escape(changes.of_all(numbers.total, numbers.total_before)),
                first=changes.before.start,
                last=changes.before.last_day,
            )
        )
        fill(
            self.by_category,
            [
                (self._names.get(row.code, row.code), row.now, row.before, changes.of(row.now, row.before))
                for row in numbers.by_category
            ],
            [row.code for row in numbers.by_category],
        )
        self.late.setText(changes.late)
        self.late.setVisible(bool(changes.late))
        silent = ", ".join(self._names.get(code, code) for code in numbers.silent_organisations)
        self.silent.setText(
            translate("est_plugin", "No reports this period from: {names}").format(names=silent) if silent else ""
        )

    @told
    def _on_kind(self, _index: int) -> None:
        kind = self.kind.currentData()
        if kind is PeriodKind.FREE:
            self._choose_period(replace(self.session.period, kind=kind))
        else:
            # Not beyond today: two months that are not over would end in a week that nobody has reported from.
            shown, today = self.session.period, date.today()  # noqa: DTZ011 (the day on the wall of the office)
            self._choose_period(Period.containing(kind, max(shown.start, min(shown.last_day, today))))

    @told
    def _on_step(self, step: object) -> None:
        self._choose_period(step(self.session.period))  # type: ignore[operator] # Period.previous or following

    @told
    def _on_days(self) -> None:
        first, last = (_day(edit) for edit in (self.first_day, self.last_day))
        if (first, last) != (self.session.period.start, self.session.period.last_day):
            self._choose_period(Period.between(first, last))

    @told
    def _on_codes(self) -> None:
        self._choose(
            replace(
                self.session.incident_filter,
                categories=frozenset(self.categories.checkedItemsData()),
                organisations=frozenset(self.organisations.checkedItemsData()),
            )
        )


def _check(box: QgsCheckableComboBox, codes: frozenset[str]) -> None:
    """Check the entries with these codes, and no others."""
    box.blockSignals(True)  # noqa: FBT003 (Qt's signature)
    for index in range(box.count()):
        state = Qt.CheckState.Checked if box.itemData(index) in codes else Qt.CheckState.Unchecked
        box.setItemCheckState(index, state)
    box.blockSignals(False)  # noqa: FBT003 (Qt's signature)


def _day(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())
