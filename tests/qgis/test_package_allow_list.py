# SPDX-License-Identifier: GPL-2.0-or-later
"""What the data of a written page may tell in each edition: a key that is not named here fails, whoever added it."""

from __future__ import annotations

import json
import re
import uuid

import package_more as more
import package_sample as sample
import public_sample
import pytest

from est_plugin.db import changesets
from est_plugin.db.changesets import Kind
from est_plugin.db.migrator import create_database
from est_plugin.domain.edition import Edition
from est_plugin.export.package import write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.publishing import approve
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback

FRAME = {f"frame.{key}" for key in ("west", "north", "resolution", "tile", "zooms", "bounds", "closest")}
PLACE = {"shape.type", "shape.coordinates", "at"}
#: In every edition: the ground, the densities as pictures, the words of the scripts.
EVERYBODY = {*FRAME, "extent", "attribution", "densityBounds"}
HOTSPOTS = {f"hotspots[].{key}" for key in ("key", "rank", "name", "text", *PLACE)}
MEASURES = {f"measures[].{key}" for key in ("key", "number", "name", "sign", "color", "dashes", "text", *PLACE)}
WALKS = {f"walks[].{key}" for key in ("key", "name", "text", "shape", "stops[].number", "stops[].at", *PLACE)}
OBSERVATIONS = {f"observations[].{key}" for key in ("key", "name", "number", "text", "at")}
INCIDENTS = {
    f"incidents.{key}" for key in ("west", "north", "first", "x", "y", "category", "day", "part", "groups", "colours")
}
SQUARES = {f"squares[].{key}" for key in ("key", "rank", "level", "name", "text", *PLACE)}
#: What an edition without a thing may say of it: that there are none.
NONE = {"hotspots", "measures", "walks", "observations", "squares"}
ALLOWED = {
    Edition.WORKING: EVERYBODY | HOTSPOTS | MEASURES | WALKS | OBSERVATIONS | INCIDENTS,
    Edition.MEETING: EVERYBODY | HOTSPOTS | MEASURES | WALKS | OBSERVATIONS,
    Edition.STRATEGIC: EVERYBODY | HOTSPOTS | WALKS,
    Edition.PUBLIC: EVERYBODY | MEASURES | SQUARES,
}
MUST = {
    Edition.WORKING: {"incidents.x", "observations[].text", "measures[].text", "hotspots[].name", "walks[].stops[].at"},
    Edition.MEETING: {"observations[].text", "measures[].text", "hotspots[].name", "walks[].stops[].at"},
    Edition.STRATEGIC: {"hotspots[].name", "walks[].stops[].at"},
    Edition.PUBLIC: {"squares[].level", "measures[].text"},
}
DENSITIES = re.compile(r"now|before|difference|group-\d+|time-(night|day|evening|weekend)")


def keys_of(value, path=""):
    """The paths of all values; of a list, ``[]`` for each thing in it, and the list itself where it holds numbers."""
    if isinstance(value, dict):
        return set().union(*(keys_of(item, f"{path}.{key}" if path else key) for key, item in value.items()))
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return set().union(*(keys_of(item, f"{path}[]") for item in value))
    return {path}


@pytest.fixture(scope="module")
def database(tmp_path_factory, qgis_app):
    """A few of everything that a package can hold, and enough of one group for a density by itself."""
    database = sample.make_database(tmp_path_factory.mktemp("all") / "est.gpkg")
    more.add_causes(database)
    seen = (("BEL", "3", "planned", more.add_photo(database, "a.jpg"), True), ("KÄN", "2", None, "", False))
    more.add_walk(database, "2026-03-12T18:00:00.000Z", seen)
    with changesets.recorded(database, Kind.IMPORT, str(uuid.uuid4())) as connection:
        for number in range(40):
            sample.add_report(connection, f"litter-{number}", "2026-03-14", "nedskrapning")
    return database


@pytest.fixture(scope="module", params=list(Edition), ids=str)
def written(request, database, tmp_path_factory):
    """Each edition in two languages: its name and its page."""
    folder, languages = tmp_path_factory.mktemp(request.param.value), {"language": "en", "second_language": "sv"}
    if request.param is Edition.PUBLIC:
        package = published(folder, languages)
    else:
        asked = PackageRequest(sample.FILTER, edition=request.param, **languages)
        package = write_package(make_plan(database, asked, today=sample.TODAY), folder, SilentFeedback())
    return request.param, package.html.read_text(encoding="utf-8")


def published(folder, languages):
    """The public edition, which has squares and approved texts of its own."""
    database = create_database(
        folder / "est.gpkg", srs_id=3006, municipality="1781", municipality_name="Lindvik", feedback=SilentFeedback()
    )
    public_sample.fill(database)
    plan = make_plan(database, public_sample.request(**languages), today=public_sample.TODAY)
    return write_package(
        plan, folder / "out", SilentFeedback(), lambda drawn: approve(database, drawn.plan, "coordinator")
    )


def data_of(page):
    return json.loads(page.split('<script type="application/json" id="data">', 1)[1].split("</script>", 1)[0])


def test_data_of_the_page_hold_what_the_edition_allows_and_nothing_else(written):
    edition, page = written
    data = data_of(page)
    told = keys_of({key: value for key, value in data.items() if key not in {"densities", "texts", "second"}})
    assert told - ALLOWED[edition] - NONE == set()
    assert MUST[edition] <= told
    for name in NONE & set(data):
        assert data[name] == [] or any(key.startswith(f"{name}[]") for key in ALLOWED[edition])


def test_second_language_tells_no_more_than_the_first(written):
    _, page = written
    data = data_of(page)
    first, second = (
        {re.sub(r"\[\]|\.\d+", "", key) for key in keys_of(block)}
        for block in ({key: value for key, value in data.items() if key != "second"}, data["second"])
    )
    assert second - first == set()


def test_densities_are_pictures_by_known_names(written):
    edition, page = written
    densities = data_of(page)["densities"]
    assert all(uri.startswith("data:image/png;base64,") for uri in densities.values())
    if edition is not Edition.PUBLIC:
        assert {"now", "before", "group-4", "time-day"} <= set(densities)
        assert all(DENSITIES.fullmatch(name) for name in densities)
    else:
        assert not any(re.match("group|time", name) for name in densities)


def test_words_of_the_scripts_are_texts(written):
    _, page = written
    assert all(isinstance(text, str) for text in data_of(page)["texts"].values())


def test_what_stands_in_the_page_is_what_its_edition_has(written):
    edition, page = written
    shown = {
        "incident-on": edition is Edition.WORKING,
        "s-observations": edition in {Edition.WORKING, Edition.MEETING},
        'class="causes"': edition is not Edition.PUBLIC,
        "scroll states": edition is Edition.STRATEGIC,
        "Lamp post 4711": edition in {Edition.WORKING, Edition.MEETING, Edition.PUBLIC},
        'class="photo"': edition in {Edition.WORKING, Edition.MEETING},
        "density-choice": edition is not Edition.PUBLIC,
    }
    body = page.split("<body>", 1)[1].split('<script type="application/json"', 1)[0]
    found = {text: text in body for text in shown}
    if edition is Edition.PUBLIC:
        # What of its measures the public reads is asked elsewhere.
        del shown["Lamp post 4711"], found["Lamp post 4711"]
    assert found == shown
    assert more.COMMENT not in page
    assert sample.SECRET not in page
