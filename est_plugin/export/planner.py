# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads a plan from the database and the project's layers. Runs on the main thread: it touches map layers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import shapely
from osgeo import ogr
from qgis.core import QgsCoordinateReferenceSystem, QgsMapLayer, QgsRasterLayer, QgsReadWriteContext, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from est_plugin.db import catalogues
from est_plugin.db.hotspots import list_hotspots
from est_plugin.db.incidents import read_points, situation
from est_plugin.db.measures import list_measures
from est_plugin.db.package_rows import highest_class, method_of, walks_for_package
from est_plugin.domain.incident import IncidentFilter
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.changes import describe_change
from est_plugin.export.method_text import method_facts
from est_plugin.export.plan import (
    BackgroundLayer,
    CountItem,
    HotspotItem,
    MeasureItem,
    PackagePlan,
    StopItem,
    WalkItem,
)
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from est_plugin.analysis.points import PointSet
    from est_plugin.db.database import Database
    from est_plugin.db.hotspots import HotspotRow
    from est_plugin.db.incidents import CountRow
    from est_plugin.db.measures import MeasureRow
    from est_plugin.db.package_rows import WalkRow
    from est_plugin.domain.code_list import Code

#: Room around what is shown, in metres, and the least width of a map.
_MARGIN = 400.0
_LEAST_WIDTH = 2000.0
#: Tables of this name hold the town itself: streets, buildings, areas.
_TOWN = "town_"


def make_plan(
    database: Database,
    project_layers: Sequence[QgsMapLayer],
    incident_filter: IncidentFilter,
    *,
    language: str = "sv",
    today: date,
) -> PackagePlan:
    """Decide the contents of a package for the filter's period, compared with the period before.

    Without ``project_layers`` the database's own town tables are the background.

    Raises InputError without a period, for a layer that only lives in memory, or if there is nothing to show.
    """
    period = incident_filter.period
    if period is None:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "A map package needs a period."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a first and a last day."),
        )
    words = Language(language)
    comparison = period.previous()
    counts = situation(database, incident_filter, comparison)
    categories = _names(catalogues.categories(database), language)
    organisations = _names(catalogues.organisations(database), language)
    hotspots, measures = list_hotspots(database, period), list_measures(database)
    walks = walks_for_package(database)
    points = read_points(database, incident_filter)
    return PackagePlan(
        municipality=database.municipality_name or database.municipality,
        period=period,
        comparison=comparison,
        language=language,
        info_class=highest_class(database, period, tuple(h.uuid for h in hotspots), tuple(m.uuid for m in measures)),
        made_at=datetime.now(UTC),
        crs_authid=database.crs_authid,
        crs_name=_crs_name(database.crs_authid),
        extent=_extent((*hotspots, *measures, *walks), points),
        categories=tuple(sorted(categories.get(code, code) for code in incident_filter.categories)),
        organisations=tuple(sorted(organisations.get(code, code) for code in incident_filter.organisations)),
        total=_count("", counts.total, counts.total_before, words),
        by_category=_counts(counts.by_category, categories, words),
        by_organisation=_counts(counts.by_organisation, organisations, words),
        silent_organisations=tuple(organisations.get(code, code) for code in counts.silent_organisations),
        hotspots=tuple(_hotspot(number, row, categories, words) for number, row in enumerate(hotspots, start=1)),
        measures=_measures(measures, _names(catalogues.measure_kinds(database), language), organisations, words, today),
        walks=tuple(_walk(number, row, words) for number, row in enumerate(walks, start=1)),
        method=method_facts(method_of(database, period), words),
        background=tuple(map(_background, project_layers)) or _town(database),
        points=points,
        points_before=read_points(
            database, IncidentFilter(comparison, incident_filter.categories, incident_filter.organisations)
        ),
    )


def _names(codes: Iterable[Code], language: str) -> dict[str, str]:
    return {code.code: code.name(language) for code in codes}


def _crs_name(authid: str) -> str:
    """E.g. ``SWEREF 99 TM``; the registry writes SWEREF99."""
    return str(QgsCoordinateReferenceSystem(authid).description()).replace("SWEREF99", "SWEREF 99")


def _count(name: str, now: int, before: int, words: Language) -> CountItem:
    return CountItem(name, now, before, describe_change(now, before, words))


def _counts(rows: Iterable[CountRow], names: Mapping[str, str], words: Language) -> tuple[CountItem, ...]:
    unknown = words.translate("est_plugin", "Not stated")
    return tuple(_count(names.get(row.code, row.code) or unknown, row.now, row.before, words) for row in rows)


def _hotspot(number: int, row: HotspotRow, categories: Mapping[str, str], words: Language) -> HotspotItem:
    before = row.incidents_before
    return HotspotItem(
        key=f"p{number}",
        rank=row.rank or number,
        name=row.name or words.translate("est_plugin", "Place {number}").format(number=number),
        status=row.status.value,
        status_label=words.translate("est_plugin", row.status.label),
        incidents=row.incidents,
        before=before,
        change=None if before is None else describe_change(row.incidents, before, words),
        main_category=categories.get(row.main_category or "", row.main_category or ""),
        wkb=row.wkb,
    )


def _measures(
    rows: Iterable[MeasureRow],
    kinds: Mapping[str, str],
    organisations: Mapping[str, str],
    words: Language,
    today: date,
) -> tuple[MeasureItem, ...]:
    return tuple(
        MeasureItem(
            key=f"m{number}",
            kind=kinds.get(row.kind, row.kind),
            title=row.title,
            status=row.status,
            status_label=words.translate("est_plugin", row.status.label),
            owner=organisations.get(row.owner or "", row.owner or ""),
            due_date=row.due_date,
            is_overdue=row.is_overdue(today),
            wkb=row.wkb,
        )
        for number, row in enumerate(rows, start=1)
    )


def _walk(number: int, row: WalkRow, words: Language) -> WalkItem:
    return WalkItem(
        key=f"w{number}",
        title=row.title or words.translate("est_plugin", "Safety walk {number}").format(number=number),
        status_label=words.translate("est_plugin", row.status.label),
        length_m=row.length_m,
        minutes=row.minutes,
        wkb=row.wkb,
        stops=tuple(StopItem(stop.number, stop.place, stop.wkb) for stop in row.stops),
    )


def _extent(rows: Iterable[HotspotRow | MeasureRow | WalkRow], points: PointSet) -> tuple[float, float, float, float]:
    """What is shown, with a margin. Raises InputError if nothing has a place."""
    shapes = [shapely.from_wkb(row.wkb) for row in rows if row.wkb is not None]
    if len(points):
        shapes.append(shapely.box(points.x.min(), points.y.min(), points.x.max(), points.y.max()))
    if not shapes:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "There is nothing to put on the map of the package."),
            why=QT_TRANSLATE_NOOP(
                "est_plugin", "The period has no incidents, and there are no hotspots, measures or walks."
            ),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose another period, or import the reports first."),
        )
    west, south, east, north = shapely.total_bounds(shapes)
    wide = max(_MARGIN, (_LEAST_WIDTH - (east - west)) / 2)
    high = max(_MARGIN, (_LEAST_WIDTH - (north - south)) / 2)
    return float(west - wide), float(south - high), float(east + wide), float(north + high)


def _background(layer: QgsMapLayer) -> BackgroundLayer:
    """A project layer with its style, as text."""
    provider = layer.providerType()
    if provider == "memory":
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The layer {layer} cannot be the background of a package."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It lives in memory only and cannot be opened a second time."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Save it to a file, or leave it out."),
            layer=layer.name(),
        )
    if not isinstance(layer, QgsVectorLayer | QgsRasterLayer):
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The layer {layer} cannot be the background of a package."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Only vector and raster layers can be drawn on paper."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose other layers."),
            layer=layer.name(),
        )
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext())
    return BackgroundLayer(
        name=layer.name(),
        provider=provider,
        source=layer.source(),
        style=document.toString(),
        kind="vector" if isinstance(layer, QgsVectorLayer) else "raster",
        attribution=_attribution(layer),
    )


def _attribution(layer: QgsMapLayer) -> str:
    """Whom to credit, as the layer's server or its metadata says."""
    return str(layer.serverProperties().attribution() or ", ".join(layer.metadata().rights()))


def _town(database: Database) -> tuple[BackgroundLayer, ...]:
    """The town tables of the database, lines above areas."""
    dataset = ogr.Open(str(database.path))
    layers = [dataset.GetLayer(number) for number in range(dataset.GetLayerCount())]
    found = sorted(
        (ogr.GT_Flatten(layer.GetGeomType()) in {ogr.wkbLineString, ogr.wkbMultiLineString}, layer.GetName())
        for layer in layers
        if layer.GetName().startswith(_TOWN)
    )
    return tuple(BackgroundLayer(name, "ogr", database.layer_source(name), "", "vector", "") for _, name in found[::-1])
