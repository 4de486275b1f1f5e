# SPDX-License-Identifier: GPL-2.0-or-later
"""What is forgotten or purged stands nowhere any more; the uuid and the rule stay."""

from __future__ import annotations

import subprocess
import uuid
from contextlib import closing
from typing import TYPE_CHECKING, Any

import psycopg2
import pytest

from tests.postgres import binaries

if TYPE_CHECKING:
    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server

PLANTED = "Planterad-hemlighet"


@pytest.fixture
def name(server_database: ServerDatabase) -> str:
    return server_database.address.name


def run(server: Server, name: str, login: str, *statements: str) -> Any:
    """Each statement in a transaction of its own; the first value of the last one."""
    value = None
    with closing(server.connect(name, login)) as connection:
        for statement in statements:
            with connection, connection.cursor() as cursor:
                cursor.execute(statement)
                value = cursor.fetchone()[0] if cursor.description else None
    return value


def purged(server: Server, name: str) -> tuple[int, ...]:
    """Incidents, rows in quarantine, shells and steps of the history that a purge took away."""
    counts = run(server, name, "ada", "SELECT est.purge()")
    return tuple(counts[what] for what in ("incidents", "quarantine", "shells", "history"))


def dump(server: Server, name: str) -> str:
    command = [binaries() / "pg_dump", "-h", server.folder, "-p", str(server.port), "-U", "postgres", name]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def plant_incident(server: Server, name: str, ref: str, occurred: str = "now()") -> str:
    """An incident with text in the row, its history and the quarantine it came from."""
    row = str(uuid.uuid4())
    run(
        server, name, "anna",
        "INSERT INTO est.import_batch"
        " (uuid, source, file_name, sha256, mapping, columns, rows_read, accepted, known, changed, quarantined,"
        f" imported_at) VALUES (gen_random_uuid(), 'polis', 'a', '', '', '[]', 1, 0, 0, 0, 1, {occurred})",
        "INSERT INTO est.quarantine (batch, source, row_number, row_hash, source_ref, raw, reasons)"
        f" SELECT max(id), 'polis', 1, '{ref}', '{ref}', '{{\"Id\": \"{ref}\", \"Text\": \"{PLANTED}\"}}', '[]'"
        " FROM est.import_batch",
        "INSERT INTO est.incident (uuid, source, source_ref, category, occurred_from, description)"
        f" VALUES ('{row}', 'polis', '{ref}', 'klotter', {occurred}, '{PLANTED} 1')",
        f"UPDATE est.incident SET description = '{PLANTED} 2', base_version = 1 WHERE uuid = '{row}'",
        f"UPDATE est.incident SET deleted_at = now(), base_version = 2 WHERE uuid = '{row}'",
    )  # fmt: skip
    return row


def test_a_forgotten_incident_is_in_no_table(server: Server, name: str) -> None:
    row = plant_incident(server, name, "7")
    run(
        server, name, "anna",
        "INSERT INTO est.quarantine (batch, source, row_number, row_hash, source_ref, raw, reasons)"
        " SELECT max(id), 'polis', 2, 'other', '77', '{\"Id\": \"77\", \"Antal\": \"7\"}', '[]' FROM est.import_batch",
    )  # fmt: skip
    assert dump(server, name).count(PLANTED) == 3
    assert run(server, name, "ada", f"SELECT est.forget('{row}')") == {"table": "incident", "uuid": row}
    assert PLANTED not in dump(server, name)
    assert run(server, name, "ada", "SELECT string_agg(row_hash, ' ') FROM est.quarantine") == "other"
    assert run(server, name, "ada", f"SELECT operation || changed_by FROM est.history WHERE row_uuid = '{row}'") == (
        "forgetada"
    )


def test_a_forgotten_row_that_others_refer_to_is_an_empty_shell(server: Server, name: str) -> None:
    measure, stop, seen = (str(uuid.uuid4()) for _ in range(3))
    run(
        server, name, "anna",
        "INSERT INTO est.measure (uuid, kind, title, public_text, registry_no, geom)"
        f" VALUES ('{measure}', 'BEL', '{PLANTED} 1', '{PLANTED} 2', '{PLANTED} 3', 'POINT(1 1)')",
        f"UPDATE est.measure SET title = 'New', base_version = 1 WHERE uuid = '{measure}'",
        f"INSERT INTO est.measure_event (measure, status, note) VALUES ('{measure}', 'proposed', '{PLANTED} 4')",
        f"INSERT INTO est.walk_stop (uuid, comment) VALUES ('{stop}', '{PLANTED} 5')",
        "INSERT INTO est.observation (uuid, walk_stop, item, comment, reply)"
        f" VALUES ('{seen}', '{stop}', 'BEL', '{PLANTED} 6', '{PLANTED} 7')",
    )  # fmt: skip
    for row in (measure, stop, seen):
        run(server, name, "ada", f"SELECT est.forget('{row}')")
    assert PLANTED not in dump(server, name)
    kept = "SELECT kind || status FROM est.measure WHERE geom IS NULL AND deleted_at IS NOT NULL"
    assert run(server, name, "ada", kept) == "BELproposed"


def test_every_table_under_guard_can_be_forgotten(server: Server, name: str) -> None:
    rows = {
        "hotspot": "(uuid, name) VALUES ({0}, 'x')",
        "cause": "(uuid, hotspot, problem) VALUES ({0}, (SELECT uuid FROM est.hotspot), 'x')",
        "walk": "(uuid, title) VALUES ({0}, 'x')",
        "measure": "(uuid, kind, title) VALUES ({0}, 'BEL', 'x')",
        "traffic_rule": "(uuid, measure, vehicles) VALUES ({0}, (SELECT uuid FROM est.measure), 'x')",
        "meeting": "(uuid, kind, held_at, notes) VALUES ({0}, 'council', now(), 'x')",
        "agenda_item": "(uuid, meeting, number, title) VALUES ({0}, (SELECT uuid FROM est.meeting), 1, 'x')",
        "decision": "(uuid, meeting, number, text) VALUES ({0}, (SELECT uuid FROM est.meeting), 1, 'x')",
        "promise": "(uuid, period_start, period_end, text) VALUES ({0}, now(), now(), 'x')",
        "inventory_item": "(uuid, year, kind, comment) VALUES ({0}, 2026, 'x', 'x')",
        "survey_area": "(uuid, name, survey, year) VALUES ({0}, 'x', 'x', 2026)",
        "effect": (
            "(uuid, measure, before_start, before_end, after_start, after_end, counts, estimates, verdict)"
            " VALUES ({0}, (SELECT uuid FROM est.measure), now(), now(), now(), now(), 'x', 'x', 'x')"
        ),
    }
    for table, values in rows.items():
        run(
            server,
            name,
            "anna",
            f"INSERT INTO est.{table} " + values.format("gen_random_uuid()").replace("'x'", f"'{PLANTED}'"),
        )
    for table in rows:
        run(server, name, "ada", f"SELECT est.forget(uuid) FROM est.{table}")
    assert PLANTED not in dump(server, name)


def test_work_on_a_row_that_was_forgotten_meanwhile_does_not_bring_it_back(server: Server, name: str) -> None:
    row = str(uuid.uuid4())
    run(
        server, name, "anna",
        f"INSERT INTO est.measure (uuid, kind, title) VALUES ('{row}', 'BEL', 'Lamp')",
        "UPDATE est.measure SET title = 'Light', base_version = 1",
    )  # fmt: skip
    run(server, name, "ada", f"SELECT est.forget('{row}')")
    for base in (1, 2):
        with pytest.raises(psycopg2.Error, match="EST002"):
            run(server, name, "anna", f"UPDATE est.measure SET description = '{PLANTED}', base_version = {base}")
    assert PLANTED not in dump(server, name)


def test_a_uuid_that_stands_in_two_tables_hides_neither_row(server: Server, name: str) -> None:
    row = plant_incident(server, name, "7")
    run(
        server, name, "anna",
        "INSERT INTO est.agenda_item (uuid, meeting, number, title)"
        f" VALUES ('{row}', '{_meeting(server, name)}', 1, 'x')",
        f"UPDATE est.agenda_item SET title = '{PLANTED}', base_version = 1",
    )  # fmt: skip
    with pytest.raises(psycopg2.Error, match="title"):
        run(server, name, "anna", "UPDATE est.agenda_item SET title = 'y', base_version = 1")
    assert run(server, name, "ada", f"SELECT est.forget('{row}')") == {"table": "agenda_item, incident", "uuid": row}
    assert PLANTED not in dump(server, name)


def _meeting(server: Server, name: str) -> str:
    query = "INSERT INTO est.meeting (uuid, kind, held_at) VALUES (gen_random_uuid(), 'council', now()) RETURNING uuid"
    return str(run(server, name, "anna", query))


def test_a_uuid_that_nobody_has_is_told(server: Server, name: str) -> None:
    with pytest.raises(psycopg2.Error, match="No row has the uuid"):
        run(server, name, "ada", "SELECT est.forget(gen_random_uuid())")


def test_purge_scrubs_what_is_older_than_the_retention_and_nothing_else(server: Server, name: str) -> None:
    old = plant_incident(server, name, "old", "now() - interval '25 months'")
    assert run(server, name, "ada", "SELECT est.purge()") == {
        "incidents": 1,
        "quarantine": 1,
        "shells": 0,
        "history": 0,
    }
    assert PLANTED not in dump(server, name)
    log = f"SELECT string_agg(operation, ' ') FROM est.history WHERE row_uuid = '{old}'"
    assert run(server, name, "ada", log) == "purge"
    plant_incident(server, name, "new")
    assert run(server, name, "ada", "SELECT est.purge()") == {
        "incidents": 0,
        "quarantine": 0,
        "shells": 0,
        "history": 0,
    }
    assert dump(server, name).count(PLANTED) == 3
    run(server, name, "postgres", "SET ROLE est_owner; UPDATE est.incident SET deleted_at = now() - interval '31 days'")
    run(
        server,
        name,
        "postgres",
        "UPDATE est.quarantine SET outcome = 'discarded', resolved_at = now() - interval '31 days'",
    )
    assert run(server, name, "ada", "SELECT est.purge()") == {
        "incidents": 1,
        "quarantine": 1,
        "shells": 0,
        "history": 0,
    }
    assert PLANTED not in dump(server, name)


def test_purge_lets_old_history_go_and_the_guard_stays_careful(server: Server, name: str) -> None:
    row = str(uuid.uuid4())
    run(
        server, name, "anna",
        f"INSERT INTO est.measure (uuid, kind, title) VALUES ('{row}', 'BEL', '{PLANTED}')",
        "UPDATE est.measure SET title = 'New', base_version = 1",
    )  # fmt: skip
    run(server, name, "postgres", "SET ROLE est_owner; UPDATE est.history SET changed_at = now() - interval '3 years'")
    assert run(server, name, "ada", "SELECT est.purge()") == {
        "incidents": 0,
        "quarantine": 0,
        "shells": 0,
        "history": 2,
    }
    assert PLANTED not in dump(server, name)
    with pytest.raises(psycopg2.Error, match="EST002"):
        run(server, name, "anna", "UPDATE est.measure SET description = 'x', base_version = 1")


def test_a_retention_that_would_purge_everything_is_refused(server: Server, name: str) -> None:
    with pytest.raises(psycopg2.errors.CheckViolation):
        run(server, name, "ada", "UPDATE est.meta SET retention_months = 0")


#: What else than rows has to come back: triggers, policies, rights, owners, and the limits of logins.
RESTORED = {
    "triggers": "SELECT pg_get_triggerdef(oid) AS one FROM pg_trigger WHERE NOT tgisinternal",
    "policies": "SELECT p::text AS one FROM pg_policies p",
    "functions": """
        SELECT concat_ws(' ', pg_get_functiondef(oid), proowner::regrole, proacl) AS one
        FROM pg_proc WHERE pronamespace = 'est'::regnamespace
    """,
    "tables": """
        SELECT concat_ws(' ', relname, relowner::regrole, relacl, relrowsecurity, relforcerowsecurity, reloptions)
            AS one
        FROM pg_class WHERE relnamespace = 'est'::regnamespace
    """,
    "columns": """
        SELECT concat_ws(' ', relname, attname, attacl) AS one
        FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
        WHERE relnamespace = 'est'::regnamespace AND attacl IS NOT NULL
    """,
    "limits": """
        SELECT concat_ws(' ', setrole::regrole, setconfig) AS one
        FROM pg_db_role_setting JOIN pg_database d ON d.oid = setdatabase WHERE datname = current_database()
    """,
    "who may connect": "SELECT unnest(datacl)::text AS one FROM pg_database WHERE datname = current_database()",
}


def _all(server: Server, name: str, query: str) -> list[str]:
    return sorted(run(server, name, "postgres", f"SELECT array_agg(one) FROM ({query}) AS found"))


def test_a_backup_restores_whole(server: Server, name: str) -> None:
    row = plant_incident(server, name, "1")
    server.execute(name, "SELECT est.limit_login('anna')", f"REVOKE CONNECT ON DATABASE {name} FROM PUBLIC")
    server.execute(name, f"GRANT CONNECT ON DATABASE {name} TO est_reader, est_reporter")
    before = {what: _all(server, name, query) for what, query in RESTORED.items()}
    place = ["-h", server.folder, "-p", str(server.port), "-U", "postgres"]
    command = [binaries() / "pg_dump", "-Fc", *place, name]
    backup = subprocess.run(command, check=True, capture_output=True).stdout
    server.execute("postgres", f"DROP DATABASE {name} WITH (FORCE)")
    restore = [binaries() / "pg_restore", "--exit-on-error", "--create", *place, "-d", "postgres"]
    subprocess.run(restore, input=backup, check=True)
    assert {what: _all(server, name, query) for what, query in RESTORED.items()} == before
    assert dump(server, name).count(PLANTED) == 3
    with pytest.raises(psycopg2.Error, match="EST002"):
        run(server, name, "anna", f"UPDATE est.incident SET place = 'x', base_version = 1 WHERE uuid = '{row}'")
    assert run(server, name, "ada", "SELECT count(*) FROM est.category") > 0
