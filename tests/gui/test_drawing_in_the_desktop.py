# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawing in a real QGIS desktop, with its own form."""

from __future__ import annotations

from pathlib import Path

from desktop import Profile

SCRIPT = Path(__file__).with_name("desktop_draw_measure.py")


def test_a_click_opens_the_form_and_ok_adds_one_measure_in_one_undo_step(tmp_path):
    seen = Profile(tmp_path).run_desktop(SCRIPT)
    assert seen["told"] == 0
    assert seen["kinds"] == ["SKY"]
    assert seen["steps"] == 1
    assert seen["saved"]
    assert len(seen["tabs"]) == 5
    assert not {"uuid", "version", "deleted_at", "kind"} & set(seen["labels"])
