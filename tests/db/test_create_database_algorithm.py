# SPDX-License-Identifier: GPL-2.0-or-later
"""est:createdatabase makes either kind of database, and says in plain words why it could not."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from est_plugin.db.file_database import open_database
from est_plugin.db.places import place_of_layer
from est_plugin.db.schema_version import CURRENT
from est_plugin.db.server import saved_connection
from est_plugin.db.server_database import open_server_database
from est_plugin.processing.createdatabase import CreateDatabaseAlgorithm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server


@pytest.fixture
def save_connection(server: Server) -> Iterator[Callable[..., str]]:
    """Save a connection in QGIS to a new, empty database; returns its name, which is the database's too."""
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    names = []

    def save(parameters: str = "", *statements: str) -> str:
        name = f"conn_{uuid.uuid4().hex[:12]}"
        server.execute("postgres", f"CREATE DATABASE {name}")
        server.execute(name, *statements)
        uri = parameters or server.address(name).parameters
        metadata.saveConnection(metadata.createConnection(uri.format(name=name), {"saveUsername": True}), name)
        names.append(name)
        return name

    yield save
    for name in names:
        metadata.deleteConnection(name)
        server.execute("postgres", f"DROP DATABASE {name} WITH (FORCE)")


def run(**parameters: str) -> tuple[dict[str, Any], str]:
    feedback = QgsProcessingFeedback(False)
    algorithm = CreateDatabaseAlgorithm().create()
    results, _ = algorithm.run(parameters, QgsProcessingContext(), feedback, {}, False)
    return results, feedback.textLog()


def test_a_server_gets_a_database_and_the_second_run_finds_it(save_connection: Callable[..., str]) -> None:
    name = save_connection()
    results, _ = run(CONNECTION=name, CRS="EPSG:3012", MUNICIPALITY="1781", MUNICIPALITY_NAME="Lindvik")
    assert results == {"OUTPUT": name, "SCHEMA_VERSION": CURRENT}
    database = open_server_database(saved_connection(name))
    assert (database.srs_id, database.municipality_name) == (3012, "Lindvik")
    assert "newest schema" in run(CONNECTION=name)[1]


def test_a_file_is_made_as_before(tmp_path: Path, qgis_app: object) -> None:
    path = tmp_path / "est.gpkg"
    assert run(OUTPUT=str(path), CRS="EPSG:3006")[0] == {"OUTPUT": str(path), "SCHEMA_VERSION": CURRENT}
    assert open_database(path).srs_id == 3006
    assert "newest schema" in run(OUTPUT=str(path))[1]


def test_a_login_kept_by_qgis_is_used_and_stands_in_no_layer_source(
    server: Server, save_connection: Callable[..., str]
) -> None:
    manager = QgsApplication.authManager()
    assert manager.setMasterPassword("not-a-secret-of-anyone", True)
    config = QgsAuthMethodConfig("Basic")
    config.setId("estdb01")
    config.setName("EST")
    config.setConfigMap({"username": "postgres", "password": "pass-of-a-test"})
    assert manager.storeAuthenticationConfig(config, True)
    name = save_connection(f"host='{server.folder}' port={server.port} dbname='{{name}}' authcfg=estdb01")
    run(CONNECTION=name, CRS="EPSG:3006")
    source = open_server_database(saved_connection(name)).layer_source("incident")
    assert "authcfg=estdb01" in source
    assert "pass-of-a-test" not in source
    assert "postgres" not in source
    manager.removeAuthenticationConfig("estdb01")


def test_a_connection_that_qgis_does_not_know_is_told(qgis_app: object) -> None:
    with pytest.raises(QgsProcessingException, match="no PostgreSQL connection named Lindvik"):
        run(CONNECTION="Lindvik")


def test_a_server_that_is_down_is_told(server: Server, save_connection: Callable[..., str]) -> None:
    name = save_connection(f"host='{server.folder}' port=1 dbname='{{name}}' user='postgres'")
    with pytest.raises(QgsProcessingException, match="cannot be reached"):
        run(CONNECTION=name)


def test_missing_postgis_and_missing_rights_are_told(server: Server, save_connection: Callable[..., str]) -> None:
    nils = f"host='{server.folder}' port={server.port} dbname='{{name}}' user='nils'"
    with pytest.raises(QgsProcessingException, match="has no PostGIS"):
        run(CONNECTION=save_connection(nils))
    with pytest.raises(QgsProcessingException, match="may not create or upgrade"):
        run(CONNECTION=save_connection(nils, "CREATE EXTENSION postgis"))


@pytest.mark.parametrize(("both", "said"), [(True, "not clear where"), (False, "is missing")])
def test_exactly_one_place_is_needed(tmp_path: Path, qgis_app: object, *, both: bool, said: str) -> None:
    places = {"OUTPUT": str(tmp_path / "est.gpkg"), "CONNECTION": "Lindvik"} if both else {}
    with pytest.raises(QgsProcessingException, match=said):
        run(**places)
    assert list(tmp_path.iterdir()) == []


def test_a_password_kept_with_the_connection_opens_the_layers_and_stands_in_no_source(
    server: Server, server_database: ServerDatabase
) -> None:
    server.execute("postgres", "CREATE ROLE pelle LOGIN PASSWORD 'pass-of-a-test' IN ROLE est_editor")
    rules = server.folder / "data" / "pg_hba.conf"
    before = rules.read_text()
    rules.write_text(f"local all pelle scram-sha-256\n{before}")
    server.execute("postgres", "SELECT pg_reload_conf()")
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    parameters = server.address(server_database.address.name, "pelle").parameters
    kept = metadata.createConnection(
        f"{parameters} password='pass-of-a-test'", {"saveUsername": True, "savePassword": True}
    )
    metadata.saveConnection(kept, "pelle")
    database = open_server_database(saved_connection("pelle"))
    source = database.layer_source("incident")
    assert "pass-of-a-test" not in source
    assert QgsVectorLayer(source, "incidents", "postgres").isValid()
    assert place_of_layer("postgres", source) == database.address
    metadata.deleteConnection("pelle")
    rules.write_text(before)
    server.execute("postgres", "SELECT pg_reload_conf()", "DROP ROLE pelle")
