# SPDX-License-Identifier: GPL-2.0-or-later
"""The paper of a safety walk: its pages, what stands on them, what never does, and that it is whole or not there."""

from __future__ import annotations

import re
import subprocess
import uuid
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely
from qgis.core import (
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QImage

from est_plugin.db.changesets import Change, Changeset, Op, apply
from est_plugin.db.geometry_blob import geometry_blob, point_blob
from est_plugin.db.measures import NewMeasure, add_measures
from est_plugin.errors import CancelledError, ExportError, InputError
from est_plugin.export.background import background_of
from est_plugin.export.pdf_text import read_pdf
from est_plugin.export.walk_layers import page_overlay
from est_plugin.export.walk_pages import walk_pages
from est_plugin.export.walk_plan import make_walk_plan
from est_plugin.export.walk_sheet import write_walk_sheet
from est_plugin.feedback import SilentFeedback
from est_plugin.processing.walksheet import WalkSheetAlgorithm
from tests.full_disk import contents, full_disk

if TYPE_CHECKING:
    from pathlib import Path

    from est_plugin.db.database import Database
    from est_plugin.export.walk_plan import WalkSheetPlan

SECRET = "grannen på andra våningen"
X, Y = 674_000.0, 6_580_000.0
ROUTE = shapely.LineString([(X, Y), (X + 200, Y), (X + 400, Y + 100)])
PLACES = ("Gångtunneln", "Badhusparken")
#: Page sizes in points: 210, 297 and 420 millimetres.
A4, A3 = (595, 842), (1191, 842)


def insert(database: Database, table: str, **values: object) -> str:
    identity = str(uuid.uuid4())
    values = {"uuid": identity} | values
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    with database.writing() as connection:
        connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))
    return identity


def add_walk(database: Database, *places: str, **values: object) -> str:
    """A walk with stops each 100 m to the east, and secrets in the fields that no paper may show."""
    route = geometry_blob(shapely.to_wkb(ROUTE, byte_order=1), ROUTE.bounds, 3006)
    walk = insert(
        database, "walk", **({"title": "Centrum", "status": "planned", "reason": SECRET, "geom": route} | values)
    )
    for number, place in enumerate(places, start=1):
        point = point_blob(X + 100 * (number - 1), Y, 3006)
        insert(database, "walk_stop", walk=walk, number=number, place=place, comment=SECRET, geom=point)
    return walk


def add_observation(database: Database, walk_stop: str, east: float, **values: object) -> None:
    insert(database, "observation", walk_stop=walk_stop, geom=point_blob(X + east, Y, 3006), **values)


def fill(database: Database) -> Database:
    """A planned walk; an older one that left something open; an incident and a hotspot where people stop."""
    category = "klotter"
    insert(
        database, "incident", source="test", source_ref="1", category=category, organisation="kommun",
        occurred_from="2026-03-10T20:00:00.000Z", description=SECRET, geom=point_blob(X, Y, 3006),
    )  # fmt: skip
    insert(database, "hotspot", name=f"Hotspot {SECRET}", geom=None)
    earlier = add_walk(database, title="I våras", status="walked", starts_at="2026-04-14T17:00:00.000Z")
    stop = insert(database, "walk_stop", walk=earlier, number=1, geom=point_blob(X, Y, 3006))
    add_observation(database, stop, 20, item="BEL", value="3", comment="Lampan vid trappan")
    add_observation(database, stop, 30, item="VEG", value="2", comment="Häcken", answer="planned")
    add_observation(database, stop, 30, item="UND", value="2", comment="Klottret", answer="done")
    add_observation(database, stop, 30, item="SIK", value="0", comment="Fri sikt")
    add_observation(database, stop, -60, item="SKY", value="3", comment="Skylten")
    walk = add_walk(
        database, *PLACES, starts_at="2026-12-01T17:00:00.000Z", ends_at="2026-12-01T18:30:00.000Z",
        meeting_point="Huvudentrén", area="Norra Centrum", length_m=423.6, minutes=24.0,
    )  # fmt: skip
    for role, number in (("resident", 8), ("disability", 1), ("police", 2)):
        insert(database, "walk_participant", walk=walk, role=role, number=number)
    return database


@pytest.fixture
def database(file_database: Database) -> Database:
    return fill(file_database)


@pytest.fixture
def plan(database: Database) -> WalkSheetPlan:
    return make_walk_plan(database, language="sv")


def printed(path: Path) -> str:
    return "\n".join(read_pdf(path.read_bytes()).texts)


def sizes(path: Path) -> list[tuple[int, int]]:
    """Width and height of each page in points."""
    found = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", path.read_bytes())
    return [(round(float(width)), round(float(height))) for width, height in found]


def test_the_leader_reads_when_where_and_how_dark_it_is(plan: WalkSheetPlan, tmp_path: Path) -> None:
    text = printed(write_walk_sheet(plan, tmp_path / "walk.pdf", SilentFeedback()))
    # Sunset in Stockholm that day: 14:55 in the almanac; the place is some minutes further west.
    for wanted in ("tisdag 1 december 2026", "18:00–19:30", "Huvudentrén", "Norra Centrum", "424 m", "112", "114 14"):
        assert wanted in text
    assert re.search(r"14:5\d|15:0\d", text)
    # A group of one is known by everybody: functions are named, residents only counted.
    assert "11, bland dem kommunpolis" in text
    assert "funktionsneds" not in text.lower()


def test_each_stop_has_a_page_with_the_whole_checklist(plan: WalkSheetPlan) -> None:
    pages = walk_pages(plan)
    assert [page.template.name for page in pages] == ["walk_overview", "walk_stop", "walk_stop", "walk_map"]
    for page, place in zip(pages[1:3], PLACES, strict=True):
        assert place in page.texts
        for code in plan.checklist:
            assert code.name_sv in page.texts


def test_boxes_fit_how_an_item_is_answered(plan: WalkSheetPlan) -> None:
    page = walk_pages(plan)[1]
    boxes = {
        row.cells[0].text: [cell.text for cell in row.cells[1:]] for table in page.tables[:2] for row in table.rows
    }
    answers = {code.name_sv: code.group for code in plan.checklist}
    expected = {"scale_0_3": list("0123"), "scale_1_5": list("12345"), "yes_no": ["Ja", "Nej"], "text": [""]}
    assert set(answers.values()) == set(expected)
    assert {name: expected[group] for name, group in answers.items()} == boxes


def test_a_stop_tells_what_earlier_walks_left_open_within_50_metres(either_database: Database) -> None:
    plan = make_walk_plan(fill(either_database))
    first, second = ("\n".join(page.texts) for page in walk_pages(plan)[1:3])
    assert "a. 2026-04-14 Belysning – inget svar än. Finns kvar?" in first
    assert "b. 2026-04-14 Växtlighet skymmer eller behöver beskäras – planerad. Finns kvar?" in first
    assert "c. 2026" not in first
    for comment in ("Lampan vid trappan", "Häcken", "Klottret", "Fri sikt", "Skylten"):
        assert comment not in first
    assert "2026-04-14" not in second


def test_measures_answer_as_in_the_report_unless_they_are_sensitive(either_database: Database) -> None:
    fill(either_database)
    with either_database.reading() as connection:
        seen = str(connection.execute("SELECT uuid FROM observation WHERE item = 'BEL'").fetchone()[0])
    (measure,) = add_measures(either_database, [NewMeasure("BEL", "", shapely.Point(X, Y), "kommun")])

    def told(version: int, **values: object) -> str:
        change = Change("measure", Op.UPDATE, measure, values, base_version=version)
        apply(either_database, Changeset((change,)))
        return next(
            (text for text in walk_pages(make_walk_plan(either_database))[1].texts if ". 2026-04-14 Belysning" in text),
            "",
        )

    assert "inget svar än" in told(1, observation=seen, status="assessed")
    assert "planerad" in told(2, status="decided")
    assert "inget svar än" in told(3, info_class=2)
    assert told(4, info_class=1, status="done") == ""


def test_no_incident_no_reason_and_no_comment_leaves(either_database: Database, tmp_path: Path) -> None:
    plan = make_walk_plan(fill(either_database))
    path = write_walk_sheet(plan, tmp_path / "walk.pdf", SilentFeedback())
    assert SECRET not in printed(path)
    assert "Hotspot" not in printed(path)
    assert SECRET.encode() not in path.read_bytes()


def test_the_participants_map_shows_route_and_stops_only(plan: WalkSheetPlan) -> None:
    page = walk_pages(plan)[-1]
    layers = page_overlay(plan, page)
    assert [layer.featureCount() for layer in layers] == [2, 1]
    assert "Lampan" not in "\n".join(page.texts)


def test_a4_has_a_page_each_and_a3_two_side_by_side(database: Database, tmp_path: Path) -> None:
    small, large = (
        write_walk_sheet(make_walk_plan(database, paper=paper), tmp_path / f"{paper}.pdf", SilentFeedback())
        for paper in ("A4", "A3")
    )
    assert sizes(small) == [A4] * 4
    # The leader beside the first stop, the second stop beside nothing, the participants' map.
    assert sizes(large) == [A3] * 3
    assert all(place in printed(large) for place in PLACES)


def test_every_page_is_grey_whatever_the_background(database: Database, tmp_path: Path) -> None:
    red = QgsVectorLayer("Polygon?crs=EPSG:3006", "red", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt(shapely.Point(X, Y).buffer(500).wkt))
    assert red.dataProvider().addFeatures([feature])[0]
    red.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "#ff3030"})))
    plan = make_walk_plan(database, background=[background_of(red)])
    path = write_walk_sheet(plan, tmp_path / "walk.pdf", SilentFeedback())
    subprocess.run(["pdftoppm", "-r", "40", "-png", path, tmp_path / "page"], check=True)
    pages = sorted(tmp_path.glob("page*.png"))
    assert len(pages) == 4
    for page in pages:
        image = QImage(str(page)).convertToFormat(QImage.Format.Format_RGBA8888)
        pixels = np.frombuffer(image.constBits().asstring(image.sizeInBytes()), np.uint8).reshape(-1, 4)
        assert (pixels[:, :1] == pixels[:, :3]).all()
        assert pixels[:, 0].min() == 0
        assert pixels[:, 0].max() == 255


def test_squares_are_named_from_the_upper_left(plan: WalkSheetPlan) -> None:
    page = walk_pages(plan)[1]
    marks = [row for layer in page_overlay(plan, page) for row in layer.getFeatures() if row["label"]]
    places = {row["label"]: row.geometry().asPoint() for row in marks}
    # To the east of a line at whole 50 m, and south of one.
    assert places["B1"].x() % 50 < 25 < places["B1"].y() % 50
    assert places["C1"].x() - places["B1"].x() == pytest.approx(50)
    assert places["B1"].y() - places["B2"].y() == pytest.approx(50, abs=25)


def test_the_same_walk_gives_the_same_paper(plan: WalkSheetPlan, tmp_path: Path) -> None:
    written = [write_walk_sheet(plan, tmp_path / name, SilentFeedback()).read_bytes() for name in ("a.pdf", "b.pdf")]
    # Qt writes when the file was made.
    one, other = (re.sub(rb"/CreationDate \([^)]*\)", b"", content) for content in written)
    assert one == other


def test_a_long_checklist_and_many_open_points_go_on_on_the_next_page(database: Database) -> None:
    with database.reading() as connection:
        stop = connection.execute("SELECT walk_stop FROM observation").fetchone()[0]
    for number in range(12):
        add_observation(database, str(stop), 10, item="BEL", value="3", comment=f"Lampa nummer {number} är släckt")
    pages = walk_pages(make_walk_plan(database))
    names = [page.template.name for page in pages]
    assert names == ["walk_overview", "walk_stop", "walk_more", "walk_stop", "walk_map"]
    text = "\n".join([*pages[1].texts, *pages[2].texts])
    assert all(f"\n{letter}. 2026-04-14 " in text for letter in "abcdefghijklmn")


def test_many_stops_are_all_listed_with_their_land(database: Database) -> None:
    walk = add_walk(database, *(f"Plats nummer {number} vid den långa häcken" for number in range(25)))
    pages = walk_pages(make_walk_plan(database, walk))
    listed = [
        row.cells[0].text for page in pages for table in page.tables if table.widths[0] == 14 for row in table.rows
    ]
    assert listed[1:] == [str(number) for number in range(1, 26)]
    assert len([page for page in pages if page.template.name == "walk_stop"]) == 25


def test_what_is_not_known_is_left_to_the_pen(database: Database, tmp_path: Path) -> None:
    walk = add_walk(database, title="")
    plan = make_walk_plan(database, walk, language="en")
    text = printed(write_walk_sheet(plan, tmp_path / "walk.pdf", SilentFeedback()))
    assert "no stops yet" in text
    assert "None" not in text
    assert plan.evening is None


def test_a_walk_without_any_place_is_told(database: Database) -> None:
    walk = add_walk(database, title="Tom", geom=None)
    with pytest.raises(InputError, match="cannot be printed"):
        make_walk_plan(database, walk)


def test_a_phone_number_does_not_leave(database: Database, tmp_path: Path) -> None:
    walk = add_walk(database, *PLACES, meeting_point="Ring 070-123 45 67")
    with pytest.raises(ExportError, match="may not leave"):
        write_walk_sheet(make_walk_plan(database, walk), tmp_path / "walk.pdf", SilentFeedback())
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_a_full_disk_leaves_the_old_file_and_no_rests(plan: WalkSheetPlan, tmp_path: Path, share: float) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    size = write_walk_sheet(plan, folder / "walk.pdf", SilentFeedback()).stat().st_size
    before = contents(folder)
    with full_disk(int(share * size)), pytest.raises(ExportError):
        write_walk_sheet(plan, folder / "walk.pdf", SilentFeedback())
    assert contents(folder) == before


def test_a_folder_that_takes_no_files_is_told(plan: WalkSheetPlan, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="could not be written"):
        write_walk_sheet(plan, tmp_path / "missing" / "walk.pdf", SilentFeedback())


@pytest.mark.parametrize("limit", [0.0, 0.6, 0.95])
def test_a_cancel_leaves_nothing(plan: WalkSheetPlan, tmp_path: Path, limit: float) -> None:
    class CancelAfter(SilentFeedback):
        reached = 0.0

        def set_progress(self, fraction: float) -> None:
            self.reached = fraction

        def is_cancelled(self) -> bool:
            return self.reached >= limit

    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(CancelledError):
        write_walk_sheet(plan, folder / "walk.pdf", CancelAfter())
    assert list(folder.iterdir()) == []


def run(**parameters: object) -> dict[str, object]:
    algorithm = WalkSheetAlgorithm().create()
    return algorithm.run(parameters, QgsProcessingContext(), QgsProcessingFeedback(False), {}, False)[0]


def test_the_algorithm_writes_the_newest_planned_walk(
    either_database: Database, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    database = fill(either_database)
    is_file = database.PROVIDER == "ogr"
    place = {"DATABASE": str(database)} if is_file else {"CONNECTION": request.getfixturevalue("editors_connection")}
    target = tmp_path / "walk.pdf"
    result = run(**place, PAPER=1, LANGUAGE=1, OUTPUT=str(target))
    assert result == {"OUTPUT": str(target)}
    assert "Tuesday 1 December 2026" in printed(target)
    assert sizes(target)[0] == A3
    with pytest.raises(QgsProcessingException, match="no safety walk"):
        run(**place, WALK="missing", OUTPUT=str(target))
