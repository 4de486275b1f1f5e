# SPDX-License-Identifier: GPL-2.0-or-later
"""The map of Lindvik, a town that does not exist: streets, houses, water, parks and lamps from a seed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.analysis.arrays import FloatArray

TOWN_NAME = "Lindvik"
#: The map is drawn in SWEREF 99 TM; the south-western corner of the town lies in a forest.
SRS_ID = 3006
_ORIGIN = (470_000.0, 6_640_000.0)
CELL_M = 150.0
COLUMNS, ROWS = 16, 14
MAIN_COLUMN, MAIN_ROW = 8, 6
_LAKE_CORNER, _LAKE_CELLS = (16.0, 0.0), 4.6
#: How far the town reaches from its middle to the east and west, and to the north and south.
_REACH = (9.0, 8.2)
_BLOCK_POINTS = 5
_LAMP_SPACING_M = 38.0
_BROKEN_LAMPS = 0.04
#: Parks and squares: kind, name, first and last column, first and last row of their cells.
_OPEN_AREAS = (
    ("park", "Stadsparken", 4, 6, 7, 8),
    ("park", "Ekdungen", 11, 12, 10, 11),
    ("park", "Sjöängen", 10, 11, 1, 1),
    ("square", "Stora torget", 8, 8, 6, 6),
    ("square", "Stationsplan", 9, 9, 11, 11),
    ("square", "Hamnplan", 11, 11, 3, 3),
)
#: Houses that fill a cell: use, column, row.
_LANDMARKS = (("school", 3, 3), ("station", 10, 11), ("shop", 9, 6), ("garage", 6, 5), ("town_hall", 8, 7))
_NAME_STEMS = [
    "Ask",
    "Björk",
    "Ek",
    "Gran",
    "Hassel",
    "Lönn",
    "Rönn",
    "Sälg",
    "Tall",
    "Vide",
    "Klöver",
    "Liljekonvalj",
    "Nejlik",
    "Ros",
    "Syren",
    "Tistel",
    "Blåklint",
    "Ängs",
    "Åker",
    "Äng",
    "Lärk",
    "Svan",
    "Trast",
    "Gök",
    "Duv",
    "Fink",
    "Hök",
    "Ugglo",
    "Älg",
    "Räv",
    "Hare",
    "Igelkotts",
    "Ekorr",
    "Bäver",
    "Smed",
    "Garvar",
    "Snickar",
    "Bagar",
    "Mjölnar",
    "Repslagar",
    "Kvarn",
    "Såg",
    "Bruks",
    "Hamn",
    "Sjö",
    "Strand",
    "Backe",
    "Berg",
    "Dal",
    "Mosse",
]


@dataclass(frozen=True)
class TownFeature:
    """One feature: geometry as WKT in EPSG:3006, and the values of the layer's fields, in their order."""

    wkt: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Geography:
    """The layers of the town."""

    #: name, road_class (main, residential, footway), lit (yes, no); one feature for each block.
    streets: tuple[TownFeature, ...]
    #: use
    buildings: tuple[TownFeature, ...]
    #: kind (water, park, square), name
    areas: tuple[TownFeature, ...]
    #: status (ok, broken)
    lamps: tuple[TownFeature, ...]


@dataclass(frozen=True)
class _Block:
    """The piece of a street between two crossings."""

    name: str
    road_class: str
    lit: bool
    line: FloatArray


def to_map(columns: FloatArray, rows: FloatArray) -> FloatArray:
    """Coordinates (n, 2) in EPSG:3006 of places given in cells from the south-western corner; the grid is bent."""
    east = CELL_M * columns + 26 * np.sin(rows / 2.6) + 14 * np.sin(columns / 1.9 + rows / 3.1)
    north = CELL_M * rows + 30 * np.sin(columns / 3.3 + 0.7) + 11 * np.cos(rows / 1.7 + columns / 4.3)
    return np.column_stack((_ORIGIN[0] + east, _ORIGIN[1] + north))


def is_in_town(column: float, row: float) -> bool:
    """Does the place lie on land, and not in the woods round the town?"""
    from_lake = np.hypot(column - _LAKE_CORNER[0], row - _LAKE_CORNER[1])
    from_middle = np.hypot((column - MAIN_COLUMN) / _REACH[0], (row - ROWS / 2) / _REACH[1])
    return bool(from_lake >= _LAKE_CELLS and from_middle <= 1)


def is_open(column: int, row: int) -> bool:
    """Is the cell a park or a square?"""
    return any(c0 <= column <= c1 and r0 <= row <= r1 for _, _, c0, c1, r0, r1 in _OPEN_AREAS)


def draw_geography(chance: np.random.Generator) -> Geography:
    """The town; the same numbers give the same town."""
    blocks = tuple(_blocks(chance))
    return Geography(
        streets=tuple(
            TownFeature(f"LINESTRING {_wkt(block.line)}", (block.name, block.road_class, "yes" if block.lit else "no"))
            for block in blocks
        ),
        buildings=tuple(_buildings(chance)),
        areas=tuple(_areas()),
        lamps=tuple(_lamps(blocks, chance)),
    )


def _blocks(chance: np.random.Generator) -> Iterator[_Block]:
    """Every line of the grid, cut into streets of two to four blocks with a name each."""
    names = _names(chance)
    lines = [(True, row, COLUMNS) for row in range(ROWS + 1)] + [(False, column, ROWS) for column in range(COLUMNS + 1)]
    for is_row, position, length in lines:
        is_main = position == (MAIN_ROW if is_row else MAIN_COLUMN)
        name, left = "", 0
        for start in range(length):
            if left == 0:
                name, left = next(names), int(chance.integers(2, 5))
            left -= 1
            along = np.linspace(start, start + 1, _BLOCK_POINTS)
            across = np.full(_BLOCK_POINTS, float(position))
            columns, rows = (along, across) if is_row else (across, along)
            if not is_in_town(columns[2], rows[2]):
                continue
            path = _inside_park(columns[2], rows[2])
            road_class = "footway" if path else "main" if is_main else "residential"
            lit = is_main or bool(chance.random() < (0.2 if path else 0.93))
            yield _Block(_main_name(is_row=is_row) if is_main else name, road_class, lit, to_map(columns, rows))


def _main_name(*, is_row: bool) -> str:
    return "Storgatan" if is_row else "Stationsgatan"


def _names(chance: np.random.Generator) -> Iterator[str]:
    names = [f"{stem}{ending}" for stem in _NAME_STEMS for ending in ("gatan", "vägen", "stigen")]
    while True:
        yield from chance.permutation(names).tolist()


def _inside_park(column: float, row: float) -> bool:
    """Does the middle of a block lie inside an open area, not on its edge?"""
    return any(c0 < column < c1 + 1 and r0 < row < r1 + 1 for _, _, c0, c1, r0, r1 in _OPEN_AREAS)


def _buildings(chance: np.random.Generator) -> Iterator[TownFeature]:
    landmarks = {(column, row): use for use, column, row in _LANDMARKS}
    for column in range(COLUMNS):
        for row in range(ROWS):
            if is_open(column, row) or not is_in_town(column + 0.5, row + 0.5):
                continue
            if use := landmarks.get((column, row)):
                yield _house(column + 0.18, row + 0.18, 0.64, 0.5, use)
                continue
            for corner_column, corner_row in ((0.16, 0.16), (0.56, 0.16), (0.16, 0.56), (0.56, 0.56)):
                if chance.random() < 0.9:  # noqa: PLR2004 (a yard here and there)
                    width, depth = chance.uniform(0.14, 0.28, 2)
                    use = "shop" if abs(row - MAIN_ROW) <= 1 and chance.random() < 0.4 else "dwelling"  # noqa: PLR2004
                    yield _house(column + corner_column, row + corner_row, float(width), float(depth), use)


def _house(column: float, row: float, width: float, depth: float, use: str) -> TownFeature:
    columns = column + width * np.array([0.0, 1.0, 1.0, 0.0, 0.0])
    rows = row + depth * np.array([0.0, 0.0, 1.0, 1.0, 0.0])
    return TownFeature(f"POLYGON ({_wkt(to_map(columns, rows))})", (use,))


def _areas() -> Iterator[TownFeature]:
    angle = np.linspace(0, 2 * np.pi, 49)
    shore = to_map(
        _LAKE_CORNER[0] + (_LAKE_CELLS - 0.3) * np.cos(angle), _LAKE_CORNER[1] + (_LAKE_CELLS - 0.3) * np.sin(angle)
    )
    shore[-1] = shore[0]
    yield TownFeature(f"POLYGON ({_wkt(shore)})", ("water", "Lindsjön"))
    for kind, name, first_column, last_column, first_row, last_row in _OPEN_AREAS:
        west, east, south, north = first_column + 0.08, last_column + 0.92, first_row + 0.08, last_row + 0.92
        side = np.linspace(0, 1, 9)
        columns = np.concatenate(
            (west + (east - west) * side, np.full(9, east), east + (west - east) * side, np.full(9, west))
        )
        rows = np.concatenate(
            (np.full(9, south), south + (north - south) * side, np.full(9, north), north + (south - north) * side)
        )
        yield TownFeature(f"POLYGON ({_wkt(to_map(columns, rows))})", (kind, name))


def _lamps(blocks: tuple[_Block, ...], chance: np.random.Generator) -> Iterator[TownFeature]:
    """A lamp every _LAMP_SPACING_M along the lit blocks, four metres beside the middle of the street."""
    for block in blocks:
        if not block.lit:
            continue
        steps = np.diff(block.line, axis=0)
        length = np.hypot(steps[:, 0], steps[:, 1])
        along = np.concatenate(([0.0], np.cumsum(length)))
        for distance in np.arange(_LAMP_SPACING_M / 2, along[-1], _LAMP_SPACING_M):
            piece = int(np.searchsorted(along, distance)) - 1
            direction = steps[piece] / length[piece]
            place = (
                block.line[piece] + direction * (distance - along[piece]) + 4 * np.array([-direction[1], direction[0]])
            )
            status = "broken" if chance.random() < _BROKEN_LAMPS else "ok"
            yield TownFeature(f"POINT {_wkt(place[np.newaxis])}", (status,))


def _wkt(line: FloatArray) -> str:
    return "(" + ", ".join(f"{x:.2f} {y:.2f}" for x, y in line.tolist()) + ")"
