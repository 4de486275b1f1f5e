# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a page tell? Its texts, the values of its elements, its blocks of data and its pictures."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.gate_data import read_json
from est_plugin.export.gate_findings import NOT_WHOLE, Finding, Piece, Told
from est_plugin.export.gate_pictures import is_picture_uri, read_uri
from est_plugin.i18n import translate

_OUTSIDE = QT_TRANSLATE_NOOP("est_plugin", "It fetches something from outside the file.")
#: Attributes that draw and tell nothing.
_SILENT = frozenset({"d", "points", "transform", "viewbox", "style", "class"})
#: What a browser would fetch by itself.
_FETCHED = frozenset({"src", "srcset", "poster", "data", "background"})
_LINKS = frozenset({"link", "image", "use"})
#: The hashes of a page's own programs look like anything.
_HASH = re.compile(r"sha\d{3}-[\w+/=]+")
_IS_JSON = re.compile(r"application/(\w+\+)?json")


def read_html(text: str) -> Told:
    """The page without its programs and looks, which are the plugin's own."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    is_whole = text.rstrip().lower().endswith("</html>") or "<html" not in text
    return reader.told() + Told(findings=() if is_whole else (Finding("", NOT_WHOLE),))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[Piece] = []
        self._parts = Told()
        #: Of the script or style that is read: its type, None outside one.
        self._program: str | None = None
        self._data: list[str] = []

    def told(self) -> Told:
        return Told(tuple(self._pieces)) + self._parts

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        if tag in {"style", "script"}:
            # Texts of a block of data count, whatever it is named.
            is_data = _IS_JSON.fullmatch(values.get("type", "")) is not None or values.get("id") == "data"
            self._program = "data" if is_data else tag
        for name, value in values.items():
            self._attribute(tag, name, value)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        self._program = None

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if is_picture_uri(value):
            self._parts += read_uri(value).within(self._where(tag))
        elif name in _FETCHED or (name in {"href", "xlink:href"} and tag in _LINKS and not value.startswith("#")):
            self._parts += Told(findings=(Finding(self._where(tag), _OUTSIDE),))
        elif value and name not in _SILENT:
            self._pieces.append(Piece(self._where(tag), _HASH.sub("", value)))

    def handle_endtag(self, tag: str) -> None:
        if self._program == "data":
            self._parts += read_json("".join(self._data)).within(self._where(tag))
            self._data.clear()
        self._program = None

    def handle_data(self, data: str) -> None:
        if self._program == "data":
            # The parser may hand it out in pieces.
            self._data.append(data)
        elif self._program is None and data.strip():
            self._pieces.append(Piece(self._where(), data))

    def handle_comment(self, data: str) -> None:
        self._pieces.append(Piece(self._where(), data))

    def _where(self, tag: str = "") -> str:
        line = translate("est_plugin", "line {line}").format(line=self.getpos()[0])
        return f"{line}, <{tag}>" if tag else line
