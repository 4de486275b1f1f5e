# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a map package for a meeting: draw, compose, check, move into place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.domain.edition import Part
from est_plugin.export import map_layers, pdf
from est_plugin.export.background import check_background, open_background
from est_plugin.export.background_cache import BackgroundCache
from est_plugin.export.density_pictures import draw_densities
from est_plugin.export.draft import Background, Draft
from est_plugin.export.folder import move_into_place, seal, told_errors, work_folder
from est_plugin.export.frame import frame_of, ground_of
from est_plugin.export.gate import check_texts
from est_plugin.export.incident_page import page_weight
from est_plugin.export.page import build_page
from est_plugin.export.page_pictures import WebPictures
from est_plugin.export.paper import pages
from est_plugin.export.pictures import Extract, draw, draw_tiles, jpeg
from est_plugin.export.sentences import as_of_text, class_text, sharing_text, span_text
from est_plugin.export.tables import write_tables
from est_plugin.export.walk_photos import draw_photos
from est_plugin.feedback import PartFeedback, SilentFeedback, step
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
    from pathlib import Path

    from qgis.core import QgsMapLayer

    from est_plugin.domain.period import Period
    from est_plugin.export.paper import Page
    from est_plugin.export.plan import PackagePlan
    from est_plugin.feedback import Feedback

PRODUCER = "EST plugin for QGIS"
README = "LAS_MIG_FORST.txt"
_PAGE = "page"
#: With the photos and incidents: the page stays below 10 MB; base64 makes four bytes of three, and the rest needs room.
_TILE_BUDGET = 6_000_000
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


@dataclass(frozen=True)
class Drawn:
    """What any thread can prepare: all files but the PDF are written, the maps of its pages lie as pictures.

    A package without a PDF has no pages.
    """

    plan: PackagePlan
    draft: Path
    pages: Sequence[Page]
    pictures: Sequence[Path | None]


def write_package(plan: PackagePlan, folder: Path, feedback: Feedback) -> PackageResult:
    """Write the folder of the package and its zip into ``folder``; call it on the main thread.

    An error or a cancel leaves an older package as it was, and no rests.

    Raises ExportError if something cannot be drawn or written, or may not leave the municipality.
    """
    with work_folder(folder) as work:
        drawn = draw_package(plan, work, PartFeedback(feedback, 0.0, 0.6))
        for number in compose_pdf(drawn):
            step(feedback, 0.6 + 0.3 * number / len(drawn.pages))
        return finish_package(drawn, folder, PartFeedback(feedback, 0.9, 1.0))


def compose_pdf(drawn: Drawn) -> Generator[int]:
    """Write the PDF into the draft, page by page on the main thread; see ``pdf.compose``. None without paper."""
    plan = drawn.plan
    layers = map_layers.overlay(plan)
    has_density = bool(len(plan.points) + len(plan.points_before))

    def legend(page: Page) -> list[QgsMapLayer]:
        return map_layers.legend_layers(plan, layers, has_density=page.has_density and has_density)

    printed = pdf.PrintedMap(plan.crs_authid, lambda _page: layers, legend)
    if drawn.pages:
        yield from pdf.compose(plan.name, printed, drawn.pages, drawn.pictures, pdf_path(drawn))


def pdf_path(drawn: Drawn) -> Path:
    """Where the PDF belongs in the draft."""
    return drawn.draft / f"lagesbild_{drawn.plan.period.code}.pdf"


def finish_package(drawn: Drawn, folder: Path, feedback: Feedback) -> PackageResult:
    """Check the whole draft, then move it and its zip into ``folder``. Runs in any thread.

    Raises ExportError if something may not leave the municipality, or cannot be written.
    """
    with told_errors(folder):
        check_texts(pdf_path(drawn), [text for page in drawn.pages for text in page.texts])
        packed = seal(drawn.draft, _facts(drawn.plan))
        step(feedback, 0.5)
        place, archive = move_into_place(drawn.draft, packed, folder)
    feedback.set_progress(1.0)
    paper = place / pdf_path(drawn).name if drawn.pages else None
    return PackageResult(place, place / f"lagesbild_{drawn.plan.period.code}.html", paper, archive)


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
    densities = draw_densities(plan)
    ground = [*map_layers.density_layer(densities, work, plan.crs_authid), *layers]
    draft = Draft(plan, folder, work, background, densities, ground)
    _write_page(draft, PartFeedback(feedback, 0.0, 0.7))
    (folder / README).write_bytes(_readme(plan).encode("utf-8-sig"))
    wanted = [write for part, write in _WRITERS.items() if plan.request.has(part)]
    for number, write in enumerate(wanted, start=1):
        write(draft, SilentFeedback())
        step(feedback, 0.7 + 0.1 * number / len(wanted))
    paper = pages(plan) if plan.request.has(Part.PAPER) else []
    return Drawn(plan, folder, paper, _draw_pages(draft, paper, PartFeedback(feedback, 0.8, 1.0)))


def _write_page(draft: Draft, feedback: Feedback) -> None:
    """The HTML file."""
    plan = draft.plan
    frame = frame_of(ground_of(plan.extent))
    photos = draw_photos(plan)
    budget = _TILE_BUDGET - photos.size - page_weight(plan)
    tiles = draw_tiles(
        frame, draft.background, plan.crs_authid, budget=budget, feedback=PartFeedback(feedback, 0.0, 0.9)
    )
    layers = [*map_layers.overlay(plan), *draft.ground]
    overview = next(draw([_overview(plan)], layers, plan.crs_authid, feedback))
    pictures = WebPictures(frame, tiles, jpeg(overview), draft.densities, photos)
    (draft.folder / f"lagesbild_{plan.period.code}.html").write_bytes(build_page(plan, pictures).encode())


#: What else an edition may hold, and who writes it.
_WRITERS: Mapping[Part, Callable[[Draft, Feedback], None]] = {
    Part.TABLES: write_tables,
}


def _overview(plan: PackagePlan) -> Extract:
    """The whole map, its longer side in the pixels that a page needs."""
    west, south, east, north = plan.extent
    scale = _OVERVIEW_PIXELS / max(east - west, north - south)
    return Extract(plan.extent, round((east - west) * scale), round((north - south) * scale), _OVERVIEW_DPI)


def _draw_pages(draft: Draft, paper: Sequence[Page], feedback: Feedback) -> list[Path | None]:
    """What lies below each page's map as a JPEG; None for a page without a map."""
    files: list[Path | None] = [None] * len(paper)
    plain = [number for number, page in enumerate(paper) if page.extract is not None and not page.has_density]
    dense = [number for number, page in enumerate(paper) if page.extract is not None and page.has_density]

    def pictures(numbers: Sequence[int], layers: Sequence[QgsMapLayer]) -> Iterator[dict[str, bytes]]:
        extracts = [extract for number in numbers if (extract := paper[number].extract) is not None]
        for done, image in enumerate(draw(extracts, layers, draft.plan.crs_authid, feedback), start=1):
            step(feedback, done / len(paper))
            yield {_PAGE: jpeg(image)}

    kept = draft.background.cache.each(
        [(draft.plan.crs_authid, paper[number].extract) for number in plain],
        lambda places: pictures([plain[place] for place in places], draft.background.layers),
    )
    for number, found in (*zip(plain, kept, strict=True), *zip(dense, pictures(dense, draft.ground), strict=True)):
        file = draft.work / f"page_{number}.jpg"
        file.write_bytes(found[_PAGE])
        files[number] = file
    return files


def _readme(plan: PackagePlan) -> str:
    words = Language(plan.language)
    lines = (
        words.translate("est_plugin", "1. Open lagesbild_{code}.html with a double click. It needs no network."),
        words.translate(
            "est_plugin",
            "2. It shows the situation in {municipality}, {period}. The PDF is for paper, the tables are for Excel.",
        ),
        words.translate("est_plugin", "3. {info_class}. {sharing}"),
        words.translate("est_plugin", "{made}. Ask the map manager of the municipality if anything is unclear."),
    )
    values = {
        "code": plan.period.code,
        "municipality": plan.municipality,
        "period": span_text(plan.period, words),
        "info_class": class_text(plan, words),
        "sharing": sharing_text(plan, words),
        "made": as_of_text(plan, words),
    }
    return "\r\n".join(line.format(**values) for line in lines) + "\r\n"


def _days(period: Period) -> list[str]:
    return [period.start.isoformat(), period.last_day.isoformat()]


def _facts(plan: PackagePlan) -> dict[str, object]:
    """What the manifest says of the package."""
    return {
        "producer": PRODUCER,
        "municipality": plan.municipality,
        "edition": plan.request.edition.value,
        "as_of": plan.as_of.isoformat(),
        "info_class": plan.info_class.name.lower(),
        "period": _days(plan.period),
        "comparison": _days(plan.comparison.before),
        "last_year": None if plan.last_year is None else _days(plan.last_year.before),
        "categories": list(plan.categories),
        "organisations": list(plan.organisations),
        "crs": plan.crs_authid,
        "incidents_counted": plan.total.now,
        "rows": {
            "incidents": 0 if plan.incidents is None else len(plan.incidents),
            "hotspots": len(plan.hotspots),
            "measures": len(plan.measures),
            "walks": len(plan.walks),
        },
    }
