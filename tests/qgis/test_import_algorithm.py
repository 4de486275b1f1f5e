# SPDX-License-Identifier: GPL-2.0-or-later
"""est:importincidents, as the toolbox and qgis_process run it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from est_plugin.db.migrator import create_database
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.column_mapping import ColumnMapping, Field
from est_plugin.processing.importincidents import ImportIncidentsAlgorithm
from tests.other_process import other_writer

if TYPE_CHECKING:
    from pathlib import Path

    from est_plugin.db.database import Database

_REPORTS = "Ärende-ID;Kategori;Datum;Tid;Öst;Nord\n1;Klotter;2026-01-31;21:15;449328,7;6574909,9\n2;?;2026-01-31;;0;0\n"


@pytest.fixture
def database(tmp_path: Path, qgis_app: object) -> Database:
    return create_database(
        tmp_path / "est.gpkg",
        srs_id=3006,
        municipality="1781",
        municipality_name="Lindvik",
        feedback=SilentFeedback(),
    )


def _run(database: Database, path: Path, **parameters: str) -> tuple[dict[str, Any], str]:
    feedback = QgsProcessingFeedback(False)
    algorithm = ImportIncidentsAlgorithm().create()
    results, _ = algorithm.run(
        {"DATABASE": str(database.path), "INPUT": str(path), **parameters},
        QgsProcessingContext(),
        feedback,
        {},
        False,
    )
    return results, feedback.textLog()


def test_file_is_imported_with_a_mapping_proposed_from_its_header(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "bostadsbolaget.csv"
    path.write_text(_REPORTS, encoding="utf-8")
    results, log = _run(database, path)
    assert results == {"ROWS": 2, "ACCEPTED": 1, "KNOWN": 0, "CHANGED": 0, "QUARANTINED": 1}
    assert "?" in log
    again, _ = _run(database, path)
    assert again == {"ROWS": 2, "ACCEPTED": 0, "KNOWN": 2, "CHANGED": 0, "QUARANTINED": 0}


def test_mapping_file_is_used(database: Database, tmp_path: Path) -> None:
    path, mapping_path = tmp_path / "a.csv", tmp_path / "a.json"
    path.write_text("A;B;C;D\nTagg;31.01.2026;449328;6574909\n", encoding="utf-8")
    ColumnMapping(
        source="a",
        columns={Field.CATEGORY: ("A",), Field.OCCURRED_FROM: ("B",), Field.X: ("C",), Field.Y: ("D",)},
        category_words={"Tagg": "klotter"},
    ).save(mapping_path)
    results, _ = _run(database, path, MAPPING=str(mapping_path), SOURCE="b")
    assert results["ACCEPTED"] == 1


def test_missing_columns_are_named(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Kategori;Datum\nKlotter;2026-01-31\n", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="Easting or longitude, Northing or latitude"):
        ImportIncidentsAlgorithm().create().run(
            {"DATABASE": str(database.path), "INPUT": str(path)},
            QgsProcessingContext(),
            QgsProcessingFeedback(False),
            {},
            False,
        )


def test_it_is_refused_while_another_process_writes(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "bolaget.csv"
    path.write_text(_REPORTS, encoding="utf-8")
    with other_writer(database.path), pytest.raises(QgsProcessingException, match=r"on .+ writes in it since 20"):
        ImportIncidentsAlgorithm().create().run(
            {"DATABASE": str(database.path), "INPUT": str(path)},
            QgsProcessingContext(),
            QgsProcessingFeedback(),
            {},
            False,
        )
    with database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM incident").fetchone()[0] == 0
    results, _ = _run(database, path)
    assert results["ACCEPTED"] == 1
