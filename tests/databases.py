# SPDX-License-Identifier: GPL-2.0-or-later
"""Real databases for tests: a file, one on a server, or either. A tier takes the fixtures into its conftest."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsProviderRegistry

from est_plugin.db.migrator import create_database
from est_plugin.db.server_database import open_server_database
from est_plugin.db.server_migrator import create_server_database
from est_plugin.feedback import SilentFeedback
from tests.postgres import running_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from est_plugin.db.database import Database
    from est_plugin.db.file_database import FileDatabase
    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server

#: Two editors, since it takes two to overlap.
LOGINS = (
    "CREATE ROLE anna LOGIN IN ROLE est_editor",
    "CREATE ROLE bo LOGIN IN ROLE est_editor",
    "CREATE ROLE rita LOGIN IN ROLE est_reader",
    "CREATE ROLE polly LOGIN IN ROLE est_reporter, est_org_polis",
    "CREATE ROLE ada LOGIN IN ROLE est_admin",
    "CREATE ROLE nils LOGIN",
)


@pytest.fixture
def file_database(tmp_path: Path, qgis_app: object) -> FileDatabase:
    """An empty database in SWEREF 99 TM."""
    return create_database(
        tmp_path / "est.gpkg",
        srs_id=3006,
        municipality="1781",
        municipality_name="Lindvik",
        feedback=SilentFeedback(),
    )


@pytest.fixture(scope="session")
def server(qgis_app: object) -> Iterator[Server]:
    """A PostgreSQL server of this session's own, with a login for each role and an empty EST database to copy."""
    with running_server() as running:
        running.execute("postgres", "CREATE DATABASE est_template")
        create_server_database(
            running.address("est_template"),
            srs_id=3006,
            municipality="1781",
            municipality_name="Lindvik",
            feedback=SilentFeedback(),
        )
        running.execute("est_template", "CREATE ROLE est_org_polis", "CREATE ROLE est_org_skola", *LOGINS)
        yield running


@pytest.fixture
def server_database(server: Server) -> Iterator[ServerDatabase]:
    """An empty database on the server, as its superuser opens it; ``server.address(name, login)`` is for the others."""
    name = f"est_{uuid.uuid4().hex[:12]}"
    server.execute("postgres", f"CREATE DATABASE {name} TEMPLATE est_template")
    yield open_server_database(server.address(name))
    server.execute("postgres", f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def editors_database(server: Server, server_database: ServerDatabase) -> ServerDatabase:
    """The same, as an editor opens it."""
    return open_server_database(server.address(server_database.address.name, "anna"))


@pytest.fixture
def editors_connection(editors_database: ServerDatabase) -> Iterator[str]:
    """The name under which QGIS keeps the connection of ``editors_database``."""
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    connection = metadata.createConnection(editors_database.address.parameters, {"saveUsername": True})
    metadata.saveConnection(connection, "Kommunens EST")
    yield "Kommunens EST"
    metadata.deleteConnection("Kommunens EST")


@pytest.fixture(params=["file", "server"])
def either_database(request: pytest.FixtureRequest) -> Database:
    """An empty database of each engine in turn: what holds for one holds for the other."""
    return request.getfixturevalue({"file": "file_database", "server": "editors_database"}[request.param])
