# SPDX-License-Identifier: GPL-2.0-or-later
"""What is seen of a file before it is checked: its places, its words, the source it probably comes from."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject

from est_plugin.db.migrator import create_database
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.column_mapping import AxisOrder, ColumnMapping, Field
from est_plugin.intake.csv_file import read_csv
from est_plugin.intake.file_study import fitted, open_file, study
from est_plugin.intake.importer import import_incidents

if TYPE_CHECKING:
    from pathlib import Path

    from est_plugin.db.database import Database
    from est_plugin.intake.file_study import FileStudy


def _write(path: Path, crs: str, *, north_first: bool = False, count: int = 100, kind: str = "Klotter") -> Path:
    """Reports around a place in Värmland."""
    chance = random.Random(1)
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:3006"), QgsCoordinateReferenceSystem(crs), QgsProject.instance()
    )
    rows = []
    for number in range(count):
        place = QgsPointXY(chance.gauss(449_000, 2000), chance.gauss(6_575_000, 2000))
        point = transform.transform(place)
        x, y = (point.y(), point.x()) if north_first else (point.x(), point.y())
        rows.append(f"{number};{kind};2026-01-31;{x:.6f};{y:.6f}")
    path.write_text("\n".join(("Id;Kategori;Datum;X;Y", *rows)), encoding="utf-8")
    return path


def _study(database: Database, path: Path) -> FileStudy:
    opened = open_file(database, path)
    return study(database, opened.table, opened.mapping, SilentFeedback())


@pytest.fixture
def settled_database(database: Database, tmp_path: Path) -> Database:
    """A database that knows where its municipality is."""
    path = _write(tmp_path / "known.csv", "EPSG:3006")
    import_incidents(database, path, open_file(database, path).mapping, SilentFeedback())
    return database


def test_places_in_the_right_system_need_no_proposal(database: Database, tmp_path: Path) -> None:
    places = _study(database, _write(tmp_path / "a.csv", "EPSG:3006")).places
    assert (places.chosen.points, places.chosen.inside, places.by_incidents) == (100, 100, False)
    assert places.chosen.fits
    assert places.proposal is None


@pytest.mark.parametrize(
    ("crs", "north_first"),
    [("EPSG:3006", True), ("EPSG:3008", False), ("EPSG:3008", True),
     ("EPSG:3021", True), ("EPSG:4326", False), ("EPSG:4326", True)],
)  # fmt: skip
def test_the_one_system_that_fits_is_proposed(
    settled_database: Database, tmp_path: Path, crs: str, north_first: bool
) -> None:
    places = _study(settled_database, _write(tmp_path / "a.csv", crs, north_first=north_first)).places
    assert places.by_incidents
    assert places.chosen.inside == 0
    assert (places.proposal.crs_authid, places.proposal.inside) == (crs, 100)
    assert places.proposal.axis_order is (AxisOrder.NORTH_EAST if north_first else AxisOrder.EAST_NORTH)


@pytest.mark.parametrize("code", ["", "0180"])
def test_a_local_zone_is_not_guessed_while_many_fit(tmp_path: Path, qgis_app: object, code: str) -> None:
    places = _study(_empty(tmp_path, code), _write(tmp_path / "a.csv", "EPSG:3008")).places
    assert not places.chosen.fits
    assert places.proposal is None
    assert {"EPSG:3007", "EPSG:3008", "EPSG:3009"} <= {check.crs_authid for check in places.fitting}


@pytest.mark.parametrize("north_first", [False, True])
def test_the_zone_of_the_municipality_goes_before_others_that_fit(
    tmp_path: Path, qgis_app: object, north_first: bool
) -> None:
    places = _study(_empty(tmp_path, "1781"), _write(tmp_path / "a.csv", "EPSG:3008", north_first=north_first)).places
    assert places.proposal.crs_authid == "EPSG:3008"
    assert places.proposal.axis_order is (AxisOrder.NORTH_EAST if north_first else AxisOrder.EAST_NORTH)
    assert len(places.fitting) > 1


def _empty(tmp_path: Path, municipality: str) -> Database:
    return create_database(
        tmp_path / "empty.gpkg",
        srs_id=3006,
        municipality=municipality,
        municipality_name="",
        feedback=SilentFeedback(),
    )


def test_no_columns_or_no_numbers_give_no_answer(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Kategori;Datum;X;Y\nKlotter;2026-01-31;;\n", encoding="utf-8")
    places = _study(database, path).places
    assert (places.chosen.points, places.chosen.fits, places.proposal) == (0, False, None)
    path.write_text("Kategori;Datum\nKlotter;2026-01-31\n", encoding="utf-8")
    assert _study(database, path).places is None


def test_words_without_a_code_are_counted_whatever_their_case(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = "\n".join(f"{word};2026-01-31" for word in ("Spray", "spray ", "SPRAY", "Klotter", "?", ""))
    path.write_text(f"Kategori;Datum\n{rows}\n", encoding="utf-8")
    words = _study(database, path).categories
    assert [(word.text.casefold(), word.rows) for word in words] == [("spray", 3), ("?", 1)]


def test_a_file_with_the_columns_of_an_earlier_source_is_read_as_that(
    settled_database: Database, tmp_path: Path
) -> None:
    opened = open_file(settled_database, _write(tmp_path / "2026-02.csv", "EPSG:3006"))
    assert opened.mapping.source == "known"
    path = tmp_path / "other.csv"
    path.write_text("Kategori;Datum\nKlotter;2026-01-31\n", encoding="utf-8")
    assert open_file(settled_database, path).mapping.source == "other"


def test_columns_that_the_file_lacks_are_left_out_and_told(database: Database, tmp_path: Path) -> None:
    opened = open_file(database, _write(tmp_path / "a.csv", "EPSG:3006", count=5))
    mapping = ColumnMapping("b", columns={Field.OCCURRED_FROM: ("Datum", "Tid"), Field.PLACE: ("Plats",)})
    result = fitted(opened, mapping)
    assert result.mapping.columns == {Field.OCCURRED_FROM: ("Datum",)}
    assert result.missing_columns == ("Tid", "Plats")
    assert result.samples["Id"] == ("0", "1", "2")


def test_a_file_without_rows_can_be_looked_at(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Kategori;Datum;X;Y\n", encoding="utf-8")
    assert read_csv(path).rows == ()
    assert _study(database, path).categories == ()
