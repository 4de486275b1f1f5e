# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands in the database and may not travel is found in a package, wherever it got into it."""

from __future__ import annotations

import json
from dataclasses import replace

import package_sample as sample
import pytest

from est_plugin.db.kept_back import KeptBack
from est_plugin.domain.edition import Edition
from est_plugin.errors import ExportError
from est_plugin.export.gate import check_file
from est_plugin.export.gate_findings import Piece
from est_plugin.export.gate_rules import GateRules, rules_of
from est_plugin.export.package import write_package
from est_plugin.export.plan import BackgroundLayer
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback

REGISTRY = "KS 2026/00417"
SHORT = "Trasig lampa vid porten"


@pytest.fixture
def database(tmp_path, qgis_app):
    database = sample.make_database(tmp_path / "est.gpkg")
    with database.writing() as connection:
        sample.add_report(connection, "F-2026-00912", "2026-03-15")
        connection.execute("UPDATE measure SET registry_no = ?, result = ? WHERE id = 1", (REGISTRY, SHORT))
    return database


def plan_of(database, **request):
    return make_plan(database, PackageRequest(sample.FILTER, language="sv", **request), today=sample.TODAY)


@pytest.fixture
def package(database, tmp_path):
    return write_package(plan_of(database), tmp_path / "out", SilentFeedback())


LEAKS = {
    "description": (sample.SECRET, "description, comment or note"),
    "in other letters": (sample.SECRET.upper().replace(" ", "  "), "description, comment or note"),
    "short description": (SHORT, "description, comment or note"),
    "reference": ("F-2026-00912", "has in its register"),
    "registry number": (REGISTRY, "has in its register"),
}


@pytest.mark.parametrize("leak", LEAKS)
@pytest.mark.parametrize("name", ["tabeller/hotspots.csv", "LAS_MIG_FORST.txt", "MANIFEST.json", "page"])
def test_what_is_kept_back_is_found_in_every_file(package, database, leak, name):
    text, what = LEAKS[leak]
    path = package.html if name == "page" else package.folder / name
    rules = rules_of(plan_of(database))
    check_file(path, rules)
    content = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".json":
        content = json.dumps(json.loads(content) | {"more": ["x", text]})
    elif path.suffix == ".html":
        content = content.replace("</main>", f"<p title='{text}'>x</p></main>")
    else:
        content += f"9;{text}\r\n"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ExportError, match=what) as caught:
        check_file(path, rules)
    assert text not in str(caught.value)


def test_a_description_that_lines_have_cut_is_found(package, database, tmp_path):
    path = package.folder / "LAS_MIG_FORST.txt"
    path.write_text(path.read_text("utf-8-sig") + sample.SECRET.replace(" second", "\r\nsecond"), encoding="utf-8")
    with pytest.raises(ExportError, match="description, comment or note"):
        check_file(path, rules_of(plan_of(database)))


def test_a_title_that_repeats_a_long_description_stops_the_package(database, tmp_path):
    long = "Boende berättar att mannen på andra våningen skriker om nätterna"
    with database.writing() as connection:
        connection.execute("UPDATE measure SET title = ?, description = ? WHERE id = 1", (long, long))
    with pytest.raises(ExportError, match="description, comment or note") as caught:
        write_package(plan_of(database), tmp_path / "out", SilentFeedback())
    assert long not in str(caught.value)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_title_of_a_few_words_may_say_what_the_measure_itself_says_elsewhere(database, tmp_path):
    with database.writing() as connection:
        connection.execute("UPDATE measure SET title = ? WHERE id = 1", (SHORT,))
    assert write_package(plan_of(database), tmp_path / "out", SilentFeedback()).folder.is_dir()


@pytest.mark.parametrize("title", ["Hot mot Maja Ek i port 4", "Samtal: hot mot Maja\u00ad Ek i\u00a0port 4"])
def test_a_title_with_the_short_description_of_an_incident_stops_the_package(database, tmp_path, title):
    with database.writing() as connection:
        connection.execute("UPDATE incident SET description = 'Hot mot Maja Ek i port 4'")
        connection.execute("UPDATE measure SET title = ? WHERE id = 1", (title,))
    with pytest.raises(ExportError, match="description, comment or note"):
        write_package(plan_of(database), tmp_path / "out", SilentFeedback())


def test_an_incident_described_by_the_name_of_its_category_or_hotspot_stops_nothing(database, tmp_path):
    plan = plan_of(database)
    name = max((item.name for item in plan.by_category), key=len)
    with database.writing() as connection:
        connection.execute("UPDATE incident SET description = ?", (name,))
        connection.execute("UPDATE incident SET place = 'Storgatan 4 vid torget'")
        connection.execute("UPDATE hotspot SET name = 'Storgatan 4 vid torget' WHERE id = 1")
    assert write_package(plan_of(database), tmp_path / "out", SilentFeedback()).folder.is_dir()


KEPT = KeptBack(
    texts=frozenset({"Hot mot Maja Ek i port 4"}),
    references=frozenset({"F-2026-00912"}),
    people=frozenset({"anna.berg01"}),
)


@pytest.mark.parametrize("text", ["Hot mot Maja Ek i port 4", "Sparat av anna.berg01", "Se F-2026-00912"])
def test_what_the_map_manager_writes_and_the_path_of_a_background_free_nothing(database, text):
    ground = BackgroundLayer("Karta", "ogr", f"/home/{text}/karta.gpkg", "", "vector")
    for request in ({"summary": text}, {"contact": text}, {"background": (ground,)}):
        rules = rules_of(replace(plan_of(database, **request), kept_back=KEPT))
        assert list(rules.breaches(Piece("", text)))
        assert list(rules.breaches(Piece("", f"Se: {text}.")))


@pytest.mark.parametrize("cell", ["annberg", "Annberg ", "sparat av anna.berg01", "anna.berg01"])
def test_who_wrote_is_not_named(tmp_path, cell):
    rules = GateRules(kept=KeptBack(people=frozenset({"annberg", "anna.berg01"})))
    path = tmp_path / "a.csv"
    path.write_text("Namn;Av\r\nTorget;annbergs gata\r\nParken;anna.berg012\r\n", encoding="utf-8")
    check_file(path, rules)
    path.write_text(f"Namn;Av\r\nTorget;{cell}\r\n", encoding="utf-8")
    with pytest.raises(ExportError, match="names who wrote"):
        check_file(path, rules)


@pytest.mark.parametrize("edition", [Edition.WORKING, Edition.MEETING, Edition.STRATEGIC])
def test_every_edition_of_the_sample_passes(database, tmp_path, edition):
    package = write_package(
        plan_of(database, edition=edition, second_language="en"), tmp_path / "out", SilentFeedback()
    )
    manifest = json.loads((package.folder / "MANIFEST.json").read_text(encoding="utf-8"))
    assert manifest["edition"] == edition.value
    assert manifest["languages"] == ["sv", "en"]
    assert manifest["approval"] is None


def test_the_manifest_tells_what_stays_because_of_its_class(database, tmp_path):
    with database.writing() as connection:
        connection.execute("UPDATE measure SET info_class = 2 WHERE id = 1")
        connection.execute("UPDATE hotspot SET info_class = 2 WHERE id = 1")
    package = write_package(plan_of(database, edition=Edition.STRATEGIC), tmp_path / "out", SilentFeedback())
    manifest = json.loads((package.folder / "MANIFEST.json").read_text(encoding="utf-8"))
    left_out = manifest["left_out"]
    assert left_out == {"above_class": "internal", "hotspots": 1, "measures": 1, "incidents_waiting": 0}
    assert manifest["info_class"] == "internal"
    assert package.folder.name.endswith("_intern")
