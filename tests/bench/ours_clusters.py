# SPDX-License-Identifier: GPL-2.0-or-later
"""Our clusters beside native:dbscanclustering, native:stdbscanclustering and scikit-learn; imported by adapter.py."""

from __future__ import annotations

import numpy as np
from estbench.registry import candidate

DAY_S = 86_400


def labels(columns, metres, min_points, seconds=None):
    from est_plugin.analysis.dbscan import dbscan
    from est_plugin.analysis.point_cells import Closeness
    from est_plugin.feedback import SilentFeedback

    return lambda: {"label": dbscan(columns, Closeness(metres, seconds), min_points, SilentFeedback()).label}


@candidate("dbscan", "ours: dbscan, arrays -> labels")
def arrays(inp):
    points = inp["load"]()
    return labels((points["x"], points["y"]), inp["params"]["eps"], inp["params"]["min_size"])


@candidate("stdbscan", "ours: dbscan with times, arrays -> labels")
def arrays_with_times(inp):
    points, chosen = inp["load"](), inp["params"]
    seconds = round(chosen["eps2_days"] * DAY_S)
    return labels((points["x"], points["y"], points["t"]), chosen["eps"], chosen["min_size"], seconds)


@candidate("dbscan", "ours: est:clusters, layer -> polygons and labelled points")
def algorithm(inp):
    from estbench.peers_qgis import layer
    from qgis import processing
    from qgis.core import QgsApplication

    from est_plugin.processing.provider import EstProvider

    chosen = layer(inp)
    provider = EstProvider()
    assert QgsApplication.processingRegistry().addProvider(provider)
    parameters = {
        "INPUT": chosen,
        "DISTANCE": inp["params"]["eps"],
        "MIN_INCIDENTS": inp["params"]["min_size"],
        "OUTPUT": "TEMPORARY_OUTPUT",
        "POINTS": "TEMPORARY_OUTPUT",
    }

    def run(provider=provider):
        points = processing.run("est:clusters", parameters)["POINTS"]
        return {"label": np.array([row["cluster"] or 0 for row in points.getFeatures()]) - 1}

    return run
