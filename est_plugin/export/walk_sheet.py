# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the paper of a safety walk: draw, compose, check, move into place."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from qgis.PyQt.QtGui import QImage

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.export import pdf
from est_plugin.export.background import check_background, open_background
from est_plugin.export.gate import check_file, check_texts
from est_plugin.export.pdf_settled import settle
from est_plugin.export.pictures import draw, jpeg
from est_plugin.export.walk_layers import page_overlay
from est_plugin.export.walk_pages import walk_pages
from est_plugin.feedback import PartFeedback, step

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping, Sequence

    from est_plugin.export.paper_page import Page
    from est_plugin.export.walk_plan import WalkSheetPlan
    from est_plugin.feedback import Feedback

#: Street names of 8 points become 12, and lines grow with them: paper is read by the light of a torch.
_LARGER = 1.5
#: This grey becomes black, of 255: the names of streets in the town's map are of 110.
_DARKEST = 60


@dataclass(frozen=True)
class DrawnSheet:
    """What any thread can prepare: the pages, and their maps as pictures below the draft's folder."""

    plan: WalkSheetPlan
    draft: Path
    pages: Sequence[Page]
    pictures: Sequence[Mapping[str, Path]]


def write_walk_sheet(plan: WalkSheetPlan, target: Path, feedback: Feedback) -> Path:
    """Write the PDF; call it on the main thread. An error or a cancel leaves an older file as it was, and no rests.

    Raises ExportError if something cannot be drawn or written, or may not leave the municipality.
    """
    with sheet_folder(target) as work:
        drawn = draw_sheet(plan, work, PartFeedback(feedback, 0.0, 0.5))
        for number in compose_sheet(drawn):
            step(feedback, 0.5 + 0.45 * number / len(drawn.pages))
        return finish_sheet(drawn, target, PartFeedback(feedback, 0.95, 1.0))


@contextmanager
def sheet_folder(target: Path) -> Iterator[Path]:
    """A hidden folder on the disk of ``target``, gone afterwards whatever happens.

    Raises ExportError if it cannot be made.
    """
    with _told_errors(target):
        work = Path(tempfile.mkdtemp(dir=target.parent, prefix=".est-sheet-"))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def draw_sheet(plan: WalkSheetPlan, work: Path, feedback: Feedback) -> DrawnSheet:
    """Draw the maps in grey below ``work``. Runs in any thread.

    Raises ExportError if a layer cannot be drawn or a file cannot be written.
    """
    pages = walk_pages(plan)
    files: list[dict[str, Path]] = [{} for _ in pages]
    chosen = [(number, page.extract) for number, page in enumerate(pages) if page.extract is not None]
    extracts = [replace(extract, dpi=_LARGER * extract.dpi) for _, extract in chosen]
    with _told_errors(work):
        background = open_background(plan.background)
        check_background(background, extracts[0], plan.crs_authid, feedback)
        images = draw(extracts, background, plan.crs_authid, feedback)
        for done, ((number, _), image) in enumerate(zip(chosen, images, strict=True), start=1):
            file = work / f"page_{number}.jpg"
            file.write_bytes(jpeg(_in_grey(image)))
            files[number]["map_picture"] = file
            step(feedback, done / len(chosen))
    return DrawnSheet(plan, work / "sheet.pdf", pages, files)


def _in_grey(image: QImage) -> QImage:
    """The picture without colours and with darker greys, so that the names of streets can be read on it."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    values = np.frombuffer(grey.constBits().asstring(grey.sizeInBytes()), np.uint8)
    steps = (np.clip(np.arange(256) - _DARKEST, 0, None) * (255 / (255 - _DARKEST))).astype(np.uint8)
    # A copy, since a picture keeps no hold of the bytes it is made of.
    shape = grey.width(), grey.height(), grey.bytesPerLine()
    return QImage(steps[values].tobytes(), *shape, QImage.Format.Format_Grayscale8).copy()


def compose_sheet(drawn: DrawnSheet) -> Generator[int]:
    """Write the PDF into the draft, page by page on the main thread; see ``pdf.compose``."""
    plan = drawn.plan
    printed = pdf.PrintedMap(plan.crs_authid, lambda page: page_overlay(plan, page), lambda _page: ())
    return pdf.compose(plan.title, printed, drawn.pages, drawn.pictures, drawn.draft)


def finish_sheet(drawn: DrawnSheet, target: Path, feedback: Feedback) -> Path:
    """Check the draft, flush it to the disk and move it into place. Runs in any thread.

    Raises ExportError if something may not leave the municipality, or cannot be written.
    """
    with _told_errors(target):
        check_texts(target, [text for page in drawn.pages for text in page.texts])
        if drawn.plan.starts_at is not None:
            settle(drawn.draft, drawn.plan.starts_at.date())
        check_file(drawn.draft)
        with drawn.draft.open("rb+") as file:
            os.fsync(file.fileno())
        step(feedback, 0.9)
        drawn.draft.replace(target)
    feedback.set_progress(1.0)
    return target


@contextmanager
def _told_errors(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "The walk sheet {path} could not be written."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The computer says: {error}."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin",
                "Check that you may write there, that the disk is not full and that no program has the file open.",
            ),
            path=target,
            error=error,
        ) from error
