# SPDX-License-Identifier: GPL-2.0-or-later
"""In a real desktop in Swedish: what was seen on the walk of the demo town becomes measures."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import Profile

from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database

if TYPE_CHECKING:
    from pytest import TempPathFactory  # noqa: PT013 (a type)

SCRIPT = Path(__file__).with_name("desktop_walk_measures.py")


def test_what_was_seen_becomes_measures_with_the_mouse(tmp_path_factory: TempPathFactory, qgis_app: object) -> None:
    folder = tmp_path_factory.mktemp("walk_measures")
    profile = Profile(folder)
    create_demo_database(folder / "lindvik.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    told = profile.run_desktop(SCRIPT)
    # Neither what is done nor what is declined; two lamps that are planned, litter, a door.
    assert [line.split(" · ")[0] for line in told["listed"]] == ["Stopp 2", "Stopp 3", "Stopp 4", "Stopp 5"]
    assert told["proposed"] == 3
    assert told["unsaved"]
    assert told["stored"] == ["BEL", "SKA", "STÄ"]
    assert told["answered"][0].endswith("Vi ser till det snart.")
    assert told["answered"][0].startswith("Planerad")
