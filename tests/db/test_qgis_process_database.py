# SPDX-License-Identifier: GPL-2.0-or-later
"""From a terminal, with a connection that QGIS keeps: a database is made on a server, and another is copied there."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from est_plugin.db.copies import different_tables
from est_plugin.db.server_database import open_server_database
from est_plugin.feedback import SilentFeedback
from tests.desktop import Profile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from est_plugin.db.file_database import FileDatabase
    from tests.postgres import Server


@pytest.fixture
def empty(server: Server) -> Iterator[str]:
    """Name of an empty PostgreSQL database with PostGIS."""
    name = f"empty_{uuid.uuid4().hex[:12]}"
    server.execute("postgres", f"CREATE DATABASE {name}")
    server.execute(name, "CREATE EXTENSION postgis")
    yield name
    server.execute("postgres", f"DROP DATABASE {name} WITH (FORCE)")


def profile_with(folder: Path, server: Server, name: str, login: str) -> Profile:
    """A profile that keeps the connection ``lindvik``."""
    profile = Profile(folder)
    ini = folder / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    values = {
        "host": server.folder, "port": server.port, "database": name, "username": login, "saveUsername": "true",
    }  # fmt: skip
    lines = [f"connections\\lindvik\\{key}={value}" for key, value in values.items()]
    ini.write_text(ini.read_text() + "[PostgreSQL]\n" + "\n".join(lines) + "\n")
    return profile


def test_a_database_is_made_on_a_server_from_a_terminal(server: Server, empty: str, tmp_path: Path) -> None:
    profile = profile_with(tmp_path / "profile", server, empty, "postgres")
    said = profile.qgis_process(
        "run", "est:createdatabase", "--", "CONNECTION=lindvik", "CRS=EPSG:3006", "MUNICIPALITY_NAME=Lindvik"
    )
    assert "SCHEMA_VERSION" in said
    assert open_server_database(server.address(empty)).municipality_name == "Lindvik"


def test_a_missing_right_is_told_in_the_terminal(server: Server, empty: str, tmp_path: Path) -> None:
    profile = profile_with(tmp_path / "profile", server, empty, "nils")
    with pytest.raises(AssertionError, match=r"får inte skapa eller uppgradera[^\n]*est_owner[^\n]*roller"):
        profile.qgis_process("run", "est:createdatabase", "--", "CONNECTION=lindvik", "CRS=EPSG:3006")


def test_a_file_is_copied_to_a_server_from_a_terminal(
    server: Server, empty: str, tmp_path: Path, file_database: FileDatabase
) -> None:
    profile = profile_with(tmp_path / "profile", server, empty, "postgres")
    said = profile.qgis_process(
        "run", "est:copydatabase", "--", f"DATABASE={file_database.path}", "OUTPUT_CONNECTION=lindvik"
    )
    assert "ROWS" in said
    copy = open_server_database(server.address(empty))
    assert different_tables(file_database, copy, SilentFeedback()) == ()
