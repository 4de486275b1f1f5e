# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows in quarantine are mended, explained, tried again or discarded; what became of each stays."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from est_plugin.db import quarantine
from est_plugin.db.imports import last_mapping
from est_plugin.errors import CancelledError
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.column_mapping import ColumnMapping, Field
from est_plugin.intake.importer import import_incidents
from est_plugin.intake.reasons import ReasonCode
from est_plugin.intake.retry import Attempt, SourceWords, cells_of, reasons_of, try_again, words_to_explain

if TYPE_CHECKING:
    from pathlib import Path

    from est_plugin.db.database import Database
    from est_plugin.db.quarantine import QuarantineEntry

_MAPPING = ColumnMapping(
    source="bolaget",
    columns={
        Field.SOURCE_REF: ("id",),
        Field.CATEGORY: ("typ",),
        Field.OCCURRED_FROM: ("datum",),
        Field.X: ("x",),
        Field.Y: ("y",),
    },
)
_ROWS = (
    "id;typ;datum;x;y",
    "1;Klotter;2026-01-31;449328;6574909",
    "2;Spray;2026-01-31;449328;6574909",
    "3;Klotter;2026-02-30;449328;6574909",
    "4;Klotter;2026-01-31;449328",
    "5;Klotter;2026-01-31;449328;6574909;extra",
)


@pytest.fixture
def database(either_database: Database) -> Database:
    return either_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "rows.csv"
    path.write_text("\n".join(_ROWS), encoding="utf-8")
    return path


@pytest.fixture
def waiting(database: Database, path: Path) -> tuple[QuarantineEntry, ...]:
    """Four rows: an unknown word, a broken date, a cell too few, a cell too many."""
    import_incidents(database, path, _MAPPING, SilentFeedback())
    return quarantine.waiting(database)


def _refs(database: Database) -> list[str]:
    with database.reading() as connection:
        return [row[0] for row in connection.execute("SELECT source_ref FROM incident ORDER BY source_ref")]


def _mended(entry: QuarantineEntry, **cells: str) -> dict[int, dict[str, str]]:
    return {entry.number: {**cells_of(entry), **cells}}


def test_rows_are_shown_as_they_came_with_file_row_and_reasons(waiting: tuple[QuarantineEntry, ...]) -> None:
    assert [entry.row_number for entry in waiting] == [3, 4, 5, 6]
    assert {entry.file_name for entry in waiting} == {"rows.csv"}
    codes = [reason.code for entry in waiting for reason in reasons_of(entry)]
    assert codes == [
        ReasonCode.UNKNOWN_CATEGORY, ReasonCode.INVALID_TIME, ReasonCode.CELL_COUNT, ReasonCode.CELL_COUNT,
    ]  # fmt: skip
    assert cells_of(waiting[2]) == {"id": "4", "typ": "Klotter", "datum": "2026-01-31", "x": "449328", "y": ""}
    assert cells_of(waiting[3])["+1"] == "extra"


def _rows_of(database: Database, ref: str) -> list[int]:
    """The rows of the file that est.forget would take from quarantine with the report ``ref``."""
    with database.reading() as connection:
        query = "SELECT row_number FROM quarantine WHERE source = 'bolaget' AND source_ref = ? ORDER BY row_number"
        return [row["row_number"] for row in connection.execute(query, (ref,))]


def test_a_row_is_found_by_its_case_number_as_long_as_it_waits_and_when_it_is_settled(
    database: Database, path: Path, waiting: tuple[QuarantineEntry, ...]
) -> None:
    assert [_rows_of(database, str(ref)) for ref in range(1, 6)] == [[], [3], [4], [5], [6]]
    try_again(database, waiting[1:2], Attempt(cells=_mended(waiting[1], id="33")), SilentFeedback())
    assert [_rows_of(database, ref) for ref in ("3", "33")] == [[], [4]]
    try_again(database, waiting[2:3], Attempt(cells=_mended(waiting[2], id="44", y="6574909")), SilentFeedback())
    assert [_rows_of(database, ref) for ref in ("4", "44")] == [[], [5]]
    renamed = replace(
        _MAPPING, columns={**_MAPPING.columns, Field.SOURCE_REF: ("typ",)}, category_words={"Spray": "klotter"}
    )
    import_incidents(database, path, renamed, SilentFeedback())
    assert [_rows_of(database, ref) for ref in ("2", "Spray")] == [[], [3]]
    assert {"44", "Spray"} < set(_refs(database))


def test_a_row_without_case_number_is_found_by_the_name_its_report_gets(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("typ;datum;x;y\nSpray;2026-01-31;449328;6574909\n", encoding="utf-8")
    columns = {field: names for field, names in _MAPPING.columns.items() if field is not Field.SOURCE_REF}
    import_incidents(database, path, replace(_MAPPING, columns=columns), SilentFeedback())
    words = {"bolaget": SourceWords(categories={"Spray": "klotter"}, organisations={})}
    try_again(database, quarantine.waiting(database), Attempt(words=words), SilentFeedback())
    assert [_rows_of(database, ref) for ref in _refs(database)] == [[2]]


def test_mended_rows_become_incidents_of_their_file(database: Database, waiting: tuple[QuarantineEntry, ...]) -> None:
    cells = (
        _mended(waiting[1], datum="2026-02-28") | _mended(waiting[2], y="6574909") | _mended(waiting[3], **{"+1": ""})
    )
    result = try_again(database, waiting, Attempt(cells), SilentFeedback())
    assert (result.accepted, result.known, result.waiting) == (3, 0, 1)
    assert _refs(database) == ["1", "3", "4", "5"]
    assert quarantine.quarantine_count(database) == quarantine.QuarantineCount(1, holds_rows=True)
    with database.reading() as connection:
        assert connection.execute("SELECT count(DISTINCT batch) FROM incident").fetchone()[0] == 1
    story = next(entry for entry in quarantine.settled(database) if entry.row_number == 4)
    assert (story.outcome, json.loads(story.raw)["datum"]) == ("accepted", "2026-02-30")
    assert json.loads(story.mended)["datum"] == "2026-02-28"
    assert story.resolved_at is not None


def test_a_row_mended_in_vain_keeps_what_was_typed_and_says_why(
    database: Database, waiting: tuple[QuarantineEntry, ...]
) -> None:
    attempt = Attempt(_mended(waiting[1], datum="2026-02-28", typ="Okänt"))
    assert try_again(database, waiting[1:2], attempt, SilentFeedback()).waiting == 1
    entry = next(entry for entry in quarantine.waiting(database) if entry.row_number == 4)
    assert cells_of(entry)["datum"] == "2026-02-28"
    assert [reason.code for reason in reasons_of(entry)] == [ReasonCode.UNKNOWN_CATEGORY]
    assert "2026-02-30" in entry.reasons


def test_a_word_explained_frees_its_rows_and_is_remembered(
    database: Database, waiting: tuple[QuarantineEntry, ...], path: Path
) -> None:
    [word] = words_to_explain(database, waiting, Field.CATEGORY)
    assert (word.text, word.rows) == ("Spray", 1)
    attempt = Attempt(words={"bolaget": SourceWords({"Spray": "klotter"})})
    assert try_again(database, waiting, attempt, SilentFeedback()).accepted == 1
    assert "2" in _refs(database)
    assert ColumnMapping.from_json(last_mapping(database, "bolaget")).category_words == {"Spray": "klotter"}
    assert words_to_explain(database, quarantine.waiting(database), Field.CATEGORY) == ()


def test_a_word_learnt_with_a_later_file_helps_rows_of_an_earlier_one(
    database: Database, waiting: tuple[QuarantineEntry, ...], tmp_path: Path
) -> None:
    later = tmp_path / "later.csv"
    later.write_text("id;typ;datum;x;y\n9;Spray;2026-01-31;449328;6574909\n", encoding="utf-8")
    import_incidents(database, later, replace(_MAPPING, category_words={"spray": "klotter"}), SilentFeedback())
    assert try_again(database, waiting, Attempt(), SilentFeedback()).accepted == 1


def test_a_source_that_accepts_unknown_clock_times_frees_the_rows_of_its_earlier_files(
    database: Database, tmp_path: Path
) -> None:
    path, later = tmp_path / "rows.csv", tmp_path / "later.csv"
    row = "id;typ;datum;x;y\n{};Klotter;2026-01-31 kväll;449328;6574909\n"
    path.write_text(row.format(1), encoding="utf-8")
    later.write_text(row.format(2), encoding="utf-8")
    assert import_incidents(database, path, _MAPPING, SilentFeedback()).quarantined == 1
    lenient = replace(_MAPPING, accept_unknown_clock=True)
    assert import_incidents(database, later, lenient, SilentFeedback()).accepted == 1
    assert ColumnMapping.from_json(last_mapping(database, "bolaget")).accept_unknown_clock
    assert try_again(database, quarantine.waiting(database), Attempt(), SilentFeedback()).accepted == 1
    with database.reading() as connection:
        assert [row[0] for row in connection.execute("SELECT time_known FROM incident")] == [0, 0]


def test_a_mended_row_that_is_stored_already_is_settled_without_a_double(
    database: Database, waiting: tuple[QuarantineEntry, ...]
) -> None:
    attempt = Attempt(_mended(waiting[1], id="1", datum="2026-01-31"))
    result = try_again(database, waiting[1:2], attempt, SilentFeedback())
    assert (result.accepted, result.known) == (0, 1)
    assert _refs(database) == ["1"]


def test_a_discarded_row_keeps_its_reason_and_does_not_come_again(
    database: Database, waiting: tuple[QuarantineEntry, ...], path: Path
) -> None:
    quarantine.discard(database, [waiting[0].number], "A test row")
    [entry] = quarantine.settled(database)
    assert (entry.outcome, entry.note) == ("discarded", "A test row")
    better = replace(_MAPPING, category_words={"Spray": "klotter"})
    report = import_incidents(database, path, better, SilentFeedback())
    assert (report.accepted, report.known) == (0, 5)
    assert "2" not in _refs(database)


def test_a_mended_row_without_case_number_does_not_come_again(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("id;typ;datum;x;y\n;Klotter;2026-02-30;449328;6574909\n", encoding="utf-8")
    import_incidents(database, path, _MAPPING, SilentFeedback())
    [entry] = quarantine.waiting(database)
    try_again(database, [entry], Attempt(_mended(entry, datum="2026-02-28")), SilentFeedback())
    assert import_incidents(database, path, _MAPPING, SilentFeedback()).known == 1
    assert len(_refs(database)) == 1


def test_identical_rows_of_a_file_without_case_number_all_leave_quarantine(database: Database, tmp_path: Path) -> None:
    path, later = tmp_path / "rows.csv", tmp_path / "later.csv"
    rows = ("id;typ;datum;x;y", *[";Spray;2026-01-31;449328;6574909"] * 3)
    path.write_text("\n".join(rows), encoding="utf-8")
    assert import_incidents(database, path, _MAPPING, SilentFeedback()).quarantined == 3
    explained = Attempt(words={"bolaget": SourceWords({"Spray": "klotter"})})
    first, *others = quarantine.waiting(database)
    assert try_again(database, [first], explained, SilentFeedback()).accepted == 1
    assert try_again(database, others, explained, SilentFeedback()).accepted == 2
    assert len(_refs(database)) == len(set(_refs(database))) == 3
    better = replace(_MAPPING, category_words={"spray": "klotter"})
    assert import_incidents(database, path, better, SilentFeedback()).known == 3
    later.write_text("\n".join((*rows, rows[1])), encoding="utf-8")
    assert import_incidents(database, later, better, SilentFeedback()).accepted == 1


def test_a_mended_row_without_case_number_that_came_right_in_a_later_file_is_that_one(
    database: Database, tmp_path: Path
) -> None:
    path = tmp_path / "rows.csv"
    row = "id;typ;datum;x;y\n;Klotter;2026-02-{};449328;6574909\n"
    for day in ("30", "28"):
        path.write_text(row.format(day), encoding="utf-8")
        import_incidents(database, path, _MAPPING, SilentFeedback())
    [entry] = quarantine.waiting(database)
    assert try_again(database, [entry], Attempt(_mended(entry, datum="2026-02-28")), SilentFeedback()).known == 1
    assert len(_refs(database)) == 1


def test_a_cancelled_try_changes_nothing(database: Database, waiting: tuple[QuarantineEntry, ...]) -> None:
    class Cancelled(SilentFeedback):
        fraction = 0.0

        def is_cancelled(self) -> bool:
            return self.fraction > 0.4

        def set_progress(self, fraction: float) -> None:
            self.fraction = fraction

    with pytest.raises(CancelledError):
        try_again(database, waiting, Attempt(_mended(waiting[1], datum="2026-02-28")), Cancelled())
    assert quarantine.waiting(database) == waiting
    assert _refs(database) == ["1"]


def test_an_empty_quarantine_has_nothing_to_show(database: Database) -> None:
    assert quarantine.waiting_count(database) == 0
    assert quarantine.quarantine_count(database) == quarantine.QuarantineCount(0, holds_rows=False)
    assert quarantine.waiting(database) == quarantine.settled(database) == ()
    result = try_again(database, (), Attempt(), SilentFeedback())
    assert (result.accepted, result.known, result.waiting) == (0, 0, 0)
