# SPDX-License-Identifier: GPL-2.0-or-later
"""Forget and purge from the toolbox, on a file and on a server."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from est_plugin.db import changesets
from est_plugin.db.changesets import Change, Changeset, Op
from est_plugin.db.geometry_blob import point_blob
from est_plugin.processing.forget import ForgetAlgorithm
from est_plugin.processing.purge import PurgeAlgorithm

if TYPE_CHECKING:
    from est_plugin.db.database import Database
    from est_plugin.db.file_database import FileDatabase
    from est_plugin.processing.algorithm import EstAlgorithm


def run(algorithm: type[EstAlgorithm], **parameters: Any) -> dict[str, Any]:
    return algorithm().create().run(parameters, QgsProcessingContext(), QgsProcessingFeedback(False), {}, False)[0]


def incident(database: Database, occurred: str) -> str:
    row = str(uuid.uuid4())
    values = {
        "source": "polis", "source_ref": row, "category": "klotter", "occurred_from": occurred,
        "geom": point_blob(500_000, 6_600_000, database.srs_id),
    }  # fmt: skip
    changesets.apply(database, Changeset((Change("incident", Op.INSERT, row, values),)))
    return row


def test_purge_reports_what_it_took(file_database: FileDatabase) -> None:
    incident(file_database, "2020-01-01T10:00:00.000Z")
    incident(file_database, "2026-11-01T10:00:00.000Z")
    counts = {"INCIDENTS": 1, "QUARANTINE": 0, "SHELLS": 0, "HISTORY": 0}
    assert run(PurgeAlgorithm, DATABASE=str(file_database)) == counts


def test_forget_scrubs_the_row_it_is_given(file_database: FileDatabase) -> None:
    row = incident(file_database, "2026-11-01T10:00:00.000Z")
    assert run(ForgetAlgorithm, DATABASE=str(file_database), UUID=f" {row} ") == {"TABLES": "incident"}
    with pytest.raises(QgsProcessingException, match=row):
        run(ForgetAlgorithm, DATABASE=str(file_database), UUID=row)


def test_an_editor_of_a_server_is_told_that_only_an_administrator_may(editors_connection: str) -> None:
    with pytest.raises(QgsProcessingException, match="may not"):
        run(PurgeAlgorithm, CONNECTION=editors_connection)
