# SPDX-License-Identifier: GPL-2.0-or-later
"""What leads to a person is found however it is spelt, and what only looks a little like it is not."""

from __future__ import annotations

import pytest

from est_plugin.export.gate_personal import personal_kinds

NUMBERS = [
    "811228-9874",
    "19811228-9874",
    "811228\u20139874",
    "811228\u22129874",
    "811228 - 9874",
    "811228\u00a09874",
    "811228\u2009-9874",
    "811228/9874",
    "811228\u00ad9874",
    "811228\u200b9874",
    "1981-12-28-9874",
    "1981-12-28 9874",
    "pnr811228-9874",
    "_811228-9874",
    "8112289874a",
    "\uff18\uff11\uff11\uff12\uff12\uff18-9874",
    "811288-9871",
]
WRITTEN_NUMBERS = ["811228.9874", "8 1 1 2 2 8 9 8 7 4", "811228-9875", "811228-T874", "1981 12 28 98 74"]
PHONES = [
    "070-123 45 67",
    "070\u2013123 45 67",
    "070\u00a0123\u00a045\u00a067",
    "070.123.45.67",
    "+46(0)70-123 45 67",
    "+46 (0)70 123 45 67",
    "0 70 123 45 67",
    "08-123 456 78",
    "(070) 123 45 67",
    "(08) 123 456 78",
]
MAILS = ["a@b.se", "a(at)b.se", "a [at] b.se", "a\u200b@b.se", "\uff41\uff20b.se"]
MARKS = ["ABC123", "ABC 12D", "ABC\u00a0123", "ABC\u2011123"]
WRITTEN_MARKS = ["abc123", "ABC.123"]
HARMLESS = [
    "",
    "Möte 2026-03-15 1300",
    "kl 08.00-17.00",
    "2026-03-01\u20132026-03-31",
    "2026-03-01 2026-03-31",
    "07.02.2026-07.03.2026",
    "rum101, LED 123",
    "Ärende 260301-1234",
    "KS 2026-00912",
    "0\u201312 345 händelser",
    "Storgatan 12, 3 tr",
    "100 000 kr",
    "0f8fad5bd9cb469fa165708671289500f8fad5bd9cb469fa1657081122898740",
    "{0f8fad5b-d9cb-469f-a165-811228987401}",
    "651201.2345 6283123.45",
]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(("identity", text) for text in NUMBERS),
        *(("phone", text) for text in PHONES),
        *(("mail", text) for text in MAILS),
        *(("mark", text) for text in MARKS),
    ],
)
def test_every_spelling_is_found_in_whole_files_and_in_words_of_people(kind, text):
    assert kind in personal_kinds(text)
    assert kind in personal_kinds(f"Fråga {text} i dag", is_written=True)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(("identity", text) for text in WRITTEN_NUMBERS),
        ("phone", "tel070-1234567"),
        *(("mark", text) for text in WRITTEN_MARKS),
    ],
)
def test_words_of_people_are_judged_more_strictly(kind, text):
    assert personal_kinds(text) == frozenset()
    assert kind in personal_kinds(f"Fråga {text} i dag", is_written=True)


@pytest.mark.parametrize("text", HARMLESS)
def test_days_hours_sums_and_checksums_are_nobodys(text):
    assert personal_kinds(text) == frozenset()
    assert personal_kinds(text, is_written=True) == frozenset()


def test_the_contact_may_be_a_phone_and_an_address_but_no_identity_number():
    contact = "Kontaktcenter, 0480\u201345 00 00, kontakt@lindvik.example"
    assert personal_kinds(f"Frågor: {contact}", contact) == frozenset()
    assert personal_kinds(contact, contact, is_written=True) == frozenset()
    assert personal_kinds("811228-9875", "811228-9875", is_written=True) == {"identity"}
    assert personal_kinds("070-123 45 67", contact) == {"phone"}
