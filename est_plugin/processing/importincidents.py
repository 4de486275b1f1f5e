# SPDX-License-Identifier: GPL-2.0-or-later
"""est:importincidents – from a file of reports to checked incidents, quarantine and a report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from est_plugin.db.imports import last_mapping
from est_plugin.i18n import translate
from est_plugin.intake.column_mapping import ColumnMapping
from est_plugin.intake.csv_file import read_csv
from est_plugin.intake.importer import import_incidents
from est_plugin.intake.mapping_proposal import propose
from est_plugin.intake.report_text import lines
from est_plugin.processing import database_input
from est_plugin.processing.algorithm import EstAlgorithm

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from est_plugin.db.database import Database
    from est_plugin.feedback import Feedback


class ImportIncidentsAlgorithm(EstAlgorithm):
    """Face of ``intake.importer``."""

    ID = "importincidents"
    ICON = "import"
    INPUT = "INPUT"
    MAPPING = "MAPPING"
    SOURCE = "SOURCE"
    ROWS = "ROWS"
    ACCEPTED = "ACCEPTED"
    KNOWN = "KNOWN"
    CHANGED = "CHANGED"
    QUARANTINED = "QUARANTINED"

    def displayName(self) -> str:
        return translate("est_plugin", "Import incidents")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Reads a CSV file of reports into the database. Every row becomes an incident, is known already, or goes "
            "to quarantine with the reason. The same file twice adds nothing. Personal identity numbers, telephone "
            "numbers, e-mail addresses and registration marks in the texts are masked.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        database_input.declare(self)
        self.add(
            QgsProcessingParameterFile(self.INPUT, translate("est_plugin", "File of reports")),
            translate("est_plugin", "A CSV file with a header row, plain or packed (.csv.gz)."),
        )
        self.add(
            QgsProcessingParameterFile(
                self.MAPPING, translate("est_plugin", "Column mapping"), extension="json", optional=True
            ),
            translate(
                "est_plugin",
                "Says which column holds what. Left out: the mapping used last for the source, or else one proposed "
                "from the names of the columns.",
            ),
        )
        self.add(
            QgsProcessingParameterString(self.SOURCE, translate("est_plugin", "Source"), optional=True),
            translate(
                "est_plugin",
                "Name of the register the reports come from; without a column mapping the name of the file is taken.",
            ),
        )
        for name, text in (
            (self.ROWS, translate("est_plugin", "Rows read")),
            (self.ACCEPTED, translate("est_plugin", "New incidents")),
            (self.KNOWN, translate("est_plugin", "Known already")),
            (self.CHANGED, translate("est_plugin", "Known, but saying something else")),
            (self.QUARANTINED, translate("est_plugin", "In quarantine")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        database = database_input.database_of(self, parameters, context)
        path = Path(self.parameterAsFile(parameters, self.INPUT, context))
        mapping = _mapping(
            database,
            path,
            self.parameterAsFile(parameters, self.MAPPING, context),
            self.parameterAsString(parameters, self.SOURCE, context),
        )
        for name, columns in mapping.columns.items():
            feedback.info(f"{translate('est_plugin', name.label)}: {', '.join(columns)}")
        feedback.info(f"{translate('est_plugin', 'Coordinate system')}: {mapping.crs_authid}")
        report = import_incidents(database, path, mapping, feedback)
        for line in lines(report):
            feedback.info(line)
        return {
            self.ROWS: report.rows_read,
            self.ACCEPTED: report.accepted,
            self.KNOWN: report.known,
            self.CHANGED: len(report.changed),
            self.QUARANTINED: report.quarantined,
        }


def _mapping(database: Database, path: Path, mapping_file: str, source: str) -> ColumnMapping:
    """The mapping given, else the one used last for the source, else one proposed from the file's header."""
    if mapping_file:
        mapping = ColumnMapping.load(Path(mapping_file))
        return mapping.from_source(source) if source else mapping
    name = source or path.name.partition(".")[0]
    if (saved := last_mapping(database, name)) is not None:
        return ColumnMapping.from_json(saved)
    return propose(read_csv(path).headers, source=name, crs_authid=database.crs_authid)
