# SPDX-License-Identifier: GPL-2.0-or-later
"""est:exportpackage – the map package for a meeting."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingOutputFile,
    QgsProcessingOutputFolder,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
)

from est_plugin.db.times import LOCAL_ZONE
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from est_plugin.export.background import background_of
from est_plugin.export.package import write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.i18n import LANGUAGES, Language, translate, user_language
from est_plugin.processing import database_input
from est_plugin.processing.algorithm import EstAlgorithm

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from est_plugin.feedback import Feedback


class ExportPackageAlgorithm(EstAlgorithm):
    """Face of ``export.package``."""

    ID = "exportpackage"
    ICON = "package"
    PERIOD_START = "PERIOD_START"
    PERIOD_END = "PERIOD_END"
    FOLDER = "FOLDER"
    LANGUAGE = "LANGUAGE"
    BACKGROUND = "BACKGROUND"
    PACKAGE = "PACKAGE"
    HTML = "HTML"
    PDF = "PDF"
    ZIP = "ZIP"

    def displayName(self) -> str:
        return translate("est_plugin", "Write map package")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Writes the situation picture of a period as a folder and a zip for a meeting: a map page that opens in "
            "any browser without a network, a PDF, and tables. No single incident "
            "and no description leaves the database.",
        )

    def flags(self) -> Qgis.ProcessingAlgorithmFlags:
        """Layouts may only be composed on the main thread."""
        return super().flags() | Qgis.ProcessingAlgorithmFlag.NoThreading

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        database_input.declare(self)
        for name, label in (
            (self.PERIOD_START, translate("est_plugin", "First day")),
            (self.PERIOD_END, translate("est_plugin", "Last day")),
        ):
            self.add(QgsProcessingParameterDateTime(name, label, Qgis.ProcessingDateTimeParameterDataType.Date))
        self.add(
            QgsProcessingParameterFile(
                self.FOLDER, translate("est_plugin", "Folder"), Qgis.ProcessingFileParameterBehavior.Folder
            ),
            translate(
                "est_plugin", "The package becomes a folder and a zip in it. A package of the same name is replaced."
            ),
        )
        names = [translate("est_plugin", "Swedish"), translate("est_plugin", "English")]
        self.add(QgsProcessingParameterEnum(self.LANGUAGE, translate("est_plugin", "Language"), names, defaultValue=0))
        self.add(
            QgsProcessingParameterMultipleLayers(
                self.BACKGROUND, translate("est_plugin", "Background map"), optional=True
            ),
            translate("est_plugin", "Top layer first. Without layers the database's own town map is drawn in grey."),
        )
        self.addOutput(QgsProcessingOutputFolder(self.PACKAGE, translate("est_plugin", "Map package")))
        self.addOutput(QgsProcessingOutputFile(self.HTML, translate("est_plugin", "Map page (HTML)")))
        self.addOutput(QgsProcessingOutputFile(self.PDF, translate("est_plugin", "PDF")))
        self.addOutput(QgsProcessingOutputFile(self.ZIP, translate("est_plugin", "Zip file")))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        first, last = (
            self.parameterAsDateTime(parameters, name, context).date().toPyDate()
            for name in (self.PERIOD_START, self.PERIOD_END)
        )
        layers = self.parameterAsLayerList(parameters, self.BACKGROUND, context)
        plan = make_plan(
            database_input.database_of(self, parameters, context),
            PackageRequest(
                IncidentFilter(Period.between(first, last)),
                language=LANGUAGES[self.parameterAsEnum(parameters, self.LANGUAGE, context)],
                background=tuple(map(background_of, layers)) or None,
            ),
            today=datetime.now(LOCAL_ZONE).date(),
        )
        result = write_package(plan, Path(self.parameterAsString(parameters, self.FOLDER, context)), feedback)
        for warning in result.warnings:
            feedback.info(Language(user_language()).say(warning))
        return {
            self.PACKAGE: str(result.folder),
            self.HTML: str(result.html),
            self.PDF: None if result.pdf is None else str(result.pdf),
            self.ZIP: str(result.archive),
        }
