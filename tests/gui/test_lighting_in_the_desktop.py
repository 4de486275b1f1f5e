# SPDX-License-Identifier: GPL-2.0-or-later
"""In a real desktop in Swedish: the dark stretches of a walk in the demo town become proposed measures."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import shapely
from desktop import Profile

from est_plugin.db.changesets import Change, Changeset, Op, apply
from est_plugin.db.walks import NewStop, NewWalk, store_walk
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database

if TYPE_CHECKING:
    from pytest import TempPathFactory  # noqa: PT013 (a type)

    from est_plugin.db.database import Database

SCRIPT = Path(__file__).with_name("desktop_lighting.py")
#: In metres from the south-western corner of the town: across the park, where few lamps are.
PLACES = {"Torget": (1200, 900), "Parken": (700, 1300), "Skolan": (900, 1700), "Bron": (1400, 1350)}


def add_walk(database: Database) -> None:
    places = tuple(NewStop(name, 470_000 + x, 6_640_000 + y) for name, (x, y) in PLACES.items())
    route = shapely.LineString([(place.x, place.y) for place in (*places, places[0])])
    wkb = shapely.to_wkb(route, byte_order=1)
    walk = store_walk(database, NewWalk("Genom parken", wkb, route.length, 60.0, places))
    starts = {"starts_at": "2026-11-12T17:00:00.000Z"}
    apply(database, Changeset((Change("walk", Op.UPDATE, walk, starts, base_version=1),)))


def test_dark_stretches_become_measures_with_the_mouse(tmp_path_factory: TempPathFactory, qgis_app: object) -> None:
    folder = tmp_path_factory.mktemp("lighting")
    profile = Profile(folder)
    demo = create_demo_database(folder / "lindvik.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    add_walk(demo.database)
    told = profile.run_desktop(SCRIPT)
    assert "Utan fungerande lampa inom 25 m" in told["text"]
    assert "Vandringen börjar 2026-11-12 18:00" in told["text"]
    assert sorted(told["register"]) == ["broken: är trasig", "ok: fungerar"]
    assert sum(told["proposed"]) == len(told["listed"]) > 0
    assert told["unsaved"]
    assert told["stored"] == len(told["listed"])
