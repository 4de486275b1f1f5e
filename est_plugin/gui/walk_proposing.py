# SPDX-License-Identifier: GPL-2.0-or-later
"""How does the dock come to a proposed walk: what is offered, what is chosen, what becomes of it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QObject, pyqtSignal

from est_plugin.db.hotspots import list_hotspots
from est_plugin.db.walks import store_walk
from est_plugin.domain.incident import LAMP_CATEGORIES, UNSAFE_PLACE_CATEGORIES, IncidentFilter
from est_plugin.domain.street import LightChoice
from est_plugin.export.place_name import place_name
from est_plugin.export.proposed_walk import sentences
from est_plugin.feedback import PartFeedback, step
from est_plugin.gui.messages import told
from est_plugin.gui.propose_dialog import Offered, ProposeDialog
from est_plugin.i18n import translate
from est_plugin.layers.pace import Pace
from est_plugin.layers.walk_network import on_streets
from est_plugin.layers.walk_proposal import WalkWish, propose_walk, to_store
from est_plugin.layers.walk_stops import Stop, merged, most_important, near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsPointXY
    from qgis.gui import QgsMapLayerComboBox

    from est_plugin.db.hotspots import HotspotRow
    from est_plugin.feedback import Feedback
    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.hotspots_page import WalkStops
    from est_plugin.gui.propose_dialog import ChosenWalk
    from est_plugin.gui.session import Session
    from est_plugin.layers.street_graph import StreetGraph

#: With more, people walk for over an hour and a half.
_HOTSPOTS_CHOSEN = 3
#: The order of so many is the best there is.
_MOST_STOPS = 12


class WalkProposing(QObject):
    """One proposal at a time: a dialog with good answers, then a task."""

    #: A walk was stored: its uuid, and what there is to tell about it.
    proposed = pyqtSignal(str, str)

    def __init__(self, session: Session, drawing: Drawing, streets: QgsMapLayerComboBox) -> None:
        super().__init__()
        self._session = session
        self._drawing = drawing
        self._streets = streets
        self.messages = session.messages
        self.dialog: ProposeDialog | None = None
        session.database_changed.connect(self.give_up)

    def unload(self) -> None:
        """Leave the map as it was."""
        self._session.database_changed.disconnect(self.give_up)
        self.give_up()

    def give_up(self) -> None:
        """Close the dialog and propose nothing."""
        if self.dialog is not None:
            self.dialog.reject()

    def begin(self, hotspots: WalkStops) -> None:
        """Ask what to propose; the hotspots that are selected are chosen, else the highest ranked of the period.

        Raises InputError if there is no layer of streets.
        """
        self._drawing.streets.check()
        self._drawing.streets.want()
        database, chosen, session = hotspots.database, frozenset(row.uuid for row in hotspots.selected), self._session
        period, incidents = hotspots.period, session.incidents

        def read() -> Offered:
            reports = [
                len(incidents.points(database, IncidentFilter(period, categories)))
                for categories in (UNSAFE_PLACE_CATEGORIES, LAMP_CATEGORIES)
            ]
            return Offered(list_hotspots(database, period), *reports)

        def ask(offered: Offered) -> None:
            highest = frozenset(row.uuid for row in offered.hotspots[:_HOTSPOTS_CHOSEN])
            self._ask(hotspots, offered, chosen or highest)

        session.fetch(self, read, ask)

    def _ask(self, place: WalkStops, offered: Offered, chosen: frozenset[str]) -> None:
        self.give_up()
        dialog = ProposeDialog(self._streets.window(), self._session, self._drawing.canvas, self._streets, offered)
        dialog.choose(chosen)
        crs = QgsCoordinateReferenceSystem(place.database.crs_authid)
        dialog.accepted.connect(lambda: self._on_accepted(place, dialog.chosen(crs)))
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        dialog.show()
        dialog.raise_()

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    @told
    def _on_accepted(self, place: WalkStops, chosen: ChosenWalk) -> None:
        self._drawing.streets.read_by(chosen.street_fields)
        self._drawing.streets.ask(lambda graph: self._run(place, chosen, graph))

    def _run(self, place: WalkStops, chosen: ChosenWalk, graph: StreetGraph) -> None:
        session, habits, database, period = self._session, chosen.habits, place.database, place.period
        settings, incidents = session.settings, session.incidents
        wish = WalkWish(
            pace=Pace(settings.walking_speed_kmh.value(), settings.minutes_per_stop.value()),
            round_trip=habits.round_trip,
            start=chosen.start,
            end=chosen.end,
            time_limit_min=habits.minutes or None,
            light=LightChoice(habits.light),
            leave_out=habits.leave_out,
        )
        title = translate("est_plugin", "Proposed walk")

        def reports() -> Iterator[Stop]:
            """Where something was reported, and no word of what was said."""
            for is_wanted, categories, name in (
                (habits.unsafe_places, UNSAFE_PLACE_CATEGORIES, translate("est_plugin", "Unsafe place")),
                (habits.lamps_out, LAMP_CATEGORIES, translate("est_plugin", "Poor light")),
            ):
                if is_wanted:
                    points = incidents.points(database, IncidentFilter(period, categories))
                    yield from (Stop(name, x, y) for x, y in zip(points.x.tolist(), points.y.tolist(), strict=True))

        def work(feedback: Feedback) -> tuple[str, list[str]]:
            stops = [_stop(row) for row in chosen.hotspots]
            around = [*stops, *_places(chosen.start, chosen.end)]
            more = near(reports(), around, habits.reach_m)
            step(feedback, 0.1)
            if more:
                together = merged(on_streets(graph, (*stops, *more), wish.snap_limit_m))
                stops = list(most_important(together, _MOST_STOPS))
            walk = propose_walk(graph, stops, wish, PartFeedback(feedback, 0.2, 0.9))
            step(feedback, 0.9)
            return store_walk(database, to_store(walk, title)), sentences(walk)

        session.run(translate("est_plugin", "Proposing a walk"), work, self._on_proposed)

    def _on_proposed(self, found: tuple[str, list[str]]) -> None:
        self.messages.take_back_refusals()
        self.proposed.emit(found[0], " ".join(found[1]))


def _stop(row: HotspotRow) -> Stop:
    centre = shapely.from_wkb(row.wkb).centroid
    return Stop(place_name(row.name, row.rank or 0, translate), centre.x, centre.y, row.uuid, float(row.incidents))


def _places(*points: QgsPointXY | None) -> list[Stop]:
    return [Stop("", point.x(), point.y()) for point in points if point is not None]
