# SPDX-License-Identifier: GPL-2.0-or-later
"""Which texts of a plan did people write, and which are names that anybody may say?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.export.kept_words import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.export.plan import PackagePlan


def written_texts(plan: PackagePlan) -> list[str]:
    """All words of people that the package is made from, each once."""
    return list(dict.fromkeys(text for each in _languages(plan) for text in _written(each) if text))


def fixed_words(plan: PackagePlan) -> frozenset[str]:
    """Names of catalogues and the municipality's, plain."""
    return frozenset(plain(text) for each in _languages(plan) for text in _fixed(each) if text)


def place_names(plan: PackagePlan) -> frozenset[str]:
    """Names of hotspots and stops, plain."""
    names = [spot.name for spot in plan.hotspots]
    names += [stop.place for walk in plan.walks for stop in walk.stops]
    return frozenset(plain(name) for name in names if name)


def _languages(plan: PackagePlan) -> tuple[PackagePlan, ...]:
    return (plan,) if plan.second is None else (plan, plan.second)


def _fixed(plan: PackagePlan) -> Iterator[str]:
    yield plan.municipality
    yield from (*plan.categories, *plan.organisations, *plan.silent_organisations)
    yield from (item.name for item in (*plan.by_category, *plan.by_organisation))
    yield from (spot.main_category for spot in plan.hotspots)
    yield from (measure.kind for measure in plan.measures)
    yield from (choice.label for choice in plan.density_choices)
    if plan.measure_summary is not None:
        yield from (row.name for row in plan.measure_summary.rows)
    if plan.public is not None:
        yield from (row.name for row in plan.public.categories)


def _written(plan: PackagePlan) -> Iterator[str]:
    yield from (plan.request.summary, plan.request.contact)
    for spot in plan.hotspots:
        yield spot.name
        yield from (text for cause in spot.causes for text in (cause.problem, cause.support))
    yield from (measure.title for measure in plan.measures)
    for walk in plan.walks:
        yield walk.title
        yield from (stop.place for stop in walk.stops)
    for seen in plan.observations:
        yield seen.title
        for place in seen.places:
            yield place.stop
            yield from (text for item in place.items for text in (item.seen, item.answer, item.reply))
    if plan.meeting is not None:
        yield from (plan.meeting.place, plan.meeting.attending, *plan.meeting.agenda)
        yield from (text for decision in plan.meeting.decisions for text in (decision.text, decision.owner))
