# SPDX-License-Identifier: GPL-2.0-or-later
"""The page Meeting in a real desktop in Swedish: what it tells and remembers, also after QGIS was closed."""

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
AGAIN = Path(__file__).with_name("desktop_meeting_again.py")
UNTIL = date(2026, 11, 10)


@pytest.fixture(scope="module")
def profile(tmp_path_factory: TempPathFactory, qgis_app: object) -> Profile:
    folder = tmp_path_factory.mktemp("desktop")
    profile = Profile(folder)
    create_demo_database(folder / "lindvik.gpkg", seed=1, until=UNTIL, feedback=SilentFeedback())
    return profile


@pytest.fixture(scope="module")
def shown(profile: Profile) -> dict[str, Any]:
    """What the desktop showed."""
    return profile.run_desktop(SCRIPT, timeout=240)


@pytest.fixture(scope="module")
def again(profile: Profile, shown: dict[str, Any]) -> dict[str, Any]:
    """What it showed after it was closed and started again."""
    return profile.run_desktop(AGAIN, timeout=200)


def test_a_period_without_hotspots_is_told_and_leads_to_their_page(shown: dict[str, Any]) -> None:
    assert shown["warned"]
    assert shown["led_to"] == 1
    assert not shown["still_warned"]


def test_a_preset_is_chosen_by_keys_and_sets_period_and_edition(shown: dict[str, Any]) -> None:
    assert shown["edition"] == "Möte"
    period = date.fromisoformat(shown["period"])
    assert (period - date(2024, 1, 1)).days % 14 == 0
    assert period <= UNTIL


def test_the_page_tells_what_goes_along_and_how_large_it_will_be(shown: dict[str, Any]) -> None:
    assert "informationsklass Intern" in shown["contents"]
    assert "Inga enskilda händelser" in shown["contents"]
    assert "som väntar i karantän: " in shown["contents"]
    assert shown["estimate"].startswith("Ungefär ")
    assert " MB, " in shown["estimate"]
    assert " händelser, " in shown["proposed"]


def test_the_database_s_map_is_offered_first(shown: dict[str, Any]) -> None:
    assert shown["backgrounds"] == ["Databasens egen karta", "Synliga lager under gruppen EST: 0", "Ingen bakgrund"]


def test_nothing_makes_the_dock_wider_or_must_be_pushed_aside(shown: dict[str, Any]) -> None:
    for found in (*shown["widths"], *shown["widths_written"]):
        assert found in ([400, 0], [520, 0])


def test_a_cancel_while_drawing_or_composing_leaves_nothing(shown: dict[str, Any]) -> None:
    assert shown["cancelled"] == [True, True]
    assert shown["left"] == []
    assert any("Avbr" in text for text in shown["messages"])


def test_a_layer_of_the_project_that_lives_in_memory_is_drawn_and_credited(shown: dict[str, Any]) -> None:
    assert shown["credited"]
    assert shown["background"] == "Synliga lager under gruppen EST: 1"


def test_the_package_is_written_and_opened(shown: dict[str, Any]) -> None:
    assert (shown["files"], shown["files_after"]) == (2, 2)
    assert shown["buttons"] == ["Öppna paketet", "Öppna mappen"]
    assert shown["opened"] == [".html", "packages"]
    assert "EST-lagesbild" in shown["result"]
    assert "Zip-filen är på " in shown["result"]


def test_choices_are_remembered_and_what_it_took_is_learned(shown: dict[str, Any]) -> None:
    assert shown["remembered"] == ["project", "packages"]
    assert shown["learned"]
    assert shown["repeat"].startswith("Gör om för ")


def test_after_a_restart_one_click_repeats_it_for_the_next_period(again: dict[str, Any]) -> None:
    assert again["preset"] == "Operativ grupp, varannan vecka"
    [before] = again["before"]
    assert len(again["after"]) == 2
    old, new = sorted(name.split("_")[2] for name in again["after"])
    assert old in before
    assert (date.fromisoformat(new) - date.fromisoformat(old)).days == 14
    assert new in again["tip"]
    assert again["offered"].startswith("Gör om för ")
    assert "Kartpaketet är klart" in again["told"]
    assert new in again["header"]
