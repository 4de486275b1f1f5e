# SPDX-License-Identifier: GPL-2.0-or-later
"""est:walksheet – the paper of a safety walk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from est_plugin.export.background import background_of
from est_plugin.export.walk_plan import PAPERS, make_walk_plan
from est_plugin.export.walk_sheet import write_walk_sheet
from est_plugin.i18n import LANGUAGES, translate
from est_plugin.processing import database_input
from est_plugin.processing.algorithm import EstAlgorithm

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from est_plugin.feedback import Feedback


class WalkSheetAlgorithm(EstAlgorithm):
    """Face of ``export.walk_sheet``."""

    ID = "walksheet"
    ICON = "sheet"
    WALK = "WALK"
    PAPER = "PAPER"
    LANGUAGE = "LANGUAGE"
    BACKGROUND = "BACKGROUND"
    OUTPUT = "OUTPUT"

    def displayName(self) -> str:
        return translate("est_plugin", "Write walk sheet")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Writes a safety walk as a PDF to print: a sheet for the leader, a page with map, checklist and room to "
            "write for each stop, and a map for the participants. Black and white, without any incident.",
        )

    def flags(self) -> Qgis.ProcessingAlgorithmFlags:
        """Layouts may only be composed on the main thread."""
        return super().flags() | Qgis.ProcessingAlgorithmFlag.NoThreading

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        database_input.declare(self)
        self.add(
            QgsProcessingParameterString(self.WALK, translate("est_plugin", "Walk"), optional=True),
            translate("est_plugin", "The uuid of the walk. Without one the newest planned walk is written."),
        )
        self.add(
            QgsProcessingParameterEnum(self.PAPER, translate("est_plugin", "Paper"), list(PAPERS), defaultValue=0),
            translate("est_plugin", "On A3 two pages stand side by side, and the participants' map fills a sheet."),
        )
        names = [translate("est_plugin", "Swedish"), translate("est_plugin", "English")]
        self.add(QgsProcessingParameterEnum(self.LANGUAGE, translate("est_plugin", "Language"), names, defaultValue=0))
        self.add(
            QgsProcessingParameterMultipleLayers(
                self.BACKGROUND, translate("est_plugin", "Background map"), optional=True
            ),
            translate("est_plugin", "Top layer first. Without layers the database's own town map is drawn in grey."),
        )
        self.add(
            QgsProcessingParameterFileDestination(self.OUTPUT, translate("est_plugin", "Walk sheet"), "PDF (*.pdf)")
        )

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        layers = self.parameterAsLayerList(parameters, self.BACKGROUND, context)
        plan = make_walk_plan(
            database_input.database_of(self, parameters, context),
            self.parameterAsString(parameters, self.WALK, context).strip(),
            paper=PAPERS[self.parameterAsEnum(parameters, self.PAPER, context)],
            language=LANGUAGES[self.parameterAsEnum(parameters, self.LANGUAGE, context)],
            background=tuple(map(background_of, layers)) or None,
        )
        target = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context))
        return {self.OUTPUT: str(write_walk_sheet(plan, target, feedback))}
