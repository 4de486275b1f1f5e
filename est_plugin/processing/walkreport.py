# SPDX-License-Identifier: GPL-2.0-or-later
"""est:walkreport – the report to those who took part in a safety walk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingOutputFile,
    QgsProcessingOutputFolder,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from est_plugin.export.walk_report import write_walk_report
from est_plugin.export.walk_report_plan import make_walk_report, report_choices
from est_plugin.export.walk_report_release import left_out_note
from est_plugin.i18n import LANGUAGES, translate
from est_plugin.processing import database_input
from est_plugin.processing.algorithm import EstAlgorithm

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from est_plugin.feedback import Feedback


class WalkReportAlgorithm(EstAlgorithm):
    """Face of ``export.walk_report``."""

    ID = "walkreport"
    ICON = "information"
    WALK = "WALK"
    LANGUAGE = "LANGUAGE"
    INCLUDE_COMMENTS = "INCLUDE_COMMENTS"
    PHOTOS = "PHOTOS"
    OUTPUT = "OUTPUT"
    REPORT = "REPORT"
    HTML = "HTML"
    PDF = "PDF"

    def displayName(self) -> str:
        return translate("est_plugin", "Write the report of a safety walk")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Writes what was seen on a safety walk and what becomes of it, for those who took part: a PDF, and a page "
            "that opens in any browser without a network. No incident, no hotspot and no name of a person goes along.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        database_input.declare(self)
        self.add(
            QgsProcessingParameterString(self.WALK, translate("est_plugin", "Walk"), optional=True),
            translate("est_plugin", "The uuid of the walk. Without one the newest that was walked is reported."),
        )
        names = [translate("est_plugin", "Swedish"), translate("est_plugin", "English")]
        self.add(QgsProcessingParameterEnum(self.LANGUAGE, translate("est_plugin", "Language"), names, defaultValue=0))
        self.add(
            QgsProcessingParameterBoolean(
                self.INCLUDE_COMMENTS, translate("est_plugin", "With the comments"), defaultValue=False
            ),
            translate("est_plugin", "As they were written on the walk. Read them all first: names are not found."),
        )
        self.add(
            QgsProcessingParameterBoolean(self.PHOTOS, translate("est_plugin", "With the photos"), defaultValue=False),
            translate("est_plugin", "Those that a person has ticked in the form: no face and no plate on them."),
        )
        self.add(
            QgsProcessingParameterFolderDestination(self.OUTPUT, translate("est_plugin", "Folder")),
            translate("est_plugin", "The report becomes a new folder in it. One that is there is never replaced."),
        )
        self.addOutput(QgsProcessingOutputFolder(self.REPORT, translate("est_plugin", "Report")))
        self.addOutput(QgsProcessingOutputFile(self.HTML, translate("est_plugin", "Page (HTML)")))
        self.addOutput(QgsProcessingOutputFile(self.PDF, translate("est_plugin", "PDF")))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        database = database_input.database_of(self, parameters, context)
        walk = self.parameterAsString(parameters, self.WALK, context).strip()
        language = LANGUAGES[self.parameterAsEnum(parameters, self.LANGUAGE, context)]
        choices = report_choices(database, walk, language)
        released = choices.everything(
            words=self.parameterAsBoolean(parameters, self.INCLUDE_COMMENTS, context),
            photos=self.parameterAsBoolean(parameters, self.PHOTOS, context),
        )
        report = make_walk_report(database, walk, language=language, released=released)
        folder = Path(self.parameterAsString(parameters, self.OUTPUT, context))
        written = write_walk_report(report, folder / choices.name, feedback)
        if written.left_out:
            feedback.info(left_out_note(written.left_out))
        return {self.REPORT: str(written.folder), self.HTML: str(written.html), self.PDF: str(written.pdf)}
