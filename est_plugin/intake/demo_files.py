# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the reports of Lindvik as five organisations would: each in its own untidy format."""

from __future__ import annotations

import csv
import io
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.intake.column_mapping import AxisOrder, ColumnMapping, Field
from est_plugin.intake.coordinates import Placer
from est_plugin.intake.demo_geography import SRS_ID, to_map

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from est_plugin.intake.demo_reports import Report

_SHARE_AT_DEFAULT_POINT = 0.09
_SHARE_BAD = 0.012
#: Where the town hall stands, in cells: the fault reports without a place are put there.
_TOWN_HALL = (8.5, 7.4)

_Row = tuple[str, ...]


@dataclass(frozen=True)
class DemoFile:
    """A file of reports with the column mapping that reads it."""

    path: Path
    mapping: ColumnMapping
    mapping_path: Path
    rows: int


@dataclass(frozen=True)
class _Format:
    """How an organisation writes. ``row`` gets the report, its number, and x and y in ``mapping``'s CRS."""

    mapping: ColumnMapping
    header: _Row
    row: Callable[[Report, int, float, float], _Row]
    delimiter: str
    encoding: str
    #: Categories this organisation reports, and how probably.
    categories: dict[str, float]
    start: str = ""


def write_files(folder: Path, reports: Sequence[Report], chance: np.random.Generator) -> tuple[DemoFile, ...]:
    """Share the reports among the organisations and write a CSV file and a mapping for each into ``folder``."""
    formats = (_housing(), _guards(), _police(), _school(), _faults())
    shares: list[list[Report]] = [[] for _ in formats]
    for report in reports:
        weights = np.array([style.categories.get(report.category, style.categories["*"]) for style in formats])
        if report.place_type == "skolgård":
            weights = weights + np.array([0.0, 0.2, 0.0, 2.0, 0.1])
        shares[int(chance.choice(len(formats), p=weights / weights.sum()))].append(report)
    return tuple(_write(folder, style, share, chance) for style, share in zip(formats, shares, strict=True))


def _write(folder: Path, style: _Format, reports: Sequence[Report], chance: np.random.Generator) -> DemoFile:
    x = np.array([report.x for report in reports], dtype=np.float64)
    y = np.array([report.y for report in reports], dtype=np.float64)
    if style.mapping.source == "felanmalan":
        default = to_map(np.array([_TOWN_HALL[0]]), np.array([_TOWN_HALL[1]]))[0]
        unplaced = chance.random(x.size) < _SHARE_AT_DEFAULT_POINT
        x[unplaced], y[unplaced] = default
    epsg = int(style.mapping.crs_authid.removeprefix("EPSG:"))
    placed = Placer(f"EPSG:{SRS_ID}", epsg).place(x, y)
    rows = [
        style.row(report, number, float(placed.x[number]), float(placed.y[number]))
        for number, report in enumerate(reports)
    ]
    for number in np.flatnonzero(chance.random(len(rows)) < _SHARE_BAD):
        rows[number] = _spoiled(rows[number], style, int(chance.integers(0, 4)))
    text = io.StringIO(newline="")
    text.write(style.start)
    writer = csv.writer(text, delimiter=style.delimiter, lineterminator="\r\n")
    writer.writerow(style.header)
    writer.writerows(rows)
    path = folder / f"{style.mapping.source}.csv"
    _replace(path, text.getvalue().encode(style.encoding))
    mapping_path = folder / f"{style.mapping.source}.json"
    style.mapping.save(mapping_path)
    return DemoFile(path, style.mapping, mapping_path, len(rows))


def _replace(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    draft = path.with_suffix(".draft")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _spoiled(row: _Row, style: _Format, kind: int) -> _Row:
    """A row that cannot pass: no place, no such category, a day that is not, or a cell too many."""
    columns = style.mapping.columns
    if kind == 0:
        return _with(row, style, columns[Field.X][0], "")
    if kind == 1:
        return _with(row, style, columns[Field.CATEGORY][0], "Övrigt (se text)")
    if kind == 2:  # noqa: PLR2004 (the third kind)
        return _with(row, style, columns[Field.OCCURRED_FROM][0], "okänt")
    return (*row, "se bilaga")


def _with(row: _Row, style: _Format, column: str, text: str) -> _Row:
    return tuple(text if name == column else cell for name, cell in zip(style.header, row, strict=True))


def _comma(number: float, decimals: int) -> str:
    return f"{number:.{decimals}f}".replace(".", ",")


def _housing() -> _Format:
    """Excel with Swedish settings: Windows-1252, semicolons, decimal commas, date and time in two columns."""
    words = {
        "Klotter/tagg": "klotter", "Skräp": "nedskrapning", "Samling trapphus": "samling", "Källarinbrott": "inbrott",
        "Trasigt": "skadegorelse", "Cykelstöld": "stold",
    }  # fmt: skip
    word_of = {code: word for word, code in words.items()}
    return _Format(
        mapping=ColumnMapping(
            source="bostadsbolaget",
            columns={
                Field.SOURCE_REF: ("Ärendenr",), Field.CATEGORY: ("Händelse",),
                Field.OCCURRED_FROM: ("Datum", "Klockslag"), Field.PLACE: ("Adress",),
                Field.X: ("Öst",), Field.Y: ("Nord",), Field.DESCRIPTION: ("Anteckning",),
            },
            constants={Field.ORGANISATION: "bostadsbolag"},
            category_words=words,
        ),
        header=("Ärendenr", "Händelse", "Datum", "Klockslag", "Adress", "Öst", "Nord", "Anteckning"),
        row=lambda report, number, x, y: (
            f"B{number + 1:05d}", word_of.get(report.category, report.category), f"{report.occurred:%Y-%m-%d}",
            f"{report.occurred:%H.%M}", report.place, _comma(x, 1), _comma(y, 1), report.text,
        ),
        delimiter=";",
        encoding="windows-1252",
        categories={"inbrott": 3.0, "klotter": 1.5, "samling": 1.0, "stold": 1.5, "*": 0.4},
    )  # fmt: skip


def _guards() -> _Format:
    """UTF-8 with a byte order mark, commas, longitude and latitude, and an interval for what was found later."""
    return _Format(
        mapping=ColumnMapping(
            source="vaktbolaget",
            columns={
                Field.SOURCE_REF: ("rapport_id",), Field.CATEGORY: ("kategori",), Field.OCCURRED_FROM: ("från",),
                Field.OCCURRED_TO: ("till",), Field.X: ("longitud",), Field.Y: ("latitud",), Field.PLACE: ("plats",),
                Field.PLACE_TYPE: ("platstyp",), Field.DESCRIPTION: ("beskrivning",), Field.SEVERITY: ("allvar",),
            },
            constants={Field.ORGANISATION: "vaktbolag"},
            crs_authid="EPSG:4326",
        ),
        header=(
            "rapport_id", "kategori", "från", "till", "latitud", "longitud", "plats", "platstyp", "beskrivning",
            "allvar",
        ),
        row=lambda report, number, x, y: (
            f"{report.occurred:%y%m}-{number + 1:04d}", report.category, f"{report.occurred:%Y-%m-%d %H:%M}",
            f"{report.found:%Y-%m-%d %H:%M}", f"{y:.6f}", f"{x:.6f}", report.place, report.place_type, report.text,
            str(report.severity),
        ),
        delimiter=",",
        encoding="utf-8-sig",
        categories={"samling": 1.5, "brak": 1.5, "ungdomssamling": 1.5, "berusade": 1.5, "skadegorelse": 1.2, "*": 0.8},
    )  # fmt: skip


def _police() -> _Format:
    """UTF-16 with tabs, points in dates and times, the local zone SWEREF 99 15 00, and X for the northing."""
    return _Format(
        mapping=ColumnMapping(
            source="polisen",
            columns={
                Field.SOURCE_REF: ("Diarienummer",), Field.CATEGORY: ("Brottstyp",), Field.OCCURRED_FROM: ("Tidpunkt",),
                Field.X: ("X",), Field.Y: ("Y",), Field.POLICE_REPORTED: ("Polisanmäld",),
            },
            constants={Field.ORGANISATION: "polis"},
            crs_authid="EPSG:3009",
            axis_order=AxisOrder.NORTH_EAST,
            category_words={"Narkotikabrott": "droghantering", "Misshandel": "vald", "Mordbrand": "anlagd_brand"},
        ),
        header=("Diarienummer", "Brottstyp", "Tidpunkt", "X", "Y", "Polisanmäld"),
        row=lambda report, number, x, y: (
            f"D{number + 1:06d}",
            {"droghantering": "Narkotikabrott", "vald": "Misshandel", "anlagd_brand": "Mordbrand"}.get(
                report.category, report.category.upper()
            ),
            f"{report.occurred:%d.%m.%Y %H.%M}", f"{y:.0f}", f"{x:.0f}", "Ja",
        ),
        delimiter="\t",
        encoding="utf-16",
        categories={"droghantering": 3.0, "vald": 4.0,
                     "buskorning": 1.5, "inbrott": 1.5, "anlagd_brand": 2.0, "*": 0.3},
    )  # fmt: skip


def _school() -> _Format:
    """A line that names the separator, days without a time, no case numbers, own words for the categories."""
    return _Format(
        mapping=ColumnMapping(
            source="skolan",
            columns={
                Field.CATEGORY: ("Vad",), Field.OCCURRED_FROM: ("När",), Field.X: ("E",), Field.Y: ("N",),
                Field.PLACE: ("Var",), Field.DESCRIPTION: ("Berätta",),
            },
            constants={Field.ORGANISATION: "skola"},
            category_words={"Stök på skolgården": "ungdomssamling", "Förstört": "skadegorelse"},
        ),
        header=("Vad", "När", "Var", "E", "N", "Berätta"),
        row=lambda report, _, x, y: (
            {"ungdomssamling": "Stök på skolgården", "skadegorelse": "Förstört"}.get(report.category, report.category),
            f"{report.occurred.day}/{report.occurred.month}/{report.occurred.year}", report.place, f"{x:.0f}",
            f"{y:.0f}", report.text,
        ),
        delimiter="|",
        encoding="utf-8",
        categories={"ungdomssamling": 1.5, "*": 0.05},
        start="sep=|\r\n",
    )  # fmt: skip


def _faults() -> _Format:
    """The municipality's fault reports: stray blanks and capitals, and a default point for an unknown place."""
    return _Format(
        mapping=ColumnMapping(
            source="felanmalan",
            columns={
                Field.SOURCE_REF: ("Ärende-ID",), Field.CATEGORY: ("Kategori",),
                Field.OCCURRED_FROM: ("Inkom",), Field.X: ("Longitud",), Field.Y: ("Latitud",),
                Field.PLACE: ("Platsbeskrivning",), Field.DESCRIPTION: ("Fritext",),
            },
            constants={Field.ORGANISATION: "teknisk"},
            crs_authid="EPSG:4326",
        ),
        header=("Ärende-ID", "Kategori", "Inkom", "Latitud", "Longitud", "Platsbeskrivning", "Fritext"),
        row=lambda report, number, x, y: (
            f"F-{report.occurred:%Y}-{number + 1}", f" {report.category.capitalize()} ",
            f"{report.found:%Y-%m-%dT%H:%M:%S}", _comma(y, 6), _comma(x, 6), report.place, report.text,
        ),
        delimiter=";",
        encoding="utf-8",
        categories={"bristfallig_belysning": 6.0, "nedskrapning": 5.0, "fordonsvrak": 5.0, "kanyl": 4.0, "klotter": 1.5,
                    "*": 0.3},
    )  # fmt: skip
