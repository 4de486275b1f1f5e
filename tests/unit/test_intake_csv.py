# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading CSV files: every row is found and none is shifted."""

from __future__ import annotations

import gzip
import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from est_plugin.errors import InputError
from est_plugin.intake import csv_file
from est_plugin.intake.csv_file import read_csv
from est_plugin.intake.text_encoding import Damage, decode, find_damage

if TYPE_CHECKING:
    from pathlib import Path

_TEXT = "Id;Typ;Väg\n1;Rån;Åsögatan\n2;Bråk;Älvvägen\n"


def _file(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "file.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def _cells(tmp_path: Path, content: str | bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in read_csv(_file(tmp_path, content)).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"])
def test_swedish_letters_survive_every_encoding(tmp_path: Path, encoding: str) -> None:
    table = read_csv(_file(tmp_path, _TEXT.encode(encoding)))
    assert table.headers == ("Id", "Typ", "Väg")
    assert [row.cells[2] for row in table.rows] == ["Åsögatan", "Älvvägen"]


def test_bytes_without_a_sign_in_windows_1252_do_not_stop_the_file(tmp_path: Path) -> None:
    table = read_csv(_file(tmp_path, "a;b\nä\x81;2\n".encode("latin-1")))
    assert table.rows[0].cells == ("ä", "2")
    assert table.removed_signs == 1


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    text = _TEXT.replace(";", delimiter)
    table = read_csv(_file(tmp_path, text))
    assert table.delimiter == delimiter
    assert len(table.rows) == 2


def test_decimal_commas_do_not_hide_the_semicolon(tmp_path: Path) -> None:
    assert _cells(tmp_path, "x, öst;y, norr\n60,27;15,98\n60,1;15,2\n") == [("60,27", "15,98"), ("60,1", "15,2")]


def test_separator_line_decides(tmp_path: Path) -> None:
    table = read_csv(_file(tmp_path, "sep=,\na;b,c\n1;2,3\n"))
    assert (table.headers, table.rows[0].cells) == (("a;b", "c"), ("1;2", "3"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_one(tmp_path: Path, end: str) -> None:
    assert len(_cells(tmp_path, _TEXT.replace("\n", end))) == 2


def test_letters_are_composed_and_control_signs_go(tmp_path: Path) -> None:
    table = read_csv(_file(tmp_path, "a;b\nBra\u030ak\x00\u202e;2\n"))
    assert table.rows[0].cells[0] == "Bråk"
    assert table.removed_signs == 2


def test_line_break_inside_quotes_stays_in_its_cell(tmp_path: Path) -> None:
    assert _cells(tmp_path, 'a;b\n"one\ntwo";2\n3;4\n') == [("one\ntwo", "2"), ("3", "4")]


def test_quote_without_its_pair_swallows_nothing(tmp_path: Path) -> None:
    rows = "".join(f"{number};x\n" for number in range(60))
    table = read_csv(_file(tmp_path, f'a;b\n"oops;1\n{rows}'))
    assert len(table.rows) == 61
    assert table.rows[0].cells == ('"oops', "1")
    assert table.literal_quotes == (2,)


def test_quote_without_its_pair_near_the_end_swallows_nothing(tmp_path: Path) -> None:
    assert _cells(tmp_path, 'a;b\n1;2\n"oops;1\n3;4\n') == [("1", "2"), ('"oops', "1"), ("3", "4")]
    assert _cells(tmp_path, 'a;b\n1;2\n"oops;1') == [("1", "2"), ('"oops', "1")]


def test_quote_that_ends_in_another_row_swallows_nothing(tmp_path: Path) -> None:
    assert len(_cells(tmp_path, 'a;b\n"oops;1\n3;4\n5;"six"\n7;8\n')) == 4


def test_ragged_rows_are_told_and_do_not_shift(tmp_path: Path) -> None:
    table = read_csv(_file(tmp_path, "a;b;c\n1;2\n1;2;3;4\n1;2;3;;\n1;2;3\n"))
    assert table.misshapen == {2, 3}
    assert [row.number for row in table.rows] == [2, 3, 4, 5]
    assert table.rows[2].cells == ("1", "2", "3")


def test_rows_are_numbered_as_in_a_spreadsheet(tmp_path: Path) -> None:
    table = read_csv(_file(tmp_path, "a;b\n1;2\n\n;\n3;4\n"))
    assert [row.number for row in table.rows] == [2, 5]


def test_columns_have_a_name_each(tmp_path: Path) -> None:
    assert read_csv(_file(tmp_path, "a;;a\n1;2;3\n")).headers == ("a", "column_2", "a (2)")


def test_packed_file_is_read(tmp_path: Path) -> None:
    assert len(_cells(tmp_path, gzip.compress(_TEXT.encode()))) == 2


@pytest.mark.parametrize("content", [b"", b"\n \n", b"1;2\n3;4\n", b";;\n1;2;3\n", b"\x1f\x8bbroken"])
def test_unusable_file_says_why(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read_csv(_file(tmp_path, content))
    assert caught.value.why
    assert caught.value.what_next


def _zip(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "what", "what_next"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\nid;typ\n", "a PDF", "Ask the source"),
        (_zip("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook", "CSV UTF-8"),
        (_zip("mimetype", "content.xml"), "LibreOffice", "Text CSV"),
        (_zip("a.csv"), "a zip file", "Unpack it"),
        (b"PK\x03\x04broken", "a zip file", "Unpack it"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "older Excel", "CSV UTF-8"),
        (b"SQLite format 3\0" + bytes(100), "a GeoPackage", "export the layer"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) + bytes(64), "no text file", "Choose a CSV"),
        (bytes(2000), "no text file", "Choose a CSV"),
        (gzip.compress(b"%PDF-1.7\n"), "a PDF", "Ask the source"),
    ],
)
def test_a_file_that_is_no_text_is_called_what_it_is(tmp_path: Path, content: bytes, what: str, what_next: str) -> None:
    with pytest.raises(InputError) as caught:
        read_csv(_file(tmp_path, content))
    assert what in caught.value.why
    assert what_next in caught.value.what_next


def test_a_zip_file_with_the_name_of_a_workbook_is_one(tmp_path: Path) -> None:
    path = tmp_path / "reports.XLSX"
    path.write_bytes(b"PK\x03\x04broken")
    with pytest.raises(InputError, match="an Excel workbook"):
        read_csv(path)


def test_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file with that name"):
        read_csv(tmp_path / "none.csv")


def test_packed_file_may_not_unpack_beyond_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_file, "MAX_BYTES", 1000)
    with pytest.raises(InputError, match="larger than"):
        read_csv(_file(tmp_path, gzip.compress(b"a;b\n" + b"1;2\n" * 1000)))


def test_real_file_from_swedish_excel(shared_data: Path) -> None:
    table = read_csv(shared_data / "messy_derived" / "handelser_dalarna_2024_semikolon_cp1252.csv")
    assert (len(table.rows), table.encoding, table.delimiter) == (600, "windows-1252", ";")
    assert not table.misshapen


@pytest.mark.parametrize(
    ("text", "signs", "meant"),
    [
        ("Ã¶", "Ã¶", "ö"),
        ("VÃ¤g", "Ã¤", "ä"),
        ("Ã\x85s", "Ã\x85", "Å"),
        ("Ã…s", "Ã…", "Å"),
        ("Ã–", "Ã–", "Ö"),
        ("caf\ufffd", "\ufffd", ""),
    ],
)
def test_damaged_letters_are_found_with_what_was_meant(text: str, signs: str, meant: str) -> None:
    assert find_damage(text) == Damage(signs, meant)
    assert decode(text.encode()).damaged


@pytest.mark.parametrize("text", ["", "Åsögatan", "SÃO PAULO", "Ã", "Côte d'Âme", "é ü ñ"])
def test_rare_but_right_letters_are_no_damage(text: str) -> None:
    assert find_damage(text) is None
