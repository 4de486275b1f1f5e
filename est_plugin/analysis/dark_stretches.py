# SPDX-License-Identifier: GPL-2.0-or-later
"""Which stretches of a route have no working lamp near?

By geometry: the parts of the line outside every disc around a working lamp. Where the register of lamps does not reach,
nothing is known: a place counts as known inside the convex hull of all lamps and not far from one of them, and near
any lamp.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.geometry import MultiPoint

from est_plugin.analysis.route_spans import Route
from est_plugin.analysis.spans import common, total, union, without
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.feedback import step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shapely.geometry import LineString
    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.arrays import FloatArray, IntArray
    from est_plugin.feedback import Feedback

#: Metres within which a lamp lights a route.
DEFAULT_DISTANCE_M = 25.0
#: Metres: farther from every lamp the register may lack lamps rather than the place.
DEFAULT_REACH_M = 250.0
#: Metres: spans that are shorter come from rounding.
_LEAST = 0.001


class LampState(IntEnum):
    """What the register says of a lamp."""

    UNKNOWN = 0
    WORKING = 1
    BROKEN = 2


class Light(StrEnum):
    """What a stretch of a route is told to be."""

    DARK = "dark"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """Source text."""
        return _LABELS[self]


_LABELS = {
    Light.DARK: QT_TRANSLATE_NOOP("est_plugin", "No working lamp"),
    Light.UNKNOWN: QT_TRANSLATE_NOOP("est_plugin", "Not known: outside the lamp register"),
}


@dataclass(frozen=True)
class BrokenLamp:
    """A lamp that is out."""

    x: float
    y: float
    pole: str
    owner: str


@dataclass(frozen=True, eq=False)
class Lamps:
    """The lamps (n) of a register in a projected CRS: coordinates (n, 2), a LampState each, pole id and owner or ''."""

    places: FloatArray
    states: IntArray
    poles: tuple[str, ...]
    owners: tuple[str, ...]

    def at(self, numbers: IntArray) -> tuple[BrokenLamp, ...]:
        """The lamps with these numbers in the register, all of them out."""
        places = self.places[numbers].tolist()
        return tuple(
            BrokenLamp(x, y, self.poles[number], self.owners[number])
            for (x, y), number in zip(places, numbers.tolist(), strict=True)
        )


@dataclass(frozen=True)
class Stretch:
    """A part of a route without light, or of which nothing is known. Metres."""

    #: Which of the routes.
    route: int
    light: Light
    start: float
    end: float
    line: LineString
    #: From its middle to the nearest lamp that counts as working; None without any.
    nearest: float | None
    #: Those that are out within the distance.
    broken: tuple[BrokenLamp, ...]
    #: So much stays dark when these work again.
    dark_when_mended: float

    @property
    def length(self) -> float:
        """Metres."""
        return self.end - self.start


@dataclass(frozen=True)
class DarkStretches:
    """The stretches along the routes, in their order. Metres."""

    stretches: tuple[Stretch, ...]
    length: float
    #: So much is lit only by lamps of which nobody knows whether they work.
    assumed: float
    distance: float
    reach: float
    #: Lamps of the register: all, those out, those of unknown state.
    lamps: int
    broken: int
    unknown: int

    def total(self, light: Light) -> float:
        """Metres of the routes that are so."""
        return sum(stretch.length for stretch in self.stretches if stretch.light is light)

    def count(self, light: Light) -> int:
        """Number of such stretches."""
        return sum(stretch.light is light for stretch in self.stretches)

    @property
    def share(self) -> float | None:
        """Dark share of what is known, 0 to 1; None if nothing is known."""
        known = self.length - self.total(Light.UNKNOWN)
        return self.total(Light.DARK) / known if known > _LEAST else None


@dataclass(frozen=True, eq=False)
class _Register:
    """The lamps as they are searched."""

    lamps: Lamps
    all: shapely.STRtree
    #: Those that count as working, and those of them that are known to work.
    working: shapely.STRtree
    known: shapely.STRtree
    out: IntArray
    broken: shapely.STRtree
    hull: BaseGeometry

    @classmethod
    def of(cls, lamps: Lamps) -> _Register:
        points, states = np.asarray(shapely.points(lamps.places)), lamps.states
        out = np.flatnonzero(states == LampState.BROKEN)
        return cls(
            lamps=lamps,
            all=shapely.STRtree(points),
            working=shapely.STRtree(points[states != LampState.BROKEN]),
            known=shapely.STRtree(points[states == LampState.WORKING]),
            out=out,
            broken=shapely.STRtree(points[out]),
            hull=MultiPoint(lamps.places).convex_hull,
        )


def find_dark_stretches(
    routes: Sequence[LineString],
    lamps: Lamps,
    feedback: Feedback,
    *,
    distance: float = DEFAULT_DISTANCE_M,
    reach: float = DEFAULT_REACH_M,
) -> DarkStretches:
    """The stretches of ``routes`` without a working lamp within ``distance``, in the projected CRS of both (metres).

    A lamp of unknown state counts as working. Without lamps all is unknown. ``reach`` is at least ``distance``.
    """
    register = _Register.of(lamps)
    found: list[Stretch] = []
    length = assumed = 0.0
    for number, line in enumerate(routes):
        step(feedback, number / len(routes))
        route = Route(line)
        lit = route.near(register.working, distance)
        found += _stretches(number, route, lit, register, (distance, max(reach, distance)))
        length += route.length
        assumed += total(without(lit, route.near(register.known, distance)))
    return DarkStretches(
        stretches=tuple(found),
        length=length,
        assumed=assumed,
        distance=distance,
        reach=reach,
        lamps=len(lamps.states),
        broken=len(register.out),
        unknown=int(np.count_nonzero(lamps.states == LampState.UNKNOWN)),
    )


def _stretches(
    number: int, route: Route, lit: FloatArray, register: _Register, reaches: tuple[float, float]
) -> Iterator[Stretch]:
    """The stretches of one route; ``reaches`` are the distance of light and that of the register."""
    distance, reach = reaches
    unlit = without(np.array([[0.0, route.length]]), lit)
    in_register = common(route.inside(register.hull), route.near(register.all, reach))
    known = union(np.concatenate((in_register, route.near(register.all, distance))))
    mended = route.near(register.broken, distance)
    dark, unknown = common(unlit, known), without(unlit, known)
    parts = [(start, end, Light.DARK) for start, end in dark.tolist()]
    parts += [(start, end, Light.UNKNOWN) for start, end in unknown.tolist()]
    for start, end, light in sorted(parts):
        if end - start > _LEAST:
            line = route.part(start, end)
            is_dark = light is Light.DARK
            left = total(without(np.array([[start, end]]), mended)) if is_dark else 0.0
            yield Stretch(
                route=number,
                light=light,
                start=start,
                end=end,
                line=line,
                nearest=_nearest(register.working, route.middle(start, end)),
                broken=_broken_near(line, register, distance) if is_dark else (),
                dark_when_mended=left if left > _LEAST else 0.0,
            )


def _nearest(tree: shapely.STRtree, place: FloatArray) -> float | None:
    if len(tree) == 0:
        return None
    _, metres = tree.query_nearest(shapely.points(place[0]), return_distance=True, all_matches=False)
    return float(metres[0])


def _broken_near(line: LineString, register: _Register, distance: float) -> tuple[BrokenLamp, ...]:
    near = register.broken.query(line, predicate="dwithin", distance=distance)
    return register.lamps.at(np.sort(register.out[near]))
