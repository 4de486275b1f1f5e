# SPDX-License-Identifier: GPL-2.0-or-later
"""In the real desktop: who comes second reads, and writes when the first was killed."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

from est_plugin.db import file_lock
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database
from tests.desktop import ROOT, Profile


def test_the_second_reads_and_writes_when_the_first_was_killed(tmp_path: Path, qgis_app: object) -> None:
    profile = Profile(tmp_path)
    create_demo_database(tmp_path / "lindvik.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    (tmp_path / "other.json").write_text(json.dumps({"python": sys.executable, "root": str(ROOT)}))
    shown = profile.run_desktop(Path(__file__).with_name("desktop_one_writer.py"))
    assert "skriver i databasen sedan 20" in shown["reading"]
    assert shown["closed"]
    assert shown["open"]
    assert shown["is_ours"]
    assert shown["hotspots"] > 0
    assert shown["backups"] == 1
    # QGIS has ended.
    assert file_lock.holder_of(tmp_path / "lindvik.gpkg") is None
    assert not file_lock.lock_path(tmp_path / "lindvik.gpkg").exists()
