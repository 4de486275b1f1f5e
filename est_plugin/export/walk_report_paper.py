# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the report of a safety walk look like on paper? Blocks that flow over the pages, in their order."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from est_plugin.export import walk_report_words as told
from est_plugin.export.flowing_pdf import PER_MM, WIDTH, Block, FlowingText
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from qgis.PyQt.QtGui import QImage

    from est_plugin.export.finding_reader import ReportItem
    from est_plugin.export.walk_report_plan import ReportStop, WalkReport

_MAP = "map"
#: The longest side of a photo on paper.
_PHOTO = 62 * PER_MM
_STYLE = """
h1 { font-size: 68px; margin: 0; color: #1d2b2b; }
h2 { font-size: 52px; margin: 0 0 16px 0; color: #0b5c5c; }
h3 { font-size: 44px; margin: 0 0 6px 0; color: #1d2b2b; }
p { margin: 0 0 8px 0; }
.kind { font-size: 38px; color: #0b5c5c; font-weight: bold; margin: 0 0 6px 0; }
.small { font-size: 34px; color: #4b5a5a; }
.big { font-size: 76px; }
"""
#: Room above a section, a stop and a line.
_SECTION, _STOP, _LINE = 70, 50, 24
#: Of the columns of what was seen, in percent.
_WIDTHS = (45, 35, 20)
#: Ground and text of each answer.
_COLOURS = {
    "done": ("#d5efda", "#0d4a1d"), "planned": ("#dbe8fa", "#0c3a75"), "declined": ("#f6e2d0", "#6a3305"),
    "handed_over": ("#e8def2", "#46206b"),
    "": ("#e9ecec", "#333d3d"),
}  # fmt: skip


def report_text(report: WalkReport, map_image: QImage, photos: Mapping[Path, QImage]) -> FlowingText:
    """The blocks of the PDF; ``photos`` holds the bare picture of each photo by the file it was made of."""
    words = Language(report.walk.language)
    names = {photo: f"photo{number}" for number, photo in enumerate(photos)}
    pictures = {_MAP: map_image, **{names[photo]: picture for photo, picture in photos.items()}}
    sizes = {photo: _photo(names[photo], picture) for photo, picture in photos.items()}
    title = f"{report.walk.title} – {told.title_text(words)}"
    return FlowingText(title, _STYLE, tuple(_blocks(report, sizes, words)), pictures)


def _photo(name: str, picture: QImage) -> str:
    """The photo as an element of its size."""
    scale = _PHOTO / max(picture.width(), picture.height())
    return f'<img src="{name}" width="{round(scale * picture.width())}" height="{round(scale * picture.height())}">'


def _blocks(report: WalkReport, photos: Mapping[Path, str], words: Language) -> Iterator[Block]:
    rows = "".join(
        f'<tr><td width="{34 * PER_MM}"><b>{escape(name)}</b></td><td>{escape(value)}</td></tr>'
        for name, value in told.facts(report, words)
    )
    yield Block(f'<p class="kind">{escape(told.title_text(words))}</p><h1>{escape(report.walk.title)}</h1>')
    yield Block(f'<table width="100%" cellpadding="8" cellspacing="0">{rows}</table>', _LINE)
    yield Block(_summary(report, words), _SECTION)
    source = told.source_text(report, words)
    credit = f'<p class="small">{escape(source)}</p>' if source else ""
    yield Block(f'<p><img src="{_MAP}" width="{WIDTH}"></p>{credit}', _STOP)
    yield from _good(report, photos, words)
    heading = f"<h2>{escape(words.translate('est_plugin', 'Stop by stop'))}</h2>"
    for stop in report.stops:
        yield from _stop(stop, heading, photos, words)
        heading = ""
    yield Block(f'<p class="small">{escape(told.closing(report, words))}</p>', _SECTION)


def _summary(report: WalkReport, words: Language) -> str:
    heading = f"<h2>{escape(words.translate('est_plugin', 'In short'))}</h2>"
    sentence = f"<p>{escape(told.summary(report, words))}</p>"
    if not report.lacking:
        return heading + sentence
    cells = []
    for answer, count, label in told.counts(report, words):
        ground, ink = _COLOURS[answer or ""]
        cells.append(
            f'<td width="20%" bgcolor="{ground}" style="color: {ink}"><span class="big"><b>{count}</b></span><br>'
            f"{escape(label)}</td>"
        )
    table = f'<table width="100%" cellpadding="18" cellspacing="12"><tr>{"".join(cells)}</tr></table>'
    return f"{heading}{sentence}{table}"


def _good(report: WalkReport, photos: Mapping[Path, str], words: Language) -> Iterator[Block]:
    heading = f"<h2>{escape(words.translate('est_plugin', 'What works well'))}</h2>"
    for stop in report.stops:
        if stop.good:
            text = f"{heading}<p><b>{escape(told.stop_text(stop))}</b>: {escape(told.good_text(stop))}</p>"
            shown = "".join(f"<p>{photos[item.photo]}</p>" for item in stop.good if item.photo)
            yield Block(text + shown, _SECTION if heading else 0)
            heading = ""


def _stop(stop: ReportStop, heading: str, photos: Mapping[Path, str], words: Language) -> Iterator[Block]:
    """The head of a stop stands on one page with the first row below it."""
    head = f"{heading}<h3>{escape(told.stop_text(stop))}</h3>"
    if stop.feelings:
        head += f"<p>{escape(told.feeling_text(stop, words))}</p>"
    gap = _SECTION if heading else _STOP
    if stop.lacking:
        names = (
            f'<td width="{width}%" bgcolor="#eef3f3"><b>{escape(name)}</b></td>'
            for name, width in zip(told.heads(words), _WIDTHS, strict=True)
        )
        rows = f"<tr>{''.join(names)}</tr>"
        for item in stop.lacking:
            rows += _row(item, photos, words)
            yield Block(f'{head}<table width="100%" cellpadding="14" cellspacing="0">{rows}</table>', gap)
            head, rows, gap = "", "", 0
    else:
        yield Block(f"{head}<p>{escape(told.nothing_text(words))}</p>", gap)
    for item in stop.notes:
        photo = f"<p>{photos[item.photo]}</p>" if item.photo else ""
        yield Block(f"<p>{escape(told.note_text(item))}</p>{photo}", _LINE)


def _row(item: ReportItem, photos: Mapping[Path, str], words: Language) -> str:
    ground, ink = _COLOURS[item.answer or ""]
    label = f"<b>&nbsp;{escape(told.answer_label(item.answer, words))}&nbsp;</b>"
    cells = (
        (f"<b>{escape(told.seen_text(item))}</b>", escape(item.words), photos[item.photo] if item.photo else ""),
        (
            f'<span style="background-color: {ground}; color: {ink}">{label}</span>',
            escape(told.answer_words(item, words)),
        ),
        (escape(item.responsible),),
    )
    columns = (
        f'<td width="{width}%" style="border-bottom: 2px solid #c4d0d0">'
        f"{''.join(f'<p>{text}</p>' for text in texts if text)}</td>"
        for texts, width in zip(cells, _WIDTHS, strict=True)
    )
    return f"<tr>{''.join(columns)}</tr>"
