# SPDX-License-Identifier: GPL-2.0-or-later
"""The strategic edition tells no small count: page, paper, tables and manifest say the same range."""

from __future__ import annotations

import json
from dataclasses import replace

import package_sample as sample
import pytest

from est_plugin.domain.edition import Edition
from est_plugin.export.contents import contents_of
from est_plugin.export.package import write_package
from est_plugin.export.pdf_text import read_pdf
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback


@pytest.fixture
def database(tmp_path, qgis_app):
    database = sample.make_database(tmp_path / "est.gpkg")
    with database.writing() as connection:
        connection.execute("UPDATE incident SET category = 'vald' WHERE id = 1")
        connection.execute("UPDATE hotspot SET incidents = 3 WHERE id = 1")
        connection.execute("UPDATE hotspot_period SET incidents = 3 WHERE rank = 1")
    return database


def plan_of(database, edition):
    return make_plan(
        database, PackageRequest(sample.FILTER, language="en", edition=edition, background=()), today=sample.TODAY
    )


def test_the_meeting_reads_exact_counts(database):
    plan = plan_of(database, Edition.MEETING)
    assert "1" in {str(item.now) for item in plan.by_category}
    assert "3" in {str(spot.incidents) for spot in plan.hotspots}


def test_the_strategic_edition_tells_ranges_everywhere(database, tmp_path):
    plan = plan_of(database, Edition.STRATEGIC)
    told = [str(item.now) for item in plan.by_category]
    assert "1–4" in told
    assert not {"1", "2", "3", "4"} & {*told, *(str(spot.incidents) for spot in plan.hotspots)}
    hidden = next(item for item in plan.by_category if str(item.now) == "1–4")
    assert hidden.change.number_text == "–"
    package = write_package(plan, tmp_path / "out", SilentFeedback())
    for name in ("siffror.csv", "hotspots.csv"):
        text = (package.folder / "tabeller" / name).read_text("utf-8-sig")
        assert ";1–4;" in text
    page = package.html.read_text("utf-8")
    assert '<td class="number" data-head="Now">1–4</td>' in page
    assert "1–4 incidents" in page
    assert "Counts of one to four are told as 1–4" in page
    assert "1–4" in " ".join(read_pdf(package.pdf.read_bytes()).texts)


def test_a_total_of_few_is_a_range_in_summary_and_manifest_too(database, tmp_path):
    chosen = replace(sample.FILTER, categories=frozenset({"vald"}))
    request = PackageRequest(chosen, language="en", edition=Edition.STRATEGIC, background=())
    assert ": 1–4 incidents, – (" in contents_of(database, request, today=sample.TODAY).summary
    package = write_package(make_plan(database, request, today=sample.TODAY), tmp_path / "out", SilentFeedback())
    manifest = json.loads((package.folder / "MANIFEST.json").read_text("utf-8"))
    assert manifest["incidents_counted"] == "1–4"
