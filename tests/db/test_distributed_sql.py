# SPDX-License-Identifier: GPL-2.0-or-later
"""What a distributed PostgreSQL (Citus) refuses of our SQL is what ``docs/dba.md`` says has to change, and no more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from est_plugin.db.schema_version import POSTGIS
from tests.postgres import cursor_on

if TYPE_CHECKING:
    from collections.abc import Iterable

    from psycopg2.extras import RealDictCursor

    from est_plugin.db.server_database import ServerDatabase

#: Lists that are the same for all municipalities; every other table would be distributed by municipality.
REFERENCE_TABLES = (
    "category", "category_group", "checklist_item", "measure_kind", "measure_step", "organisation", "participant_role",
    "traffic_term",
)  # fmt: skip
#: Citus refuses triggers on distributed tables, unless they are allowed as unsafe. So these would have to be left out.
LEFT_OUT = {
    "trigger guard_insert", "trigger guard_inserted", "trigger guard_update", "trigger guard_delete",
    "trigger guard_touched", "trigger measure_status_inserted", "trigger measure_status_updated",
    "trigger measure_step_checked", "trigger traffic_rule_checked",
}  # fmt: skip
#: What works on one node only or within one municipality only: file, construct.
ON_ONE_NODE = {
    ("009_changesets.sql", "advisory lock"),
    ("009_changesets.sql", "notice"),
    ("010_privacy.sql", "row lock"),
    ("013_presence.sql", "row lock"),
    ("013_presence.sql", "unlogged table"),
    ("default_styles.sql", "small sequence"),
}
#: Stays on the node that the clients speak to.
LOCAL_TABLE = "presence"
CONSTRUCTS = {
    "advisory lock": r"pg_(try_)?advisory",
    "notice": r"pg_notify|\bLISTEN\b|\bNOTIFY\b",
    "rule": r"\bCREATE (OR REPLACE )?RULE\b",
    "row lock": r"\bFOR (NO KEY )?(UPDATE|SHARE)\b(?! TO\b)",
    "recursive query": r"\bRECURSIVE\b",
    "sample": r"\bTABLESAMPLE\b",
    "grouping sets": r"\b(GROUPING SETS|ROLLUP|CUBE)\b",
    "merge": r"\bMERGE INTO\b",
    "inheritance": r"\bINHERITS\b",
    "partitions": r"\bPARTITION BY\b",
    "exclusion": r"\bEXCLUDE USING\b",
    "unlogged table": r"\bUNLOGGED\b",
    "materialized view": r"\bMATERIALIZED VIEW\b",
    "event trigger": r"\bEVENT TRIGGER\b",
    "large object": r"\blo_(create|import|open)\b",
    "lock of a table": r"\bLOCK TABLE\b",
    "two phases": r"\bPREPARE TRANSACTION\b",
    "small sequence": r"\b(smallint|integer|int)\s+GENERATED\b|\b(small)?serial\b",
}

_TABLES = "c.relnamespace = 'est'::regnamespace AND c.relkind IN ('r', 'p')"
_KEYS = f"""
    SELECT format('key %s', x.indexrelid::regclass) AS found, c.relname, NOT EXISTS (
        SELECT FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum = ANY (x.indkey::int[]) AND a.attname = 'municipality'
    ) AS lacks_municipality
    FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid WHERE {_TABLES} AND x.indisunique
"""
_REFERENCES = f"""
    SELECT format('reference %s to %s', c.relname, t.relname) AS found, c.relname, t.relname AS target, NOT EXISTS (
        SELECT FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum = ANY (k.conkey) AND a.attname = 'municipality'
    ) AS lacks_municipality, EXISTS (SELECT WHERE k.confdeltype <> 'a' OR k.confupdtype <> 'a') AS acts
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
    WHERE {_TABLES} AND k.contype = 'f'
"""
_TRIGGERS = f"""
    SELECT DISTINCT format('trigger %s', g.tgname) AS found
    FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid WHERE {_TABLES} AND NOT g.tgisinternal
"""
_OTHERS = f"""
    SELECT format('small sequence %s', c.relname) AS found FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE {_TABLES} AND a.attidentity <> '' AND a.atttypid <> 'bigint'::regtype
    UNION SELECT format('exclusion %s', c.relname) FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE {_TABLES} AND k.contype = 'x'
    UNION SELECT format('kind of table %s', c.relname) FROM pg_class c
    WHERE {_TABLES} AND (c.relpersistence <> 'p' OR c.relkind <> 'r' OR c.relhassubclass OR c.relhasrules)
"""
#: Give every distributed table its municipality: first in each key, and in each reference between two of them.
_DISTRIBUTE = """
    DO $$
    DECLARE
        lists text[] := %s;
        item record;
    BEGIN
        CREATE TEMPORARY TABLE keys AS
        SELECT k.contype, c.relname, k.conname, pg_get_constraintdef(k.oid) AS definition,
            (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY u.place)
             FROM unnest(k.conkey) WITH ORDINALITY AS u (number, place)
             JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.number) AS columns,
            t.relname AS target,
            (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY u.place)
             FROM unnest(k.confkey) WITH ORDINALITY AS u (number, place)
             JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = u.number) AS target_columns
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid LEFT JOIN pg_class t ON t.oid = k.confrelid
        WHERE c.relnamespace = 'est'::regnamespace AND k.contype IN ('p', 'u', 'f') AND c.relname <> ALL (lists);
        FOR item IN SELECT * FROM keys ORDER BY contype <> 'f' LOOP
            IF item.contype <> 'f' OR item.target <> ALL (lists) THEN
                EXECUTE format('ALTER TABLE est.%%I DROP CONSTRAINT %%I', item.relname, item.conname);
            END IF;
        END LOOP;
        FOR item IN SELECT DISTINCT relname FROM keys WHERE relname <> 'meta' LOOP
            EXECUTE format('ALTER TABLE est.%%I ADD COLUMN municipality text NOT NULL', item.relname);
        END LOOP;
        FOR item IN SELECT * FROM keys ORDER BY contype = 'f' LOOP
            IF item.contype <> 'f' THEN
                EXECUTE format('ALTER TABLE est.%%I ADD %%s (municipality, %%s)', item.relname,
                    CASE item.contype WHEN 'p' THEN 'PRIMARY KEY' ELSE 'UNIQUE' END, item.columns);
            ELSIF item.target <> ALL (lists) THEN
                EXECUTE format(
                    'ALTER TABLE est.%%I ADD FOREIGN KEY (municipality, %%s) REFERENCES est.%%I (municipality, %%s)',
                    item.relname, item.columns, item.target, item.target_columns);
            END IF;
        END LOOP;
    END $$
"""


def refused(cursor: RealDictCursor) -> set[str]:
    """What Citus refuses once the lists are reference tables and all others are distributed by municipality."""

    def rows(query: str) -> Iterable[dict[str, object]]:
        cursor.execute(query)
        return cursor.fetchall()

    whole = {*REFERENCE_TABLES, LOCAL_TABLE}
    keys = {row["found"] for row in rows(_KEYS) if row["relname"] not in whole and row["lacks_municipality"]}
    references = {
        row["found"]
        for row in rows(_REFERENCES)
        if (row["target"] not in REFERENCE_TABLES and (row["relname"] in REFERENCE_TABLES or row["lacks_municipality"]))
        or row["acts"]
    }
    return keys | references | {row["found"] for row in rows(_TRIGGERS)} | {row["found"] for row in rows(_OTHERS)}


def test_with_the_municipality_in_every_key_only_the_triggers_are_refused(server_database: ServerDatabase) -> None:
    with cursor_on(server_database) as cursor:
        before = refused(cursor)
        cursor.execute(_DISTRIBUTE, ([*REFERENCE_TABLES, LOCAL_TABLE],))
        after = refused(cursor)
    assert {"key est.incident_pkey", "reference walk_stop to walk"} <= before
    assert after == LEFT_OUT | {f"kind of table {LOCAL_TABLE}"}


def test_the_check_finds_what_such_an_engine_refuses(server_database: ServerDatabase) -> None:
    with cursor_on(server_database) as cursor:
        cursor.execute(
            "ALTER TABLE est.category ADD COLUMN place uuid REFERENCES est.hotspot (uuid);"
            "CREATE UNLOGGED TABLE est.scrap (a smallint GENERATED ALWAYS AS IDENTITY, EXCLUDE (a WITH =))"
        )
        found = refused(cursor)
    assert {
        "reference category to hotspot", "kind of table scrap", "small sequence scrap", "exclusion scrap",
    } <= found  # fmt: skip


def constructs_in(sql: str) -> set[str]:
    code = re.sub(r"--[^\n]*", "", sql)
    return {name for name, pattern in CONSTRUCTS.items() if re.search(pattern, code, re.IGNORECASE)}


def test_the_sql_files_hold_nothing_that_works_on_one_node_only_but_what_is_known() -> None:
    files = sorted(POSTGIS.rglob("*.sql"))
    assert len(files) > 10
    found = {(path.name, name) for path in files for name in constructs_in(path.read_text(encoding="utf-8"))}
    assert found == ON_ONE_NODE


def test_every_construct_is_recognised() -> None:
    sql = (
        "SELECT pg_advisory_lock(1); NOTIFY qgis; CREATE RULE r AS ON INSERT TO a DO NOTHING; SELECT 1 FOR UPDATE;"
        "WITH RECURSIVE a AS (SELECT 1) SELECT * FROM a TABLESAMPLE system (1) GROUP BY ROLLUP (a); MERGE INTO a;"
        "CREATE UNLOGGED TABLE a (b serial, EXCLUDE USING gist (b WITH =)) INHERITS (c) PARTITION BY RANGE (b);"
        "CREATE MATERIALIZED VIEW a; CREATE EVENT TRIGGER a; SELECT lo_create(0); LOCK TABLE a; PREPARE TRANSACTION 'a'"
    )
    assert constructs_in(sql) == set(CONSTRUCTS)
    assert constructs_in("CREATE POLICY a ON b FOR UPDATE TO c USING (true); -- NOTIFY") == set()


def test_the_page_for_administrators_says_the_same() -> None:
    page = (POSTGIS.parents[3] / "docs" / "dba.md").read_text(encoding="utf-8")
    section = page.split("## A distributed PostgreSQL")[1]
    names = [
        LOCAL_TABLE,
        *REFERENCE_TABLES,
        *(trigger.split()[1] for trigger in LEFT_OUT),
        *(name for _, name in ON_ONE_NODE),
    ]
    assert [name for name in names if name not in section] == []
