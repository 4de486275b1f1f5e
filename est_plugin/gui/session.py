# SPDX-License-Identifier: GPL-2.0-or-later
"""What the map manager works with right now: database, period and filters; the pages listen to it and not to layers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from qgis.core import QgsProject
from qgis.PyQt.QtCore import pyqtSignal

from est_plugin.db import backups, places
from est_plugin.db.catalogues import CodeLists
from est_plugin.db.file_database import FileDatabase
from est_plugin.db.loaded_incidents import LoadedIncidents
from est_plugin.db.sign_in import sign_in
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Baseline, Period, PeriodKind
from est_plugin.errors import EstError
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.arrival_check import ArrivalCheck
from est_plugin.gui.background_work import BackgroundWork
from est_plugin.gui.connection_watch import ConnectionWatch
from est_plugin.gui.heatmap import Heatmap
from est_plugin.gui.map_filter import MapFilter
from est_plugin.gui.one_writer import OneWriter
from est_plugin.gui.opening import Before, read_opened
from est_plugin.gui.photo_intake import PhotoIntake
from est_plugin.gui.reader import Reader
from est_plugin.i18n import translate, user_language
from est_plugin.layers import answer_layer, healing, read_only, roles
from est_plugin.layers.layer_events import LayerEvents
from est_plugin.layers.loader import place_layers, shown_databases
from est_plugin.layers.new_layers import make_layers
from est_plugin.layers.roles import LayerRole
from est_plugin.paths import journal_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from est_plugin.db.database import Database
    from est_plugin.db.places import Place
    from est_plugin.db.server import ServerAddress
    from est_plugin.errors import DatabaseError
    from est_plugin.gui.messages import Messages
    from est_plugin.gui.opening import Opened
    from est_plugin.layers.loader import EstLayers
    from est_plugin.layers.new_layers import NewLayers
    from est_plugin.settings import Settings

Result = TypeVar("Result")
#: Where a project keeps what the session shows.
_ENTRY = "est_plugin"
#: The layers as the session reads them; a newer reading takes the place of an older.
_LAYERS = "layers"


class Session(BackgroundWork):
    """One open database and one choice of incidents, shown by the header, the pages and the map."""

    #: Another database was opened, or none is open any more.
    database_changed = pyqtSignal()
    #: Another period, category or organisation was chosen.
    filter_changed = pyqtSignal()
    #: Rows were added or changed in the database.
    data_changed = pyqtSignal()

    def __init__(self, settings: Settings, messages: Messages) -> None:
        super().__init__(messages)
        self.settings = settings
        self.reader = Reader(messages)
        self.database: Database | None = None
        #: The server of the project's layers, while it has not answered yet.
        self.awaited: ServerAddress | None = None
        #: What the database lets a person choose from.
        self.code_lists = CodeLists()
        #: What the analyses work on.
        self.incidents = LoadedIncidents()
        self.incident_filter = IncidentFilter(Period.containing(PeriodKind.MONTH, date.today()))  # noqa: DTZ011 (local)
        self._openings = 0
        self.writer = OneWriter()
        self.writer.lost.connect(self._on_lock_lost)
        self.project: QgsProject = QgsProject.instance()  # type: ignore[assignment] # never None
        # What the map shows follows ``incident_filter`` as soon as the database answers.
        self._map_filter = MapFilter(self.project, self.reader, self.incident_filter, self._choose_as_on_map)
        self.project.cleared.connect(self._on_project_cleared)
        self.project.aboutToBeCleared.connect(self._let_go_of_file)
        self.project.layersWillBeRemoved.connect(self._on_layers_leave)
        self.project.readProject.connect(self._on_project_read)
        self.layer_events = LayerEvents(self.project)
        self.layer_events.saved.connect(self.data_changed)
        self.photos = PhotoIntake(self)
        self.connection = ConnectionWatch(self)
        self.heatmap = Heatmap(self)
        self.arrival_check = ArrivalCheck(self, journal_folder())
        self.connection.came_back.connect(self.arrival_check.look_again)

    def unload(self) -> None:
        """Stop what runs and let go of the project. What does not stop in time only cleans up when it has."""
        self.is_unloaded = True
        self.unloading.emit()
        self.connection.unload()
        self.heatmap.unload()
        self._let_go()
        self.reader.unload()
        self._tasks.unload()
        self.incidents.drop()
        self.writer.let_go()
        self.arrival_check.unload()
        self.photos.unload()
        self.layer_events.unload()
        self.project.cleared.disconnect(self._on_project_cleared)
        self.project.aboutToBeCleared.disconnect(self._let_go_of_file)
        self.project.layersWillBeRemoved.disconnect(self._on_layers_leave)
        self.project.readProject.disconnect(self._on_project_read)

    @property
    def period(self) -> Period:
        """The period shown."""
        return self.incident_filter.period or Period.containing(PeriodKind.MONTH, date.today())  # noqa: DTZ011 (local)

    @property
    def baseline(self) -> Baseline | None:
        """What a person chose to compare with; None for what suits the period (``suggested_baseline``)."""
        chosen = self.settings.comparison.value()
        return Baseline(chosen) if chosen in set(Baseline) else None

    def compare_with(self, baseline: Baseline) -> None:
        """Compare with another period in all numbers, now and the next time."""
        self.settings.comparison.setValue(baseline.value)
        self.filter_changed.emit()

    def open(self, place: Place) -> None:
        """Open a database in the background, choose its latest period with incidents, and put its layers on the map.

        What goes wrong is told, and what is open stays. Of several that are opened at once the last one is shown.
        """
        self._openings += 1
        number = self._openings
        incidents = roles.find(self.project, LayerRole.INCIDENTS)
        before = Before(
            self.period,
            PeriodKind(self.settings.period_kind.value()),
            self._period_of_project(),
            "" if incidents is None else roles.database_of(incidents),
            shown_databases(self.project),
        )
        self.run(
            translate("est_plugin", "Opening the database"),
            partial(read_opened, place, before, user_language()),
            lambda opened: self._show(opened) if number == self._openings else None,
        )

    def _show(self, opened: Opened) -> None:
        with self.writer.opening(opened.layers.database) as database:
            sign_in(database)
            self._place(replace(opened.layers, database=database), opened.incident_filter, anew=True)
        if self.database is not None and self.database.key != database.key:
            answer_layer.drop_all(self.project)
        self._let_go()
        self.incidents.drop()
        self.database, self.awaited, self.code_lists = database, None, opened.layers.code_lists
        self.incident_filter = self._map_filter.shown = opened.incident_filter
        self.settings.last_database.setValue(places.to_setting(database))
        self.database_changed.emit()
        self._back_up(database)

    def fetch(
        self,
        key: Hashable,
        work: Callable[[], Result],
        show: Callable[[Result], None],
        *,
        on_failed: Callable[[], None] = lambda: None,
    ) -> None:
        """Read in the background, unseen, then ``show`` here; see ``Reader.fetch``."""
        self.reader.fetch(key, work, show, on_failed=on_failed)

    def choose(self, incident_filter: IncidentFilter) -> None:
        """Show another choice of incidents in every number, and on the map as soon as the database answers.

        If it does not, or refuses, the choice before is shown again. Raises EstError while incidents are being edited,
        or the server is out of reach.
        """
        if incident_filter == self.incident_filter:
            return
        self.connection.refuse_while_offline()
        if self.database is not None:
            self._map_filter.choose(self.database, incident_filter)
        self.incident_filter = incident_filter
        self.filter_changed.emit()

    def _choose_as_on_map(self) -> None:
        self.incident_filter = self._map_filter.shown
        self.filter_changed.emit()

    def _let_go(self) -> None:
        """Go on with nothing that was meant for the layers as they were."""
        self._map_filter.let_go()
        self.reader.drop(_LAYERS)

    def choose_period(self, period: Period) -> None:
        """Show another period, also the next time the project is opened."""
        self.choose(replace(self.incident_filter, period=period))
        self.settings.period_kind.setValue(period.kind.value)
        self.project.writeEntry(_ENTRY, "first_day", period.start.isoformat())
        self.project.writeEntry(_ENTRY, "last_day", period.last_day.isoformat())

    def reload_layers(self) -> None:
        """Put what the database now holds on the map, and tell the pages. Edits that are not saved stay."""
        if self.database is not None:
            shown, chosen = shown_databases(self.project), self.incident_filter
            work = partial(make_layers, self.database, user_language(), chosen, shown, SilentFeedback())
            self.fetch(_LAYERS, work, lambda layers: self._show_again(layers, chosen))

    def _show_again(self, layers: NewLayers, chosen: IncidentFilter) -> None:
        if chosen != self.incident_filter:
            self.reload_layers()
            return
        self.code_lists = layers.code_lists
        self._place(layers, chosen)
        self._let_go()
        self._map_filter.shown = chosen
        healing.read_again(self.project, layers.database)
        self.data_changed.emit()

    def read_again(self) -> None:
        """Show what others stored, on the layers that are not being edited and on the pages."""
        if self.database is not None:
            healing.heal(self.project, self.database.key)
            healing.read_again(self.project, self.database)
            self.data_changed.emit()

    def _place(self, layers: NewLayers, incident_filter: IncidentFilter, *, anew: bool = False) -> EstLayers:
        return place_layers(self.project, layers, incident_filter, user_language(), anew=anew)

    def _period_of_project(self) -> Period | None:
        """The period that the project's incidents are shown of."""
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

    def _let_go_of_file(self) -> None:
        """Before the layers do: only who closes a file last, QGIS, tidies up beside it."""
        self.incidents.drop()

    def _on_layers_leave(self, leaving: list[str]) -> None:
        remaining = (layer for key, layer in self.project.mapLayers().items() if key not in leaving)
        if not any(roles.kind_of(layer) is not None for layer in remaining):
            self._let_go_of_file()

    def _on_project_cleared(self) -> None:
        self._openings += 1
        self.writer.let_go()
        self._let_go()
        self.incidents.drop()
        self.database = self.awaited = None
        self.database_changed.emit()

    def reopen(self) -> None:
        """Open the database of the layers that are in the project already, if there are any; one on a server as soon
        as that answers.
        """
        place = roles.database_in(self.project)
        if isinstance(place, Path):
            self.open(place)
        elif place is not None:
            self.awaited = place
            self.database_changed.emit()

    def _on_project_read(self) -> None:
        """A project that was saved with our layers brings its database and its period back."""
        answer_layer.drop_lost(self.project)
        self.reopen()
