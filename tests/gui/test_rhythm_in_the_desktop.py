# SPDX-License-Identifier: GPL-2.0-or-later
"""Asked in a real desktop in Swedish when it happens: the sun is that of the town, not of its metres."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import Profile

from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database

if TYPE_CHECKING:
    from pytest import TempPathFactory  # noqa: PT013 (a type)

SCRIPT = Path(__file__).with_name("desktop_rhythm.py")


def test_the_questions_are_answered_for_the_town_and_for_a_hotspot(
    tmp_path_factory: TempPathFactory, qgis_app: object
) -> None:
    folder = tmp_path_factory.mktemp("rhythm")
    profile = Profile(folder)
    create_demo_database(folder / "lindvik.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    told = profile.run_desktop(SCRIPT)
    for name in ("rhythm", "here"):
        text = told[name]
        assert "Fler än väntat " in text
        # Twilight in September and October at 59.9 degrees north, in per cent of the time.
        light = text.split("Ljus och mörker")[1].split()
        assert light[light.index("gryning") + 2] == "5,9"
    assert "på samma plats" in told["repeats"]
