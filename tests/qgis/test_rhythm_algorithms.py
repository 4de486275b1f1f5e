# SPDX-License-Identifier: GPL-2.0-or-later
"""est:rhythm and est:nearrepeat on the demo town and on a layer: tables as of the functions, and pages in Swedish."""

from __future__ import annotations

import html
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
from qgis import processing
from qgis.core import (
    NULL,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsVectorLayer,
)

from est_plugin.analysis.close_pairs import Distance
from est_plugin.analysis.near_repeat import NearRepeatParameters, find_near_repeats
from est_plugin.db.file_database import open_database
from est_plugin.db.incidents import days_with_incidents, read_points
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from est_plugin.errors import InputError
from est_plugin.export.near_repeat_page import near_repeat_page
from est_plugin.export.rhythm_page import rhythm_page
from est_plugin.feedback import SilentFeedback
from est_plugin.i18n import Language
from est_plugin.intake.demo_town import create_demo_database
from est_plugin.layers.incident_rhythm import Ground, incident_rhythm, rhythm_request
from est_plugin.layers.wgs84 import longitude_latitude
from est_plugin.processing.provider import EstProvider

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from est_plugin.analysis.points import PointSet

FIRST, LAST = "2026-03-01", "2026-04-30"
PERIOD = Period.between(date.fromisoformat(FIRST), date.fromisoformat(LAST))
SWEREF = QgsCoordinateReferenceSystem("EPSG:3006")
ANY_DATUM = QgsCoordinateTransformContext()


@pytest.fixture(scope="module")
def provider(qgis_app: object, qgis_processing: object) -> Iterator[None]:
    provider = EstProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("town") / "lindvik.gpkg"
    create_demo_database(path, seed=1, until=date(2026, 5, 15), feedback=SilentFeedback())
    return path


@pytest.fixture(scope="module")
def points(town: Path) -> PointSet:
    return read_points(open_database(town), IncidentFilter(PERIOD))


def rows(table: QgsVectorLayer) -> list[list[object]]:
    return [feature.attributes() for feature in table.getFeatures()]


def test_the_rhythm_of_two_months_over_the_change_of_the_clock(
    provider: None, town: Path, points: PointSet, tmp_path: Path
) -> None:
    report = tmp_path / "report.html"
    chosen = {"DATABASE": str(town), "PERIOD_START": FIRST, "PERIOD_END": LAST, "REPORT": str(report)}
    result = processing.run("est:rhythm", {**chosen, "OUTPUT": "memory:"})
    table = rows(result["OUTPUT"])
    assert [row[:2] for row in table] == [[day, hour] for day in range(1, 8) for hour in range(24)]
    weight, exposure = (np.array([row[column] for row in table]) for column in (2, 3))
    assert weight.sum() == pytest.approx(len(points))
    # An hour of a Sunday was taken away.
    assert exposure.sum() == 61 * 24 - 1
    expected = incident_rhythm(points, Ground(SWEREF, ANY_DATUM), rhythm_request(PERIOD), SilentFeedback())
    assert weight == pytest.approx(expected.week.weight)
    assert [row[5] for row in table] == pytest.approx(expected.week.low)
    assert result["P"] == expected.window.p
    assert result["DARK_SHARE_EXPECTED"] == expected.daylight.time_share.dark
    page = report.read_text(encoding="utf-8")
    assert html.escape(result["SENTENCE"]) in page
    assert points.checksum() in page
    assert page.count("data:image/svg+xml;base64,") == 3


def test_an_hour_that_the_period_lacks_has_no_rate(provider: None, town: Path) -> None:
    chosen = {"DATABASE": str(town), "PERIOD_START": "2026-03-02", "PERIOD_END": "2026-03-03"}
    table = rows(processing.run("est:rhythm", {**chosen, "OUTPUT": "memory:"})["OUTPUT"])
    assert [row[4] == NULL for row in table] == [row[0] > 2 for row in table]


def test_days_after_the_last_report_do_not_count(provider: None, town: Path) -> None:
    last = days_with_incidents(open_database(town))[1]
    chosen = {"DATABASE": str(town), "PERIOD_START": "2026-05-01", "PERIOD_END": "2026-07-31"}
    table = rows(processing.run("est:rhythm", {**chosen, "OUTPUT": "memory:"})["OUTPUT"])
    assert sum(row[3] for row in table) == 24 * last.day
    assert last.month == 5


def test_near_repeats_of_the_town_are_those_of_the_function(
    provider: None, town: Path, points: PointSet, tmp_path: Path
) -> None:
    report = tmp_path / "report.html"
    chosen = {"METRES": 150, "DISTANCES": 2, "DAYS": 14, "INTERVALS": 3, "METRIC": 1, "PERMUTATIONS": 99, "SEED": 5}
    place = {"DATABASE": str(town), "PERIOD_START": FIRST, "PERIOD_END": LAST}
    result = processing.run("est:nearrepeat", {**place, **chosen, "OUTPUT": "memory:", "REPORT": str(report)})
    parameters = NearRepeatParameters(150.0, 2, 14, 3, Distance.MANHATTAN, permutations=99, seed=5)
    expected = find_near_repeats(points, parameters, SilentFeedback())
    table = rows(result["OUTPUT"])
    assert [row[4] for row in table] == expected.observed.ravel().tolist()
    assert [row[5] for row in table] == pytest.approx(expected.expected.ravel())
    assert [row[7] for row in table] == expected.p.ravel().tolist()
    bands = [(0, 0), (0, 150), (150, 300)]
    assert [tuple(row[:4]) for row in table] == [(*band, days, days + 14) for band in bands for days in (0, 14, 28)]
    assert result["REPEATS"] == int(expected.is_repeat.sum())
    assert html.escape(result["SENTENCE"]) in report.read_text(encoding="utf-8")


def layer(moments: list[str]) -> QgsVectorLayer:
    made = QgsVectorLayer("Point?crs=EPSG:3006&field=at:string&field=until:string", "points", "memory")
    features = []
    for number, moment in enumerate(moments):
        feature = QgsFeature(made.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(674_000 + number, 6_580_000)))
        feature.setAttributes([moment, NULL])
        features.append(feature)
    made.dataProvider().addFeatures(features)
    return made


def test_a_layer_with_a_field_of_times_will_do_and_one_without_is_told(provider: None) -> None:
    friday = layer([f"2026-01-{day:02}T22:30" for day in (2, 9, 16, 23, 30)] * 8)
    result = processing.run("est:rhythm", {"INPUT": friday, "TIME_FIELD": "at", "OUTPUT": "memory:"})
    table = rows(result["OUTPUT"])
    assert table[4 * 24 + 22][2] == 40
    assert result["DARK_SHARE"] == 1
    assert result["P"] == 0.001
    repeats = processing.run("est:nearrepeat", {"INPUT": friday, "TIME_FIELD": "at", "OUTPUT": "memory:"})
    assert sum(row[4] for row in rows(repeats["OUTPUT"])) == 40 * 39 / 2 - 8 * 8
    for name in ("est:rhythm", "est:nearrepeat"):
        with pytest.raises(QgsProcessingException, match="have no times"):
            processing.run(name, {"INPUT": friday, "OUTPUT": "memory:"})


def test_pages_speak_swedish_and_tell_of_days_without_a_time(points: PointSet) -> None:
    words = Language("sv")
    page = rhythm_page(
        incident_rhythm(points, Ground(SWEREF, ANY_DATUM), rhythm_request(PERIOD), SilentFeedback()), words, "Torget"
    )
    assert page.title == "När händer det? Torget"
    assert page.sentences[0].startswith("Fler än väntat ")
    assert " kl. " in page.sentences[0]
    assert page.sentences[1].startswith("I mörker: ")
    whole_days = int(np.count_nonzero(points.until - points.time == 86_399))
    assert whole_days > 0
    assert any(line.startswith(f"Bara dagen är känd: {whole_days} av {len(points)}") for line in page.sentences)
    assert [row[0] for row in page.tables[0].rows][:2] == ["måndag", "tisdag"]
    assert sum(sum(row[1:]) for row in page.tables[0].rows) == pytest.approx(len(points), abs=2)
    repeats = near_repeat_page(find_near_repeats(points, NearRepeatParameters(), SilentFeedback()), words)
    assert repeats.title == "Händer det igen i närheten?"
    assert repeats.tables[0].rows[0][:2] == ("på samma plats", "inom 7 dygn")


def test_charts_are_the_same_bytes_each_time(points: PointSet) -> None:
    rhythm = incident_rhythm(points, Ground(SWEREF, ANY_DATUM), rhythm_request(PERIOD), SilentFeedback())
    repeats = find_near_repeats(points, NearRepeatParameters(permutations=9), SilentFeedback())
    for draw in (lambda: rhythm_page(rhythm, Language("sv")), lambda: near_repeat_page(repeats, Language("sv"))):
        first, second = draw(), draw()
        assert first.charts == second.charts
        assert first.charts


def test_many_points_move_to_degrees_as_one_by_one() -> None:
    rng = np.random.default_rng(1)
    x, y = rng.uniform(300_000, 900_000, 40), rng.uniform(6_200_000, 7_600_000, 40)
    moved = longitude_latitude(x, y, SWEREF, ANY_DATUM)
    transform = QgsCoordinateTransform(SWEREF, QgsCoordinateReferenceSystem("EPSG:4326"), ANY_DATUM)
    for row in range(40):
        place = transform.transform(QgsPointXY(x[row], y[row]))
        assert (moved.longitude[row], moved.latitude[row]) == pytest.approx((place.x(), place.y()), abs=1e-9)
    alone = longitude_latitude(x[:1], y[:1], SWEREF, ANY_DATUM)
    assert alone.longitude.tolist() == moved.longitude[:1].tolist()
    assert longitude_latitude(x[:0], y[:0], SWEREF, ANY_DATUM).longitude.size == 0


def test_a_point_that_is_not_on_earth_is_told() -> None:
    for crs in (QgsCoordinateReferenceSystem(), QgsCoordinateReferenceSystem("EPSG:999999")):
        with pytest.raises(InputError, match="place of the sun"):
            longitude_latitude(np.array([6e5]), np.array([6e6]), crs, ANY_DATUM)
    with pytest.raises(InputError, match="place of the sun"):
        longitude_latitude(np.array([6e5, 9e7]), np.array([6e6, 9e7]), SWEREF, ANY_DATUM)
