# SPDX-License-Identifier: GPL-2.0-or-later
"""Version of the database schema, apart from the version of the plugin, and the steps that lead to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError

GEOPACKAGE = Path(__file__).parent / "sql" / "geopackage"
POSTGIS = Path(__file__).parent / "sql" / "postgis"


@dataclass(frozen=True)
class Migration:
    """The step to schema ``version``: SQL files, applied in the order of their names."""

    version: int
    files: tuple[Path, ...]


def migrations(folder: Path = GEOPACKAGE) -> tuple[Migration, ...]:
    """The steps found in ``folder``, one numbered folder (001, 002, …) each, in order."""
    steps = sorted(step for step in folder.iterdir() if step.name.isdecimal())
    return tuple(Migration(int(step.name), tuple(sorted(step.glob("*.sql")))) for step in steps)


#: The version this plugin reads and writes.
CURRENT = 1


def refusal_of(place: object, version: int, min_client_version: int) -> DatabaseError | None:
    """Why may this plugin only read a database at ``place``? None if it may write.

    A newer schema says which plugins it lets write: those that know the version ``min_client_version``.

    Raises DatabaseError if the schema is older than the plugin.
    """
    if version < CURRENT:
        check_known(place, version)
    if min_client_version <= CURRENT:
        return None
    return DatabaseError(
        QT_TRANSLATE_NOOP("est_plugin", "The database {path} can only be read."),
        why=QT_TRANSLATE_NOOP("est_plugin", "It was upgraded by a newer EST plugin than this one."),
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin", "Update the EST plugin to make changes. Maps and numbers can be used."
        ),
        path=place,
    )


def check_known(place: object, version: int) -> None:
    """Has the database at ``place`` (a file, a server) the ``version`` of the schema that this plugin makes?

    Raises DatabaseError if it is newer or older than the plugin.
    """
    if version > CURRENT:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} is newer than this plugin."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Its schema has version {version}; this plugin knows {current}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Update the EST plugin. The database was not touched."),
            path=place,
            version=version,
            current=CURRENT,
        )
    if version < CURRENT:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} is older than this plugin."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Its schema has version {version}; this plugin needs {current}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Upgrade it with Create or upgrade database in the toolbox."),
            path=place,
            version=version,
            current=CURRENT,
        )
