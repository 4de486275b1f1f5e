# SPDX-License-Identifier: GPL-2.0-or-later
"""The user manual in a window of its own, beside the work; it needs no network and no browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QTextCursor, QTextDocument
from qgis.PyQt.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from est_plugin import paths
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from qgis.PyQt.QtGui import QTextBlock

#: Headings of this level stand in the table of contents; level 1 is the title of the manual.
_CHAPTER_LEVEL = 2
_STYLE = """
    body { font-size: 10.5pt; line-height: 140%; }
    h1 { font-size: 19pt; } h2 { font-size: 15pt; } h3 { font-size: 12pt; }
"""


class HelpWindow(QDialog):
    """The manual with its chapters to the left."""

    def __init__(self, parent: QWidget) -> None:
        """Raises InputError if the manual is not part of this installation."""
        super().__init__(parent)
        self.setWindowTitle(translate("est_plugin", "EST manual"))
        self.resize(1000, 760)
        self.chapters = QListWidget()
        self.chapters.setFixedWidth(220)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(18)
        layout = QHBoxLayout(self)
        layout.addWidget(self.chapters)
        layout.addWidget(self.text, 1)
        self._load()
        self.chapters.currentItemChanged.connect(self._on_chapter)
        self.text.anchorClicked.connect(self._on_link)

    def open_at(self, chapter: str) -> None:
        """Show the window at the chapter with this title; at the beginning if there is none."""
        found = self.chapters.findItems(chapter, Qt.MatchFlag.MatchFixedString)
        self.chapters.setCurrentItem(found[0] if found else self.chapters.item(0))
        self.show()
        self.raise_()
        self.activateWindow()

    def _load(self) -> None:
        path = paths.DOCS / "manual" / "sv.md"
        if not path.is_file():
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The manual cannot be shown."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The file {path} is not part of this installation."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Install the plugin again."),
                path=path,
            )
        self.text.document().setDefaultStyleSheet(_STYLE)
        self.text.setSource(QUrl.fromLocalFile(str(path)), QTextDocument.ResourceType.MarkdownResource)
        block = self.text.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == _CHAPTER_LEVEL:
                self._add_chapter(block)
            block = block.next()

    def _add_chapter(self, block: QTextBlock) -> None:
        item = QListWidgetItem(block.text())
        item.setData(Qt.ItemDataRole.UserRole, block.position())
        self.chapters.addItem(item)

    def _on_chapter(self, item: QListWidgetItem | None) -> None:
        """Put the chapter's heading at the top of the view."""
        if item is None:
            return
        cursor = QTextCursor(self.text.document())
        # From the end back, so that the heading stands first in the view and not last.
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self.text.setTextCursor(cursor)
        cursor.setPosition(item.data(Qt.ItemDataRole.UserRole))
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()

    def _on_link(self, link: QUrl) -> None:
        """A link out of the manual is for the browser."""
        QDesktopServices.openUrl(link)
