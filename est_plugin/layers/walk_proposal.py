# SPDX-License-Identifier: GPL-2.0-or-later
"""Which walk along the streets visits the stops?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from math import ceil
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsGeometry

from est_plugin.analysis.stop_choice import WalkFrame, choose_stops
from est_plugin.analysis.stop_order import MAX_STOPS
from est_plugin.db.walks import NewStop, NewWalk
from est_plugin.domain.street import LightChoice
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import PartFeedback, step
from est_plugin.layers.street_graph import DEFAULT_SNAP_LIMIT_M, LightMetres
from est_plugin.layers.walk_network import tie
from est_plugin.layers.walk_stops import Stop

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qgis.core import QgsPointXY

    from est_plugin.analysis.stop_order import StopOrder
    from est_plugin.domain.street import NotWalkable
    from est_plugin.feedback import Feedback
    from est_plugin.layers.pace import Pace
    from est_plugin.layers.street_graph import OnStreet, StreetGraph, StreetPath

_FEWEST_PLACES = 2


@dataclass(frozen=True)
class WalkWish:
    """What a walk shall be like.

    ``start`` and ``end`` are where it begins and ends, without being stops; without them it begins or ends at a stop. A
    round trip ends where it began. ``leave_out`` visits no stop that the streets do not reach, instead of refusing.
    """

    pace: Pace
    round_trip: bool = False
    start: QgsPointXY | None = None
    end: QgsPointXY | None = None
    time_limit_min: float | None = None
    light: LightChoice = LightChoice.ANY
    snap_limit_m: float = DEFAULT_SNAP_LIMIT_M
    leave_out: bool = False


@dataclass(frozen=True)
class WalkProposal:
    """A route through ``stops``, which lie on the street, in walking order."""

    geometry: QgsGeometry
    stops: tuple[Stop, ...]
    length_m: float
    minutes: float
    light: LightMetres
    #: Do the streets tell anything about light?
    tells_light: bool
    #: Stops that are not visited: they matter least, or no street leads there.
    no_time_for: tuple[Stop, ...]
    unreached: tuple[Stop, ...]
    #: Is there no better order, and no more important choice of stops?
    is_best_order: bool
    is_best_choice: bool
    #: Streets that one may not walk along, by reason.
    left_out: Mapping[NotWalkable, int]


def propose_walk(graph: StreetGraph, stops: Sequence[Stop], wish: WalkWish, feedback: Feedback) -> WalkProposal:
    """The best walk through the stops, or through the most important that fit into the time.

    By a choice of light the legs are the cheapest ways, and so is their order unless that takes too long; the time
    counts true metres.

    Raises InputError for fewer than two places or too many, for a place that is far from or not connected by streets,
    for a round trip with an end, and when no walk fits into the time; CancelledError when a person has cancelled.
    """
    ends = [Stop("", point.x(), point.y()) for point in (wish.start, wish.end) if point is not None]
    _check(ends, stops, wish)
    tied = tie(graph, ends, stops, wish.snap_limit_m, leave_out=wish.leave_out)
    if len(tied.places) == len(ends) or _are_one(tied.places):
        raise _too_few()
    legs = _legs(graph, tied.on_street, wish.light, PartFeedback(feedback, 0.0, 0.8))
    order, is_best_choice = _plan(legs, tied.places, wish)
    step(feedback, 1.0)
    walked = (*order.order, order.order[0]) if wish.round_trip else order.order
    way = [legs[one][other] for one, other in pairwise(walked)]
    visited = [index for index in order.order if index >= len(ends)]
    missed = [index for index in range(len(ends), len(tied.places)) if index not in visited]
    length = sum(leg.length_m for leg in way)
    return WalkProposal(
        geometry=_line(way),
        stops=tuple(_at(tied.places[index], tied.on_street[index]) for index in visited),
        length_m=length,
        minutes=wish.pace.minutes(length, len(visited)),
        light=sum((leg.light for leg in way), start=LightMetres(0.0, 0.0, 0.0)),
        tells_light=graph.tells_light,
        no_time_for=tuple(tied.places[index] for index in missed),
        unreached=tied.unreached,
        is_best_order=order.exact,
        is_best_choice=is_best_choice,
        left_out=graph.left_out,
    )


def _check(ends: Sequence[Stop], stops: Sequence[Stop], wish: WalkWish) -> None:
    if wish.round_trip and wish.end is not None:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The walk cannot end in two places."),
            why=QT_TRANSLATE_NOOP("est_plugin", "A walk back to the beginning ends there, and an end was given too."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose one of them."),
        )
    if not stops or _are_one([*ends, *stops]):
        raise _too_few()
    if len(ends) + len(stops) > MAX_STOPS:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "There are {count} stops, more than one walk can visit."),
            why=QT_TRANSLATE_NOOP("est_plugin", "At most {most} places can be put in order."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose fewer stops, for example of one district."),
            count=len(stops),
            most=MAX_STOPS,
        )


def _are_one(places: Sequence[Stop]) -> bool:
    return len({(place.x, place.y) for place in places}) < _FEWEST_PLACES


def _too_few() -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "A walk needs at least two places."),
        why=QT_TRANSLATE_NOOP("est_plugin", "A route runs from one place to another."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose more stops, or a start and a stop."),
    )


def _legs(
    graph: StreetGraph, places: Sequence[OnStreet], light: LightChoice, feedback: Feedback
) -> list[list[StreetPath]]:
    """The way from each place to each; they lie on one part of the network."""
    legs = []
    for number, place in enumerate(places):
        step(feedback, number / len(places))
        paths = graph.paths_from(place, light)
        legs.append([path for other in places if (path := paths.to(other)) is not None])
    return legs


def _plan(legs: Sequence[Sequence[StreetPath]], places: Sequence[Stop], wish: WalkWish) -> tuple[StopOrder, bool]:
    """The order of the places that are kept, and whether no choice of them is better."""
    metres = np.array([[leg.length_m for leg in row] for row in legs])
    costs = np.array([[leg.cost for leg in row] for row in legs])
    pace = wish.pace
    frame = WalkFrame(
        limit_m=np.inf if wish.time_limit_min is None else pace.metres(wish.time_limit_min),
        metres_per_stop=pace.metres(pace.minutes_per_stop),
        round_trip=wish.round_trip,
        start=None if wish.start is None else 0,
        end=None if wish.end is None else int(wish.start is not None),
    )
    if wish.time_limit_min is None:
        return frame.order(costs, range(len(places))), True
    choice = choose_stops(metres, np.array([place.importance for place in places]), frame)
    if choice.order is None:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "No walk fits into the time."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The shortest one takes {needed} minutes, and you allow {limit}."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Allow more time, or choose a start and an end that are nearer to the stops."
            ),
            needed=ceil(pace.minutes(choice.shortest_m, 0)),
            limit=f"{wish.time_limit_min:g}",
        )
    cheapest = frame.order(costs, choice.order.order)
    fits = frame.need(metres, cheapest.order) <= frame.limit_m
    return (cheapest if fits else choice.order), choice.exact


def _line(way: Sequence[StreetPath]) -> QgsGeometry:
    """The legs one after the other, as one line."""
    points = [point for point, _ in groupby(point for leg in way for point in leg.points)]
    if len(points) < _FEWEST_PLACES:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "All places are at the same spot of the street."),
            why=QT_TRANSLATE_NOOP("est_plugin", "A route runs from one place to another."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose places farther from each other."),
        )
    return QgsGeometry.fromPolylineXY(points)


def _at(stop: Stop, street: OnStreet) -> Stop:
    return replace(stop, x=street.point.x(), y=street.point.y())


def to_store(walk: WalkProposal, title: str) -> NewWalk:
    """The walk as ``db.walks`` stores it; the network's CRS is the database's."""
    return NewWalk(
        title=title,
        line_wkb=bytes(walk.geometry.asWkb()),
        length_m=walk.length_m,
        minutes=walk.minutes,
        stops=tuple(NewStop(stop.name, stop.x, stop.y, stop.hotspot) for stop in walk.stops),
    )
