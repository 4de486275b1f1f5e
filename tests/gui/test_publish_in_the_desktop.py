# SPDX-License-Identifier: GPL-2.0-or-later
"""A public edition in a real desktop in Swedish: what the person sees before, a no leaves nothing, a yes is written."""

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

SCRIPT = Path(__file__).with_name("desktop_publish.py")


@pytest.fixture(scope="module")
def seen(tmp_path_factory: TempPathFactory, qgis_app: object) -> dict[str, Any]:
    """What the desktop showed."""
    folder = tmp_path_factory.mktemp("publish")
    profile = Profile(folder)
    create_demo_database(folder / "lindvik.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    return profile.run_desktop(SCRIPT, timeout=200)


def test_only_the_public_edition_asks_where_people_live(seen: dict[str, Any]) -> None:
    assert (seen["addresses"], seen["addresses_for_a_meeting"]) == (True, False)


def test_the_person_sees_what_is_shown_and_what_is_left_out(seen: dict[str, Any]) -> None:
    assert "500 m" in seen["shown"]
    assert "Våld eller misshandel" in seen["left_out"]


def test_it_takes_a_tick_and_a_function_and_no_address(seen: dict[str, Any]) -> None:
    assert seen["enabled"] == [False, False, True]
    assert "funktion" in seen["refused"]


def test_a_no_leaves_nothing_and_a_yes_is_written_down(seen: dict[str, Any]) -> None:
    assert seen["after_no"] == []
    assert any(name.endswith("TILLGANGLIGHET.txt") for name in seen["files"])
    assert not any(name.endswith(".pdf") or "/.est" in name for name in seen["files"])
    who, what = seen["history"]
    assert who
    assert "säkerhetssamordnare" in what
    assert not seen["undo"]
