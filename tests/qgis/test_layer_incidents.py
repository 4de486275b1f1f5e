# SPDX-License-Identifier: GPL-2.0-or-later
"""Times, categories and weights of a layer: the file's fast way and QGIS's features lead to the same incidents."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from osgeo import ogr
from qgis.core import (
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)
from qgis.PyQt.QtCore import QMetaType

from est_plugin.errors import InputError
from est_plugin.layers.point_columns import columns_in_file, point_file
from est_plugin.processing import incident_input
from est_plugin.processing.incident_input import IncidentAlgorithm, source_of
from tests.qgis.test_point_columns import written

if TYPE_CHECKING:
    from pathlib import Path

    from est_plugin.processing.incident_input import IncidentSource

NUMBER = 70_000  # more than one batch
ALL_FIELDS = {"TIME_FIELD": "t", "TIME_TO_FIELD": "t_to", "CATEGORY_FIELD": "kind", "WEIGHT_FIELD": "w"}


class Asking(IncidentAlgorithm):
    """An algorithm that can use all of the fields."""

    ID = "asking"

    def displayName(self) -> str:
        return self.ID

    def help_text(self) -> str:
        return ""

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        incident_input.declare(self, times=True, category=True, weight=True)

    def work(self, *_: object) -> dict[str, Any]:
        return {}


def source_from(layer: QgsVectorLayer, **parameters: str) -> tuple[IncidentSource, QgsProcessingFeedback]:
    QgsProject.instance().addMapLayer(layer, False)
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    algorithm = Asking().create()
    chosen = {"INPUT": layer.id(), **parameters}
    assert algorithm.prepare(chosen, context, feedback)
    return source_of(algorithm, chosen, context), feedback


def layer_of(fields: str, *rows: tuple[Any, ...]) -> QgsVectorLayer:
    """A memory layer; the point of row n is (n, 2 n)."""
    layer = QgsVectorLayer(f"Point?crs=EPSG:3006&{fields}", "reports", "memory")
    features = []
    for number, row in enumerate(rows):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(number, 2 * number)))
        feature.setAttributes(list(row))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


def seconds(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Every kind of field with gaps, written by GDAL."""
    path = tmp_path / "reports.gpkg"
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    srs = ogr.osr.SpatialReference()
    srs.ImportFromEPSG(3006)
    table = dataset.CreateLayer("reports", srs, ogr.wkbPoint)
    kinds = {"t": ogr.OFTDateTime, "t_to": ogr.OFTDateTime, "day": ogr.OFTDate, "text": ogr.OFTString}
    kinds |= {"kind": ogr.OFTString, "number": ogr.OFTInteger, "big": ogr.OFTInteger64, "w": ogr.OFTReal}
    for name, kind in kinds.items():
        table.CreateField(ogr.FieldDefn(name, kind))
    rng = np.random.default_rng(5)
    starts = rng.integers(1_600_000_000_000, 1_800_000_000_000, NUMBER).astype("datetime64[ms]")
    ends = starts + rng.integers(0, 10**8, NUMBER)
    table.StartTransaction()
    for number, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        feature = ogr.Feature(table.GetLayerDefn())
        values = {
            "t": f"{start:%Y/%m/%d %H:%M:%S}.{start.microsecond // 1000:03}+00",
            "t_to": f"{end:%Y/%m/%d %H:%M:%S}.{end.microsecond // 1000:03}+00",
            "day": f"{start:%Y/%m/%d}",
            "text": f"{start:%Y-%m-%dT%H:%M:%S}",
            "kind": ("klotter", "trasig belysning på gångvägen", "rån", "")[number % 4],
            "number": number % 5,
            "big": 2**40 + number % 3,
            "w": number % 7 / 3,
        }
        for place, (name, value) in enumerate(values.items()):
            if number % 50 != place:
                feature.SetField(name, value)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({500_000 + number / 7} {6_600_000 + number / 3})"))
        table.CreateFeature(feature)
    table.CommitTransaction()
    return path


@pytest.mark.parametrize(("time", "kind"), [("t", "kind"), ("day", "number"), ("text", "big")])
def test_a_file_is_read_as_its_features_are(file: Path, time: str, kind: str, qgis_new_project: None) -> None:
    chosen = {"TIME_FIELD": time, "TIME_TO_FIELD": "t_to", "CATEGORY_FIELD": kind, "WEIGHT_FIELD": "w"}
    layer = QgsVectorLayer(f"{file}|layername=reports", "reports", "ogr")
    fast_file = point_file(layer)
    assert fast_file is not None
    assert columns_in_file(fast_file, list(chosen.values())) is not None
    # A filter that leaves everything goes the general way.
    filtered = QgsVectorLayer(f"{file}|layername=reports|subset=fid > 0", "reports", "ogr")
    assert point_file(filtered) is None
    (fast, said), (general, said_too) = source_from(layer, **chosen), source_from(filtered, **chosen)
    points, reference = fast.points(), general.points()
    assert 0.8 * NUMBER < len(points) < NUMBER
    for name in ("x", "y", "category", "time", "until"):
        assert np.array_equal(getattr(points, name), getattr(reference, name)), name
    assert points.category_codes == reference.category_codes
    assert np.array_equal(fast.weights(), general.weights())
    assert said.textLog() == said_too.textLog()
    assert "left out" in said.textLog()


@pytest.mark.parametrize("zone", ["America/New_York", "UTC"])
def test_offsets_that_the_stream_would_lose_are_kept(
    zone: str, tmp_path: Path, qgis_new_project: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    path = tmp_path / "mixed.gpkg"
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    table = dataset.CreateLayer("mixed", geom_type=ogr.wkbPoint)
    table.CreateField(ogr.FieldDefn("t", ogr.OFTDateTime))
    for text in ("2024/07/01 12:00:00+00", "2024/07/01 12:00:00+02", "2024/07/01 12:00:00"):
        feature = ogr.Feature(table.GetLayerDefn())
        feature.SetField("t", text)
        feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (1 2)"))
        table.CreateFeature(feature)
    table = dataset = None
    layer = QgsVectorLayer(f"{path}|layername=mixed", "mixed", "ogr")
    layer.setCrs(QgsProject.instance().crs().fromEpsgId(3006))
    source, _ = source_from(layer, TIME_FIELD="t")
    noon = seconds("2024-07-01T12:00:00Z")
    # What names no zone is Swedish summer time, wherever the computer stands.
    assert source.points().time.tolist() == [noon, noon - 7200, noon - 7200]


def test_a_text_that_names_no_zone_is_swedish_time(qgis_new_project: None) -> None:
    texts = ("2026-03-01T22:15", "2026-07-01 22:15:30.9", "2026-07-01T22:15Z", "2026-07-01T22:15:00-05:00")
    source, _ = source_from(layer_of("field=t:string", *((text,) for text in texts)), TIME_FIELD="t")
    expected = ("2026-03-01T21:15Z", "2026-07-01T20:15:30Z", "2026-07-01T22:15Z", "2026-07-02T03:15Z")
    assert source.points().time.tolist() == [seconds(text) for text in expected]
    assert source.points().until.tolist() == source.points().time.tolist()


def test_a_date_is_the_whole_local_day(qgis_new_project: None) -> None:
    # The clock is put forward in the night before the last Sunday of March: a day of 23 hours.
    source, _ = source_from(layer_of("field=t:date", ("2026-03-29",), ("2026-07-01",)), TIME_FIELD="t")
    assert source.points().time.tolist() == [seconds("2026-03-28T23:00Z"), seconds("2026-06-30T22:00Z")]
    assert source.points().until.tolist() == [seconds("2026-03-29T21:59:59Z"), seconds("2026-07-01T21:59:59Z")]


def test_what_cannot_be_used_is_left_out_and_told_once(qgis_new_project: None) -> None:
    day = "2026-07-01"
    layer = layer_of(
        "field=t:string&field=t_to:string&field=w:double",
        (day, "", 1.0),
        (None, "", 1.0),
        ("yesterday", "", 1.0),
        (day, "later", 1.0),
        (day, "2026-06-01", 1.0),
        (day, "", -1.0),
        (day, "", None),
        (day, "2026-07-03", 0.0),
    )
    source, feedback = source_from(layer, TIME_FIELD="t", TIME_TO_FIELD="t_to", WEIGHT_FIELD="w")
    assert source.points().x.tolist() == [0.0, 7.0]
    assert source.weights().tolist() == [1.0, 0.0]
    assert source.points().until.tolist() == [seconds("2026-07-01T21:59:59Z"), seconds("2026-07-03T21:59:59Z")]
    assert feedback.textLog().count("left out") == 1
    assert "6" in feedback.textLog()


def test_no_usable_feature_is_an_error(qgis_new_project: None) -> None:
    source, _ = source_from(layer_of("field=t:string", ("soon",), ("",)), TIME_FIELD="t")
    with pytest.raises(InputError, match="cannot be analysed"):
        source.points()


def test_no_features_are_no_incidents(qgis_new_project: None) -> None:
    fields = "field=t:string&field=t_to:string&field=kind:string&field=w:double"
    source, _ = source_from(layer_of(fields), **ALL_FIELDS)
    assert (len(source.points()), source.weights().size) == (0, 0)


def test_days_choose_features_by_their_time(qgis_new_project: None) -> None:
    rows = [(text, weight) for weight, text in enumerate(("2026-06-30T23:59", "2026-07-01", "2026-07-02T00:00"))]
    source, feedback = source_from(
        layer_of("field=t:string&field=w:integer", *rows),
        TIME_FIELD="t",
        WEIGHT_FIELD="w",
        PERIOD_START="2026-07-01",
        PERIOD_END="2026-07-01",
    )
    assert source.weights().tolist() == [1.0]
    assert source.points().x.tolist() == [1.0]
    assert "left out" not in feedback.textLog()


def test_joined_and_computed_fields_and_edits_are_read_as_shown(tmp_path: Path, qgis_new_project: None) -> None:
    rows = [(f"n{number}", "2026-07-01") for number in range(3)]
    layer = written(layer_of("field=name:string&field=t:string", *rows), tmp_path / "points.gpkg")
    other = QgsVectorLayer("NoGeometry?field=name:string&field=kind:string", "kinds", "memory")
    feature = QgsFeature(other.fields())
    feature.setAttributes(["n1", "rån"])
    other.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayers([layer, other])
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(other)
    join.setJoinFieldName("name")
    join.setTargetFieldName("name")
    join.setPrefix("j_")
    layer.addJoin(join)
    layer.addExpressionField("$x + 1", QgsField("computed", QMetaType.Type.Double))
    source, _ = source_from(layer, TIME_FIELD="t", CATEGORY_FIELD="j_kind", WEIGHT_FIELD="computed")
    points = source.points()
    assert [points.category_codes[index] for index in points.category] == ["", "rån", ""]
    assert source.weights().tolist() == [1.0, 2.0, 3.0]
    layer.startEditing()
    index = layer.fields().lookupField("t")
    layer.changeAttributeValue(next(layer.getFeatures()).id(), index, "2026-08-01")
    source, _ = source_from(layer, TIME_FIELD="t")
    assert source.points().time[0] == seconds("2026-07-31T22:00Z")
    layer.rollBack()


@pytest.mark.parametrize(
    ("chosen", "what"),
    [({"TIME_FIELD": "gone"}, "has no field gone"), ({"TIME_TO_FIELD": "t"}, "times of the incidents are not clear")],
)
def test_fields_that_make_no_sense_are_refused(chosen: dict[str, str], what: str, qgis_new_project: None) -> None:
    layer = layer_of("field=t:string", ("2026-07-01",))

    def read() -> None:
        source_from(layer, **chosen)[0].points()

    with pytest.raises(InputError, match=what):
        read()


def test_without_fields_a_layer_has_places_only(qgis_new_project: None) -> None:
    source, _ = source_from(layer_of("field=t:string", ("2026-07-01",), ("",)))
    points = source.points()
    assert (len(points), points.time, points.until, points.category_codes) == (2, None, None, ("",))
    assert source.weights() is None
