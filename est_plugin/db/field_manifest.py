# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a field package say of itself, so that it finds home?"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

#: The table with one row about the package, and the one with the rows as they were when they left.
PACKAGE_TABLE, BASE_TABLE = "est_package", "est_base"
#: So many characters of the id of a return are those of its package.
_SHARED = 18
#: Grows when an older plugin could not bring the package home.
FORMAT = 1


@dataclass(frozen=True)
class Manifest:
    """Which walk it holds, of which municipality, in which form; ``made_at`` is an instant in UTC."""

    package: str
    walk: str
    municipality: str
    schema_version: int
    srs_id: int
    made_at: str
    plugin_version: str
    format: int = FORMAT


def new_return(package: str) -> str:
    """An id for a changeset that brings this package (a uuid) home, a uuid too.

    In the history each colleague sees it, in the ledger of changesets only whoever brought the package home.
    """
    return package[:_SHARED] + str(uuid4())[_SHARED:]


def is_return(changeset: str | None, package: str) -> bool:
    """Did this changeset bring the package home?"""
    return changeset is not None and changeset[:_SHARED] == package[:_SHARED]
