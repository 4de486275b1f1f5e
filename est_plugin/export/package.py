# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a map package for a meeting: draw, compose, check, move into place."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from est_plugin.domain.edition import Part
from est_plugin.export import map_layers, pdf
from est_plugin.export.background import check_background, open_background
from est_plugin.export.background_cache import BackgroundCache
from est_plugin.export.density_pictures import draw_densities
from est_plugin.export.draft import Background, Draft
from est_plugin.export.folder import Seal, move_into_place, seal, told_errors
from est_plugin.export.frame import MOST_ZOOMS, frame_of, ground_of
from est_plugin.export.gate import check_texts
from est_plugin.export.gate_rules import rules_of
from est_plugin.export.gate_texts import written_texts
from est_plugin.export.geopackage_file import write_geopackage
from est_plugin.export.incident_page import page_weight
from est_plugin.export.manifest import facts_of
from est_plugin.export.minutes import write_minutes
from est_plugin.export.page import build_page
from est_plugin.export.page_pictures import WebPictures
from est_plugin.export.paper import pages
from est_plugin.export.paper_legend import legend_of
from est_plugin.export.paper_pictures import draw_pages
from est_plugin.export.pdf_settled import settle
from est_plugin.export.pictures import Extract, draw, draw_tiles, jpeg
from est_plugin.export.projector import write_pictures
from est_plugin.export.public_check import check_public
from est_plugin.export.public_density import draw_public_density, public_zooms
from est_plugin.export.public_files import write_public_files
from est_plugin.export.publishing import approval_facts, beside_its_place, draft_folder
from est_plugin.export.readme import write_readme
from est_plugin.export.recount import check_counts
from est_plugin.export.size_check import size_warnings
from est_plugin.export.tables import write_tables
from est_plugin.export.walk_photos import draw_photos
from est_plugin.feedback import PartFeedback, step

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence
    from pathlib import Path

    from qgis.core import QgsMapLayer

    from est_plugin.export.paper_page import Page
    from est_plugin.export.plan import PackagePlan
    from est_plugin.export.publishing import Publishing
    from est_plugin.feedback import Feedback
    from est_plugin.sentence import Sentence

#: With the photos and incidents: the page stays below 10 MB; base64 makes four bytes of three, and the rest needs room.
TILE_BUDGET = 6_000_000
_OVERVIEW = "overview.jpg"
_OVERVIEW_PIXELS = 1200
#: Larger than a screen's, because the page shows the picture at about half its size.
_OVERVIEW_DPI = 180.0


@dataclass(frozen=True)
class PackageResult:
    """Where the package stands."""

    folder: Path
    html: Path
    #: None where the edition has no paper.
    pdf: Path | None
    archive: Path
    #: What may be too large to open or to mail.
    warnings: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class Drawn:
    """What any thread can prepare: all files but the PDF are written, the maps of its pages lie as pictures.

    A package without a PDF has no pages.
    """

    plan: PackagePlan
    draft: Path
    pages: Sequence[Page]
    pictures: Sequence[Mapping[str, Path]]


def write_package(
    plan: PackagePlan, folder: Path, feedback: Feedback, approve: Callable[[Drawn], Publishing] | None = None
) -> PackageResult:
    """Write the folder of the package and its zip into ``folder``; call it on the main thread.

    ``approve`` is asked for a public edition, when all is drawn. An error or a cancel leaves an older package as it
    was, and no rests.

    Raises ExportError if something cannot be drawn or written, or may not leave the municipality; InputError if a
    public edition is not approved.
    """
    with draft_folder(folder, plan.request.edition) as work:
        drawn = draw_package(plan, work, PartFeedback(feedback, 0.0, 0.6))
        for number in compose_pdf(drawn):
            step(feedback, 0.6 + 0.3 * number / len(drawn.pages))
        publishing = approve(drawn) if approve is not None and plan.public is not None else None
        return finish_package(drawn, folder, PartFeedback(feedback, 0.9, 1.0), publishing)


def compose_pdf(drawn: Drawn) -> Generator[int]:
    """Write the PDF into the draft, page by page on the main thread, the same each time. None without paper."""
    yield from compose_pages(drawn)
    settle_pdf(drawn)


def settle_pdf(drawn: Drawn) -> None:
    """Make the composed PDF the same each time. Runs in any thread: a large one takes its time."""
    if drawn.pages:
        with told_errors(drawn.draft.parent):
            settle(pdf_path(drawn), drawn.plan.as_of)


def compose_pages(drawn: Drawn) -> Generator[int]:
    """Compose the PDF, with the clock in it until ``settle_pdf``; see ``pdf.compose``."""
    plan = drawn.plan
    layers = map_layers.overlay(plan)
    has_density = bool(len(plan.points) + len(plan.points_before))

    def legend(page: Page) -> list[QgsMapLayer]:
        return legend_of(plan, page, layers, has_density=has_density)

    printed = pdf.PrintedMap(plan.crs_authid, lambda _page: layers, legend)
    if drawn.pages:
        yield from pdf.compose(plan.name, printed, drawn.pages, drawn.pictures, pdf_path(drawn))


def pdf_path(drawn: Drawn) -> Path:
    """Where the PDF belongs in the draft."""
    return drawn.draft / f"lagesbild_{drawn.plan.period.code}.pdf"


def html_path(drawn: Drawn) -> Path:
    """Where the page stands in the draft."""
    return drawn.draft / f"lagesbild_{drawn.plan.period.code}.html"


def overview_path(drawn: Drawn) -> Path:
    """A picture of the whole map, beside the draft, for a person who is to approve it."""
    return drawn.draft.parent / _OVERVIEW


def finish_package(
    drawn: Drawn, folder: Path, feedback: Feedback, publishing: Publishing | None = None
) -> PackageResult:
    """Check the whole draft, then move it and its zip into ``folder``. Runs in any thread.

    That a public edition was approved is written into the history when nothing but the move is left.

    Raises ExportError if something may not leave the municipality, or cannot be written; InputError for a public
    edition without an approval, or if another one came in between.
    """
    plan = drawn.plan
    approved = None if plan.public is None else approval_facts(publishing)
    with told_errors(folder), beside_its_place(drawn.draft, folder, plan.request.edition) as draft:
        packed = _check_and_seal(replace(drawn, draft=draft), approved)
        step(feedback, 0.5)
        with nullcontext() if publishing is None else publishing.written_down():
            place, archive = move_into_place(draft, packed, folder)
    feedback.set_progress(1.0)
    paper = place / pdf_path(drawn).name if drawn.pages else None
    page = place / html_path(drawn).name
    return PackageResult(place, page, paper, archive, size_warnings(page, paper, archive))


def _check_and_seal(drawn: Drawn, approved: Mapping[str, str] | None) -> Path:
    """The zip of the draft, when nothing in it was found that may not go out."""
    plan, rules = drawn.plan, rules_of(drawn.plan)
    check_texts(pdf_path(drawn), [text for page in drawn.pages for text in page.texts], rules)
    check_texts(html_path(drawn), written_texts(plan), rules, are_written=True)
    check_counts(plan, drawn.draft, sheets=len(drawn.pages))
    if plan.public is not None:
        # Once more: since it was drawn somebody has looked at it, and it was copied.
        check_public(drawn.draft, plan.public)
    return seal(drawn.draft, Seal(facts_of(plan, approved), rules, plan.as_of))


def draw_package(plan: PackagePlan, work: Path, feedback: Feedback) -> Drawn:
    """Draw the maps and write all files but the PDF into a draft below ``work``. Runs in any thread.

    Raises ExportError if a layer cannot be drawn or a file cannot be written.
    """
    with told_errors(work.parent):
        return _draw(plan, work, feedback)


def _draw(plan: PackagePlan, work: Path, feedback: Feedback) -> Drawn:
    folder = work / plan.name
    folder.mkdir(parents=True)
    layers = open_background(plan.background)
    background = Background(layers, BackgroundCache.of(plan.background, layers))
    check_background(layers, _overview(plan), plan.crs_authid, feedback)
    densities = draw_densities(plan) if plan.public is None else draw_public_density(plan, plan.public)
    ground = [*map_layers.density_layer(densities, work, plan.crs_authid), *layers]
    draft = Draft(plan, folder, work, background, densities, ground)
    _write_page(draft, PartFeedback(feedback, 0.0, 0.7))
    wanted = [write for part, write in _WRITERS.items() if plan.request.has(part)]
    for number, write in enumerate(wanted, start=1):
        write(draft, PartFeedback(feedback, 0.7 + 0.1 * (number - 1) / len(wanted), 0.7 + 0.1 * number / len(wanted)))
        step(feedback, 0.7 + 0.1 * number / len(wanted))
    write_readme(draft)
    if plan.public is not None:
        check_public(folder, plan.public)
    paper = pages(plan) if plan.request.has(Part.PAPER) else []
    return Drawn(plan, folder, paper, draw_pages(draft, paper, PartFeedback(feedback, 0.8, 1.0)))


def _write_page(draft: Draft, feedback: Feedback) -> None:
    """The HTML file."""
    plan = draft.plan
    frame = frame_of(ground_of(plan.extent))
    photos = draw_photos(plan)
    zooms = MOST_ZOOMS if plan.public is None else public_zooms(frame)
    tiles = draw_tiles(
        frame,
        draft.background,
        plan.crs_authid,
        budget=TILE_BUDGET - photos.size - page_weight(plan),
        zooms=zooms,
        feedback=PartFeedback(feedback, 0.0, 0.9),
    )
    layers = [*map_layers.overlay(plan), *draft.ground]
    overview = next(draw([_overview(plan)], layers, plan.crs_authid, feedback))
    (draft.work / _OVERVIEW).write_bytes(jpeg(overview))
    closest = None if plan.public is None else zooms - 1
    pictures = WebPictures(frame, tiles, jpeg(overview), draft.densities, photos, closest)
    (draft.folder / f"lagesbild_{plan.period.code}.html").write_bytes(build_page(plan, pictures).encode())


#: What else an edition may hold, and who writes it.
_WRITERS: Mapping[Part, Callable[[Draft, Feedback], None]] = {
    Part.TABLES: write_tables,
    Part.GEOPACKAGE: write_geopackage,
    Part.PICTURES: write_pictures,
    Part.MINUTES: write_minutes,
    Part.CELLS: write_public_files,
}


def written_parts() -> frozenset[Part]:
    """The parts that are files of their own, or rows in one."""
    return frozenset(_WRITERS) | {Part.PAPER, Part.INCIDENTS}


def _overview(plan: PackagePlan) -> Extract:
    """The whole map, its longer side in the pixels that a page needs."""
    west, south, east, north = plan.extent
    scale = _OVERVIEW_PIXELS / max(east - west, north - south)
    return Extract(plan.extent, round((east - west) * scale), round((north - south) * scale), _OVERVIEW_DPI)
