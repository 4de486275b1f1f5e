# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes into this package? Decides it from what was read, in any thread, in each of its languages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem

from est_plugin.domain.edition import Edition, Part
from est_plugin.export.measure_summary import measure_summary
from est_plugin.export.method_text import method_facts
from est_plugin.export.plan import PackagePlan
from est_plugin.export.plan_densities import density_choices
from est_plugin.export.plan_extent import extent_of
from est_plugin.export.plan_hotspots import hotspot_items
from est_plugin.export.plan_incidents import incident_columns
from est_plugin.export.plan_measures import measure_items
from est_plugin.export.plan_meeting import meeting_item
from est_plugin.export.plan_observations import observed_walks
from est_plugin.export.plan_signs import with_seen_signs
from est_plugin.export.plan_walks import walk_items
from est_plugin.export.public_plan import public_plan
from est_plugin.export.public_reading import read_public_picture
from est_plugin.export.reading import read_rows
from est_plugin.export.request import LEAST_BANDWIDTH
from est_plugin.export.small_counts import without_small_counts
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from est_plugin.db.database import Database
    from est_plugin.domain.code_list import Code
    from est_plugin.export.plan import CountItem
    from est_plugin.export.reading import PackageRows
    from est_plugin.export.request import PackageRequest


def make_plan(database: Database, request: PackageRequest, *, today: date) -> PackagePlan:
    """Decide the contents of a package, in its second language too if one is wanted.

    It is compared with the period before, and in its counts with the same period last year too.

    Raises InputError without a period, or if there is nothing to show.
    """
    if request.edition is Edition.PUBLIC:
        everybody = read_public_picture(database, request, today)
        return _in_languages(request, lambda asked: public_plan(everybody, asked))
    rows = read_rows(database, request, today)
    if request.edition is Edition.STRATEGIC:
        return _in_languages(request, lambda asked: without_small_counts(_plan(rows, asked)))
    return _in_languages(request, lambda asked: _plan(rows, asked))


def _in_languages(request: PackageRequest, worded: Callable[[PackageRequest], PackagePlan]) -> PackagePlan:
    """The plan in the request's language, with the same in the second one."""
    plan = with_seen_signs(worded(request))
    if request.second_language is None:
        return plan
    second = replace(request, language=request.second_language, second_language=request.language)
    return replace(plan, second=with_seen_signs(worded(second)))


def _plan(rows: PackageRows, request: PackageRequest) -> PackagePlan:
    words = Language(request.language)
    categories, organisations, kinds = (
        _names(codes, request.language) for codes in (rows.categories, rows.organisations, rows.measure_kinds)
    )
    chosen = request.incident_filter
    bandwidth = max(request.bandwidth, LEAST_BANDWIDTH)
    return PackagePlan(
        request=request,
        municipality=rows.municipality,
        period=rows.period,
        comparison=rows.comparison,
        last_year=rows.last_year,
        info_class=rows.info_class,
        as_of=rows.as_of,
        crs_authid=rows.crs_authid,
        crs_name=_crs_name(rows.crs_authid),
        extent=extent_of(rows),
        categories=tuple(sorted(categories.get(code, code) for code in chosen.categories)),
        organisations=tuple(sorted(organisations.get(code, code) for code in chosen.organisations)),
        total=rows.counts.total,
        by_category=_named(rows.counts.by_category, categories, words),
        by_organisation=_named(rows.counts.by_organisation, organisations, words),
        silent_organisations=tuple(organisations.get(code, code) for code in rows.counts.silent),
        hotspots=hotspot_items(rows, categories, words) if request.has(Part.HOTSPOTS) else (),
        measures=measure_items(rows, kinds, organisations, words) if request.has(Part.MEASURES) else (),
        walks=walk_items(rows, words) if request.has(Part.WALKS) else (),
        waiting=rows.waiting,
        method=(*method_facts(rows.method, words), _density_fact(bandwidth, words)),
        bandwidth=bandwidth,
        background=rows.background,
        rhythm=rows.rhythm,
        points=rows.points,
        points_before=rows.points_before,
        left_out=rows.left_out,
        kept_back=rows.kept_back,
        density_choices=density_choices(rows, request, words),
        incidents=incident_columns(rows, organisations, words),
        observations=observed_walks(rows, words),
        meeting=meeting_item(rows.meeting, request, organisations, words) if request.has(Part.MINUTES) else None,
        measure_summary=measure_summary(rows, kinds, words) if request.has(Part.MEASURE_SUMMARY) else None,
    )


def _density_fact(bandwidth: float, words: Language) -> tuple[str, str]:
    name = words.translate("est_plugin", "Bandwidth of the density in metres")
    return name, f"{bandwidth:.0f}"


def _names(codes: Iterable[Code], language: str) -> dict[str, str]:
    return {code.code: code.name(language) for code in codes}


def _crs_name(authid: str) -> str:
    """E.g. ``SWEREF 99 TM``; the registry writes SWEREF99."""
    return str(QgsCoordinateReferenceSystem(authid).description()).replace("SWEREF99", "SWEREF 99")


def _named(items: Iterable[CountItem], names: Mapping[str, str], words: Language) -> tuple[CountItem, ...]:
    """The items with names for their codes."""
    unknown = words.translate("est_plugin", "Not stated")
    return tuple(replace(item, name=names.get(item.name, item.name) or unknown) for item in items)
