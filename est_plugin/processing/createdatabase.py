# SPDX-License-Identifier: GPL-2.0-or-later
"""est:createdatabase – make a database, or upgrade one that an older plugin made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterProviderConnection,
    QgsProcessingParameterString,
)

from est_plugin.db import schema_version
from est_plugin.db.migrator import create_database, upgrade_database
from est_plugin.db.server import saved_connection
from est_plugin.db.server_migrator import create_server_database, has_server_database, upgrade_server_database
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.i18n import translate
from est_plugin.processing.algorithm import EstAlgorithm
from est_plugin.processing.database_input import check_one_place

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext

    from est_plugin.feedback import Feedback


class CreateDatabaseAlgorithm(EstAlgorithm):
    """Face of ``db.migrator`` and ``db.server_migrator``."""

    ID = "createdatabase"
    ICON = "database"
    OUTPUT = "OUTPUT"
    CONNECTION = "CONNECTION"
    CRS = "CRS"
    MUNICIPALITY = "MUNICIPALITY"
    MUNICIPALITY_NAME = "MUNICIPALITY_NAME"
    SCHEMA_VERSION = "SCHEMA_VERSION"

    def displayName(self) -> str:
        return translate("est_plugin", "Create or upgrade database")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Makes an EST database with the default code lists: one GeoPackage file, or the schema est in a PostgreSQL "
            "database with PostGIS. What is an EST database already is upgraded to this plugin's version and keeps its "
            "data.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        self.add(
            QgsProcessingParameterFileDestination(
                self.OUTPUT,
                translate("est_plugin", "Database"),
                translate("est_plugin", "GeoPackage (*.gpkg)"),
                optional=True,
                createByDefault=False,
            )
        )
        self.add(
            QgsProcessingParameterProviderConnection(
                self.CONNECTION, translate("est_plugin", "PostgreSQL connection"), "postgres", optional=True
            ),
            translate(
                "est_plugin",
                "Instead of a file: a connection from QGIS's browser, for a database that many people share.",
            ),
        )
        self.add(
            QgsProcessingParameterCrs(
                self.CRS, translate("est_plugin", "Coordinate system"), defaultValue="EPSG:3006", optional=True
            ),
            translate("est_plugin", "SWEREF 99 TM, or the municipality's local zone. It cannot be changed later."),
        )
        self.add(
            QgsProcessingParameterString(
                self.MUNICIPALITY, translate("est_plugin", "Municipality code"), optional=True
            ),
            translate("est_plugin", "Four digits, for example 1781."),
        )
        self.add(
            QgsProcessingParameterString(
                self.MUNICIPALITY_NAME, translate("est_plugin", "Name of the municipality"), optional=True
            )
        )
        self.addOutput(QgsProcessingOutputNumber(self.SCHEMA_VERSION, translate("est_plugin", "Schema version")))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        file = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        connection = self.parameterAsConnectionName(parameters, self.CONNECTION, context)
        check_one_place(file, connection)
        properties = _Properties(
            municipality=self.parameterAsString(parameters, self.MUNICIPALITY, context),
            municipality_name=self.parameterAsString(parameters, self.MUNICIPALITY_NAME, context),
            crs=self.parameterAsCrs(parameters, self.CRS, context),
        )
        upgraded = (
            _in_server(connection, properties, feedback) if connection else _in_file(Path(file), properties, feedback)
        )
        if upgraded is not None:
            before, after = upgraded
            feedback.info(
                translate("est_plugin", "Schema version {before} was upgraded to {after}.").format(
                    before=before, after=after
                )
                if before != after
                else translate("est_plugin", "The database has the newest schema already.")
            )
        return {self.OUTPUT: connection or str(Path(file)), self.SCHEMA_VERSION: schema_version.CURRENT}


@dataclass(frozen=True)
class _Properties:
    """What a new database is told about itself."""

    municipality: str
    municipality_name: str
    crs: QgsCoordinateReferenceSystem


def _in_file(path: Path, properties: _Properties, feedback: Feedback) -> tuple[int, int] | None:
    """Upgrade the file and return the versions before and after, or create it."""
    if path.exists():
        return upgrade_database(path, feedback)
    create_database(
        path,
        srs_id=_epsg(properties.crs),
        municipality=properties.municipality,
        municipality_name=properties.municipality_name,
        feedback=feedback,
    )
    return None


def _in_server(name: str, properties: _Properties, feedback: Feedback) -> tuple[int, int] | None:
    """Upgrade the schema on the server and return the versions before and after, or create it."""
    address = saved_connection(name)
    if has_server_database(address):
        return upgrade_server_database(address, feedback)
    create_server_database(
        address,
        srs_id=_epsg(properties.crs),
        municipality=properties.municipality,
        municipality_name=properties.municipality_name,
        feedback=feedback,
    )
    return None


def _epsg(crs: QgsCoordinateReferenceSystem) -> int:
    """EPSG code of a CRS."""
    authority, _, code = crs.authid().partition(":")
    if authority != "EPSG":
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "{crs} cannot be the database's coordinate system."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It has no EPSG code, by which other programs would know it."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose SWEREF 99 TM (EPSG:3006) or a local SWEREF 99 zone."),
            crs=crs.userFriendlyIdentifier(),
        )
    return int(code)
