# SPDX-License-Identifier: GPL-2.0-or-later
"""axe-core in every state of every page: nothing against WCAG 2.2 A and AA, and nothing undecided that nobody explained."""

from __future__ import annotations

import axe
import pytest
from page_states import STATES, reach


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_axe_finds_nothing_in_chromium(chromium, pages, state):
    reach(chromium, pages[state.page].as_uri(), state)
    found = axe.unexplained(axe.examine(chromium, state.name))
    assert not found, "\n".join(found)
