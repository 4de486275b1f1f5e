# SPDX-License-Identifier: GPL-2.0-or-later
"""A schema on a server is made or upgraded whole, or the database stays as it was."""

from __future__ import annotations

import subprocess
import uuid
from typing import TYPE_CHECKING

import pytest

from est_plugin.db import catalogues, server_migrator
from est_plugin.db.schema_version import CURRENT, POSTGIS, Migration, migrations
from est_plugin.db.server import ServerAddress
from est_plugin.db.server_database import open_server_database
from est_plugin.db.server_migrator import create_server_database, upgrade_server_database
from est_plugin.errors import CancelledError, DatabaseError, InputError
from est_plugin.feedback import SilentFeedback
from tests.postgres import binaries, cursor_on, running_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server


@pytest.fixture
def empty(server: Server) -> Iterator[str]:
    """Name of an empty database."""
    name = f"empty_{uuid.uuid4().hex[:12]}"
    server.execute("postgres", f"CREATE DATABASE {name}")
    yield name
    server.execute("postgres", f"DROP DATABASE {name} WITH (FORCE)")


def create(address: ServerAddress, srs_id: int = 3006) -> ServerDatabase:
    return create_server_database(
        address, srs_id=srs_id, municipality="1781", municipality_name="Lindvik", feedback=SilentFeedback()
    )


def structure(server: Server, name: str) -> str:
    """The schema as pg_dump writes it, without what differs from dump to dump."""
    dump = subprocess.run(
        [
            binaries() / "pg_dump",
            "-s",
            "-n",
            "est",
            "-h",
            server.folder,
            "-p",
            str(server.port),
            "-U",
            "postgres",
            name,
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return "\n".join(line for line in dump.splitlines() if not line.startswith(("--", "\\")))


def schemas(server: Server, name: str) -> set[str]:
    connection = server.connect(name)
    with connection.cursor() as cursor:
        cursor.execute("SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%'")
        found = {row[0] for row in cursor.fetchall()}
    connection.close()
    return found


def test_the_database_says_what_it_is(server_database: ServerDatabase) -> None:
    assert (server_database.schema_version, server_database.municipality) == (CURRENT, "1781")
    assert server_database.crs_authid == "EPSG:3006"
    with cursor_on(server_database) as cursor:
        cursor.execute("SELECT DISTINCT srid FROM geometry_columns WHERE f_table_schema = 'est'")
        assert [row["srid"] for row in cursor.fetchall()] == [3006]


def test_every_column_of_a_local_zone_is_in_that_zone(server: Server, empty: str) -> None:
    assert create(server.address(empty), 3012).crs_authid == "EPSG:3012"
    connection = server.connect(empty)
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT srid FROM geometry_columns WHERE f_table_schema = 'est'")
        assert cursor.fetchall() == [(3012,)]
    connection.close()


@pytest.mark.parametrize("srs_id", [4326, 999999])
def test_a_crs_without_metres_is_refused(server: Server, empty: str, srs_id: int) -> None:
    with pytest.raises(InputError):
        create(server.address(empty), srs_id)
    assert "est" not in schemas(server, empty)


def test_an_existing_schema_is_never_replaced(server: Server, empty: str) -> None:
    server.execute(empty, "CREATE SCHEMA est", "CREATE TABLE est.mine (a int)")
    with pytest.raises(DatabaseError, match="has a schema est already"):
        create(server.address(empty))
    server.execute(empty, "SELECT * FROM est.mine")


def test_cancel_leaves_nothing(server: Server, empty: str) -> None:
    class Cancelling(SilentFeedback):
        def is_cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        create_server_database(
            server.address(empty), srs_id=3006, municipality="", municipality_name="", feedback=Cancelling()
        )
    assert schemas(server, empty) == {"information_schema", "public"}


def test_a_server_that_is_too_old_is_told(server: Server, empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_migrator, "_OLDEST_SERVER", 99)
    with pytest.raises(DatabaseError, match="EST needs 99 or newer"):
        create(server.address(empty))
    assert "est" not in schemas(server, empty)


def test_a_server_that_is_down_is_told(server: Server) -> None:
    with pytest.raises(DatabaseError, match="cannot be reached"):
        create(ServerAddress("gone", f"host='{server.folder}' port=1 dbname='x' user='postgres'"))


def test_a_database_or_login_that_does_not_exist_is_told(server: Server) -> None:
    for address in (server.address("nowhere"), server.address("postgres", "nobody")):
        with pytest.raises(DatabaseError, match="does not exist"):
            open_server_database(address)


def test_a_service_that_does_not_exist_is_told(qgis_app: object) -> None:
    with pytest.raises(DatabaseError, match="cannot be reached"):
        open_server_database(ServerAddress("est", "service='no_such_service_of_est'"))


def test_a_login_that_may_not_create_is_told_and_leaves_nothing(server: Server, empty: str) -> None:
    server.execute(empty, "CREATE EXTENSION postgis")
    with pytest.raises(DatabaseError, match="may not create or upgrade"):
        create(server.address(empty, "nils"))
    assert "est" not in schemas(server, empty)


def test_missing_postgis_is_told_to_a_login_that_may_not_install_it(server: Server, empty: str) -> None:
    with pytest.raises(DatabaseError, match="has no PostGIS"):
        create(server.address(empty, "nils"))
    assert schemas(server, empty) == {"information_schema", "public"}


def test_a_login_that_owns_the_database_and_is_a_member_of_the_owner_can_create(server: Server, empty: str) -> None:
    server.execute(
        empty, "CREATE EXTENSION postgis", "CREATE ROLE installer LOGIN IN ROLE est_owner",
        f"ALTER DATABASE {empty} OWNER TO installer",
    )  # fmt: skip
    assert create(server.address(empty, "installer")).schema_version == CURRENT
    server.execute(
        empty,
        f"ALTER DATABASE {empty} OWNER TO postgres",
        "REASSIGN OWNED BY installer TO postgres",
        "DROP ROLE installer",
    )


def test_a_member_of_the_owner_who_may_create_no_schema_is_told(server: Server, empty: str) -> None:
    server.execute(empty, "CREATE EXTENSION postgis", "CREATE ROLE member LOGIN IN ROLE est_owner")
    with pytest.raises(DatabaseError, match=r"may not create or upgrade.*permission denied for database"):
        create(server.address(empty, "member"))
    server.execute(empty, "DROP ROLE member")


def test_on_a_new_server_the_roles_are_made_by_who_may_and_refused_to_who_may_not(qgis_app: object) -> None:
    with running_server() as fresh:
        for login, rights in (("boss", "CREATEROLE"), ("plain", "NOCREATEROLE")):
            fresh.execute(
                "postgres", f"CREATE ROLE {login} LOGIN {rights}", f"CREATE DATABASE of_{login} OWNER {login}"
            )
            fresh.execute(f"of_{login}", "CREATE EXTENSION postgis")
        with pytest.raises(DatabaseError, match=r"may not create or upgrade.*permission denied to create role"):
            create(fresh.address("of_plain", "plain"))
        assert create(fresh.address("of_boss", "boss")).schema_version == CURRENT
        fresh.execute("of_boss", "CREATE ROLE nina LOGIN IN ROLE est_reader")
        assert open_server_database(fresh.address("of_boss", "nina")).schema_version == CURRENT


def test_postgis_may_stand_in_a_schema_of_its_own(server: Server, empty: str) -> None:
    server.execute(
        empty, 'CREATE SCHEMA "Geo data"', 'CREATE EXTENSION postgis SCHEMA "Geo data"',
        'GRANT USAGE ON SCHEMA "Geo data" TO PUBLIC',
    )  # fmt: skip
    database = create(server.address(empty))
    with cursor_on(database) as cursor:
        cursor.execute("INSERT INTO est.measure (uuid, kind, geom) VALUES (gen_random_uuid(), 'BEL', 'POINT(1 1)')")
        cursor.execute("UPDATE est.measure SET geom = 'POINT(2 2)', base_version = 1 RETURNING version")
        assert cursor.fetchone()["version"] == 2


def test_a_service_file_is_enough(
    server: Server, server_database: ServerDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "pg_service.conf"
    place = f"host={server.folder}\nport={server.port}\ndbname={server_database.address.name}\nuser=anna\n"
    file.write_text(f"[lindvik]\n{place}", encoding="utf-8")
    monkeypatch.setenv("PGSERVICEFILE", str(file))
    database = open_server_database(ServerAddress("lindvik", "service='lindvik'"))
    assert database.municipality == "1781"
    source = database.layer_source("measure")
    assert "service='lindvik'" in source
    assert "anna" not in source


def test_another_database_is_refused(server: Server, empty: str) -> None:
    with pytest.raises(DatabaseError, match="is not an EST database"):
        open_server_database(server.address(empty))


def test_a_login_without_a_role_sees_no_database(server: Server, server_database: ServerDatabase) -> None:
    with pytest.raises(DatabaseError, match="is not an EST database"):
        open_server_database(server.address(server_database.address.name, "nils"))


@pytest.mark.parametrize("min_client_version", [CURRENT, CURRENT + 1])
def test_a_newer_schema_says_whether_this_plugin_may_write_and_is_never_upgraded(
    server_database: ServerDatabase, min_client_version: int
) -> None:
    with cursor_on(server_database) as cursor:
        cursor.execute(
            "UPDATE est.meta SET schema_version = %s, min_client_version = %s", (CURRENT + 1, min_client_version)
        )
    opened = open_server_database(server_database.address)
    assert catalogues.categories(opened)
    if min_client_version > CURRENT:
        with pytest.raises(DatabaseError, match=r"can only be read.*newer EST plugin"), opened.writing():
            pytest.fail("It could be written.")
    else:
        with opened.writing() as connection:
            connection.execute("UPDATE meta SET municipality_name = 'Lindvik'")
    with pytest.raises(DatabaseError, match="newer than this plugin"):
        upgrade_server_database(server_database.address, SilentFeedback())


def test_an_older_schema_is_refused_until_it_is_upgraded(server_database: ServerDatabase) -> None:
    with cursor_on(server_database) as cursor:
        cursor.execute("UPDATE est.meta SET schema_version = 0")
    with pytest.raises(DatabaseError, match="older than this plugin"):
        open_server_database(server_database.address)


def with_next_step(folder: Path, script: str) -> tuple[Migration, ...]:
    """Today's steps and one more."""
    step = folder / f"{CURRENT + 1:03d}"
    step.mkdir(parents=True)
    (step / "001_next.sql").write_text(script, encoding="utf-8")
    return (*migrations(POSTGIS), *migrations(folder))


NEXT = "ALTER TABLE measure ADD COLUMN contact text NOT NULL DEFAULT '';"


def test_an_upgrade_runs_only_the_missing_steps_and_keeps_the_rows(
    server_database: ServerDatabase, tmp_path: Path
) -> None:
    with cursor_on(server_database) as cursor:
        cursor.execute("INSERT INTO est.measure (uuid, kind, title) VALUES (gen_random_uuid(), 'BEL', 'Lamp')")
    steps = with_next_step(tmp_path, NEXT)
    result = upgrade_server_database(server_database.address, SilentFeedback(), migrations=steps)
    assert result == (CURRENT, CURRENT + 1)
    with cursor_on(server_database) as cursor:
        cursor.execute("SELECT title, contact, schema_version FROM est.measure, est.meta")
        assert tuple(cursor.fetchone().values()) == ("Lamp", "", CURRENT + 1)


def test_every_older_schema_upgraded_is_the_schema_installed_now(server: Server, empty: str, tmp_path: Path) -> None:
    """For each released version: install up to it, upgrade, compare the dump with that of a new database."""
    fresh = structure(server, "est_template")
    create(server.address(empty))
    for version in range(1, CURRENT + 1):
        _install_up_to(server, empty, version)
        upgrade_server_database(server.address(empty), SilentFeedback())
        assert structure(server, empty) == fresh, version


def _install_up_to(server: Server, name: str, version: int) -> None:
    scripts = [
        file.read_text(encoding="utf-8").replace(":srs_id", "3006")
        for step in migrations(POSTGIS)
        if step.version <= version
        for file in step.files
    ]
    begin = "DROP SCHEMA est CASCADE; CREATE SCHEMA est AUTHORIZATION est_owner; SET ROLE est_owner;"
    meta = f"INSERT INTO meta VALUES (1, {version}, 1, '', '', 3006, 24, now())"
    server.execute(name, "\n".join([begin, "SET search_path = est, public;", *scripts, meta]))


def test_a_step_that_fails_leaves_the_schema_as_it_was(
    server: Server, server_database: ServerDatabase, tmp_path: Path
) -> None:
    name = server_database.address.name
    before = structure(server, name)
    steps = with_next_step(tmp_path, f"{NEXT} CREATE TABLE half (a int); CREATE TABLE half (a int);")
    with pytest.raises(DatabaseError, match="half"):
        upgrade_server_database(server_database.address, SilentFeedback(), migrations=steps)
    assert structure(server, name) == before
    assert open_server_database(server_database.address).schema_version == CURRENT


def test_an_editor_in_the_middle_of_a_save_stops_the_upgrade_and_not_the_readers(
    server: Server, server_database: ServerDatabase, tmp_path: Path
) -> None:
    editor = server.connect(server_database.address.name, "anna")
    with editor.cursor() as cursor:
        cursor.execute("SELECT * FROM est.measure")
    with pytest.raises(DatabaseError, match="is busy"):
        upgrade_server_database(server_database.address, SilentFeedback(), migrations=with_next_step(tmp_path, NEXT))
    editor.close()
    assert open_server_database(server_database.address).schema_version == CURRENT


def test_an_upgrade_by_a_login_that_may_not_is_told(
    server: Server, server_database: ServerDatabase, tmp_path: Path
) -> None:
    for login in ("anna", "ada"):
        with pytest.raises(DatabaseError, match="may not create or upgrade"):
            upgrade_server_database(
                server.address(server_database.address.name, login),
                SilentFeedback(),
                migrations=with_next_step(tmp_path / login, NEXT),
            )
    assert open_server_database(server_database.address).schema_version == CURRENT


def test_two_upgrades_at_once_are_one(server: Server, server_database: ServerDatabase, tmp_path: Path) -> None:
    other = server.connect(server_database.address.name)
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", (0x455354,))
    steps = with_next_step(tmp_path, NEXT)
    with pytest.raises(DatabaseError, match="is busy"):
        upgrade_server_database(server_database.address, SilentFeedback(), migrations=steps)
    other.close()
    assert upgrade_server_database(server_database.address, SilentFeedback(), migrations=steps)[1] == CURRENT + 1
    assert upgrade_server_database(server_database.address, SilentFeedback(), migrations=steps) == (
        CURRENT + 1, CURRENT + 1,
    )  # fmt: skip


def test_an_upgrade_of_the_newest_schema_does_nothing(server_database: ServerDatabase) -> None:
    assert upgrade_server_database(server_database.address, SilentFeedback()) == (CURRENT, CURRENT)


def test_every_connection_has_its_time_outs(server_database: ServerDatabase) -> None:
    with cursor_on(server_database) as cursor:
        cursor.execute(
            "SELECT current_setting('statement_timeout') AS a, current_setting('lock_timeout') AS b,"
            " current_setting('idle_in_transaction_session_timeout') AS c"
        )
        assert tuple(cursor.fetchone().values()) == ("1min", "5s", "5min")
        link = cursor.connection.get_dsn_parameters()
    wanted = {"connect_timeout": "5", "tcp_user_timeout": "8000", "keepalives_idle": "5", "keepalives_count": "3"}
    assert {key: link[key] for key in wanted} == wanted


def test_an_address_never_shows_its_parameters() -> None:
    address = ServerAddress("lindvik", "host=x password=secret")
    assert "secret" not in f"{address} {address!r}"
