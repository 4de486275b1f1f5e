# SPDX-License-Identifier: GPL-2.0-or-later
"""Creates and upgrades the EST schema on a PostgreSQL server, each step in one transaction."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg2
from psycopg2 import sql

from est_plugin.db import catalogues, guard, schema_version
from est_plugin.db.metric_crs import metric_crs
from est_plugin.db.server import connected
from est_plugin.db.server_database import ServerDatabase, has_schema, open_server_database, read_meta
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError
from est_plugin.feedback import step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from est_plugin.db.schema_version import Migration
    from est_plugin.db.server import ServerAddress
    from est_plugin.feedback import Feedback

#: Two upgrades at the same time: the second waits, or gives up after lock_timeout. Any number, but always the same.
_ADVISORY_LOCK = 0x455354
#: How often a step is tried, with a pause between: lock_timeout and pause together stay under five seconds.
_TRIES = 5
_PAUSE_S = 0.4
#: Views that look with their caller's eyes (security_invoker) came with PostgreSQL 15.
_OLDEST_SERVER = 15
_ROLES = schema_version.POSTGIS / "roles.sql"
_DEFAULT_STYLES = schema_version.POSTGIS / "default_styles.sql"
#: Catalogue and the table it fills, parents first.
CODE_LISTS = {
    "category_groups": "category_group",
    "categories": "category",
    "organisations": "organisation",
    "measure_kinds": "measure_kind",
    "checklist": "checklist_item",
    "participant_roles": "participant_role",
    "traffic_terms": "traffic_term",
}


def create_server_database(
    address: ServerAddress, *, srs_id: int, municipality: str, municipality_name: str, feedback: Feedback
) -> ServerDatabase:
    """Make the schema ``est`` with the default code lists, in a PostgreSQL database that exists.

    ``srs_id`` is the EPSG code of a projected CRS in metres; all geometries are kept in it.

    Raises InputError for another CRS, DatabaseError if there is a schema already, the server cannot be reached, is too
    old, has no PostGIS, or the login may not create schemas or roles. Nothing is left behind then.
    """
    with new_schema(address, srs_id=srs_id, feedback=feedback) as cursor:
        cursor.execute(
            "INSERT INTO meta"
            " (id, schema_version, min_client_version, municipality, municipality_name, srs_id, created)"
            " VALUES (1, %s, 1, %s, %s, %s, now())",
            (schema_version.CURRENT, municipality, municipality_name, srs_id),
        )
        for name, table in CODE_LISTS.items():
            _insert_codes(cursor, table, catalogues.default_entries(name))
        _insert_codes(cursor, "measure_step", catalogues.measure_steps())
        step(feedback, 0.9)
    feedback.set_progress(1.0)
    return open_server_database(address)


@contextmanager
def new_schema(address: ServerAddress, *, srs_id: int, feedback: Feedback) -> Iterator[psycopg2.extensions.cursor]:
    """A new schema in a transaction as est_owner: its tables, to be filled. Others see it when the block ends.

    Raises what ``create_server_database`` raises.
    """
    metric_crs(srs_id)
    with connected(address, migrating=True) as connection, connection.cursor() as cursor:
        _check_server(connection, address)
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", (_ADVISORY_LOCK,))
        _check_is_free(cursor, address)
        extension_schema = _ensure_postgis(cursor, address)
        step(feedback, 0.2)
        with _explained_rights(address):
            cursor.execute(_ROLES.read_text(encoding="utf-8"))
            cursor.execute("CREATE SCHEMA est AUTHORIZATION est_owner")
        _become_owner(cursor, extension_schema)
        for migration in schema_version.migrations(schema_version.POSTGIS):
            _run(cursor, migration, srs_id)
        step(feedback, 0.6)
        yield cursor
        _store_default_styles(cursor, address)
        connection.commit()


@contextmanager
def existing_schema(address: ServerAddress) -> Iterator[psycopg2.extensions.cursor]:
    """A transaction as est_owner in the schema that there is.

    Raises DatabaseError if the login is no member of est_owner.
    """
    with connected(address, migrating=True) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", (_ADVISORY_LOCK,))
        extension_schema = _ensure_postgis(cursor, address)
        with _explained_rights(address):
            _become_owner(cursor, extension_schema)
        yield cursor
        _store_default_styles(cursor, address)
        connection.commit()


def upgrade_server_database(
    address: ServerAddress, feedback: Feedback, *, migrations: Sequence[Migration] | None = None
) -> tuple[int, int]:
    """Bring the schema to this plugin's version; returns the versions before and after.

    Each step is one transaction; one that fails leaves the schema at the step before it. A step never waits long for a
    lock, as readers would queue behind it: it lets go and is tried again, and gives up within five seconds.

    Raises DatabaseError if the schema is newer than the plugin's, somebody holds a lock, or a step fails.
    """
    steps = schema_version.migrations(schema_version.POSTGIS) if migrations is None else migrations
    target = max(migration.version for migration in steps)
    with connected(address, migrating=True) as connection, connection.cursor() as cursor:
        before = read_meta(connection, address)
        if before.schema_version > target:
            schema_version.check_known(address, before.schema_version)
        for done, migration in enumerate(steps):
            if migration.version <= before.schema_version:
                continue
            step(feedback, done / len(steps))
            _upgrade_when_free(cursor, address, migration, before.srs_id)
            connection.commit()
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", (_ADVISORY_LOCK,))
        _store_default_styles(cursor, address)
        connection.commit()
    feedback.set_progress(1.0)
    return before.schema_version, max(target, before.schema_version)


def has_server_database(address: ServerAddress) -> bool:
    """Is there an EST schema at ``address``?

    Raises DatabaseError if the server cannot be reached.
    """
    with connected(address) as connection:
        return has_schema(connection)


def _upgrade_when_free(
    cursor: psycopg2.extensions.cursor, address: ServerAddress, migration: Migration, srs_id: int
) -> None:
    """One step, tried again while others hold a lock."""
    for pause_s in (*(_PAUSE_S,) * (_TRIES - 1), None):
        try:
            _upgrade(cursor, address, migration, srs_id)
        except psycopg2.errors.LockNotAvailable:
            if pause_s is None:
                raise
            cursor.connection.rollback()
            # Readers that queued behind the lock go first.
            time.sleep(pause_s)
        else:
            return


def _upgrade(cursor: psycopg2.extensions.cursor, address: ServerAddress, migration: Migration, srs_id: int) -> None:
    """One step in the open transaction, unless somebody else has taken it meanwhile."""
    cursor.execute("SELECT pg_advisory_xact_lock(%s)", (_ADVISORY_LOCK,))
    extension_schema = _ensure_postgis(cursor, address)
    with _explained_rights(address):
        _become_owner(cursor, extension_schema)
    cursor.execute("SELECT schema_version FROM meta")
    if cursor.fetchone()[0] < migration.version:
        _run(cursor, migration, srs_id)
        cursor.execute("UPDATE meta SET schema_version = %s", (migration.version,))


def _run(cursor: psycopg2.extensions.cursor, migration: Migration, srs_id: int) -> None:
    """The files of a step. ``:srs_id`` stands for the CRS, as psql writes variables: a type takes no parameters."""
    for file in migration.files:
        cursor.execute(file.read_text(encoding="utf-8").replace(":srs_id", str(srs_id)))


def _become_owner(cursor: psycopg2.extensions.cursor, extension_schema: str) -> None:
    """Until the end of the transaction, work as est_owner, with our tables and PostGIS's types in sight."""
    cursor.execute("SET LOCAL ROLE est_owner")
    cursor.execute(sql.SQL("SET LOCAL search_path = est, {}").format(sql.Identifier(extension_schema)))


def _store_default_styles(cursor: psycopg2.extensions.cursor, address: ServerAddress) -> None:
    """What a layer needs that somebody adds without the plugin, for the tables that there are now.

    They name the database, so this is done anew for one that was restored under another name.
    """
    cursor.execute("RESET ROLE")
    with _explained_rights(address):
        expression = sql.Literal(guard.BASE_VERSION_EXPRESSION).as_string(cursor)
        cursor.execute(_DEFAULT_STYLES.read_text(encoding="utf-8").replace(":'expression'", expression))


def _check_server(connection: psycopg2.extensions.connection, address: ServerAddress) -> None:
    version = connection.server_version // 10000
    if version < _OLDEST_SERVER:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The server of {path} is too old."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It is PostgreSQL {version}; EST needs {oldest} or newer."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a newer server, or keep the database in a file."),
            path=address,
            version=version,
            oldest=_OLDEST_SERVER,
        )


def _check_is_free(cursor: psycopg2.extensions.cursor, address: ServerAddress) -> None:
    cursor.execute("SELECT to_regnamespace('est') IS NULL")
    if not cursor.fetchone()[0]:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} has a schema est already."),
            why=QT_TRANSLATE_NOOP("est_plugin", "A new database never replaces one."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Open it, or choose another database on the server."),
            path=address,
        )


def _ensure_postgis(cursor: psycopg2.extensions.cursor, address: ServerAddress) -> str:
    """The schema that holds PostGIS; it is installed if the server has it and the login may."""
    cursor.execute("SAVEPOINT postgis")
    try:
        cursor.execute("CREATE EXTENSION IF NOT EXISTS postgis")
    except psycopg2.Error as error:
        cursor.execute("ROLLBACK TO postgis")
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} has no PostGIS."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It could not be installed: {error}."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Ask the administrator of the server to run CREATE EXTENSION postgis in it."
            ),
            path=address,
            error=str(error).strip().splitlines()[0],
        ) from error
    cursor.execute(
        "SELECT nspname FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace WHERE extname = 'postgis'"
    )
    return str(cursor.fetchone()[0])


@contextmanager
def _explained_rights(address: ServerAddress) -> Iterator[None]:
    """Say which rights are needed when the server refuses."""
    try:
        yield
    except psycopg2.errors.InsufficientPrivilege as error:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "Your login may not create or upgrade an EST database in {path}."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The server says: {error}."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin",
                "Nothing was changed. Let an administrator do it: the login must own the database and may create "
                "roles, or be a member of est_owner.",
            ),
            path=address,
            error=str(error).strip().splitlines()[0],
        ) from error


def _insert_codes(cursor: psycopg2.extensions.cursor, table: str, entries: list[dict[str, str | int]]) -> None:
    columns = list(entries[0])
    cursor.executemany(
        sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
            sql.Identifier(table),
            sql.SQL(", ").join(map(sql.Identifier, columns)),
            sql.SQL(", ").join(map(sql.Placeholder, columns)),
        ),
        entries,
    )
