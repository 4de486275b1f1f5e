# SPDX-License-Identifier: GPL-2.0-or-later
"""How can the route of the selected walk be changed?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateTransform, QgsGeometry
from qgis.PyQt.QtCore import QLocale

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.gui.walk_actions import WalkAction
from est_plugin.i18n import translate
from est_plugin.layers.route_edits import redraw_route, reverse_route, walk_of
from est_plugin.layers.route_on_streets import put_on_streets

if TYPE_CHECKING:
    from est_plugin.feedback import Feedback
    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.session import Session
    from est_plugin.layers.route_on_streets import RouteOnStreets
    from est_plugin.layers.shown_rows import ShownWalk
    from est_plugin.layers.street_graph import StreetGraph


def _reverse(session: Session, drawing: Drawing, walk: ShownWalk) -> None:
    reverse_route(session.project, walk.uuid, drawing.pace())
    drawing.activate(walk)


def _put_on_streets(session: Session, drawing: Drawing, walk: ShownWalk) -> None:
    """Once the streets are read, in a task; the route is changed only if nobody has changed it meanwhile."""
    drawing.streets.ask(lambda graph: _find(session, drawing, walk, graph))


def _find(session: Session, drawing: Drawing, walk: ShownWalk, graph: StreetGraph) -> None:
    layer, row = walk_of(session.project, walk.uuid)
    route = QgsGeometry(row.geometry())
    to_graph = QgsCoordinateTransform(layer.crs(), graph.crs, session.project)

    def work(feedback: Feedback) -> RouteOnStreets:
        return put_on_streets(route, graph, to_graph, feedback)

    def done(found: RouteOnStreets) -> None:
        _, now = walk_of(session.project, walk.uuid)
        if not now.geometry().equals(route):
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The route was not put on the streets."),
                why=QT_TRANSLATE_NOOP("est_plugin", "It was changed while the way along the streets was looked for."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Try again."),
            )
        if found.straight_legs < found.legs:
            redraw_route(
                session.project,
                walk.uuid,
                found.route,
                drawing.pace(),
                translate("est_plugin", "Put the route on the streets"),
            )
            drawing.activate(walk)
        session.messages.success(_told(found))

    session.run(translate("est_plugin", "Putting the route on the streets"), work, done)


def _told(found: RouteOnStreets) -> str:
    if found.straight_legs == found.legs:
        return translate("est_plugin", "No street leads along the route. It stays as it was.")
    metres = QLocale().toString(round(found.moved_m))
    text = translate("est_plugin", "The route follows the streets. It moved {metres} m at most.").format(metres=metres)
    if found.straight_legs:
        text += " " + translate(
            "est_plugin", "%n part(s) stayed straight: no street leads there.", "", found.straight_legs
        )
    return text


CHANGE_ROUTE = WalkAction(
    QT_TRANSLATE_NOOP("est_plugin", "Change the route"),
    QT_TRANSLATE_NOOP("est_plugin", "Insert, move and remove corners of the route with the vertex tool of QGIS."),
    "walk",
    lambda _session, drawing, walk: drawing.change_route(walk),
)
CONTINUE_ROUTE = WalkAction(
    QT_TRANSLATE_NOOP("est_plugin", "Continue the route"),
    QT_TRANSLATE_NOOP("est_plugin", "Draw on from the end of the route that is nearest to your first click."),
    "walk",
    lambda _session, drawing, walk: drawing.continue_route(walk),
)
PUT_ON_STREETS = WalkAction(
    QT_TRANSLATE_NOOP("est_plugin", "Put the route on the streets"),
    QT_TRANSLATE_NOOP(
        "est_plugin", "Redraw the route along the shortest ways between its corners, in the layer chosen under Streets."
    ),
    "propose",
    _put_on_streets,
)
REVERSE_ROUTE = WalkAction(
    QT_TRANSLATE_NOOP("est_plugin", "Reverse the route"),
    QT_TRANSLATE_NOOP("est_plugin", "Walk the other way; the stops are numbered anew."),
    "walk",
    _reverse,
)
SPLIT_ROUTE = WalkAction(
    QT_TRANSLATE_NOOP("est_plugin", "Split the walk"),
    QT_TRANSLATE_NOOP(
        "est_plugin", "Make two walks of one: click a stop or a place on the route. Each gets the stops of its part."
    ),
    "walk",
    lambda _session, drawing, walk: drawing.split_route(walk),
)
MOVE_STOPS = WalkAction(
    QT_TRANSLATE_NOOP("est_plugin", "Move stops"),
    QT_TRANSLATE_NOOP("est_plugin", "Click a stop, then its new place. The stops are numbered anew by themselves."),
    "stop",
    lambda _session, drawing, walk: drawing.move_stops(walk),
)

ROUTE_ACTIONS = (CHANGE_ROUTE, CONTINUE_ROUTE, PUT_ON_STREETS, REVERSE_ROUTE, SPLIT_ROUTE, MOVE_STOPS)
