# SPDX-License-Identifier: GPL-2.0-or-later
"""Code lists: the defaults of ``resources/catalogues`` that a new database gets, and what the database holds now."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin import paths
from est_plugin.domain.code_list import Code
from est_plugin.domain.measure_steps import STEPS

if TYPE_CHECKING:
    from est_plugin.db.database import Connection, Database


@dataclass(frozen=True)
class CodeLists:
    """What the forms, the legend and the boxes of the dock offer, read at once."""

    categories: tuple[Code, ...] = ()
    category_groups: tuple[Code, ...] = ()
    organisations: tuple[Code, ...] = ()
    measure_kinds: tuple[Code, ...] = ()
    checklist: tuple[Code, ...] = ()
    participant_roles: tuple[Code, ...] = ()
    traffic_terms: tuple[Code, ...] = ()


_INSERTS = {
    "category_groups": (
        "INSERT INTO category_group (code, name_sv, name_en, colour, sort)"
        " VALUES (:code, :name_sv, :name_en, :colour, :sort)"
    ),
    "categories": (
        "INSERT INTO category (code, category_group, name_sv, name_en, publishable, sort)"
        " VALUES (:code, :category_group, :name_sv, :name_en, :publishable, :sort)"
    ),
    "organisations": (
        "INSERT INTO organisation (code, name_sv, name_en, kind, colour, sort)"
        " VALUES (:code, :name_sv, :name_en, :kind, :colour, :sort)"
    ),
    "measure_kinds": (
        "INSERT INTO measure_kind (code, name_sv, name_en, techniques, owner, decision, sort)"
        " VALUES (:code, :name_sv, :name_en, :techniques, :owner, :decision, :sort)"
    ),
    "checklist": (
        "INSERT INTO checklist_item (code, name_sv, name_en, answer, sort)"
        " VALUES (:code, :name_sv, :name_en, :answer, :sort)"
    ),
    "participant_roles": (
        "INSERT INTO participant_role (code, name_sv, name_en, sort) VALUES (:code, :name_sv, :name_en, :sort)"
    ),
    "traffic_terms": (
        "INSERT INTO traffic_term (code, term_group, name_sv, name_en, sort)"
        " VALUES (:code, :term_group, :name_sv, :name_en, :sort)"
    ),
}
_INSERT_STEP = (
    "INSERT INTO measure_step (from_status, to_status, paused_in) VALUES (:from_status, :to_status, :paused_in)"
)


def default_entries(name: str) -> list[dict[str, str | int]]:
    """The rows of one of ``resources/catalogues``, by column, in their order."""
    entries = json.loads(paths.catalogue(name).read_text(encoding="utf-8"))
    return [{**entry, "sort": number} for number, entry in enumerate(entries)]


def measure_steps() -> list[dict[str, str | int]]:
    """The steps that a measure may take, as rows of ``measure_step``."""
    return [
        {"from_status": step.before.value, "to_status": step.after.value, "paused_in": step.paused_in or ""}
        for step in STEPS
    ]


def insert_defaults(connection: Connection) -> None:
    """Fill the empty code lists of a new database, with the steps of a measure."""
    for name, statement in _INSERTS.items():
        connection.executemany(statement, default_entries(name))
    connection.executemany(_INSERT_STEP, measure_steps())


_CATEGORIES = (
    "SELECT c.code, c.name_sv, c.name_en, c.category_group AS grouping, g.colour FROM category c"
    " JOIN category_group g ON g.code = c.category_group WHERE c.active ORDER BY c.sort, c.code"
)
_CATEGORY_GROUPS = "SELECT code, name_sv, name_en, '' AS grouping, colour FROM category_group ORDER BY sort, code"
_ORGANISATIONS = (
    "SELECT code, name_sv, name_en, kind AS grouping, colour FROM organisation WHERE active ORDER BY sort, code"
)
_MEASURE_KINDS = (
    "SELECT code, name_sv, name_en, owner AS grouping, '' AS colour FROM measure_kind WHERE active ORDER BY sort, code"
)

_CHECKLIST = (
    "SELECT code, name_sv, name_en, answer AS grouping, '' AS colour FROM checklist_item WHERE active"
    " ORDER BY sort, code"
)
_PARTICIPANT_ROLES = (
    "SELECT code, name_sv, name_en, '' AS grouping, '' AS colour FROM participant_role WHERE active ORDER BY sort, code"
)
_TRAFFIC_TERMS = (
    "SELECT code, name_sv, name_en, term_group AS grouping, '' AS colour FROM traffic_term WHERE active"
    " ORDER BY sort, code"
)


def read_code_lists(database: Database) -> CodeLists:
    """All that a person chooses from, with one connection."""
    with database.reading() as connection:
        return CodeLists(
            categories=_codes(connection, _CATEGORIES),
            category_groups=_codes(connection, _CATEGORY_GROUPS),
            organisations=_codes(connection, _ORGANISATIONS),
            measure_kinds=_codes(connection, _MEASURE_KINDS),
            checklist=_codes(connection, _CHECKLIST),
            participant_roles=_codes(connection, _PARTICIPANT_ROLES),
            traffic_terms=_codes(connection, _TRAFFIC_TERMS),
        )


def categories(database: Database) -> tuple[Code, ...]:
    """The active categories, with their EMBRACE group and its colour."""
    return _read(database, _CATEGORIES)


def category_groups(database: Database) -> tuple[Code, ...]:
    """The groups of the categories."""
    return _read(database, _CATEGORY_GROUPS)


def organisations(database: Database) -> tuple[Code, ...]:
    """The active organisations, grouped by kind."""
    return _read(database, _ORGANISATIONS)


def measure_kinds(database: Database) -> tuple[Code, ...]:
    """The active kinds of measures, grouped by their usual owner."""
    return _read(database, _MEASURE_KINDS)


def checklist(database: Database) -> tuple[Code, ...]:
    """The items of the stop checklist, grouped by how they are answered."""
    return _read(database, _CHECKLIST)


def _read(database: Database, query: str) -> tuple[Code, ...]:
    with database.reading() as connection:
        return _codes(connection, query)


def _codes(connection: Connection, query: str) -> tuple[Code, ...]:
    return tuple(
        Code(row["code"], row["name_sv"], row["name_en"], row["grouping"], row["colour"])
        for row in connection.execute(query)
    )
