# SPDX-License-Identifier: GPL-2.0-or-later
"""Version of the database schema, apart from the version of the plugin, and the steps that lead to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_SQL = Path(__file__).parent / "sql" / "geopackage"


@dataclass(frozen=True)
class Migration:
    """The step to schema ``version``: SQL files, applied in the order of their names."""

    version: int
    files: tuple[Path, ...]


def migrations(folder: Path = _SQL) -> tuple[Migration, ...]:
    """The steps found in ``folder``, one numbered folder (001, 002, …) each, in order."""
    steps = sorted(step for step in folder.iterdir() if step.name.isdecimal())
    return tuple(Migration(int(step.name), tuple(sorted(step.glob("*.sql")))) for step in steps)


#: The version this plugin reads and writes.
CURRENT = 1
