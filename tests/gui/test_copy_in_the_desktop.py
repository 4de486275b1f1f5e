# SPDX-License-Identifier: GPL-2.0-or-later
"""In a real desktop in Swedish: a database is copied from the dock's menu, and a newer one opens for reading."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from desktop import Profile

from est_plugin.db.copies import different_tables
from est_plugin.db.file_database import open_database
from est_plugin.db.schema_version import CURRENT
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database


def test_a_copy_is_made_and_a_newer_database_is_only_read(tmp_path: Path, qgis_app: object) -> None:
    profile = Profile(tmp_path / "profile")
    town, newer = profile.folder / "lindvik.gpkg", profile.folder / "newer.gpkg"
    create_demo_database(town, seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    shutil.copy(town, newer)
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("UPDATE meta SET schema_version = ?, min_client_version = ?", (CURRENT + 1, CURRENT + 1))
        connection.commit()
    seen = profile.run_desktop(Path(__file__).with_name("desktop_copy.py"))
    assert seen == {"shown": str(town), "can_edit": False, "is_read_only": True, "can_edit_the_copy": True}
    copy = open_database(profile.folder / "copy.gpkg")
    assert different_tables(open_database(town), copy, SilentFeedback()) == ()
