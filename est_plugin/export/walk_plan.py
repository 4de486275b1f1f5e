# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes onto the paper of a safety walk: plain values, read once. Nothing of incidents goes along."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING

import numpy as np
import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

from est_plugin.analysis.nightfall import Place, evening_of
from est_plugin.db.catalogues import read_code_lists
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.db.walk_paper import paper_of_walk
from est_plugin.domain.walk import PUBLIC_ROLES
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.background import town_background
from est_plugin.i18n import Language
from est_plugin.layers.wgs84 import longitude_latitude

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from est_plugin.analysis.nightfall import Evening
    from est_plugin.db.database import Database
    from est_plugin.db.walk_paper import OpenObservation, PaperStop, WalkPaper
    from est_plugin.domain.code_list import Code
    from est_plugin.domain.observation import Answer
    from est_plugin.domain.walk import LandOwner
    from est_plugin.export.plan import BackgroundLayer

#: The sizes of paper that there are templates for.
PAPERS = ("A4", "A3")
#: What earlier walks left open is told at a stop within so many metres.
NEAR = 50.0


@dataclass(frozen=True)
class OpenPoint:
    """What an earlier walk found near a stop, named in the paper's language."""

    #: In the database's CRS.
    x: float
    y: float
    item: str
    answer: Answer | None
    walked_at: datetime | None


@dataclass(frozen=True)
class SheetStop:
    """A stop with its place in the database's CRS (None: it has none yet)."""

    uuid: str
    number: int
    place: str
    land_owner: LandOwner | None
    point: shapely.Point | None
    open_points: tuple[OpenPoint, ...]


@dataclass(frozen=True, eq=False)
class WalkSheetPlan:
    """The paper of one walk, decided. Times in Europe/Stockholm, coordinates in ``crs_authid``, in metres."""

    title: str
    paper: str
    language: str
    starts_at: datetime | None
    ends_at: datetime | None
    area: str
    meeting_point: str
    length_m: float | None
    minutes: float | None
    #: None without a date.
    evening: Evening | None
    route: shapely.LineString | None
    stops: tuple[SheetStop, ...]
    #: How many take part, and the names of those roles that are no small group that everybody would know.
    people: int
    functions: tuple[str, ...]
    checklist: tuple[Code, ...]
    crs_authid: str
    background: tuple[BackgroundLayer, ...]

    @property
    def attribution(self) -> str:
        """Whom to credit for the background."""
        return ", ".join(dict.fromkeys(layer.attribution for layer in self.background if layer.attribution))

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north of route and stops."""
        shapes = [self.route, *(stop.point for stop in self.stops)]
        west, south, east, north = shapely.total_bounds([shape for shape in shapes if shape is not None])
        return float(west), float(south), float(east), float(north)


def make_walk_plan(
    database: Database,
    uuid: str = "",
    *,
    paper: str = PAPERS[0],
    language: str = "sv",
    background: Sequence[BackgroundLayer] | None = None,
) -> WalkSheetPlan:
    """The plan for a walk, or for the newest that is planned; without ``background`` the database's own map.

    Raises InputError if there is no such walk, or if it has neither a route nor a stop with a place.
    """
    found = paper_of_walk(database, uuid)
    route = _line(found.wkb)
    lists = read_code_lists(database)
    items = {code.code: code.name(language) for code in lists.checklist}
    roles = {code.code: code.name(language) for code in lists.participant_roles}
    points = [_open_point(row, items) for row in found.open_observations]
    stops = tuple(_stop(stop, points) for stop in found.stops)
    title = found.title or Language(language).translate("est_plugin", "Safety walk")
    places = [shape for shape in (route, *(stop.point for stop in stops)) if shape is not None]
    if not places:
        raise _nowhere(title)
    starts_at = _local(found.starts_at)
    return WalkSheetPlan(
        title=title,
        paper=paper,
        language=language,
        starts_at=starts_at,
        ends_at=_local(found.ends_at),
        area=found.area,
        meeting_point=found.meeting_point,
        length_m=_length(found, route),
        minutes=found.minutes,
        evening=None if starts_at is None else _evening(starts_at, places[0].centroid, database.crs_authid),
        route=route,
        stops=stops,
        people=sum(number for _, number in found.participants),
        functions=tuple(roles.get(role, role) for role, _ in found.participants if role in PUBLIC_ROLES),
        checklist=lists.checklist,
        crs_authid=database.crs_authid,
        background=town_background(database) if background is None else tuple(background),
    )


def _nowhere(title: str) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "The walk “{title}” cannot be printed."),
        why=QT_TRANSLATE_NOOP("est_plugin", "It has neither a route nor a stop on the map."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Draw its route or set its stops, save, and print it again."),
        title=title,
    )


def _line(wkb: bytes | None) -> shapely.LineString | None:
    line = None if wkb is None else shapely.from_wkb(wkb)
    return line if isinstance(line, shapely.LineString) and not line.is_empty else None


def _length(found: WalkPaper, route: shapely.LineString | None) -> float | None:
    if found.length_m is not None or route is None:
        return found.length_m
    return float(route.length)


def _open_point(row: OpenObservation, items: Mapping[str, str]) -> OpenPoint:
    place = shapely.from_wkb(row.wkb).centroid
    # Before the colon stands what the item is about.
    item = items.get(row.item, row.item).split(":")[0]
    return OpenPoint(place.x, place.y, item, row.answer, _local(row.walked_at))


def _local(instant: datetime | None) -> datetime | None:
    return None if instant is None else instant.astimezone(LOCAL_ZONE)


def _stop(stop: PaperStop, points: Sequence[OpenPoint]) -> SheetStop:
    shape = None if stop.wkb is None else shapely.from_wkb(stop.wkb)
    point = None if shape is None or shape.is_empty else shape.centroid
    return SheetStop(
        uuid=stop.uuid,
        number=stop.number,
        place=stop.place,
        land_owner=stop.land_owner,
        point=point,
        open_points=()
        if point is None
        else tuple(found for found in points if math.hypot(found.x - point.x, found.y - point.y) <= NEAR),
    )


def _evening(starts_at: datetime, place: shapely.Point, crs_authid: str) -> Evening:
    crs = QgsCoordinateReferenceSystem(crs_authid)
    degrees = longitude_latitude(np.array([place.x]), np.array([place.y]), crs, QgsCoordinateTransformContext())
    midnight = datetime.combine(starts_at.date(), time(), LOCAL_ZONE)
    return evening_of(Place(float(degrees.longitude[0]), float(degrees.latitude[0])), int(midnight.timestamp()))
