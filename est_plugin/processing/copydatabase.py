# SPDX-License-Identifier: GPL-2.0-or-later
"""est:copydatabase – move a whole database from a file to a server, or back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterProviderConnection,
)

from est_plugin.db.copies import copy_database
from est_plugin.db.server import saved_connection
from est_plugin.i18n import translate
from est_plugin.processing import database_input
from est_plugin.processing.algorithm import EstAlgorithm

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from est_plugin.feedback import Feedback


class CopyDatabaseAlgorithm(EstAlgorithm):
    """Face of ``db.copies``."""

    ID = "copydatabase"
    ICON = "database"
    OUTPUT = "OUTPUT"
    OUTPUT_CONNECTION = "OUTPUT_CONNECTION"
    ROWS = "ROWS"

    def displayName(self) -> str:
        return translate("est_plugin", "Copy database")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Copies a whole EST database from a file to a server, or back: every row with its history, deleted rows, "
            "imports, quarantine and code lists. The copy is compared with the original before it appears. The "
            "original is only read.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        database_input.declare(self)
        self.add(
            QgsProcessingParameterFileDestination(
                self.OUTPUT,
                translate("est_plugin", "Copy to a new file"),
                translate("est_plugin", "GeoPackage (*.gpkg)"),
                optional=True,
                createByDefault=False,
            )
        )
        self.add(
            QgsProcessingParameterProviderConnection(
                self.OUTPUT_CONNECTION,
                translate("est_plugin", "Copy to a PostgreSQL connection"),
                "postgres",
                optional=True,
            ),
            translate(
                "est_plugin",
                "Instead of a file. The schema est is made there, or is empty. The login must be one that may create "
                "an EST database.",
            ),
        )
        self.addOutput(QgsProcessingOutputNumber(self.ROWS, translate("est_plugin", "Rows")))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        file = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        connection = self.parameterAsConnectionName(parameters, self.OUTPUT_CONNECTION, context)
        database_input.check_one_place(file, connection)
        source = database_input.database_of(self, parameters, context)
        copy = copy_database(source, saved_connection(connection) if connection else Path(file), feedback)
        feedback.info(
            translate("est_plugin", "{rows} rows were copied, and are equal to the original.").format(rows=copy.rows)
        )
        if copy.left_out:
            feedback.info(
                translate("est_plugin", "Not part of an EST database, and not copied: {tables}.").format(
                    tables=", ".join(copy.left_out)
                )
            )
        return {self.OUTPUT: connection or str(Path(file)), self.ROWS: copy.rows}
