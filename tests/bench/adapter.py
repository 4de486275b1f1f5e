# SPDX-License-Identifier: GPL-2.0-or-later
"""Our functions beside the peers of the bench: ``run.py --ours tests/bench/adapter.py`` (see docs/speed.md).

Each candidate prepares what is not timed and returns what is; what it returns is checked by the bench's own references.
They stand in a module for each subject.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

import ours_change  # noqa: E402, F401 (its candidates)
import ours_clusters  # noqa: E402, F401
import ours_density  # noqa: E402, F401
import ours_hotspots  # noqa: E402, F401
import ours_load  # noqa: E402, F401
import ours_render  # noqa: E402, F401
import ours_rhythm  # noqa: E402, F401
import ours_clusters  # noqa: E402, F401 (more of ours)
import ours_hotspots  # noqa: E402, F401 (more of ours)
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
