# SPDX-License-Identifier: GPL-2.0-or-later
"""How large will a package be, and how long will it take? Roughly, told before the start."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from est_plugin.domain.edition import Edition, Part
from est_plugin.export.frame import MOST_ZOOMS, frame_of, ground_of
from est_plugin.export.package import TILE_BUDGET, written_parts
from est_plugin.export.public_density import public_zooms
from est_plugin.export.request import PaperSize, Quality

if TYPE_CHECKING:
    from est_plugin.export.contents import PackageContents
    from est_plugin.export.package import PackageResult
    from est_plugin.export.request import PackageRequest

#: Above these a person is warned: what mail takes, and what a slow computer opens in a while.
MOST_PAGE, MOST_ARCHIVE = 15_000_000, 20_000_000
#: Bytes that the demo town took; ``Experience`` puts right what another town's map makes of them.
_PAGE, _TILE, _IN_PAGE = 500_000, 8_000, 4 / 3
_PAPER, _MAP_OF_PAPER = 150_000, 140_000
_PER_INCIDENT = 20
_BESIDE = {Part.TABLES: 10_000, Part.MINUTES: 15_000, Part.GEOPACKAGE: 200_000}
_PICTURE = 200_000
_SHARE_OF_ZIP = 0.7
#: Seconds, for the whole, a tile, a page of paper and a picture.
_START_S, _TILE_S, _PAGE_S, _PICTURE_S = 2.5, 0.02, 0.12, 0.2
_A3_TO_A4 = 2.0
#: Pages of paper that have no place of their own: overview, numbers, measures, method.
_FURTHER_PAGES = 5
#: Places with a page and a picture of their own.
_MOST_PLACES = 10
#: What one package was more or less than expected is not believed beyond this: a slow moment is no rule.
_LEAST, _MOST = 0.2, 8.0


@dataclass(frozen=True)
class Estimate:
    """Bytes of the map page, of the PDF and of the zip, and seconds."""

    page: float
    paper: float
    archive: float
    seconds: float

    @property
    def is_page_large(self) -> bool:
        """Will the page be slow to open?"""
        return self.page > MOST_PAGE

    @property
    def is_archive_large(self) -> bool:
        """Will the zip be too large for mail?"""
        return self.archive > MOST_ARCHIVE


@dataclass(frozen=True)
class Experience:
    """How many times as much as expected the last packages of a database took."""

    page: float = 1.0
    paper: float = 1.0
    archive: float = 1.0
    seconds: float = 1.0

    def of(self, plain: Estimate) -> Estimate:
        """The estimate, put right."""
        return Estimate(*(getattr(plain, each.name) * getattr(self, each.name) for each in fields(self)))

    def after(self, plain: Estimate, taken: Estimate) -> Experience:
        """With what another package took: half the new, half what was known, so that one odd package is no rule."""
        return Experience(*(self._learned(each.name, plain, taken) for each in fields(self)))

    def _learned(self, name: str, plain: Estimate, taken: Estimate) -> float:
        known, expected, real = (float(getattr(source, name)) for source in (self, plain, taken))
        if expected <= 0 or real <= 0:
            return known
        found = min(max(real / expected, _LEAST), _MOST)
        return found if known == 1.0 else (known + found) / 2

    def to_values(self) -> dict[str, float]:
        """Plain values for JSON."""
        return {each.name: round(getattr(self, each.name), 3) for each in fields(self)}

    @classmethod
    def read(cls, values: Any) -> Experience:  # noqa: ANN401 (a file's values)
        """What ``to_values`` made; none if that cannot be read."""
        try:
            found = [min(max(float(values[each.name]), _LEAST), _MOST) for each in fields(cls)]
        except (KeyError, TypeError, ValueError):
            return cls()
        return cls(*found)


def plain_estimate(request: PackageRequest, contents: PackageContents) -> Estimate:
    """What the contents let expect, without any experience of the database."""
    parts = request.parts & written_parts()
    tiles = _tiles(request, contents)
    places = min(contents.hotspots, _MOST_PLACES)
    page = (_PAGE + min(tiles * _TILE, TILE_BUDGET)) * _IN_PAGE
    if Part.INCIDENTS in parts:
        page += _PER_INCIDENT * contents.incidents
    paper = _paper(request, places) if Part.PAPER in parts else 0.0
    pictures = places + 1 if Part.PICTURES in parts else 0
    beside = sum(size for part, size in _BESIDE.items() if part in parts) + pictures * _PICTURE
    seconds = _START_S + tiles * _TILE_S + pictures * _PICTURE_S
    if Part.PAPER in parts:
        seconds += (places + _FURTHER_PAGES) * _PAGE_S
    return Estimate(page, paper, _SHARE_OF_ZIP * (page + paper) + beside, seconds)


def taken_by(result: PackageResult, seconds: float) -> Estimate:
    """What a package took."""
    paper = 0 if result.pdf is None else result.pdf.stat().st_size
    return Estimate(result.html.stat().st_size, paper, result.archive.stat().st_size, seconds)


def _tiles(request: PackageRequest, contents: PackageContents) -> int:
    """Tiles that are drawn; as many zooms as the page has room for."""
    if contents.extent is None or request.background == ():
        return 0
    frame = frame_of(ground_of(contents.extent))
    total = 0
    zooms = public_zooms(frame) if request.edition is Edition.PUBLIC else MOST_ZOOMS
    for zoom in range(zooms):
        tiles = len(frame.tiles(zoom))
        if total and (total + tiles) * _TILE > TILE_BUDGET:
            break
        total += tiles
    return total


def _paper(request: PackageRequest, places: int) -> float:
    fineness = request.quality.dpi / Quality.MEETING.dpi
    area = _A3_TO_A4 if request.paper is PaperSize.A3 else 1.0
    return _PAPER + (places + 1) * _MAP_OF_PAPER * fineness * area
