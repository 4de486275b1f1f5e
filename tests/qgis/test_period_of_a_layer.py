# SPDX-License-Identifier: GPL-2.0-or-later
"""Days given with a point layer choose its incidents, or are refused: never passed over in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from qgis import processing
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsPointXY, QgsProcessingException, QgsVectorLayer

from est_plugin.processing.provider import EstProvider

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAYS = {"PERIOD_START": "2026-03-01", "PERIOD_END": "2026-03-30"}


@pytest.fixture(scope="module")
def provider(qgis_app: object, qgis_processing: object) -> Iterator[None]:
    provider = EstProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def reports(provider: None) -> QgsVectorLayer:
    """In March 100 incidents over a town and 40 in one street; 300 a year before, elsewhere."""
    chance = np.random.default_rng(1)
    now = np.concatenate([chance.uniform(0, 2000, (100, 2)), chance.normal(1000, 40, (40, 2))])
    before = chance.normal(1700, 200, (300, 2))
    layer = QgsVectorLayer("Point?crs=EPSG:3006&field=day:string", "reports", "memory")
    features = []
    for places, day in ((now, "2026-03-10"), (before, "2025-03-10")):
        for x, y in np.add(places, (500_000.0, 6_600_000.0)).tolist():
            feature = QgsFeature(layer.fields())
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
            feature.setAttributes([day])
            features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def asked(name: str, tmp_path: Path, **parameters: Any) -> dict[str, Any]:
    outputs = {"heatmap": {"OUTPUT": str(tmp_path / f"{name}.tif")}, "shuffletest": {"MAPS": 100}}
    return processing.run(f"est:{name}", outputs.get(name, {"OUTPUT": "memory:"}) | parameters)


@pytest.mark.parametrize(
    "name",
    ["accuracy", "change", "clusters", "heatmap", "hotspots", "nearrepeat", "rhythm", "shuffletest", "stability"],
)
def test_days_without_a_field_of_times_are_refused(reports: QgsVectorLayer, tmp_path: Path, name: str) -> None:
    with pytest.raises(QgsProcessingException, match="No field says when the incidents happened"):
        asked(name, tmp_path, INPUT=reports, **DAYS)


@pytest.mark.parametrize("name", ["hotspots", "shuffletest", "stability"])
def test_a_field_of_times_chooses_the_incidents_of_the_days(reports: QgsVectorLayer, tmp_path: Path, name: str) -> None:
    found = asked(name, tmp_path, INPUT=reports, TIME_FIELD="day", **DAYS)
    reports.setSubsetString("day = '2026-03-10'")
    expected = asked(name, tmp_path, INPUT=reports)
    layer, other = found.pop("OUTPUT", None), expected.pop("OUTPUT", None)
    assert found == expected
    if layer is not None:
        rows = [feature.attributes() for feature in layer.getFeatures()]
        assert rows == [feature.attributes() for feature in other.getFeatures()] != []


@pytest.mark.parametrize("name", ["hotspots", "shuffletest", "stability"])
def test_days_that_hold_no_incident_are_told(reports: QgsVectorLayer, tmp_path: Path, name: str) -> None:
    days = {"PERIOD_START": "2020-03-01", "PERIOD_END": "2020-03-30"}
    with pytest.raises(QgsProcessingException, match=r"no incidents|nothing to search"):
        asked(name, tmp_path, INPUT=reports, TIME_FIELD="day", **days)
