# SPDX-License-Identifier: GPL-2.0-or-later
"""Can anybody be found again in what goes out to everybody? Reads the written files back and tries to.

Not a second look at the plan, but at the files: whatever wrote them, and whatever it was given. A finding stops the
export and says in which file; it never repeats what was found.
"""

from __future__ import annotations

import csv
import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from est_plugin.analysis.public_cells import CELL
from est_plugin.domain.count_class import LEAST_ADDRESSES, LEAST_INCIDENTS, CountClass
from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.export.public_files import SQUARES
from est_plugin.export.public_texts import level_text
from est_plugin.i18n import LANGUAGES, Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from est_plugin.analysis.arrays import FloatArray
    from est_plugin.analysis.suppression import Square
    from est_plugin.db.public_rows import Secrets
    from est_plugin.export.public_picture import PublicPicture

_TEXTS = (".html", ".csv", ".txt", ".json")
#: Two numbers so near to an incident's place are that place. Metres.
NEAR = 1.0
#: What may stand in a public edition at all: a picture in a file of its own has not been looked at.
_PICTURE_DATA = re.compile(r"data:image/[^\"')\s]*")
_SCRIPT = re.compile(r"<(script|style)(?![^>]*id=\"data\")[^>]*>.*?</\1>", re.DOTALL)
#: The same text is read both ways: ``674100.3,6580088.8`` is a pair, and so is ``674 100,3; 6 580 088,8``.
_NUMBERS = (re.compile(r"(?<!\w)-?\d+(?:\.\d+)?(?!\w)"), re.compile(r"(?<!\w)-?\d+(?:,\d+)?(?!\w)"))
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f'](?=\d{3}(?!\d))")
_UUID = re.compile(
    r"(?<![0-9a-f])[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}(?![0-9a-f])", re.IGNORECASE
)
_TOKEN = re.compile(r"[\w./:-]+")
#: Shorter references (``7``, ``A12``) are words and numbers that any page has.
_SHORTEST_REFERENCE = 6
#: Shorter names of categories (``Annat``, ``Larm``) may be the name of something else.
_SHORTEST_NAME = 6
#: What a square in the page's data may say of itself.
_SQUARE_KEYS = frozenset({"key", "rank", "level", "name", "text", "shape", "at"})
_COLUMNS = 6


def check_public(folder: Path, picture: PublicPicture) -> None:
    """Raises ExportError if a file of the edition tells of a single incident, or more of a square than may be."""
    _check_limits(folder / "tabeller" / SQUARES, picture)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.suffix not in _TEXTS:
            raise _refused(path, QT_TRANSLATE_NOOP("est_plugin", "A public edition has no such files."))
        text = _told(path)
        if _UUID.search(text):
            raise _refused(path, QT_TRANSLATE_NOOP("est_plugin", "It holds an id that joins to the database."))
        if _names_reference(text, picture.secrets):
            raise _refused(path, QT_TRANSLATE_NOOP("est_plugin", "It holds the reference of a report."))
        if _tells_place(text, picture.secrets):
            raise _refused(path, QT_TRANSLATE_NOOP("est_plugin", "It holds the place of an incident."))
        if _names_category(text, picture):
            raise _refused(path, QT_TRANSLATE_NOOP("est_plugin", "It names a category that is never published."))
        if path.suffix == ".html":
            _check_data(path, picture)
    _check_table(folder / "tabeller" / SQUARES, picture)


def _check_limits(path: Path, picture: PublicPicture) -> None:
    """The squares themselves: people and incidents enough, none within another one."""
    enough = (picture.incidents >= LEAST_INCIDENTS) & (picture.addresses >= LEAST_ADDRESSES)
    cells = [cell for area in picture.areas for cell in _cells(area.square)]
    if not enough.all() or len(set(cells)) != len(cells) or len(enough) != len(picture.areas):
        raise _refused(path, QT_TRANSLATE_NOOP("est_plugin", "A square has too few addresses or incidents."))


def _cells(square: Square) -> Iterator[tuple[int, int]]:
    """South-west corners of the squares of 250 m in it."""
    steps = range(square.side // CELL)
    return ((square.west + i * CELL, square.south + j * CELL) for i in steps for j in steps)


def _corners(shape: Mapping[str, Any]) -> tuple[int, int] | None:
    """The south-west corner of a square of 250 m; None for any other shape."""
    if shape["type"] != "Polygon" or len(shape["coordinates"]) != 1:
        return None
    x, y = zip(*shape["coordinates"][0], strict=True)
    west, south = min(x), min(y)
    corners = {(west + i, south + j) for i in (0, CELL) for j in (0, CELL)}
    return (west, south) if {*zip(x, y, strict=True)} == corners else None


def _told(path: Path) -> str:
    """Texts and data of a file, without pictures and programs."""
    text = path.read_text(encoding="utf-8-sig")
    return _PICTURE_DATA.sub("", _SCRIPT.sub("", text)) if path.suffix == ".html" else text


def _names_reference(text: str, secrets: Secrets) -> bool:
    references = {one for one in secrets.references if len(one) >= _SHORTEST_REFERENCE and not _is_plain(one)}
    words = set(_TOKEN.findall(text)) | set(text.split())
    return not references.isdisjoint(words | {word.strip(".,:;()") for word in words})


def _is_plain(reference: str) -> bool:
    """A bare number or a day: the same may stand there for another reason."""
    return re.fullmatch(r"\d{1,7}|\d{4}-\d\d-\d\d", reference) is not None


def _tells_place(text: str, secrets: Secrets) -> bool:
    """Do two numbers that follow each other lie at an incident, in either order? Corners of the grid tell nothing."""
    numbers = ([float(one.replace(",", ".")) for one in found] for found in _readings(text))
    told = {pair for found in numbers for pair in pairwise(found) if not _is_on_grid(pair)}
    pairs = np.array(sorted(told)).reshape(-1, 2)
    if not pairs.size or not len(secrets.points):
        return False
    places = np.stack([secrets.points.x, secrets.points.y], axis=1)
    return any(_meets(places, pairs[:, order]) for order in ([0, 1], [1, 0]))


def _readings(text: str) -> Iterator[list[str]]:
    """The numbers of the text in each way in which they may be meant."""
    for one in dict.fromkeys((text, _THOUSANDS.sub("", text))):
        yield from (form.findall(one) for form in _NUMBERS)


def _meets(places: FloatArray, pairs: FloatArray) -> bool:
    """Is one of ``pairs`` (m, 2) within ``NEAR`` of one of ``places`` (n, 2)? Only neighbours by x are compared."""
    places = places[np.argsort(places[:, 0], kind="stable")]
    first = np.searchsorted(places[:, 0], pairs[:, 0] - NEAR, side="left")
    last = np.searchsorted(places[:, 0], pairs[:, 0] + NEAR, side="right")
    return any(
        bool((np.hypot(*(places[i:j] - pair).T) <= NEAR).any())
        for pair, i, j in zip(pairs, first, last, strict=True)
        if i < j
    )


def _is_on_grid(pair: tuple[float, float]) -> bool:
    return all(number % (CELL / 2) == 0 for number in pair)


def _names_category(text: str, picture: PublicPicture) -> bool:
    """As a cell or an element of its own; within a sentence the word may mean something else."""
    cells = {cell.strip().casefold() for cell in re.split(r"[<>;\r\n\"]", text)}
    names = (name for name in picture.withheld.categories if len(name) >= _SHORTEST_NAME)
    return any(name.casefold() in cells for name in names)


def _check_data(path: Path, picture: PublicPicture) -> None:
    """The squares in the page's data: those of the picture, with their steps and nothing more."""
    found = re.search(r'<script[^>]*id="data"[^>]*>(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL)
    data = json.loads(found.group(1)) if found else {}
    may_be = {(area.square.west, area.square.south, area.square.side, area.square.level.rank) for area in picture.areas}
    for square in data.get("squares", []):
        west, south = square["shape"]["coordinates"][0][0]
        side = square["shape"]["coordinates"][0][1][0] - west
        if set(square) - _SQUARE_KEYS or (west, south, side, square["level"]) not in may_be:
            raise _refused(path, QT_TRANSLATE_NOOP("est_plugin", "A square says more than its step."))
    shown = {cell for area in picture.areas for cell in _cells(area.square)}
    if any(_corners(measure["shape"]) not in shown for measure in data.get("measures", [])):
        raise _refused(path, QT_TRANSLATE_NOOP("est_plugin", "A measure says more of its place than its square."))
    if any(data.get(name) for name in ("hotspots", "walks", "incidents", "observations")):
        raise _refused(path, QT_TRANSLATE_NOOP("est_plugin", "It holds places that a public edition never shows."))


def _check_table(path: Path, picture: PublicPicture) -> None:
    steps = {level_text(level, Language(code)) for code in LANGUAGES for level in CountClass}
    may_be = {(area.square.west, area.square.south, area.square.side) for area in picture.areas}
    rows = list(_rows(path))
    for row in rows:
        if len(row) != _COLUMNS or row[-1] not in steps or tuple(map(int, row[2:5])) not in may_be:
            raise _refused(path, QT_TRANSLATE_NOOP("est_plugin", "A square says more than its step."))
    if len(rows) != len(picture.areas):
        raise _refused(path, QT_TRANSLATE_NOOP("est_plugin", "It is not whole."))


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file, delimiter=";")
        next(rows, None)
        yield from rows


def _refused(path: Path, why: str) -> ExportError:
    return ExportError(
        QT_TRANSLATE_NOOP("est_plugin", "The public edition was not handed out because of {file}."),
        why=why,
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin",
            "Look through the summary and the public texts of the measures. If nothing there is wrong, report this; "
            "do not hand out the files another way.",
        ),
        file=path.name,
    )
