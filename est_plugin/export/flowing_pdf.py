# SPDX-License-Identifier: GPL-2.0-or-later
"""How do texts, tables and pictures become pages of A4? Block by block, none cut in two that fits on a page.

Layouts hold what has its place on a page; this is for what is as long as it is. Runs in any thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QMarginsF, QRectF, QSizeF, Qt, QUrl
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPageSize, QPainter, QPdfWriter, QTextDocument

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.export.form_table import FONT
from est_plugin.export.template import DPI
from est_plugin.feedback import step

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from est_plugin.feedback import Feedback

#: Blocks are laid out in tenths of a millimetre, which are their pixels: fine enough for letters to stand evenly.
PER_MM = 10
WIDTH = 174 * PER_MM
_LEFT, _TOP, _HEIGHT, _FOOT = 18 * PER_MM, 16 * PER_MM, 258 * PER_MM, 282 * PER_MM
_SMALL = 32
_GREY = "#4b5a5a"


@dataclass(frozen=True)
class Block:
    """HTML as Qt's text documents know it, and the room above it, unless it is the first of a page."""

    html: str
    gap: int = 0


@dataclass(frozen=True)
class FlowingText:
    """Blocks, their lengths in tenths of a millimetre, and their pictures by their names."""

    title: str
    style: str
    blocks: Sequence[Block]
    pictures: Mapping[str, QImage]


def write_flowing_pdf(text: FlowingText, target: Path, feedback: Feedback) -> None:
    """Write the pages, each with the title and its number at its foot. No metadata but the title.

    Raises ExportError if the file cannot be written.
    """
    pages = _pages(text)
    writer = QPdfWriter(str(target))
    writer.setResolution(DPI)
    writer.setCreator("")
    writer.setTitle(text.title)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter()
    try:
        for number, page in enumerate(pages, start=1):
            if not (writer.newPage() if painter.isActive() else painter.begin(writer)):
                raise _not_written(target)
            painter.save()
            painter.scale(DPI / 25.4 / PER_MM, DPI / 25.4 / PER_MM)
            for part in page:
                part.draw(painter)
            _draw_foot(painter, text.title, f"{number} / {len(pages)}")
            painter.restore()
            step(feedback, number / len(pages))
    finally:
        if painter.isActive():
            painter.end()


@dataclass(frozen=True)
class _Part:
    """What of a block stands on a page: from ``start`` to ``end`` of the block, ``top`` below the upper margin."""

    block: QTextDocument
    start: float
    end: float
    top: float

    def draw(self, painter: QPainter) -> None:
        painter.save()
        shift = _TOP + self.top - self.start
        painter.translate(_LEFT, shift)
        self.block.drawContents(painter, QRectF(0, self.start, WIDTH, self.end - self.start))
        painter.restore()


def _pages(text: FlowingText) -> list[list[_Part]]:
    pages: list[list[_Part]] = [[]]
    top = 0.0
    for each in text.blocks:
        block = _block(each.html, text)
        height = block.size().height()
        top += each.gap if pages[-1] else 0
        if top + height > _HEIGHT and pages[-1]:
            pages.append([])
            top = 0.0
        if height > _HEIGHT:
            # Broken between its lines.
            block.setPageSize(QSizeF(WIDTH, _HEIGHT))
            last = block.pageCount() - 1
            for number in range(last):
                pages[-1].append(_Part(block, number * _HEIGHT, (number + 1) * _HEIGHT, 0.0))
                pages.append([])
            height = block.size().height() - last * _HEIGHT
            pages[-1].append(_Part(block, last * _HEIGHT, last * _HEIGHT + height, 0.0))
        else:
            pages[-1].append(_Part(block, 0.0, height, top))
        top += height
    return pages


def _block(html: str, text: FlowingText) -> QTextDocument:
    block = QTextDocument()
    block.setDocumentMargin(0)
    block.setUseDesignMetrics(True)
    font = QFont(FONT)
    font.setPixelSize(39)
    block.setDefaultFont(font)
    block.setDefaultStyleSheet(text.style)
    for name, picture in text.pictures.items():
        if f'"{name}"' in html:
            block.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), picture)
    block.setHtml(html)
    block.setTextWidth(WIDTH)
    return block


def _draw_foot(painter: QPainter, title: str, number: str) -> None:
    font = QFont(FONT)
    font.setPixelSize(_SMALL)
    painter.setFont(font)
    painter.setPen(QColor(_GREY))
    foot = QRectF(_LEFT, _FOOT, WIDTH, 2 * _SMALL)
    shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, WIDTH - 20 * PER_MM)
    painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, shown)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight, number)


def _not_written(target: Path) -> ExportError:
    return ExportError(
        QT_TRANSLATE_NOOP("est_plugin", "The file {path} could not be written."),
        why=QT_TRANSLATE_NOOP("est_plugin", "Qt could not write the PDF."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Check that the disk is not full and try again."),
        path=target,
    )
