# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a field package say of itself, so that it finds home?"""

from __future__ import annotations

from dataclasses import dataclass

#: The table with one row about the package, and the one with the rows as they were when they left.
PACKAGE_TABLE, BASE_TABLE = "est_package", "est_base"
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
