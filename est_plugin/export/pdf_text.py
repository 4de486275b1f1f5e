# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a PDF that Qt wrote tell? Its texts, its document information, and what it carries besides pages.

Qt writes each text as glyphs of a font of its own and, for each font, a table from glyphs to signs (ToUnicode). The
tables are inverted here as PDF 1.4 has them (ISO 32000-1, 9.10.3), only as far as Qt uses them.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_OBJECT = re.compile(rb"(?:^|[\r\n])(\d+) 0 obj\b(.*?)(?:[\r\n]endobj)", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)[\r\n]+endstream", re.DOTALL)
_TO_UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
_CONTENTS = re.compile(rb"/Contents (\d+) 0 R")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)> *<([0-9A-Fa-f]+)> *(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_CHARACTER = re.compile(rb"<([0-9A-Fa-f]+)> *<([0-9A-Fa-f]+)>(?= *[\r\n])")
_TEXT_BLOCK = re.compile(rb"\bBT\b(.*?)\bET\b", re.DOTALL)
_FONT_NAME = re.compile(rb"/F(\d+) (\d+) 0 R")
_FONT_OR_GLYPHS = re.compile(rb"/F(\d+) |<([0-9A-Fa-f]*)>")
#: Names of what is more than a page: writer, attachments, programs, forms, links out, layers, places on the earth,
#: and what would hide them from this reader.
_EXTRAS = (
    b"/Author", b"/Metadata", b"/EmbeddedFile", b"/Filespec", b"/AF", b"/JavaScript", b"/JS", b"/AcroForm",
    b"/Launch", b"/URI", b"/ObjStm", b"/Encrypt", b"/OpenAction", b"/AA", b"/OCProperties", b"/Measure",
    b"/GPTS", b"/LGIDict", b"/VP", b"/PieceInfo",
)  # fmt: skip


@dataclass(frozen=True)
class PdfContents:
    """What was read back."""

    #: One text for each text block of a page, then the document information.
    texts: tuple[str, ...]
    #: On which page each of the texts stands; 0 for one that stands on none.
    pages: tuple[int, ...]
    #: Pictures as they are in the file.
    jpegs: tuple[bytes, ...]
    #: Names of structures that a package must not have.
    extras: tuple[str, ...]
    #: Glyphs that no table translates.
    unread: int
    page_count: int
    #: Does the file end as it should?
    is_whole: bool


def read_pdf(content: bytes) -> PdfContents:
    """Read a PDF back; a file of another writer gives fewer texts and more unread glyphs."""
    objects = {int(match[1]): match[2] for match in _OBJECT.finditer(content)}
    streams = {number: _inflated(body) for number, body in objects.items()}
    dictionaries = b"\n".join(_STREAM.sub(b"", body) for body in objects.values())
    tables = {
        number: _signs(streams.get(int(found[1]), b""))
        for number, body in objects.items()
        if (found := _TO_UNICODE.search(body))
    }
    # Pages name their fonts; each name means one font throughout the file.
    fonts = {int(name): tables.get(int(number), {}) for name, number in _FONT_NAME.findall(dictionaries)}
    page_of = _pages(objects)
    found_blocks = [
        (page_of.get(number, 0), list(_block(block[1], fonts)))
        for number, body in objects.items()
        if b"/Subtype /Image" not in body and b"/Length1" not in body
        for block in _TEXT_BLOCK.finditer(streams[number])
    ]
    blocks = [block for _, block in found_blocks]
    # Fonts share one glyph between blank, hard blank and tab, and Qt names it after the tab.
    texts = ["".join(sign or "" for sign in block).replace("\t", " ") for block in blocks]
    information = tuple(_information(content, objects))
    return PdfContents(
        texts=(*texts, *information),
        pages=(*(page for page, _ in found_blocks), *(0 for _ in information)),
        jpegs=tuple(streams[number] for number, body in objects.items() if b"/DCTDecode" in _STREAM.sub(b"", body)),
        extras=tuple(
            name.decode() for name in _EXTRAS if re.search(re.escape(name) + rb"(?![A-Za-z0-9])", dictionaries)
        ),
        page_count=content.count(b"/Type /Page\n"),
        unread=sum(sign is None for block in blocks for sign in block),
        is_whole=content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF") and b"/Type /Page\n" in content,
    )


def _pages(objects: Mapping[int, bytes]) -> dict[int, int]:
    """The number of the page that each stream of contents belongs to."""
    kids = next((body for body in objects.values() if b"/Kids" in body), b"")
    order = [int(number) for number in re.findall(rb"(\d+) 0 R", kids.partition(b"/Kids")[2].partition(b"]")[0])]
    contents = ((page, _CONTENTS.search(objects.get(number, b""))) for page, number in enumerate(order, start=1))
    return {int(found[1]): page for page, found in contents if found}


def _inflated(body: bytes) -> bytes:
    found = _STREAM.search(body)
    if found is None:
        return b""
    if b"/FlateDecode" not in body[: found.start()]:
        return found[1]
    # The line end before endstream may belong to neither, so what follows the compressed data is let go.
    return zlib.decompressobj().decompress(found[1])


def _signs(table: bytes) -> dict[int, str]:
    """Glyph to sign."""
    signs: dict[int, str] = {}
    for match in re.finditer(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, start, each in _RANGE.findall(match[1]):
            numbers = range(int(first, 16), int(last, 16) + 1)
            if start:
                signs |= {number: chr(int(start, 16) + number - numbers.start) for number in numbers}
            else:
                targets = re.findall(rb"<([0-9A-Fa-f]+)>", each)
                signs |= {number: _utf16(target) for number, target in zip(numbers, targets, strict=False)}
    for match in re.finditer(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        signs |= {int(glyph, 16): _utf16(target) for glyph, target in _CHARACTER.findall(match[1])}
    return signs


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", errors="replace")


def _block(block: bytes, fonts: Mapping[int, Mapping[int, str]]) -> Iterator[str | None]:
    """The signs of a text block; None for a glyph that cannot be read."""
    signs: Mapping[int, str] = {}
    for font, glyphs in _FONT_OR_GLYPHS.findall(block):
        if font:
            signs = fonts.get(int(font), {})
        else:
            yield from (signs.get(int(glyphs[place : place + 4], 16)) for place in range(0, len(glyphs), 4))


def _information(content: bytes, objects: Mapping[int, bytes]) -> Iterator[str]:
    """Title, creator and so on."""
    found = re.search(rb"/Info (\d+) 0 R", content)
    for value in re.findall(rb"\(((?:[^()\\]|\\.)*)\)", objects.get(int(found[1]), b"") if found else b"", re.DOTALL):
        plain = re.sub(rb"\\(.)", rb"\1", value, flags=re.DOTALL)
        yield (
            plain[2:].decode("utf-16-be", errors="replace")
            if plain.startswith(b"\xfe\xff")
            else plain.decode("latin-1")
        )
