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
    QgsProcessingParameterString,
)

from est_plugin.db.approvals import Approval
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.domain.edition import Edition, Part
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from est_plugin.export.background import background_of
from est_plugin.export.output_digest import check_quoted
from est_plugin.export.package import write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.preset import MEETINGS, OPTIONAL_PARTS, PackageChoices
from est_plugin.export.publishing import approve
from est_plugin.export.request import PackageRequest, PaperSize, Quality
from est_plugin.i18n import LANGUAGES, Language, translate, user_language
from est_plugin.processing import database_input, public_input
from est_plugin.processing.algorithm import EstAlgorithm

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from est_plugin.export.package import Drawn
    from est_plugin.export.publishing import Publishing
    from est_plugin.feedback import Feedback

EDITIONS = tuple(Edition)


class ExportPackageAlgorithm(EstAlgorithm):
    """Face of ``export.package``."""

    ID = "exportpackage"
    ICON = "package"
    PERIOD_START = "PERIOD_START"
    PERIOD_END = "PERIOD_END"
    FOLDER = "FOLDER"
    LANGUAGE = "LANGUAGE"
    BACKGROUND = "BACKGROUND"
    EDITION = "EDITION"
    SECOND_LANGUAGE = "SECOND_LANGUAGE"
    MEETING = "MEETING"
    SUMMARY = "SUMMARY"
    CONTACT = "CONTACT"
    PAPER = "PAPER"
    QUALITY = "QUALITY"
    PARTS = "PARTS"
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
            "any browser without a network, a PDF, and what else the edition allows. The edition says for whom the "
            "package is: only that of the working group holds single incidents, as places with category and time, and "
            "none holds a description. What stands above the edition's information class stays in the database.",
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
        self._declare_readers()
        self.add(
            QgsProcessingParameterMultipleLayers(
                self.BACKGROUND, translate("est_plugin", "Background map"), optional=True
            ),
            translate("est_plugin", "Top layer first. Without layers the database's own town map is drawn in grey."),
        )
        self._declare_files()
        public_input.declare(self)
        self.addOutput(QgsProcessingOutputFolder(self.PACKAGE, translate("est_plugin", "Map package")))
        self.addOutput(QgsProcessingOutputFile(self.HTML, translate("est_plugin", "Map page (HTML)")))
        self.addOutput(QgsProcessingOutputFile(self.PDF, translate("est_plugin", "PDF")))
        self.addOutput(QgsProcessingOutputFile(self.ZIP, translate("est_plugin", "Zip file")))

    def _declare_readers(self) -> None:
        """For whom it is, in what words."""
        names = [translate("est_plugin", "Swedish"), translate("est_plugin", "English")]
        self.add(QgsProcessingParameterEnum(self.LANGUAGE, translate("est_plugin", "Language"), names, defaultValue=0))
        self._choose(
            self.EDITION,
            translate("est_plugin", "Edition"),
            [translate("est_plugin", edition.label) for edition in EDITIONS],
            translate("est_plugin", "For whom the package is, and so what may stand in it."),
            default=EDITIONS.index(Edition.MEETING),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.SECOND_LANGUAGE, translate("est_plugin", "Second language"), names, optional=True
            ),
            translate("est_plugin", "The map page gets a button that switches to it. Without one it has one language."),
        )
        self.add(
            QgsProcessingParameterString(
                self.SUMMARY, translate("est_plugin", "Summary"), multiLine=True, optional=True
            ),
            translate("est_plugin", "What the map shows, in your words. Without it: as the numbers say it."),
        )
        self.add(
            QgsProcessingParameterString(self.CONTACT, translate("est_plugin", "Contact"), optional=True),
            translate(
                "est_plugin", "Whom a reader may ask: a function, never a person. It stands in the foot of the page."
            ),
        )

    def _declare_files(self) -> None:
        """What lies beside the page, and how fine."""
        self._choose(
            self.MEETING,
            translate("est_plugin", "Agenda"),
            [translate("est_plugin", label) for label in MEETINGS.values()],
            translate("est_plugin", "Which agenda goes along, to write the minutes in."),
        )
        self._choose(
            self.PAPER,
            translate("est_plugin", "Paper"),
            [size.value for size in PaperSize],
            translate("est_plugin", "Size of the sheets of the PDF."),
        )
        self._choose(
            self.QUALITY,
            translate("est_plugin", "Quality"),
            [translate("est_plugin", quality.label) for quality in Quality],
            translate("est_plugin", "How fine the maps of the PDF are. Finer maps make a larger file."),
            default=list(Quality).index(Quality.MEETING),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.PARTS,
                translate("est_plugin", "What goes along"),
                [translate("est_plugin", label) for label in OPTIONAL_PARTS.values()],
                allowMultiple=True,
                defaultValue=list(range(len(OPTIONAL_PARTS))),
                optional=True,
            ),
            translate("est_plugin", "What the edition does not allow stays out even if it is ticked."),
        )

    def _choose(self, name: str, label: str, options: list[str], text: str, *, default: int = 0) -> None:
        """Declare a choice of one."""
        self.add(QgsProcessingParameterEnum(name, label, options, defaultValue=default), text)

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        database = database_input.database_of(self, parameters, context)
        request, function, quoted = (
            self._request(parameters, context),
            self.parameterAsString(parameters, public_input.APPROVED_BY, context).strip(),
            self.parameterAsString(parameters, public_input.APPROVED_DIGEST, context),
        )
        is_shown_only = request.edition is Edition.PUBLIC and not function
        if request.edition is Edition.PUBLIC and function:
            Approval.check(function)
            check_quoted(quoted)
        plan = make_plan(database, request, today=datetime.now(LOCAL_ZONE).date())
        if is_shown_only:
            return {public_input.DIGEST: public_input.tell(plan, feedback)}

        def approved(drawn: Drawn) -> Publishing:
            check_quoted(quoted, drawn)
            return approve(database, drawn.plan, function)

        folder = Path(self.parameterAsString(parameters, self.FOLDER, context))
        result = write_package(plan, folder, feedback, approved)
        for warning in result.warnings:
            feedback.info(Language(user_language()).say(warning))
        return {
            self.PACKAGE: str(result.folder),
            self.HTML: str(result.html),
            self.PDF: None if result.pdf is None else str(result.pdf),
            self.ZIP: str(result.archive),
        }

    def _request(self, parameters: dict[str, Any], context: QgsProcessingContext) -> PackageRequest:
        first, last = (
            self.parameterAsDateTime(parameters, name, context).date().toPyDate()
            for name in (self.PERIOD_START, self.PERIOD_END)
        )
        language, edition, meeting, paper, quality = (
            self.parameterAsEnum(parameters, name, context)
            for name in (self.LANGUAGE, self.EDITION, self.MEETING, self.PAPER, self.QUALITY)
        )
        layers = self.parameterAsLayerList(parameters, self.BACKGROUND, context)
        choices = PackageChoices(EDITIONS[edition], left_out=self._left_out(parameters, context))
        return PackageRequest(
            IncidentFilter(Period.between(first, last)),
            edition=choices.edition,
            language=LANGUAGES[language],
            second_language=self._second_language(parameters, context, LANGUAGES[language]),
            background=tuple(map(background_of, layers)) or None,
            wanted=choices.wanted,
            meeting=tuple(MEETINGS)[meeting],
            summary=self.parameterAsString(parameters, self.SUMMARY, context).strip(),
            contact=self.parameterAsString(parameters, self.CONTACT, context).strip(),
            paper=tuple(PaperSize)[paper],
            quality=tuple(Quality)[quality],
            addresses=public_input.addresses_of(self, parameters, context),
        )

    def _second_language(self, parameters: dict[str, Any], context: QgsProcessingContext, first: str) -> str | None:
        if parameters.get(self.SECOND_LANGUAGE) is None:
            return None
        second = LANGUAGES[self.parameterAsEnum(parameters, self.SECOND_LANGUAGE, context)]
        return None if second == first else second

    def _left_out(self, parameters: dict[str, Any], context: QgsProcessingContext) -> frozenset[Part]:
        ticked = set(self.parameterAsEnums(parameters, self.PARTS, context))
        return frozenset(part for number, part in enumerate(OPTIONAL_PARTS) if number not in ticked)
