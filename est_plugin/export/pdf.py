# SPDX-License-Identifier: GPL-2.0-or-later
"""A PDF: pages from the layout templates, composed on the main thread one by one. No GeoPDF, no metadata."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsExpressionContextUtils,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutRenderContext,
    QgsLayoutTableColumn,
    QgsPathResolver,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsTableCell,
)
from qgis.PyQt.QtCore import QMarginsF, QSizeF
from qgis.PyQt.QtGui import QPageSize, QPainter, QPdfWriter
from qgis.PyQt.QtXml import QDomDocument

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.export.form_table import FormTable
from est_plugin.export.own_template import refused

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence
    from pathlib import Path

    from qgis.core import QgsLayoutMultiFrame, QgsMapLayer

    from est_plugin.export.paper_page import Page, Table
    from est_plugin.export.template import Template


#: The pictures that we fill; others are the template's own.
_PICTURES = {"map_picture": Qgis.PictureFormat.Raster, "chart": Qgis.PictureFormat.SVG}


@dataclass(frozen=True)
class PrintedMap:
    """What is drawn over the pictures of the pages, as lines and texts. The layers live where they are made."""

    crs_authid: str
    #: The layers of a page's map, top layer first, and those that its legend names.
    overlay: Callable[[Page], Sequence[QgsMapLayer]]
    legend: Callable[[Page], Sequence[QgsMapLayer]]


def compose(
    title: str, printed: PrintedMap, pages: Sequence[Page], pictures: Sequence[Mapping[str, Path]], target: Path
) -> Generator[int]:
    """Write the PDF; yields how many pages stand, so that the caller can show progress, cancel or let others work.

    Also when a template was read and a page filled: each takes about as long as drawing it. ``pictures`` holds
    for each page its drawn map and its drawings, by the items that show them. Qt writes the clock into the file: see
    ``pdf_settled``.

    Raises ExportError if a template is damaged or the file cannot be written.
    """
    writer = QPdfWriter(str(target))
    writer.setResolution(pages[0].template.dpi)
    writer.setCreator("")
    writer.setTitle(title)
    project = QgsProject()
    # Reading a template takes longer than filling it, so pages of one template share its layout.
    layouts: dict[str, QgsPrintLayout] = {}
    painter = QPainter()
    is_left = False
    try:
        for number, (page, files) in enumerate(zip(pages, pictures, strict=True), start=1):
            name = page.template.name
            if name not in layouts:
                layouts[name] = _layout(project, page.template)
                yield number - 1
            _fill(layouts[name], page, files, printed.overlay(page), printed.crs_authid)
            # Held until the page is drawn: a legend does not keep its layers alive.
            named = printed.legend(page)
            _fill_legend(layouts[name], named)
            yield number - 1
            is_right = is_left and page.is_half
            is_left = page.is_half and not is_right
            if not is_right and not _new_sheet(painter, writer, layouts[name], halves=1 + page.is_half):
                raise _not_written(target)
            painter.save()
            painter.translate(writer.width() / 2 if is_right else 0, 0)
            QgsLayoutExporter(layouts[name]).renderPage(painter, 0)
            painter.restore()
            yield number
    finally:
        # A layout must not outlive its project.
        layouts.clear()
        # Nor a painter its device, also when the caller stops early.
        if painter.isActive():
            painter.end()


def _new_sheet(painter: QPainter, writer: QPdfWriter, layout: QgsPrintLayout, *, halves: int) -> bool:
    """Begin a sheet on which so many pages of the layout's size stand side by side."""
    size = layout.pageCollection().page(0).pageSize()
    writer.setPageSize(QPageSize(QSizeF(halves * size.width(), size.height()), QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    return bool(writer.newPage() if painter.isActive() else painter.begin(writer))


def _layout(project: QgsProject, template: Template) -> QgsPrintLayout:
    """The template, read."""
    layout = QgsPrintLayout(project)
    document = QDomDocument()
    document.setContent(template.text)
    # Pictures of somebody's own, such as a coat of arms, may lie beside the template.
    files = QgsReadWriteContext()
    files.setPathResolver(QgsPathResolver(str(template.path)))
    _, is_loaded = layout.loadFromTemplate(document, files)
    if not is_loaded or layout.pageCollection().pageCount() == 0:
        raise refused(template.path)
    context = layout.renderContext()
    context.setDpi(template.dpi)
    context.setTextRenderFormat(Qgis.TextRenderFormat.AlwaysText)
    context.setFlag(QgsLayoutRenderContext.FlagUseAdvancedEffects, False)  # noqa: FBT003 (QGIS's signature)
    return layout


def _fill(
    layout: QgsPrintLayout, page: Page, files: Mapping[str, Path], layers: Sequence[QgsMapLayer], authid: str
) -> None:
    """Put texts, map, pictures and tables in the template's items; a template may leave any of them out.

    What the page before left in an item that this page does not fill goes away.
    """
    QgsExpressionContextUtils.setLayoutVariables(layout, {f"est_{name}": text for name, text in page.values.items()})
    for item in layout.items():
        if isinstance(item, QgsLayoutItemLabel):
            item.refresh()
        elif isinstance(item, QgsLayoutItemPicture) and item.id() in _PICTURES:
            item.setPicturePath(str(files.get(item.id(), "")), _PICTURES[item.id()])
        elif isinstance(item, QgsLayoutItemMap) and item.id() == "map":
            item.setCrs(QgsCoordinateReferenceSystem(authid))
            item.setKeepLayerSet(True)
            item.setLayers([] if page.extract is None else list(layers))
            if page.extract is not None:
                item.setExtent(QgsRectangle(*page.extract.bounds))
        elif isinstance(item, QgsLayoutFrame):
            _fill_table(item.multiFrame(), next((table for table in page.tables if table.item == item.id()), None))


def _fill_table(item: QgsLayoutMultiFrame | None, table: Table | FormTable | None) -> None:
    if not isinstance(item, QgsLayoutItemManualTable):
        return
    if table is None:
        item.setTableContents([])
    elif isinstance(table, FormTable):
        table.fill(item)
    else:
        item.setHeaders([QgsLayoutTableColumn(head) for head in table.heads])
        item.setTableContents([[QgsTableCell(text) for text in row] for row in table.rows])
        item.setColumnWidths(list(table.widths))


def _fill_legend(layout: QgsPrintLayout, layers: Sequence[QgsMapLayer]) -> None:
    """Name what the map shows; a template may have no legend."""
    legend = layout.itemById("legend")
    if isinstance(legend, QgsLayoutItemLegend):
        group = legend.model().rootGroup()
        group.removeAllChildren()
        for layer in layers:
            group.addLayer(layer)
        legend.adjustBoxSize()


def _not_written(target: Path) -> ExportError:
    return ExportError(
        QT_TRANSLATE_NOOP("est_plugin", "The file {path} could not be written."),
        why=QT_TRANSLATE_NOOP("est_plugin", "Qt could not write the PDF."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Check that the disk is not full and try again."),
        path=target,
    )
