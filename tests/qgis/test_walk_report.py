# SPDX-License-Identifier: GPL-2.0-or-later
"""The report to those who took part in a walk: what it tells, what never leaves, and that it is whole or not there."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shapely
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from est_plugin.db.changesets import Change, Changeset, Op, apply
from est_plugin.db.measures import NewMeasure, add_measures
from est_plugin.domain.observation import Answer
from est_plugin.errors import CancelledError, ExportError, InputError
from est_plugin.export.pdf_text import read_pdf
from est_plugin.export.walk_report import write_walk_report
from est_plugin.export.walk_report_plan import make_walk_report, report_choices
from est_plugin.export.walk_report_release import Released
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_walk import store_demo_walk
from est_plugin.layers.photos import choose_photo_folder, photo_folder
from est_plugin.processing.walkreport import WalkReportAlgorithm
from tests.full_disk import contents, full_disk
from tests.qgis.test_photos import photo

if TYPE_CHECKING:
    from collections.abc import Collection

    from est_plugin.db.database import Database
    from est_plugin.export.walk_report import WrittenReport

#: Of the demo walk: what no report may show whatever is ticked.
HELD_BACK = ("undviker parken", "Handläggare", "Här stannade gruppen", "Privat mark", "Rådhusets trappa")


@pytest.fixture
def walked(either_database: Database, tmp_path: Path) -> Database:
    if either_database.PROVIDER != "ogr":
        choose_photo_folder(either_database, tmp_path / "photos")
    store_demo_walk(either_database, date(2026, 11, 1))
    return either_database


@pytest.fixture
def walked_file(file_database: Database) -> Database:
    store_demo_walk(file_database, date(2026, 11, 1))
    return file_database


def change(database: Database, item: str, **values: object) -> list[str]:
    """Set values of all observations of an item; returns their uuids."""
    assignments = ", ".join(f"{name} = ?" for name in values)
    with database.writing() as connection:
        connection.execute(
            f"UPDATE observation SET {assignments}, base_version = version WHERE item = ?", (*values.values(), item)
        )
        rows = connection.execute("SELECT uuid FROM observation WHERE item = ?", (item,)).fetchall()
    return [str(row["uuid"]) for row in rows]


def add_photo(database: Database, item: str, *, is_checked: bool = True) -> list[str]:
    folder = photo_folder(database)
    assert folder is not None
    folder.mkdir(parents=True, exist_ok=True)
    photo(folder / f"{item}.jpg", 1600, 40)
    return change(database, item, photo=f"{item}.jpg", photo_checked=is_checked)


def let_go(database: Database, words: Collection[str] = (), photos: Collection[str] = ()) -> Released:
    """What a person ticks of the list as it is now, by the uuids."""
    rows = report_choices(database).rows
    return Released(
        {row.uuid: row.words for row in rows if row.uuid in words},
        {row.uuid: row.photo for row in rows if row.uuid in photos and row.photo},
    )


def texts(written: WrittenReport) -> tuple[str, str]:
    """The words of the page and those of the PDF, on one line each."""
    page = re.sub(r"<style>.*?</style>|<[^>]*>", " ", written.html.read_text(encoding="utf-8"), flags=re.DOTALL)
    pdf = "\n".join(read_pdf(written.pdf.read_bytes()).texts)
    return re.sub(r"\s+", " ", page), re.sub(r"\s+", " ", pdf)


def test_each_stop_is_told_with_the_answers(walked: Database, tmp_path: Path) -> None:
    report = make_walk_report(walked)
    assert [report.answered(answer) for answer in (*Answer, None)] == [2, 2, 0, 1, 7]
    written = write_walk_report(report, tmp_path / "out", SilentFeedback())
    for text in texts(written):
        for wanted in (
            "torsdag 1 oktober 2026", "Stadsparken och Kvarngaraget", "17, bland dem", "1 april 2027",
            "2. Parkens östra entré", "Belysning: stora brister", "Senast 30 november 2026.",
            "Lamporna byts vid nästa rond.", "Teknisk förvaltning", "Buskarna är beskurna.",
            "Räddningstjänsten behöver komma fram", "Känsla: 4 av 5", "Svar kommer",
        ):  # fmt: skip
            assert wanted in text
        assert text.index("Det som fungerar bra") < text.index("1. Gränden")


def test_a_measure_answers_for_the_observation_unless_it_is_sensitive(walked: Database) -> None:
    (row,) = change(walked, "SAM", responsible=None)
    (measure,) = add_measures(walked, [NewMeasure("STÄ", "", shapely.Point(674_000, 6_580_000), "skola")])
    link(walked, measure, {"observation": row, "public_text": "Soptunnan byts.", "due_date": "2026-12-24"}, 1)
    seen = {item.what: item for item in make_walk_report(walked).lacking}["Samlingsplats, störningar"]
    assert (seen.answer, seen.responsible) == (None, "Skola")
    for version, status in enumerate(("assessed", "decided"), start=2):
        link(walked, measure, {"status": status}, version)
    seen = {item.what: item for item in make_walk_report(walked).lacking}["Samlingsplats, störningar"]
    assert (seen.answer, seen.reply, seen.due) == (Answer.PLANNED, "Soptunnan byts.", date(2026, 12, 24))
    link(walked, measure, {"info_class": 2}, 4)
    seen = {item.what: item for item in make_walk_report(walked).lacking}["Samlingsplats, störningar"]
    assert (seen.answer, seen.reply, seen.responsible) == (None, "", "")


def test_what_is_handed_over_is_answered_and_says_to_whom(walked: Database, tmp_path: Path) -> None:
    (row,) = change(walked, "SAM", responsible=None)
    (measure,) = add_measures(walked, [NewMeasure("STÄ", "", shapely.Point(674_000, 6_580_000), "skola")])
    text = "Överlämnad till Trafikverket."
    link(walked, measure, {"observation": row, "public_text": text, "status": "handed_over"}, 1)
    report = make_walk_report(walked)
    assert [report.answered(answer) for answer in (Answer.HANDED_OVER, None)] == [1, 6]
    assert all(text in told for told in texts(write_walk_report(report, tmp_path / "out", SilentFeedback())))
    link(walked, measure, {"status": "done", "public_text": "Soptunnan är bytt."}, 2)
    seen = {item.what: item for item in make_walk_report(walked).lacking}["Samlingsplats, störningar"]
    assert (seen.answer, seen.reply) == (Answer.DONE, "Soptunnan är bytt.")


def link(database: Database, measure: str, values: dict[str, object], version: int) -> None:
    apply(database, Changeset((Change("measure", Op.UPDATE, measure, values, base_version=version),)))


def test_comments_and_photos_stay_unless_a_person_lets_them_go(walked: Database, tmp_path: Path) -> None:
    add_photo(walked, "UND")
    written = write_walk_report(make_walk_report(walked), tmp_path / "out", SilentFeedback())
    for text in texts(written):
        for held_back in (*HELD_BACK, "Trasig bänk", "Uteserveringarna", "skylten saknas"):
            assert held_back not in text
    assert written.html.read_text(encoding="utf-8").count("<img") == 1


def test_what_is_ticked_goes_out_and_nothing_else(walked: Database, tmp_path: Path) -> None:
    (chosen,), (other,), (unseen,) = (
        add_photo(walked, "UND"), add_photo(walked, "SAM"), add_photo(walked, "TRA", is_checked=False)
    )  # fmt: skip
    good = change(walked, "PLU", term=None)
    released = let_go(walked, words=(chosen, *good), photos=(chosen, unseen))
    written = write_walk_report(make_walk_report(walked, released=released), tmp_path / "out", SilentFeedback())
    for text in texts(written):
        assert "Trasig bänk och klotter på elskåpet." in text
        assert "Uteserveringarna gör torget tryggt." in text
        for held_back in (*HELD_BACK, "Skräp efter samling", "Mopeder genar"):
            assert held_back not in text
    assert re.findall(r'alt="(Foto[^"]*)"', written.html.read_text(encoding="utf-8")) == [
        "Foto från stopp 1. Gränden bakom rådhuset: Underhåll"
    ]
    assert written.pdf.read_bytes().count(b"/Subtype /Image") == 2
    choices = report_choices(walked)
    assert {row.uuid for row in choices.rows if row.photo} == {chosen, other}
    assert choices.unchecked_photos == 1
    assert (choices.unanswered, choices.total) == (7, 12)


def test_what_was_changed_after_it_was_ticked_stays_and_is_told(walked: Database, tmp_path: Path) -> None:
    (both,), (words,), (photo_only,) = (add_photo(walked, item) for item in ("UND", "SAM", "TRA"))
    released = let_go(walked, words=(both, words), photos=(both, photo_only))
    change(walked, "SAM", comment="Anna i trean klagade.")
    assert photo_folder(walked) is not None
    photo(photo_folder(walked) / "other.jpg", 400, 40)
    change(walked, "TRA", photo="other.jpg")
    report = make_walk_report(walked, released=released)
    written = write_walk_report(report, tmp_path / "out", SilentFeedback())
    assert (report.left_out, written.left_out) == (2, 2)
    for text in texts(written):
        assert "Trasig bänk" in text
        assert "Anna" not in text
    assert [item.photo for stop in report.stops for item in stop.items if item.photo] == [released.photos[both]]
    assert make_walk_report(walked, released=let_go(walked, words=[words], photos=[photo_only])).left_out == 0


def test_a_photo_leaves_without_what_the_phone_wrote(walked_file: Database, tmp_path: Path) -> None:
    (chosen,) = add_photo(walked_file, "UND")
    report = make_walk_report(walked_file, released=let_go(walked_file, photos=[chosen]))
    written = write_walk_report(report, tmp_path / "out", SilentFeedback())
    secrets = (b"Exif", b"Anna", b"GPS-59", b"second picture", b"UND.jpg")
    for path in written.folder.iterdir():
        assert not [secret for secret in secrets if secret in path.read_bytes()]


def test_functions_are_named_and_residents_only_counted(walked: Database, tmp_path: Path) -> None:
    report = make_walk_report(walked)
    assert report.people == 17
    assert set(report.functions) == {
        "Bostadsbolag eller fastighetsägare", "Gata och park", "Belysningsansvarig", "Kommunpolis eller områdespolis",
        "Trygghetssamordnare",
    }  # fmt: skip
    for text in texts(write_walk_report(report, tmp_path / "out", SilentFeedback())):
        assert "funktionsnedsättning" not in text
        assert "Äldre" not in text


@pytest.mark.parametrize(
    ("column", "text"),
    [("reply", "Ring 070-123 45 67"), ("reply", "Skriv till anna@example.org"), ("comment", "Bilen ABC 123 stod där")],
)
def test_what_leads_to_a_person_stops_it_and_the_place_is_told(
    walked_file: Database, tmp_path: Path, column: str, text: str
) -> None:
    (row,) = change(walked_file, "UND", **{column: text})
    report = make_walk_report(walked_file, released=let_go(walked_file, words=[row]))
    with pytest.raises(ExportError) as error:
        write_walk_report(report, tmp_path / "out", SilentFeedback())
    assert error.value.values["where"] == "1. Gränden bakom rådhuset, Underhåll"
    assert text not in str(error.value.values)
    assert not (tmp_path / "out").exists()


def test_an_older_report_is_never_replaced(walked_file: Database, tmp_path: Path) -> None:
    report, folder = make_walk_report(walked_file), tmp_path / "out"
    write_walk_report(report, folder, SilentFeedback())
    before = contents(folder)
    with pytest.raises(ExportError, match="not written"):
        write_walk_report(report, folder, SilentFeedback())
    assert contents(folder) == before


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_a_full_disk_leaves_nothing(walked_file: Database, tmp_path: Path, share: float) -> None:
    report, folder = make_walk_report(walked_file), tmp_path / "out"
    size = write_walk_report(report, folder / "first", SilentFeedback()).pdf.stat().st_size
    before = contents(folder)
    with full_disk(int(share * size)), pytest.raises(ExportError):
        write_walk_report(report, folder / "second", SilentFeedback())
    assert contents(folder) == before
    assert [path.name for path in folder.iterdir()] == ["first"]


@pytest.mark.parametrize("limit", [0.0, 0.5, 0.9, 0.95])
def test_a_cancel_leaves_nothing(walked_file: Database, tmp_path: Path, limit: float) -> None:
    class CancelAfter(SilentFeedback):
        reached = 0.0

        def set_progress(self, fraction: float) -> None:
            self.reached = fraction

        def is_cancelled(self) -> bool:
            return self.reached >= limit

    with pytest.raises(CancelledError):
        write_walk_report(make_walk_report(walked_file), tmp_path / "out" / "report", CancelAfter())
    assert list((tmp_path / "out").iterdir()) == []


def test_what_is_longer_than_a_page_goes_on_on_the_next(walked_file: Database, tmp_path: Path) -> None:
    (row,) = change(walked_file, "UND", comment=" ".join(f"ord{number}" for number in range(1000, 3500)))
    report = make_walk_report(walked_file, released=let_go(walked_file, words=[row]))
    written = write_walk_report(report, tmp_path / "out", SilentFeedback())
    # Qt breaks a long text where it likes.
    pdf = "".join(read_pdf(written.pdf.read_bytes()).texts).replace(" ", "")
    assert [number for number in range(1000, 3500) if f"ord{number}" not in pdf] == []
    assert "6.Storatorget" in pdf


def test_a_photo_that_is_gone_stops_the_report(walked_file: Database, tmp_path: Path) -> None:
    (row,) = change(walked_file, "UND", photo="borta.jpg", photo_checked=True)
    report = make_walk_report(walked_file, released=let_go(walked_file, photos=[row]))
    with pytest.raises(InputError, match="not there"):
        write_walk_report(report, tmp_path / "out", SilentFeedback())
    assert not (tmp_path / "out").exists()


def test_no_file_outside_the_photo_folder_goes_out(walked_file: Database, tmp_path: Path) -> None:
    photo(tmp_path / "private.jpg")
    (row,) = change(walked_file, "UND", photo="../private.jpg", photo_checked=True)
    report = make_walk_report(walked_file, released=Released(photos={row: tmp_path / "private.jpg"}))
    assert [item.photo for stop in report.stops for item in stop.items if item.photo] == []


def test_a_walk_on_which_nothing_was_noted_is_told(walked_file: Database) -> None:
    with walked_file.writing() as connection:
        walk = str(connection.execute("SELECT uuid FROM walk").fetchone()["uuid"])
        connection.execute("UPDATE observation SET deleted_at = changed_at")
    with pytest.raises(InputError, match="nothing to report"):
        make_walk_report(walked_file, walk)


def run(**parameters: object) -> dict[str, str]:
    algorithm = WalkReportAlgorithm().create()
    return algorithm.run(parameters, QgsProcessingContext(), QgsProcessingFeedback(False), {}, False)[0]


def test_the_algorithm_reports_the_newest_walk(
    walked: Database, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    is_file = walked.PROVIDER == "ogr"
    place = {"DATABASE": str(walked)} if is_file else {"CONNECTION": request.getfixturevalue("editors_connection")}
    result = run(**place, LANGUAGE=1, INCLUDE_COMMENTS=True, OUTPUT=str(tmp_path / "out"))
    assert result["REPORT"] == str(tmp_path / "out" / "Report Trygghetsvandring i Stadsparken 2026-10-01")
    text = Path(result["HTML"]).read_text(encoding="utf-8")
    assert 'lang="en"' in text
    assert "Thursday 1 October 2026" in text
    assert "Trasig bänk" in text
    with pytest.raises(QgsProcessingException, match="not written"):
        run(**place, LANGUAGE=1, OUTPUT=str(tmp_path / "out"))
