# SPDX-License-Identifier: GPL-2.0-or-later
"""Which layers does the working group get for its own QGIS, and what is told of each thing? No id, no free text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import shapely
from qgis.PyQt.QtCore import QLocale

from est_plugin.analysis.count_change import Verdict
from est_plugin.analysis.day_parts import PARTS, UNKNOWN
from est_plugin.domain.edition import Part
from est_plugin.export import sentences
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from shapely.geometry.base import BaseGeometry

    from est_plugin.export.incident_columns import IncidentColumns
    from est_plugin.export.plan import HotspotItem, MeasureItem, PackagePlan

Value = str | int | float | bool | None


class Shape(StrEnum):
    """What a layer's geometries are."""

    POINT = "Point"
    MARKS = "MultiPoint"
    LINES = "MultiLineString"
    AREAS = "MultiPolygon"


class FieldKind(StrEnum):
    """What a field's values are; days are texts as ``2026-03-01``."""

    TEXT = "text"
    WHOLE = "whole"
    REAL = "real"
    DAY = "day"
    YES_NO = "yes_no"


@dataclass(frozen=True)
class Field:
    """A field by its Swedish and its English name, both ASCII."""

    sv: str
    en: str
    kind: FieldKind = FieldKind.TEXT

    def name(self, language: str) -> str:
        """Its name in ``sv`` or ``en``."""
        return self.sv if language == "sv" else self.en


@dataclass(frozen=True)
class HandedLayer:
    """A layer with its rows: a geometry (WKB) and as many values as there are fields."""

    name: Field
    #: As a person reads it.
    title: str
    shape: Shape
    #: One of ``resources/styles``.
    style: str
    fields: tuple[Field, ...]
    #: Which of our fields each field of the style is.
    styled: Mapping[str, Field]
    rows: tuple[tuple[bytes, tuple[Value, ...]], ...]


_NUMBER = Field("nr", "number", FieldKind.WHOLE)
_NAME, _TITLE, _PLACE = Field("namn", "name"), Field("titel", "title"), Field("plats", "place")
_RANK = Field("rang", "rank", FieldKind.WHOLE)
_STATUS, _STATUS_CODE = Field("status", "status"), Field("status_kod", "status_code")
_KIND, _KIND_CODE = Field("slag", "kind"), Field("slag_kod", "kind_code")
_OWNER = Field("ansvarig", "owner")
_WALK = Field("vandring", "walk")
_GROUP = Field("grupp", "category_group")
_HOTSPOT_FIELDS = (
    _RANK,
    _NAME,
    _STATUS,
    _STATUS_CODE,
    Field("antal", "incidents", FieldKind.WHOLE),
    Field("antal_fore", "incidents_before", FieldKind.WHOLE),
    Field("skillnad", "difference", FieldKind.WHOLE),
    Field("bedomning", "verdict"),
    Field("vanligast", "most_common"),
)
_MEASURE_FIELDS = (
    _NUMBER,
    _KIND,
    _KIND_CODE,
    _TITLE,
    _STATUS,
    _STATUS_CODE,
    Field("klart_senast", "due", FieldKind.DAY),
    Field("forsenad", "overdue", FieldKind.YES_NO),
    Field("hotspot_rang", "hotspot_rank", FieldKind.WHOLE),
)
_WALK_FIELDS = (
    _TITLE,
    _STATUS,
    Field("langd_m", "metres", FieldKind.REAL),
    Field("minuter", "minutes", FieldKind.REAL),
)
_STOP_FIELDS = (_NUMBER, _PLACE, _WALK)
_INCIDENT_FIELDS = (
    Field("kategori", "category"),
    _GROUP,
    Field("organisation", "organisation"),
    Field("dag", "day", FieldKind.DAY),
    Field("veckodag", "weekday"),
    Field("tid_pa_dygnet", "time_of_day"),
)
_MEASURE_LAYERS = {
    Shape.MARKS: (Field("atgarder_punkter", "measure_points"), "measure_points"),
    Shape.LINES: (Field("atgarder_strackor", "measure_lines"), "measure_lines"),
    Shape.AREAS: (Field("atgarder_ytor", "measure_areas"), "measure_areas"),
}


def layers_of(plan: PackagePlan) -> list[HandedLayer]:
    """The layers that have rows, the lowest on a map first."""
    words = Language(plan.language)
    has = plan.request.has
    layers = [
        *([_incidents(plan, plan.incidents, words)] if plan.incidents is not None else ()),
        *([_hotspots(plan, words)] if has(Part.HOTSPOTS) else ()),
        *(_measures(plan, words) if has(Part.MEASURES) else ()),
        *([_walks(plan, words), _stops(plan, words)] if has(Part.WALKS) else ()),
    ]
    return [layer for layer in layers if layer.rows]


def _hotspots(plan: PackagePlan, words: Language) -> HandedLayer:
    return HandedLayer(
        name=Field("hotspots", "hotspots"),
        title=words.translate("est_plugin", "Hotspots"),
        shape=Shape.AREAS,
        style="hotspots",
        fields=_HOTSPOT_FIELDS,
        styled={"period_rank": _RANK, "name": _NAME, "period_status": _STATUS_CODE},
        rows=tuple((spot.wkb, _hotspot_values(spot, words)) for spot in plan.hotspots),
    )


def _hotspot_values(spot: HotspotItem, words: Language) -> tuple[Value, ...]:
    change = spot.change
    return (
        spot.rank,
        spot.name,
        spot.status_label,
        spot.status,
        spot.incidents,
        spot.before,
        None if change is None or change.verdict is Verdict.INCOMPARABLE else change.difference,
        "" if change is None else words.translate("est_plugin", change.verdict.label),
        spot.main_category,
    )


def _measures(plan: PackagePlan, words: Language) -> Iterator[HandedLayer]:
    has_owners = plan.request.has(Part.OWNERS)
    ranks = {key: spot.rank for spot in reversed(plan.hotspots) for key in spot.measures}

    def values(item: MeasureItem) -> tuple[Value, ...]:
        return (
            item.number,
            item.kind,
            item.sign.code,
            item.title,
            sentences.status_text(item, words),
            item.status.value,
            None if item.due_date is None else item.due_date.isoformat(),
            item.is_overdue,
            ranks.get(item.key),
            *((item.owner,) if has_owners else ()),
        )

    placed = [(item.wkb, item) for item in plan.measures if item.wkb is not None]
    for shape, (name, style) in _MEASURE_LAYERS.items():
        yield HandedLayer(
            name=name,
            title=words.translate("est_plugin", "Measures"),
            shape=shape,
            style=style,
            fields=(*_MEASURE_FIELDS, *((_OWNER,) if has_owners else ())),
            styled={"status": _STATUS_CODE, "kind": _KIND_CODE, "title": _TITLE},
            rows=tuple((wkb, values(item)) for wkb, item in placed if _shape_of(shapely.from_wkb(wkb)) is shape),
        )


def _walks(plan: PackagePlan, words: Language) -> HandedLayer:
    return HandedLayer(
        name=Field("vandringar", "walks"),
        title=words.translate("est_plugin", "Safety walks"),
        shape=Shape.LINES,
        style="walks",
        fields=_WALK_FIELDS,
        styled={"status": _STATUS, "title": _TITLE},
        rows=tuple(
            (walk.wkb, (walk.title, walk.status_label, walk.length_m, walk.minutes))
            for walk in plan.walks
            if walk.wkb is not None
        ),
    )


def _stops(plan: PackagePlan, words: Language) -> HandedLayer:
    return HandedLayer(
        name=Field("stopp", "stops"),
        title=words.translate("est_plugin", "Stops"),
        shape=Shape.POINT,
        style="walk_stops",
        fields=_STOP_FIELDS,
        styled={"number": _NUMBER},
        rows=tuple(
            (stop.wkb, (stop.number, stop.place, walk.title))
            for walk in plan.walks
            for stop in walk.stops
            if stop.wkb is not None
        ),
    )


def _incidents(plan: PackagePlan, found: IncidentColumns, words: Language) -> HandedLayer:
    locale = QLocale(words.code)
    parts = [words.translate("est_plugin", part.label) for part in PARTS]
    places = shapely.to_wkb(shapely.points(found.x, found.y), byte_order=1)

    def values(number: int) -> tuple[Value, ...]:
        category = found.categories[found.category[number]]
        day = _day(plan, int(found.day[number]))
        part = int(found.part[number])
        return (
            category.name,
            found.groups[category.group].name,
            found.organisations[found.organisation[number]],
            None if day is None else day.isoformat(),
            "" if day is None else str(locale.dayName(day.isoweekday())),
            "" if part == UNKNOWN else parts[part],
        )

    return HandedLayer(
        name=Field("handelser", "incidents"),
        title=words.translate("est_plugin", "Incidents"),
        shape=Shape.POINT,
        style="incidents",
        fields=_INCIDENT_FIELDS,
        styled={"group": _GROUP},
        rows=tuple((bytes(place), values(number)) for number, place in enumerate(places)),
    )


def _day(plan: PackagePlan, number: int) -> date | None:
    return None if number == UNKNOWN else plan.period.start + timedelta(days=number)


def _shape_of(geometry: BaseGeometry) -> Shape:
    kind = geometry.geom_type.removeprefix("Multi")
    return {"LineString": Shape.LINES, "Polygon": Shape.AREAS}.get(kind, Shape.MARKS)
