# SPDX-License-Identifier: GPL-2.0-or-later
"""The folder for the field: one walk and nothing else, ready for phones, whole or not there at all."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing

import pytest
from osgeo import gdal
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from est_plugin.errors import CancelledError, ExportError, InputError
from est_plugin.export.background import background_of
from est_plugin.export.field_check import check_package
from est_plugin.export.field_package import write_field_package
from est_plugin.export.field_project import own_project
from est_plugin.feedback import SilentFeedback
from tests.field_sample import HOTSPOT, SECRET, Phone, X, Y, package, rows, store
from tests.full_disk import full_disk
from tests.other_process import started

LOOK = """
from qgis.core import QgsProject
project = QgsProject.instance()
ok = project.read(sys.argv[1])
layers = project.mapLayers().values()
relations = project.relationManager().relations()
say(json.dumps({
    "read": ok, "home": project.presetHomePath(),
    "layers": {layer.name(): layer.isValid() for layer in layers},
    "relations": {name: relation.isValid() for name, relation in relations.items()},
}))
"""


def streets():
    layer = QgsVectorLayer("LineString?crs=EPSG:3006", "Gator", "memory")
    # QGIS gives a new layer any colour.
    layer.renderer().symbol().setColor(QColor("#303030"))
    for step in range(-500, 800, 50):
        across = f"LINESTRING ({X - 600} {Y + step}, {X + 900} {Y + step})"
        along = f"LINESTRING ({X + step} {Y - 600}, {X + step} {Y + 900})"
        for wkt in (across, along):
            street = QgsFeature()
            street.setGeometry(QgsGeometry.fromWkt(wkt))
            layer.dataProvider().addFeatures([street])
    return layer


@pytest.fixture
def walk(file_database):
    return store(file_database, "Höst i centrum")


@pytest.fixture
def folder(file_database, walk, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    background = [background_of(streets())]
    return package(file_database, walk, tmp_path / "out", background=background, language="en")


def content(folder):
    """Everything that can be read in the package, the project unpacked."""
    held = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    with zipfile.ZipFile(folder / "vandring.qgz") as archive:
        return held + b"".join(archive.read(name) for name in archive.namelist())


def test_the_package_holds_the_walk_and_nothing_of_hotspots_incidents_other_walks_or_this_computer(
    file_database, walk, folder
):
    held = content(folder)
    for word in (SECRET, HOTSPOT, "Norra annat", str(folder.parent), "saveUser"):
        assert word.encode() not in held
    with closing(sqlite3.connect(folder / "falt.gpkg")) as connection:
        (walks,) = connection.execute("SELECT group_concat(uuid) FROM walk").fetchone()
        tables = {name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")}
        stops = connection.execute("SELECT number, place FROM walk_stop ORDER BY number").fetchall()
    assert walks == walk
    assert stops == [(1, "Torget"), (2, "Bron")]
    assert tables == {
        "walk", "walk_stop", "walk_participant", "observation", "checklist_item", "measure_kind", "organisation",
        "participant_role", "est_package", "est_base",
    }  # fmt: skip
    assert all(path.name.isascii() for path in folder.rglob("*"))
    assert folder.name.startswith("EST-falt_Host-i-centrum_")


def test_another_qgis_opens_the_moved_folder_with_all_layers(folder, tmp_path):
    moved = folder.rename(tmp_path / "phone")
    with started(f"import json\n{LOOK}", moved / "vandring.qgz") as other:
        seen = json.loads(other.communicate()[0])
    assert seen["read"]
    assert seen["home"] == ""
    names = ("Background", "Observations", "Participants", "Safety walks", "Walk stops")
    assert seen["layers"] == dict.fromkeys(names, True)
    assert seen["relations"]["est_observations_of_walk_stops"]
    assert all(seen["relations"].values())
    check_package(moved)


def test_forms_ask_what_the_dock_asks_and_fill_in_what_a_phone_knows(folder):
    with own_project() as project:
        assert project.read(str(folder / "vandring.qgz"))
        look_at_forms(project)


def look_at_forms(project):
    (layer,) = project.mapLayersByName("Observations")
    fields = layer.fields()
    setups = {name: layer.editorWidgetSetup(fields.indexOf(name)) for name in fields.names()}
    assert setups["item"].type() == "ValueMap"
    assert setups["photo"].type() == "ExternalResource"
    assert setups["photo"].config()["RelativeStorage"] == 1
    assert setups["uuid"].type() == "Hidden"
    defaults = {name: layer.defaultValueDefinition(fields.indexOf(name)).expression() for name in fields.names()}
    assert defaults["uuid"] == "uuid('WithoutBraces')"
    assert defaults["observed_at"] == "now()"
    assert "overlay_nearest" in defaults["walk_stop"]
    shown = QgsExpression(layer.displayExpression())
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    assert shown.evaluate(context).endswith(": Mörkt")
    assert project.snappingConfig().enabled()
    keys = [key for one in project.mapLayers().values() for key in one.customPropertyKeys()]
    assert not [key for key in keys if key.startswith("est/")]


def test_the_map_is_drawn_around_the_route_in_tiles(folder, tmp_path):
    assert not list(tmp_path.rglob("*.aux.xml"))
    raster = gdal.Open(str(folder / "bakgrund.mbtiles"))
    assert raster.RasterCount >= 3
    assert (folder / "bakgrund.mbtiles").stat().st_size < 20_000_000
    with closing(sqlite3.connect(folder / "bakgrund.mbtiles")) as connection:
        zooms = [zoom for (zoom,) in connection.execute("SELECT DISTINCT zoom_level FROM tiles ORDER BY 1")]
    assert zooms == [13, 14, 15, 16, 17, 18]
    band = raster.GetRasterBand(1).ReadAsArray(raster.RasterXSize // 2 - 100, raster.RasterYSize // 2 - 100, 200, 200)
    assert band.min() < 200 < band.max()


def test_a_folder_that_is_there_is_never_touched(file_database, walk, tmp_path):
    first = package(file_database, walk, tmp_path)
    Phone(first).edit("walk_stop", "place = 'Torget'", comment="Fältet")
    before = (first / "falt.gpkg").read_bytes()
    second = package(file_database, walk, tmp_path)
    assert second.name == f"{first.name}-2"
    assert (first / "falt.gpkg").read_bytes() == before


def test_a_full_disk_is_told_and_leaves_nothing(file_database, walk, tmp_path):
    background = [background_of(streets())]
    whole = package(file_database, walk, tmp_path / "a", background=background)
    largest = max(path.stat().st_size for path in whole.iterdir())
    for share in (0.0, 0.3, 0.9):
        with full_disk(int(largest * share)), pytest.raises(ExportError):
            package(file_database, walk, tmp_path / "b", background=background)
        assert list((tmp_path / "b").iterdir()) == []


def test_a_cancel_leaves_nothing(file_database, walk, tmp_path):
    class Cancelled(SilentFeedback):
        fraction = 0.0

        def is_cancelled(self):
            return self.fraction > 0.3

        def set_progress(self, fraction):
            self.fraction = fraction

    with pytest.raises(CancelledError):
        write_field_package(file_database, walk, tmp_path / "out", Cancelled(), background=[background_of(streets())])
    assert list((tmp_path / "out").iterdir()) == []


def test_a_walk_without_a_route_or_without_a_row_is_refused(file_database, walk, tmp_path):
    with file_database.writing() as connection:
        connection.execute("UPDATE walk SET geom = NULL WHERE uuid = ?", (walk,))
    with pytest.raises(InputError, match="no route"):
        package(file_database, walk, tmp_path / "out")
    with pytest.raises(InputError, match="not found"):
        package(file_database, HOTSPOT, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_photo_of_the_office_stays_there(file_database, walk, tmp_path):
    with file_database.writing() as connection:
        connection.execute("UPDATE observation SET photo = 'ansikte.jpg', answer = 'done', reply = 'Lagas till mars'")
    folder = package(file_database, walk, tmp_path)
    with closing(sqlite3.connect(folder / "falt.gpkg")) as connection:
        assert connection.execute("SELECT photo FROM observation").fetchall() == [(None,)]
    for word in (b"Lagas till mars", b"ansikte.jpg"):
        assert word not in content(folder)
    assert [row["photo"] for row in rows(file_database, "observation", "photo")] == ["ansikte.jpg"]


def test_what_phones_would_not_take_is_found(folder):
    (folder / "åäö.txt").write_text("x")
    with pytest.raises(ExportError, match="refuses the name"):
        check_package(folder)
    (folder / "åäö.txt").unlink()
    (folder / "second.qgs").write_text("x")
    with pytest.raises(ExportError, match="2 projects"):
        check_package(folder)


@pytest.mark.parametrize(
    ("table", "column", "where"),
    [
        ("walk", "meeting_point", "Mötesplats"),
        ("walk_stop", "place", "1 Ring Kalle [***], [***], Plats"),
        ("walk_stop", "comment", "1 Torget, Kommentar"),
        ("observation", "comment", "1 Torget, Kommentar"),
        ("observation", "value", "1 Torget, Bedömning"),
    ],
)
def test_what_leads_to_a_person_stops_it_and_the_place_is_told(file_database, walk, tmp_path, table, column, where):
    text = "Ring Kalle 070-123 45 67, 811218-9876"
    with file_database.writing() as connection:
        connection.execute(f"UPDATE {table} SET {column} = ?", (text,))
    with pytest.raises(ExportError) as error:
        package(file_database, walk, tmp_path / "out")
    assert str(error.value.values["where"]).startswith(where)
    assert "070" not in str(error.value.values)
    assert not (tmp_path / "out").exists()


def test_a_list_may_not_lead_to_a_person_either(file_database, walk, tmp_path):
    with file_database.writing() as connection:
        connection.execute("UPDATE organisation SET name_sv = 'Lampor 070-123 45 67' WHERE code = 'teknisk'")
    with pytest.raises(ExportError) as error:
        package(file_database, walk, tmp_path / "out")
    assert error.value.values["where"] == "teknisk"


@pytest.mark.parametrize("word", ["saveUser", "{folder}"])
def test_a_project_that_names_this_computer_or_who_made_it_is_found(folder, word):
    path = folder / "vandring.qgz"
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    said = f"<!-- {word.format(folder=folder)} -->".encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in held.items():
            archive.writestr(name, content + said if name.endswith(".qgs") else content)
    with pytest.raises(ExportError, match="names this computer"):
        check_package(folder)
