# SPDX-License-Identifier: GPL-2.0-or-later
"""A shared database in a real desktop in Swedish: what is told of a bad link, and that no file holds the login."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from desktop import Profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server

SCRIPT = Path(__file__).with_name("desktop_connection.py")
LOGIN, PASSWORD = "gunhild7", "hemlig-4711-nyckel"  # pragma: allowlist secret


@pytest.fixture
def strict_login(server: Server) -> Iterator[None]:
    """A login that the server lets in with its password only."""
    server.execute("postgres", f"CREATE ROLE {LOGIN} LOGIN IN ROLE est_editor PASSWORD '{PASSWORD}'")
    rules = server.folder / "data" / "pg_hba.conf"
    trusting = rules.read_text()
    rules.write_text(f"host all {LOGIN} 127.0.0.1/32 scram-sha-256\n{trusting}")
    server.execute("postgres", "SELECT pg_reload_conf()")
    yield
    rules.write_text(trusting)
    server.execute("postgres", "SELECT pg_reload_conf()")


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file, and every file in an archive."""
    for path in folder.rglob("*"):
        if path.is_file():
            yield str(path), path.read_bytes()
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    yield from ((f"{path}: {name}", archive.read(name)) for name in archive.namelist())


def test_the_dock_tells_of_the_link_and_no_file_holds_the_login(
    server: Server,
    server_database: ServerDatabase,
    strict_login: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = server_database.address.name
    told = {
        "port": server.port,
        "database": name,
        "as": f"host={server.folder} port={server.port} dbname={name}",
        "login": LOGIN,
        "password": PASSWORD,
    }
    monkeypatch.setenv("EST_TEST_SERVER", json.dumps(told))
    seen = Profile(tmp_path).run_desktop(SCRIPT)
    assert seen["presence"] == "anna är här, bo redigerar åtgärder"
    assert seen["offline"].startswith("Ingen kontakt med servern sedan ")
    assert seen["offline"].endswith("Det du ritat och ändrat finns kvar här. Försöker igen …")
    assert seen["back"] == "Servern svarar igen. Karta och listor visar det som gäller nu."
    files = dict(contents(tmp_path))
    for kind in (".qgz", ".qgs", ".qlr", ".qml", ".zip", "QGIS3.ini", "messages.log", "told.txt", "qgis.log"):
        assert [path for path in files if path.endswith(kind)], kind
    # What is looked for would be found: the id that stands in for the login is.
    assert [path for path, content in files.items() if path.endswith(".qgs") and b"estdb01" in content]
    assert [path for path, content in files.items() if PASSWORD.encode() in content] == []
    assert [path for path, content in files.items() if LOGIN.encode() in content] == []
