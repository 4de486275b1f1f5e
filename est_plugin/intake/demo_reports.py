# SPDX-License-Identifier: GPL-2.0-or-later
"""What was reported in Lindvik: some fourteen months with true hotspots and the rhythm of a small town."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from est_plugin.intake.demo_geography import COLUMNS, MAIN_COLUMN, MAIN_ROW, ROWS, is_in_town, to_map

DAYS = 425
TOTAL = 4000
_SHARE_IN_HOTSPOTS = 0.42
_SHARE_WITH_PHONE = 0.03
#: Weights of the hours 0..23, and of the days Monday..Sunday.
_HOURS = {
    "evening": (5, 4, 2, 1, 1, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 3, 4, 5, 7, 9, 11, 12, 11, 8),
    "night": (12, 12, 10, 6, 3, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 3, 4, 5, 7, 9, 11),
    "day": (0, 0, 0, 0, 0, 1, 3, 8, 10, 10, 9, 8, 7, 8, 8, 7, 6, 4, 3, 2, 2, 1, 1, 0),
    "school": (0, 0, 0, 0, 0, 0, 0, 2, 4, 6, 6, 8, 8, 7, 9, 11, 9, 5, 4, 4, 3, 2, 1, 0),
}
_WEEKDAYS = {
    "evening": (7, 7, 8, 10, 20, 22, 9),
    "night": (3, 3, 4, 6, 20, 24, 10),
    "day": (12, 11, 11, 11, 10, 5, 4),
    "school": (10, 11, 11, 11, 10, 2, 2),
}
_RHYTHM_OF_CATEGORY = {
    "bristfallig_belysning": "day", "nedskrapning": "day", "fordonsvrak": "day", "kanyl": "day", "klotter": "night",
    "vald": "night", "anlagd_brand": "night",
}  # fmt: skip
_EVERYWHERE = {
    "klotter": 16, "nedskrapning": 14, "bristfallig_belysning": 12, "skadegorelse": 10, "buskorning": 8, "samling": 6,
    "fordonsmusik": 5, "otrygg_plats": 5, "inbrott": 5, "fordonsvrak": 4, "brak": 3, "berusade": 3, "kanyl": 2,
    "anlagd_brand": 1, "stold": 6,
}  # fmt: skip
_TEXTS = {
    "klotter": ("Klotter på fasaden", "Ny tagg på elskåpet", "Klotter i trapphuset"),
    "nedskrapning": ("Glas och burkar på marken", "Överfull papperskorg", "Sopor vid återvinningen"),
    "bristfallig_belysning": ("Lampan är släckt", "Två lyktor i rad lyser inte", "Blinkande lampa"),
    "skadegorelse": ("Sönderslagen bänk", "Uppbrutet elskåp", "Skyltar nedrivna"),
    "buskorning": ("A-traktor driftar", "Mopeder i hög fart på gångbanan"),
    "samling": ("Större grupp i trapphuset", "Ett gäng på tio personer, hög ljudnivå"),
    "ungdomssamling": ("Ungdomar vid entrén efter stängning", "Högljutt sällskap på skolgården"),
    "fordonsmusik": ("Hög musik från parkerade bilar", "Epor med hög musik"),
    "otrygg_plats": ("Boende undviker platsen på kvällen", "Mörkt och skymt"),
    "inbrott": ("Uppbruten förrådsdörr", "Inbrott i källare"),
    "stold": ("Cykel stulen vid cykelstället", "Paket taget i porten"),
    "fordonsvrak": ("Övergiven bil utan hjul",),
    "brak": ("Bråk mellan två sällskap", "Knuffar och skrik i kön"),
    "vald": ("Slagsmål vid stängning",),
    "berusade": ("Berusat sällskap på bänkarna",),
    "droghantering": ("Misstänkt överlåtelse",),
    "kanyl": ("Kanyl i gräset",),
    "anlagd_brand": ("Eld i papperskorg",),
}


@dataclass(frozen=True)
class PlantedHotspot:
    """A place where more is reported than chance explains."""

    name: str
    place_type: str
    #: Position in cells of the town's grid.
    column: float
    row: float
    radius_m: float
    weight: float
    rhythm: str
    categories: tuple[str, ...]
    #: Part of the time, 0..1, in which it is one.
    active_from: float = 0.0
    active_to: float = 1.0


HOTSPOTS = (
    PlantedHotspot("Stora torget", "torg", 8.5, 6.5, 130, 15, "evening",
                   ("samling", "brak", "berusade", "nedskrapning")),
    PlantedHotspot("Stationen", "station", 9.6, 11.5, 120, 14, "evening",
                   ("droghantering", "samling", "klotter", "stold")),
    PlantedHotspot("Lindskolan", "skolgård", 3.5, 3.6, 110, 12, "school",
                   ("ungdomssamling", "skadegorelse", "klotter")),
    PlantedHotspot("Gångtunneln", "tunnel", 8.0, 11.0, 50, 8, "night",
                   ("klotter", "otrygg_plats", "bristfallig_belysning")),
    PlantedHotspot("Stadsparken", "park", 5.5, 8.0, 130, 12, "evening",
                   ("droghantering", "kanyl", "nedskrapning", "samling")),
    PlantedHotspot("Kvarngaraget", "garage", 6.5, 5.4, 60, 8, "night",
                   ("inbrott", "skadegorelse", "anlagd_brand")),
    PlantedHotspot("Hamnplan", "parkering", 11.5, 3.5, 110, 12, "evening",
                   ("buskorning", "fordonsmusik"), active_from=0.82),
    PlantedHotspot("Krogstråket", "gata", 10.2, 6.1, 90, 10, "night",
                   ("vald", "brak", "berusade"), active_to=0.7),
)  # fmt: skip


@dataclass(frozen=True)
class Report:
    """One report before an organisation writes it down. Local time; coordinates in EPSG:3006."""

    category: str
    occurred: datetime
    found: datetime
    x: float
    y: float
    place: str
    place_type: str
    text: str
    severity: int


def draw_reports(chance: np.random.Generator, until: date) -> tuple[Report, ...]:
    """The reports of DAYS days before ``until``, in the order of time."""
    in_hotspots = int(TOTAL * _SHARE_IN_HOTSPOTS)
    weights = np.array([hotspot.weight * (hotspot.active_to - hotspot.active_from) for hotspot in HOTSPOTS])
    chosen = chance.choice(len(HOTSPOTS), in_hotspots, p=weights / weights.sum())
    reports = [_in_hotspot(HOTSPOTS[number], chance, until) for number in chosen]
    reports += [_anywhere(chance, until) for _ in range(TOTAL - in_hotspots)]
    return tuple(sorted(reports, key=lambda report: (report.occurred, report.x, report.y)))


def _in_hotspot(hotspot: PlantedHotspot, chance: np.random.Generator, until: date) -> Report:
    centre = to_map(np.array([hotspot.column]), np.array([hotspot.row]))[0]
    x, y = centre + chance.normal(0, hotspot.radius_m / 1.5, 2)
    category = hotspot.categories[int(min(chance.exponential(1.2), len(hotspot.categories) - 1))]
    occurred = _time(hotspot.rhythm, chance, until, (hotspot.active_from, hotspot.active_to))
    return _report(category, occurred, (float(x), float(y)), (hotspot.name, hotspot.place_type), chance)


def _anywhere(chance: np.random.Generator, until: date) -> Report:
    """A place beside a street, rather in the middle of the town than at its edge."""
    while True:
        column = float(np.clip(chance.normal(MAIN_COLUMN, 4.2), 0, COLUMNS))
        row = float(np.clip(chance.normal(MAIN_ROW + 1, 3.6), 0, ROWS))
        if chance.random() < 0.5:  # noqa: PLR2004 (half of the streets run each way)
            column = round(column) + chance.normal(0, 0.06)
        else:
            row = round(row) + chance.normal(0, 0.06)
        if is_in_town(column, row):
            break
    x, y = to_map(np.array([column]), np.array([row]))[0]
    codes = tuple(_EVERYWHERE)
    weights = np.array([_EVERYWHERE[code] for code in codes], dtype=np.float64)
    category = codes[int(chance.choice(len(codes), p=weights / weights.sum()))]
    rhythm = _RHYTHM_OF_CATEGORY.get(category, "evening")
    return _report(category, _time(rhythm, chance, until, (0.0, 1.0)), (float(x), float(y)), ("", "gata"), chance)


def _time(rhythm: str, chance: np.random.Generator, until: date, active: tuple[float, float]) -> datetime:
    """A time before ``until`` by the rhythm of hours and weekdays, in the active part of the days."""
    weekdays = np.array(_WEEKDAYS[rhythm], dtype=np.float64)
    first, last = (round(DAYS * part) for part in active)
    while True:
        day = until - timedelta(days=DAYS - int(chance.integers(first, last)))
        if chance.random() < weekdays[day.weekday()] / weekdays.max():
            break
    hours = np.array(_HOURS[rhythm], dtype=np.float64)
    hour = int(chance.choice(24, p=hours / hours.sum()))
    return datetime(day.year, day.month, day.day, hour, int(chance.integers(0, 60)))  # noqa: DTZ001 (local, as written)


def _report(
    category: str, occurred: datetime, place: tuple[float, float], name: tuple[str, str], chance: np.random.Generator
) -> Report:
    text = str(chance.choice(_TEXTS[category]))
    if chance.random() < _SHARE_WITH_PHONE:
        # Numbers that are reserved for fiction.
        text += f". Anmälaren nås på 070-174 06 {chance.integers(5, 100):02d}"
    end_of_day = occurred.replace(hour=23, minute=59)
    found = min(occurred + timedelta(minutes=int(chance.exponential(90))), end_of_day)
    return Report(
        category, occurred, found, *place, *name, text, int(chance.choice(5, p=(0.3, 0.3, 0.25, 0.1, 0.05))) + 1
    )
