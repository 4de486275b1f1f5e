# SPDX-License-Identifier: GPL-2.0-or-later
"""A map manager takes in a messy file in a real desktop in Swedish, with mouse and keys."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from desktop import Profile
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject

from est_plugin.db.migrator import create_database
from est_plugin.feedback import SilentFeedback

if TYPE_CHECKING:
    from pytest import TempPathFactory  # noqa: PT013 (a type)

SCRIPT = Path(__file__).with_name("desktop_take_in.py")


def write_messy_file(path: Path) -> None:
    """What an older register exports: RT 90 with X to the north, decimal commas, Windows-1252, words of its own."""
    chance = random.Random(1)
    to_rt90 = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:3006"), QgsCoordinateReferenceSystem("EPSG:3021"), QgsProject.instance()
    )
    rows = []
    for number in range(1, 61):
        place = QgsPointXY(chance.gauss(503_000, 900), chance.gauss(6_571_000, 900))
        point = to_rt90.transform(place)
        x, y = (f"{value:.1f}".replace(".", ",") for value in (point.y(), point.x()))
        kind = "Sprejfärg" if number % 15 == 0 else chance.choice(("Klotter", "Nedskräpning", "Bråk"))
        day = f"{1 + number % 28:02}.03.2026"
        rows.append([f"F-{number:03}", day, f"{number % 24}:05", kind, "Storgatan 4", "Ring 070-174 06 05", x, y])
    rows[6][1] = "30.02.2026"
    rows[40][6] = rows[40][7] = "0,0"
    lines = [";".join(row) for row in rows]
    header = "Ärendenr;Datum;Kl.;Felkategori;Adress;Anteckning;X-koord;Y-koord"
    path.write_bytes("\r\n".join((header, *lines, "")).encode("windows-1252"))


@pytest.fixture(scope="module")
def seen(tmp_path_factory: TempPathFactory, qgis_app: object) -> dict[str, object]:
    """What the desktop showed."""
    folder = tmp_path_factory.mktemp("desktop")
    profile = Profile(folder)
    write_messy_file(folder / "felanmalan.csv")
    create_database(
        folder / "est.gpkg", srs_id=3006, municipality="1881", municipality_name="Lindvik", feedback=SilentFeedback()
    )
    return profile.run_desktop(SCRIPT)


def test_the_file_is_recognised_and_its_coordinate_system_proposed(seen: dict[str, object]) -> None:
    assert seen["recognised"] == "60 rader, 8 kolumner · Windows-1252, avgränsad med semikolon"
    assert "0 av 59 punkter hamnar i databasens område" in seen["places_at_first"]
    assert "59 av 59 punkter hamnar i databasens område" in seen["places"]


def test_the_check_shows_what_would_come_and_stores_nothing(seen: dict[str, object]) -> None:
    assert "inget är lagrat än" in seen["checked"]
    assert seen["stored_after_check"] == 0
    assert not seen["quarantine_at_first"]


def test_the_report_tells_the_same_as_a_fact(seen: dict[str, object]) -> None:
    assert seen["report"].startswith("Intaget: felanmalan.csv")
    assert "Till exempel ”30.02.2026" in seen["report"]
    assert "Sprejfärg" not in seen["report"]
    assert "58" in seen["report"]


def test_the_map_and_page_1_show_the_newest_period(seen: dict[str, object]) -> None:
    assert seen["incidents"] == 58
    assert seen["in_view"]
    assert seen["period"] == ["2026-03-01", "2026-03-31"]
    assert "58 händelser" in seen["total"]
    assert seen["button"] == "Karantän (2)…"


def test_a_mended_row_becomes_an_incident_and_a_discarded_one_keeps_its_story(seen: dict[str, object]) -> None:
    assert "30.02.2026" in seen["reasons"][0]
    assert seen["after_mending"] == 59
    assert any("Provrad" in story for story in seen["stories"])
    assert any(story.startswith("Blev en händelse") for story in seen["stories"])
    assert seen["button_at_last"] == "Karantän (0)…"
