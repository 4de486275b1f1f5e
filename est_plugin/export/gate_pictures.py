# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a picture tell besides its pixels? JPEG, PNG and WebP by their parts, SVG by its texts."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree as ET  # nosec B405

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.gate_findings import NOT_WHOLE, Finding, Piece, Told

if TYPE_CHECKING:
    from collections.abc import Iterator

_EXTRA = QT_TRANSLATE_NOOP("est_plugin", "The picture carries more than its pixels, such as a camera's notes.")
_PROGRAM = QT_TRANSLATE_NOOP("est_plugin", "The drawing carries a program or fetches something.")
_UNKNOWN = QT_TRANSLATE_NOOP("est_plugin", "It holds a picture of a kind that cannot be read back.")

#: What a JPEG needs to be drawn: JFIF (APP0), Adobe's colours (APP14), tables, frames, scans. Exif, XMP and comments
#: are the others. ISO/IEC 10918-1, table B.1.
_JPEG_PARTS = frozenset({0xE0, 0xEE, 0xDB, 0xC4, 0xDD, *range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xD0)})
_START, _END, _SCAN = b"\xff\xd8", b"\xff\xd9", 0xDA
_PNG = b"\x89PNG\r\n\x1a\n"
#: PNG specification, 11.2 and 11.3; text (tEXt, zTXt, iTXt), eXIf and tIME are the others.
_PNG_PARTS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS pHYs gAMA cHRM sRGB sBIT bKGD hIST acTL fcTL fdAT".split()
)  # fmt: skip
#: A GIF is only the empty pixel of a map; its comments and applications begin with 21 FE and 21 FF.
_GIF = b"GIF8"
_WEBP_PARTS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"})
_SVG_SILENT = frozenset({"d", "points", "transform", "style", "viewBox", "clip-path"})
_URI = re.compile(r"data:image/[\w.+-]+(;[\w=;-]+)?,")
_BASE64 = "base64"


def read_picture(content: bytes) -> Told:
    """What a picture of any kind that a package may hold tells."""
    if content.startswith(_START):
        return _judged(_jpeg_parts(content), _JPEG_PARTS)
    if content.startswith(_PNG):
        return _judged(_png_parts(content), _PNG_PARTS)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _judged(_webp_parts(content), _WEBP_PARTS)
    if content.startswith(_GIF):
        return Told(findings=(Finding("", _EXTRA),) if b"\x21\xfe" in content or b"\x21\xff" in content else ())
    if b"<svg" in content[:2000]:
        return _read_svg(content)
    return Told(findings=(Finding("", _UNKNOWN),))


def is_picture_uri(text: str) -> bool:
    """Is it a picture written as an address?"""
    return _URI.match(text) is not None


def read_uri(text: str) -> Told:
    """What a picture that is written as an address tells."""
    head = _URI.match(text)
    if head is None:
        return Told(findings=(Finding("", _UNKNOWN),))
    body = text[head.end() :]
    try:
        content = base64.b64decode(body, validate=True) if _BASE64 in head[0] else unquote_to_bytes(body)
    except binascii.Error:
        return Told(findings=(Finding("", NOT_WHOLE),))
    return read_picture(content)


def _judged(parts: Iterator[object], allowed: frozenset[int] | frozenset[bytes]) -> Told:
    """``None`` among the parts means that the picture is cut or that something follows its end."""
    found = list(parts)
    if None in found:
        return Told(findings=(Finding("", NOT_WHOLE),))
    return Told(findings=(Finding("", _EXTRA),)) if set(found) - allowed else Told()


def _jpeg_parts(content: bytes) -> Iterator[int | None]:
    place = 2
    while place + 4 <= len(content) and content[place] == 0xFF:  # noqa: PLR2004 (marker)
        marker, size = content[place + 1], int.from_bytes(content[place + 2 : place + 4], "big")
        place += 2 + size
        if marker != _SCAN:
            yield marker
            continue
        # Within a scan FF stands only before 00 or a restart mark; another mark ends it.
        found = re.compile(rb"\xff(?![\x00\xd0-\xd7\xff])").search(content, place)
        if found is None:
            break
        place = found.start()
        if content[place : place + 2] == _END:
            if content[place + 2 :].strip(b"\x00\r\n"):
                yield None
            return
    yield None


def _png_parts(content: bytes) -> Iterator[bytes | None]:
    place = len(_PNG)
    while place + 12 <= len(content):
        size, kind = int.from_bytes(content[place : place + 4], "big"), content[place + 4 : place + 8]
        yield kind
        place += 12 + size
        if kind == b"IEND":
            if place != len(content):
                yield None
            return
    yield None


def _webp_parts(content: bytes) -> Iterator[bytes | None]:
    if len(content) != 8 + int.from_bytes(content[4:8], "little"):
        yield None
    place = 12
    while place + 8 <= len(content):
        yield content[place : place + 4]
        size = int.from_bytes(content[place + 4 : place + 8], "little")
        place += 8 + size + size % 2


def _read_svg(content: bytes) -> Told:
    try:
        root = ET.fromstring(content)  # nosec B314 # noqa: S314 (written by ourselves a moment ago)
    except ET.ParseError:
        return Told(findings=(Finding("", NOT_WHOLE),))
    told, has_program = Told(), False
    for number, element in enumerate(root.iter(), start=1):
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        has_program |= name in {"script", "foreignObject"}
        texts = [text for text in (element.text, element.tail) if text and text.strip()]
        for key, value in element.attrib.items():
            plain = key.rpartition("}")[2]
            has_program |= plain.startswith("on")
            if plain == "href" and not value.startswith("#"):
                told += read_uri(value)
            elif plain not in _SVG_SILENT:
                texts.append(value)
        told += Told(tuple(Piece(f"{name} {number}", text) for text in texts))
    return told + Told(findings=(Finding("", _PROGRAM),) if has_program else ())
