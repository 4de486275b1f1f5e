# SPDX-License-Identifier: GPL-2.0-or-later
"""How is the result of one analysis told? A sentence, charts, tables and the method box, as one HTML page."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from est_plugin import paths
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.i18n import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from est_plugin.analysis.method_box import MethodBox
    from est_plugin.export.chart import Chart
    from est_plugin.i18n import Language

#: Without flexible layouts and variables: Qt's own text browser shows it too.
_STYLE = """
body { font-family: sans-serif; margin: 16px; }
th, td { padding: 2px 10px 2px 0; text-align: left; vertical-align: top; }
td.number { text-align: right; }
.first { font-size: large; }
.about, .caption { color: #555; }
"""
_FIRST = ' class="first"'


@dataclass(frozen=True)
class ResultTable:
    """Rows of translated texts and numbers under a heading; numbers stand to the right."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str | int | float, ...], ...]


@dataclass(frozen=True)
class ResultPage:
    """Translated texts. The first sentence says the result, the others what limits it."""

    title: str
    sentences: tuple[str, ...]
    charts: tuple[Chart, ...]
    tables: tuple[ResultTable, ...]
    #: Name and value of each fact of the method box.
    method: tuple[tuple[str, str], ...]
    #: Which place, days, categories and organisations it is about, in one line under the title.
    about: str = ""

    def html(self, words: Language) -> str:
        """A page that needs no other file, no script and no network."""
        return "".join(self._parts(words))

    def _parts(self, words: Language) -> Iterator[str]:
        yield f'<!DOCTYPE html><html lang="{words.code}"><head><meta charset="utf-8">'
        yield f"<title>{escape(self.title)}</title><style>{_STYLE}</style></head><body><h1>{escape(self.title)}</h1>"
        if self.about:
            yield f'<p class="about">{escape(self.about)}</p>'
        for number, sentence in enumerate(self.sentences):
            yield f"<p{_FIRST if number == 0 else ''}>{escape(sentence)}</p>"
        for chart in self.charts:
            picture = base64.b64encode(chart.svg).decode()
            yield f'<p><img src="data:image/svg+xml;base64,{picture}" alt="{escape(chart.text)}"></p>'
            yield f'<p class="caption">{escape(chart.text)}</p>'
        for table in self.tables:
            yield _table(table, words)
        yield f"<h2>{escape(words.translate(CONTEXT, QT_TRANSLATE_NOOP('est_plugin', 'Method')))}</h2>"
        yield _rows(self.method, words)
        yield "</body></html>"


def method_rows(box: MethodBox, words: Language) -> tuple[tuple[str, str], ...]:
    """The facts of a method box in words, and the version of the plugin that found them."""
    version = words.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "Version of the EST plugin"))
    facts = ((words.translate(CONTEXT, name), words.tell(value)) for name, value in box.facts())
    return (*facts, (version, paths.version()))


def _table(table: ResultTable, words: Language) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in table.header)
    return f"<h2>{escape(table.title)}</h2>{_rows(table.rows, words, f'<tr>{head}</tr>')}"


def _rows(rows: Sequence[Sequence[object]], words: Language, head: str = "") -> str:
    lines = ("".join(_cell(value, words) for value in row) for row in rows)
    return f"<table>{head}{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _cell(value: object, words: Language) -> str:
    kind = ' class="number" align="right"' if isinstance(value, int | float) else ""
    return f"<td{kind}>{escape(words.tell(value))}</td>"
