# SPDX-License-Identifier: GPL-2.0-or-later
"""A walk is printed in a real desktop in Swedish: menu, dialog, a folder that is not there, the sheet."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import shapely
from desktop import Profile

from est_plugin.db.walks import NewStop, NewWalk, store_walk
from est_plugin.export.pdf_text import read_pdf
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database

if TYPE_CHECKING:
    from pytest import TempPathFactory  # noqa: PT013 (a type)

SCRIPT = Path(__file__).with_name("desktop_walk_sheet.py")


def test_a_person_prints_the_selected_walk(tmp_path_factory: TempPathFactory, qgis_app: object) -> None:
    folder = tmp_path_factory.mktemp("sheet")
    profile = Profile(folder)
    town = create_demo_database(
        folder / "lindvik.gpkg", seed=2, until=date(2026, 11, 1), feedback=SilentFeedback()
    ).database
    with town.reading() as connection:
        x, y = connection.execute("SELECT avg(minx), avg(miny) FROM rtree_town_street_geom").fetchone()
    line = shapely.LineString([(x, y), (x + 200, y), (x + 200, y + 150)])
    stops = (NewStop("Torget", x, y), NewStop("Gångtunneln", x + 200, y), NewStop("Skolgården", x + 200, y + 150))
    store_walk(town, NewWalk("Centrum en kväll", shapely.to_wkb(line, byte_order=1), line.length, 25.0, stops))
    told = profile.run_desktop(SCRIPT)
    assert "kunde inte skrivas" in told["refusal"]
    assert told["told"] == ["Vandringsbladet är klart: blad.pdf"]
    assert told["left"] == []
    text = "\n".join(read_pdf((folder / "blad.pdf").read_bytes()).texts)
    for wanted in ("Centrum en kväll", "Gångtunneln", "Nödläge 112"):
        assert wanted in text
