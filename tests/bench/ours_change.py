# SPDX-License-Identifier: GPL-2.0-or-later
"""Our classification of cells over many periods, for the bench (see adapter.py)."""

from __future__ import annotations

import itertools

import numpy as np
from estbench.registry import candidate

QUARTERS = np.arange(np.datetime64("2022-01", "M"), np.datetime64("2025-04", "M"), 3).astype("datetime64[s]")


def quarters_of(inp):
    """The points of each quarter, and a search that asks about the eight cells that touch, as the peer's does."""
    from est_plugin.analysis.grid import GridKind
    from est_plugin.analysis.hotspots import HotspotParameters
    from est_plugin.analysis.points import PointSet

    points, cell = inp["load"](), inp["params"]["cell"]
    time = points["t"].astype("datetime64[s]")
    edges = QUARTERS[: inp["params"]["periods"] + 1]

    def split():
        return [
            PointSet(points["x"][inside], points["y"][inside], np.zeros(int(inside.sum()), np.int32), ("",))
            for start, end in itertools.pairwise(edges)
            for inside in [(time >= start) & (time < end)]
        ]

    search = HotspotParameters(cell_size=cell, neighbourhood=1.5 * cell, grid=GridKind.SQUARE, include_stacks=True)
    return split, search


def told(cube, found):
    kinds, numbers = np.unique(np.array(found, dtype=np.str_), return_counts=True)
    return {"cells": len(found), "tests": cube.tests} | dict(zip(kinds.tolist(), numbers.tolist(), strict=True))


@candidate("classify", "ours: exact test of each quarter, corrected over all -> categories")
def classify_exact(inp):
    from est_plugin.analysis.emerging import classify
    from est_plugin.analysis.hotspot_periods import evaluate
    from est_plugin.feedback import SilentFeedback

    split, search = quarters_of(inp)

    def run():
        cube = evaluate(split(), search, SilentFeedback())
        return told(cube, classify(cube.z, cube.hot))

    return run


@candidate("classify", "ours: classic z of each quarter, as the peer -> categories")
def classify_classic(inp):
    from dataclasses import replace

    from est_plugin.analysis.emerging import classify
    from est_plugin.analysis.hotspot_periods import evaluate
    from est_plugin.analysis.hotspots import Significance
    from est_plugin.feedback import SilentFeedback

    split, search = quarters_of(inp)
    search = replace(search, significance=Significance.CLASSIC)

    def run():
        cube = evaluate(split(), search, SilentFeedback())
        return told(cube, classify(cube.z, cube.hot))

    return run
