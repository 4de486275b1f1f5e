# SPDX-License-Identifier: GPL-2.0-or-later
"""How is a text written that Word and LibreOffice open and a secretary fills in? As OpenDocument text.

Qt's writer of such files knows no headings and no header or footer of a page, so the XML is made here: few kinds of
things, no author, no clock, the same bytes every time.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.export.odt_styles import NAMESPACES, styles_xml, xml_attribute, xml_text

if TYPE_CHECKING:
    from collections.abc import Sequence

MIMETYPE = "application/vnd.oasis.opendocument.text"
#: As early as a zip can say; no clock.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 or 2."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A text of its own."""

    text: str


@dataclass(frozen=True)
class Room:
    """An empty box to write in, by hand or at the computer."""


@dataclass(frozen=True)
class Grid:
    """A table; ``widths`` in millimetres. Without heads its first column names the rows."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


Block = Heading | Paragraph | Room | Grid


@dataclass(frozen=True)
class Document:
    """A text with what stands on each of its pages above and below."""

    title: str
    subtitle: str
    header: str
    footer: str
    #: ``sv`` or ``en``: for the spelling.
    language: str
    blocks: Sequence[Block]

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that is written."""
        told = [self.title, self.subtitle, self.header, self.footer]
        for block in self.blocks:
            if isinstance(block, Grid):
                told += [text for row in (block.heads, *block.rows) for text in row]
            elif not isinstance(block, Room):
                told.append(block.text)
        return tuple(told)


def odt_bytes(document: Document) -> bytes:
    """The file."""
    parts = {
        "content.xml": _content(document),
        "styles.xml": styles_xml(document.header, document.footer, document.language),
        "meta.xml": _meta(document),
    }
    manifest = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in (("/", MIMETYPE), *((name, "text/xml") for name in parts))
    )
    parts["META-INF/manifest.xml"] = (
        f'{_HEAD}<manifest:manifest xmlns:manifest="{_MANIFEST}" manifest:version="1.3">{manifest}</manifest:manifest>'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        # First and not compressed, so that a program knows the file by its first bytes (ODF 1.3 part 2, 3.3).
        _add(archive, "mimetype", MIMETYPE, zipfile.ZIP_STORED)
        for name, text in parts.items():
            _add(archive, name, text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _add(archive: zipfile.ZipFile, name: str, text: str, compression: int) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = compression
    entry.create_system = 0
    archive.writestr(entry, text.encode())


def _meta(document: Document) -> str:
    return (
        f'{_HEAD}<office:document-meta {NAMESPACES} office:version="1.3"><office:meta>'
        f"<dc:title>{xml_text(document.title)}</dc:title><dc:subject>{xml_text(document.subtitle)}</dc:subject>"
        f"<dc:language>{document.language}</dc:language></office:meta></office:document-meta>"
    )


def _content(document: Document) -> str:
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    styles = "".join(_column_styles(number, grid) for number, grid in enumerate(grids))
    rooms = 0
    body = [_p(document.title, "Title"), _p(document.subtitle, "Subtitle")]
    for block in document.blocks:
        if isinstance(block, Room):
            rooms += 1
            body.append(_room(rooms))
        elif isinstance(block, Grid):
            body.append(_grid(grids.index(block), block))
        elif isinstance(block, Heading):
            style = f"Heading_20_{block.level}"
            body.append(
                f'<text:h text:style-name="{style}" text:outline-level="{block.level}">{xml_text(block.text)}</text:h>'
            )
        else:
            body.append(_p(block.text, "Text_20_body"))
    return (
        f'{_HEAD}<office:document-content {NAMESPACES} office:version="1.3">'
        f"<office:automatic-styles>{_CELLS}{styles}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(body)}</office:text></office:body></office:document-content>"
    )


_BORDER = 'fo:border="0.5pt solid #6a6a6a"'
_CELLS = (
    f'<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties {_BORDER}'
    ' fo:padding="1.2mm"/></style:style>'
    f'<style:style style:name="HeadCell" style:family="table-cell"><style:table-cell-properties {_BORDER}'
    ' fo:padding="1.2mm" fo:background-color="#e4ecee"/></style:style>'
    '<style:style style:name="Row" style:family="table-row"><style:table-row-properties'
    ' style:min-row-height="8mm" fo:keep-together="always"/></style:style>'
    '<style:style style:name="RoomRow" style:family="table-row"><style:table-row-properties'
    ' style:min-row-height="18mm" fo:keep-together="always"/></style:style>'
    '<style:style style:name="Room" style:family="table"><style:table-properties style:width="170mm"'
    ' table:align="left" table:border-model="collapsing" fo:margin-bottom="3mm"/></style:style>'
    '<style:style style:name="Room.A" style:family="table-column"><style:table-column-properties'
    ' style:column-width="170mm"/></style:style>'
)


def _column_styles(number: int, grid: Grid) -> str:
    width = sum(grid.widths)
    table = (
        f'<style:style style:name="T{number}" style:family="table"><style:table-properties style:width="{width:g}mm"'
        ' table:align="left" table:border-model="collapsing" fo:margin-bottom="3mm"/></style:style>'
    )
    return table + "".join(
        f'<style:style style:name="T{number}.{column}" style:family="table-column"><style:table-column-properties'
        f' style:column-width="{each:g}mm"/></style:style>'
        for column, each in enumerate(grid.widths)
    )


def _grid(number: int, grid: Grid) -> str:
    columns = "".join(
        f'<table:table-column table:style-name="T{number}.{column}"/>' for column in range(len(grid.widths))
    )
    heads = ""
    if grid.heads:
        cells = "".join(_cell(head, is_head=True) for head in grid.heads)
        row = f'<table:table-row table:style-name="Row">{cells}</table:table-row>'
        heads = f"<table:table-header-rows>{row}</table:table-header-rows>"
    rows = "".join(
        '<table:table-row table:style-name="Row">'
        + "".join(_cell(text, is_head=not grid.heads and not column) for column, text in enumerate(row))
        + "</table:table-row>"
        for row in grid.rows
    )
    return (
        f'<table:table table:name={xml_attribute(grid.name)} table:style-name="T{number}">{columns}{heads}{rows}'
        "</table:table>"
    )


def _room(number: int) -> str:
    return (
        f'<table:table table:name="Room {number}" table:style-name="Room"><table:table-column'
        ' table:style-name="Room.A"/><table:table-row table:style-name="RoomRow">'
        f"{_cell('', is_head=False)}</table:table-row></table:table>"
    )


def _cell(text: str, *, is_head: bool) -> str:
    style, paragraph = ("HeadCell", "Table_20_Heading") if is_head else ("Cell", "Table_20_Contents")
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="string">{_p(text, paragraph)}'
        "</table:table-cell>"
    )


def _p(text: str, style: str) -> str:
    return f'<text:p text:style-name="{style}">{xml_text(text)}</text:p>'
