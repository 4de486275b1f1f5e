# SPDX-License-Identifier: GPL-2.0-or-later
"""The main job on reports that nobody here wrote: Boston's 311 service requests of 2015, five files.

Import, hotspots and package go through the algorithms, and the counts are checked against the raw files.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from boston import CATEGORIES, mapping
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)

from est_plugin.db.file_database import open_database
from est_plugin.db.hotspots import list_hotspots
from est_plugin.domain.period import Period
from est_plugin.processing.provider import EstProvider

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Where reports without a known place were put: the city hall.
DEFAULT_POINT = ("42.3594", "-71.0587")
FIRST, LAST = "2015-03-01", "2015-04-30"


@pytest.fixture(scope="module")
def provider(qgis_app: object, qgis_processing: object) -> Iterator[None]:
    provider = EstProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture(scope="module")
def raw(shared_data: Path) -> dict[str, list[dict[str, str]]]:
    """The rows of each file, read by Python alone."""
    rows = {}
    for name in CATEGORIES:
        with gzip.open(shared_data / "boston_311_2015" / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as file:
            rows[name] = list(csv.DictReader(file))
    return rows


@pytest.fixture(scope="module")
def imported(provider: None, shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """A database with all five files, and what each import said."""
    folder = tmp_path_factory.mktemp("boston")
    database = str(folder / "boston.gpkg")
    processing.run("est:createdatabase", {"OUTPUT": database, "CRS": "EPSG:32619", "MUNICIPALITY_NAME": "Boston"})
    reports = {}
    for name in CATEGORIES:
        mapping(name).save(folder / f"{name}.json")
        reports[name] = processing.run(
            "est:importincidents",
            {
                "DATABASE": database,
                "INPUT": str(shared_data / "boston_311_2015" / f"{name}.csv.gz"),
                "MAPPING": str(folder / f"{name}.json"),
            },
        )
    return {"folder": folder, "database": Path(database), "reports": reports}


@pytest.fixture(scope="module")
def found(imported: dict[str, object]) -> dict[str, object]:
    """Hotspots of two months."""
    return processing.run(
        "est:hotspots",
        {
            "DATABASE": str(imported["database"]),
            "PERIOD_START": FIRST,
            "PERIOD_END": LAST,
            "OUTPUT": "memory:",
        },
    )


def test_every_row_is_accepted_known_or_in_quarantine(imported: dict, raw: dict) -> None:
    for name, report in imported["reports"].items():
        assert report["ROWS"] == len(raw[name])
        assert report["ROWS"] == report["ACCEPTED"] + report["KNOWN"] + report["QUARANTINED"]
    assert sum(report["ROWS"] for report in imported["reports"].values()) == 18_442


def test_the_database_holds_the_reports_of_the_files_by_category(imported: dict, raw: dict) -> None:
    with open_database(imported["database"]).reading() as connection:
        stored = dict(connection.execute("SELECT category, count(*) FROM incident GROUP BY category").fetchall())
        known = {row["source_ref"] for row in connection.execute("SELECT source_ref FROM incident")}
        refused = {
            json.loads(row["raw"])["CASE_ENQUIRY_ID"] if row["raw"].startswith("{") else ""
            for row in connection.execute("SELECT raw FROM quarantine")
        }
    cases = {row["CASE_ENQUIRY_ID"] for rows in raw.values() for row in rows}
    assert cases - known == refused & (cases - known)
    for name, category in CATEGORIES.items():
        assert stored[category] == imported["reports"][name]["ACCEPTED"]


def in_period(row: dict[str, str]) -> bool:
    """Was the case opened on one of the period's Swedish days?"""
    opened = datetime.strptime(row["OPEN_DT"], "%m/%d/%Y %I:%M:%S %p").replace(tzinfo=ZoneInfo("America/New_York"))
    return FIRST <= opened.astimezone(ZoneInfo("Europe/Stockholm")).date().isoformat() <= LAST


def points_of(raw: dict[str, list[dict[str, str]]], *, with_default: bool) -> list[tuple[QgsPointXY, int]]:
    """Places of the period with their number of reports, in the database's CRS, straight from the raw files."""
    to_map = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem("EPSG:32619"), QgsProject.instance()
    )
    places = Counter(
        (row["LATITUDE"], row["LONGITUDE"])
        for rows in raw.values()
        for row in rows
        if in_period(row) and (with_default or (row["LATITUDE"], row["LONGITUDE"]) != DEFAULT_POINT)
    )
    return [
        (to_map.transform(QgsPointXY(float(longitude), float(latitude))), number)
        for (latitude, longitude), number in places.items()
    ]


def outlines(layer: QgsVectorLayer) -> dict[str, int]:
    """The hotspots of a layer by their outline."""
    return {feature.geometry().asWkt(0): feature["incidents"] for feature in layer.getFeatures()}


def test_the_default_point_is_told_and_no_hotspot_comes_from_it(found: dict, raw: dict) -> None:
    at_default = sum(number for _, number in points_of(raw, with_default=True)) - sum(
        number for _, number in points_of(raw, with_default=False)
    )
    assert at_default > 50
    assert found["STACKED"] == at_default
    layer = QgsVectorLayer("Point?crs=EPSG:32619", "without the default point", "memory")
    features = []
    for point, number in points_of(raw, with_default=False):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPointXY(point))
        features += [QgsFeature(feature) for _ in range(number)]
    layer.dataProvider().addFeatures(features)
    without = processing.run("est:hotspots", {"INPUT": layer, "OUTPUT": "memory:"})
    assert outlines(found["OUTPUT"]) == outlines(without["OUTPUT"])


def test_hotspots_hold_as_many_incidents_as_the_raw_files_have_there(found: dict, raw: dict) -> None:
    assert found["HOTSPOTS"] > 0
    points = points_of(raw, with_default=False)
    for hotspot in found["OUTPUT"].getFeatures():
        geometry = hotspot.geometry()
        assert hotspot["incidents"] == sum(number for point, number in points if geometry.contains(point))


def test_the_package_holds_the_hotspots_and_no_report(imported: dict, found: dict, raw: dict) -> None:
    written = processing.run(
        "est:exportpackage",
        {
            "DATABASE": str(imported["database"]),
            "PERIOD_START": FIRST,
            "PERIOD_END": LAST,
            "FOLDER": str(imported["folder"]),
            "LANGUAGE": 0,
        },
    )
    period = Period.between(*(datetime.fromisoformat(day).date() for day in (FIRST, LAST)))
    hotspots = list_hotspots(open_database(imported["database"]), period)
    assert len(hotspots) == found["HOTSPOTS"]
    page = Path(written["HTML"]).read_text(encoding="utf-8")
    manifest = json.loads((Path(written["PACKAGE"]) / "MANIFEST.json").read_text(encoding="utf-8"))
    assert manifest["rows"]["hotspots"] == len(hotspots)
    assert manifest["incidents_counted"] == sum(in_period(row) for rows in raw.values() for row in rows)
    for row in raw["graffiti_removal"][:200]:
        assert row["CASE_ENQUIRY_ID"] not in page
    assert Path(written["PDF"]).stat().st_size > 10_000
    assert Path(written["ZIP"]).is_file()
