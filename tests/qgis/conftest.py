# SPDX-License-Identifier: GPL-2.0-or-later
"""Real databases, for the tests that ask for them."""

from __future__ import annotations

from tests.databases import (
    editors_connection,
    editors_database,
    either_database,
    file_database,
    server,
    server_database,
)

__all__ = [
    "editors_connection",
    "editors_database",
    "either_database",
    "file_database",
    "server",
    "server_database",
]
