# SPDX-License-Identifier: GPL-2.0-or-later
"""What became of the map package? Its name and size, and the ways to it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from est_plugin.gui.package_texts import size_text
from est_plugin.i18n import Language, translate, user_language

if TYPE_CHECKING:
    from pathlib import Path

    from est_plugin.export.package import PackageResult


class PackageDone(QWidget):
    """Hidden until a package is written."""

    def __init__(self) -> None:
        super().__init__()
        self._html: Path | None = None
        self._folder: Path | None = None
        self.text = QLabel(wordWrap=True)
        buttons = QHBoxLayout()
        for text, slot in (
            (translate("est_plugin", "Open the package"), self.open_package),
            (translate("est_plugin", "Open the folder"), self.open_folder),
        ):
            button = QPushButton(text)
            button.clicked.connect(lambda _checked, slot=slot: slot())
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        layout.addLayout(buttons)
        self.hide()

    def tell(self, result: PackageResult) -> str:
        """Show where it is; returns the first line, for a message."""
        self._html, self._folder = result.html, result.folder.parent
        text = translate("est_plugin", "The map package is written: {folder}").format(folder=result.folder.name)
        size = translate("est_plugin", "The zip is {size}.").format(size=size_text(result.archive.stat().st_size))
        words = Language(user_language())
        lines = (text, size, *(f"⚠ {words.say(warning)}" for warning in result.warnings))
        # A name of one long word would make the dock wider: let it break where its parts meet.
        self.text.setText("<br>".join(map(escape, lines)).replace("_", "_\N{ZERO WIDTH SPACE}"))
        self.show()
        return text

    def open_package(self) -> None:
        """The map page, in the browser of the computer."""
        if self._html is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._html)))

    def open_folder(self) -> None:
        """The folder with the package and its zip."""
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
