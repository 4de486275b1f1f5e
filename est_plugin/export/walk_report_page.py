# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the report of a safety walk look like in a browser? One file that asks nobody for anything."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import TYPE_CHECKING

from est_plugin import paths
from est_plugin.export import walk_report_words as told
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from est_plugin.export.finding_reader import ReportItem
    from est_plugin.export.walk_report_plan import ReportStop, WalkReport


def report_page(report: WalkReport, map_jpeg: bytes, photos: Mapping[Path, bytes]) -> str:
    """The page as text; ``photos`` holds the bare JPEG of each photo by the file it was made of."""
    words = Language(report.walk.language)
    style = paths.web("walk_report.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    title = escape(report.walk.title)
    return (
        f'<!DOCTYPE html>\n<html lang="{words.code}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title} – {escape(told.title_text(words))}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"<header>\n<p>{escape(told.title_text(words))}</p>\n<h1>{title}</h1>\n{_facts(report, words)}</header>\n"
        f"<main>\n{''.join(_sections(report, map_jpeg, photos, words))}</main>\n"
        f"<footer>\n<p>{escape(told.closing(report, words))}</p>\n</footer>\n</body>\n</html>\n"
    )


def _facts(report: WalkReport, words: Language) -> str:
    rows = (
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>\n" for name, value in told.facts(report, words)
    )
    return f"<dl>\n{''.join(rows)}</dl>\n"


def _sections(report: WalkReport, map_jpeg: bytes, photos: Mapping[Path, bytes], words: Language) -> Iterator[str]:
    yield f"<section>\n<h2>{escape(words.translate('est_plugin', 'In short'))}</h2>\n"
    yield f"<p>{escape(told.summary(report, words))}</p>\n"
    if report.lacking:
        chips = (
            f'<li class="{_kind(answer)}"><strong>{count}</strong> {escape(label)}</li>\n'
            for answer, count, label in told.counts(report, words)
        )
        yield f'<ul class="counts">\n{"".join(chips)}</ul>\n'
    yield f"</section>\n<figure>\n{_picture(map_jpeg, told.map_text(report, words))}"
    yield f"<figcaption>{escape(told.source_text(report, words))}</figcaption>\n</figure>\n"
    good = [stop for stop in report.stops if stop.good]
    if good:
        yield f"<section>\n<h2>{escape(words.translate('est_plugin', 'What works well'))}</h2>\n<ul>\n"
        for stop in good:
            yield f"<li><strong>{escape(told.stop_text(stop))}</strong>: {escape(told.good_text(stop))}"
            yield from (_photo(stop, item, photos, words) for item in stop.good)
            yield "</li>\n"
        yield "</ul>\n</section>\n"
    yield f"<h2>{escape(words.translate('est_plugin', 'Stop by stop'))}</h2>\n"
    for stop in report.stops:
        yield from _stop(stop, photos, words)


def _stop(stop: ReportStop, photos: Mapping[Path, bytes], words: Language) -> Iterator[str]:
    yield f"<section>\n<h3>{escape(told.stop_text(stop))}</h3>\n"
    if stop.feelings:
        yield f"<p>{escape(told.feeling_text(stop, words))}</p>\n"
    if stop.lacking:
        heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in told.heads(words))
        # On a phone the table moves sideways by itself, also by keys; made of blocks nobody would hear a table.
        yield f'<div class="wide" role="region" tabindex="0" aria-label="{escape(told.stop_text(stop))}">\n'
        yield f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n"
        for item in stop.lacking:
            said = f"<p>{escape(item.words)}</p>" if item.words else ""
            answer = escape(told.answer_words(item, words))
            yield f'<tr><th scope="row">{escape(told.seen_text(item))}{said}{_photo(stop, item, photos, words)}</th>'
            yield f'<td><span class="{_kind(item.answer)}">{escape(told.answer_label(item.answer, words))}</span>'
            yield f"{f'<p>{answer}</p>' if answer else ''}</td><td>{escape(item.responsible)}</td></tr>\n"
        yield "</tbody>\n</table>\n</div>\n"
    else:
        yield f"<p>{escape(told.nothing_text(words))}</p>\n"
    for item in stop.notes:
        yield f"<p>{escape(told.note_text(item))}</p>{_photo(stop, item, photos, words)}\n"
    yield "</section>\n"


def _photo(stop: ReportStop, item: ReportItem, photos: Mapping[Path, bytes], words: Language) -> str:
    return "" if item.photo is None else _picture(photos[item.photo], told.photo_text(stop, item, words))


def _picture(jpeg: bytes, text: str) -> str:
    return f'<img src="data:image/jpeg;base64,{base64.b64encode(jpeg).decode()}" alt="{escape(text)}">\n'


def _kind(answer: object) -> str:
    """The class that colours an answer."""
    return f"answer {'coming' if answer is None else answer}"
