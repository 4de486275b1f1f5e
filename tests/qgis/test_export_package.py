# SPDX-License-Identifier: GPL-2.0-or-later
"""The map package: its files, what they hold, what they never hold, and that it is whole or not there."""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import replace
from datetime import date

import package_sample as sample
import pytest
import shapely
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsVectorLayer

from est_plugin.analysis.count_change import Verdict
from est_plugin.analysis.rhythm import FEWEST
from est_plugin.db.measures import NewMeasure, add_measures
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.info_class import InfoClass
from est_plugin.domain.period import Period
from est_plugin.errors import CancelledError, ExportError, InputError
from est_plugin.export.background import background_of
from est_plugin.export.contents import contents_of
from est_plugin.export.map_layers import legend_layers, overlay
from est_plugin.export.measure_signs import MeasureSign
from est_plugin.export.package import write_package
from est_plugin.export.paper import pages
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.export.rhythm_section import rhythm_section
from est_plugin.feedback import SilentFeedback
from est_plugin.i18n import Language
from est_plugin.processing.exportpackage import ExportPackageAlgorithm

NAME = "EST-lagesbild_Lindvik-o_2026-03-01_2026-03-31_meeting_internal"


class CancelAfter(SilentFeedback):
    """Cancels once the work has come so far."""

    def __init__(self, fraction):
        self.limit, self.reached = fraction, 0.0

    def set_progress(self, fraction):
        self.reached = fraction

    def is_cancelled(self):
        return self.reached >= self.limit


@pytest.fixture
def database(tmp_path, qgis_app):
    return sample.make_database(tmp_path / "est.gpkg")


@pytest.fixture
def plan(database):
    return make_plan(database, PackageRequest(sample.FILTER, language="en"), today=sample.TODAY)


@pytest.fixture
def package(plan, tmp_path):
    return write_package(plan, tmp_path / "out", SilentFeedback())


def test_package_holds_its_files_and_a_zip_of_them(package, tmp_path):
    files = {path.relative_to(package.folder).as_posix() for path in package.folder.rglob("*") if path.is_file()}
    assert package.folder.name == NAME
    assert files == {
        "LAS_MIG_FORST.txt",
        "MANIFEST.json",
        "lagesbild_2026-03-01_2026-03-31.html",
        "lagesbild_2026-03-01_2026-03-31.pdf",
        "tabeller/hotspots.csv",
        "tabeller/siffror.csv",
        "tabeller/atgarder.csv",
        "tabeller/vandringar.csv",
        "tabeller/metod.csv",
        "tabeller/iakttagelser.csv",
        "protokoll_2026-03-01_2026-03-31.odt",
        "bilder/00_oversikt.png",
        "bilder/01_Stationsgatan-b-torget-b.png",
        "bilder/02_Badhusparken.png",
        "bilder/03_Hamnen.png",
    }
    with zipfile.ZipFile(package.archive) as archive:
        assert {f"{NAME}/{name}" for name in files} == set(archive.namelist())
        assert archive.testzip() is None
    assert {path.name for path in (tmp_path / "out").iterdir()} == {NAME, f"{NAME}.zip"}


def test_manifest_has_the_checksum_of_every_file_and_the_rows(package):
    manifest = json.loads((package.folder / "MANIFEST.json").read_text(encoding="utf-8"))
    for name, checksum in manifest["sha256"].items():
        assert hashlib.sha256((package.folder / name).read_bytes()).hexdigest() == checksum
    assert len(manifest["sha256"]) == 14
    assert manifest["rows"] == {"incidents": 0, "hotspots": 3, "measures": 2, "walks": 1}
    assert manifest["period"] == ["2026-03-01", "2026-03-31"]
    assert manifest["info_class"] == "internal"
    assert manifest["incidents_counted"] == 29


def test_no_description_is_in_any_file(package):
    for path in package.folder.rglob("*"):
        if path.is_file():
            assert sample.SECRET.encode() not in path.read_bytes()


def test_tables_open_in_a_spreadsheet_without_running_formulas(package):
    text = (package.folder / "tabeller" / "hotspots.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    lines = text.decode("utf-8-sig").split("\r\n")
    assert lines[1].startswith("1;Stationsgatan <b>& torget</b>;")
    assert lines[3].startswith("3;'=Hamnen;")


def test_pdf_has_a_page_for_each_hotspot_and_no_author(package):
    content = package.pdf.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 3 + 4
    assert b"/Author" not in content


def test_the_change_of_a_hotspot_has_no_percentage_and_is_not_judged(plan):
    first, second, third = plan.hotspots
    assert [spot.change.percent for spot in (first, second, third)] == [None] * 3
    assert first.change.verdict is Verdict.NOT_JUDGED


def test_change_is_worded_alike_on_the_page_and_in_the_tables(package):
    page = package.html.read_text(encoding="utf-8")
    lines = (package.folder / "tabeller" / "hotspots.csv").read_text(encoding="utf-8-sig").splitlines()
    assert "+3 (not judged), before: 11" in page
    assert ";14;11;3;;not judged;" in lines[1]


@pytest.mark.parametrize(
    ("first", "last", "language", "reason"),
    [
        ("2026-02-05", "2026-04-01", "en", "reports exist from 2026-02-05"),
        ("2026-02-05", "2026-04-01", "sv", "rapporter finns från 2026-02-05"),
        ("2025-12-31", "2026-03-20", "sv", "rapporter finns till och med 2026-03-20"),
    ],
)
def test_half_known_periods_are_not_compared_and_the_package_says_why(
    database, tmp_path, first, last, language, reason
):
    with database.writing() as connection:
        for reference, day in zip(sample.REPORTED, (first, last), strict=True):
            values = (f"{day}T12:00:00.000Z", reference)
            connection.execute("UPDATE incident SET occurred_from = ? WHERE source_ref = ?", values)
    plan = make_plan(database, PackageRequest(sample.FILTER, language=language), today=sample.TODAY)
    package = write_package(plan, tmp_path / "out", SilentFeedback())
    page, numbers = package.html.read_text(encoding="utf-8"), (package.folder / "tabeller" / "siffror.csv")
    verdict = "går inte att jämföra" if language == "sv" else "cannot be compared"
    assert page.count(reason) == 1
    assert f"{plan.total.change.number_text} (" not in page
    assert all(item.change.percent is None for item in (plan.total, *plan.by_category, *plan.by_organisation))
    assert f"{reason}." in pages(plan)[-1].values["period"]
    assert not any(word in page for word in (" (fler)", " (färre)", " (more)", " (fewer)", 'value="difference"'))
    assert all(f";;;{verdict}: {reason}" in line for line in numbers.read_text(encoding="utf-8-sig").splitlines()[1:])


def test_method_is_told_in_words(plan):
    assert plan.method[1:] == (
        ("Cells are", "hexagons"),
        ("Width of a cell in metres", "200"),
        ("Number of cells", "91"),
        ("Bandwidth of the density in metres", "250"),
    )


@pytest.mark.parametrize("table", ["hotspot", "measure", "incident"])
def test_package_has_the_highest_class_of_its_contents(database, table):
    with database.writing() as connection:
        connection.execute(f"UPDATE {table} SET info_class = 2 WHERE id = 1")
    plan = make_plan(database, PackageRequest(sample.FILTER, language="en"), today=sample.TODAY)
    assert plan.name.endswith("_sensitive")


@pytest.mark.parametrize("day", ["2026-02-10T12:00:00.000Z", "2025-03-10T12:00:00.000Z"])
def test_the_class_minds_the_periods_that_it_is_compared_with(database, day):
    with database.writing() as connection:
        connection.execute(
            "UPDATE incident SET info_class = 2, occurred_from = ?, occurred_to = NULL WHERE id = 1", (day,)
        )
    plan = make_plan(database, PackageRequest(sample.FILTER, language="en"), today=sample.TODAY)
    assert plan.info_class is InfoClass.SENSITIVE


def test_the_class_minds_no_incident_that_the_filter_leaves_out(database):
    with database.writing() as connection:
        connection.execute("UPDATE incident SET info_class = 2, category = 'vald' WHERE id = 1")
    chosen = replace(sample.FILTER, categories=frozenset({"skadegorelse"}))
    plan = make_plan(database, PackageRequest(chosen, language="en"), today=sample.TODAY)
    assert plan.info_class is InfoClass.INTERNAL
    plan = make_plan(database, PackageRequest(sample.FILTER, language="en"), today=sample.TODAY)
    assert plan.info_class is InfoClass.SENSITIVE


@pytest.mark.parametrize(("info_class", "name"), [(1, "intern"), (2, "kanslig"), (3, "skyddad")])
def test_swedish_package_names_its_class_in_swedish(database, info_class, name):
    with database.writing() as connection:
        connection.execute("UPDATE measure SET info_class = ?", (info_class,))
    plan = make_plan(database, PackageRequest(sample.FILTER, language="sv"), today=sample.TODAY)
    assert plan.name == f"EST-lagesbild_Lindvik-o_2026-03-01_2026-03-31_mote_{name}"


def test_the_rhythm_of_a_period_with_few_reports_is_words_without_hours(database):
    words = Language("en")
    with database.writing() as connection:
        sample.add_report(connection, "one more", "2026-03-15")
    plan = make_plan(database, PackageRequest(sample.FILTER, language="en"), today=sample.TODAY)
    assert len(plan.points) == FEWEST
    assert "data:image/svg+xml" in rhythm_section(plan.rhythm, words)
    for left in (FEWEST - 1, 0):
        with database.writing() as connection:
            connection.execute("UPDATE incident SET deleted_at = ?", (f"{sample.TODAY}T00:00:00.000Z",))
            connection.execute(
                "UPDATE incident SET deleted_at = NULL WHERE id IN"
                " (SELECT id FROM incident WHERE occurred_from LIKE '2026-03%' LIMIT ?)",
                (left,),
            )
        few = make_plan(database, PackageRequest(sample.FILTER, language="en"), today=sample.TODAY)
        assert len(few.points) == left
        told = rhythm_section(few.rhythm, words)
        assert "<img" not in told
        assert ("Too few incidents" if left else "No incidents in the period") in told
        assert "In the dark" not in told


def test_hotspot_without_a_name_is_named_by_its_rank(database):
    with database.writing() as connection:
        connection.execute("UPDATE hotspot SET name = ''")
    plan = make_plan(database, PackageRequest(sample.FILTER, language="en"), today=sample.TODAY)
    assert [spot.name for spot in plan.hotspots] == ["Place 1", "Place 2", "Place 3"]


def test_new_package_replaces_the_old_one(package, plan, tmp_path):
    (package.folder / "stale.txt").write_text("old")
    again = write_package(plan, tmp_path / "out", SilentFeedback())
    assert again.folder == package.folder
    assert not (again.folder / "stale.txt").exists()


@pytest.mark.parametrize("fraction", [0.0, 0.3, 0.7, 0.85])
def test_cancel_leaves_the_old_package_and_no_rests(package, plan, tmp_path, fraction):
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    with pytest.raises(CancelledError):
        write_package(plan, tmp_path / "out", CancelAfter(fraction))
    assert {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()} == before
    assert len(list((tmp_path / "out").iterdir())) == 2


@pytest.mark.parametrize("text", ["Call 070-174 06 05", "mail anna@example.org", "about 19811228-9874"])
def test_personal_data_in_a_title_stop_the_package(database, tmp_path, text):
    with database.writing() as connection:
        connection.execute("UPDATE measure SET title = ?", (text,))
    plan = make_plan(database, PackageRequest(sample.FILTER), today=sample.TODAY)
    with pytest.raises(ExportError) as caught:
        write_package(plan, tmp_path / "out", SilentFeedback())
    assert text not in str(caught.value)
    assert list((tmp_path / "out").iterdir()) == []


def test_move_that_fails_brings_the_old_package_back(package, plan, tmp_path):
    (package.folder / "mine.txt").write_text("old")
    package.archive.unlink()
    package.archive.mkdir()
    with pytest.raises(ExportError, match="could not be written"):
        write_package(plan, tmp_path / "out", SilentFeedback())
    assert (package.folder / "mine.txt").read_text() == "old"
    assert {path.name for path in (tmp_path / "out").iterdir()} == {NAME, f"{NAME}.zip"}


def test_folder_that_is_a_file_is_told(plan, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="could not be written"):
        write_package(plan, tmp_path / "file", SilentFeedback())


def test_plan_without_period_or_without_anything_is_refused(database):
    with pytest.raises(InputError, match="needs a period"):
        make_plan(database, PackageRequest(IncidentFilter()), today=sample.TODAY)
    with database.writing() as connection:
        for table in ("incident", "hotspot", "measure", "walk"):
            connection.execute(f"UPDATE {table} SET deleted_at = '2026-01-01T00:00:00.000Z'")
    with pytest.raises(InputError, match="nothing to put on the map"):
        make_plan(database, PackageRequest(sample.FILTER), today=sample.TODAY)


def test_project_layer_is_drawn_with_its_own_source_and_style(database, tmp_path):
    layer = QgsVectorLayer(database.layer_source("hotspot"), "ground", "ogr")
    metadata = layer.metadata()
    metadata.setRights(["Land survey"])
    layer.setMetadata(metadata)
    plan = make_plan(database, PackageRequest(sample.FILTER, background=(background_of(layer),)), today=sample.TODAY)
    assert [(part.name, part.provider, part.kind) for part in plan.background] == [("ground", "ogr", "vector")]
    result = write_package(plan, tmp_path / "out", SilentFeedback())
    assert plan.attribution == "Land survey"
    assert '"0/0_0":' in result.html.read_text(encoding="utf-8")


def test_algorithm_writes_the_package(database, tmp_path):
    (tmp_path / "out").mkdir()
    parameters = {
        "DATABASE": str(database.path),
        "PERIOD_START": "2026-03-01",
        "PERIOD_END": "2026-03-31",
        "FOLDER": str(tmp_path / "out"),
        "LANGUAGE": 1,
    }
    algorithm = ExportPackageAlgorithm()
    algorithm.initAlgorithm({})
    results, is_done = algorithm.run(parameters, QgsProcessingContext(), QgsProcessingFeedback())
    assert is_done
    assert results["PACKAGE"] == str(tmp_path / "out" / NAME)
    assert '<html lang="en">' in (tmp_path / "out" / NAME / "lagesbild_2026-03-01_2026-03-31.html").read_text("utf-8")


def test_the_density_has_the_bandwidth_of_the_map_but_never_points_at_addresses(database):
    for wanted, used in ((400.0, "400"), (50.0, "250")):
        plan = make_plan(database, PackageRequest(sample.FILTER, language="en", bandwidth=wanted), today=sample.TODAY)
        assert plan.bandwidth == float(used)
        assert dict(plan.method)["Bandwidth of the density in metres"] == used


def test_each_kind_of_measure_has_its_own_sign_on_maps_and_paper(database):
    line = shapely.LineString([(674_200, 6_580_100), (674_600, 6_580_100)])
    add_measures(database, [NewMeasure("LTF", "", line), NewMeasure("KLO", "", line.buffer(20))])
    plan = make_plan(database, PackageRequest(sample.FILTER, language="en"), today=sample.TODAY)
    layers = overlay(plan)
    signs = {sign.label for sign in MeasureSign}
    marks = {layer.name(): layer for layer in layers if layer.name() in signs}
    assert {name: [row["label"] for row in layer.getFeatures()] for name, layer in marks.items()} == {
        "Lighting": ["2"],
        "Signage": ["1"],
        "Traffic ban": ["3"],
        "Graffiti removal": ["4"],
    }
    icons = {layer.renderer().symbol().symbolLayer(2).path() for layer in marks.values()}
    assert len(icons) == 4
    assert [item.number for item in plan.measures] == [1, 2, 3, 4]
    named = [layer.name() for layer in legend_layers(plan, layers, has_density=False)]
    assert named[:6] == ["Hotspots", "Safety walks", "Lighting", "Signage", "Traffic ban", "Graffiti removal"]
    assert len(layers) == len(named) + 2


def _add_last_year(database):
    """Reports since February 2025, twenty of them about litter in March 2025."""
    with database.writing() as connection:
        for number, day in enumerate(("2025-02-01", *["2025-03-12"] * 20)):
            sample.add_report(connection, f"last-{number}", day, "nedskrapning")


def test_the_same_period_last_year_stands_beside_the_period_before(database, tmp_path):
    _add_last_year(database)
    plan = make_plan(database, PackageRequest(sample.FILTER, language="sv"), today=sample.TODAY)
    assert (plan.total.now, plan.total.last_year) == (29, 20)
    litter = next(item for item in plan.by_category if item.name == "Nedskräpning")
    assert (litter.now, litter.last_year) == (0, 20)
    package = write_package(plan, tmp_path / "out", SilentFeedback())
    page = package.html.read_text(encoding="utf-8")
    assert "+9 (+45\xa0%, kan vara slump) mot förra året (20)" in page
    assert '<th scope="col">Samma period förra året</th>' in page
    assert ">20: −20 (färre)</td>" in page
    tables = [table for paper in pages(plan) if paper.template.name == "numbers" for table in paper.tables]
    assert all(table.heads[4] == "Samma period förra året" for table in tables)
    assert "20: −20 (färre)" in [row[4] for table in tables for row in table.rows]
    lines = (package.folder / "tabeller" / "siffror.csv").read_text(encoding="utf-8-sig").splitlines()
    assert any(line.endswith(";20;-20;;färre") for line in lines)


def test_last_year_is_not_compared_with_before_the_first_report(plan):
    assert plan.total.last_year == 0
    assert plan.total.last_year_change.verdict is Verdict.INCOMPARABLE
    summary = pages(plan)[0].values["summary"]
    # A difference that means nothing is not shown.
    assert "Cannot be compared with last year: reports exist from 2025-12-31." in summary
    assert "+29" not in summary


def test_a_year_is_compared_with_the_year_before_once(database):
    year = IncidentFilter(Period.between(date(2026, 1, 1), date(2026, 12, 31)))
    plan = make_plan(database, PackageRequest(year, language="en"), today=sample.TODAY)
    assert plan.last_year is None
    assert "last year" not in pages(plan)[0].values["summary"]
    assert {len(table.heads) for page in pages(plan) if page.template.name == "numbers" for table in page.tables} == {4}


def test_package_and_contents_tell_what_waits_and_what_was_left_out(database, tmp_path):
    with database.writing() as connection:
        connection.execute(
            "INSERT INTO import_batch (uuid, source, file_name, sha256, mapping, columns, rows_read, accepted, known,"
            " changed, quarantined, imported_at) VALUES ('b', 's', 'f.csv', '', '{}', '[]', 3, 0, 0, 0, 3, ?)",
            ("2026-04-01T00:00:00.000Z",),
        )
        for number, outcome in enumerate((None, None, "discarded")):
            connection.execute(
                "INSERT INTO quarantine (batch, source, row_number, row_hash, source_ref, raw, reasons, outcome,"
                " resolved_at) VALUES (1, 's', ?, ?, '', '{}', '[]', ?, ?)",
                (number, str(number), outcome, outcome and "2026-04-01T00:00:00.000Z"),
            )
        connection.execute("UPDATE hotspot_period SET method = json_set(method, '$.stacked', 42)")
    found = contents_of(database, PackageRequest(sample.FILTER), sample.TODAY)
    assert (found.waiting, found.stacked) == (2, 42)
    plan = make_plan(database, PackageRequest(sample.FILTER, language="sv"), today=sample.TODAY)
    page = write_package(plan, tmp_path / "out", SilentFeedback()).html.read_text(encoding="utf-8")
    method = pages(plan)[-1].values["method"]
    for told in (page, method):
        assert "Rader från alla källor som väntar i karantän: 2." in told
        assert "Rapporter på samma punkt som inte räknades" in told
    assert ("Rapporter på samma punkt som inte räknades", "42") in plan.method
