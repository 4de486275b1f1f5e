# SPDX-License-Identifier: GPL-2.0-or-later
"""Real databases; a test gets a file unless it asks for another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.databases import (
    editors_connection,
    editors_database,
    either_database,
    file_database,
    server,
    server_database,
)

if TYPE_CHECKING:
    from est_plugin.db.file_database import FileDatabase

__all__ = [
    "editors_connection",
    "editors_database",
    "either_database",
    "file_database",
    "server",
    "server_database",
]


@pytest.fixture
def database(file_database: FileDatabase) -> FileDatabase:
    return file_database
