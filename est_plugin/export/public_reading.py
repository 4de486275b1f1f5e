# SPDX-License-Identifier: GPL-2.0-or-later
"""What may everybody see of this period? Read, counted and left out; in no language yet."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsVectorLayer

from est_plugin.analysis.naming import NamedGeometry, name_places
from est_plugin.analysis.public_cells import Places, cell_totals
from est_plugin.analysis.suppression import category_classes, in_squares, suppress, town_total
from est_plugin.db import catalogues
from est_plugin.db.approvals import check_overlap
from est_plugin.db.kept_back import read_kept_back
from est_plugin.db.measures import list_measures
from est_plugin.db.public_rows import read_public, read_secrets
from est_plugin.db.report_days import read_comparison
from est_plugin.domain.info_class import InfoClass
from est_plugin.domain.measure import DECIDED
from est_plugin.domain.period import PeriodKind
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.addresses import read_addresses
from est_plugin.export.allowed_columns import kept_columns
from est_plugin.export.background import town_background
from est_plugin.export.public_background import check_public_background
from est_plugin.layers.named_places import named_geometries

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from est_plugin.analysis.comparison import Comparison
    from est_plugin.analysis.suppression import CategoryClasses, Square, Suppressed
    from est_plugin.db.database import Database
    from est_plugin.db.kept_back import KeptBack
    from est_plugin.db.measures import MeasureRow
    from est_plugin.db.public_rows import PublicRows, Secrets
    from est_plugin.domain.code_list import Code
    from est_plugin.domain.period import Period
    from est_plugin.export.plan import BackgroundLayer
    from est_plugin.export.request import PackageRequest

_KINDS = (PeriodKind.MONTH, PeriodKind.TERTIAL, PeriodKind.HALF_YEAR)
_STREETS = "town_street"


@dataclass(frozen=True, eq=False)
class PublicReading:
    """By codes and numbers. Coordinates in the database's CRS."""

    municipality: str
    crs_authid: str
    period: Period
    as_of: date
    comparison: Comparison
    rows: PublicRows
    found: Suppressed
    #: Of the squares; empty where nothing has a name.
    names: tuple[str, ...]
    categories: CategoryClasses
    #: By which the same content is known again.
    fingerprint: str
    are_buildings: bool
    #: What the addresses were read from.
    address_source: str
    measures: tuple[MeasureRow, ...]
    #: Measures that are not for everybody.
    other_measures: int
    secrets: Secrets
    #: For the search through the written files.
    kept_back: KeptBack
    background: tuple[BackgroundLayer, ...]
    category_codes: tuple[Code, ...]
    organisations: tuple[Code, ...]
    measure_kinds: tuple[Code, ...]


def read_public_picture(database: Database, request: PackageRequest, today: date) -> PublicReading:
    """Read what a public edition needs.

    Raises InputError for a period that is no past month, tertial or half-year, or overlaps with a published one, with a
    filter, or without addresses; DatabaseError if an approval could not be written down.
    """
    period = request.period
    _check_kind(request, period, today)
    background = town_background(database) if request.background is None else request.background
    database.check_may_write()
    secrets = read_secrets(database)
    check_public_background(database, background, secrets)
    addresses = read_addresses(database, request.addresses)
    rows = read_public(database, period)
    incidents = Places.single(rows.points.x, rows.points.y)
    found = suppress(cell_totals(incidents, addresses.places))
    by_category = category_classes(_by_category(rows, found), len(found.squares))
    fingerprint = _fingerprint(rows, found, by_category)
    check_overlap(database, period, fingerprint)
    measures = list_measures(database)
    for_everybody = tuple(row for row in measures if row.info_class is InfoClass.OPEN and row.status in DECIDED)
    return PublicReading(
        municipality=database.municipality_name or database.municipality,
        crs_authid=database.crs_authid,
        period=period,
        as_of=min(today, period.end),
        comparison=read_comparison(database, period, period.previous(), today),
        rows=rows,
        found=found,
        names=_names(database, found.squares),
        categories=by_category,
        fingerprint=fingerprint,
        are_buildings=addresses.are_buildings,
        address_source=addresses.name,
        measures=for_everybody,
        other_measures=len(measures) - len(for_everybody),
        secrets=secrets,
        kept_back=read_kept_back(database, kept_columns(request.edition), None),
        background=background,
        category_codes=catalogues.categories(database),
        organisations=catalogues.organisations(database),
        measure_kinds=catalogues.measure_kinds(database),
    )


def _check_kind(request: PackageRequest, period: Period, today: date) -> None:
    chosen = request.incident_filter
    if period.kind not in _KINDS or period.end > today:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "{first} – {last} cannot be published."),
            why=QT_TRANSLATE_NOOP(
                "est_plugin",
                "A public edition tells of a whole calendar month, tertial or half-year that is over. From periods "
                "that overlap one can work out what each of them leaves out.",
            ),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin",
                "Choose a month, a tertial (January–April, May–August, September–December) or a half-year that is "
                "over.",
            ),
            first=period.start,
            last=period.last_day,
        )
    if chosen.categories or chosen.organisations:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "A public edition takes no filter."),
            why=QT_TRANSLATE_NOOP(
                "est_plugin",
                "From the same squares with and without some categories or organisations one can work out single "
                "incidents.",
            ),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Show all categories and all organisations, then try again."),
        )


def _by_category(rows: PublicRows, found: Suppressed) -> Mapping[str, int]:
    """Of the incidents in the shown squares; of no others, see ``analysis.suppression``."""
    points = rows.points
    inside = in_squares(found.squares, points.x, points.y)
    counts = np.bincount(points.category[inside], minlength=len(points.category_codes))
    return dict(zip(points.category_codes, counts.tolist(), strict=True))


def _fingerprint(rows: PublicRows, found: Suppressed, categories: CategoryClasses) -> str:
    """Of all that is counted in the edition, in no language, and of the categories that may be counted."""
    content = {
        "squares": [(one.west, one.south, one.side, one.level.value) for one in found.squares],
        "total": town_total(int(found.incidents.sum()), len(found.squares)),
        "categories": [(code, level.value) for code, level in sorted(categories.classes)],
        "others": categories.others,
        "publishable": sorted(rows.publishable),
    }
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def _names(database: Database, squares: tuple[Square, ...]) -> tuple[str, ...]:
    """After the streets of the database's own map."""
    named: tuple[NamedGeometry, ...] = ()
    if _STREETS in database.tables():
        layer = QgsVectorLayer(database.layer_source(_STREETS), _STREETS, database.PROVIDER)
        crs = QgsCoordinateReferenceSystem(database.crs_authid)
        # A town that somebody else has drawn may have no names.
        if layer.fields().indexOf("name") >= 0:
            named = named_geometries(layer, "name", crs, QgsCoordinateTransformContext())
    boxes = [shapely.box(one.west, one.south, one.west + one.side, one.south + one.side) for one in squares]
    return tuple(name_places(boxes, named))
