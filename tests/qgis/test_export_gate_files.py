# SPDX-License-Identifier: GPL-2.0-or-later
"""Every kind of file is read back, wherever in it something stands; a kind that cannot be is not handed out."""

from __future__ import annotations

import base64
import io
import json
import sqlite3
import zipfile
import zlib
from contextlib import closing
from datetime import date

import pytest
from osgeo import ogr, osr
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QColor, QImage

from est_plugin.errors import ExportError
from est_plugin.export.archive import pack, packed_findings
from est_plugin.export.folder import Seal, seal
from est_plugin.export.gate import check_file, check_files
from est_plugin.export.gate_rules import GateRules

MAIL = "anna.b@example.org"
UUID = "5f0c1a52-8f3e-4b6f-9d0a-3c1f5b7e9a10"


def picture(kind="png"):
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(data)


def uri(content, kind):
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"


def png_with_text():
    content = picture()
    body = b"tEXtAuthor\x00Anna"
    chunk = (len(body) - 4).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")
    return content[:33] + chunk + content[33:]


def jpeg_with(marker, body):
    content = picture("jpg")
    return content[:2] + bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body + content[2:]


def svg(inner):
    return f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{inner}</svg>'.encode()


PICTURES_THAT_TELL = {
    "exif": (jpeg_with, (0xE1, b"Exif\x00\x00camera and place")),
    "comment": (jpeg_with, (0xFE, b"made by anna")),
    "text in png": (png_with_text, ()),
    "after the end": (lambda: picture("jpg") + b"PK more", ()),
    "cut": (lambda: picture("jpg")[:-20], ()),
    "cut png": (lambda: picture()[:-20], ()),
    "text in svg": (svg, (f"<text>{MAIL}</text>",)),
    "value in svg": (svg, (f'<g id="{UUID}"/>',)),
    "program in svg": (svg, ("<script>1</script>",)),
    "event in svg": (svg, ('<g onload="x()"/>',)),
    "link in svg": (svg, ('<image xlink:href="https://example.org/a.png"/>',)),
    "no picture": (lambda: b"BM picture", ()),
}


@pytest.mark.parametrize("name", PICTURES_THAT_TELL)
@pytest.mark.parametrize("form", ["file", "attribute", "data"])
def test_a_picture_that_tells_more_than_its_pixels_is_stopped(tmp_path, qgis_app, name, form):
    make, arguments = PICTURES_THAT_TELL[name]
    content = make(*arguments)
    kind = "svg+xml" if b"<svg" in content else "png"
    if form == "file":
        path = tmp_path / ("a.svg" if kind == "svg+xml" else "a.png")
        path.write_bytes(content)
    else:
        path = tmp_path / "a.html"
        path.write_text(
            f'<p><img alt="" src="{uri(content, kind)}"></p>'
            if form == "attribute"
            else f'<script type="application/json" id="tiles">{json.dumps([uri(content, kind)])}</script>'
        )
    with pytest.raises(ExportError):
        check_file(path)


@pytest.mark.parametrize("kind", ["png", "jpg", "webp"])
def test_a_picture_of_ours_passes(tmp_path, qgis_app, kind):
    path = tmp_path / f"a.{kind}"
    path.write_bytes(picture(kind))
    check_file(path)
    page = tmp_path / "a.html"
    page.write_text(
        f'<img alt="" src="{uri(picture(kind), kind)}"><img src="{uri(svg("<text>Torget</text>"), "svg+xml")}">'
    )
    check_file(page)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (f"<p>\n\n<b>{MAIL}</b></p>", "line 3"),
        (f"<template><p>{MAIL}</p></template>", "line 1"),
        (f"<!-- {MAIL} -->", "line 1"),
        (f'<p data-owner="{MAIL}">x</p>', "<p>"),
        (f'<a href="mailto:{MAIL}">x</a>', "<a>"),
        (f'<script type="application/json" id="other">{{"a":{{"b":["x","{MAIL}"]}}}}</script>', r"a\.b\[2\]"),
        (f'<script type="application/json">{{"{MAIL}":1}}</script>', "<script>"),
        (f'<script type="application/ld+json">["{MAIL}"]</script>', r"\[1\]"),
    ],
)
def test_a_page_is_read_in_every_corner_and_the_place_is_told(tmp_path, text, where):
    path = tmp_path / "a.html"
    path.write_text(text)
    with pytest.raises(ExportError, match=where) as caught:
        check_file(path)
    assert "e-mail address" in caught.value.values["findings"]
    assert MAIL not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        '<img alt="" src="https://example.org/a.png">',
        '<script src="leaflet.js"></script>',
        '<link rel="stylesheet" href="a.css">',
        "<html><body>cut",
        '<script type="application/json" id="data">{"a":</script>',
    ],
)
def test_a_page_that_fetches_something_or_is_cut_is_stopped(tmp_path, text):
    path = tmp_path / "a.html"
    path.write_text(text)
    with pytest.raises(ExportError):
        check_file(path)


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("a.csv", f"Rank;Name\r\n1;Torget\r\n2;{MAIL}\r\n", "line 3, column 2"),
        ("a.csv", "Rank;description\r\n1;x\r\n", "line 1, column 2"),
        ("a.txt", f"one\r\ntwo {MAIL}\r\n", "line 2"),
        ("a.json", json.dumps({"rows": [{"note": 1}]}), r"rows\[1\]"),
        ("a.json", json.dumps({"rows": [8112289874]}), r"rows\[1\]"),
    ],
)
def test_a_file_of_data_is_stopped_and_the_place_is_told(tmp_path, name, text, where):
    path = tmp_path / name
    path.write_text(text, newline="")
    with pytest.raises(ExportError, match=where):
        check_file(path)


@pytest.mark.parametrize(
    "text",
    [
        f"see {UUID}",
        UUID.replace("-", "").upper(),
        "/home/anna/est.gpkg",
        r"C:\Users\anna\est.gpkg",
        r"D:/EST/est.gpkg",
        r"\\server\share$\est",
        "file:///x",
        "service='est' dbname=est",
        "parked: ABC 123",
        "parked: XYZ12A",
    ],
)
def test_what_leads_to_the_database_the_computer_or_a_vehicle_is_stopped(tmp_path, text):
    path = tmp_path / "a.txt"
    path.write_text(text)
    with pytest.raises(ExportError) as caught:
        check_file(path)
    assert text not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "EPSG:3006, SWEREF 99 TM, SHA-256, LED 100 W, 2026-03-01/2026-03-31, 14:05, 1/2, km/h, and/or",
        "https://example.org/home/page, http://www.w3.org/2000/svg",
        "0f8fad5bd9cb469fa165708671289500f8fad5bd9cb469fa165708671289500a",
        "M:2026, P:4, AB 12",
        "Kategori: Skadegörelse, version 1.0; status: in_progress",
    ],
)
def test_harmless_text_passes(tmp_path, text):
    path = tmp_path / "a.txt"
    path.write_text(text)
    check_file(path)


def test_the_contact_may_be_a_number_or_an_address_and_nothing_else_may(tmp_path):
    path = tmp_path / "a.txt"
    rules = GateRules(contact="Kontaktcenter, 0480-45 00 00, kontakt@lindvik.example")
    path.write_text("Frågor: Kontaktcenter, 0480-45 00 00, kontakt@lindvik.example")
    check_file(path, rules)
    path.write_text("Frågor: Anna, 070-174 06 05")
    with pytest.raises(ExportError, match="phone number"):
        check_file(path, rules)


@pytest.mark.parametrize("name", ["a.exe", "a.qgz", "a.qgs", "a", "a.xlsx", "a.docx", "a.zip", "a.gpkg-wal"])
def test_an_unknown_kind_of_file_stops_the_package(tmp_path, name):
    (tmp_path / "draft").mkdir()
    (tmp_path / "draft" / name).write_text("x")
    with pytest.raises(ExportError, match="of a kind that cannot be read back"):
        seal(tmp_path / "draft", Seal({}, GateRules(), date(2026, 4, 1)))


def test_bytes_that_are_no_text_are_stopped(tmp_path):
    (tmp_path / "a.csv").write_bytes("Östra;1".encode("latin-1"))
    with pytest.raises(ExportError, match="no text in UTF-8"):
        check_file(tmp_path / "a.csv")


def test_several_findings_are_told_at_once_and_the_rest_is_counted(tmp_path):
    for number in range(7):
        (tmp_path / f"{number}.txt").write_text(MAIL)
    with pytest.raises(ExportError) as caught:
        check_files(tmp_path, sorted(tmp_path.iterdir()), GateRules())
    told = caught.value.values["findings"]
    assert told.count("e-mail address") == 5
    assert "2 more" in told
    assert MAIL not in str(caught.value)


def geopackage(path, values=("Torget",), column="namn"):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(3006)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("hotspots", reference, ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
    for value in values:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature[column] = value
        feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (674000 6580000)"))
        layer.CreateFeature(feature)
    return path


def test_a_geopackage_of_layers_passes(tmp_path):
    check_file(geopackage(tmp_path / "a.gpkg"))


@pytest.mark.parametrize(("values", "column"), [(("Torget", MAIL), "namn"), ((UUID,), "namn"), (("x",), "source_ref")])
def test_values_and_columns_of_a_geopackage_are_read(tmp_path, values, column):
    with pytest.raises(ExportError, match="table hotspots"):
        check_file(geopackage(tmp_path / "a.gpkg", values, column))


@pytest.mark.parametrize(("column", "what"), [("vittne", "column that no layer"), ("z", "column that no layer")])
def test_a_column_that_nobody_named_is_stopped(tmp_path, column, what):
    with pytest.raises(ExportError, match=what):
        check_file(geopackage(tmp_path / "a.gpkg", column=column))


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("CREATE TABLE history (id INTEGER, old TEXT)", "no layer"),
        ("CREATE TABLE qgis_projects (name TEXT, content BLOB)", "no layer"),
        ("UPDATE gpkg_contents SET table_name = 'incident'", "no layer"),
        ("CREATE VIEW all_of_it AS SELECT * FROM hotspots", "trigger or a view"),
        ("CREATE TRIGGER keep AFTER UPDATE ON hotspots BEGIN SELECT 1; END", "trigger or a view"),
        ("UPDATE gpkg_contents SET description = '/home/anna/est.gpkg'", "path"),
        ("UPDATE gpkg_spatial_ref_sys SET description = 'ring 070-123 45 67'", "phone"),
        ("INSERT INTO gpkg_extensions VALUES ('hotspots', 'geom', 'x_y', 'a@lindvik.se', 'read-write')", "mail"),
        ('CREATE INDEX "811228-9874" ON hotspots(namn)', "identity"),
        ("UPDATE hotspots SET namn = 8112289874", "identity"),
        ("UPDATE hotspots SET fid = 8112289874", "identity"),
        ("UPDATE hotspots SET namn = CAST('811228-9874' AS BLOB)", "bytes that are no geometry"),
        ("UPDATE hotspots SET geom = CAST('GP personnummer 811228-9874' AS BLOB)", "bytes that are no geometry"),
        ("UPDATE hotspots SET geom = CAST(geom || CAST('811228-9874' AS BLOB) AS BLOB)", "bytes that are no geometry"),
        ("CREATE TABLE layer_styles (owner TEXT, styleQML TEXT)", None),
    ],
)
def test_what_is_no_layer_in_a_geopackage_is_stopped(tmp_path, sql, what):
    path = geopackage(tmp_path / "a.gpkg")
    with closing(sqlite3.connect(path)) as connection:
        # The triggers of the index would measure what is no geometry.
        for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
            connection.create_function(name, 1, lambda _blob: 0.0)
        connection.execute(sql)
        connection.commit()
        if what is None:
            check_file(path)
            connection.execute("INSERT INTO layer_styles VALUES ('{0f8fad5b-d9cb-469f-a165-708671289500}', '')")
            connection.commit()
            check_file(path)
            connection.execute("INSERT INTO layer_styles VALUES ('Lars 811228-9874', '')")
            connection.commit()
            with pytest.raises(ExportError, match="identity"):
                check_file(path)
            connection.execute("DELETE FROM layer_styles WHERE owner LIKE 'Lars%'")
            connection.execute("INSERT INTO layer_styles VALUES ('', '<qgis><prop v=\"/home/anna/icon.svg\"/></qgis>')")
            connection.commit()
    with pytest.raises(ExportError, match=what or "path"):
        check_file(path)


def test_rests_of_deleted_rows_in_a_geopackage_are_stopped(tmp_path):
    path = geopackage(tmp_path / "a.gpkg", ["x" * 3000 for _ in range(40)])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE rtree_hotspots_geom")
        connection.execute("CREATE TABLE big (a TEXT)")
        connection.execute("INSERT INTO big VALUES (?)", ("secret" * 5000,))
        connection.commit()
        connection.execute("DROP TABLE big")
        connection.commit()
    with pytest.raises(ExportError, match="rests of rows"):
        check_file(path)


def test_a_file_that_is_no_geopackage_is_stopped(tmp_path):
    (tmp_path / "a.gpkg").write_bytes(b"SQLite format 3\0" + b"x" * 500)
    with pytest.raises(ExportError, match="not whole"):
        check_file(tmp_path / "a.gpkg")


CONTENT = '<office xmlns:text="t"><text:p>Tor<text:span>get</text:span></text:p>{}</office>'
META = '<office xmlns:dc="d" xmlns:meta="m">{}</office>'


def document(path, content="", meta="", extra=None):
    entries = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": CONTENT.format(content)}
    entries |= {"meta.xml": META.format(meta)} | (extra or {})
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in entries.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 4, 1, 0, 0, 0)), text)
    return path


def test_a_document_passes(tmp_path, qgis_app):
    check_file(
        document(tmp_path / "a.odt", meta="<meta:generator>EST</meta:generator>", extra={"Pictures/a.png": picture()})
    )


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        ({"content": "<text:p>anna.b@<text:span>example.org</text:span></text:p>"}, "paragraph 2"),
        ({"meta": "<meta:initial-creator>Anna</meta:initial-creator>"}, "who wrote"),
        ({"meta": "<dc:creator>Anna</dc:creator>"}, "who wrote"),
        ({"extra": {"settings.xml": '<a printer="/home/anna/printer"/>'}}, "path"),
        ({"extra": {"Basic/script.bin": "x"}}, "kind that cannot be read"),
        ({"extra": {"../a.xml": "<a/>"}}, "leads out of its folder"),
        ({"extra": {"a.xml": "<a>"}}, "not whole"),
    ],
)
def test_a_document_that_tells_more_is_stopped(tmp_path, arguments, what):
    with pytest.raises(ExportError, match=what):
        check_file(document(tmp_path / "a.odt", **arguments))


def test_a_zip_with_the_clock_or_notes_or_other_files_is_found(tmp_path):
    folder = tmp_path / "draft"
    folder.mkdir()
    (folder / "a.txt").write_text("a")
    good, clock, noted = (tmp_path / f"{name}.zip" for name in ("good", "clock", "noted"))
    pack(folder, [folder / "a.txt"], date(2026, 4, 1), good)
    [name] = zipfile.ZipFile(good).namelist()
    sums = {name: "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"}
    assert packed_findings(good, sums) == ()
    assert packed_findings(good, {name: "0"})[0].what == "It does not hold the files of the folder."
    with zipfile.ZipFile(clock, "w") as archive:
        archive.writestr(zipfile.ZipInfo("draft/a.txt", (2026, 4, 1, 0, 0, 0)), "a")
        archive.writestr(zipfile.ZipInfo("draft/b.txt", (2026, 4, 1, 7, 12, 0)), "a")
    assert packed_findings(clock, sums)[0].what == "It carries notes of the computer that packed it, or its clock."
    with zipfile.ZipFile(noted, "w") as archive:
        entry = zipfile.ZipInfo("/draft/å.txt", (2026, 4, 1, 0, 0, 0))
        entry.extra = b"\x75\x78\x0b\x00\x01\x04\xe8\x03\x00\x00\x04\xe8\x03\x00\x00"
        archive.writestr(entry, "a")
    assert len(packed_findings(noted, sums)) == 3
    assert packed_findings(io_file(tmp_path / "cut.zip", good.read_bytes()[:-30]), sums)[0].what == "It is not whole."


def io_file(path, content):
    path.write_bytes(io.BytesIO(content).getvalue())
    return path
