# SPDX-License-Identifier: GPL-2.0-or-later
"""The user manual in a window of its own, beside the work; it needs no network and no browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QTextDocument
from qgis.PyQt.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from est_plugin import paths
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from qgis.PyQt.QtGui import QTextBlock

#: Headings of this level stand in the table of contents; level 1 is the title of the manual.
_CHAPTER_LEVEL = 2


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
        # Shown first: only then the text has its width, and the headings their places.
        self.show()
        self.raise_()
        self.activateWindow()
        found = self.chapters.findItems(chapter, Qt.MatchFlag.MatchFixedString)
        item = found[0] if found else self.chapters.item(0)
        self.chapters.setCurrentItem(item)
        self._on_chapter(item)

    def _load(self) -> None:
        path = paths.DOCS / "manual" / "sv.md"
        if not path.is_file():
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The manual cannot be shown."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The file {path} is not part of this installation."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Install the plugin again."),
                path=path,
            )
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
        if item is not None:
            document = self.text.document()
            heading = document.findBlock(item.data(Qt.ItemDataRole.UserRole))
            top = document.documentLayout().blockBoundingRect(heading).top()
            self.text.verticalScrollBar().setValue(round(top))

    def _on_link(self, link: QUrl) -> None:
        """A link out of the manual is for the browser."""
        QDesktopServices.openUrl(link)
