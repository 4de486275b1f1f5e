# SPDX-License-Identifier: GPL-2.0-or-later
"""A walk goes to the field and home from a real desktop in Swedish."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop import Profile

from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database

SCRIPT = Path(__file__).with_name("desktop_field.py")


def test_a_walk_goes_to_the_field_and_home_with_the_mouse(tmp_path_factory, qgis_app):
    folder = tmp_path_factory.mktemp("field")
    profile = Profile(folder)
    create_demo_database(folder / "lindvik.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    seen = profile.run_desktop(SCRIPT, timeout=200)
    assert seen["folder"].startswith("EST-falt_")
    assert {"Iakttagelser", "Stopp på vandringar", "Trygghetsvandringar", "Deltagare", "Bakgrund"} == set(
        seen["layers"]
    )
    assert sorted(seen["states"]) == ["Ny", "Ändrad på båda hållen"]
    assert (seen["comment"], seen["has photo"]) == ("Buskaget skymmer gångvägen", True)
    assert seen["note"] == "Lampan anmäld"
