# SPDX-License-Identifier: GPL-2.0-or-later
"""How does an algorithm give its result as a page, for those who want one?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterFileDestination

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from est_plugin.processing.algorithm import EstAlgorithm


REPORT = "REPORT"


def declare(algorithm: EstAlgorithm) -> None:
    """Add the parameter."""
    algorithm.add(
        QgsProcessingParameterFileDestination(
            REPORT, translate("est_plugin", "Report"), "HTML (*.html)", optional=True, createByDefault=False
        ),
        translate("est_plugin", "The result in words, with its chart and its method, for any browser."),
    )


def write_report(
    algorithm: EstAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, html: str
) -> str | None:
    """Write ``html`` where the parameter says, and give the path; None if no report was asked for.

    Raises ExportError if the file cannot be written.
    """
    path = algorithm.parameterAsFileOutput(parameters, REPORT, context)
    if not path:
        return None
    try:
        Path(path).write_text(html, encoding="utf-8")
    except OSError as error:
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "The result could not be saved as {path}."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The computer says: {error}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a folder that you may write to."),
            path=path,
            error=error,
        ) from error
    return path
