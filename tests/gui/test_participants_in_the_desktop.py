# SPDX-License-Identifier: GPL-2.0-or-later
"""In a real desktop: participants and rules are added in the form of a walk or ban; nothing that was typed is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import Profile

from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database

if TYPE_CHECKING:
    from pytest import TempPathFactory  # noqa: PT013 (a type)

SCRIPT = Path(__file__).with_name("desktop_participants.py")
BAN_SCRIPT = Path(__file__).with_name("desktop_ban_rule.py")


def test_a_participant_is_added_to_a_walk_that_is_drawn_and_not_saved(
    tmp_path_factory: TempPathFactory, qgis_app: object
) -> None:
    folder = tmp_path_factory.mktemp("participants")
    create_demo_database(folder / "lindvik.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    told = Profile(folder).run_desktop(SCRIPT)
    assert "Deltagare" not in told["new"]
    assert "Deltagare" in told["drawn"]
    assert told["stored"] == ["young"]


def test_a_rule_is_added_to_a_ban_that_is_drawn_and_not_saved(
    tmp_path_factory: TempPathFactory, qgis_app: object
) -> None:
    folder = tmp_path_factory.mktemp("ban")
    create_demo_database(folder / "lindvik.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    told = Profile(folder).run_desktop(BAN_SCRIPT)
    assert "Trafikförbud" not in told["new"]
    assert told["stored"].count("Nattstopp") == 1
