# SPDX-License-Identifier: GPL-2.0-or-later
"""In which encoding was a text file written, and what does it say?"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

#: UTF-32 begins with the mark of UTF-16, so it stands first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: What a letter becomes that could not be read.
_LOST = "\ufffd"
#: Letters from À to ÿ begin with C3 in UTF-8; Windows-1252 and Latin-1 show the second byte as one of these signs.
_SECOND = "".join(
    bytes((byte,)).decode(encoding, errors="ignore") for byte in range(0x80, 0xC0) for encoding in ("cp1252", "latin-1")
)
_DAMAGED = re.compile(f"{_LOST}|\u00c3[{re.escape(_SECOND)}]")
_SAMPLE_BYTES = 4096
#: In Latin text nearly every second byte of UTF-16 is zero; a stray zero byte in another encoding is not that common.
_MIN_NUL_SHARE = 0.3
#: Control signs except tab and line ends, signs that turn the writing direction, and signs without width.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True)
class Damage:
    """A letter that was lost before the file came here. Says no more of the text than that sign."""

    signs: str
    #: The letter that was meant; empty if nobody can tell.
    meant: str


@dataclass(frozen=True)
class DecodedText:
    """A file's text in Unicode's composed form, with ``\\n`` at the line ends and without control signs."""

    text: str
    encoding: str
    removed_signs: int
    #: Letters were lost or garbled before the file came here.
    damaged: bool


def decode(content: bytes) -> DecodedText:
    """The text of a file: by its byte order mark, its zero bytes (UTF-16), strict UTF-8, or else Windows-1252."""
    encoding = _encoding_of(content)
    if encoding == "windows-1252":
        # Five byte values have no sign in Windows-1252; Latin-1 makes control signs of them, which are removed below.
        text = "".join(
            piece.decode("windows-1252") if piece not in _UNDEFINED else piece.decode("latin-1")
            for piece in _UNDEFINED_SPLIT.split(content)
        )
    else:
        text = content.decode(encoding, errors="replace" if encoding.startswith(("utf-16", "utf-32")) else "strict")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Looking for one sign is much quicker, and most files hold neither.
    damaged = (_LOST in text or "\u00c3" in text) and _DAMAGED.search(text) is not None
    text, removed = _CONTROL.subn("", unicodedata.normalize("NFC", text))
    return DecodedText(text, encoding.removesuffix("-sig"), removed, damaged)


_UNDEFINED = frozenset((b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"))
_UNDEFINED_SPLIT = re.compile(b"([\x81\x8d\x8f\x90\x9d])")


def find_damage(text: str) -> Damage | None:
    """UTF-8 that was read as Windows-1252 and saved again, or the sign that stands for a lost letter: the first one."""
    found = _DAMAGED.search(text)
    if found is None:
        return None
    if found[0] == _LOST:
        return Damage(_LOST, "")
    raw = (sign.encode("latin-1" if sign <= "\xff" else "windows-1252") for sign in found[0])
    return Damage(found[0], b"".join(raw).decode())


def _encoding_of(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark) and _decodes(content, encoding):
            return encoding
    sample = content[:_SAMPLE_BYTES]
    pairs = max(len(sample) // 2, 1)
    if sample[1::2].count(0) / pairs > _MIN_NUL_SHARE:
        return "utf-16-le"
    if sample[0::2].count(0) / pairs > _MIN_NUL_SHARE:
        return "utf-16-be"
    return "utf-8" if _decodes(content, "utf-8") else "windows-1252"


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
