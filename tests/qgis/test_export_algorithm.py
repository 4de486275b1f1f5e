# SPDX-License-Identifier: GPL-2.0-or-later
"""est:exportpackage: old calls work as before, and every choice of the page can be made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from desktop import Profile
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from est_plugin.domain.edition import Edition
from est_plugin.export.preset import MEETINGS, OPTIONAL_PARTS
from est_plugin.export.request import PaperSize, Quality
from est_plugin.processing.exportpackage import ExportPackageAlgorithm
from tests import package_sample as sample


@pytest.fixture
def database(tmp_path, qgis_app):
    return sample.make_database(tmp_path / "lindvik.gpkg")


@pytest.fixture
def algorithm(qgis_app):
    algorithm = ExportPackageAlgorithm()
    algorithm.initAlgorithm({})
    return algorithm


def run(algorithm, database, folder, **further):
    folder.mkdir()
    days = {"PERIOD_START": "2026-03-01", "PERIOD_END": "2026-03-31"}
    parameters = {"DATABASE": str(database.path), **days, "FOLDER": str(folder), **further}
    results, is_done = algorithm.run(parameters, QgsProcessingContext(), QgsProcessingFeedback())
    assert is_done
    return results


def manifest(results):
    return json.loads((Path(results["PACKAGE"]) / "MANIFEST.json").read_text(encoding="utf-8"))


def test_a_call_without_the_new_choices_makes_the_package_of_a_meeting(algorithm, database, tmp_path):
    results = run(algorithm, database, tmp_path / "out")
    assert manifest(results)["edition"] == "meeting"
    assert Path(results["PDF"]).is_file()
    assert Path(results["ZIP"]).is_file()


@pytest.mark.parametrize("edition", [Edition.WORKING, Edition.STRATEGIC])
def test_the_edition_can_be_chosen(algorithm, database, tmp_path, edition):
    results = run(algorithm, database, tmp_path / "out", EDITION=list(Edition).index(edition))
    assert manifest(results)["edition"] == edition.value


def test_what_is_not_ticked_is_not_written(algorithm, database, tmp_path):
    tables = [part.value for part in OPTIONAL_PARTS].index("tables")
    results = run(algorithm, database, tmp_path / "out", PARTS=[tables])
    assert results["PDF"] is None
    assert not list(Path(results["PACKAGE"]).rglob("*.pdf"))
    assert list(Path(results["PACKAGE"]).rglob("*.csv"))
    results = run(algorithm, database, tmp_path / "none", PARTS=[])
    assert not list(Path(results["PACKAGE"]).rglob("*.csv"))


def test_every_choice_reaches_the_request(algorithm, database, tmp_path):
    asked = {
        "EDITION": list(Edition).index(Edition.WORKING),
        "LANGUAGE": 0,
        "SECOND_LANGUAGE": 1,
        "MEETING": list(MEETINGS).index("strategic"),
        "SUMMARY": " Lugnare vid torget. ",
        "CONTACT": "trygghetssamordnaren",
        "PAPER": list(PaperSize).index(PaperSize.A3),
        "QUALITY": list(Quality).index(Quality.PRINT),
        "PERIOD_START": "2026-03-01",
        "PERIOD_END": "2026-03-31",
    }
    request = algorithm._request(asked, QgsProcessingContext())
    assert (request.edition, request.language, request.second_language) == (Edition.WORKING, "sv", "en")
    assert (request.meeting, request.summary, request.contact) == (
        "strategic",
        "Lugnare vid torget.",
        "trygghetssamordnaren",
    )
    assert (request.paper, request.quality, request.wanted) == (PaperSize.A3, Quality.PRINT, None)
    same = algorithm._request({**asked, "SECOND_LANGUAGE": 0}, QgsProcessingContext())
    assert same.second_language is None


def test_every_choice_is_explained(algorithm):
    explained = {name for name in vars(ExportPackageAlgorithm) if name.isupper()}
    for definition in algorithm.parameterDefinitions():
        if definition.name() in explained - {"PERIOD_START", "PERIOD_END", "LANGUAGE"}:
            assert definition.help(), definition.name()


def test_it_runs_from_a_terminal(database, tmp_path):
    folder = tmp_path / "profile"
    folder.mkdir()
    (tmp_path / "out").mkdir()
    said = Profile(folder).qgis_process(
        "--json",
        "run",
        "est:exportpackage",
        "--",
        f"DATABASE={database.path}",
        "PERIOD_START=2026-03-01",
        "PERIOD_END=2026-03-31",
        f"FOLDER={tmp_path / 'out'}",
        "EDITION=2",
        "PARTS=1,2",
        "SUMMARY=Lugnare vid torget.",
    )
    results = json.loads(said[said.index("{") :])["results"]
    assert manifest(results)["edition"] == "strategic"
    assert not list(Path(results["PACKAGE"]).rglob("*.pdf"))
