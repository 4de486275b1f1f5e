# SPDX-License-Identifier: GPL-2.0-or-later
"""The address of a file as SQLite takes it, on any system."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from est_plugin.db.file_uri import file_uri


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/srv/möte/a?b#c.gpkg"), "file:///srv/m%C3%B6te/a%3Fb%23c.gpkg?mode=ro"),
        (PureWindowsPath(r"C:\Lägesbild\est.gpkg"), "file:///C%3A/L%C3%A4gesbild/est.gpkg?mode=ro"),
        (PureWindowsPath(r"\\server\share\est.gpkg"), "file:////server/share/est.gpkg?mode=ro"),
    ],
)
def test_address_has_no_server_as_its_authority(path, address):
    assert file_uri(path, "mode=ro") == address


def test_sqlite_opens_it(tmp_path):
    path = tmp_path / "å b" / "x?y%z.db"
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (a)")
    with closing(sqlite3.connect(file_uri(path, "mode=ro"), uri=True)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("t",)]
