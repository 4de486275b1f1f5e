# SPDX-License-Identifier: GPL-2.0-or-later
"""A safety walk that was walked in the demo town, with its whole protocol and some of the answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import numpy as np
import shapely

from est_plugin.analysis.sun import sun_elevation
from est_plugin.db import changesets
from est_plugin.db.changesets import Change, Changeset, Op
from est_plugin.db.geometry_blob import geometry_blob, point_blob
from est_plugin.db.times import LOCAL_ZONE, to_text
from est_plugin.domain.observation import Answer, Term
from est_plugin.domain.walk import LandOwner, LightCondition, WalkStatus, walking_minutes
from est_plugin.intake.demo_geography import SRS_ID, to_map

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.db.database import Database

_TITLE = "Trygghetsvandring i Stadsparken"
#: Crossings that the route passes, in cells of the town's grid; the streets between them are as many points.
_CROSSINGS = ((8, 7), (7, 7), (7, 8), (6, 8), (5, 8), (4, 8), (4, 7), (5, 7), (6, 7), (6, 6), (7, 6), (8, 6), (8, 7))
_POINTS_PER_BLOCK = 5
_DAYS_AGO = 30
_THURSDAY = 3
_BEGINS, _LASTS = time(19), timedelta(minutes=85)
#: Where the town lies, in degrees, and how low the sun is when it is dark (civil twilight is over).
_LONGITUDE, _LATITUDE, _DARK = 14.46, 59.9, -6.0
_PACE = {"speed_kmh": 3.5, "minutes_per_stop": 6}
_PARTICIPANTS = (
    ("resident", 6), ("young", 2), ("old", 3), ("disability", 1), ("housing_company", 1), ("streets_parks", 1),
    ("lighting", 1), ("police", 1), ("coordinator", 1),
)  # fmt: skip


@dataclass(frozen=True)
class _Seen:
    """One answer of the checklist at a stop, and what became of it."""

    item: str
    value: str = ""
    comment: str = ""
    measure: str | None = None
    term: Term | None = None
    priority: int | None = None
    responsible: str | None = None
    answer: Answer | None = None
    reply: str = ""


@dataclass(frozen=True)
class _Stop:
    """A stop at a place of the grid."""

    column: float
    row: float
    place: str
    owner: LandOwner
    seen: tuple[_Seen, ...]
    comment: str = ""


_STOPS = (
    _Stop(7.5, 7, "Gränden bakom rådhuset", LandOwner.MUNICIPALITY, (
        _Seen("BEL", "1", "Lyser bra vid entrén, mörkt vid cykelstället."),
        _Seen("UND", "2", "Trasig bänk och klotter på elskåpet.", "KLO", Term.QUICK, 2, "teknisk",
              Answer.DONE, "Klottret är borttaget och bänken lagad."),
        _Seen("KÄN", "3"),
    )),
    _Stop(6.5, 8, "Parkens östra entré", LandOwner.MUNICIPALITY, (
        _Seen("BEL", "3", "Två lyktor i rad är släckta.", "BEL", Term.QUICK, 1, "teknisk",
              Answer.PLANNED, "Lamporna byts vid nästa rond."),
        _Seen("VEG", "2", "Syrenen skymmer gångvägen.", "VEG", Term.QUICK, 2, "teknisk",
              Answer.DONE, "Buskarna är beskurna."),
        _Seen("KÄN", "2"),
    )),
    _Stop(5, 8, "Mitt i Stadsparken", LandOwner.MUNICIPALITY, (
        _Seen("SIK", "2", "Lekplatsens hörn syns inte från vägen."),
        _Seen("INS", "3", "Inga fönster vetter hit."),
        _Seen("SAM", "2", "Skräp efter samling vid scenen.", "STÄ", Term.QUICK, 2, "kommun"),
        _Seen("FLY", "yes", "Tre vägar ut."),
        _Seen("KÄN", "2"),
    ), "Här stannade gruppen längst."),
    _Stop(4, 7.5, "Gångvägen mot skolan", LandOwner.MUNICIPALITY, (
        _Seen("BEL", "2", "Stora avstånd mellan lyktorna.", "BEL", Term.LONG_TERM, 1, "teknisk",
              Answer.PLANNED, "Ny belysning är med i förslaget till nästa års budget."),
        _Seen("TIL", "1"),
        _Seen("PLU", comment="Fin ny sittplats vid muren."),
    )),
    _Stop(6, 6.5, "Kvarngaragets infart", LandOwner.HOUSING_COMPANY, (
        _Seen("ENT", "3", "Porten går inte i lås.", "SKA", Term.QUICK, 1, "bostadsbolag"),
        _Seen("TRA", "2", "Mopeder genar över gården.", "HIN", Term.LONG_TERM, 2, "bostadsbolag",
              Answer.DECLINED, "Räddningstjänsten behöver komma fram; bolaget prövar skyltning i stället."),
        _Seen("PLA", comment="Bostadsbolaget. Felanmälan går att göra, men skylten saknas."),
        _Seen("KÄN", "2"),
    ), "Privat mark: bolaget avgör."),
    _Stop(8, 6.5, "Stora torget", LandOwner.MUNICIPALITY, (
        _Seen("FOL", "0", "Folk i rörelse hela kvällen."),
        _Seen("SKY", "1"),
        _Seen("KOL", "0"),
        _Seen("PLU", comment="Uteserveringarna gör torget tryggt."),
        _Seen("KÄN", "4"),
    )),
)  # fmt: skip


def store_demo_walk(database: Database, until: date) -> None:
    """Store the walk of a Thursday about a month before ``until`` in a database of the demo town.

    Raises DatabaseError if it cannot be written.
    """
    changesets.apply(database, Changeset(tuple(_changes(until))))


def _changes(until: date) -> Iterator[Change]:
    day = until - timedelta(days=_DAYS_AGO)
    day -= timedelta(days=(day.weekday() - _THURSDAY) % 7)
    begins = datetime.combine(day, _BEGINS, LOCAL_ZONE)
    line = shapely.LineString(_route())
    walk = str(uuid4())
    yield _new("walk", _walk(line, begins), walk)
    for role, number in _PARTICIPANTS:
        yield _new("walk_participant", {"walk": walk, "role": role, "number": number})
    for number, stop in enumerate(_STOPS, start=1):
        uuid = str(uuid4())
        x, y = to_map(np.array([stop.column]), np.array([stop.row])).round(2)[0].tolist()
        place = point_blob(x, y, SRS_ID)
        yield _new(
            "walk_stop",
            {
                "walk": walk, "number": number, "place": stop.place, "land_owner": stop.owner.value,
                "comment": stop.comment, "geom": place,
            },
            uuid,
        )  # fmt: skip
        seen_at = begins + _LASTS * number / (len(_STOPS) + 1)
        for seen in stop.seen:
            due = None if seen.measure is None else day + timedelta(days=60 if seen.term is Term.QUICK else 365)
            yield _new("observation", _observation(seen, seen_at, due) | {"walk_stop": uuid, "geom": place})


def _walk(line: shapely.LineString, begins: datetime) -> dict[str, Any]:
    return {
        "title": _TITLE,
        "status": WalkStatus.WALKED.value,
        "starts_at": to_text(begins),
        "ends_at": to_text(begins + _LASTS),
        "light_condition": _light(begins).value,
        "weather": "Uppehåll, svag vind",
        "length_m": round(line.length),
        "minutes": round(walking_minutes(line.length, len(_STOPS), **_PACE)),
        "area": "Stadsparken och Kvarngaraget",
        "meeting_point": "Rådhusets trappa",
        "organiser": "Trygghetssamordnare",
        "note_taker_function": "Handläggare, gata och park",
        "reason": "Många undviker parken på kvällen.",
        "next_walk": (begins.date() + timedelta(days=182)).isoformat(),
        "geom": geometry_blob(shapely.to_wkb(line, byte_order=1), line.bounds, SRS_ID),
    }


def _observation(seen: _Seen, seen_at: datetime, due: date | None) -> dict[str, Any]:
    return {
        "item": seen.item,
        "value": seen.value,
        "comment": seen.comment,
        "measure_kind": seen.measure,
        "term": seen.term,
        "priority": seen.priority,
        "responsible": seen.responsible,
        "deadline": None if due is None else due.isoformat(),
        "observed_at": to_text(seen_at),
        "answer": seen.answer,
        "reply": seen.reply,
    }


def _new(table: str, values: dict[str, Any], uuid: str = "") -> Change:
    return Change(table, Op.INSERT, uuid or str(uuid4()), values)


def _route() -> list[tuple[float, float]]:
    """Along the streets, in EPSG:3006."""
    crossings = np.array(_CROSSINGS, np.float64)
    steps = np.arange(0, len(crossings) - 1 + 1e-9, 1 / (_POINTS_PER_BLOCK - 1))
    numbers = np.arange(len(crossings))
    columns, rows = (np.interp(steps, numbers, crossings[:, axis]) for axis in (0, 1))
    return [tuple(point) for point in to_map(columns, rows).round(2).tolist()]


def _light(at: datetime) -> LightCondition:
    elevation = sun_elevation(np.array([_LONGITUDE]), np.array([_LATITUDE]), np.array([int(at.timestamp())]))[0]
    if elevation > 0:
        return LightCondition.DAYLIGHT
    return LightCondition.DUSK if elevation > _DARK else LightCondition.DARK
