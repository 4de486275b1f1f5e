# SPDX-License-Identifier: GPL-2.0-or-later
"""Which EST database an algorithm works with: a file, or a PostgreSQL connection that QGIS knows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterFile, QgsProcessingParameterProviderConnection

from est_plugin.db import places
from est_plugin.db.server import saved_connection
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from est_plugin.db.database import Database
    from est_plugin.processing.algorithm import EstAlgorithm

DATABASE = "DATABASE"
CONNECTION = "CONNECTION"


def declare(algorithm: EstAlgorithm, help_text: str = "") -> None:
    """Add the parameters; one of them is to be given."""
    algorithm.add(
        QgsProcessingParameterFile(DATABASE, translate("est_plugin", "EST database"), extension="gpkg", optional=True),
        help_text,
    )
    algorithm.add(
        QgsProcessingParameterProviderConnection(
            CONNECTION, translate("est_plugin", "PostgreSQL connection"), "postgres", optional=True
        ),
        translate(
            "est_plugin", "Instead of a file: a connection from QGIS's browser, for a database that many people share."
        ),
    )


def is_given(algorithm: EstAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> bool:
    """Was a database given?"""
    return any(_given(algorithm, parameters, context))


def database_of(algorithm: EstAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> Database:
    """The database that was given, opened.

    Raises InputError unless exactly one was, DatabaseError if it cannot be used.
    """
    file, connection = _given(algorithm, parameters, context)
    check_one_place(file, connection)
    return places.open_at(saved_connection(connection) if connection else Path(file))


def check_one_place(file: str, connection: str) -> None:
    """Raises InputError unless either a file or a connection is given."""
    if not file and not connection:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "A place for the database is missing."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Neither a file nor a PostgreSQL connection was given."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Give one of them."),
        )
    if file and connection:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "It is not clear where the database should be."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Both a file and a PostgreSQL connection were given."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Give only one of them."),
        )


def _given(algorithm: EstAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[str, str]:
    file = algorithm.parameterAsFile(parameters, DATABASE, context)
    return file, algorithm.parameterAsConnectionName(parameters, CONNECTION, context)
