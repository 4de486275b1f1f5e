# SPDX-License-Identifier: GPL-2.0-or-later
"""The public edition: what everybody sees, what nobody can find in it, and that a person must approve it."""

from __future__ import annotations

import csv
import json
import re
import uuid
from dataclasses import replace
from datetime import UTC, date, datetime

import public_sample as sample
import pytest
import shapely
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from est_plugin.analysis.suppression import Square
from est_plugin.db import changesets
from est_plugin.db.approvals import Approval, publications
from est_plugin.db.changesets import Kind
from est_plugin.db.history import recent_entries
from est_plugin.db.public_rows import Reason
from est_plugin.db.server_database import open_server_database
from est_plugin.domain.count_class import CountClass
from est_plugin.domain.edition import Edition
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.info_class import InfoClass
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.errors import DatabaseError, ExportError, InputError
from est_plugin.export.addresses import AddressSource, read_addresses
from est_plugin.export.approval_words import shown_lines
from est_plugin.export.background import background_of
from est_plugin.export.package import write_package
from est_plugin.export.plan import BackgroundLayer
from est_plugin.export.planner import make_plan
from est_plugin.export.public_check import check_public
from est_plugin.export.publishing import Publishing, approve, draft_folder
from est_plugin.feedback import SilentFeedback
from est_plugin.gui import history_words
from est_plugin.processing.exportpackage import EDITIONS, ExportPackageAlgorithm

FUNCTION = "säkerhetssamordnare"


@pytest.fixture
def database(file_database):
    return sample.fill(file_database)


@pytest.fixture
def plan(database):
    return make_plan(database, sample.request(), today=sample.TODAY)


@pytest.fixture
def package(database, plan, tmp_path):
    return write(database, plan, tmp_path / "out")


def write(database, plan, folder):
    return write_package(plan, folder, SilentFeedback(), lambda drawn: approve(database, drawn.plan, FUNCTION))


def square(column, row, side, level):
    return Square(sample.WEST + 250 * column, sample.SOUTH + 250 * row, side, level)


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))[1:]


def data_of(package):
    page = package.html.read_text(encoding="utf-8")
    return json.loads(re.search(r'id="data">(.*?)</script>', page, re.DOTALL)[1])


def test_squares_are_shown_alone_together_or_not_and_the_rest_is_counted_in_both_engines(either_database):
    plan = make_plan(sample.fill(either_database), sample.request(), today=sample.TODAY)
    assert sorted(area.square for area in plan.public.areas) == sorted(
        [
            square(0, 0, 250, CountClass.MOST),
            square(0, 1, 250, CountClass.SOME),
            square(1, 0, 250, CountClass.MANY),
            square(1, 1, 250, CountClass.FEW),
            square(2, 0, 500, CountClass.MANY),
            square(4, 0, 500, CountClass.FEW),
        ]
    )
    withheld = plan.public.withheld
    assert (withheld.single_cells, withheld.merged_squares, withheld.merged_cells) == (4, 2, 4)
    assert (withheld.left_out_cells, withheld.left_out_incidents, withheld.shown_incidents) == (2, 11, 61)

    assert dict(plan.public.withheld.not_counted) == {
        Reason.CATEGORY: 1,
        Reason.HOME: 1,
        Reason.INFO_CLASS: 1,
        Reason.PRECISION: 1,
        Reason.STACK: 40,
    }
    assert plan.public.withheld.categories == ("Våld eller misshandel",)


def test_the_rest_of_the_plan_is_empty_and_open(plan):
    assert plan.info_class is InfoClass.OPEN
    assert (plan.hotspots, plan.walks, plan.rhythm, plan.by_category, plan.by_organisation) == ((), (), None, (), ())
    assert len(plan.points) == len(plan.points_before) == plan.total.now == 0
    assert plan.public.total == 60


def test_measures_are_decided_and_open_with_their_public_text_and_drawn_as_their_square(plan):
    assert [(item.title, shapely.from_wkb(item.wkb).bounds) for item in plan.measures] == [
        (text, (sample.WEST, sample.SOUTH, sample.WEST + 250, sample.SOUTH + 250))
        for text in ("Vi tänder lamporna i tunneln.", "")
    ]
    assert (plan.public.withheld.measures, plan.public.withheld.unplaced_measures) == (2, 0)


def test_an_area_is_the_square_of_its_middle_and_none_where_nothing_is_shown(file_database):
    database = sample.fill(file_database)
    hotspot = shapely.Point(sample.WEST + 740, sample.SOUTH + 260).buffer(100, quad_segs=2)
    nowhere = shapely.Point(sample.WEST + 1600, sample.SOUTH + 130)
    with changesets.recorded(database, Kind.IMPORT, str(uuid.uuid4())) as connection:
        for shape in (shapely.MultiPolygon([hotspot]), nowhere):
            sample.add_measure(connection, "decided", 0, "Vi gör om platsen.", shape)
    plan = make_plan(database, sample.request(), today=sample.TODAY)
    assert [item.wkb and shapely.from_wkb(item.wkb).bounds for item in plan.measures[2:]] == [
        (sample.WEST + 500, sample.SOUTH + 250, sample.WEST + 750, sample.SOUTH + 500),
        None,
    ]
    assert plan.public.withheld.unplaced_measures == 1


def test_of_few_squares_no_categories_are_told(database, plan, tmp_path):
    assert plan.public.categories == ()
    page = write(database, plan, tmp_path / "out").html.read_text(encoding="utf-8")
    assert "vad enskilda rutor" in page or "what single squares hold" in page


def test_categories_are_told_for_the_whole_town_as_classes(file_database):
    database, cells = sample.fill(file_database), dict(sample.CELLS)
    with changesets.recorded(database, Kind.IMPORT, str(uuid.uuid4())) as connection:
        for row in range(4):
            cells[0, 8 + row] = (3, 8)
            for number in range(3):
                place = (sample.WEST + 30 + number, sample.SOUTH + 2030 + 250 * row)
                sample.add_incident(connection, 9000 + 3 * row + number, place, category="klotter")
    addresses = replace(sample.request().addresses, layer=background_of(sample.address_layer(cells)))
    plan = make_plan(database, sample.request(addresses=addresses), today=sample.TODAY)
    assert {item.name: item.level for item in plan.public.categories} == {
        "Klotter": CountClass.MOST,
        "Nedskräpning": CountClass.MANY,
        "Glaskross": CountClass.MANY,
        "Fordonsvrak": CountClass.SOME,
    }


def test_the_package_holds_squares_and_classes_and_no_paper(package):
    files = {path.relative_to(package.folder).as_posix() for path in package.folder.rglob("*") if path.is_file()}
    assert files == {
        "LAS_MIG_FORST.txt",
        "MANIFEST.json",
        "TILLGANGLIGHET.txt",
        "lagesbild_2026-03-01_2026-03-31.html",
        "tabeller/rutor.csv",
        "tabeller/kategorier.csv",
        "tabeller/atgarder.csv",
    }
    assert package.pdf is None
    rows = rows_of(package.folder / "tabeller" / "rutor.csv")
    assert len(rows) == 6
    assert {row[4] for row in rows} == {"250", "500"}
    data = data_of(package)
    assert {name: len(data[name]) for name in ("squares", "hotspots", "walks", "measures")} == {
        "squares": 6, "hotspots": 0, "walks": 0, "measures": 2,
    }  # fmt: skip
    assert list(data["densities"]) == ["now"]
    # No closer than 1:10 000 on a screen.
    assert data["frame"]["resolution"] / 2 ** data["frame"]["closest"] >= 2.6


def test_nothing_of_the_database_is_in_the_files(package, database):
    text = "\n".join(
        path.read_text(encoding="utf-8-sig") for path in package.folder.rglob("*") if path.suffix in {".html", ".csv"}
    )
    for secret in ("K4711", "Lamp post", "neighbour", "Inte öppen", "Föreslagen", "Våld", "occurred"):
        assert secret not in text
    with database.reading() as connection:
        uuids = [row["uuid"] for row in connection.execute("SELECT CAST(uuid AS text) AS uuid FROM incident")]
    assert not any(uuid in text for uuid in uuids)


def test_the_statement_for_accessibility_is_in_both_languages(database, tmp_path):
    plan = make_plan(database, sample.request(contact="trygghetssamordnaren"), today=sample.TODAY)
    text = (write(database, plan, tmp_path / "out").folder / "TILLGANGLIGHET.txt").read_text(encoding="utf-8-sig")
    assert text.count("2018:1937") == text.count("WCAG 2.1") == text.count("trygghetssamordnaren") == 2


def test_an_approval_stands_in_the_history_and_in_the_manifest_of_both_engines(either_database, tmp_path):
    database = sample.fill(either_database)
    package = write(database, make_plan(database, sample.request(), today=sample.TODAY), tmp_path / "out")
    entry = next(entry for entry in recent_entries(database) if entry.kind == "publish")
    (found,) = publications(database)
    assert found.function == entry.publication.function == FUNCTION
    assert found.by_user == entry.changed_by != ""
    assert FUNCTION in history_words.summary(entry)
    assert package.folder.name in history_words.summary(entry)
    manifest = json.loads((package.folder / "MANIFEST.json").read_text(encoding="utf-8"))
    assert manifest["approval"]["function"] == FUNCTION
    assert datetime.fromisoformat(manifest["approval"]["at"]) <= datetime.now(UTC)
    # The same period may be published again, but none that overlaps.
    make_plan(database, sample.request(), today=sample.TODAY)
    tertial = IncidentFilter(Period.containing(PeriodKind.TERTIAL, date(2026, 3, 1)))
    with pytest.raises(InputError) as refused:
        make_plan(database, sample.request(incident_filter=tertial), today=date(2026, 6, 1))
    assert "published already" in refused.value.why


def test_homes_by_other_words_do_not_count_and_the_types_that_do_are_named_in_both_engines(either_database):
    database = sample.fill(either_database)
    more = ({"place_type": "Flerbostadshus"}, {"place": "Storgatan 4, lgh 1203"}, {"place_type": "Bostadsområde"})
    with changesets.recorded(database, Kind.IMPORT, str(uuid.uuid4())) as connection:
        for number, values in enumerate(more, start=9000):
            sample.add_incident(connection, number, (sample.WEST + 300, sample.SOUTH + number % 9000), **values)
    withheld = make_plan(database, sample.request(), today=sample.TODAY).public.withheld
    assert withheld.not_counted[Reason.HOME] == 1 + 2
    assert withheld.shown_incidents == 61 + 1
    assert withheld.place_types == ("Bostadsområde",)


def differing(database):
    """One incident more in a square, so that its step is another."""
    with changesets.recorded(database, Kind.IMPORT, str(uuid.uuid4())) as connection:
        for number in range(9000, 9003):
            sample.add_incident(connection, number, (sample.WEST + 300 + number % 9000, sample.SOUTH + 300))
    return database


def test_the_same_period_goes_out_again_only_as_it_was(either_database, tmp_path):
    database = sample.fill(either_database)
    write(database, make_plan(database, sample.request(), today=sample.TODAY), tmp_path / "sv")
    write(database, make_plan(database, sample.request(language="en"), today=sample.TODAY), tmp_path / "en")
    assert len({found.fingerprint for found in publications(database)}) == 1
    with pytest.raises(InputError, match="once more") as refused:
        make_plan(differing(database), sample.request(), today=sample.TODAY)
    assert "other squares, steps or categories" in refused.value.why


def test_another_category_makes_another_content(database, tmp_path):
    write(database, make_plan(database, sample.request(), today=sample.TODAY), tmp_path / "out")
    with database.writing() as connection:
        connection.execute("UPDATE category SET publishable = 0 WHERE code = 'klotter'")
    with pytest.raises(InputError, match="once more"):
        make_plan(database, sample.request(), today=sample.TODAY)


def test_who_planned_before_another_published_is_stopped_at_the_end(either_database, tmp_path):
    database, later = sample.fill(either_database), date(2026, 6, 1)
    tertial = IncidentFilter(Period.containing(PeriodKind.TERTIAL, date(2026, 3, 1)))
    month, four = (
        make_plan(database, sample.request(incident_filter=chosen), today=later) for chosen in (sample.FILTER, tertial)
    )
    write(database, month, tmp_path / "month")
    with pytest.raises(InputError, match="cannot be published"):
        write(database, four, tmp_path / "tertial")
    assert [found.package for found in publications(database)] == [month.name]
    assert list((tmp_path / "tertial").iterdir()) == []


def test_what_the_gate_stops_was_never_approved(database, tmp_path):
    plan = make_plan(database, sample.request(summary="Ring Lars 070-123 45 67"), today=sample.TODAY)
    with pytest.raises(ExportError):
        write(database, plan, tmp_path / "out")
    assert publications(database) == ()


def test_an_approval_whose_files_could_not_be_moved_is_withdrawn(either_database, tmp_path):
    database = sample.fill(either_database)
    plan = make_plan(database, sample.request(), today=sample.TODAY)
    # A folder stands where the zip belongs.
    (tmp_path / "out" / f"{plan.name}.zip" / "x").mkdir(parents=True)
    with pytest.raises(ExportError, match="could not be written"):
        write(database, plan, tmp_path / "out")
    (found,) = publications(database)
    assert found.is_withdrawn
    assert "never handed out" in history_words.summary(
        next(entry for entry in recent_entries(database) if entry.publication)
    )
    # It forbids nothing.
    make_plan(differing(database), sample.request(), today=sample.TODAY)


def test_what_nobody_has_approved_lies_on_no_shared_disk(database, plan, tmp_path):
    seen = []

    def look(drawn):
        seen.extend([drawn.draft, *(tmp_path / "out").iterdir()])
        return approve(database, drawn.plan, FUNCTION)

    package = write_package(plan, tmp_path / "out", SilentFeedback(), look)
    (draft,) = seen
    assert tmp_path not in draft.parents
    assert not draft.exists()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [package.folder.name, package.archive.name]
    with draft_folder(tmp_path / "out", Edition.MEETING) as work:
        assert work.parent == tmp_path / "out"


def test_what_one_editor_published_another_must_fit_to(server, editors_database):
    sample.fill(editors_database)
    plan = make_plan(editors_database, sample.request(), today=sample.TODAY)
    with approve(editors_database, plan, FUNCTION).written_down():
        pass
    others = open_server_database(server.address(editors_database.address.name, "bo"))
    assert [found.by_user for found in publications(others)] == ["anna"]


def test_who_may_only_read_cannot_publish(server, editors_database):
    sample.fill(editors_database)
    reader = open_server_database(server.address(editors_database.address.name, "rita"))
    with pytest.raises(DatabaseError):
        make_plan(reader, sample.request(), today=sample.TODAY)


def test_without_an_approval_nothing_is_handed_out(plan, tmp_path):
    with pytest.raises(InputError, match="not approved"):
        write_package(plan, tmp_path / "out", SilentFeedback())
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(
    "function",
    [
        "", "  ", "anna@kommun.example", "x" * 200, "Anna Larsson", "Anna Maria Larsson", "811228-9874",
        "811228\N{EN DASH}9874", "ring 070-123 45 67", "samordnare 10 20 30", "samordnare ABC123",
    ],
)  # fmt: skip
def test_an_approval_needs_a_function(function):
    with pytest.raises(InputError):
        Approval(function, datetime.now(UTC))


@pytest.mark.parametrize(
    "period",
    [
        Period.containing(PeriodKind.TWO_WEEKS, date(2026, 3, 10)),
        Period.containing(PeriodKind.QUARTER, date(2026, 3, 10)),
        Period.between(date(2026, 3, 1), date(2026, 3, 30)),
        Period.containing(PeriodKind.MONTH, sample.TODAY),
        Period.containing(PeriodKind.HALF_YEAR, sample.TODAY),
    ],
)
def test_only_months_tertials_and_half_years_that_are_over_are_published(database, period):
    with pytest.raises(InputError, match="cannot be published"):
        make_plan(database, sample.request(incident_filter=IncidentFilter(period)), today=sample.TODAY)


@pytest.mark.parametrize("chosen", [{"categories": frozenset({"klotter"})}, {"organisations": frozenset({"kommun"})}])
def test_a_filter_is_refused(database, chosen):
    with pytest.raises(InputError, match="takes no filter"):
        make_plan(database, sample.request(incident_filter=replace(sample.FILTER, **chosen)), today=sample.TODAY)


def test_without_addresses_there_is_no_public_edition(database):
    with pytest.raises(InputError, match="without addresses"):
        make_plan(database, sample.request(addresses=None), today=sample.TODAY)


@pytest.mark.parametrize("field", ["saknas", "namn"])
def test_addresses_that_cannot_be_counted_open_no_square(database, field):
    layer = QgsVectorLayer("Point?crs=EPSG:3006&field=namn:string", "Adresser", "memory")
    for place in sample.address_layer().getFeatures():
        feature = QgsFeature(layer.fields())
        feature.setGeometry(place.geometry())
        feature["namn"] = "Storgatan"
        layer.dataProvider().addFeatures([feature])
    source = replace(sample.request().addresses, layer=background_of(layer), field=field)
    with pytest.raises(InputError, match="without addresses"):
        make_plan(database, sample.request(addresses=source), today=sample.TODAY)


@pytest.mark.parametrize(("side", "is_refused"), [(260, False), (500, True)])
def test_areas_that_spread_their_addresses_over_several_squares_are_refused(database, side, is_refused):
    layer = QgsVectorLayer("Polygon?crs=EPSG:3006&field=antal:integer", "Nyko", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(
        QgsGeometry.fromRect(QgsRectangle(sample.WEST, sample.SOUTH, sample.WEST + side, sample.SOUTH + 9))
    )
    feature["antal"] = 30
    layer.dataProvider().addFeatures([feature] * 10)
    source = replace(sample.request().addresses, layer=background_of(layer))
    if is_refused:
        with pytest.raises(InputError, match="without addresses") as refused:
            make_plan(database, sample.request(addresses=source), today=sample.TODAY)
        assert "250 m" in refused.value.why
    else:
        assert make_plan(database, sample.request(addresses=source), today=sample.TODAY).public.areas
    # Without the number each is one, however large, and is said to be a building.
    plan = make_plan(database, sample.request(addresses=replace(source, field="")), today=sample.TODAY)
    assert plan.public.are_buildings


def test_the_person_who_approves_sees_what_the_picture_rests_on(database, plan, tmp_path):
    tiles = BackgroundLayer("Topokarta", "wms", "type=xyz&url=https://karta.example/{z}.png", "", "raster")
    told = "\n".join(shown_lines(replace(plan, background=(tiles,)), plan.public))
    for name in ("Topokarta", "Adresser", "Vi tänder lamporna i tunneln."):
        assert name in told
    write(database, plan, tmp_path / "out")
    with database.reading() as connection:
        (row,) = connection.execute("SELECT result FROM changeset WHERE kind = 'publish'").fetchall()
    assert json.loads(row["result"])["address_source"] == "Adresser"


def test_own_categories_are_not_published_until_somebody_says_so(file_database):
    database = sample.fill(file_database)
    with database.writing() as connection:
        connection.execute(
            "INSERT INTO category (code, category_group, name_sv, name_en) VALUES ('egen', '3', 'Egen', 'Own')"
        )
        for number in range(5000, 5010):
            sample.add_incident(connection, number, (sample.WEST + 130, sample.SOUTH + number - 4900), category="egen")
    before = make_plan(database, sample.request(), today=sample.TODAY).public.withheld
    assert (before.shown_incidents, "Egen" in before.categories) == (61, True)
    with database.writing() as connection:
        connection.execute("UPDATE category SET publishable = 1 WHERE code = 'egen'")
    after = make_plan(database, sample.request(), today=sample.TODAY).public.withheld
    assert (after.shown_incidents, "Egen" in after.categories) == (71, False)


def test_incidents_cannot_be_the_background(database):
    layer = QgsVectorLayer(database.layer_source("incident"), "Händelser", database.PROVIDER)
    with pytest.raises(InputError, match="cannot be the background"):
        make_plan(database, sample.request(background=(background_of(layer),)), today=sample.TODAY)


SNEAKED_IN = {
    "the place of an incident": lambda plan: "{} {}".format(
        *(round(float(axis[0]), 1) for axis in (plan.public.secrets.points.x, plan.public.secrets.points.y))
    ),
    "the reference of a report": lambda _plan: f"Se ärende {sample.REFERENCE.format(number=3)}.",
    "an id that joins": lambda _plan: "0f8fad5b-d9cb-469f-a165-70867728950e",
    "a category that is never": lambda _plan: "\nVåld eller misshandel\n",
}


@pytest.mark.parametrize(
    "form", ["{x} {y}", "{y};{x}", "[{x},{y}]", "{x},{y}", "x:{x},y:{y}", '"x":{x},"y":{y}', "{swedish_x}; {swedish_y}"]
)
def test_the_place_of_an_incident_is_found_however_it_is_written(package, plan, form):
    x, y = (round(float(axis[0]), 1) for axis in (plan.public.secrets.points.x, plan.public.secrets.points.y))
    swedish_x, swedish_y = (f"{axis:,}".replace(",", "\N{NO-BREAK SPACE}").replace(".", ",") for axis in (x, y))
    path = package.folder / "tabeller" / "atgarder.csv"
    told = form.format(x=x, y=y, swedish_x=swedish_x, swedish_y=swedish_y)
    path.write_text(f"{path.read_text(encoding='utf-8-sig')}\n{told}\n", encoding="utf-8")
    with pytest.raises(ExportError) as refused:
        check_public(package.folder, plan.public)
    assert "the place of an incident" in refused.value.why


@pytest.mark.parametrize("finding", SNEAKED_IN)
def test_what_sneaks_into_a_file_stops_the_export_and_leaves_nothing(database, finding, tmp_path):
    plain = make_plan(database, sample.request(), today=sample.TODAY)
    told = SNEAKED_IN[finding](plain)
    plan = make_plan(database, sample.request(summary=told.strip()), today=sample.TODAY)
    with pytest.raises(ExportError) as refused:
        write(database, plan, tmp_path / "out")
    assert finding in refused.value.why
    assert refused.value.values["file"].endswith(".html")
    assert list((tmp_path / "out").iterdir()) == []
    assert publications(database) == ()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("tabeller/rutor.csv", "250;", "125;"),
        ("tabeller/rutor.csv", "3–4", "4"),
        ("lagesbild_2026-03-01_2026-03-31.html", '"level":4', '"level":4,"count":24'),
        ("lagesbild_2026-03-01_2026-03-31.html", "674250.0", "674200.0"),
    ],
)
def test_a_square_that_says_more_than_its_step_is_found_in_the_files(package, plan, file, old, new):
    check_public(package.folder, plan.public)
    path = package.folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(ExportError, match="not handed out"):
        check_public(package.folder, plan.public)


def test_the_same_input_gives_the_same_files(database, plan, tmp_path):
    first, second = (
        write_package(
            make_plan(database, sample.request(), today=sample.TODAY),
            tmp_path / name,
            SilentFeedback(),
            lambda drawn: Publishing(database, drawn.plan, Approval(FUNCTION, datetime(2026, 4, 10, tzinfo=UTC))),
        )
        for name in ("one", "two")
    )
    files = sorted(path.relative_to(first.folder) for path in first.folder.rglob("*") if path.is_file())
    assert all((first.folder / name).read_bytes() == (second.folder / name).read_bytes() for name in files)


def test_addresses_without_number_are_refused(file_database):
    layer = QgsVectorLayer("Point?crs=EPSG:3006&field=n:double", "Adresser", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(sample.WEST, sample.SOUTH)))
    feature["n"] = float("inf")
    layer.dataProvider().addFeatures([feature])
    with pytest.raises(InputError) as caught:
        read_addresses(file_database, AddressSource(background_of(layer), "n"))
    assert "without number" in caught.value.why


@pytest.fixture
def run(file_database, tmp_path, qgis_new_project):
    """The algorithm over the public sample; its results and its log."""
    database = sample.fill(file_database)
    layer = sample.address_layer()
    QgsProject.instance().addMapLayer(layer)
    parameters = {
        "DATABASE": str(database),
        "PERIOD_START": "2026-03-01",
        "PERIOD_END": "2026-03-31",
        "FOLDER": str(tmp_path / "out"),
        "EDITION": EDITIONS.index(Edition.PUBLIC),
        "ADDRESSES": layer.id(),
        "ADDRESS_FIELD": "antal",
    }

    def run(**more):
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        context.setProject(QgsProject.instance())
        algorithm = ExportPackageAlgorithm().create()
        return algorithm.run(parameters | more, context, feedback, {}, False)[0], feedback.textLog()

    return run


def test_an_algorithm_writes_only_what_a_person_has_seen_before(run, file_database, tmp_path):
    # What somebody approves without having seen it.
    with pytest.raises(QgsProcessingException, match="APPROVED_DIGEST"):
        run(APPROVED_BY=FUNCTION)
    shown, log = run()
    assert not (tmp_path / "out").exists()
    assert "incidents" in log
    assert "Squares of 250 m with incidents that are not shown" in log
    assert shown["DIGEST"] in log
    assert run()[0] == shown
    with pytest.raises(QgsProcessingException, match="not stand for what would be published"):
        run(APPROVED_BY=FUNCTION, APPROVED_DIGEST=shown["DIGEST"], SUMMARY="A word more.")
    with pytest.raises(QgsProcessingException, match="function"):
        run(APPROVED_BY="anna@lindvik.example", APPROVED_DIGEST=shown["DIGEST"])
    assert not list((tmp_path / "out").glob("*"))
    assert not publications(file_database)
    result, _ = run(APPROVED_BY=FUNCTION, APPROVED_DIGEST=shown["DIGEST"])
    assert result["PDF"] is None
    assert [found.function for found in publications(file_database)] == [FUNCTION]


def test_an_algorithm_reads_no_other_addresses_than_those_given(run):
    layer = QgsProject.instance().mapLayersByName("Adresser")[0]
    with pytest.raises(QgsProcessingException, match="layer of addresses cannot be read"):
        run(ADDRESSES="/nowhere/adresser.gpkg")
    everybody, _ = run()
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    layer.selectByIds([next(feature.id() for feature in layer.getFeatures() if feature["antal"] == 30)])
    # Nobody lives in the other squares.
    assert run(ADDRESSES=chosen)[0] != everybody
    layer.removeSelection()
    with pytest.raises(QgsProcessingException, match="no place that it has an address"):
        run(ADDRESSES=chosen)
