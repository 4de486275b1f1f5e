# SPDX-License-Identifier: GPL-2.0-or-later
"""A person opens QGIS after a crash, in a real desktop: the work is offered, put back and saved."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.measures import list_measures
from est_plugin.db.migrator import create_database
from est_plugin.feedback import SilentFeedback
from tests.desktop import Profile

HERE = Path(__file__).parent


def test_what_a_crash_left_behind_is_offered_put_back_and_saved(tmp_path: Path, qgis_app: object) -> None:
    folder = tmp_path / "qgis"
    folder.mkdir()
    profile = Profile(folder)
    database = create_database(
        folder / "est.gpkg",
        srs_id=3006,
        municipality="1781",
        municipality_name="Lindvik",
        feedback=SilentFeedback(),
    )
    with database.writing() as connection:
        connection.execute(
            "INSERT INTO measure (uuid, kind, title, geom) VALUES ('u', 'BEL', 'Lamp', ?)",
            (point_blob(503000, 6571000, 3006),),
        )
    journal = folder / "profiles" / "default" / "est_plugin" / "journal"
    command = [sys.executable, str(HERE / "crash_while_editing.py"), str(database.path), str(journal), "unsaved"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        process.kill()
    result = profile.run_desktop(HERE / "desktop_left_behind.py")
    assert "2 ändringar" in result["text"]
    assert result["changes"] == [["Åtgärder på en plats", "Ändrad"], ["Åtgärder på en plats", "Ny"]]
    assert "2 åtgärder" in result["unsaved"]
    assert sorted(measure.title for measure in list_measures(database)) == ["Changed", "New"]
    assert not list(journal.iterdir())
