# SPDX-License-Identifier: GPL-2.0-or-later
"""How is a proposed walk told? In short sentences, of which each says what is known."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from est_plugin.layers.walk_proposal import WalkProposal
    from est_plugin.layers.walk_stops import Stop

_MOST_NAMES = 8
#: No rule says how long a walk may be; most take an hour to an hour and a half.
_USUAL_MINUTES = 90


def sentences(walk: WalkProposal) -> list[str]:
    """The walk's length, light, order, and what it leaves out, in the language of the person."""
    return [*_size(walk), _light(walk), *_missing(walk), *_streets(walk)]


def _size(walk: WalkProposal) -> Iterator[str]:
    yield translate("est_plugin", "{metres} m, {minutes} minutes, %n stop(s).", "", len(walk.stops)).format(
        metres=round(walk.length_m), minutes=round(walk.minutes)
    )
    if walk.minutes > _USUAL_MINUTES:
        yield translate("est_plugin", "That is longer than the usual hour and a half.")
    yield (
        translate("est_plugin", "No order of the stops is better.")
        if walk.is_best_order
        else translate("est_plugin", "The order is good: no single change of it is better.")
    )


def _light(walk: WalkProposal) -> str:
    if not walk.tells_light:
        return translate("est_plugin", "The streets say nothing about light.")
    return translate("est_plugin", "Lit {lit} m, unlit {unlit} m, unknown {unknown} m.").format(
        lit=round(walk.light.lit), unlit=round(walk.light.unlit), unknown=round(walk.light.unknown)
    )


def _missing(walk: WalkProposal) -> Iterator[str]:
    if walk.no_time_for:
        yield translate("est_plugin", "No time for: {names}.").format(names=_names(walk.no_time_for))
        yield (
            translate("est_plugin", "No other choice of stops that fits matters more.")
            if walk.is_best_choice
            else translate("est_plugin", "The stops that matter least were left out one by one.")
        )
    if walk.unreached:
        yield translate("est_plugin", "No street leads to: {names}.").format(names=_names(walk.unreached))


def _streets(walk: WalkProposal) -> Iterator[str]:
    if walk.left_out:
        reasons = (translate("est_plugin", why.label).format(count=count) for why, count in walk.left_out.items())
        yield translate("est_plugin", "Streets not walked along: {reasons}.").format(reasons=", ".join(reasons))


def _names(stops: Sequence[Stop]) -> str:
    """The names, the first of many; of stops with one name their number."""
    counts = Counter(stop.name for stop in stops)
    several = [name if count == 1 else f"{name} ({count})" for name, count in counts.items()]
    named = ", ".join(several[:_MOST_NAMES])
    more = len(several) - _MOST_NAMES
    return named if more <= 0 else translate("est_plugin", "{names} and %n more", "", more).format(names=named)
