# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading numbers, times, free text and column mappings."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from est_plugin.domain.personal_data import MASK, PersonalData, mask
from est_plugin.errors import InputError
from est_plugin.intake.column_mapping import AxisOrder, ColumnMapping, Field
from est_plugin.intake.mapping_proposal import propose
from est_plugin.intake.number_text import parse_number
from est_plugin.intake.reasons import Reason, ReasonCode
from est_plugin.intake.timestamps import TimeReader, Timestamp

if TYPE_CHECKING:
    from pathlib import Path

_STOCKHOLM = ZoneInfo("Europe/Stockholm")
_NOW = datetime(2026, 6, 1, tzinfo=UTC)
_READER = TimeReader(_STOCKHOLM, _NOW)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("6 578 123,45", 6578123.45),
        ("6\u00a0578\u202f123.45", 6578123.45),
        ("6.578.123,45", 6578123.45),
        ("6,578,123.45", 6578123.45),
        ("−71.09", -71.09),
        ("5E2", 500.0),
        (",5", 0.5),
        ("nan", None),
        ("inf", None),
        ("", None),
        ("12 m", None),
        ("1,2,3", None),
    ],
)
def test_numbers(text: str, number: float | None) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-01-31 21:15", "2026-01-31T20:15"),
        ("2026-01-31T21:15:30.123", "2026-01-31T20:15:30"),
        ("2026-01-31T21:15Z", "2026-01-31T21:15"),
        ("2026-01-31 21:15+0300", "2026-01-31T18:15"),
        ("31.01.2026 kl 21.15", "2026-01-31T20:15"),
        ("31/1/2026 9:05", "2026-01-31T08:05"),
        ("20260131 21:15", "2026-01-31T20:15"),
        ("2026-01-31 kl 22", "2026-01-31T21:00"),
        ("2026-01-31 kl. 9", "2026-01-31T08:00"),
        ("2026-01-31 klockan 22.30", "2026-01-31T21:30"),
        ("2026-01-31 22.30", "2026-01-31T21:30"),
        ("2026-01-31 22", "2026-01-31T21:00"),
        ("2026-01-31 2230", "2026-01-31T21:30"),
        ("2026-01-31 kl 0815", "2026-01-31T07:15"),
        ("2026-01-31 9 PM", "2026-01-31T20:00"),
        ("31/01/2026 09:15 PM", "2026-01-31T20:15"),
        ("2025-10-26 02:30", "2025-10-26T00:30"),
    ],
)
def test_times_of_many_forms(text: str, instant: str) -> None:
    assert _READER.read(text) == Timestamp(datetime.fromisoformat(instant).replace(tzinfo=UTC), time_known=True)


def test_date_without_time_knows_no_time() -> None:
    assert _READER.read("2026-01-31") == Timestamp(datetime(2026, 1, 30, 23, tzinfo=UTC), time_known=False)
    end = _READER.read("2026-01-31", is_end=True)
    assert end == Timestamp(datetime(2026, 1, 31, 22, 59, 59, tzinfo=UTC), time_known=False)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026-03-29 02:30", ReasonCode.SKIPPED_TIME),
        ("2026-06-02 10:00", ReasonCode.FUTURE_TIME),
        ("1899-12-31", ReasonCode.OLD_TIME),
        ("2026-02-30", ReasonCode.INVALID_TIME),
        ("2026-01", ReasonCode.INVALID_TIME),
        ("45000", ReasonCode.INVALID_TIME),
        ("13/13/2025", ReasonCode.INVALID_TIME),
        ("2025-01-01 13:00 PM", ReasonCode.INVALID_TIME),
        ("igår", ReasonCode.INVALID_TIME),
        ("2026-01-31 kväll", ReasonCode.INVALID_TIME),
        ("2026-01-31 25", ReasonCode.INVALID_TIME),
        ("2026-01-31 930", ReasonCode.INVALID_TIME),
        ("2026-01-31 2260", ReasonCode.INVALID_TIME),
    ],
)
def test_times_that_do_not_pass(text: str, code: ReasonCode) -> None:
    assert _READER.read(text) == Reason(code, text)


@pytest.mark.parametrize("text", ["2026-01-31 kväll", "31/1/2026, ca 22", "20260131T25:00", "2026-01-31 21-23"])
def test_a_date_with_a_clock_time_that_cannot_be_read_counts_only_if_the_mapping_says_so(text: str) -> None:
    lenient = TimeReader(_STOCKHOLM, _NOW, accept_unknown_clock=True)
    assert lenient.read(text) == Timestamp(datetime(2026, 1, 30, 23, tzinfo=UTC), time_known=False)
    assert _READER.read(text) == Reason(ReasonCode.INVALID_TIME, text)


@pytest.mark.parametrize("text", ["2026-02-30 kväll", "kväll", "2026-13-01 21:15", "12345678 kväll"])
def test_an_unknown_clock_time_excuses_no_wrong_date(text: str) -> None:
    lenient = TimeReader(_STOCKHOLM, _NOW, accept_unknown_clock=True)
    assert lenient.read(text) == Reason(ReasonCode.INVALID_TIME, text)


def test_month_first_and_explicit_formats() -> None:
    expected = datetime(2026, 1, 2, 20, 15, tzinfo=UTC)
    month_first = TimeReader(_STOCKHOLM, _NOW, day_first=False)
    explicit = TimeReader(_STOCKHOLM, _NOW, formats=("%m/%d/%Y %I:%M:%S %p",))
    assert month_first.read("01/02/2026 21:15") == Timestamp(expected, time_known=True)
    assert explicit.read("01/02/2026 09:15:00 PM") == Timestamp(expected, time_known=True)
    assert isinstance(explicit.read("2026-01-02 21:15"), Reason)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ring 070-174 06 05 efter fyra", PersonalData.PHONE),
        ("Ring +46 70 174 06 99", PersonalData.PHONE),
        ("Växeln 0550-880 00", PersonalData.PHONE),
        ("Tips till 010-569 02 16", PersonalData.PHONE),
        ("Skriv till boende@example.com!", PersonalData.EMAIL),
        ("Misstänkt 19900101-2385 sprang", PersonalData.IDENTITY_NUMBER),
        ("Misstänkt 900161-2382 sprang", PersonalData.IDENTITY_NUMBER),
        ("Bil ABC 12D stod kvar", PersonalData.REGISTRATION_MARK),
    ],
)
def test_certain_personal_data_is_masked(text: str, kind: PersonalData) -> None:
    masked = mask(text)
    assert masked.found == {kind: 1}
    assert MASK in masked.text


@pytest.mark.parametrize(
    "text",
    ["", "Klotter, rum 101", "Mellan 2026-01-31 och 2026-02-05",
     "Kl 21-23, ca 20 personer", "Natten 05-11-2026", "Kl 08-12 300 personer",
     "Storgatan 12, 681 30 Lindvik", "Ärende 2026123456789"],
)  # fmt: skip
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert mask(text).text == text


@pytest.mark.parametrize(
    "number",
    ["19850312-1234", "850312-1234", "850372-1234", "198503121234", "8503121234", "850312 1234", "350312+1234"],
)
def test_an_identity_number_with_a_wrong_check_digit_is_masked_as_probable(number: str) -> None:
    masked = mask(f"Misstänkt {number}, sprang")
    assert (masked.text, masked.found) == (f"Misstänkt {MASK}, sprang", {PersonalData.PROBABLE_IDENTITY_NUMBER: 1})


def _mistyped(number: str, chance: random.Random) -> str:
    """One digit wrong, or two that stand beside each other swapped."""
    places = [place for place, sign in enumerate(number) if sign.isdigit()]
    while True:
        digits = list(number)
        place = chance.randrange(2 if len(places) > 10 else 0, len(places))
        if chance.random() < 0.5 and place + 1 < len(places):
            here, there = places[place], places[place + 1]
            digits[here], digits[there] = digits[there], digits[here]
        else:
            digits[places[place]] = chance.choice("0123456789")
        if "".join(digits) != number:
            return "".join(digits)


def test_nine_of_ten_mistyped_identity_numbers_are_masked() -> None:
    """Serials 238 and 239 belong to nobody (Skatteverket's test numbers)."""
    chance = random.Random(1)
    missed, tries = [], 2000
    for _ in range(tries):
        day = datetime(1930, 1, 1, tzinfo=UTC) + timedelta(days=chance.randrange(80 * 365))
        written = f"{day:%Y%m%d}" if chance.random() < 0.5 else f"{day:%y%m%d}"
        number = _mistyped(f"{written}-{chance.choice((238, 239))}{chance.randrange(10)}", chance)
        if mask(f"Misstänkt {number} sprang").text != f"Misstänkt {MASK} sprang":
            missed.append(number)
    assert len(missed) <= 0.1 * tries, missed[:20]


@pytest.mark.parametrize(
    "text",
    ["Ärende {year}0131-{last}", "Dnr {short}0131-{last}", "Ärende {year}-004512", "Diarienummer KS {year}/01234",
     "Film {year}0131-{last}.mp4", "Natten {year}0131 {last}", "{year}-01-31 2115-2330", "{year}-01-31 21:15",
     "Bolaget 556036-0793", "Org.nr 212000-1850", "5000-K123456-26", "Bankgiro 5050-1055", "Plusgiro 12 34 56-7",
     "Vid 6574909 449328", "Vid 449328, 6574909", "N 6574909.961234 E 449328.780312", "59.3302311234 18.0584201234",
     "59,330231 18,058420", "Streckkod 7310865004703", "Kostnad 850312 kr", "Ca 100000-2000 kr", "Larm 112, nr 12345",
     "Fastighet Lindvik 1:234", "Mellan 1985 och 1990", "Klockan 0800 kom 850 personer"],
)  # fmt: skip
def test_numbers_that_are_no_identity_numbers_are_left_alone(text: str) -> None:
    year = datetime.now(UTC).year
    # The one of two times that is no right check digit this year.
    last = next(last for last in ("2115", "2116") if not mask(f"{year}0131-{last}").found)
    text = text.format(year=year, short=f"{year % 100:02}", last=last)
    assert mask(text).text == text


def test_mapping_survives_its_file(tmp_path: Path) -> None:
    mapping = ColumnMapping(
        source="bostadsbolaget",
        columns={Field.OCCURRED_FROM: ("Datum", "Tid"), Field.X: ("X",)},
        constants={Field.CATEGORY: "klotter"},
        crs_authid="EPSG:3008",
        axis_order=AxisOrder.NORTH_EAST,
        category_words={"Tagg": "klotter"},
        organisation_words={"BoAB": "bostadsbolag"},
        date_formats=("%d.%m.%Y",),
        day_first=False,
        timezone="UTC",
        accept_unknown_clock=True,
    )
    path = tmp_path / "mapping.json"
    mapping.save(path)
    assert ColumnMapping.load(path) == mapping
    assert list(tmp_path.iterdir()) == [path]
    assert mapping.missing() == (Field.Y,)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"est_column_mapping": 2, "source": "a"}', '{"est_column_mapping": 1}',
     '{"est_column_mapping": 1, "source": " "}', '{"est_column_mapping": 1, "source": "a", "columns": {"w": ["a"]}}',
     '{"est_column_mapping": 1, "source": "a", "columns": {"x": "a"}}',
     '{"est_column_mapping": 1, "source": "a", "timezone": "Mars/Base"}'],
)  # fmt: skip
def test_broken_mapping_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="mapping cannot be used"):
        ColumnMapping.from_json(text)


def test_mapping_names_the_columns_that_a_file_lacks() -> None:
    mapping = ColumnMapping(
        source="a", columns={name: (name.value,) for name in (Field.CATEGORY, Field.OCCURRED_FROM, Field.X, Field.Y)}
    )
    with pytest.raises(InputError, match="no column x, y"):
        mapping.positions(("category", "occurred_from"))


def test_mapping_is_proposed_from_swedish_and_english_headers() -> None:
    headers = ("Händelse-ID", "Datum", "Tid", "Brottstyp", "Kommun", "Beskrivning", "Latitud", "Longitud")
    mapping = propose(headers, source="polis", crs_authid="EPSG:3006")
    assert mapping.columns == {
        Field.SOURCE_REF: ("Händelse-ID",),
        Field.CATEGORY: ("Brottstyp",),
        Field.OCCURRED_FROM: ("Datum", "Tid"),
        Field.DESCRIPTION: ("Beskrivning",),
        Field.X: ("Longitud",),
        Field.Y: ("Latitud",),
    }
    assert mapping.crs_authid == "EPSG:4326"
    assert propose(("Easting", "Northing"), source="a", crs_authid="EPSG:3008").crs_authid == "EPSG:3008"
    assert propose(("foo",), source="a", crs_authid="EPSG:3006").missing()


def test_a_register_that_only_knows_when_reports_came_in_is_read_by_that() -> None:
    mapping = propose(
        ("Ärende-ID", "Kategori", "Inkom", "Kl", "Latitud", "Longitud"), source="a", crs_authid="EPSG:3006"
    )
    assert mapping.columns[Field.REPORTED_AT] == ("Inkom",)
    assert mapping.columns[Field.OCCURRED_FROM] == ("Inkom", "Kl")
    assert mapping.missing() == ()
