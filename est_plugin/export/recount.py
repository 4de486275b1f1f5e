# SPDX-License-Identifier: GPL-2.0-or-later
"""Is everything there that was to be written? The files are opened again and counted against the plan."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

from est_plugin.db.file_contents import layer_counts
from est_plugin.domain.edition import Part
from est_plugin.domain.info_class import InfoClass
from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.export import sentences
from est_plugin.export.edition_plan import within_edition
from est_plugin.export.page import looks_of, programs_of
from est_plugin.export.pdf_text import read_pdf
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from est_plugin.export.plan import MeasureItem, PackagePlan

_DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)
#: Elements without attributes are programs and looks; with them they are blocks of data.
_PROGRAM = re.compile(r"<script>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL | re.IGNORECASE)
_ANY_PROGRAM = re.compile(r"<(?:script|style|link|iframe|object|embed|base)\b", re.IGNORECASE)
_BLOCKS = re.compile(r'<script type="application/json" id="(?:data|tiles)">')


def check_counts(plan: PackagePlan, draft: Path, *, sheets: int) -> None:
    """Raises ExportError if a file of the draft lacks a row, a page, or the line that says its information class."""
    for path in sorted(draft.rglob("*")):
        if path.suffix == ".html":
            page = path.read_text(encoding="utf-8")
            _check_page(plan, path, page)
            _check_programs(plan, path, page)
            _check_class(plan, path, page)
        elif path.suffix == ".csv":
            _check_table(plan, path)
        elif path.suffix == ".pdf":
            found = read_pdf(path.read_bytes())
            _check(path, found.page_count, sheets)
            _check_class(plan, path, "\n".join(found.texts))
        elif path.suffix == ".gpkg":
            _check_layers(plan, path)
        elif path.suffix == ".txt" and plan.info_class > InfoClass.OPEN:
            # What anybody may read may also be a text to put elsewhere, which nobody wants such a line in.
            _check_class(plan, path, path.read_text(encoding="utf-8-sig"))


def _check_page(plan: PackagePlan, path: Path, page: str) -> None:
    """The block of data that the map draws."""
    block = _DATA.search(page)
    if block is None:
        return
    data = json.loads(block[1])
    for name, expected in (
        ("hotspots", _expected(plan, Part.HOTSPOTS, plan.hotspots)),
        ("measures", _expected(plan, Part.MEASURES, _drawn(plan))),
        ("walks", _expected(plan, Part.WALKS, plan.walks)),
    ):
        if name in data:
            _check(path, len(data[name]), expected)


def _check_programs(plan: PackagePlan, path: Path, page: str) -> None:
    """The page runs and wears what the plugin came with, and nothing else; data are read back by the gate."""
    shown = within_edition(plan)
    found = [[match[1] for match in pattern.finditer(page)] for pattern in (_PROGRAM, _STYLE)]
    others = len(_ANY_PROGRAM.findall(_PROGRAM.sub("", _STYLE.sub("", page))))
    if found != [programs_of(shown), [looks_of(shown)]] or others != len(_BLOCKS.findall(page)):
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "{file} was not handed out: its programs are not those of the plugin."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Something has changed the page while it was made."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Try again. If it happens again, install the plugin again."),
            file=path.name,
        )


def _expected(plan: PackagePlan, part: Part, items: Sequence[object]) -> int:
    return len(items) if plan.request.has(part) else 0


def _drawn(plan: PackagePlan) -> list[MeasureItem]:
    """The measures that have a place."""
    return [item for item in plan.measures if item.wkb is not None]


def _check_layers(plan: PackagePlan, path: Path) -> None:
    """A layer without rows is not written."""
    rows = layer_counts(path)
    _check(path, rows.get("hotspots", 0), _expected(plan, Part.HOTSPOTS, plan.hotspots))
    measures = sum(count for name, count in rows.items() if name.startswith(("atgarder", "measure")))
    _check(path, measures, _expected(plan, Part.MEASURES, _drawn(plan)))


def _check_table(plan: PackagePlan, path: Path) -> None:
    rows = {
        "hotspots.csv": len(plan.hotspots),
        "atgarder.csv": len(plan.measures),
        "siffror.csv": len(plan.by_category) + len(plan.by_organisation),
    }
    if path.name in rows:
        text = path.read_text(encoding="utf-8-sig")
        _check(path, sum(1 for _ in csv.reader(io.StringIO(text, newline=""), delimiter=";")) - 1, rows[path.name])


def _check_class(plan: PackagePlan, path: Path, text: str) -> None:
    """A file that is passed on alone still says how far it may travel."""
    if sentences.class_text(plan, Language(plan.language)) not in text:
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "{file} was not handed out: it does not say its information class."),
            why=QT_TRANSLATE_NOOP("est_plugin", "A template may have lost the line, or a text in it."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Take back the template that the plugin came with, or put the line into yours."
            ),
            file=path.name,
        )


def _check(path: Path, found: int, expected: int) -> None:
    if found != expected:
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "{file} was not handed out: it is not whole."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It holds {found} rows or pages where {expected} were to be written."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Check that the disk is not full and try again."),
            file=path.name,
            found=found,
            expected=expected,
        )
