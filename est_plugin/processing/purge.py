# SPDX-License-Identifier: GPL-2.0-or-later
"""est:purge – take away what is older than the retention of a database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingOutputNumber

from est_plugin.db import privacy
from est_plugin.i18n import translate
from est_plugin.processing import database_input
from est_plugin.processing.algorithm import EstAlgorithm

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from est_plugin.feedback import Feedback


class PurgeAlgorithm(EstAlgorithm):
    """Face of ``db.privacy.purge``."""

    ID = "purge"
    ICON = "database"
    INCIDENTS = "INCIDENTS"
    QUARANTINE = "QUARANTINE"
    SHELLS = "SHELLS"
    HISTORY = "HISTORY"

    def displayName(self) -> str:
        return translate("est_plugin", "Purge old rows")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Takes away what is older than the retention of the database: incidents, their history and the rows in "
            "quarantine. What was deleted more than 30 days ago goes too; of a measure, a walk or a hotspot an empty "
            "shell stays. It cannot be undone. A file is written anew, so that no trace stays in it: close it in other "
            "windows and programs first. On a server only an administrator may purge.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        database_input.declare(self)
        for name, text in (
            (self.INCIDENTS, translate("est_plugin", "Incidents purged")),
            (self.QUARANTINE, translate("est_plugin", "Rows in quarantine purged")),
            (self.SHELLS, translate("est_plugin", "Other rows scrubbed")),
            (self.HISTORY, translate("est_plugin", "Steps of the history purged")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        database = database_input.database_of(self, parameters, context)
        purged = privacy.purge(database)
        feedback.info(
            translate(
                "est_plugin",
                "Purged: {incidents} incidents, {quarantine} rows in quarantine, {shells} other rows and {history} "
                "steps of the history.",
            ).format(
                incidents=purged.incidents,
                quarantine=purged.quarantine,
                shells=purged.shells,
                history=purged.history,
            )
        )
        return {
            self.INCIDENTS: purged.incidents,
            self.QUARANTINE: purged.quarantine,
            self.SHELLS: purged.shells,
            self.HISTORY: purged.history,
        }
