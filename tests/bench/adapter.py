# SPDX-License-Identifier: GPL-2.0-or-later
"""Our functions beside the peers of the bench: ``run.py --ours tests/bench/adapter.py`` (see docs/speed.md).

Each candidate prepares what is not timed and returns what is; what it returns is checked by the bench's own references.
"""

from __future__ import annotations

import math
import os
import sys
import time
from pathlib import Path

import numpy as np
from estbench import data
from estbench.registry import candidate

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

import ours_change  # noqa: E402, F401 (more of ours)
import ours_clusters  # noqa: E402, F401 (more of ours)
import ours_hotspots  # noqa: E402, F401 (more of ours)

#: Our quartic kernel integrates to 1 over the plane, in events per km²; the bench's is 1 at the centre.
PEAK_OF_KERNEL_M2 = 3 / math.pi


def raw_kernel_sum(values: np.ndarray, radius: float) -> np.ndarray:
    """Density per km² as the bench's sum of kernels."""
    return values * (radius**2 / PEAK_OF_KERNEL_M2 / 1e6)


def est_database(n: int):
    """An EST database with the bench's points, made once for each number."""
    from est_plugin.db.file_database import open_database
    from est_plugin.db.geometry_blob import point_blob
    from est_plugin.db.migrator import create_database
    from est_plugin.feedback import SilentFeedback

    path = Path(data.cache_dir()) / f"est_3006_{n}.gpkg"
    if path.exists():
        return open_database(path)
    draft = path.with_name(f"draft_{os.getpid()}_{n}.gpkg")
    database = create_database(
        draft, srs_id=3006, municipality="9999", municipality_name="Bench", feedback=SilentFeedback()
    )
    points = data.load(n)
    times = np.datetime_as_string(points["t"].astype("datetime64[s]").astype("datetime64[ms]"), timezone="UTC")
    with database.reading() as connection:
        codes = [row["code"] for row in connection.execute("SELECT code FROM category ORDER BY code")]
    columns = zip(points["x"].tolist(), points["y"].tolist(), times.tolist(), points["cat"].tolist(), strict=True)
    with database.writing() as connection:
        connection.executemany(
            "INSERT INTO incident (uuid, source, source_ref, category, occurred_from, geom)"
            " VALUES (?, 'bench', ?, ?, ?, ?)",
            (
                (str(number), str(number), codes[category % len(codes)], moment, point_blob(x, y, 3006))
                for number, (x, y, moment, category) in enumerate(columns)
            ),
        )
    draft.replace(path)
    return open_database(path)


@candidate("load", "ours: read_points of an EST database, with time and category")
def load_database(inp):
    from est_plugin.db.incidents import read_points
    from est_plugin.domain.incident import IncidentFilter

    database = est_database(inp["n"])

    def run():
        points = read_points(database, IncidentFilter())
        return {"x": points.x, "y": points.y, "t": points.time}

    return run


@candidate("load", "ours: points of a layer for the algorithms")
def load_layer(inp):
    from estbench.peers_qgis import layer
    from qgis.core import QgsProcessingContext, QgsProject

    from est_plugin.processing import incident_input
    from est_plugin.processing.heatmap import HeatmapAlgorithm

    chosen = layer(inp)
    QgsProject.instance().addMapLayer(chosen)
    algorithm, context = HeatmapAlgorithm().create(), QgsProcessingContext()
    context.setProject(QgsProject.instance())

    def run():
        points = incident_input.source_of(algorithm, {"INPUT": chosen.id()}, context).points()
        return {"x": points.x, "y": points.y}

    return run


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
