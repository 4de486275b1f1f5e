# SPDX-License-Identifier: GPL-2.0-or-later
"""est:demodatabase – a database of a fictitious town, to try everything on."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
)

from est_plugin.db.times import LOCAL_ZONE
from est_plugin.i18n import translate
from est_plugin.intake.demo_town import create_demo_database
from est_plugin.intake.report_text import lines
from est_plugin.processing.algorithm import EstAlgorithm

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from est_plugin.feedback import Feedback

_SEED = 1


class DemoDatabaseAlgorithm(EstAlgorithm):
    """Face of ``intake.demo_town``."""

    ID = "demodatabase"
    ICON = "database"
    OUTPUT = "OUTPUT"
    SEED = "SEED"
    ACCEPTED = "ACCEPTED"
    QUARANTINED = "QUARANTINED"

    def displayName(self) -> str:
        return translate("est_plugin", "Create demo database")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Makes a database of Lindvik, a town that does not exist: streets, houses and lamps, and fourteen months "
            "of reports from five organisations, imported from files as untidy as real ones.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        self.add(
            QgsProcessingParameterFileDestination(
                self.OUTPUT, translate("est_plugin", "Database"), translate("est_plugin", "GeoPackage (*.gpkg)")
            )
        )
        self.add(
            QgsProcessingParameterNumber(
                self.SEED,
                translate("est_plugin", "Seed"),
                Qgis.ProcessingNumberParameterType.Integer,
                defaultValue=_SEED,
                minValue=0,
            ),
            translate("est_plugin", "The same number gives the same town."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.ACCEPTED, translate("est_plugin", "New incidents")))
        self.addOutput(QgsProcessingOutputNumber(self.QUARANTINED, translate("est_plugin", "In quarantine")))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        demo = create_demo_database(
            Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context)),
            seed=self.parameterAsInt(parameters, self.SEED, context),
            until=datetime.now(LOCAL_ZONE).date(),
            feedback=feedback,
        )
        for report in demo.reports:
            for line in lines(report):
                feedback.info(line)
        return {
            self.OUTPUT: str(demo.database.path),
            self.ACCEPTED: sum(report.accepted for report in demo.reports),
            self.QUARANTINED: sum(report.quarantined for report in demo.reports),
        }
