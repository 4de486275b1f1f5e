# SPDX-License-Identifier: GPL-2.0-or-later
"""Page 2, Hotspots: find them, and the ranked list of the period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpression,
    QgsFeatureRequest,
    QgsRectangle,
)
from qgis.PyQt.QtWidgets import (
    QHeaderView,
    QLabel,
    QVBoxLayout,
)

from est_plugin.db.hotspot_baseline import counts_before
from est_plugin.db.hotspots import HotspotRequest, HotspotRow, list_hotspots
from est_plugin.db.report_days import suggested_baseline
from est_plugin.domain.hotspot import PERHAPS_NEW
from est_plugin.export.changes import CHOSEN_FOR_ITS_PEAK
from est_plugin.export.place_name import place_name
from est_plugin.export.ranking import RANKING
from est_plugin.gui.accuracy_question import accuracy_question
from est_plugin.gui.change_text import ChangeTexts
from est_plugin.gui.cluster_question import cluster_question
from est_plugin.gui.delete_action import DeleteAction
from est_plugin.gui.found_hotspots import FoundButton, FoundHotspots, find_and_tell
from est_plugin.gui.messages import told
from est_plugin.gui.page import Page, action_button, fill, key_of, list_table
from est_plugin.gui.questions import QuestionButton
from est_plugin.gui.rhythm_question import rhythm_here
from est_plugin.gui.search_settings import SearchSettings
from est_plugin.gui.shuffle_question import shuffle_question
from est_plugin.gui.stability_question import stability_question
from est_plugin.gui.trend_question import trend_question
from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.named_places import street_source
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.shown_rows import MapPlace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qgis.gui import QgsMapCanvas

    from est_plugin.db.database import Database
    from est_plugin.domain.period import Period
    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session

_ZOOM_MARGIN = 2.0


@dataclass(frozen=True)
class _Read:
    """The hotspots of a period in a database, by rank, and how their numbers changed."""

    database: Database
    period: Period
    rows: tuple[HotspotRow, ...]
    changes: ChangeTexts
    #: The number of each before; None where nobody counted.
    before: tuple[int | None, ...]


@dataclass(frozen=True)
class WalkStops:
    """The hotspots that a walk may go to: those of the period, and which of them are selected."""

    database: Database
    period: Period
    selected: tuple[HotspotRow, ...]


class HotspotsPage(Page[_Read]):
    """Runs the analysis in the background and shows what the database then holds."""

    CHAPTER = "Hotspots"

    def __init__(self, session: Session, canvas: QgsMapCanvas, open_form: Callable[[MapPlace], None]) -> None:
        """``open_form`` opens QGIS's form of a feature in edit mode."""
        super().__init__(session)
        self._open_form = open_form
        self._canvas = canvas
        self._rows: dict[str, HotspotRow] = {}
        #: What the rows are read of, and what was last found of what.
        self._read_of: tuple[Database, Period] | None = None
        self._news: tuple[Database, Period, FoundHotspots] | None = None
        self.search = SearchSettings(session)
        self.find_button = action_button(translate("est_plugin", "Find hotspots"), "hotspot", self.find)
        self.questions = QuestionButton(
            session,
            (
                rhythm_here(self.selected),
                trend_question(self.search.chosen),
                stability_question(self.search.chosen),
                shuffle_question(self.search.chosen),
                accuracy_question(self.search.chosen),
                cluster_question(self),
            ),
        )
        self.table = list_table(
            (
                translate("est_plugin", "No."),
                translate("est_plugin", "Place"),
                translate("est_plugin", "Incidents"),
                translate("est_plugin", "Change"),
                translate("est_plugin", "Status"),
            ),
            wide_columns=(1, 3),
        )
        # Long names of places go on two lines instead of being cut.
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.delete = DeleteAction(session, self.table, self._places)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.found_button = FoundButton(session)
        self.filter_note = QLabel(
            translate("est_plugin", "Hotspots count all incidents, whatever categories and organisations are chosen.")
        )
        self.filter_note.setWordWrap(True)
        self.filter_note.hide()
        self.obstacle = QLabel()
        self.obstacle.setWordWrap(True)
        self.obstacle.hide()
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(self.find_button)
        layout.addWidget(self.questions)
        layout.addWidget(self.filter_note)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.delete.button())
        layout.addWidget(self.note)
        layout.addWidget(self.found_button)
        layout.addWidget(self.obstacle)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.table.itemDoubleClicked.connect(lambda item: self._on_double_click(item.row()))
        self.table.setToolTip(
            translate("est_plugin", "A double click opens the form: name, comment, priority and cause of the place.")
        )

    def show_choice(self) -> None:
        """Say that the filter does not count here."""
        chosen = self.session.incident_filter
        self.filter_note.setVisible(bool(chosen.categories or chosen.organisations))

    def to_read(self) -> Callable[[], _Read] | None:
        """The hotspots of the period."""
        database, period, baseline = self.session.database, self.session.period, self.session.baseline
        if database is None:
            return None

        def read() -> _Read:
            before = (baseline or suggested_baseline(database, period)).of(period)
            rows = list_hotspots(database, period)
            counts = counts_before(database, rows, period, before)
            return _Read(database, period, rows, ChangeTexts(database, period, before), counts)

        return read

    def show_read(self, found: _Read) -> None:
        """List the hotspots."""
        rows, changes = found.rows, found.changes
        self._rows = {row.uuid: row for row in rows}
        self._read_of = (found.database, found.period)
        fill(
            self.table,
            [
                (
                    row.rank or 0,
                    place_name(row.name, row.rank or number, translate),
                    row.incidents,
                    "" if before is None else changes.of_hotspot(row.incidents, before),
                    translate("est_plugin", row.status_label),
                )
                for number, (row, before) in enumerate(zip(rows, found.before, strict=True), start=1)
            ],
            [row.uuid for row in rows],
        )
        nothing = translate("est_plugin", "No hotspots are stored for this period. Press Find hotspots.")
        news = self._news[-1] if self._news is not None and self._news[:-1] == self._read_of else None
        self.note.setText(("" if rows else nothing) if news is None else news.note)
        self.found_button.offer(None if news is None else news.page)
        self._mark(frozenset() if news is None else news.dominated)
        self.table.horizontalHeaderItem(3).setToolTip(
            translate("est_plugin", "Against {first} – {last}, as on the page Situation.").format(
                first=changes.before.start, last=changes.before.last_day
            )
        )
        limits = (
            translate("est_plugin", RANKING),
            changes.obstacle or translate("est_plugin", CHOSEN_FOR_ITS_PEAK),
            changes.late,
        )
        self.obstacle.setText(" ".join(filter(None, limits)) if rows else "")
        self.obstacle.setVisible(bool(self.obstacle.text()))

    def _mark(self, dominated: frozenset[int]) -> None:
        """Say at the places with these ranks that one point makes them, and why nobody knows which are new."""
        tip = translate("est_plugin", "More than half of the incidents lie on one single point. Did they happen there?")
        not_followed = translate(
            "est_plugin",
            "Nothing is stored of a search of the time just before. Find the hotspots of that period too, and the list "
            "says which places are new.",
        )
        for line in range(self.table.rowCount()):
            row = self._rows[key_of(self.table, line)]
            if row.rank in dominated:
                self.table.item(line, 1).setToolTip(tip)
            if row.status_label == PERHAPS_NEW:
                self.table.item(line, 4).setToolTip(not_followed)

    def selected(self) -> list[HotspotRow]:
        """The hotspots whose rows are selected, by rank; none while the rows of another period are still shown."""
        if self._read_of != (self.session.database, self.session.period):
            return []
        lines = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self._rows[key_of(self.table, line)] for line in lines]

    def stops_of_a_walk(self) -> WalkStops | None:
        """The hotspots that a walk may go to; None without a database."""
        database = self.session.database
        return None if database is None else WalkStops(database, self.session.period, tuple(self.selected()))

    @told
    def find(self) -> None:
        """Analyse the period in the background and store what is found."""
        database = self.session.database
        if database is None:
            return
        self.search.remember()
        search, period, streets = self.search.chosen(), self.session.period, street_source(self.session.project)

        def work(feedback: Feedback) -> FoundHotspots:
            named = () if streets is None else streets.named(database)
            request = HotspotRequest(period, search.parameters, named, search.study_area(database))
            return find_and_tell(database, request, feedback)

        self.session.run(
            translate("est_plugin", "Finding hotspots"), work, lambda found: self._on_found(database, period, found)
        )

    def _on_found(self, database: Database, period: Period, found: FoundHotspots) -> None:
        self.messages.take_back_refusals()
        self._news = (database, period, found)
        self.session.reload_layers()

    @told
    def _on_double_click(self, line: int) -> None:
        for place in self._places_of([key_of(self.table, line)]):
            self._open_form(place)

    def _places(self) -> list[MapPlace]:
        """Where the selected hotspots stand on the map."""
        return self._places_of([row.uuid for row in self.selected()])

    def _places_of(self, uuids: Sequence[str]) -> list[MapPlace]:
        layer = roles.find(self.session.project, LayerRole.HOTSPOTS)
        if layer is None or not uuids:
            return []
        wanted = " OR ".join(QgsExpression.createFieldEqualityExpression("uuid", uuid) for uuid in uuids)
        return [MapPlace(layer.id(), row.id()) for row in layer.getFeatures(QgsFeatureRequest(QgsExpression(wanted)))]

    @told
    def _on_selected(self) -> None:
        rows = self.selected()
        database = self.session.database
        if not rows or database is None:
            return
        bounds = QgsRectangle(*shapely.total_bounds(shapely.from_wkb([row.wkb for row in rows])))
        transform = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(database.crs_authid),
            self._canvas.mapSettings().destinationCrs(),
            self.session.project,
        )
        extent = transform.transformBoundingBox(bounds)
        extent.scale(_ZOOM_MARGIN)
        self._canvas.setExtent(extent)
        self._canvas.refresh()
