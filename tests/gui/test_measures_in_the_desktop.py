# SPDX-License-Identifier: GPL-2.0-or-later
"""Flagging lighting and a traffic ban with its rule, and their steps, with mouse and keys in Swedish."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from desktop import Profile

from est_plugin.db.file_database import open_database
from est_plugin.db.measures import dated_steps, list_measures
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database

if TYPE_CHECKING:
    from pytest import TempPathFactory  # noqa: PT013 (a type)

    from est_plugin.db.database import Database

SCRIPT = Path(__file__).with_name("desktop_measures.py")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("measures")


@pytest.fixture(scope="module")
def seen(folder: Path, qgis_app: object) -> dict[str, Any]:
    """What the desktop showed."""
    profile = Profile(folder)
    create_demo_database(folder / "lindvik.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    return profile.run_desktop(SCRIPT, timeout=100)


@pytest.fixture
def stored(folder: Path, seen: dict[str, Any]) -> Database:
    return open_database(folder / "lindvik.gpkg")


def test_only_the_steps_of_the_method_are_offered(seen: dict[str, Any]) -> None:
    assert seen["bar"] == "Inte sparat: 2 åtgärder"
    assert seen["offered"] == [
        "Genomförd direkt: beslutas, genomförs och sparas…", "Bedömd", "Beslutad", "Avvisad", "Överlämnad", "Pausad",
    ]  # fmt: skip


def test_a_step_stands_in_the_database_with_who_and_why(stored: Database) -> None:
    lamp = next(measure for measure in list_measures(stored) if measure.title == "Laga lampan")
    steps = dated_steps(stored, lamp.uuid)
    assert [(step.status.value, step.by, step.note) for step in steps] == [
        ("proposed", "", ""),
        ("decided", "Gatuchef", "Delegation"),
    ]


def test_a_traffic_ban_gets_its_rule_in_its_own_form(seen: dict[str, Any]) -> None:
    assert seen["tabs"] == ["Åtgärd", "Beslut", "Varför", "Uppföljning", "Trafikförbud", "Historik"]
    assert seen["rules"] == [['{"motor_not_moped2"}', '{"5","6"}', "20:00", "1781 2026:00012", True]]


def test_a_ban_that_is_not_valid_yet_does_not_become_done_and_the_person_is_told_why(
    seen: dict[str, Any], stored: Database
) -> None:
    assert len(seen["told"]) == 1
    assert "Trafikförbudet gäller inte som genomfört" in seen["told"][0]
    ban = next(measure for measure in list_measures(stored) if measure.title == "Förbud på torget")
    assert ban.status == "decided"
    assert seen["found"] == ["Laga lampan"]
