# SPDX-License-Identifier: GPL-2.0-or-later
"""est:forget – scrub one row of a database, with its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingOutputString, QgsProcessingParameterString

from est_plugin.db import privacy
from est_plugin.i18n import translate
from est_plugin.processing import database_input
from est_plugin.processing.algorithm import EstAlgorithm

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from est_plugin.feedback import Feedback


class ForgetAlgorithm(EstAlgorithm):
    """Face of ``db.privacy.forget``."""

    ID = "forget"
    ICON = "database"
    UUID = "UUID"
    TABLES = "TABLES"

    def displayName(self) -> str:
        return translate("est_plugin", "Forget a row")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "For a row that should never have been stored, such as one that names a person. An incident goes "
            "altogether, with its history and the row in quarantine that it came from; of a measure, a walk or a "
            "hotspot an empty shell stays, since other rows refer to it. It cannot be undone. A file is written anew, "
            "so that no trace stays in it: close it in other windows and programs first. Copies and backups are not "
            "reached. On a server only an administrator may forget.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        database_input.declare(self)
        self.add(
            QgsProcessingParameterString(self.UUID, translate("est_plugin", "uuid of the row")),
            translate("est_plugin", "As the field uuid of the layer holds it."),
        )
        self.addOutput(QgsProcessingOutputString(self.TABLES, translate("est_plugin", "Tables that held the row")))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        database = database_input.database_of(self, parameters, context)
        uuid = self.parameterAsString(parameters, self.UUID, context).strip()
        tables = ", ".join(privacy.forget(database, uuid))
        feedback.info(translate("est_plugin", "Forgotten: {uuid} in {tables}.").format(uuid=uuid, tables=tables))
        return {self.TABLES: tables}
