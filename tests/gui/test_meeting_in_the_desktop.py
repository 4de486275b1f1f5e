# SPDX-License-Identifier: GPL-2.0-or-later
"""The page Meeting in a real desktop in Swedish: what it tells and remembers; a cancel leaves nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from desktop import Profile

from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database

if TYPE_CHECKING:
    from pytest import TempPathFactory  # noqa: PT013 (a type)

SCRIPT = Path(__file__).with_name("desktop_meeting.py")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: TempPathFactory, qgis_app: object) -> dict[str, Any]:
    """What the desktop showed."""
    folder = tmp_path_factory.mktemp("desktop")
    profile = Profile(folder)
    create_demo_database(folder / "lindvik.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    return profile.run_desktop(SCRIPT, timeout=200)


def test_a_period_without_hotspots_is_told_and_leads_to_their_page(shown: dict[str, Any]) -> None:
    assert shown["warned"]
    assert shown["led_to"] == 1
    assert not shown["still_warned"]


def test_the_page_tells_what_goes_along(shown: dict[str, Any]) -> None:
    assert "2026-10-01 – 2026-10-31, informationsklass Intern" in shown["contents"]
    assert "Inga enskilda händelser" in shown["contents"]
    assert "som väntar i karantän: " in shown["contents"]


def test_the_database_s_map_is_offered_first(shown: dict[str, Any]) -> None:
    assert shown["backgrounds"] == ["Databasens egen karta", "Synliga lager under gruppen EST: 0", "Ingen bakgrund"]


def test_a_cancel_while_drawing_or_composing_leaves_nothing(shown: dict[str, Any]) -> None:
    assert shown["cancelled"] == [True, True]
    assert shown["left"] == []
    assert any("Avbr" in text for text in shown["messages"])


def test_a_layer_of_the_project_that_lives_in_memory_is_drawn_and_credited(shown: dict[str, Any]) -> None:
    assert shown["credited"]
    assert shown["background"] == "Synliga lager under gruppen EST: 1"


def test_the_package_is_written_and_can_be_opened(shown: dict[str, Any]) -> None:
    assert shown["files"] == 2
    assert shown["buttons"] == ["Öppna paketet", "Öppna mappen"]
    assert "EST-lagesbild" in shown["result"]


def test_choices_are_remembered(shown: dict[str, Any]) -> None:
    assert shown["remembered"] == ["project", "sv", "packages"]
