# SPDX-License-Identifier: GPL-2.0-or-later
"""Where do the places of a walk lie on the streets, all on one part of them that hangs together?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsPointXY

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.layers.street_graph import OnStreet, StreetGraph
    from est_plugin.layers.walk_stops import Stop


@dataclass(frozen=True)
class Tied:
    """The ends and the stops that the streets reach, where they lie on them, in the order given; and the others."""

    places: tuple[Stop, ...]
    on_street: tuple[OnStreet, ...]
    unreached: tuple[Stop, ...]


def on_streets(graph: StreetGraph, stops: Sequence[Stop], limit_m: float) -> tuple[Stop, ...]:
    """The stops on the nearest street; one that is farther from it than ``limit_m`` stays where it is."""
    tied = ((stop, _on(graph, stop, limit_m)) for stop in stops)
    return tuple(
        stop if street is None else replace(stop, x=street.point.x(), y=street.point.y()) for stop, street in tied
    )


def tie(graph: StreetGraph, ends: Sequence[Stop], stops: Sequence[Stop], limit_m: float, *, leave_out: bool) -> Tied:
    """Put each place on the nearest street of the part of the network that reaches most of them.

    Raises InputError naming the first place that the part does not reach within ``limit_m``, with the nearest place
    that would do; with ``leave_out`` only for an end.
    """
    places = [*ends, *stops]
    part = _common_part(graph, places, limit_m)
    tied = [_on(graph, place, limit_m, part) for place in places]
    unreached = [number for number, street in enumerate(tied) if street is None]
    refused = [number for number in unreached if number < len(ends) or not leave_out]
    if refused:
        raise _unreached(graph, places[refused[0]], limit_m, part)
    reached = [(place, street) for place, street in zip(places, tied, strict=True) if street is not None]
    return Tied(
        tuple(place for place, _ in reached),
        tuple(street for _, street in reached),
        tuple(places[number] for number in unreached),
    )


def _common_part(graph: StreetGraph, places: Sequence[Stop], limit_m: float) -> int | None:
    """The part that reaches most places; of several the one with the longest streets. None if none reaches any."""
    nearest = [_on(graph, place, limit_m) for place in places]
    parts = {graph.part_of(street) for street in nearest if street is not None}

    def reach(part: int) -> tuple[int, float]:
        return sum(_on(graph, place, limit_m, part) is not None for place in places), graph.metres_of(part)

    return max(parts, key=reach, default=None)


def _on(graph: StreetGraph, place: Stop, limit_m: float, part: int | None = None) -> OnStreet | None:
    return graph.nearest(QgsPointXY(place.x, place.y), limit_m, part=part)


def _unreached(graph: StreetGraph, place: Stop, limit_m: float, part: int | None) -> InputError:
    """What is wrong with the place, and the nearest one that would do."""
    street, there = _on(graph, place, np.inf), _on(graph, place, np.inf, part)
    if street is None or there is None:
        msg = "A network has streets."
        raise AssertionError(msg)
    what_next = QT_TRANSLATE_NOOP(
        "est_plugin",
        "The nearest place that would do is {nearest} m away, at {x}, {y}. Move the stop there, leave it out, or "
        "choose other streets. Lines that cross without a common point are not connected: Split with lines in the "
        "toolbox gives them one.",
    )
    answer = {"nearest": round(there.distance_m), "x": round(there.point.x()), "y": round(there.point.y())}
    name = place.name or f"{place.x:.0f}, {place.y:.0f}"
    if street.distance_m > limit_m:
        return InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The place “{name}” is {distance} m from the nearest street."),
            why=QT_TRANSLATE_NOOP("est_plugin", "A stop may be at most {limit} m away."),
            what_next=what_next,
            name=name,
            distance=round(street.distance_m),
            limit=round(limit_m),
            **answer,
        )
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "No way leads to the place “{name}”."),
        why=QT_TRANSLATE_NOOP("est_plugin", "Its street is not connected with the streets of the other places."),
        what_next=what_next,
        name=name,
        **answer,
    )
