# SPDX-License-Identifier: GPL-2.0-or-later
"""Page 3, Safety walk (Trygghetsvandring): draw a route, set stops, or have a walk through hotspots proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QGridLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from est_plugin.gui.delete_action import DeleteAction
from est_plugin.gui.map_rows import MapRows
from est_plugin.gui.messages import told
from est_plugin.gui.observations_panel import ObservationsPanel
from est_plugin.gui.page import Page, action_button, list_table
from est_plugin.gui.walk_actions import WalkButton
from est_plugin.gui.walk_flag_measure import FLAG_MEASURE
from est_plugin.gui.walk_from_field import FROM_FIELD
from est_plugin.gui.walk_lighting import DARK_STRETCHES_ACTION
from est_plugin.gui.walk_lists_dialog import EDIT_LISTS
from est_plugin.gui.walk_measures import OBSERVATION_MEASURES
from est_plugin.gui.walk_number_stops import NUMBER_STOPS
from est_plugin.gui.walk_proposing import WalkProposing
from est_plugin.gui.walk_protocol import FILL_IN_PROTOCOL
from est_plugin.gui.walk_reminders import WalkReminders
from est_plugin.gui.walk_report_action import WALK_REPORT
from est_plugin.gui.walk_route import ROUTE_ACTIONS
from est_plugin.gui.walk_sheet_action import WALK_SHEET
from est_plugin.gui.walk_to_field import TO_FIELD
from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.shown_rows import MapPlace, ShownWalk, walk_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.PyQt.QtWidgets import QTableWidget

    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.hotspots_page import WalkStops
    from est_plugin.gui.session import Session

_LENGTH_COLUMN, _MINUTES_COLUMN = 3, 4
#: Lines of text that the list of walks has room for at least, with its header.
_ROWS_SHOWN = 8
#: What can be done with the selected walk, in the order of the work.
_ACTIONS = (
    ROUTE_ACTIONS,
    (NUMBER_STOPS, DARK_STRETCHES_ACTION),
    (WALK_SHEET, TO_FIELD, FROM_FIELD, FILL_IN_PROTOCOL),
    (FLAG_MEASURE, OBSERVATION_MEASURES, WALK_REPORT),
    (EDIT_LISTS,),
)


class WalkPage(Page[tuple[ShownWalk, ...]]):
    """``chosen_hotspots`` tells which hotspots are selected on their page."""

    CHAPTER = "Trygghetsvandring"

    def __init__(self, session: Session, drawing: Drawing, chosen_hotspots: Callable[[], WalkStops | None]) -> None:
        super().__init__(session)
        self.setWindowTitle(translate("est_plugin", "Safety walk"))
        self._drawing = drawing
        self._chosen_hotspots = chosen_hotspots
        self._walks: dict[MapPlace, ShownWalk] = {}
        #: The walk that shall be selected as soon as it is in the list.
        self._proposed = ""
        #: The walk that was proposed last, and what was told about it.
        self._news = ("", "")
        self.draw_button = action_button(translate("est_plugin", "Draw a route"), "walk", self._on_draw)
        self.stops_button = action_button(translate("est_plugin", "Set stops"), "stop", self._on_stops)
        self.propose_button = action_button(translate("est_plugin", "Propose a safety walk…"), "propose", self.propose)
        self.propose_button.setToolTip(
            translate(
                "est_plugin",
                "Past the hotspots that are selected on the page Hotspots, else the three highest ranked, and past "
                "what else you choose. Asks first.",
            )
        )
        self.follow = _follow_box(drawing)
        self.streets = _streets_box(session, drawing)
        self._streets_chosen = False
        self.streets.activated.connect(lambda _index: self._on_streets())
        self.proposing = WalkProposing(session, drawing, self.streets)
        self.proposing.proposed.connect(self._on_proposed)
        self.table = _walk_table()
        self.rows = MapRows(session, drawing, self.table, (LayerRole.WALKS,))
        self.delete = DeleteAction(session, self.table, self._to_delete)
        self.with_walk = WalkButton(session, drawing, _ACTIONS, self._selected)
        self.observations = ObservationsPanel(session, drawing)
        self.reminders = WalkReminders(session)
        self.reminders.walk_wanted.connect(self.show_walk)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._enable)
        session.layer_events.edited.connect(self.refresh)
        self._enable()

    def _lay_out(self) -> None:
        buttons = QGridLayout()
        buttons.addWidget(self.draw_button, 0, 0)
        buttons.addWidget(self.stops_button, 0, 1)
        buttons.addWidget(self.follow, 1, 0, 1, 2)
        buttons.addWidget(self.propose_button, 2, 0, 1, 2)
        # What is done with a walk stands below the walks, not below what was seen.
        walks = QWidget()
        of_walks = QGridLayout(walks)
        of_walks.setContentsMargins(0, 0, 0, 0)
        of_walks.addWidget(self.table, 0, 0, 1, 2)
        of_walks.addWidget(self.rows.button(), 1, 0)
        of_walks.addWidget(self.delete.button(), 1, 1)
        of_walks.addWidget(self.with_walk, 2, 0, 1, 2)
        layout = QVBoxLayout(self)
        layout.addWidget(self.reminders)
        layout.addLayout(buttons)
        choice = QFormLayout()
        choice.addRow(translate("est_plugin", "Streets"), self.streets)
        layout.addLayout(choice)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(walks)
        parts.addWidget(self.observations)
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 1)
        layout.addWidget(parts, 1)
        layout.addWidget(self.note)

    def show_choice(self) -> None:
        """Offer the streets of the map."""
        self._offer_streets()

    def to_read(self) -> Callable[[], tuple[ShownWalk, ...]] | None:
        """The walks as the map shows them."""
        return None if self.session.database is None else walk_rows(self.session.project)

    def show_read(self, found: tuple[ShownWalk, ...]) -> None:
        """List the walks, the newest first."""
        walks = found
        self._walks = {walk.place: walk for walk in walks}
        self.rows.fill([_texts(walk) for walk in walks], list(self._walks))
        self._select_proposed()
        self._enable()
        self.reminders.refresh()

    def _offer_streets(self) -> None:
        """Any layer of lines but what we drew; at first the streets of the database, if it has them."""
        ours = roles.find(self.session.project, LayerRole.STREETS)
        layers = self.session.project.mapLayers().values()
        self.streets.setExceptedLayerList([one for one in layers if roles.is_from_est(one) and one is not ours])
        if ours is not None and not self._streets_chosen:
            self.streets.setLayer(ours)

    def _on_streets(self) -> None:
        self._streets_chosen = True

    def _enable(self) -> None:
        walk = self._selected()
        self.with_walk.offer(has_walk=walk is not None)
        self.observations.show_walk("" if walk is None else walk.uuid)
        nothing = (
            "" if self._walks else translate("est_plugin", "No safety walks yet. Draw a route, or let one be proposed.")
        )
        self.note.setText(self._news[1] if walk is not None and walk.uuid == self._news[0] else nothing)

    def _selected(self) -> ShownWalk | None:
        """The walk that the menu is for: the first of those selected."""
        return next((self._walks[place] for place in self.rows.selected()), None)

    def _to_delete(self) -> list[MapPlace]:
        """The stops that are selected on the map, else the selected walks."""
        stops = roles.find(self.session.project, LayerRole.WALK_STOPS)
        chosen = [] if stops is None else [MapPlace(stops.id(), number) for number in stops.selectedFeatureIds()]
        return chosen or self.rows.selected()

    @told
    def propose(self) -> None:
        """Ask where to, then find a route along the streets and store it."""
        hotspots = self._chosen_hotspots()
        if hotspots is not None:
            self.proposing.begin(hotspots)

    def show_walk(self, uuid: str) -> None:
        """Select a walk in the list, as soon as it is there."""
        self._proposed = uuid
        self.refresh()

    def _on_proposed(self, uuid: str, told: str) -> None:
        self._proposed, self._news = uuid, (uuid, told)
        self.session.reload_layers()

    def _select_proposed(self) -> None:
        for line in range(self.table.rowCount()):
            if self._proposed and self._walks[self.rows.place(line)].uuid == self._proposed:
                self._proposed = ""
                self.table.selectRow(line)

    @told
    def _on_draw(self) -> None:
        self._drawing.draw_route()

    @told
    def _on_stops(self) -> None:
        self._drawing.add_stops()


def _texts(walk: ShownWalk) -> tuple[str | int, ...]:
    return (
        walk.title or translate("est_plugin", "Without a title"),
        "–" if walk.day is None else walk.day.isoformat(),
        walk.stops,
        walk.length_m,
        walk.minutes,
        translate("est_plugin", walk.status.label),
    )


def _follow_box(drawing: Drawing) -> QCheckBox:
    follow = QCheckBox(translate("est_plugin", "Follow the streets"))
    follow.setToolTip(
        translate("est_plugin", "A route runs along the streets from click to click. Hold Ctrl to draw freely.")
    )
    follow.setChecked(drawing.following.is_on)
    follow.toggled.connect(drawing.following.follow)
    drawing.following.changed.connect(follow.setChecked)
    return follow


def _streets_box(session: Session, drawing: Drawing) -> QgsMapLayerComboBox:
    streets = QgsMapLayerComboBox()
    streets.setProject(session.project)
    streets.setFilters(Qgis.LayerFilter.LineLayer)
    streets.setToolTip(
        translate("est_plugin", "The lines that a proposed walk follows. They must meet at common points.")
    )
    streets.layerChanged.connect(drawing.streets.use)
    drawing.streets.use(streets.currentLayer())
    return streets


def _walk_table() -> QTableWidget:
    table = list_table(
        (
            translate("est_plugin", "Walk"),
            translate("est_plugin", "Date"),
            translate("est_plugin", "Stops"),
            translate("est_plugin", "m"),
            translate("est_plugin", "min"),
            translate("est_plugin", "Status"),
        )
    )
    table.horizontalHeaderItem(_LENGTH_COLUMN).setToolTip(translate("est_plugin", "Length in metres"))
    table.horizontalHeaderItem(_MINUTES_COLUMN).setToolTip(translate("est_plugin", "Planned minutes"))
    table.setMinimumHeight(_ROWS_SHOWN * table.fontMetrics().height())
    return table
