# SPDX-License-Identifier: GPL-2.0-or-later
"""What the database keeps back is read alike from a file and a server, and of incidents only what the periods hold."""

from __future__ import annotations

import uuid
from datetime import date

import pytest

from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.kept_back import KeptBack, KeptColumns, read_kept_back
from est_plugin.db.schema_columns import schema_columns
from est_plugin.domain.edition import Edition
from est_plugin.domain.period import Period
from est_plugin.export.allowed_columns import (
    allowed_columns,
    forbidden_names,
    kept_columns,
    kept_references,
    kept_texts,
)

PERIOD = Period.between(date(2026, 3, 1), date(2026, 3, 31))
INCIDENTS = (
    ("ref-2026-1", "2026-03-10", "Kastade sten mot fönstret", "Storgatan 12 B"),
    ("ref-2026-2", "2026-03-11", "kort", "Stora torget i Lindvik"),
    ("ref-2025-9", "2025-03-10", "En helt annan berättelse", "Parkgatan 3, Lindvik"),
)


def add_incidents(database):
    with database.writing() as connection:
        for reference, day, text, place in INCIDENTS:
            connection.execute(
                "INSERT INTO incident (uuid, source, source_ref, category, organisation, occurred_from, description,"
                " place, geom) VALUES (?, 'test', ?, 'klotter', 'kommun', ?, ?, ?, ?)",
                (str(uuid.uuid4()), reference, f"{day}T12:00:00.000Z", text, place, point_blob(674000, 6580000, 3006)),
            )


def _writers(database):
    with database.reading() as connection:
        rows = connection.execute("SELECT changed_by FROM incident WHERE length(changed_by) > 3").fetchall()
    return [row["changed_by"] for row in rows]


@pytest.mark.parametrize("edition", Edition)
def test_texts_and_references_of_the_period_are_kept_back(either_database, edition):
    add_incidents(either_database)
    columns = kept_columns(edition)
    kept = read_kept_back(either_database, columns, [PERIOD])
    assert kept.texts == {"Kastade sten mot fönstret", "Storgatan 12 B"}
    assert kept.references == {"ref-2026-1", "ref-2026-2"}
    assert all(name in kept.people for name in _writers(either_database))


def test_without_a_period_those_of_all_times_are_kept_back(either_database):
    add_incidents(either_database)
    kept = read_kept_back(either_database, kept_columns(Edition.PUBLIC), None)
    assert {reference for reference, *_ in INCIDENTS} <= kept.references


def test_what_a_measure_says_of_itself_in_its_title_is_kept_back_only_if_long(either_database):
    long = "Boende berättar att mannen på andra våningen skriker om nätterna"
    with either_database.writing() as connection:
        for title, text in (("Ny belysning här", "Ny belysning här"), (long, long), ("Kamera", "Ny port till huset")):
            connection.execute(
                "INSERT INTO measure (uuid, kind, title, status, description) VALUES (?, 'BEL', ?, 'proposed', ?)",
                (str(uuid.uuid4()), title, text),
            )
    kept = read_kept_back(either_database, kept_columns(Edition.MEETING), [PERIOD])
    assert kept.texts == {long, "Ny port till huset"}


def test_an_empty_database_keeps_nothing_back(either_database):
    columns = KeptColumns(kept_texts(Edition.MEETING), kept_references(Edition.MEETING), frozenset())
    assert read_kept_back(either_database, columns, [PERIOD]) == KeptBack()


@pytest.mark.parametrize("edition", Edition)
def test_allowed_columns_are_in_the_schema_and_all_others_are_forbidden(qgis_app, edition):
    known = {(column.table, column.name) for column in schema_columns()}
    allowed = allowed_columns(edition)
    assert allowed <= known
    assert not {name for _, name in allowed} & forbidden_names(edition)
    never = {"source_ref", "changed_by", "police_reported", "occurred_from", "registry_no", "uuid", "description"}
    assert never | {"note_taker_function", "comment", "step_note", "content_hash"} <= forbidden_names(edition)


def test_the_editions_form_a_ladder(qgis_app):
    working, meeting, strategic, public = map(allowed_columns, Edition)
    assert strategic < meeting < working
    assert ("measure", "title") not in public
    assert not {table for table, _ in public} & {"incident", "hotspot", "walk", "observation", "cause"}


@pytest.mark.parametrize("edition", Edition)
def test_words_of_people_are_kept_back_unless_the_edition_names_their_column(qgis_app, edition):
    words = {
        ("incident", "description"),
        ("hotspot", "comment"),
        ("walk", "reason"),
        ("walk_stop", "comment"),
        ("observation", "comment"),
        ("measure", "description"),
        ("measure", "step_note"),
        ("measure_event", "note"),
        ("meeting", "notes"),
        ("agenda_item", "note"),
    }
    assert words <= kept_texts(edition)
    assert not kept_texts(edition) & allowed_columns(edition)
    assert (edition is Edition.PUBLIC) == (("decision", "text") in kept_texts(edition))
