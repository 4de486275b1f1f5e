# SPDX-License-Identifier: GPL-2.0-or-later
"""While many rows come to be, no collection looks at all objects; afterwards all is as before."""

from __future__ import annotations

import gc
from contextlib import ExitStack

from est_plugin.intake.undisturbed import undisturbed

ROWS = 400_000


def full_collections() -> int:
    return gc.get_stats()[2]["collections"]


def build() -> list[list[int]]:
    return [[number] for number in range(ROWS)]


def test_no_full_collection_comes_between_the_rows() -> None:
    before, settings = full_collections(), gc.get_threshold()
    with undisturbed():
        rows = build()
        assert full_collections() == before
    assert gc.get_threshold() == settings
    more = build()
    assert full_collections() > before
    assert len(rows) == len(more)


def test_blocks_that_overlap_leave_the_settings_as_they_were() -> None:
    settings = gc.get_threshold()
    for order in ((0, 1), (1, 0)):
        blocks = [ExitStack(), ExitStack()]
        for block in blocks:
            block.enter_context(undisturbed())
        for number in order:
            blocks[number].close()
        assert gc.get_threshold() == settings
