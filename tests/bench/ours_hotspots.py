# SPDX-License-Identifier: GPL-2.0-or-later
"""Our Gi*, exact permutation p and counts per cell beside the peers of the bench."""

from __future__ import annotations

import numpy as np
from estbench import data
from estbench.registry import candidate


def queen():
    """The bench's grid: 120 x 120 squares of 100 m with the eight that touch."""
    from est_plugin.analysis.grid import SquareGrid
    from est_plugin.analysis.neighbourhood import Neighbourhood

    grid = SquareGrid(100.0)
    return grid, Neighbourhood.within(grid, 150.0).offsets


def counts_of(grid, points):
    """Counts on the bench's grid (columns from the west, rows from the south)."""
    side = round(data.SIDE / grid.cell_size)
    i, j = grid.index(points["x"], points["y"])
    first_i, first_j = grid.index(np.array([data.X0]), np.array([data.Y0]))
    return np.bincount((i - first_i) * side + j - first_j, minlength=side**2).reshape(side, side)


@candidate("gistar", "ours: points -> counts -> z, p, Benjamini-Hochberg")
def gistar(inp):
    from est_plugin.analysis.fdr import benjamini_hochberg
    from est_plugin.analysis.getis_ord import gi_star, two_sided_p

    points = inp["load"]()
    grid, offsets = queen()

    def run():
        counts = counts_of(grid, points)
        z = gi_star(counts, np.ones(counts.shape, np.bool_), offsets)
        q = benjamini_hochberg(two_sided_p(z.ravel()))
        return {"z": z.T, "p": q}

    return run


@candidate("gistar_perm", "ours: exact upper tail, all cells")
def gistar_exact(inp):
    from est_plugin.analysis.neighbourhood import neighbour_sums
    from est_plugin.analysis.permutation import permutation_test

    grid, offsets = queen()
    counts = counts_of(grid, inp["load"]())

    def run():
        sums = neighbour_sums(counts, offsets).ravel()
        neighbours = neighbour_sums(np.ones_like(counts), offsets).ravel()
        test = permutation_test(counts.ravel(), counts.ravel(), neighbours, sums)
        return {"p": test.p.reshape(counts.shape).T}

    return run


@candidate("gistar_perm", "ours: exact upper tail, 20 neighbours (250 m)")
def gistar_exact_wide(inp):
    from est_plugin.analysis.grid import SquareGrid
    from est_plugin.analysis.neighbourhood import Neighbourhood, neighbour_sums
    from est_plugin.analysis.permutation import permutation_test

    grid = SquareGrid(100.0)
    offsets = Neighbourhood.within(grid, 250.0).offsets
    counts = counts_of(grid, inp["load"]())

    def run():
        sums = neighbour_sums(counts, offsets).ravel()
        neighbours = neighbour_sums(np.ones_like(counts), offsets).ravel()
        test = permutation_test(counts.ravel(), counts.ravel(), neighbours, sums)
        return {"p": test.p.reshape(counts.shape).T}

    return run


@candidate("hexcount", "ours: arrays -> counts of the hexagons with points")
def hexcount(inp):
    from est_plugin.analysis.grid import HexagonGrid, count_cells

    points = inp["load"]()
    grid = HexagonGrid(inp["params"]["cell"])

    def run():
        counts = count_cells(grid, points["x"], points["y"])
        x, y = grid.centres(counts.i, counts.j)
        return {"cx": x, "cy": y, "n": counts.count}

    return run
