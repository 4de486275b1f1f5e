# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pictures do the pages of paper show? What lies below each map, drawn in any thread, and the drawings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.export.pictures import draw, jpeg
from est_plugin.feedback import step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from qgis.core import QgsMapLayer

    from est_plugin.export.draft import Draft
    from est_plugin.export.paper_page import Page
    from est_plugin.feedback import Feedback

_PAGE = "page"


def draw_pages(draft: Draft, paper: Sequence[Page], feedback: Feedback) -> list[dict[str, Path]]:
    """For each page its files by the items that show them: a JPEG below its map, SVG of its drawings."""
    files = [_drawings(draft, number, page) for number, page in enumerate(paper)]
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
        files[number]["map_picture"] = file
    return files


def _drawings(draft: Draft, number: int, page: Page) -> dict[str, Path]:
    files = {item: draft.work / f"page_{number}_{item}.svg" for item in page.drawings}
    for item, svg in page.drawings.items():
        files[item].write_bytes(svg)
    return files
