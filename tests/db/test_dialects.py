# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoPackage and PostGIS hold the same tables: a difference between the two dialects is a failure here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.db import schema_version
from tests.postgres import cursor_on

if TYPE_CHECKING:
    from est_plugin.db.database import Database
    from est_plugin.db.server_database import ServerDatabase

#: What a type of either dialect is, roughly: GeoPackage has no types for uuid and JSON.
ROUGHLY = {
    "integer": "integer", "bigint": "integer", "real": "number", "double precision": "number", "text": "text",
    "uuid": "text", "jsonb": "text", "boolean": "boolean", "date": "date", "datetime": "instant",
    "timestamp with time zone": "instant",
}  # fmt: skip


@dataclass(frozen=True)
class Table:
    """What both dialects can say of a table."""

    #: (type, is it required) by column.
    columns: dict[str, tuple[str, bool]]
    unique: frozenset[frozenset[str]]
    #: (column, table and column it refers to).
    references: frozenset[tuple[str, str, str]]


def geopackage_tables(database: Database) -> dict[str, Table]:
    with database.reading() as connection:
        names = [
            row["table_name"]
            for row in connection.execute(
                "SELECT table_name FROM gpkg_contents WHERE table_name IN"
                " (SELECT name FROM sqlite_master WHERE type = 'table')"
            )
        ]
        tables = {}
        for name in names:
            columns = connection.execute("SELECT * FROM pragma_table_info(?)", (name,)).fetchall()
            keys = connection.execute('SELECT name FROM pragma_index_list(?) WHERE "unique"', (name,)).fetchall()
            unique = [
                frozenset(
                    row["name"] for row in connection.execute("SELECT name FROM pragma_index_info(?)", (key["name"],))
                )
                for key in keys
            ]
            primary = frozenset(column["name"] for column in columns if column["pk"])
            references = connection.execute('SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)', (name,))
            tables[name] = Table(
                columns={
                    column["name"]: (rough(column["type"]), bool(column["notnull"] or column["pk"]))
                    for column in columns
                },
                unique=frozenset([*unique, primary]),
                references=frozenset((row["from"], row["table"], row["to"]) for row in references),
            )
    return tables


#: Who is there right now: nobody but oneself in a file.
SERVER_ONLY = {"presence"}

_COLUMNS = """
    SELECT c.relname AS table_name, a.attname AS name, a.attnotnull AS is_required,
        lower(regexp_replace(format_type(a.atttypid, a.atttypmod), '^geometry\\((.*),\\d+\\)$', '\\1')) AS type
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'est'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
"""
_UNIQUE = """
    SELECT c.relname AS table_name, (
        SELECT array_agg(a.attname::text) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
    ) AS columns
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
    WHERE c.relnamespace = 'est'::regnamespace AND i.indisunique
"""
_REFERENCES = """
    SELECT c.relname AS table_name, a.attname AS name, target.relname AS target, b.attname AS target_column
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class target ON target.oid = k.confrelid
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
    WHERE k.contype = 'f' AND c.relnamespace = 'est'::regnamespace
"""


def server_tables(database: ServerDatabase) -> dict[str, Table]:
    with cursor_on(database) as cursor:
        cursor.execute(_COLUMNS)
        columns = cursor.fetchall()
        cursor.execute(_UNIQUE)
        unique = cursor.fetchall()
        cursor.execute(_REFERENCES)
        references = cursor.fetchall()
    return {
        name: Table(
            columns={
                row["name"]: (rough(row["type"]), row["is_required"]) for row in columns if row["table_name"] == name
            },
            unique=frozenset(frozenset(row["columns"]) for row in unique if row["table_name"] == name),
            references=frozenset(
                (row["name"], row["target"], row["target_column"]) for row in references if row["table_name"] == name
            ),
        )
        for name in {row["table_name"] for row in columns}
    }


def rough(kind: str) -> str:
    return ROUGHLY.get(kind.lower(), kind.lower())


def test_both_dialects_have_the_same_tables_columns_keys_and_references(
    database: Database, server_database: ServerDatabase
) -> None:
    file, server = geopackage_tables(database), server_tables(server_database)
    assert set(server) - set(file) == SERVER_ONLY
    assert set(file) <= set(server)
    different = {name: (file[name], server[name]) for name in file if file[name] != server[name]}
    assert different == {}


def test_both_dialects_have_the_same_code_lists(database: Database, server_database: ServerDatabase) -> None:
    for table in ("organisation", "category_group", "category", "measure_kind", "checklist_item", "participant_role"):
        with database.reading() as connection:
            file = [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY id")]
        with cursor_on(server_database) as cursor:
            cursor.execute(f"SELECT * FROM est.{table} ORDER BY id")
            assert [dict(row) for row in cursor.fetchall()] == file, table
        assert file


def test_both_dialects_have_the_same_steps_with_files_of_the_same_names() -> None:
    file = schema_version.migrations(schema_version.GEOPACKAGE)
    server = schema_version.migrations(schema_version.POSTGIS)
    assert (
        [step.version for step in file] == [step.version for step in server] == [*range(1, schema_version.CURRENT + 1)]
    )
    for one, other in zip(file, server, strict=True):
        subjects = {path.name for path in one.files if "geopackage" not in path.name}
        assert subjects <= {path.name for path in other.files}
