# SPDX-License-Identifier: GPL-2.0-or-later
"""What would give light to the dark stretches of a walk: which lamps to mend, and where new lighting is needed?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shapely.geometry import Point

from est_plugin.analysis.dark_stretches import Light
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.dark_stretches import BrokenLamp, DarkStretches, Stretch

#: Metres: nobody puts up a lamp for less.
LEAST_M = 10.0
#: Metres within which an unfinished lighting measure is taken for the same.
SAME_M = 15.0


@dataclass(frozen=True)
class LightingProposal:
    """A measure to propose: a point at a lamp to mend, or a stretch to light."""

    geometry: BaseGeometry
    title: Sentence
    #: Metres of stretches that it is about.
    dark_m: float
    #: As the register names it.
    owner: str = ""
    #: The title of an unfinished lighting measure near, '' without one.
    already: str = ""


@dataclass(frozen=True)
class KnownMeasure:
    """An unfinished lighting measure that there is already."""

    title: str
    geometry: BaseGeometry


def propose_lighting(found: DarkStretches, known: Sequence[KnownMeasure]) -> tuple[LightingProposal, ...]:
    """Each broken lamp near a dark stretch once, and each stretch of which mending leaves ``LEAST_M`` or more dark."""
    dark = [stretch for stretch in found.stretches if stretch.light is Light.DARK]
    proposals = (*_lamps(dark), *_stretches(dark))
    return tuple(_beside(proposal, known) for proposal in proposals)


def _lamps(stretches: Iterable[Stretch]) -> Iterator[LightingProposal]:
    metres: dict[BrokenLamp, float] = {}
    for stretch in stretches:
        for lamp in stretch.broken:
            metres[lamp] = metres.get(lamp, 0.0) + stretch.length
    for lamp, dark in metres.items():
        title = (
            Sentence(QT_TRANSLATE_NOOP("est_plugin", "Mend lamp {pole}"), pole=lamp.pole)
            if lamp.pole
            else Sentence(QT_TRANSLATE_NOOP("est_plugin", "Mend a lamp"))
        )
        yield LightingProposal(Point(lamp.x, lamp.y), title, dark, lamp.owner)


def _stretches(stretches: Iterable[Stretch]) -> Iterator[LightingProposal]:
    for stretch in stretches:
        if stretch.dark_when_mended >= LEAST_M:
            title = Sentence(
                QT_TRANSLATE_NOOP("est_plugin", "Lighting along {length} m, {start}–{end} m into the walk"),
                length=round(stretch.length),
                start=round(stretch.start),
                end=round(stretch.end),
            )
            yield LightingProposal(stretch.line, title, stretch.length)


def _beside(proposal: LightingProposal, known: Sequence[KnownMeasure]) -> LightingProposal:
    near = (measure for measure in known if measure.geometry.distance(proposal.geometry) <= SAME_M)
    nearest = min(near, key=lambda measure: measure.geometry.distance(proposal.geometry), default=None)
    if nearest is None:
        return proposal
    return LightingProposal(proposal.geometry, proposal.title, proposal.dark_m, proposal.owner, nearest.title or "BEL")
