# SPDX-License-Identifier: GPL-2.0-or-later
"""Which login may do what with which table and function? Asked of the catalogue, so that a new one is not forgotten."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import psycopg2
import pytest

from tests.postgres import cursor_on

if TYPE_CHECKING:
    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server

#: A reader, a reporter, an editor, an administrator, and a login without a role.
LOGINS = ("rita", "polly", "anna", "ada", "nils")
ACTS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
#: Rights by their first letters: of a reader, a reporter, an editor, an administrator. Nobody else has any.
_LIST, _WORK, _SAID = ("S", "S", "S", "SIUD"), ("S", "", "SIU", "SIU"), ("", "", "SIU", "SIU")
MATRIX = {
    "organisation": _LIST, "category_group": _LIST, "category": _LIST, "measure_kind": _LIST, "checklist_item": _LIST,
    "participant_role": _LIST, "traffic_term": _LIST, "measure_step": ("S", "", "S", "S"),
    "hotspot": _WORK, "cause": _WORK, "measure": _WORK, "traffic_rule": _WORK, "measure_incident": _WORK,
    "effect": _WORK, "promise": _WORK,
    "inventory_item": _WORK, "decision": _WORK, "walk": _WORK, "walk_participant": _SAID, "walk_stop": _WORK,
    "observation": _SAID, "meeting": _WORK, "agenda_item": _WORK, "survey_area": _WORK,
    "meta": ("S", "S", "S", "SU"),
    "incident": ("S", "SI", "SIU", "SIU"),
    "hotspot_period": ("S", "", "SIUD", "SIUD"),
    "measure_event": ("S", "", "SI", "SI"),
    "import_source": ("", "", "SIU", "SIU"),
    "import_batch": ("", "", "SI", "SI"),
    "quarantine": ("", "", "SIU", "SIU"),
    "history": ("", "", "S", "S"),
    "changeset": ("", "SIU", "SIU", "SIU"),
    "known_report": ("", "", "S", "S"),
    "incident_reading": ("S", "", "S", "S"),
    "hotspot_state": ("S", "", "S", "S"),
    "rtree_incident_geom": ("S", "S", "S", "S"),
    "row_history": ("", "", "S", "S"),
    "presence": ("", "", "", ""),
}  # fmt: skip
_READ = {"is_visible", "json_each", "my_organisations", "present", "unixepoch"}
_WRITE = _READ | {"apply_change", "apply_changeset", "changed_by_me", "guarded_tables", "has_arrived"}
FUNCTIONS = {
    "rita": _READ,
    "polly": _WRITE,
    "anna": _WRITE,
    "ada": _WRITE | {"forget", "purge", "limit_login"},
    "nils": set(),
}
_RIGHTS = """
    SELECT c.relname AS name, act FROM pg_class c, unnest(%(acts)s::text[]) AS act
    WHERE c.relnamespace = 'est'::regnamespace AND c.relkind IN ('r', 'v', 'p', 'm', 'f')
    AND CASE WHEN act IN ('DELETE', 'TRUNCATE', 'TRIGGER') THEN has_table_privilege(%(login)s, c.oid, act)
        ELSE has_any_column_privilege(%(login)s, c.oid, act) END
"""
_FUNCTIONS = """
    SELECT proname AS name FROM pg_proc
    WHERE pronamespace = 'est'::regnamespace AND has_function_privilege(%(login)s, oid, 'EXECUTE')
"""
_RELATIONS = """
    SELECT c.relname AS name, quote_ident(a.attname) AS column FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = 1
    WHERE c.relnamespace = 'est'::regnamespace AND c.relkind IN ('r', 'v', 'p', 'm', 'f')
"""
_TRIED = {
    "SELECT": "SELECT count(*) FROM est.{name}",
    "INSERT": "INSERT INTO est.{name} DEFAULT VALUES",
    "UPDATE": "UPDATE est.{name} SET {column} = {column}",
    "DELETE": "DELETE FROM est.{name}",
    "TRUNCATE": "TRUNCATE est.{name}",
    "TRIGGER": "CREATE TRIGGER mine AFTER INSERT ON est.{name} EXECUTE FUNCTION est.guard_insert()",
}
#: No right, or (views) nothing that anybody could do it to.
_REFUSED = {"42501", "42809", "55000"}


@pytest.mark.parametrize("login", LOGINS)
def test_each_login_has_the_rights_of_the_matrix_and_no_others(server_database: ServerDatabase, login: str) -> None:
    found = dict.fromkeys(MATRIX, "")
    with cursor_on(server_database) as cursor:
        cursor.execute(_RELATIONS)
        found |= {row["name"]: "" for row in cursor.fetchall()}
        cursor.execute(_RIGHTS, {"acts": list(ACTS), "login": login})
        for row in sorted(cursor.fetchall(), key=lambda row: ACTS.index(row["act"])):
            found[row["name"]] += row["act"][0]
        cursor.execute(_FUNCTIONS, {"login": login})
        functions = {row["name"] for row in cursor.fetchall()}
    assert found == {name: (*rights, "")[LOGINS.index(login)] for name, rights in MATRIX.items()}
    assert functions == FUNCTIONS[login]


@pytest.mark.parametrize("login", LOGINS)
def test_what_a_login_has_no_right_to_is_refused_when_it_tries(
    server: Server, server_database: ServerDatabase, login: str
) -> None:
    name = server_database.address.name
    with cursor_on(server_database) as cursor:
        cursor.execute(_RELATIONS)
        relations = cursor.fetchall()
    answers, tried = {}, 0
    with closing(server.connect(name, login)) as connection:
        for relation in relations:
            rights = (*MATRIX[relation["name"]], "")[LOGINS.index(login)]
            for act, sql in _TRIED.items():
                if act[0] in rights and act not in ("TRUNCATE", "TRIGGER"):
                    continue
                tried += 1
                statement = sql.format(**relation)
                try:
                    with connection, connection.cursor() as cursor:
                        cursor.execute(statement)
                    answers[statement] = "done"
                except psycopg2.Error as error:
                    answers[statement] = error.pgcode
    assert tried >= 2 * len(relations)
    assert {statement: code for statement, code in answers.items() if code not in _REFUSED} == {}


def test_only_membership_makes_an_organisation_ones_own(server: Server, server_database: ServerDatabase) -> None:
    name = server_database.address.name
    insert = (
        "INSERT INTO est.incident (uuid, source, source_ref, category, organisation, occurred_from)"
        " VALUES (gen_random_uuid(), 'x', '{0}', 'klotter', '{0}', now())"
    )
    server.execute(name, insert.format("polis"), insert.format("skola"))
    seen = "SELECT string_agg(organisation, ' ' ORDER BY organisation) FROM est.incident"
    with closing(server.connect(name, "polly")) as connection, connection.cursor() as cursor:
        for attempt in (
            "SELECT set_config('role', 'est_org_skola', false)",
            "GRANT est_org_skola TO polly",
            "CREATE ROLE est_org_x",
            "ALTER ROLE polly RENAME TO est_org_skola",
        ):
            with pytest.raises(psycopg2.Error):
                cursor.execute(attempt)
            connection.rollback()
        # A setting of any name gives no membership.
        cursor.execute("SELECT set_config('est.organisation', 'skola', false)")
        cursor.execute(seen)
        assert cursor.fetchone()[0] == "polis"
    server.execute(name, "GRANT est_org_skola TO polly")
    with closing(server.connect(name, "polly")) as connection, connection.cursor() as cursor:
        cursor.execute(seen)
        assert cursor.fetchone()[0] == "polis skola"
    server.execute(name, "REVOKE est_org_skola FROM polly")
