# SPDX-License-Identifier: GPL-2.0-or-later
"""How fast is the heatmap on the map: redrawn, and drawn anew with another bandwidth? For ``adapter.py``."""

from __future__ import annotations

import sys
from itertools import cycle
from pathlib import Path

import numpy as np
from estbench.registry import candidate

sys.path.insert(0, str(Path(__file__).parents[2]))


def shown(inp):
    """A layer with the incidents as one period, and a function that gives it a density of a bandwidth."""
    from qgis.core import QgsCoordinateReferenceSystem

    from est_plugin.analysis.density_grid import DensityKind
    from est_plugin.analysis.heatmap import MomentsOfPeriod
    from est_plugin.analysis.map_density import map_density, map_moments
    from est_plugin.analysis.points import PointSet
    from est_plugin.feedback import SilentFeedback
    from est_plugin.i18n import Language
    from est_plugin.layers import density_layer

    points = inp["load"]()
    category = np.zeros(points["x"].size, np.int32)
    now = PointSet(points["x"], points["y"], category, ("a",))
    nobody = now.select(np.zeros(category.size, np.bool_))
    language, crs = Language("sv"), QgsCoordinateReferenceSystem("EPSG:3006")
    layer = density_layer.make(language)

    def draw(bandwidth):
        periods = [MomentsOfPeriod(moments, 30) for moments in map_moments((now, nobody), bandwidth)]
        density = map_density(*periods, DensityKind.LEVEL, bandwidth, SilentFeedback())
        picture = density_layer.DensityPicture(density.heatmap, crs)
        density_layer.show(layer, picture, "", language)
        return picture

    return layer, draw


def image_of(layer):
    from estbench.peers_qgis import _colours, _settings, render

    image = render(_settings([layer]))
    return {"w": image.width(), "h": image.height(), "colours": _colours(image)}


@candidate("render", "ours: redraw of the raster")
def redraw(inp):
    layer, draw = shown(inp)
    picture = draw(inp["params"]["radius"])

    def run(_held=picture):
        return image_of(layer)

    return run


@candidate("render", "ours: another bandwidth, from the incidents in memory to the picture")
def another_bandwidth(inp):
    layer, draw = shown(inp)
    radius = inp["params"]["radius"]
    bandwidths, held = cycle((radius, radius + 50)), []

    def run():
        held[:] = [draw(next(bandwidths))]
        return image_of(layer)

    return run
