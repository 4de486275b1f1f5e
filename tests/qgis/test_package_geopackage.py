# SPDX-License-Identifier: GPL-2.0-or-later
"""The working group's GeoPackage: opens with its styles, holds only what it may, and is the same each time."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import package_sample as sample
import pytest
import shapely
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsRenderContext,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from est_plugin.db.measures import NewMeasure, add_measures
from est_plugin.domain.edition import Edition, Part
from est_plugin.export.measure_signs import MeasureSign
from est_plugin.export.package import write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback

NAMES = {
    "sv": ["handelser", "hotspots", "atgarder_punkter", "atgarder_strackor", "atgarder_ytor", "vandringar", "stopp"],
    "en": ["incidents", "hotspots", "measure_points", "measure_lines", "measure_areas", "walks", "stops"],
}


@pytest.fixture
def database(tmp_path, qgis_app):
    made = sample.make_database(tmp_path / "est.gpkg")
    line = shapely.LineString([(674_200, 6_580_100), (674_600, 6_580_100)])
    add_measures(made, [NewMeasure("LTF", "No parking", line), NewMeasure("KLO", "Wall", line.buffer(20))])
    return made


def written(database, folder, **choices):
    request = PackageRequest(sample.FILTER, **({"edition": Edition.WORKING} | choices))
    return write_package(make_plan(database, request, today=sample.TODAY), folder, SilentFeedback())


def file_of(package):
    (path,) = (package.folder / "data").glob("*.gpkg")
    return path


def layer_of(path, name):
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    assert layer.isValid(), name
    return layer


def drawn(layer):
    """How many features the style of the layer draws."""
    context = QgsRenderContext()
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    count = 0
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        count += renderer.willRenderFeature(feature, context)
    renderer.stopRender(context)
    return count


def named_in(layer):
    """Fields that the style of the layer names."""
    used = set(layer.renderer().usedAttributes(QgsRenderContext()))
    if layer.labeling() is None:
        return used
    settings = layer.labeling().settings()
    name = settings.fieldName if settings.isExpression else f'"{settings.fieldName}"'
    return used | QgsExpression(name).referencedColumns()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_each_layer_opens_in_qgis_where_it_is_and_is_drawn_by_its_style(database, tmp_path, language):
    path = file_of(written(database, tmp_path / "out", language=language))
    layers = [layer_of(path, name) for name in NAMES[language]]
    assert {layer.crs().authid() for layer in layers} == {"EPSG:3006"}
    assert [layer.featureCount() for layer in layers] == [29, 3, 2, 1, 1, 1, 2]
    assert [drawn(layer) for layer in layers] == [29, 3, 2, 1, 1, 1, 2]
    kinds = [type(layer.renderer()) for layer in layers]
    assert kinds[:5] == [QgsCategorizedSymbolRenderer] * 2 + [QgsRuleBasedRenderer] * 3
    assert all(layer.labelsEnabled() for layer in layers[1:])
    for layer in layers:
        assert all(field.name().isascii() for field in layer.fields())
        assert named_in(layer) <= {field.name() for field in layer.fields()}


def test_measures_keep_their_signs(database, tmp_path):
    path = file_of(written(database, tmp_path / "out", language="en"))
    points = layer_of(path, "measure_points")
    assert {(row["kind_code"], row["status_code"]) for row in points.getFeatures()} == {
        ("BEL", "proposed"),
        ("SKY", "done"),
    }
    with closing(sqlite3.connect(path)) as connection:
        style = connection.execute(
            "SELECT styleQML FROM layer_styles WHERE f_table_name = 'measure_points'"
        ).fetchone()[0]
    assert style.count("base64:") >= len(MeasureSign)
    assert "\"kind_code\" = 'BEL'" in style.replace("&quot;", '"')
    assert not re.search(r"/(home|usr|tmp|work)/|\.svg", style)


def test_an_incident_is_told_by_place_kind_and_day_only(database, tmp_path):
    path = file_of(written(database, tmp_path / "out", language="en"))
    layer = layer_of(path, "incidents")
    assert [field.name() for field in layer.fields()] == [
        "fid",
        "category",
        "category_group",
        "organisation",
        "day",
        "weekday",
        "time_of_day",
    ]
    first = next(layer.getFeatures())
    assert (first["day"].toString("yyyy-MM-dd"), first["weekday"]) == ("2026-03-10", "Tuesday")
    point = first.geometry().asPoint()
    assert (point.x() % 1, point.y() % 1) == (0, 0)


def test_nothing_of_the_database_leads_back_or_tells_more(database, tmp_path):
    path = file_of(written(database, tmp_path / "out"))
    content = path.read_bytes()
    assert sample.SECRET.encode() not in content
    assert str(tmp_path).encode() not in content
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master")]
        assert not [name for name in names if "history" in name or "guard" in name or "uuid" in name]
        columns = [
            column[1]
            for table in NAMES["sv"]
            for column in connection.execute(f"PRAGMA table_info({table})").fetchall()
        ]
        dates = connection.execute(
            "SELECT last_change FROM gpkg_contents UNION SELECT update_time FROM layer_styles"
        ).fetchall()
    assert not {"uuid", "version", "changed_by", "description", "beskrivning"} & set(columns)
    assert dates == [("2026-04-01T00:00:00.000Z",)]


def test_owners_stay_at_home_where_they_are_not_wanted(database, tmp_path):
    wanted = Edition.WORKING.parts - {Part.OWNERS}
    with_owners = layer_of(file_of(written(database, tmp_path / "one")), "atgarder_punkter")
    without = layer_of(file_of(written(database, tmp_path / "two", wanted=wanted)), "atgarder_punkter")
    assert "ansvarig" in with_owners.fields().names()
    assert "ansvarig" not in without.fields().names()


def test_only_the_working_group_gets_it(database, tmp_path):
    for edition in (Edition.MEETING, Edition.STRATEGIC):
        package = written(database, tmp_path / edition.value, edition=edition)
        assert not list(package.folder.rglob("*.gpkg"))


def test_the_same_plan_gives_the_same_file(database, tmp_path):
    first, second = (file_of(written(database, tmp_path / name)).read_bytes() for name in ("one", "two"))
    assert first == second
