# SPDX-License-Identifier: GPL-2.0-or-later
"""Who sees and does what: every role tries everything it may not, through tables, views, functions, counts, extents."""

from __future__ import annotations

import json
import subprocess
import uuid
from contextlib import closing
from typing import TYPE_CHECKING, Any

import psycopg2
import pytest
from qgis.core import Qgis, QgsDefaultValue, QgsGeometry, QgsVectorDataProvider, QgsVectorLayer, QgsVectorLayerUtils
from qgis.PyQt.QtCore import QDateTime

from est_plugin.db import guard
from est_plugin.db.schema_version import POSTGIS
from est_plugin.db.server_database import open_server_database
from tests.postgres import binaries

if TYPE_CHECKING:
    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server

#: Each class of each of two organisations has ten incidents, ten measures and ten hotspots with what hangs on them.
FILL = """
    INSERT INTO est.incident
        (uuid, source, source_ref, category, organisation, occurred_from, description, info_class, geom)
    SELECT gen_random_uuid(), organisation, format('%s-%s', class, n), 'klotter', organisation, now(),
        format('secret of class %s', class), class, ST_SetSRID(ST_MakePoint(1000 * class + n, 1000 * class), 3006)
    FROM unnest(ARRAY['polis', 'skola']) AS organisation, generate_series(0, 3) AS class, generate_series(1, 10) AS n;
    INSERT INTO est.hotspot (uuid, name, info_class)
    SELECT gen_random_uuid(), format('place of class %s', class), class
    FROM generate_series(0, 3) AS class, generate_series(1, 10);
    INSERT INTO est.measure (uuid, kind, title, hotspot, info_class)
    SELECT gen_random_uuid(), 'BEL', name, uuid, info_class FROM est.hotspot;
    INSERT INTO est.cause (uuid, hotspot, problem) SELECT gen_random_uuid(), uuid, name FROM est.hotspot;
    INSERT INTO est.traffic_rule (uuid, measure) SELECT gen_random_uuid(), uuid FROM est.measure;
    INSERT INTO est.meeting (uuid, kind, held_at) VALUES (gen_random_uuid(), 'operative', now());
    INSERT INTO est.decision (uuid, meeting, number, text, hotspot, measure)
    SELECT gen_random_uuid(), (SELECT uuid FROM est.meeting), 1, title, hotspot, uuid FROM est.measure;
    INSERT INTO est.import_batch
        (uuid, source, file_name, sha256, mapping, columns, rows_read, accepted, known, changed, quarantined,
        imported_at)
    VALUES (gen_random_uuid(), 'polis', 'a.csv', '', '', '[]', 1, 0, 0, 0, 1, now());
    INSERT INTO est.quarantine (batch, source, row_number, row_hash, source_ref, raw, reasons)
    SELECT id, 'polis', 1, 'x', 'x', '{}', '[]' FROM est.import_batch;
"""


@pytest.fixture
def filled(server: Server, server_database: ServerDatabase) -> str:
    """Name of a database with rows of all classes."""
    server.execute(server_database.address.name, FILL)
    return server_database.address.name


def answer(server: Server, name: str, login: str, query: str) -> Any:
    with closing(server.connect(name, login)) as connection, connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchone()[0]


#: Rows that each login sees: rita is a reader, polly reports for the police, anna edits, ada administers.
VISIBLE = {
    "incident": {"rita": 40, "polly": 30, "anna": 60, "ada": 80},
    "hotspot": {"rita": 20, "anna": 30, "ada": 40},
    "measure": {"rita": 20, "anna": 30, "ada": 40},
    "cause": {"rita": 20, "anna": 30, "ada": 40},
    "traffic_rule": {"rita": 20, "anna": 30, "ada": 40},
    "decision": {"rita": 20, "anna": 30, "ada": 40},
    "measure_event": {"rita": 20, "anna": 30, "ada": 40},
    "meeting": {"rita": 1, "anna": 1, "ada": 1},
    "import_batch": {"anna": 1, "ada": 1},
    "quarantine": {"anna": 1, "ada": 1},
    "history": {"anna": 60 + 4 * 30 + 30 + 1, "ada": 80 + 5 * 40 + 1},
    "incident_reading": {"rita": 40, "anna": 60, "ada": 80},
}
LOGINS = ("rita", "polly", "anna", "ada", "nils")


@pytest.mark.parametrize("login", LOGINS)
def test_each_login_sees_its_rows_and_no_others(server: Server, filled: str, login: str) -> None:
    for table, seen in VISIBLE.items():
        query = f"SELECT count(*) FROM est.{table}"
        if login in seen:
            assert answer(server, filled, login, query) == seen[login], table
        else:
            with pytest.raises(psycopg2.errors.InsufficientPrivilege):
                answer(server, filled, login, query)


@pytest.mark.parametrize(("login", "highest"), [("rita", 1), ("polly", 2), ("anna", 2), ("ada", 3)])
def test_counts_extents_and_joins_hold_no_more_than_the_rows(
    server: Server, filled: str, login: str, highest: int
) -> None:
    assert answer(server, filled, login, "SELECT max(info_class) FROM est.incident") == highest
    extent = answer(server, filled, login, "SELECT ST_XMax(ST_Extent(geom)) FROM est.incident")
    assert extent == 1000 * highest + 10
    near = "SELECT count(*) FROM est.incident WHERE geom && ST_MakeEnvelope(3000, 2999, 3100, 3001, 3006)"
    assert (answer(server, filled, login, near) > 0) == (highest == 3)


@pytest.mark.parametrize(("login", "rows", "x"), [("rita", 40, 1010), ("polly", 30, 2010), ("anna", 60, 2010)])
def test_qgis_counts_and_frames_only_what_the_login_sees(
    server: Server, filled: str, login: str, rows: int, x: float
) -> None:
    database = open_server_database(server.address(filled, login))
    table = "incident_reading" if login == "rita" else "incident"
    layer = QgsVectorLayer(database.layer_source(table), login, "postgres")
    assert layer.isValid(), layer.error().message()
    assert (layer.featureCount(), layer.extent().xMaximum()) == (rows, x)
    assert len(list(layer.getFeatures())) == rows
    capabilities = layer.dataProvider().capabilities()
    may = {
        what
        for what in ("AddFeatures", "ChangeAttributeValues", "DeleteFeatures")
        if capabilities & getattr(QgsVectorDataProvider, what)
    }
    assert may == {
        "rita": set(), "polly": {"AddFeatures"}, "anna": {"AddFeatures", "ChangeAttributeValues"},
    }[login]  # fmt: skip


def test_a_reporter_adds_for_the_own_organisation_in_qgis_and_for_no_other(server: Server, filled: str) -> None:
    database = open_server_database(server.address(filled, "polly"))
    layer = QgsVectorLayer(database.layer_source("incident"), "polly", "postgres")
    for organisation, is_saved in (("skola", False), ("polis", True)):
        values = {
            "uuid": str(uuid.uuid4()), "source": "qgis", "source_ref": organisation, "category": "klotter",
            "organisation": organisation, "occurred_from": QDateTime.currentDateTimeUtc(),
        }  # fmt: skip
        attributes = {layer.fields().indexOf(name): value for name, value in values.items()}
        layer.startEditing()
        layer.addFeature(QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt("POINT(1 1)"), attributes))
        assert layer.commitChanges() is is_saved, layer.commitErrors()
        assert layer.isEditable() is not is_saved
        layer.rollBack()
    assert answer(
        server, filled, "ada", "SELECT string_agg(source_ref, ' ') FROM est.incident WHERE source = 'qgis'"
    ) == ("polis")


def test_descriptions_are_not_for_readers(server: Server, filled: str) -> None:
    for query in (
        "SELECT description FROM est.incident",
        "SELECT * FROM est.incident",
        "SELECT count(*) FROM est.incident WHERE description LIKE 'secret%'",
        "SELECT row_to_json(i) FROM est.incident i",
        "SELECT description FROM est.incident_reading",
        "SELECT content_hash FROM est.incident",
        "SELECT source_ref FROM est.incident",
        "SELECT source_ref FROM est.incident_reading",
    ):
        with pytest.raises((psycopg2.errors.InsufficientPrivilege, psycopg2.errors.UndefinedColumn)):
            answer(server, filled, "rita", query)
    assert answer(server, filled, "polly", "SELECT count(*) FROM est.incident WHERE description LIKE 'secret%'") == 30


def test_every_view_but_the_one_for_imports_looks_with_its_callers_eyes_and_every_function_has_a_fixed_path(
    server: Server, server_database: ServerDatabase
) -> None:
    name = server_database.address.name
    blind = """
        SELECT coalesce(string_agg(relname, ' '), '') FROM pg_class WHERE relnamespace = 'est'::regnamespace
        AND relkind IN ('v', 'm') AND NOT coalesce('security_invoker=true' = ANY (reloptions), false)
    """
    assert answer(server, name, "postgres", blind) == "known_report"
    loose = """
        SELECT coalesce(string_agg(proname, ' '), '') FROM pg_proc WHERE pronamespace = 'est'::regnamespace
        AND prosqlbody IS NULL
        AND NOT EXISTS (SELECT FROM unnest(proconfig) AS setting WHERE setting LIKE 'search_path=pg_catalog,%pg_temp')
    """
    assert answer(server, name, "postgres", loose) == ""
    public = """
        SELECT coalesce(string_agg(proname, ' '), '') FROM pg_proc WHERE pronamespace = 'est'::regnamespace
        AND prosqlbody IS NULL
        AND has_function_privilege('nils', oid, 'EXECUTE')
    """
    assert answer(server, name, "postgres", public) == ""
    unforced = """
        SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class WHERE relnamespace = 'est'::regnamespace
        AND relkind = 'r' AND NOT (relrowsecurity AND relforcerowsecurity)
    """
    lists = "category category_group checklist_item measure_kind measure_step meta organisation"
    open_to_all = f"{lists} participant_role traffic_term"
    assert answer(server, name, "postgres", unforced) == open_to_all


INSERT = (
    "INSERT INTO est.incident (uuid, source, source_ref, category, organisation, occurred_from, info_class)"
    " VALUES (gen_random_uuid(), 'x', '{ref}', 'klotter', '{organisation}', now(), {info_class})"
)
CHANGESET = json.dumps(
    {
        "changes": [
            {
                "table": "measure",
                "op": "insert",
                "uuid": "00000000-0000-4000-8000-000000000001",
                "values": {"kind": "BEL"},
            }
        ]
    }
)
APPLY = f"SELECT est.apply_changeset(gen_random_uuid(), '{CHANGESET}')"
READER_MAY_NOT = [
    INSERT.format(ref=1, organisation="polis", info_class=0),
    "UPDATE est.incident SET place = 'x', base_version = 1",
    "UPDATE est.measure SET title = 'x', base_version = 1",
    "DELETE FROM est.measure",
    "UPDATE est.category SET name_sv = 'x'",
    "SELECT est.forget(gen_random_uuid())",
    "SELECT est.purge()",
    APPLY,
    "CREATE TABLE est.mine (a int)",
    "CREATE FUNCTION est.now() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "SET ROLE est_editor",
    "SET ROLE est_owner",
    "SET SESSION AUTHORIZATION ada",
    "ALTER TABLE est.incident DISABLE ROW LEVEL SECURITY",
    "DROP SCHEMA est CASCADE",
    "SELECT est.clashing_columns('measure', gen_random_uuid(), 1, 2, '{}')",
]
EDITOR_MAY_NOT = [
    "DELETE FROM est.incident",
    "DELETE FROM est.measure",
    "TRUNCATE est.incident CASCADE",
    "INSERT INTO est.history SELECT * FROM est.history",
    "UPDATE est.history SET old = '{}'",
    "DELETE FROM est.history",
    "UPDATE est.changeset SET kind = 'x'",
    "DELETE FROM est.changeset",
    "INSERT INTO est.changeset VALUES (gen_random_uuid(), 'bo', now(), 'edit', '{}')",
    "INSERT INTO est.changeset VALUES (gen_random_uuid(), session_user, now() - interval '1 day', 'edit', '{}')",
    "UPDATE est.changeset SET at = now(), by_user = session_user",
    "UPDATE est.meta SET schema_version = 9",
    "UPDATE est.category SET name_sv = 'x'",
    "SELECT est.forget(gen_random_uuid())",
    "SELECT est.purge()",
    "ALTER TABLE est.incident DISABLE TRIGGER ALL",
    "ALTER TABLE est.incident NO FORCE ROW LEVEL SECURITY",
    "CREATE POLICY mine ON est.incident USING (true)",
    "SET session_replication_role = replica",
    "SET ROLE est_admin",
    "SET ROLE est_owner",
    "DROP TABLE est.quarantine",
    # Nothing new above the own clearance.
    INSERT.format(ref=2, organisation="polis", info_class=3),
    # What was, stays as it was.
    "UPDATE est.measure_event SET note = 'x'",
    "INSERT INTO est.measure_event (measure, status, at) SELECT uuid, 'done', '2020-01-01' FROM est.measure",
    "UPDATE est.import_batch SET rows_read = 0",
    "UPDATE est.quarantine SET raw = '{}'",
]
FORBIDDEN = {
    "nils": ["SELECT * FROM est.meta", "SELECT est.guarded_tables()", *READER_MAY_NOT],
    "rita": READER_MAY_NOT,
    "polly": [
        *(act for act in READER_MAY_NOT if act != READER_MAY_NOT[0]),
        "SELECT count(*) FROM est.hotspot",
        INSERT.format(ref=3, organisation="skola", info_class=0),
        INSERT.format(ref=4, organisation="polis", info_class=3),
        "SELECT est.is_visible('hotspot', gen_random_uuid())",
    ],
    "anna": EDITOR_MAY_NOT,
    "ada": [
        act
        for act in EDITOR_MAY_NOT
        if not act.startswith(("UPDATE est.category", "SELECT est.", "INSERT INTO est.incident"))
        and act != "SET ROLE est_admin"
    ],
}  # fmt: skip


@pytest.mark.parametrize("login", FORBIDDEN)
def test_no_role_can_do_what_it_may_not(server: Server, filled: str, login: str) -> None:
    codes = {}
    with closing(server.connect(filled, login)) as connection:
        for act in FORBIDDEN[login]:
            try:
                with connection, connection.cursor() as cursor:
                    cursor.execute(act)
                codes[act] = "done"
            except psycopg2.Error as error:
                codes[act] = error.pgcode
    assert {act: code for act, code in codes.items() if code != "42501"} == {}


def test_a_table_name_is_never_taken_for_sql(server: Server, filled: str) -> None:
    with pytest.raises(psycopg2.errors.UndefinedTable):
        answer(server, filled, "polly", "SELECT est.is_visible('incident i, est.quarantine', gen_random_uuid())")


ALLOWED = {
    "polly": [INSERT.format(ref=5, organisation="polis", info_class=2)],
    "anna": [
        INSERT.format(ref=6, organisation="skola", info_class=2),
        "UPDATE est.measure SET title = 'x', base_version = version WHERE info_class = 0",
        "UPDATE est.measure SET deleted_at = now(), base_version = version WHERE info_class = 0",
        "INSERT INTO est.measure_event (measure, status, note) SELECT uuid, status, 'x' FROM est.measure",
        "UPDATE est.quarantine SET outcome = 'discarded', note = 'x', resolved_at = now()",
        APPLY,
    ],
    "ada": [
        "UPDATE est.category SET name_sv = 'Tagg' WHERE code = 'klotter'",
        "UPDATE est.meta SET retention_months = 12",
        "UPDATE est.incident SET info_class = 3, base_version = version",
        "SELECT est.purge()",
    ],
}


@pytest.mark.parametrize("login", ALLOWED)
def test_each_role_can_do_its_work(server: Server, filled: str, login: str) -> None:
    with closing(server.connect(filled, login)) as connection, connection.cursor() as cursor:
        for act in ALLOWED[login]:
            cursor.execute(act)
        connection.commit()


@pytest.mark.parametrize("table", ["incident", "hotspot", "measure"])
def test_an_editor_protects_a_row_which_then_leaves_the_editors_sight(server: Server, filled: str, table: str) -> None:
    row = answer(server, filled, "ada", f"SELECT uuid FROM est.{table} WHERE info_class = 1 LIMIT 1")
    seen = f"SELECT count(*) FROM est.{table} WHERE uuid = '{row}'"
    with closing(server.connect(filled, "anna")) as connection, connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE est.{table} SET info_class = 3, base_version = 1 WHERE uuid = '{row}' RETURNING version"
        )
        assert cursor.fetchone()[0] == 2
        cursor.execute(f"UPDATE est.{table} SET geom = NULL, base_version = 2 WHERE uuid = '{row}'")
        connection.commit()
        with pytest.raises(psycopg2.Error, match="EST005"):
            cursor.execute(f"UPDATE est.{table} SET info_class = 1, base_version = 2 WHERE uuid = '{row}'")
    assert [answer(server, filled, login, seen) for login in ("rita", "anna", "bo", "ada")] == [0, 0, 0, 1]
    assert answer(server, filled, "anna", f"SELECT count(*) FROM est.history WHERE row_uuid = '{row}'") == 0


def test_an_import_knows_a_protected_report_by_its_case_number_and_by_nothing_else(server: Server, filled: str) -> None:
    server.execute(filled, "BEGIN; SET LOCAL ROLE est_owner; UPDATE est.incident SET content_hash = 'hash'; COMMIT")
    known = "SELECT string_agg(source_ref || ' ' || content_hash, ', ') FROM est.known_report"
    ask = f"{known} WHERE source = 'polis' AND source_ref IN ('1-1', '3-1', '4-1')"
    assert answer(server, filled, "anna", ask) == "1-1 hash, 3-1 "
    for login in ("rita", "polly", "nils"):
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            answer(server, filled, login, ask)


def test_an_editor_protects_a_measure_while_it_takes_a_step(server: Server, filled: str) -> None:
    row = answer(server, filled, "ada", "SELECT uuid FROM est.measure WHERE info_class = 1 LIMIT 1")
    values = {"info_class": 3, "status": "decided"}
    change = {"table": "measure", "op": "update", "uuid": row, "base_version": 1, "values": values}
    with closing(server.connect(filled, "anna")) as connection, connection, connection.cursor() as cursor:
        cursor.execute("SELECT est.apply_changeset(gen_random_uuid(), %s)", (json.dumps({"changes": [change]}),))
    steps = f"SELECT string_agg(status, ' ' ORDER BY id) FROM est.measure_event WHERE measure = '{row}'"
    assert answer(server, filled, "ada", steps) == "proposed decided"
    assert answer(server, filled, "anna", steps) is None


def test_an_editor_protects_an_incident_in_qgis(server: Server, filled: str) -> None:
    database = open_server_database(server.address(filled, "anna"))
    layer = QgsVectorLayer(database.layer_source("incident"), "anna", "postgres")
    field = layer.fields().indexOf(guard.BASE_VERSION_FIELD)
    layer.setDefaultValueDefinition(field, QgsDefaultValue(guard.BASE_VERSION_EXPRESSION, True))
    row = next(layer.getFeatures())
    assert layer.startEditing()
    assert layer.changeAttributeValue(row.id(), layer.fields().indexOf("info_class"), 3)
    assert layer.changeGeometry(row.id(), QgsGeometry.fromWkt("POINT(5 5)"))
    assert layer.commitChanges(), layer.commitErrors()
    layer.dataProvider().reloadData()
    assert layer.featureCount() == len(list(layer.getFeatures())) == 59
    raised = f"SELECT ST_AsText(geom) FROM est.incident WHERE uuid = '{row['uuid']}' AND info_class = 3"
    assert answer(server, filled, "ada", raised) == "POINT(5 5)"


#: Rows of every table a reader sees that can be deleted, with what hangs on them.
DELETABLE = """
    INSERT INTO est.walk (uuid, title) VALUES (gen_random_uuid(), 'x');
    INSERT INTO est.walk_stop (uuid, walk) SELECT gen_random_uuid(), uuid FROM est.walk;
    INSERT INTO est.observation (uuid, walk_stop, item) SELECT gen_random_uuid(), uuid, 'BEL' FROM est.walk_stop;
    INSERT INTO est.walk_participant (uuid, walk, role) SELECT gen_random_uuid(), uuid, 'police' FROM est.walk;
    INSERT INTO est.agenda_item (uuid, meeting, number, title) SELECT gen_random_uuid(), uuid, 1, 'x' FROM est.meeting;
    INSERT INTO est.survey_area (uuid, name, survey, year) VALUES (gen_random_uuid(), 'x', 'x', 2026);
    INSERT INTO est.promise (uuid, period_start, period_end, text) VALUES (gen_random_uuid(), now(), now(), 'x');
    INSERT INTO est.inventory_item (uuid, year, kind) VALUES (gen_random_uuid(), 2026, 'x');
    INSERT INTO est.effect (uuid, measure, before_start, before_end, after_start, after_end, counts, estimates, verdict)
    SELECT gen_random_uuid(), uuid, now(), now(), now(), now(), '', '', '' FROM est.measure;
    INSERT INTO est.measure_incident (uuid, measure, incident)
    SELECT gen_random_uuid(), m.uuid, i.uuid FROM est.measure m JOIN est.incident i USING (info_class);
"""
#: What hangs on the rows of a table, and goes out of a reader's sight with them.
HANGING = {
    "walk": ("walk_stop",),
    "meeting": ("agenda_item", "decision"),
    "hotspot": ("cause",), "measure": ("traffic_rule", "effect", "measure_event", "measure_incident"),
    "incident": ("measure_incident",),
}  # fmt: skip


def test_a_reader_sees_nothing_deleted_nor_what_hangs_on_it_and_an_editor_may_restore_it(
    server: Server, filled: str
) -> None:
    server.execute(filled, DELETABLE)
    tables = set(answer(server, filled, "ada", "SELECT array_agg(name) FROM est.guarded_tables() AS name"))
    tables -= {"walk_participant", "observation"}
    for table in sorted(tables):
        looked_at = (table, *HANGING.get(table, ()))
        counts = {name: answer(server, filled, "anna", f"SELECT count(*) FROM est.{name}") for name in looked_at}
        for name in looked_at:
            assert answer(server, filled, "rita", f"SELECT count(id) FROM est.{name}") > 0, name
        server.execute(filled, f"BEGIN; SET LOCAL ROLE est_owner; UPDATE est.{table} SET deleted_at = now(); COMMIT")
        for name in looked_at:
            assert answer(server, filled, "rita", f"SELECT count(id) FROM est.{name}") == 0, name
            assert answer(server, filled, "anna", f"SELECT count(*) FROM est.{name}") == counts[name], name
        server.execute(filled, f"BEGIN; SET LOCAL ROLE est_owner; UPDATE est.{table} SET deleted_at = NULL; COMMIT")


def test_a_changeset_gives_a_reporter_no_more_than_the_table_does(server: Server, filled: str) -> None:
    def content(organisation: str, info_class: int) -> str:
        values = {
            "source": "app", "source_ref": organisation, "category": "klotter", "organisation": organisation,
            "occurred_from": "2026-11-01T12:00Z", "info_class": info_class,
        }  # fmt: skip
        row = "00000000-0000-4000-8000-000000000002"
        return json.dumps({"changes": [{"table": "incident", "op": "insert", "uuid": row, "values": values}]})

    query = "SELECT est.apply_changeset(gen_random_uuid(), %s)"
    with closing(server.connect(filled, "polly")) as connection:
        for organisation, info_class in (("skola", 1), ("polis", 3)):
            with connection.cursor() as cursor, pytest.raises(psycopg2.errors.InsufficientPrivilege):
                cursor.execute(query, (content(organisation, info_class),))
            connection.rollback()
        with connection, connection.cursor() as cursor:
            cursor.execute(query, (content("polis", 1),))
            assert cursor.fetchone()[0]["rows"][0]["version"] == 1
    signed = "SELECT changed_by FROM est.incident WHERE source = 'app'"
    assert answer(server, filled, "ada", signed) == "polly"


def test_with_the_superusers_lines_estimates_tell_no_extent(server: Server, filled: str) -> None:
    script = [binaries() / "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", server.folder, "-p", str(server.port)]
    subprocess.run([*script, "-U", "postgres", "-d", filled, "-f", POSTGIS / "superuser.sql"], check=True)
    server.execute(filled, "ANALYZE est.incident")
    for query in (
        "SELECT ST_EstimatedExtent('est', 'incident', 'geom')",
        "SELECT _postgis_index_extent('est.incident', 'geom')",
        "SELECT _postgis_stats('est.incident', 'geom')",
    ):
        for login in ("rita", "polly", "anna"):
            with pytest.raises(psycopg2.errors.InsufficientPrivilege):
                answer(server, filled, login, query)
    statistics = "SELECT count(*) FROM pg_stats WHERE schemaname = 'est' AND tablename = 'incident'"
    assert answer(server, filled, "rita", statistics) == 0
    database = open_server_database(server.address(filled, "rita"))
    layer = QgsVectorLayer(database.layer_source("incident_reading"), "rita", "postgres")
    assert layer.geometryType() == Qgis.GeometryType.Point
    assert layer.extent().xMaximum() == 1010


def test_a_personal_login_gets_its_limits(server: Server, filled: str) -> None:
    server.execute(filled, "SELECT est.limit_login('anna')")
    limits = "SELECT current_setting('statement_timeout') || ' ' || current_setting('lock_timeout')"
    assert answer(server, filled, "anna", limits) == "1min 5s"
    assert answer(server, filled, "bo", limits) == "0 0"
