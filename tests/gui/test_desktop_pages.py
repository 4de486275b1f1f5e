# SPDX-License-Identifier: GPL-2.0-or-later
"""The main job in a real desktop in Swedish: open the demo town, find hotspots, write the package."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from desktop import Profile

from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database

if TYPE_CHECKING:
    from pytest import TempPathFactory  # noqa: PT013 (a type)

SCRIPT = Path(__file__).with_name("desktop_pages.py")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: TempPathFactory, qgis_app: object) -> dict[str, object]:
    """What the desktop showed."""
    folder = tmp_path_factory.mktemp("desktop")
    profile = Profile(folder)
    create_demo_database(folder / "lindvik.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    return profile.run_desktop(SCRIPT)


def test_the_newest_period_is_on_the_map_and_on_the_page(shown: dict[str, object]) -> None:
    assert shown["incidents"] > 100
    assert f"{shown['incidents']} händelser" in shown["total"]


def test_hotspots_are_found_with_a_click(shown: dict[str, object]) -> None:
    assert shown["hotspots"] >= 4
    assert f"Antal hotspots: {shown['hotspots']}." in shown["found"]
    assert "95 kartor av 100" in shown["found"]


def test_the_package_is_written(shown: dict[str, object]) -> None:
    assert len(shown["package"]) == 2
    assert any(name.endswith(".zip") for name in shown["package"])
