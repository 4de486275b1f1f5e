# SPDX-License-Identifier: GPL-2.0-or-later
"""What the map manager works with right now: database, period and filters; the pages listen to it and not to layers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from est_plugin.db import backups, places
from est_plugin.db.file_database import FileDatabase
from est_plugin.db.incidents import days_with_incidents
from est_plugin.db.sign_in import sign_in
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.errors import EstError
from est_plugin.gui.connection_watch import ConnectionWatch
from est_plugin.gui.one_writer import OneWriter
from est_plugin.i18n import translate, user_language
from est_plugin.layers import filters, healing, read_only, roles
from est_plugin.layers.layer_events import LayerEvents
from est_plugin.layers.loader import load_est_group
from est_plugin.layers.roles import LayerRole
from est_plugin.tasks.task import Task, TaskRegistry

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.db.database import Database
    from est_plugin.db.places import Place
    from est_plugin.db.server import ServerAddress
    from est_plugin.errors import DatabaseError
    from est_plugin.feedback import Feedback
    from est_plugin.gui.messages import Messages, Teller
    from est_plugin.layers.loader import EstLayers
    from est_plugin.settings import Settings

Result = TypeVar("Result")
#: Where a project keeps what the session shows.
_ENTRY = "est_plugin"


@dataclass(frozen=True)
class _Opened:
    """A database, and the days of its first and its last incident."""

    database: Database
    days: tuple[date, date] | None


def period_to_show(days: tuple[date, date] | None, kind: PeriodKind, shown: Period) -> Period:
    """The period with the newest incidents; ``days`` are those of the first and the last incident.

    A month instead of free dates, which no calendar holds; the period shown, if there are no incidents.
    """
    if days is None:
        return shown
    return Period.containing(PeriodKind.MONTH if kind is PeriodKind.FREE else kind, days[1])


class Session(QObject):
    """One open database and one choice of incidents, shown by the header, the pages and the map."""

    #: Another database was opened, or none is open any more.
    database_changed = pyqtSignal()
    #: Another period, category or organisation was chosen.
    filter_changed = pyqtSignal()
    #: Rows were added or changed in the database.
    data_changed = pyqtSignal()
    #: A background task began (True) or the last one ended (False).
    busy_changed = pyqtSignal(bool)
    #: What runs in the background (translated), and how far it has come in per cent.
    progressed = pyqtSignal(str, float)

    def __init__(self, settings: Settings, messages: Messages) -> None:
        super().__init__()
        self.settings = settings
        self.messages = messages
        self.database: Database | None = None
        #: The server of the project's layers, while it has not answered yet.
        self.awaited: ServerAddress | None = None
        self.incident_filter = IncidentFilter(Period.containing(PeriodKind.MONTH, date.today()))  # noqa: DTZ011 (local)
        self._tasks = TaskRegistry()
        self._busy = 0
        self._is_unloaded = False
        self.writer = OneWriter()
        self.writer.lost.connect(self._on_lock_lost)
        self.project: QgsProject = QgsProject.instance()  # type: ignore[assignment] # never None
        self.project.cleared.connect(self._on_project_cleared)
        self.project.readProject.connect(self._on_project_read)
        self.layer_events = LayerEvents(self.project)
        self.layer_events.saved.connect(self.data_changed)
        self.connection = ConnectionWatch(self)

    def unload(self) -> None:
        """Stop what runs and let go of the project. What does not stop in time only cleans up when it has."""
        self._is_unloaded = True
        self.connection.unload()
        self._tasks.unload()
        self.writer.let_go()
        self.layer_events.unload()
        self.project.cleared.disconnect(self._on_project_cleared)
        self.project.readProject.disconnect(self._on_project_read)

    @property
    def period(self) -> Period:
        """The period shown."""
        return self.incident_filter.period or Period.containing(PeriodKind.MONTH, date.today())  # noqa: DTZ011 (local)

    def open(self, place: Place) -> None:
        """Open a database, choose its latest period with incidents, and put its layers on the map; one on a server is
        asked in the background.

        Raises DatabaseError if the file is not a database that this plugin understands.
        """
        if isinstance(place, Path):
            self._show(_open(place))
        else:
            self.run(translate("est_plugin", "Opening the database"), lambda _feedback: _open(place), self._show)

    def _show(self, opened: _Opened) -> None:
        days = opened.days
        kind = PeriodKind(self.settings.period_kind.value())
        period = self._period_of_project(opened.database) or period_to_show(days, kind, self.period)
        incident_filter = IncidentFilter(period)
        with self.writer.opening(opened.database) as database:
            sign_in(database)
            self._load_layers(database, incident_filter, anew=True)
        self.database, self.awaited, self.incident_filter = database, None, incident_filter
        self.settings.last_database.setValue(places.to_setting(database))
        self.database_changed.emit()
        self._back_up(database)

    def choose(self, incident_filter: IncidentFilter) -> None:
        """Show another choice of incidents on the map and in every number.

        Raises EstError while incidents are being edited, or the server is out of reach.
        """
        if incident_filter == self.incident_filter:
            return
        self.connection.refuse_while_offline()
        if self.database is not None:
            filters.apply(self.project, self.database, incident_filter)
        self.incident_filter = incident_filter
        self.filter_changed.emit()

    def choose_period(self, period: Period) -> None:
        """Show another period, also the next time the project is opened."""
        self.choose(replace(self.incident_filter, period=period))
        self.settings.period_kind.setValue(period.kind.value)
        self.project.writeEntry(_ENTRY, "first_day", period.start.isoformat())
        self.project.writeEntry(_ENTRY, "last_day", period.last_day.isoformat())

    def reload_layers(self) -> None:
        """Put what the database now holds on the map, and tell the pages. Edits that are not saved stay."""
        if self.database is not None:
            self._load_layers(self.database, self.incident_filter)
            self.read_again()

    def read_again(self) -> None:
        """Show what others stored, on the layers that are not being edited and on the pages."""
        if self.database is not None:
            healing.heal(self.project, self.database.key)
            healing.read_again(self.project, self.database)
            self.data_changed.emit()

    def run(
        self,
        title: str,
        work: Callable[[Feedback], Result],
        on_done: Callable[[Result], None],
        *,
        on_failed: Callable[[], None] | None = None,
        messages: Teller | None = None,
    ) -> Task[Result]:
        """Run ``work`` in the background, then ``on_done`` here. What goes wrong is told, after ``on_failed``, in the
        main window or where ``messages`` are shown. The task shows its progress and can be cancelled. If the plugin is
        unloaded meanwhile, ``on_failed`` is all that is called, to clean up.
        """
        teller = messages or self.messages

        def done(result: Result) -> None:
            if self._is_unloaded:
                clean_up()
                return
            self._end()
            try:
                on_done(result)
            except Exception as error:  # noqa: BLE001 (this is a slot of the task manager)
                teller.error(error)

        def failed(error: Exception) -> None:
            try:
                clean_up()
            finally:
                if not self._is_unloaded:
                    self._end()
                    teller.error(error)

        def clean_up() -> None:
            if on_failed is not None:
                on_failed()

        self._busy += 1
        self.busy_changed.emit(True)  # noqa: FBT003 (a signal)
        task = Task(title, work, on_done=done, on_failed=failed)
        # A method of ours and no lambda: the signal comes from the worker thread, and only so it arrives in this one.
        task.progressChanged.connect(self._on_progress)
        self.progressed.emit(title, 0.0)
        self._tasks.start(task)
        return task

    def cancel(self) -> None:
        """Ask the running work to stop."""
        self._tasks.cancel_all()

    def _load_layers(self, database: Database, incident_filter: IncidentFilter, *, anew: bool = False) -> EstLayers:
        return load_est_group(
            self.project,
            database,
            incident_filter,
            user_language(),
            bandwidth_m=self.settings.bandwidth.value(),
            anew=anew,
        )

    def _end(self) -> None:
        self._busy -= 1
        if self._busy == 0:
            self.busy_changed.emit(False)  # noqa: FBT003 (a signal)

    def _on_progress(self, percent: float) -> None:
        task = self.sender()
        if task is not None:
            self.progressed.emit(task.description(), percent)

    def _period_of_project(self, database: Database) -> Period | None:
        """The period that the project shows, if it shows this database already."""
        incidents = roles.find(self.project, LayerRole.INCIDENTS)
        if incidents is None or not roles.shows(incidents, database):
            return None
        days = [self.project.readEntry(_ENTRY, name)[0] for name in ("first_day", "last_day")]
        try:
            return Period.between(*map(date.fromisoformat, days))
        except (ValueError, EstError):
            return None

    def _back_up(self, database: Database) -> None:
        if isinstance(database, FileDatabase) and database.refusal is None:
            path = database.path
            self.run(
                translate("est_plugin", "Backing up the database"),
                lambda feedback: backups.back_up(path, feedback),
                lambda _backup: None,
            )

    def _on_lock_lost(self, error: DatabaseError) -> None:
        """Go on reading only."""
        if self.database is not None:
            self.database = replace(self.database, refusal=error)
            layers = (roles.find(self.project, role) for role in LayerRole)
            read_only.close_or_open((layer for layer in layers if layer is not None), is_refused=True)
            self.database_changed.emit()
            self.messages.error(error)

    def _on_project_cleared(self) -> None:
        self.writer.let_go()
        self.database = self.awaited = None
        self.database_changed.emit()

    def reopen(self) -> None:
        """Open the database of the layers that are in the project already, if there are any; one on a server as soon
        as that answers.
        """
        place = roles.database_in(self.project)
        if place is None:
            return
        try:
            if isinstance(place, Path):
                self.open(place)
            else:
                self.awaited = place
                self.database_changed.emit()
        except EstError as error:
            self.messages.error(error)

    def _on_project_read(self) -> None:
        """A project that was saved with our layers brings its database and its period back."""
        self.reopen()


def _open(place: Place) -> _Opened:
    database = places.open_at(place)
    return _Opened(database, days_with_incidents(database))
