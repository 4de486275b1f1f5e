# SPDX-License-Identifier: GPL-2.0-or-later
"""Page 5, Meeting (Möte): the agenda, and the map package in one action."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html import escape
from typing import TYPE_CHECKING, TypeAlias

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from est_plugin.domain.edition import Edition
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.preset import newest_period
from est_plugin.gui.agenda_box import AgendaBox
from est_plugin.gui.messages import told
from est_plugin.gui.package_background import Background
from est_plugin.gui.package_choices import PackageForm
from est_plugin.gui.package_hotspots import find_hotspots
from est_plugin.gui.package_memory import PackageMemory
from est_plugin.gui.package_order import PackageOrder, request_of
from est_plugin.gui.package_reading import PackageOutlook, read_outlook
from est_plugin.gui.package_repeat import RepeatButton
from est_plugin.gui.package_result import PackageDone
from est_plugin.gui.package_summary import SummaryBox
from est_plugin.gui.package_texts import contents_lines, edition_text, estimate_lines
from est_plugin.gui.package_writing import PackageWriting
from est_plugin.gui.page import Page, action_button, scrolling
from est_plugin.gui.preset_box import PresetBox
from est_plugin.gui.walk_reminders import WalkReminders
from est_plugin.i18n import translate, user_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.domain.incident import IncidentFilter
    from est_plugin.export.package import PackageResult
    from est_plugin.gui.package_repeat import NextPackage
    from est_plugin.gui.search_settings import SearchSettings
    from est_plugin.gui.session import Session

    #: Database, period and edition.
    _About: TypeAlias = tuple[str, str, Edition]


class MeetingPage(Page[PackageOutlook]):
    """Tells what the package of the header's period will hold, and writes it."""

    #: The period has no hotspots, and the person wants to find them first.
    hotspots_wanted = pyqtSignal()

    CHAPTER = "Möte och kartpaket"

    def __init__(self, session: Session, search: SearchSettings, window: QWidget) -> None:
        """``search`` says how hotspots are looked for that a repeated package needs; dialogs stand over ``window``."""
        super().__init__(session)
        self._search = search
        self.memory = PackageMemory(session.settings)
        self._writing = PackageWriting(session, self.memory, window)
        self._shown: PackageOutlook | None = None
        #: The package that is told of.
        self._about: _About | None = None
        self._is_busy = False
        self.preset = PresetBox(self.memory.preset)
        self.agenda = AgendaBox()
        self.reminders = WalkReminders(session)
        self.edition_line = _text()
        self.contents = _text()
        self.no_hotspots = _text()
        self.no_hotspots.linkActivated.connect(lambda _link: self.hotspots_wanted.emit())
        self.summary = SummaryBox()
        self.form = PackageForm(session)
        self.background, self.folder = self.form.background, self.form.folder
        self.write_button = action_button(translate("est_plugin", "Write map package"), "package", self.write)
        self.estimate = _text()
        self.repeat_button = RepeatButton(self.repeat)
        self.result = PackageDone()
        self._lay_out()
        self._connect()
        self._show_preset()

    def _lay_out(self) -> None:
        meeting = QFormLayout()
        meeting.addRow(translate("est_plugin", "Meeting"), self.preset)
        box = QGroupBox(translate("est_plugin", "Map package"))
        inside = QVBoxLayout(box)
        edition = QFormLayout()
        edition.addRow(translate("est_plugin", "Edition"), self.form.edition)
        inside.addLayout(edition)
        for widget in (
            self.edition_line,
            self.contents,
            self.no_hotspots,
            self.summary,
            self.write_button,
            self.estimate,
            self.repeat_button,
            self.result,
            self.form,
        ):
            inside.addWidget(widget)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.addLayout(meeting)
        layout.addWidget(self.agenda)
        layout.addWidget(self.reminders)
        layout.addWidget(box)
        layout.addStretch()
        scrolling(self, body)

    def _connect(self) -> None:
        self.preset.activated.connect(lambda _index: self._on_preset())
        self.form.changed.connect(self._on_changed)
        self.form.period_chosen.connect(self._on_period_kind)
        self.form.reset_wanted.connect(self._on_reset)
        self.session.busy_changed.connect(self._on_busy)
        self._writing.written.connect(self._on_written)
        self._writing.under_way_changed.connect(self._show_state)

    def show_choice(self) -> None:
        """Until another package is told of, nobody can write it nor words of it."""
        about = self._about_now()
        if about is not None and about != self._about:
            self.summary.wait_for(about)
        self._show_state()

    def to_read(self) -> Callable[[], PackageOutlook] | None:
        """What goes along, and what the next package of the kind could be."""
        database = self.session.database
        if database is None:
            return None
        choices, today = self.form.choices(), date.today()  # noqa: DTZ011 (local)
        # Only whether there is a ground matters here; the layers are made when the package is.
        ground = () if choices.background == Background.PLAIN else None
        request = replace(request_of(self.session, choices, self.session.incident_filter), background=ground)
        written = self.memory.written(database, self.preset.currentData())
        return lambda: read_outlook(database, request, written, today)

    def show_read(self, read: PackageOutlook) -> None:
        """Tell what goes along."""
        database = self.session.database
        if database is None:
            return
        self._shown = read
        self.background.offer(has_town=read.has_town)
        self.contents.setText("<br>".join(map(escape, contents_lines(read.request, read.contents))))
        self.no_hotspots.setText(
            translate(
                "est_plugin",
                '<b>No hotspots are stored for this period</b>: the package will have none. <a href="#">Find them</a>',
            )
        )
        self.no_hotspots.setVisible(read.contents.hotspots == 0 and read.request.edition is not Edition.PUBLIC)
        self._about = database.key, read.request.period.code, read.request.edition
        self.summary.propose(self._about, read.contents.summary)
        self._show_state()
        expected = self.memory.experience(database, self.form.choices().background).of(read.estimate)
        self.estimate.setText("<br>".join(map(escape, estimate_lines(expected))))
        self.repeat_button.offer(read.next, date.today())  # noqa: DTZ011 (local)
        self.reminders.refresh()

    def _show_preset(self) -> None:
        """The choices of the preset, without asking the database anything."""
        self.form.show_choices(self.memory.choices(self.preset.currentData()))
        self._show_words()

    def _show_words(self) -> None:
        """What hangs on the choices alone."""
        choices = self.form.choices()
        self.agenda.tell(choices.meeting)
        self.edition_line.setText(edition_text(choices.edition))
        usual = self.preset.currentData().usual(user_language())
        self.form.reset.setEnabled(replace(choices, folder="", background="") != usual)

    @told
    def _on_preset(self) -> None:
        self.memory.choose(self.preset.currentData())
        self._show_preset()
        self._choose_period()

    @told
    def _on_period_kind(self) -> None:
        self._on_changed()
        self._choose_period()

    @told
    def _on_reset(self) -> None:
        self.memory.reset(self.preset.currentData())
        self.memory.keep(
            self.preset.currentData(),
            replace(self.memory.choices(self.preset.currentData()), folder=self.folder.filePath()),
        )
        self._show_preset()
        self._choose_period()

    def _on_changed(self) -> None:
        self.memory.keep(self.preset.currentData(), self.form.choices())
        self._show_words()
        self.refresh()

    def _on_busy(self, is_busy: bool) -> None:  # noqa: FBT001 (a signal's argument)
        self._is_busy = is_busy
        self._show_state()

    def _show_state(self) -> None:
        """One package at a time, and only what is told of."""
        about, is_busy = self._about_now(), self._is_busy or self._writing.is_under_way
        self.repeat_button.set_busy(is_busy=is_busy)
        self.write_button.setEnabled(not is_busy and about is not None and about == self._about)

    def _about_now(self) -> _About | None:
        """The package that is chosen; None without a database."""
        database = self.session.database
        return None if database is None else (database.key, self.session.period.code, self.form.choices().edition)

    def _choose_period(self) -> None:
        """Show the period that the choices are for."""
        kind = self.form.period_kind.currentData()
        try:
            if kind is not None:
                last_report = None if self._shown is None else self._shown.last_report
                self.session.choose_period(newest_period(kind, date.today(), last_report))  # noqa: DTZ011 (local)
        finally:
            self.refresh()

    @told
    def write(self) -> None:
        """Write the package in the background."""
        words = self.summary.written_for(self._about_now())
        order = self._order(self.session.incident_filter, words)
        if order is not None:
            self._writing.start(order)

    @told
    def repeat(self, following: NextPackage) -> None:
        """Write the last package of this meeting anew, of the period that follows, with its hotspots."""
        self.form.show_choices(following.before.choices)
        self._show_words()
        chosen = following.before.next_filter
        order = self._order(chosen, "")
        if order is None:
            return
        self.session.choose(chosen)
        self.session.choose_period(following.period)
        if following.needs_hotspots:
            find_hotspots(self.session, self._search, following.period, lambda: self._writing.start(order))
        else:
            self._writing.start(order)

    def _order(self, incident_filter: IncidentFilter, summary: str) -> PackageOrder | None:
        """What is chosen now, with nothing left to ask for; None without a database.

        Raises InputError if something must be chosen first.
        """
        database, choices, shown = self.session.database, self.form.choices(), self._shown
        if database is None:
            return None
        if not choices.folder:
            self.form.unfold_at(self.folder)
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The map package was not written."),
                why=QT_TRANSLATE_NOOP("est_plugin", "No folder is chosen."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a folder on the page Meeting."),
            )
        request = replace(
            request_of(self.session, choices, incident_filter),
            background=self.background.layers(),
            addresses=self.form.addresses.source() if choices.edition is Edition.PUBLIC else None,
            summary=summary,
        )
        self.session.settings.last_export_folder.setValue(choices.folder)
        self.memory.keep(self.preset.currentData(), choices)
        self.result.hide()
        is_expected = shown is not None and shown.request.incident_filter == incident_filter
        plain = shown.estimate if shown is not None and is_expected else None
        return PackageOrder(database, self.preset.currentData(), choices, request, plain)

    def _on_written(self, result: PackageResult) -> None:
        text = self.result.tell(result)
        self.messages.success(text, button=translate("est_plugin", "Open the package"), action=self.result.open_package)
        self.refresh()


def _text() -> QLabel:
    return QLabel(wordWrap=True)
