# SPDX-License-Identifier: GPL-2.0-or-later
"""Page 3, Safety walk (Trygghetsvandring): draw a route, set stops, or have a walk through hotspots proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QGridLayout, QLabel, QVBoxLayout

from est_plugin.db.walks import NewStop, NewWalk, store_walk
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.gui.delete_action import DeleteAction
from est_plugin.gui.map_rows import MapRows
from est_plugin.gui.messages import told
from est_plugin.gui.page import Page, action_button, list_table
from est_plugin.gui.walk_actions import WalkButton
from est_plugin.gui.walk_lists_dialog import EDIT_LISTS
from est_plugin.gui.walk_number_stops import NUMBER_STOPS
from est_plugin.gui.walk_protocol import FILL_IN_PROTOCOL
from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.pace import Pace
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.shown_rows import MapPlace, ShownWalk, walk_rows
from est_plugin.layers.street_network import Stop, StreetNetwork

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.db.hotspots import HotspotRow
    from est_plugin.feedback import Feedback
    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.hotspots_page import WalkStops
    from est_plugin.gui.session import Session

_LENGTH_COLUMN, _MINUTES_COLUMN = 3, 4
#: What can be done with the selected walk, in the order of the work.
_ACTIONS = (NUMBER_STOPS, FILL_IN_PROTOCOL, EDIT_LISTS)


class WalkPage(Page[tuple[ShownWalk, ...]]):
    """``chosen_hotspots`` gives the hotspots that are selected on their page, or the highest ranked of the period."""

    CHAPTER = "Trygghetsvandring"

    def __init__(self, session: Session, drawing: Drawing, chosen_hotspots: Callable[[], WalkStops | None]) -> None:
        super().__init__(session)
        self.setWindowTitle(translate("est_plugin", "Safety walk"))
        self._drawing = drawing
        self._chosen_hotspots = chosen_hotspots
        self._walks: dict[MapPlace, ShownWalk] = {}
        #: The walk that shall be selected as soon as it is in the list.
        self._proposed = ""
        self.draw_button = action_button(translate("est_plugin", "Draw a route"), "walk", self._on_draw)
        self.stops_button = action_button(translate("est_plugin", "Set stops"), "stop", self._on_stops)
        self.propose_button = action_button(
            translate("est_plugin", "Propose a safety walk through the hotspots"), "propose", self.propose
        )
        self.propose_button.setToolTip(
            translate(
                "est_plugin",
                "Through the hotspots that are selected on the page Hotspots. With none selected, through the three "
                "highest ranked: with more, people walk for over an hour and a half.",
            )
        )
        self.streets = QgsMapLayerComboBox()
        self.streets.setProject(session.project)
        self.streets.setFilters(Qgis.LayerFilter.LineLayer)
        self.streets.setToolTip(
            translate("est_plugin", "The lines that a proposed walk follows. They must meet at common points.")
        )
        self._streets_chosen = False
        self.streets.activated.connect(lambda _index: self._on_streets())
        self.round_trip = QCheckBox(translate("est_plugin", "Back to the start"))
        self.round_trip.setChecked(True)
        self.table = list_table(
            (
                translate("est_plugin", "Walk"),
                translate("est_plugin", "Date"),
                translate("est_plugin", "Stops"),
                translate("est_plugin", "m"),
                translate("est_plugin", "min"),
                translate("est_plugin", "Status"),
            )
        )
        self.table.horizontalHeaderItem(_LENGTH_COLUMN).setToolTip(translate("est_plugin", "Length in metres"))
        self.table.horizontalHeaderItem(_MINUTES_COLUMN).setToolTip(translate("est_plugin", "Planned minutes"))
        self.rows = MapRows(session, drawing, self.table, (LayerRole.WALKS,))
        self.delete = DeleteAction(session, self.table, self._to_delete)
        self.with_walk = WalkButton(session, drawing, _ACTIONS, self._selected)
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
        buttons.addWidget(self.propose_button, 1, 0, 1, 2)
        below = QGridLayout()
        below.addWidget(self.rows.button(), 0, 0)
        below.addWidget(self.delete.button(), 0, 1)
        below.addWidget(self.with_walk, 1, 0, 1, 2)
        layout = QVBoxLayout(self)
        layout.addLayout(buttons)
        choice = QFormLayout()
        choice.addRow(translate("est_plugin", "Streets"), self.streets)
        layout.addLayout(choice)
        layout.addWidget(self.round_trip)
        layout.addWidget(self.table, 1)
        layout.addLayout(below)
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
        self.note.setText(
            "" if walks else translate("est_plugin", "No safety walks yet. Draw a route, or let one be proposed.")
        )

    def _offer_streets(self) -> None:
        """Any layer of lines but our own drawings; at first the streets of the database, if it has them."""
        drawn = (roles.find(self.session.project, role) for role in (LayerRole.WALKS, LayerRole.MEASURE_LINES))
        self.streets.setExceptedLayerList([layer for layer in drawn if layer is not None])
        ours = roles.find(self.session.project, LayerRole.STREETS)
        if ours is not None and not self._streets_chosen:
            self.streets.setLayer(ours)

    def _on_streets(self) -> None:
        self._streets_chosen = True

    def _enable(self) -> None:
        self.with_walk.setEnabled(self._selected() is not None)

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
        """Find a route through the chosen hotspots along the streets, and store it."""
        database = self.session.database
        streets = self.streets.currentLayer()
        if database is None:
            return
        if streets is None:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "There are no streets to walk along."),
                why=QT_TRANSLATE_NOOP("est_plugin", "Neither the database nor the project holds a layer of lines."),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Add a layer of streets and paths to the project, and choose it under Streets."
                ),
            )
        hotspots = self._chosen_hotspots()
        # A copy, since the task runs in another thread.
        copy: QgsVectorLayer = streets.clone()  # type: ignore[assignment] # the box offers line layers only
        title = translate("est_plugin", "Proposed walk")
        settings = self.session.settings
        pace = Pace(settings.walking_speed_kmh.value(), settings.minutes_per_stop.value())
        round_trip = self.round_trip.isChecked()

        def work(_feedback: Feedback) -> str:
            stops = () if hotspots is None else tuple(map(_stop, hotspots.read()))
            network = StreetNetwork(copy, QgsCoordinateReferenceSystem(database.crs_authid))
            proposal = network.route(stops, pace, round_trip=round_trip)
            found = [NewStop(stop.name, stop.x, stop.y, stop.hotspot) for stop in proposal.stops]
            line = bytes(proposal.geometry.asWkb())
            return store_walk(database, NewWalk(title, line, proposal.length_m, proposal.minutes, tuple(found)))

        self.session.run(translate("est_plugin", "Proposing a walk"), work, self._on_proposed)

    def _on_proposed(self, uuid: str) -> None:
        self._proposed = uuid
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


def _stop(row: HotspotRow) -> Stop:
    centre = shapely.from_wkb(row.wkb).centroid
    return Stop(row.name, centre.x, centre.y, row.uuid)
