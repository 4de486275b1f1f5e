# SPDX-License-Identifier: GPL-2.0-or-later
"""A note taker looks at a walk and types a protocol with real keys, in a real desktop in Swedish."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from desktop import Profile

from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database

SCRIPT = Path(__file__).with_name("desktop_protocol.py")


@pytest.fixture(scope="module")
def shown(tmp_path_factory, qgis_app):
    """What the desktop showed."""
    folder = tmp_path_factory.mktemp("desktop")
    profile = Profile(folder)
    create_demo_database(folder / "lindvik.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    return profile.run_desktop(SCRIPT)


def test_the_forms_have_the_fields_of_a_protocol_and_what_hangs_on_them(shown):
    assert shown["walk"] == ["Vandring", "Protokoll", "Deltagare", "Historik"]
    assert shown["stop"] == ["Stopp", "Iakttagelser", "Historik"]
    assert shown["observation"] == ["Iakttagelse", "Svar", "Historik"]


def test_what_is_typed_with_keys_waits_in_the_map_and_is_saved_from_there(shown):
    assert shown["new"] == [["INS", "3", "utan insyn"], ["SIK", "1", "skymt av syrenen"]]
    assert "2 iakttagelser" in shown["unsaved"]
    assert shown["saved"]
