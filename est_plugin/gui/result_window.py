# SPDX-License-Identifier: GPL-2.0-or-later
"""The result of one analysis in a window of its own, beside the map, and its way into a file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QByteArray, QUrl
from qgis.PyQt.QtGui import QImage, QTextDocument
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QMessageBox, QTextBrowser, QVBoxLayout

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.gui.messages import told
from est_plugin.i18n import Language, translate, user_language

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.export.result_page import ResultPage
    from est_plugin.gui.messages import Messages

_SUFFIX = ".html"


def suggested_name(title: str) -> str:
    """A file name made of the title, allowed everywhere (Windows refuses the most signs)."""
    return re.sub(r'[<>:"/\\|?*\x00-\x1f]', "", title).strip(" .") + _SUFFIX


def page_path(chosen: str) -> Path:
    """Where a page goes that a person gives this name; a point in the name is part of it, as in ``2026.10``."""
    return Path(chosen) if chosen.lower().endswith((_SUFFIX, ".htm")) else Path(chosen + _SUFFIX)


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
        self.buttons = buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
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
        title = translate("est_plugin", "Save the result")
        chosen, _ = QFileDialog.getSaveFileName(self, title, suggested_name(self.result.title), "HTML (*.html)")
        if not chosen:
            return
        path = page_path(chosen)
        # The dialog asks for the name that was typed, not for the one that it becomes.
        if path != Path(chosen) and path.exists() and not self._may_replace(path):
            return
        self.write(path)

    def _may_replace(self, path: Path) -> bool:
        text = translate("est_plugin", "{name} is already there. Replace it?").format(name=path.name)
        box = QMessageBox(QMessageBox.Icon.Warning, translate("est_plugin", "Save the result"), text, parent=self)
        replace = box.addButton(translate("est_plugin", "Replace"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(translate("est_plugin", "Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.exec()
        return box.clickedButton() is replace

    def write(self, path: Path) -> None:
        """Raises ExportError if the file cannot be written."""
        try:
            path.write_text(self.result.html(Language(user_language())), encoding="utf-8")
        except OSError as error:
            raise ExportError(
                QT_TRANSLATE_NOOP("est_plugin", "The result could not be saved as {path}."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The computer says: {error}."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a folder that you may write to."),
                path=path,
                error=error,
            ) from error
