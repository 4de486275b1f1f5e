# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes along with the page and the PDF: tables, pictures for a projector, what to read first, sizes."""

from __future__ import annotations

import csv
import uuid
import zipfile
from dataclasses import replace

import package_sample as sample
import pytest
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QUrl, QUrlQuery
from qgis.PyQt.QtGui import QImage

from est_plugin.db.geometry_blob import point_blob
from est_plugin.domain.edition import Edition, Part
from est_plugin.export import map_layers
from est_plugin.export.csv_file import table
from est_plugin.export.package import write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.projector import _own_layers, slides
from est_plugin.export.projector_slide import Line, Size, paint_slide
from est_plugin.export.request import PackageRequest
from est_plugin.export.size_check import size_warnings
from est_plugin.feedback import SilentFeedback
from est_plugin.i18n import Language

#: What spreadsheets take for a formula or a command.
DANGEROUS = (
    "=1+1",
    "+46 8",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＠SUM(A1)",
    "  =1+1",
    " =1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
    "'=1+1",
    '"=1+1',
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
)


@pytest.fixture
def database(tmp_path, qgis_app):
    return sample.make_database(tmp_path / "est.gpkg")


def written(database, folder, **choices):
    plan = make_plan(database, PackageRequest(sample.FILTER, **choices), today=sample.TODAY)
    return write_package(plan, folder, SilentFeedback())


def rows_of(package, name):
    with (package.folder / "tabeller" / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def delimited(package, name, **options):
    url = QUrl.fromLocalFile(str(package.folder / "tabeller" / name))
    query = QUrlQuery()
    for key, value in {"delimiter": ";", "decimalPoint": ",", "encoding": "UTF-8", **options}.items():
        query.addQueryItem(key, value)
    url.setQuery(query)
    return QgsVectorLayer(url.toString(), name, "delimitedtext")


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_runs_as_a_formula(text):
    lines = table(("head",), ((text,), (f"a{text}",))).decode("utf-8-sig")
    first, second = list(csv.reader(lines.splitlines(keepends=True), delimiter=";"))[1:3]
    assert first[0] == f"'{text}"
    assert second[0] == f"a{text}"


def test_numbers_stay_numbers_in_a_table():
    assert table(("a", "b", "c", "d"), ((-3, -2.5, None, "−4"),)).decode("utf-8-sig") == "a;b;c;d\r\n-3;-2,5;;−4\r\n"


def test_python_and_qgis_read_the_same_cells_of_a_table(database, tmp_path):
    package = written(database, tmp_path / "out", edition=Edition.WORKING)
    for name in ("hotspots.csv", "siffror.csv", "atgarder.csv", "vandringar.csv", "metod.csv"):
        rows = rows_of(package, name)
        layer = delimited(package, name, detectTypes="no")
        assert layer.isValid()
        assert [field.name() for field in layer.fields()] == list(rows[0])
        read = [[value or "" for value in feature.attributes()] for feature in layer.getFeatures()]
        assert read == [list(row.values()) for row in rows]


def test_qgis_reads_decimal_commas_and_whole_numbers_as_numbers(database, tmp_path):
    package = written(database, tmp_path / "out", edition=Edition.WORKING, language="en")
    (walk,) = delimited(package, "vandringar.csv", detectTypes="yes").getFeatures()
    assert (walk["Length in km"], walk["Minutes"]) == (1.08, 31)
    first = next(delimited(package, "hotspots.csv", detectTypes="yes").getFeatures())
    assert (first["Now"], first["Before"], first["Difference"], first["E"]) == (14, 11, 3, 674000)


def test_walks_and_method_are_tables_too(database, tmp_path):
    package = written(database, tmp_path / "out")
    (walk,) = rows_of(package, "vandringar.csv")
    assert list(walk.values()) == ["1", "Spring walk", "Planerad", "1,08", "31", "2", "1. Stop 1; 2. Stop 2"]
    method = {row["Namn"]: row["Värde"] for row in rows_of(package, "metod.csv")}
    assert method["Kommun"] == "Lindvik ö"
    assert method["Koordinatsystem"] == "SWEREF 99 TM (EPSG:3006)"
    assert method["Täthetens bandbredd i meter"] == "250"


@pytest.mark.parametrize(("edition", "has_places"), [(Edition.WORKING, True), (Edition.MEETING, False)])
def test_only_the_working_group_gets_places_to_ten_metres(database, tmp_path, edition, has_places):
    package = written(database, tmp_path / "out", edition=edition)
    for name in ("hotspots.csv", "atgarder.csv"):
        first = rows_of(package, name)[0]
        assert ("E" in first) == ("N" in first) == has_places
        if has_places:
            assert int(first["E"]) % 10 == int(first["N"]) % 10 == 0
            assert abs(int(first["E"]) - sample.CENTRE[0]) < 200


def test_owners_stand_in_the_table_only_where_they_may(database, tmp_path):
    everything = Edition.MEETING.parts
    with_owners = written(database, tmp_path / "one")
    without = written(database, tmp_path / "two", wanted=everything - {Part.OWNERS})
    assert "Ansvarig" in rows_of(with_owners, "atgarder.csv")[0]
    assert "Ansvarig" not in rows_of(without, "atgarder.csv")[0]


def test_a_part_that_is_not_wanted_has_no_table(database, tmp_path):
    wanted = Edition.MEETING.parts - {Part.WALKS, Part.COUNTS, Part.OBSERVATIONS}
    package = written(database, tmp_path / "out", wanted=wanted)
    names = {path.name for path in (package.folder / "tabeller").iterdir()}
    assert names == {"hotspots.csv", "atgarder.csv", "metod.csv"}


def test_pictures_fit_a_projector_and_a_mail(database, tmp_path):
    package = written(database, tmp_path / "out")
    files = sorted((package.folder / "bilder").iterdir())
    assert [path.stem for path in files] == [
        "00_oversikt",
        "01_Stationsgatan-b-torget-b",
        "02_Badhusparken",
        "03_Hamnen",
    ]
    for path in files:
        image = QImage(str(path))
        assert (image.width(), image.height()) == (1920, 1080)
        assert path.stat().st_size <= 400_000


def test_slides_say_rank_number_change_and_class_in_large_letters(database):
    plan = make_plan(database, PackageRequest(sample.FILTER, language="en"), today=sample.TODAY)
    overview, first, *_ = slides(plan)
    assert [line.text for line in first.lines[:2]] == ["14 incidents", "+3 (not judged), before: 11"]
    assert first.title == "1. Stationsgatan <b>& torget</b>"
    assert first.subtitle.startswith("Lindvik ö, March 2026")
    assert "2. Badhusparken: 9, +7 (not judged)" in [line.text for line in overview.lines]
    assert all("Information class: Internal" in slide.sharing for slide in (overview, first))
    assert min(Size) >= 24


def test_a_hotspot_on_a_slide_is_seen_in_grey(database, tmp_path):
    package = written(database, tmp_path / "out")
    (path,) = (package.folder / "bilder").glob("02_*")
    grey = QImage(str(path)).convertToFormat(QImage.Format.Format_Grayscale8)
    # Along a line through the middle of the map, where the hotspot lies.
    row = [grey.pixelColor(x, 146 + 430 + 80).red() for x in range(24, 24 + 1256)]
    ground, edge = row[20], min(row[100:1150])
    assert ground - edge > 110


def test_slides_show_ten_places_and_leave_out_what_has_no_room(database, tmp_path):
    with database.writing() as connection:
        number = connection.execute("SELECT kind FROM measure LIMIT 1").fetchone()["kind"]
        hotspot = connection.execute("SELECT uuid FROM hotspot WHERE rank = 2").fetchone()["uuid"]
        for _ in range(40):
            connection.execute(
                "INSERT INTO measure (uuid, kind, title, status, hotspot, geom) VALUES (?, ?, '', 'proposed', ?, ?)",
                (str(uuid.uuid4()), number, hotspot, point_blob(674_900, 6_580_600, 3006)),
            )
    plan = make_plan(database, PackageRequest(sample.FILTER, language="en"), today=sample.TODAY)
    long = replace(plan.hotspots[0], name="Ö" * 300)
    many = replace(plan, hotspots=tuple(replace(long, rank=rank, key=f"p{rank}") for rank in range(1, 15)))
    assert [slide.name[:2] for slide in slides(many)] == [f"{number:02}" for number in range(11)]
    package = write_package(plan, tmp_path / "out", SilentFeedback())
    assert len(list((package.folder / "bilder").iterdir())) == 4


def test_readme_says_first_what_to_open_and_lists_what_is_there(database, tmp_path):
    package = written(database, tmp_path / "out", language="en", contact="Security unit")
    content = (package.folder / "LAS_MIG_FORST.txt").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").split("\r\n")
    assert lines[0] == f"1. Open {package.html.name} with a double click. It needs no network."
    assert lines[1] == "2. It shows the situation in Lindvik ö, March 2026."
    assert lines[2].startswith("3. Information class: Internal.")
    listed = {line.split(" – ")[0].strip().split("/")[0] for line in lines if line.startswith("  ") and " – " in line}
    assert listed == {path.name for path in package.folder.iterdir()} - {"LAS_MIG_FORST.txt"}
    assert any("A change may be chance" in line for line in lines)
    assert lines[-2].endswith("Questions: Security unit.")


def test_no_path_in_a_package_is_too_long_to_unpack(database, tmp_path):
    with database.writing() as connection:
        connection.execute("UPDATE hotspot SET name = 'Stationsgatan vid bussterminalen och resecentrum norra'")
    plan = make_plan(database, PackageRequest(sample.FILTER, edition=Edition.WORKING), today=sample.TODAY)
    long = replace(plan, municipality="Storstadsregionens kommunalförbund för trygghet")
    package = write_package(long, tmp_path / "out", SilentFeedback())
    with zipfile.ZipFile(package.archive) as archive:
        assert max(map(len, archive.namelist())) <= 120


def test_too_large_files_are_told_and_small_ones_not(tmp_path):
    page, paper, archive = (tmp_path / name for name in ("a.html", "a.pdf", "a.zip"))

    def sizes(*millions):
        for path, number in zip((page, paper, archive), millions, strict=True):
            with path.open("wb") as file:
                file.truncate(number * 1_000_000)

    sizes(15, 10, 20)
    assert size_warnings(page, paper, archive) == ()
    sizes(16, 11, 21)
    texts = [Language("en").say(warning) for warning in size_warnings(page, paper, archive)]
    assert [text.split(":")[0] for text in texts] == ["The map page is 16 MB", "The PDF is 11 MB", "The zip is 21 MB"]
    assert len(size_warnings(page, None, archive)) == 2


def test_a_slide_says_how_many_lines_have_no_room_and_its_legend_names_its_own_measures(database):
    plan = make_plan(database, PackageRequest(sample.FILTER, language="en"), today=sample.TODAY)
    slide = slides(plan)[1]
    ground = QImage(1256, 860, QImage.Format.Format_RGB32)
    ground.fill(0xFFFFFF)
    few, some, many = (
        paint_slide(replace(slide, lines=tuple(Line(f"{n}. Lamps") for n in range(count))), ground, [], Language("en"))
        for count in (14, 18, 60)
    )
    # Letters become smaller before anything is left out, and what is left out is counted below the others.
    assert few != some
    assert some != many
    overlay = map_layers.overlay(plan)
    of_none = {layer.name() for layer in _own_layers(plan, overlay, slide.extract, ())}
    assert "Hotspots" in of_none
    assert of_none.isdisjoint({"Lighting", "Signage"})
    keys = [item.key for item in plan.measures]
    assert {layer.name() for layer in _own_layers(plan, overlay, slides(plan)[0].extract, keys)} >= {"Lighting"}
