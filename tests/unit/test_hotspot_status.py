# SPDX-License-Identifier: GPL-2.0-or-later
"""A status says what the search found, never that a place has changed: nothing tests that."""

from __future__ import annotations

from est_plugin.domain.hotspot import HotspotStatus


def test_a_status_says_what_was_found_while_its_stored_code_stays():
    assert {status.value: status.label for status in HotspotStatus} == {
        "new": "Not found before",
        "lasting": "Found again",
        "cooled": "Not found in this period",
        "closed": "Closed",
    }
