# SPDX-License-Identifier: GPL-2.0-or-later
"""The result of one analysis in a window of its own, beside the map, and its way into a file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QByteArray, QUrl
from qgis.PyQt.QtGui import QImage, QTextDocument
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QTextBrowser, QVBoxLayout

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.gui.messages import told
from est_plugin.i18n import Language, translate, user_language

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.export.result_page import ResultPage
    from est_plugin.gui.messages import Messages


class ResultWindow(QDialog):
    """Stays open beside the work; several results can be compared."""

    def __init__(self, parent: QWidget, messages: Messages, result: ResultPage) -> None:
        super().__init__(parent)
        self.messages = messages
        self.result = result
        self.setWindowTitle(result.title)
        self.resize(820, 760)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setHtml(self._with_pictures())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        # Qt's own translations are not part of every QGIS.
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(translate("est_plugin", "Close"))
        self.save_button = buttons.addButton(
            translate("est_plugin", "Save as…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.save_button.clicked.connect(lambda _checked: self.save())
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)

    def _with_pictures(self) -> str:
        """Qt's browser takes pictures from its document, not from data in the page."""
        for number, chart in enumerate(self.result.charts):
            picture = QImage.fromData(QByteArray(chart.svg), "SVG")
            self.text.document().addResource(QTextDocument.ResourceType.ImageResource, QUrl(f"chart:{number}"), picture)
        numbers = iter(range(len(self.result.charts)))
        page = self.result.html(Language(user_language()))
        return re.sub(r'src="data:[^"]*"', lambda _found: f'src="chart:{next(numbers)}"', page)

    @told
    def save(self) -> None:
        """Write the page into a file that any browser opens."""
        path, _ = QFileDialog.getSaveFileName(
            self, translate("est_plugin", "Save the result"), f"{self.result.title}.html", "HTML (*.html)"
        )
        if path:
            self.write(Path(path))

    def write(self, path: Path) -> None:
        """Raises ExportError if the file cannot be written."""
        try:
            path.with_suffix(".html").write_text(self.result.html(Language(user_language())), encoding="utf-8")
        except OSError as error:
            raise ExportError(
                QT_TRANSLATE_NOOP("est_plugin", "The result could not be saved as {path}."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The computer says: {error}."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a folder that you may write to."),
                path=path,
                error=error,
            ) from error
