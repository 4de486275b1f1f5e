# SPDX-License-Identifier: GPL-2.0-or-later
"""The paper of the package: what each page says in each edition, its size and quality, and that it tells no clock."""

from __future__ import annotations

import re
import time
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

import package_sample as sample
import pytest
import shapely

from est_plugin.analysis.rhythm import FEWEST
from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.measures import NewMeasure, add_measures
from est_plugin.domain.edition import Edition, Part
from est_plugin.export.map_layers import overlay
from est_plugin.export.measure_signs import signs_of
from est_plugin.export.package import write_package
from est_plugin.export.paper import pages
from est_plugin.export.paper_legend import LIST_COLUMNS, MAP_COLUMNS, MAP_ENTRIES, height_of, legend_of
from est_plugin.export.paper_page import fitted, height_of_table, lines_of_room
from est_plugin.export.pdf_text import read_pdf
from est_plugin.export.plan import CauseItem
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest, PaperSize, Quality
from est_plugin.export.summary import summary_text
from est_plugin.feedback import SilentFeedback
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from pathlib import Path

    from est_plugin.db.database import Database
    from est_plugin.export.paper_page import Page
    from est_plugin.export.plan import PackagePlan

A4, A3 = (842, 595), (1191, 842)
#: Of the map picture of a page, in millimetres.
MAP_WIDTH = {PaperSize.A4: 178, PaperSize.A3: 178 * 297 / 210}


@pytest.fixture
def database(tmp_path: Path, qgis_app: object) -> Database:
    return sample.make_database(tmp_path / "est.gpkg")


def plan_of(database: Database, **wanted: object) -> PackagePlan:
    return make_plan(database, PackageRequest(sample.FILTER, language="en", **wanted), today=sample.TODAY)


def named(found: list[Page], name: str) -> list[Page]:
    return [page for page in found if page.template.name.removesuffix("_a3") == name]


def told(found: list[Page]) -> str:
    return "\n".join(text for page in found for text in page.texts)


def add_incidents(database: Database, count: int, hours: tuple[int, ...] = (20,)) -> None:
    """In the middle of the first hotspot, on the days of March in turn."""
    with database.writing() as connection:
        for number in range(count):
            at = f"2026-03-{1 + number % 28:02}T{hours[number % len(hours)]:02}:00:00.000Z"
            connection.execute(
                "INSERT INTO incident (uuid, source, source_ref, category, organisation, occurred_from, geom)"
                " VALUES (?, 'more', ?, 'klotter', 'kommun', ?, ?)",
                (str(uuid.uuid4()), str(number), at, point_blob(*sample.CENTRE, 3006)),
            )


def add_many_measures(database: Database, count: int) -> None:
    place = shapely.Point(*sample.CENTRE)
    title = "Change the lamps along the footpath between Stationsgatan and the old square, part"
    add_measures(database, [NewMeasure("BEL", f"{title} {number}", place) for number in range(count)])


def test_every_page_says_class_period_number_and_that_it_is_not_for_the_web(database: Database) -> None:
    found = pages(plan_of(database))
    assert [page.template.name for page in found] == ["overview", *["hotspot"] * 3, "measures", "numbers", "method"]
    for number, page in enumerate(found, start=1):
        assert page.values["page"] == f"{number} / {len(found)}"
        assert page.values["class"].startswith("Information class: ")
        assert page.values["period"] == "Lindvik ö, March 2026, compared with February 2026"
        for words in ("Internal", "not for the web", "not tagged"):
            assert words in page.values["footer"]


def test_the_meetings_edition_names_owners_and_measures_and_the_strategic_counts_them(database: Database) -> None:
    meeting, strategic = (pages(plan_of(database, edition=each)) for each in (Edition.MEETING, Edition.STRATEGIC))
    (table,) = named(meeting, "measures")[0].tables
    assert table.heads == ("No.", "Measure", "Place or title", "Status", "Owner", "Due")
    assert "Lamp post 4711 by the tunnel" in told(meeting)
    sums, rest = (page.tables[0] for page in named(strategic, "measures"))
    assert sums.heads == ("Measure", "Not finished", "of them overdue", "Finished", "All")
    assert [row[1:] for row in sums.rows] == [("1", "1", "–", "1"), ("–", "–", "1", "1"), ("1", "1", "1", "2")]
    # The walk stands there still, without a column for owners.
    assert "Owner" not in rest.heads
    assert [row[2][:11] for row in rest.rows] == ["Spring walk"]
    owner = next(item.owner for item in plan_of(database).measures)
    assert owner in told(meeting)
    for secret in ("Lamp post 4711", owner):
        assert secret not in told(
            named(strategic, "overview") + named(strategic, "hotspot") + named(strategic, "measures")
        )


@pytest.mark.parametrize(
    ("part", "gone"),
    [
        (Part.HOTSPOTS, ["hotspot"]),
        (Part.COUNTS, ["numbers"]),
    ],
)
def test_what_is_not_wanted_has_no_page(database: Database, part: Part, gone: list[str]) -> None:
    wanted = Edition.MEETING.parts - {part}
    names = {page.template.name for page in pages(plan_of(database, wanted=frozenset(wanted)))}
    assert names == {"overview", "hotspot", "measures", "numbers", "method"} - set(gone)


def test_without_measures_the_walks_have_the_page_for_themselves(database: Database) -> None:
    wanted = Edition.MEETING.parts - {Part.MEASURES}
    found = pages(plan_of(database, wanted=frozenset(wanted)))
    (page,) = named(found, "measures")
    assert page.values["title"] == "Safety walks"
    assert "Lamp post" not in told(found)
    neither = pages(plan_of(database, wanted=frozenset(wanted - {Part.WALKS})))
    assert named(neither, "measures") == []


def test_a_place_tells_its_change_with_limits_and_that_they_lie_too_high(database: Database) -> None:
    first = named(pages(plan_of(database)), "hotspot")[0].values["facts"]
    # 14 in 31 days after 11 in 28: Clopper and Pearson's limits of 14 in 25 as odds, 0.535 and 3.10, times 28 / 31.
    assert first.startswith("+3 (not judged), before: 11. Between 0.5 and 2.8 times as many per day as before.")
    assert "too high" in first


def test_a_place_that_cannot_be_compared_has_no_limits(database: Database) -> None:
    with database.writing() as connection:
        connection.execute("DELETE FROM incident WHERE occurred_from LIKE '2026-04%'")
    plan = plan_of(database)
    assert plan.comparison.obstacle is not None
    assert "times as many" not in told(named(pages(plan), "hotspot"))


def test_few_incidents_at_a_place_are_told_in_words_only(database: Database) -> None:
    add_incidents(database, FEWEST - 1 - 14)
    page = named(pages(plan_of(database)), "hotspot")[0]
    assert page.drawings == {}
    assert f"{FEWEST - 1}, and {FEWEST} are needed" in page.values["when"]
    add_incidents_of_another_place = named(pages(plan_of(database)), "hotspot")[1]
    assert add_incidents_of_another_place.values["when"].count("9, and 30") == 1


def test_the_rhythm_of_a_place_is_drawn_from_what_happened_there(database: Database) -> None:
    add_incidents(database, 60)
    found = pages(plan_of(database))
    first, second, _third = named(found, "hotspot")
    svg = first.drawings["chart"].decode()
    assert second.drawings == {}
    assert "More than expected" in first.values["when"]
    assert all(day in svg for day in ("Monday", "Sunday"))
    # The hours that hold more are framed, and the darkest shade stands on a clock of Sweden: 20 UTC is 21.
    assert "<line" in svg
    dark = {int(x) for x in re.findall(r'<rect x="(\d+)"[^>]*fill="#08306b"', svg)}
    assert dark == {190 + 5 * 4 * 30}
    # No count of any hour is told.
    assert not re.search(r">\d{1,2}</text>", re.sub(r">(00|04|08|12|16|20|24)</text>", "", svg))


def test_an_edition_without_rhythm_draws_none(database: Database) -> None:
    add_incidents(database, 60)
    found = pages(plan_of(database, wanted=Edition.MEETING.parts - {Part.RHYTHM}))
    assert all(page.drawings == {} and page.values["when"] == "" for page in named(found, "hotspot"))


def test_what_the_map_manager_says_stands_first_and_never_drives_out_the_numbers(database: Database) -> None:
    short = named(pages(plan_of(database, summary="The harbour is worst.")), "overview")[0].values["summary"]
    assert short.startswith("The harbour is worst.\n\nIncidents: ")
    long = named(pages(plan_of(database, summary="word " * 2000)), "overview")[0].values["summary"]
    assert "…" in long
    assert long.endswith(short.partition("\n\n")[2])
    plan = plan_of(database)
    none = named(pages(plan), "overview")[0].values["summary"]
    # Where nobody wrote a summary paper says what the page says.
    assert none.startswith(f"{summary_text(plan, Language('en'))}\n\n")


def test_forty_measures_are_all_told_once_on_as_many_pages_as_they_need(database: Database) -> None:
    add_many_measures(database, 40)
    found = named(pages(plan_of(database)), "measures")
    rows = [row for page in found for table in page.tables for row in table.rows]
    assert len(found) > 2
    assert [row[0] for row in rows if row[0]] == [str(number) for number in range(1, 43)]


def test_a_long_name_is_cut_in_the_title_and_told_whole_below_it(database: Database) -> None:
    name = "The bicycle stands behind the travel centre between Järnvägsgatan and the old road, by the viaduct " * 2
    with database.writing() as connection:
        connection.execute("UPDATE hotspot SET name = ? WHERE rank = 1", (name.strip(),))
    found = pages(plan_of(database))
    page = named(found, "hotspot")[0]
    assert page.values["title"].endswith("…")
    assert page.values["facts"].startswith(name.strip())
    assert named(found, "overview")[0].tables[0].rows[0][1].endswith("…")


def test_a_period_without_hotspots_has_an_overview_without_a_list(database: Database) -> None:
    with database.writing() as connection:
        connection.execute("DELETE FROM hotspot_period")
    found = pages(plan_of(database))
    assert [page.template.name for page in found] == ["overview", "measures", "numbers", "method"]
    assert found[0].tables == ()


@pytest.mark.parametrize(
    ("paper", "size", "quality"),
    [(PaperSize.A4, A4, Quality.MAIL), (PaperSize.A4, A4, Quality.MEETING), (PaperSize.A3, A3, Quality.PRINT)],
)
def test_size_and_quality_are_those_asked_for(
    database: Database, tmp_path: Path, paper: PaperSize, size: tuple[int, int], quality: Quality
) -> None:
    plan = plan_of(database, paper=paper, quality=quality, wanted=frozenset({Part.PAPER, Part.HOTSPOTS}))
    content = write_package(plan, tmp_path / "out", SilentFeedback()).pdf.read_bytes()
    boxes = {
        (round(float(x)), round(float(y))) for x, y in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content)
    }
    assert boxes == {size}
    widths = {int(width) for width in re.findall(rb"/Width (\d+)", content)}
    assert round(MAP_WIDTH[paper] / 25.4 * quality.dpi) in widths
    assert read_pdf(content).unread == 0


def test_the_same_package_has_the_same_paper_and_tells_the_day_of_its_content(
    database: Database, tmp_path: Path
) -> None:
    add_incidents(database, 60)
    written = []
    for name in ("a", "b"):
        written.append(write_package(plan_of(database), tmp_path / name, SilentFeedback()).pdf.read_bytes())
        # The clock that Qt writes counts seconds.
        time.sleep(1.1)
    assert written[0] == written[1]
    dates = re.findall(rb"Date \(D:(\d{14})", written[0])
    assert dates
    assert set(dates) == {b"20260401000000"}
    for secret in (b"/Author", b"/Metadata", str(tmp_path).encode()):
        assert secret not in written[0]


def test_every_object_stands_where_the_table_of_the_file_says(database: Database, tmp_path: Path) -> None:
    content = write_package(plan_of(database), tmp_path / "a", SilentFeedback()).pdf.read_bytes()
    start = int(re.search(rb"startxref\s+(\d+)", content)[1])
    first, count = (int(number) for number in re.match(rb"xref\s+(\d+) (\d+)\s+", content[start:]).groups())
    entries = re.findall(rb"(\d{10}) \d{5} n", content[start:])
    assert (first, len(entries)) == (0, count - 1)
    for number, place in enumerate(entries, start=1):
        assert content[int(place) :].startswith(f"{number} 0 obj".encode())


def with_every_sign(plan: PackagePlan) -> PackagePlan:
    """The plan with as many hotspots as have pages, and a measure of each sign in the middle of the first."""
    spots = tuple(replace(plan.hotspots[0], rank=number, key=f"p{number}") for number in range(1, 11))
    place = shapely.Point(*sample.CENTRE).wkb
    every = enumerate(type(plan.measures[0].sign), start=1)
    items = [replace(plan.measures[0], key=f"m{number}", number=number, sign=sign, wkb=place) for number, sign in every]
    return replace(plan, hotspots=spots, measures=tuple(items))


@pytest.mark.parametrize("paper", PaperSize)
def test_a_map_names_all_measures_by_one_sign_and_leaves_the_table_its_room(
    database: Database, paper: PaperSize
) -> None:
    add_incidents(database, 60)
    few = plan_of(database, paper=paper)
    plan = with_every_sign(few)
    layers = overlay(plan)
    overview = named(pages(plan), "overview")[0]
    first = named(pages(plan), "hotspot")[0]
    for page in (overview, first):
        names = [layer.name() for layer in legend_of(plan, page, layers, has_density=True)]
        density = ["Incidents: few to many"] if page is overview else []
        assert names == ["Hotspots", "Safety walks", "Measure (no. in the list)", "Stops", *density]
        assert len(names) <= MAP_ENTRIES
        rooms = page.template.rooms
        top = rooms["legend"].bottom - height_of(page.template, len(names), MAP_COLUMNS)
        assert all(rooms[item].bottom <= top for item in ("chart", "when", "notes", "facts") if item in rooms)
    (table,) = overview.tables
    end = overview.template.rooms["table"].top + height_of_table(overview.template, table)
    assert end <= overview.template.rooms["legend"].bottom - height_of(overview.template, MAP_ENTRIES, MAP_COLUMNS)
    # However many signs there are.
    one = replace(plan, measures=plan.measures[:1])
    assert table.rows == named(pages(one), "overview")[0].tables[0].rows


def test_the_list_of_measures_explains_every_sign_after_its_last_row(database: Database) -> None:
    short = with_every_sign(plan_of(database))
    signs = [sign.label for sign in signs_of(short)]
    for rows in range(22, 60, 3):
        more = [replace(short.measures[0], key=f"x{number}", number=number, wkb=None) for number in range(23, rows + 1)]
        plan = replace(short, measures=(*short.measures, *more))
        # The list of hotspots stands on the same template.
        found = [page for page in named(pages(plan), "measures") if page.values["title"] == "Measures"]
        assert [page.has_signs for page in found] == [False] * (len(found) - 1) + [True]
        assert sum(len(table.rows) for page in found for table in page.tables) == rows + 1
        names = [layer.name() for layer in legend_of(plan, found[-1], overlay(plan), has_density=True)]
        assert names == signs
        rooms = found[-1].template.rooms
        top = rooms["legend"].bottom - height_of(found[-1].template, len(signs), LIST_COLUMNS)
        assert all(rooms["table"].top + height_of_table(found[-1].template, table) <= top for table in found[-1].tables)
    without = replace(short, measures=tuple(replace(item, wkb=None) for item in short.measures))
    assert not any(page.has_signs for page in pages(without))


def busy_place(database: Database, **wanted: object) -> PackagePlan:
    """A plan whose first hotspot has a long name, six measures and three long causes."""
    plan = plan_of(database, **wanted)
    kinds = ("Lighting", "Vegetation clearing", "Camera", "Police presence", "Barrier", "Site visit with owner")
    measures = tuple(
        replace(plan.measures[0], key=f"m{number}", number=number, kind=kind, is_finished=number <= 2)
        for number, kind in enumerate(kinds, start=1)
    )
    cause = CauseItem(
        "The tunnel is dark " + "and easy to stay in after the shops have closed " * 6, "place", "", "", ""
    )
    name = "The bicycle stands behind the travel centre between Järnvägsgatan and the old road, by the viaduct"
    spot = replace(
        plan.hotspots[0],
        name=name.strip(),
        measures=tuple(item.key for item in measures),
        causes=tuple(replace(cause, problem=f"{number}: {cause.problem}") for number in range(1, 4)),
    )
    return replace(plan, hotspots=(spot, *plan.hotspots[1:]), measures=measures)


def test_a_place_with_many_measures_tells_its_causes_first_and_how_many_more_there_are(database: Database) -> None:
    add_incidents(database, 60)
    told_counts = []
    for paper in (PaperSize.A4, PaperSize.A3):
        facts = named(pages(busy_place(database, paper=paper)), "hotspot")[0].values["facts"]
        lines = facts.split("\n")
        first, after = lines.index("Why here, as far as is known:") + 1, lines.index("Measures here:")
        causes, measures = after - 2 - first, len(lines) - 2 - after
        told_counts.append((causes, measures))
        assert lines[first].startswith("– 1: The tunnel is dark")
        assert lines[after - 2] == f"… and {3 - causes} more: see the web page"
        # The two that are done come last: what is told first is still to be done.
        assert [line[:2] for line in lines[after + 1 : -1]] == ["3.", "4.", "5."][:measures]
        assert lines[-1] == f"… and {6 - measures} more: see the list of measures"
    # For how much there is room depends on the letters of the computer.
    assert all(1 <= causes <= 2 and 1 <= measures <= 3 for causes, measures in told_counts)


def test_a_cause_and_a_measure_stand_on_the_printed_page_of_a_busy_place(database: Database, tmp_path: Path) -> None:
    plan = busy_place(database, wanted=frozenset({Part.PAPER, Part.HOTSPOTS, Part.MEASURES, Part.CAUSES}))
    contents = read_pdf(write_package(plan, tmp_path / "out", SilentFeedback()).pdf.read_bytes())
    page = " ".join(" ".join(text for text, on in zip(contents.texts, contents.pages, strict=True) if on == 2).split())
    assert "The tunnel is dark" in page
    assert "3. Camera" in page


def test_what_has_no_room_is_never_left_out_without_a_word(database: Database) -> None:
    template = named(pages(plan_of(database)), "hotspot")[0].template
    room = lines_of_room(template, "facts")
    for count in range(1, room + 3):
        told_lines = fitted(template, "facts", ["A heading:\n" + "\n".join("x" * count), "The end"], "… and more")
        lines = told_lines.split("\n")
        assert len(lines) <= room
        assert (lines[-1] == "The end") == (count + 3 <= room)
        assert (lines[-1] == "… and more") == (count + 3 > room)
    # The room ends just where the first paragraph ends, or after the heading of the second.
    for first in (room, room - 1, room - 2, room - 3):
        lines = fitted(
            template, "facts", ["\n".join("x" * first), "Heading:\nwhat it heads\nmore"], "… and more"
        ).split("\n")
        assert lines[-1] == "… and more"
        assert "Heading:" not in lines
        assert lines[-2]


def many_places(plan: PackagePlan, count: int) -> PackagePlan:
    spots = tuple(
        replace(plan.hotspots[0], rank=number, key=f"p{number}", name=f"Place {number}{' by the old square' * 9}")
        for number in range(1, count + 1)
    )
    return replace(plan, hotspots=spots)


@pytest.mark.parametrize("paper", PaperSize)
def test_places_that_have_no_room_in_the_list_are_counted_there_and_listed_on_the_next_page(
    database: Database, paper: PaperSize
) -> None:
    plan = plan_of(database, paper=paper)
    for count in (8, 9, 10, 20, 90):
        many = many_places(plan, count)
        found = pages(many)
        (table,) = found[0].tables
        shown = len(table.rows) - 1
        assert table.rows[-1] == ("", f"… and {count - shown} more: see the next page", "", "")
        template = found[0].template
        end = template.rooms["table"].top + height_of_table(template, table)
        assert end <= template.rooms["legend"].bottom - height_of(template, MAP_ENTRIES, MAP_COLUMNS)
        whole = [page for page in found if page.values["title"] == "Hotspots"]
        assert found[1] is whole[0]
        rows = [row for page in whole for table in page.tables for row in table.rows]
        assert [(row[0], row[1]) for row in rows] == [(str(spot.rank), spot.name) for spot in many.hotspots]
        assert len(named(found, "hotspot")) == min(count, 10)
        note = "The first 10 hotspots have pages of their own." if count > 10 else ""
        assert {page.values["note"] for page in whole} == {note}


def test_only_places_that_have_pages_of_their_own_can_do_without_the_second_list(database: Database) -> None:
    plan = many_places(plan_of(database), 12)
    for count in (1, 2, 10, 11, 12):
        spots = tuple(replace(spot, name=f"Place {spot.rank}") for spot in plan.hotspots[:count])
        found = pages(replace(plan, hotspots=spots))
        ranks = [row[0] for row in found[0].tables[0].rows]
        if count > 10:
            assert ranks.pop() == ""
            assert 8 <= len(ranks) <= 10
        assert ranks == [str(number) for number in range(1, (len(ranks) if count > 10 else count) + 1)]
        assert any(page.values["title"] == "Hotspots" for page in found) == (count > 10)
