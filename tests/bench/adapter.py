# SPDX-License-Identifier: GPL-2.0-or-later
"""Our functions beside the peers of the bench: ``run.py --ours tests/bench/adapter.py`` (see docs/speed.md).

Each candidate prepares what is not timed and returns what is; what it returns is checked by the bench's own references.
"""

from __future__ import annotations

import math
import sys
import time
from pathlib import Path

import numpy as np
from estbench import data
from estbench.registry import candidate

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

import ours_clusters  # noqa: E402, F401 (more of ours)
import ours_load  # noqa: E402, F401 (more of ours)

#: Our quartic kernel integrates to 1 over the plane, in events per km²; the bench's is 1 at the centre.
PEAK_OF_KERNEL_M2 = 3 / math.pi


def raw_kernel_sum(values: np.ndarray, radius: float) -> np.ndarray:
    """Density per km² as the bench's sum of kernels."""
    return values * (radius**2 / PEAK_OF_KERNEL_M2 / 1e6)


@candidate("kde_core", "ours: density")
def kde_core(inp):
    from est_plugin.analysis.density import DensityParameters, density
    from est_plugin.feedback import SilentFeedback

    points = inp["load"]()
    radius, pixel = inp["params"]["radius"], inp["params"]["pixel"]
    extent = (data.X0 - radius, data.Y0 - radius, data.X0 + data.SIDE + radius, data.Y0 + data.SIDE + radius)

    def run():
        grid = density(points["x"], points["y"], DensityParameters(radius, pixel), SilentFeedback(), extent=extent)
        z = raw_kernel_sum(grid.values[::-1], radius)
        return {"z": z, "x0": grid.x_min, "y0": grid.y_max - z.shape[0] * pixel, "pixel": pixel}

    return run


@candidate("kde_e2e", "ours: est:heatmap")
def kde_e2e(inp):
    from estbench.peers_qgis import layer
    from osgeo import gdal
    from qgis import processing
    from qgis.core import QgsApplication

    from est_plugin.processing.provider import EstProvider

    chosen = layer(inp)
    provider = EstProvider()
    assert QgsApplication.processingRegistry().addProvider(provider)
    radius, pixel = inp["params"]["radius"], inp["params"]["pixel"]
    output = inp["out"] + ".tif"

    def run(provider=provider):
        start = time.perf_counter()
        processing.run("est:heatmap", {"INPUT": chosen, "BANDWIDTH": radius, "CELL_SIZE": pixel, "OUTPUT": output})
        seconds = time.perf_counter() - start
        # Read back for the check, outside the time; the unit is ours.
        raster = gdal.Open(output)
        west, _, _, north, _, _ = raster.GetGeoTransform()
        z = raw_kernel_sum(raster.ReadAsArray()[::-1].astype(np.float64), radius)
        return {"z": z, "x0": west, "y0": north - z.shape[0] * pixel, "pixel": pixel, "_wall": seconds}

    return run


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
