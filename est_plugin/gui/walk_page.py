# SPDX-License-Identifier: GPL-2.0-or-later
"""Page 3, Safety walk (Trygghetsvandring): draw a route, set stops, or have a walk through hotspots proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer
from qgis.PyQt.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout

from est_plugin.db.walks import NewStop, NewWalk, list_walks, store_walk
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.gui.messages import told
from est_plugin.gui.page import Page, action_button, fill, list_table
from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.pace import Pace
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.street_network import Stop, StreetNetwork

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from est_plugin.db.hotspots import HotspotRow
    from est_plugin.feedback import Feedback
    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.session import Session


class WalkPage(Page):
    """``chosen_hotspots`` gives the hotspots that are selected on their page; without any, all of the period count."""

    def __init__(self, session: Session, drawing: Drawing, chosen_hotspots: Callable[[], Sequence[HotspotRow]]) -> None:
        super().__init__(session)
        self._drawing = drawing
        self._chosen_hotspots = chosen_hotspots
        self.round_trip = QCheckBox(translate("est_plugin", "Back to the start"))
        self.round_trip.setChecked(True)
        self.table = list_table(
            (
                translate("est_plugin", "Safety walk"),
                translate("est_plugin", "Stops"),
                translate("est_plugin", "Length (m)"),
                translate("est_plugin", "Minutes"),
                translate("est_plugin", "Status"),
            )
        )
        self.note = QLabel()
        self.note.setWordWrap(True)
        buttons = QGridLayout()
        for number, (text, icon, slot) in enumerate(
            (
                (translate("est_plugin", "Draw a route"), "walk", self._on_draw),
                (translate("est_plugin", "Set stops"), "stop", self._on_stops),
                (translate("est_plugin", "Propose a walk through the hotspots"), "propose", self.propose),
                (translate("est_plugin", "Save what is drawn"), "database", self._on_save),
            )
        ):
            buttons.addWidget(action_button(text, icon, slot), number // 2, number % 2)
        layout = QVBoxLayout(self)
        layout.addLayout(buttons)
        layout.addWidget(self.round_trip)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)

    def refresh(self) -> None:
        """List the walks, the newest first."""
        if self.session.database is None:
            return
        walks = list_walks(self.session.database)
        fill(
            self.table,
            [
                (
                    walk.title or translate("est_plugin", "Without a title"),
                    len(walk.stops),
                    round(walk.length_m or 0),
                    round(walk.minutes or 0),
                    translate("est_plugin", walk.status.label),
                )
                for walk in walks
            ],
            [walk.uuid for walk in walks],
        )
        self.note.setText(
            "" if walks else translate("est_plugin", "No walks yet. Draw a route, or let one be proposed.")
        )

    @told
    def propose(self) -> None:
        """Find a route through the chosen hotspots along the streets, and store it."""
        database = self.session.database
        streets = roles.find(self.session.project, LayerRole.STREETS)
        if database is None:
            return
        if streets is None:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "There are no streets to walk along."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The database holds no street layer."),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Use Propose a safety walk in the toolbox with a street layer of your own."
                ),
            )
        stops = tuple(_stop(row) for row in self._chosen_hotspots())
        source, title = streets.source(), translate("est_plugin", "Proposed walk")
        settings = self.session.settings
        pace = Pace(settings.walking_speed_kmh.value(), settings.minutes_per_stop.value())
        round_trip = self.round_trip.isChecked()

        def work(_feedback: Feedback) -> str:
            network = StreetNetwork(
                QgsVectorLayer(source, "streets", "ogr"), QgsCoordinateReferenceSystem(database.crs_authid)
            )
            proposal = network.route(stops, pace, round_trip=round_trip)
            found = [NewStop(stop.name, stop.x, stop.y, stop.hotspot) for stop in proposal.stops]
            line = bytes(proposal.geometry.asWkb())
            return store_walk(database, NewWalk(title, line, proposal.length_m, proposal.minutes, tuple(found)))

        self.session.run(translate("est_plugin", "Proposing a walk"), work, lambda _uuid: self.session.reload_layers())

    @told
    def _on_draw(self) -> None:
        self._drawing.draw_route()

    @told
    def _on_stops(self) -> None:
        self._drawing.add_stops()

    @told
    def _on_save(self) -> None:
        self._drawing.save()


def _stop(row: HotspotRow) -> Stop:
    centre = shapely.from_wkb(row.wkb).centroid
    return Stop(row.name, centre.x, centre.y, row.uuid)
