# SPDX-License-Identifier: GPL-2.0-or-later
"""Importing files: rows_read == accepted + known + quarantined, whatever the file holds."""

from __future__ import annotations

import csv
import gzip
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import shapely

from est_plugin.db.geometry_blob import wkb_of
from est_plugin.db.imports import last_mapping
from est_plugin.db.migrator import create_database
from est_plugin.domain.personal_data import PersonalData
from est_plugin.errors import CancelledError, InputError
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.column_mapping import AxisOrder, ColumnMapping, Field
from est_plugin.intake.csv_file import read_csv
from est_plugin.intake.importer import check_table, expected, import_incidents, store_checked
from est_plugin.intake.reasons import ReasonCode
from est_plugin.intake.report_text import lines

if TYPE_CHECKING:
    from pathlib import Path

    from est_plugin.db.database import Database
    from est_plugin.db.server_database import ServerDatabase
    from est_plugin.intake.importer import ImportReport

_HEADER = "id;typ;datum;till;x;y;text;org;allvar;polis"
_MAPPING = ColumnMapping(
    source="test",
    columns={
        Field.SOURCE_REF: ("id",),
        Field.CATEGORY: ("typ",),
        Field.OCCURRED_FROM: ("datum",),
        Field.OCCURRED_TO: ("till",),
        Field.X: ("x",),
        Field.Y: ("y",),
        Field.DESCRIPTION: ("text",),
        Field.ORGANISATION: ("org",),
        Field.SEVERITY: ("allvar",),
        Field.POLICE_REPORTED: ("polis",),
    },
    category_words={"Tagg": "klotter"},
)
_GOOD = "{id};Klotter;2026-01-31 21:15;;449328,78;6574909,96;;;;"


def _import(database: Database, path: Path, mapping: ColumnMapping = _MAPPING) -> ImportReport:
    report = import_incidents(database, path, mapping, SilentFeedback())
    assert report.rows_read == report.accepted + report.known + report.quarantined
    return report


def _file(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "rows.csv"
    path.write_text("\n".join((_HEADER, *rows)), encoding="utf-8")
    return path


@pytest.fixture
def database(either_database: Database) -> Database:
    return either_database


def _place(database: Database) -> tuple[float, float]:
    [(blob,)] = _rows(database, "SELECT geom FROM incident")
    point = shapely.from_wkb(wkb_of(blob))
    return point.x, point.y


def _rows(database: Database, query: str) -> list[tuple[object, ...]]:
    with database.reading() as connection:
        return [tuple(row) for row in connection.execute(query)]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("1;Okänt;2026-01-31;;449328;6574909;;;;", ReasonCode.UNKNOWN_CATEGORY),
        ("1;;2026-01-31;;449328;6574909;;;;", ReasonCode.NO_CATEGORY),
        ("1;Klotter;;;449328;6574909;;;;", ReasonCode.NO_TIME),
        ("1;Klotter;31 jan;;449328;6574909;;;;", ReasonCode.INVALID_TIME),
        ("1;Klotter;2026-03-29 02:30;;449328;6574909;;;;", ReasonCode.SKIPPED_TIME),
        ("1;Klotter;2999-01-01;;449328;6574909;;;;", ReasonCode.FUTURE_TIME),
        ("1;Klotter;1989-12-31;;449328;6574909;;;;", ReasonCode.OLD_TIME),
        ("1;Klotter;2026-01-31;2026-01-30;449328;6574909;;;;", ReasonCode.REVERSED_INTERVAL),
        ("1;Klotter;2026-01-31;;;6574909;;;;", ReasonCode.NO_COORDINATE),
        ("1;Klotter;2026-01-31;;nan;6574909;;;;", ReasonCode.INVALID_COORDINATE),
        ("1;Klotter;2026-01-31;;0;0,0;;;;", ReasonCode.ZERO_COORDINATE),
        ("1;Klotter;2026-01-31;;6574909;449328;;;;", ReasonCode.OUTSIDE_SOURCE_AREA),
        ("1;Klotter;2026-01-31;;14,1;59,3;;;;", ReasonCode.OUTSIDE_SOURCE_AREA),
        ("1;Klotter;2026-01-31;;1e30;1e30;;;;", ReasonCode.OUTSIDE_SOURCE_AREA),
        ("1;Klotter;2026-01-31;;449328;6574909;;Ingen;;", ReasonCode.UNKNOWN_ORGANISATION),
        ("1;Klotter;2026-01-31;;449328;6574909;;;6;", ReasonCode.INVALID_SEVERITY),
        ("1;Klotter;2026-01-31;;449328;6574909;;;;kanske", ReasonCode.INVALID_POLICE_REPORTED),
        ("1;Klotter;2026-01-31;;449328;6574909", ReasonCode.CELL_COUNT),
    ],
)
def test_row_that_breaks_a_rule_is_kept_in_quarantine(
    database: Database, tmp_path: Path, row: str, code: ReasonCode
) -> None:
    report = _import(database, _file(tmp_path, row, _GOOD.format(id=2)))
    assert (report.accepted, report.quarantined) == (1, 1)
    assert report.reasons == {code: 1}
    [(number, raw, reasons)] = _rows(database, "SELECT row_number, raw, reasons FROM quarantine")
    assert number == 2
    assert json.loads(raw)["id"] == "1"
    assert [reason["code"] for reason in json.loads(reasons)] == [code]


def test_all_reasons_of_a_row_are_told(database: Database, tmp_path: Path) -> None:
    report = _import(database, _file(tmp_path, "1;Okänt;aldrig;;0;0;;;9;"))
    assert len(report.reasons) == 4
    assert report.unknown_categories == {"Okänt": 1}


def test_the_report_shows_values_that_cannot_be_personal(database: Database, tmp_path: Path) -> None:
    report = _import(
        database,
        _file(
            tmp_path,
            "1;Klotter;2026-01-31 kl kväll;;449328;6574909;;;;",
            "2;Klotter;Anna Ek;;449328;6574909;;Bengt Ek;;Bengt",
            "3;Klotter;2026-02-30;;449328;6574909;;;;",
            "4;Klotter;19850312-1234;;449328;6574909;;;;",
            "5;Klotter;2026-02-31;;449328;6574909;;;;",
            "6;Klotter;2026-01-31;;Ek 4;hos Anna;;;9;",
            "7;Klotter;2999-01-01;;14,1;59,3;;;;",
        ),
    )
    assert report.examples == {
        ReasonCode.INVALID_TIME: ("2026-01-31 kl kväll", "2026-02-30"),
        ReasonCode.INVALID_SEVERITY: ("9",),
        ReasonCode.FUTURE_TIME: ("2999-01-01",),
        ReasonCode.OUTSIDE_SOURCE_AREA: ("14.1 59.3",),
    }
    text = "\n".join(lines(report))
    assert "5 row(s): The date and time cannot be read. For example “2026-01-31 kl kväll”, “2026-02-30”." in text
    assert "1 row(s): The organisation is not known." in text
    for hidden in ("…", "Ek", "Anna", "Bengt", "1985"):
        assert hidden not in text


def test_row_becomes_an_incident_with_all_its_fields(database: Database, tmp_path: Path) -> None:
    row = "007; TAGG ;2026-01-31 21:15;2026-02-01;449 328,78;6 574 909,96;Ring 070-174 06 05;Polisen;3;5000-K123456-26"
    report = _import(database, _file(tmp_path, row))
    assert report.masked == {PersonalData.PHONE: 1}
    [stored] = _rows(
        database,
        "SELECT source_ref, category, occurred_from, occurred_to, time_known, description, organisation, severity,"
        " police_reported FROM incident",
    )
    assert stored == (
        "007", "klotter", "2026-01-31T20:15:00.000Z", "2026-02-01T22:59:59.000Z", 1, "Ring [***]", "polis", 3, "yes",
    )  # fmt: skip
    assert _place(database) == (449328.78, 6574909.96)


@pytest.mark.parametrize("word", ["klotter", "KLOTTER", "Graffiti ", " tagg"])
def test_category_is_known_by_code_name_and_own_word(database: Database, tmp_path: Path, word: str) -> None:
    row = _GOOD.format(id=1).replace("Klotter", word)
    assert _import(database, _file(tmp_path, row)).accepted == 1


def test_same_file_twice_adds_nothing(database: Database, tmp_path: Path) -> None:
    path = _file(tmp_path, _GOOD.format(id=1), _GOOD.format(id=2), "3;Okänt;2026-01-31;;1;1;;;;")
    first, second = _import(database, path), _import(database, path)
    assert (first.accepted, first.known, first.quarantined) == (2, 0, 1)
    assert (second.accepted, second.known, second.quarantined) == (0, 3, 0)
    assert _rows(database, "SELECT (SELECT count(*) FROM incident), (SELECT count(*) FROM quarantine)") == [(2, 1)]


def test_a_file_with_a_report_that_was_protected_meanwhile_can_be_taken_in_again(
    editors_database: ServerDatabase, tmp_path: Path
) -> None:
    path = _file(tmp_path, *(_GOOD.format(id=number) for number in range(5)))
    assert _import(editors_database, path).accepted == 5
    with editors_database.writing() as connection:
        connection.execute("UPDATE est.incident SET info_class = 3, base_version = 1 WHERE source_ref = ?", ("3",))
    assert _rows(editors_database, "SELECT count(*) FROM incident") == [(4,)]
    report = _import(editors_database, path)
    assert (report.accepted, report.known, report.changed) == (0, 5, ())


def test_rows_repeated_in_a_file_count_as_known(database: Database, tmp_path: Path) -> None:
    bad = "9;Okänt;2026-01-31;;449328;6574909;;;;"
    report = _import(database, _file(tmp_path, _GOOD.format(id=1), _GOOD.format(id=1), bad, bad))
    assert (report.accepted, report.known, report.quarantined) == (1, 2, 1)


def test_report_without_case_number_is_known_by_what_it_says(database: Database, tmp_path: Path) -> None:
    path = _file(tmp_path, _GOOD.format(id=""))
    assert (_import(database, path).accepted, _import(database, path).known) == (1, 1)


def test_identical_rows_without_case_number_are_reports_of_their_own_once(database: Database, tmp_path: Path) -> None:
    row, bad = _GOOD.format(id=""), ";Okänt;2026-01-31;;449328;6574909;;;;"
    other = row.replace("Klotter", "Graffiti")
    path = _file(tmp_path, row, other, row, row, bad, bad)
    first, second = _import(database, path), _import(database, path)
    assert (first.accepted, first.known, first.quarantined, first.repeated) == (4, 0, 2, 3)
    assert (second.accepted, second.known, second.quarantined, second.repeated) == (0, 6, 0, 3)
    assert "3 row(s) without case number" in " ".join(lines(first))
    fourth = _import(database, _file(tmp_path, row, bad, other, row, bad, row, row))
    assert (fourth.accepted, fourth.known) == (1, 6)


def test_every_burglary_of_a_real_file_without_case_numbers_counts(
    tmp_path: Path, shared_data: Path, qgis_app: object
) -> None:
    database = create_database(
        tmp_path / "uk.gpkg", srs_id=27700, municipality="", municipality_name="", feedback=SilentFeedback()
    )
    mapping = ColumnMapping(
        source="police",
        columns={
            Field.OCCURRED_FROM: ("month",),
            Field.X: ("longitude",),
            Field.Y: ("latitude",),
            Field.PLACE: ("location",),
        },
        constants={Field.CATEGORY: "inbrott"},
        crs_authid="EPSG:4326",
    )
    path = shared_data / "nottingham_crime" / "nottingham_burglary.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    report = _import(database, path, mapping)
    assert (report.accepted, report.known) == (len(rows), 0)
    assert report.repeated >= len(rows) - len(set(map(tuple, rows))) > 0
    assert _import(database, path, mapping).known == len(rows)


def test_row_that_passes_with_a_better_mapping_leaves_quarantine(database: Database, tmp_path: Path) -> None:
    path = _file(tmp_path, _GOOD.format(id=1).replace("Klotter", "Spray"))
    assert _import(database, path).quarantined == 1
    better = replace(_MAPPING, category_words={"spray": "klotter"})
    assert _import(database, path, better).accepted == 1
    assert _rows(database, "SELECT count(*) FROM quarantine WHERE resolved_at IS NOT NULL") == [(1,)]
    saved = last_mapping(database, "test")
    assert saved is not None
    assert ColumnMapping.from_json(saved) == better
    assert last_mapping(database, "other") is None


def test_northing_first_and_local_zone(database: Database, tmp_path: Path) -> None:
    row = "1;Klotter;2026-01-31;;6577361,45;184743,96;;;;"
    mapping = replace(_MAPPING, crs_authid="EPSG:3008", axis_order=AxisOrder.NORTH_EAST)
    assert _import(database, _file(tmp_path, row), mapping).accepted == 1
    x, y = _place(database)
    assert x == pytest.approx(449328.78, abs=0.01)
    assert y == pytest.approx(6574909.96, abs=0.01)


def test_place_far_from_the_database_is_not_plausible(database: Database, tmp_path: Path) -> None:
    row = "1;Klotter;2026-01-31;;-71,06;42,36;;;;"
    report = _import(database, _file(tmp_path, row), replace(_MAPPING, crs_authid="EPSG:4326"))
    assert report.reasons == {ReasonCode.OUTSIDE_DATABASE_AREA: 1}


def test_default_point_is_pointed_out(database: Database, tmp_path: Path) -> None:
    report = _import(database, _file(tmp_path, *(_GOOD.format(id=number) for number in range(40))))
    [stack] = report.stacks
    assert (stack.count, stack.x) == (40, 449328.78)


@pytest.mark.parametrize(("step", "precision"), [(100, 100.0), (1, 1.0), (0.1, None)])
def test_rounded_coordinates_are_stored_with_their_precision(
    database: Database, tmp_path: Path, step: float, precision: float | None
) -> None:
    places = ((round(449300 + number * step, 1), round(6574900 + 3 * number * step, 1)) for number in range(30))
    rows = (f"{number};Klotter;2026-01-31;;{x};{y};;;;" for number, (x, y) in enumerate(places))
    assert _import(database, _file(tmp_path, *rows)).accepted == 30
    assert _rows(database, "SELECT DISTINCT precision_m FROM incident") == [(precision,)]


def test_cancel_leaves_nothing(database: Database, tmp_path: Path) -> None:
    class Cancelled(SilentFeedback):
        fraction = 0.0

        def is_cancelled(self) -> bool:
            return self.fraction > 0.65

        def set_progress(self, fraction: float) -> None:
            self.fraction = fraction

    with pytest.raises(CancelledError):
        import_incidents(database, _file(tmp_path, _GOOD.format(id=1)), _MAPPING, Cancelled())
    assert _rows(database, "SELECT (SELECT count(*) FROM incident), (SELECT count(*) FROM import_batch)") == [(0, 0)]


def test_unknown_coordinate_system_and_header_only(database: Database, tmp_path: Path) -> None:
    path = _file(tmp_path)
    assert _import(database, path).rows_read == 0
    with pytest.raises(InputError, match="EPSG:1"):
        _import(database, path, replace(_MAPPING, crs_authid="EPSG:1"))


_BOSTON = {
    "street_light_outages": "bristfallig_belysning",
    "graffiti_removal": "klotter",
    "empty_litter_basket": "nedskrapning",
    "abandoned_vehicles": "fordonsvrak",
    "needle_pickup": "kanyl",
}


def test_every_row_of_the_boston_reports_is_accounted_for(tmp_path: Path, shared_data: Path, qgis_app: object) -> None:
    database = create_database(
        tmp_path / "boston.gpkg",
        srs_id=32619,
        municipality="0000",
        municipality_name="Boston",
        feedback=SilentFeedback(),
    )
    total = 0
    for name, category in _BOSTON.items():
        path = shared_data / "boston_311_2015" / f"{name}.csv.gz"
        mapping = ColumnMapping(
            source="boston",
            columns={
                Field.SOURCE_REF: ("CASE_ENQUIRY_ID",),
                Field.OCCURRED_FROM: ("OPEN_DT",),
                Field.X: ("LONGITUDE",),
                Field.Y: ("LATITUDE",),
                Field.PLACE: ("Location",),
                Field.DESCRIPTION: ("CLOSURE_REASON",),
            },
            constants={Field.CATEGORY: category},
            crs_authid="EPSG:4326",
            date_formats=("%m/%d/%Y %I:%M:%S %p",),
            timezone="America/New_York",
            keep_lost_letters=True,
        )
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            expected = sum(1 for _ in csv.DictReader(file))
        report = _import(database, path, mapping)
        assert report.rows_read == expected
        assert report.stacks[0].count == max(stack.count for stack in report.stacks)
        assert report.accepted >= 0.99 * expected
        assert _import(database, path, mapping).known == expected
        total += report.accepted
    assert _rows(database, "SELECT (SELECT count(*) FROM incident), (SELECT count(*) FROM rtree_incident_geom)") == [
        (total, total)
    ]
    [(precision,)] = _rows(database, "SELECT DISTINCT precision_m FROM incident")
    assert precision == pytest.approx(11.1)
    assert _rows(database, "PRAGMA integrity_check") == [("ok",)]


def test_real_swedish_file_keeps_every_row(database: Database, shared_data: Path) -> None:
    mapping = ColumnMapping(
        source="dalarna",
        columns={
            Field.SOURCE_REF: ("Händelse-ID",),
            Field.CATEGORY: ("Brottstyp",),
            Field.OCCURRED_FROM: ("Datum", "Tid"),
            Field.X: ("Longitud",),
            Field.Y: ("Latitud",),
            Field.DESCRIPTION: ("Beskrivning",),
        },
        crs_authid="EPSG:4326",
        category_words={"Trafikolycka": "annat", "Brand": "anlagd_brand", "Misshandel": "vald"},
    )
    path = shared_data / "messy_derived" / "handelser_dalarna_2024_semikolon_cp1252.csv"
    report = _import(database, path, mapping)
    assert report.rows_read == 600
    assert report.accepted > 0
    assert set(report.reasons) == {ReasonCode.UNKNOWN_CATEGORY}
    assert sum(report.unknown_categories.values()) == report.quarantined


def test_known_report_that_says_something_else_is_told_apart(database: Database, tmp_path: Path) -> None:
    first, second = _GOOD.format(id=1), _GOOD.format(id=2)
    assert _import(database, _file(tmp_path, first, second)).changed == ()
    report = _import(database, _file(tmp_path, first, second.replace("21:15", "22:00"), second))
    assert (report.accepted, report.known, report.changed) == (0, 3, ("2",))
    assert _rows(database, "SELECT known, changed FROM import_batch ORDER BY id DESC LIMIT 1") == [(3, 1)]
    [(stored,)] = _rows(database, "SELECT occurred_from FROM incident WHERE source_ref = '2'")
    assert stored == "2026-01-31T20:15:00.000Z"


def test_a_masked_number_or_another_column_order_is_no_change(database: Database, tmp_path: Path) -> None:
    row = "1;Klotter;2026-01-31 21:15;;449328,78;6574909,96;Ring {number};;;"
    _import(database, _file(tmp_path, row.format(number="070-174 06 05")))
    report = _import(database, _file(tmp_path, row.format(number="070-174 06 99")))
    assert (report.known, report.changed) == (1, ())


def test_checking_stores_nothing_and_expects_what_storing_does(database: Database, tmp_path: Path) -> None:
    table = read_csv(_file(tmp_path, _GOOD.format(id=1), "2;Okänt;2026-01-31;;1;1;;;;"))
    checked = check_table(database, table, _MAPPING, SilentFeedback())
    promised = expected(database, checked)
    assert _rows(database, "SELECT (SELECT count(*) FROM incident), (SELECT count(*) FROM import_batch)") == [(0, 0)]
    assert store_checked(database, checked, SilentFeedback()) == promised
    assert (promised.accepted, promised.quarantined) == (1, 1)
    assert expected(database, checked).known == 2


@pytest.mark.parametrize("limit", [0.05, 0.3, 0.69, 0.72, 0.85, 0.95])
def test_cancel_at_any_time_leaves_nothing(database: Database, tmp_path: Path, limit: float) -> None:
    class Cancelled(SilentFeedback):
        fraction = 0.0

        def is_cancelled(self) -> bool:
            return self.fraction >= limit

        def set_progress(self, fraction: float) -> None:
            self.fraction = fraction

    path = _file(tmp_path, *(_GOOD.format(id=number) for number in range(12_000)))
    with pytest.raises(CancelledError):
        import_incidents(database, path, _MAPPING, Cancelled())
    for table in ("incident", "import_batch", "quarantine", "import_source", "rtree_incident_geom"):
        assert _rows(database, f"SELECT count(*) FROM {table}") == [(0,)]


@pytest.mark.parametrize(("text", "example"), [("BrÃ¥k", "“Ã¥” where “å”"), ("Br�k", "“�” where a letter")])
def test_lost_letters_in_a_column_that_is_read_stop_the_file(
    database: Database, tmp_path: Path, text: str, example: str
) -> None:
    path = _file(tmp_path, _GOOD.format(id=1), f"2;Klotter;2026-01-31;;449328;6574909;{text} Anna;;;")
    with pytest.raises(InputError, match="row 3, column text") as caught:
        _import(database, path)
    assert example in str(caught.value)
    assert "Anna" not in str(caught.value)
    assert _rows(database, "SELECT count(*) FROM import_batch") == [(0,)]
    kept = _import(database, path, replace(_MAPPING, keep_lost_letters=True))
    assert (kept.accepted, kept.rows_with_lost_letters) == (2, 1)


def test_lost_letters_in_a_column_that_is_not_read_do_no_harm(database: Database, tmp_path: Path) -> None:
    columns = {name: names for name, names in _MAPPING.columns.items() if name is not Field.DESCRIPTION}
    path = _file(tmp_path, "2;Klotter;2026-01-31;;449328;6574909;BrÃ¥k;;;")
    assert _import(database, path, replace(_MAPPING, columns=columns)).accepted == 1


def test_nothing_personal_leaves_with_the_report(database: Database, tmp_path: Path) -> None:
    bad = "1;Ring 070-174 06 05;2026-01-31;;449328;6574909;;;;"
    report = _import(database, _file(tmp_path, bad))
    assert report.unknown_categories == {"Ring [***]": 1}
    assert "070" not in " ".join(lines(report))
    mapping = replace(_MAPPING, columns={**_MAPPING.columns, Field.PLACE_TYPE: ("text",)})
    _import(database, _file(tmp_path, "2;Klotter;2026-01-31;;449328;6574909;Hos 070-174 06 05;;;"), mapping)
    assert _rows(database, "SELECT place_type FROM incident") == [("Hos [***]",)]
