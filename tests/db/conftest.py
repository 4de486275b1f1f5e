# SPDX-License-Identifier: GPL-2.0-or-later
"""A real database for each test that asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from est_plugin.db.migrator import create_database
from est_plugin.feedback import SilentFeedback

if TYPE_CHECKING:
    from pathlib import Path

    from est_plugin.db.database import Database


@pytest.fixture
def database(tmp_path: Path, qgis_app: object) -> Database:
    """An empty database in SWEREF 99 TM."""
    return create_database(
        tmp_path / "est.gpkg",
        srs_id=3006,
        municipality="1781",
        municipality_name="Lindvik",
        feedback=SilentFeedback(),
    )
