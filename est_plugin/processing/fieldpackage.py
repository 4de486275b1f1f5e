# SPDX-License-Identifier: GPL-2.0-or-later
"""est:fieldpackage – a safety walk for QField and Mergin Maps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingOutputFile,
    QgsProcessingOutputFolder,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from est_plugin.db.field_office import find_walk
from est_plugin.export.background import background_of
from est_plugin.export.field_package import write_field_package
from est_plugin.i18n import LANGUAGES, translate
from est_plugin.processing import database_input
from est_plugin.processing.algorithm import EstAlgorithm

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from est_plugin.export.plan import BackgroundLayer
    from est_plugin.feedback import Feedback

_TOWN, _NONE, _LAYERS = range(3)


class FieldPackageAlgorithm(EstAlgorithm):
    """Face of ``export.field_package``."""

    ID = "fieldpackage"
    ICON = "field"
    WALK = "WALK"
    BASEMAP = "BASEMAP"
    LAYERS = "LAYERS"
    LANGUAGE = "LANGUAGE"
    OUTPUT = "OUTPUT"
    PACKAGE = "PACKAGE"
    PROJECT = "PROJECT"

    def __init__(self) -> None:
        super().__init__()
        self._background: tuple[BackgroundLayer, ...] = ()

    def displayName(self) -> str:
        return translate("est_plugin", "Safety walk to the field")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Writes a folder for QField and Mergin Maps: the route, the stops, the checklist and a map of the "
            "surroundings that needs no network. It holds only this walk, and no incidents and no hotspots.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        database_input.declare(self)
        self.add(
            QgsProcessingParameterString(self.WALK, translate("est_plugin", "Safety walk")),
            translate("est_plugin", "Its title, or its id."),
        )
        maps = [
            translate("est_plugin", "The database's own map"),
            translate("est_plugin", "No map"),
            translate("est_plugin", "The layers below"),
        ]
        self.add(
            QgsProcessingParameterEnum(self.BASEMAP, translate("est_plugin", "Background map"), maps, defaultValue=0)
        )
        self.add(
            QgsProcessingParameterMultipleLayers(
                self.LAYERS, translate("est_plugin", "Layers of the background map"), optional=True
            ),
            translate("est_plugin", "Top layer first."),
        )
        names = [translate("est_plugin", "Swedish"), translate("est_plugin", "English")]
        self.add(QgsProcessingParameterEnum(self.LANGUAGE, translate("est_plugin", "Language"), names, defaultValue=0))
        self.add(
            QgsProcessingParameterFolderDestination(self.OUTPUT, translate("est_plugin", "Folder")),
            translate("est_plugin", "The package becomes a new folder in it. One that is there is never touched."),
        )
        self.addOutput(QgsProcessingOutputFolder(self.PACKAGE, translate("est_plugin", "Field package")))
        self.addOutput(QgsProcessingOutputFile(self.PROJECT, translate("est_plugin", "Project")))

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> bool:
        """Take the background as it is now, while QGIS runs this where the layers live."""

        def take() -> dict[str, Any]:
            layers = self.parameterAsLayerList(parameters, self.LAYERS, context)
            self._background = tuple(map(background_of, layers or ()))
            return {}

        self._spoken(take)
        return super().prepareAlgorithm(parameters, context, feedback)

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        database = database_input.database_of(self, parameters, context)
        backgrounds = {_TOWN: None, _NONE: (), _LAYERS: self._background}
        package = write_field_package(
            database,
            find_walk(database, self.parameterAsString(parameters, self.WALK, context)),
            Path(self.parameterAsString(parameters, self.OUTPUT, context)),
            feedback,
            background=backgrounds[self.parameterAsEnum(parameters, self.BASEMAP, context)],
            language=LANGUAGES[self.parameterAsEnum(parameters, self.LANGUAGE, context)],
        )
        return {self.PACKAGE: str(package.folder), self.PROJECT: str(package.project)}
