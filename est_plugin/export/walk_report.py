# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the report of a safety walk: look for personal data, draw, write page and PDF, check, move into place."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtGui import QImage

from est_plugin.domain.personal_data import mask
from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.export import walk_report_words as told
from est_plugin.export.background import check_background, open_background
from est_plugin.export.flowing_pdf import write_flowing_pdf
from est_plugin.export.gate import check_file, check_texts
from est_plugin.export.pdf_settled import settle
from est_plugin.export.pictures import Extract, draw, jpeg
from est_plugin.export.walk_layers import walk_overlay
from est_plugin.export.walk_pages import map_bounds
from est_plugin.export.walk_report_page import report_page
from est_plugin.export.walk_report_paper import report_text
from est_plugin.feedback import PartFeedback, step
from est_plugin.i18n import CONTEXT, Language
from est_plugin.layers.photos import copy_without_metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from est_plugin.export.walk_plan import WalkSheetPlan
    from est_plugin.export.walk_report_plan import WalkReport
    from est_plugin.feedback import Feedback

#: Of the map, in pixels and pixels per inch; the longest side of a photo in pixels.
_MAP_SIZE, _MAP_DPI, _PHOTO = (1740, 1080), 254.0, 1200


@dataclass(frozen=True)
class WrittenReport:
    """The folder of a report and what is in it."""

    folder: Path
    html: Path
    pdf: Path
    #: See ``WalkReport.left_out``.
    left_out: int


def write_walk_report(report: WalkReport, folder: Path, feedback: Feedback) -> WrittenReport:
    """Write the report as a new folder; call it in any thread. An error or a cancel leaves nothing.

    Raises ExportError if the folder is there already, if something cannot be drawn or written or may not leave the
    municipality; EstError and InputError if a photo cannot be read.
    """
    check_is_new(folder)
    _check_words(report)
    with _told_errors(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".est-report-"))
    try:
        with _told_errors(folder):
            draft = work / "draft"
            draft.mkdir()
            names = _write(report, draft, work, feedback)
            for path in (draft / name for name in names):
                check_file(path)
                with path.open("rb+") as file:
                    os.fsync(file.fileno())
            check_is_new(folder)
            step(feedback, 0.99)
            # Refused if somebody made a folder with something in it meanwhile.
            draft.rename(folder)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    feedback.set_progress(1.0)
    html, pdf = (folder / name for name in names)
    return WrittenReport(folder, html, pdf, report.left_out)


def check_is_new(folder: Path) -> None:
    """Raises ExportError if there is something of that name: a report that people have got is never replaced."""
    if folder.exists():
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "The report was not written."),
            why=QT_TRANSLATE_NOOP("est_plugin", "{folder} is there already, and an older report is never replaced."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose another name, or move the older report away."),
            folder=folder,
        )


def _write(report: WalkReport, draft: Path, work: Path, feedback: Feedback) -> tuple[str, str]:
    """Write page and PDF; returns their names."""
    image = _map(report.walk, PartFeedback(feedback, 0.0, 0.4))
    chosen = [item.photo for stop in report.stops for item in stop.items if item.photo]
    photos = {}
    for number, photo in enumerate(dict.fromkeys(chosen)):
        bare = work / f"photo{number}.jpg"
        copy_without_metadata(photo, bare, _PHOTO)
        photos[photo] = bare.read_bytes()
        step(feedback, 0.4 + 0.3 * (number + 1) / len(chosen))
    name = Language(report.walk.language).translate("est_plugin", "Report").lower()
    html, pdf = f"{name}.html", f"{name}.pdf"
    (draft / html).write_text(report_page(report, jpeg(image), photos), encoding="utf-8", newline="\n")
    pictures = {photo: QImage.fromData(content) for photo, content in photos.items()}
    write_flowing_pdf(report_text(report, image, pictures), draft / pdf, PartFeedback(feedback, 0.7, 0.95))
    settle(draft / pdf, report.made_on)
    return html, pdf


def _map(walk: WalkSheetPlan, feedback: Feedback) -> QImage:
    """Route and numbered stops on the background."""
    extract = _extract(map_bounds(walk))
    background = open_background(walk.background)
    check_background(background, extract, walk.crs_authid, feedback)
    overlay = walk_overlay(walk, extract)
    if background:
        for layer in overlay:
            # The first layer says for all how coordinates move between datums.
            layer.setTransformContext(background[0].transformContext())
    (image,) = draw([extract], [*overlay, *background], walk.crs_authid, feedback)
    return image


def _extract(bounds: tuple[float, float, float, float]) -> Extract:
    """The bounds, widened to the shape of the picture."""
    west, south, east, north = bounds
    width, height = _MAP_SIZE
    metres = max((east - west) / width, (north - south) / height)
    x, y = (west + east) / 2, (south + north) / 2
    shown = (x - metres * width / 2, y - metres * height / 2, x + metres * width / 2, y + metres * height / 2)
    return Extract(shown, width, height, _MAP_DPI)


def _check_words(report: WalkReport) -> None:
    """Raises ExportError that says where something stands that leads to a person; what, it does not repeat."""
    words = Language(report.walk.language)
    for where, texts in _places(report, words):
        found = mask("\n".join(texts)).found
        if found:
            raise ExportError(
                QT_TRANSLATE_NOOP("est_plugin", "The report was not written: a text may not leave the municipality."),
                why=QT_TRANSLATE_NOOP("est_plugin", "Found in “{where}”: {kinds}."),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Correct it in the form and save, or do not tick the comment; then try again."
                ),
                where=where,
                kinds=", ".join(words.translate(CONTEXT, kind.label) for kind in found),
            )
        check_texts(Path(where), texts)


def _places(report: WalkReport, words: Language) -> Iterator[tuple[str, Sequence[str]]]:
    """Every text that goes out, by where a person finds it."""
    yield (
        report.walk.title,
        (report.walk.title, report.municipality, *(value for _, value in told.facts(report, words))),
    )
    for stop in report.stops:
        yield told.stop_text(stop), (stop.place, *stop.feelings)
        for item in stop.items:
            yield f"{told.stop_text(stop)}, {item.what}", (item.what, item.words, item.reply, item.responsible)


@contextmanager
def _told_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "The report {folder} could not be written."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The computer says: {error}."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin",
                "Check that you may write there, that the disk is not full and that no program has the file open.",
            ),
            folder=folder,
            error=error,
        ) from error
