# SPDX-License-Identifier: GPL-2.0-or-later
"""est:fieldreturn – bring a safety walk home from the field."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
)
from qgis.PyQt.QtCore import QMetaType

from est_plugin.db.catalogues import read_code_lists
from est_plugin.i18n import Language, translate, user_language
from est_plugin.intake.field_homecoming import Policy, Taken, bring_home, by_policy
from est_plugin.intake.field_return import RowState, read_return
from est_plugin.intake.field_words import FieldWords
from est_plugin.layers.pace import Pace
from est_plugin.processing import database_input, walk_parameters
from est_plugin.processing.algorithm import EstAlgorithm
from est_plugin.processing.row_output import Rows, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsProcessingContext

    from est_plugin.feedback import Feedback
    from est_plugin.intake.field_return import FieldChange, FieldReturn

_POLICIES = (Policy.CLEAR, Policy.FIELD, Policy.OFFICE)
_TEXT = QMetaType.Type.QString
_COLUMNS = (
    ("what", _TEXT),
    ("name", _TEXT),
    ("state", _TEXT),
    ("stored", QMetaType.Type.Bool),
    ("column", _TEXT),
    ("before", _TEXT),
    ("field", _TEXT),
    ("office", _TEXT),
    ("note", _TEXT),
    ("uuid", _TEXT),
)


class FieldReturnAlgorithm(EstAlgorithm):
    """Face of ``intake.field_return`` and ``intake.field_homecoming``."""

    ID = "fieldreturn"
    ICON = "field"
    FOLDER = "FOLDER"
    POLICY = "POLICY"
    REPORT = "REPORT"
    ROWS = "ROWS"
    PHOTOS = "PHOTOS"
    LEFT = "LEFT"

    def displayName(self) -> str:
        return translate("est_plugin", "Safety walk home from the field")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Brings observations, notes and photos of a safety walk home from QField or Mergin Maps. What is stored "
            "already is not stored again. A package that is not whole, or of another database, is refused. Photos are "
            "copied without place and camera data; the package stays as it is.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        database_input.declare(self)
        self.add(
            QgsProcessingParameterFile(
                self.FOLDER,
                translate("est_plugin", "Folder from the field"),
                Qgis.ProcessingFileParameterBehavior.Folder,
            )
        )
        policies = [
            translate("est_plugin", "Leave them, store what is new or changed in the field only"),
            translate("est_plugin", "The field's values count, deleted rows too"),
            translate("est_plugin", "The office's values count"),
        ]
        self.add(
            QgsProcessingParameterEnum(
                self.POLICY, translate("est_plugin", "Rows changed on both sides"), policies, defaultValue=0
            )
        )
        walk_parameters.declare_pace(self)
        self.add(
            QgsProcessingParameterFeatureSink(
                self.REPORT,
                translate("est_plugin", "What came home"),
                Qgis.ProcessingSourceType.Vector,
                optional=True,
                createByDefault=False,
            ),
            translate("est_plugin", "A table with each value before, in the field and in the office."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.ROWS, translate("est_plugin", "Rows stored")))
        self.addOutput(QgsProcessingOutputNumber(self.PHOTOS, translate("est_plugin", "Photos")))
        self.addOutput(QgsProcessingOutputNumber(self.LEFT, translate("est_plugin", "Rows not stored")))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        database = database_input.database_of(self, parameters, context)
        lists = read_code_lists(database)
        returned = read_return(database, Path(self.parameterAsFile(parameters, self.FOLDER, context)), lists, feedback)
        policy = _POLICIES[self.parameterAsEnum(parameters, self.POLICY, context)]
        chosen = by_policy(returned.changes, policy)
        pace = Pace(
            self.parameterAsDouble(parameters, walk_parameters.SPEED, context),
            self.parameterAsDouble(parameters, walk_parameters.MINUTES_PER_STOP, context),
        )
        home = bring_home(database, returned, chosen, pace, feedback)
        left = [change for change in returned.changes if not _is_stored(change, chosen)]
        words = FieldWords(lists, Language(user_language()))
        _tell(returned, len(home.unread), feedback)
        report = write_rows(
            self, parameters, context, self.REPORT, Rows.table(_COLUMNS, _report(returned, chosen, words))
        )
        result = {self.ROWS: home.rows, self.PHOTOS: home.photos, self.LEFT: len(left)}
        return result if report is None else {**result, self.REPORT: report}


def _tell(returned: FieldReturn, unread: int, feedback: Feedback) -> None:
    """Counts only: a log may be kept and passed on, and what was typed in the field may lead to a person."""
    notes = sum(len(change.notes) for change in returned.changes)
    if notes:
        feedback.info(
            translate("est_plugin", "%n remark(s) on the rows: read them in the table What came home.", "", notes)
        )
    if unread:
        feedback.info(translate("est_plugin", "%n photo(s) are no whole picture, and were left out.", "", unread))


def _is_stored(change: FieldChange, chosen: dict[tuple[str, str], Taken]) -> bool:
    return change.key in chosen and change.state is not RowState.UNSTORABLE


def _report(
    returned: FieldReturn, chosen: dict[tuple[str, str], Taken], words: FieldWords
) -> Iterator[tuple[object, ...]]:
    for change in returned.changes:
        head = (
            words.table(change.table),
            words.title(change, returned.names),
            words.state(change.state),
            _is_stored(change, chosen),
        )
        notes = " ".join(map(words.say, change.notes))
        shown = [
            (words.column(change.table, column.name), *words.values(change.table, column, returned.names))
            for column in change.columns
        ]
        for values in shown or [("", "", "", "")]:
            yield (*head, *values, notes, change.uuid)
