# SPDX-License-Identifier: GPL-2.0-or-later
"""A walk is proposed in a real desktop in Swedish: the dialog, a click on the map, Enter."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from desktop import Profile

from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database

SCRIPT = Path(__file__).with_name("desktop_propose_walk.py")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory, qgis_app: object) -> dict[str, object]:
    """What the desktop showed."""
    folder = tmp_path_factory.mktemp("desktop")
    create_demo_database(folder / "lindvik.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    return Profile(folder).run_desktop(SCRIPT)


def test_the_start_is_clicked_on_the_map_while_the_dialog_is_away(shown: dict[str, object]) -> None:
    assert shown["hidden"]
    assert shown["back"]


def test_enter_proposes_a_walk_that_fits_into_the_time_and_is_selected_on_the_map(shown: dict[str, object]) -> None:
    assert 20 < shown["minutes"] <= 60
    assert shown["selected"] == 1
    assert f"{round(shown['minutes'])} minuter" in shown["told"]
    assert "Belyst" in shown["told"]


def test_escape_closes_the_dialog_and_proposes_nothing(shown: dict[str, object]) -> None:
    assert shown["closed"]
