# SPDX-License-Identifier: GPL-2.0-or-later
"""How long does each movement of the mouse take while a route follows the streets, beside QGIS's own tracing?

    .venv/bin/python tests/bench/follow_streets.py [clicks] [moves]

Both find the shortest way along the streets of central Helsinki between the same places on them, one after each other:
from each click to places up to about 1 km away, as a mouse passes them. QGIS's is QgsTracer, which its map tools use;
it is given the places on the streets, which ours finds first. Both walk on all streets, motor roads too. Quote the
ratios, not the milliseconds.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsPointXY,
    QgsProject,
    QgsTracer,
    QgsVectorLayer,
)

from est_plugin.layers.street_graph import StreetGraph  # noqa: E402
from est_plugin.layers.street_reading import StreetRules  # noqa: E402
from est_plugin.maptools.street_legs import StreetLegs  # noqa: E402

STREETS = ROOT.parent / "shared" / "data" / "osm_helsinki" / "helsinki_centrum.gpkg"
REACH_M = 500.0


def timed(times, call, *arguments, **named):
    begin = time.perf_counter()
    answer = call(*arguments, **named)
    times.append(time.perf_counter() - begin)
    return answer


def near(place, randomly):
    return QgsPointXY(place.x() + randomly.uniform(-REACH_M, REACH_M), place.y() + randomly.uniform(-REACH_M, REACH_M))


def told(name, ours, stock):
    mine, theirs = (sorted(times) for times in (ours, stock))
    at = [
        f"{1000 * statistics.median(times):.2f} ms (p95 {1000 * times[int(0.95 * len(times))]:.2f})"
        for times in (mine, theirs)
    ]
    print(f"{name}: ours {at[0]}, QgsTracer {at[1]}, ratio {statistics.median(theirs) / statistics.median(mine):.1f}")


def main() -> None:
    clicks, moves = (int(argument) for argument in (*sys.argv[1:], "20", "50")[:2])
    application = QgsApplication([], False)
    application.initQgis()
    layer = QgsVectorLayer(f"{STREETS}|layername=vagar", "Gator", "ogr")
    crs = QgsCoordinateReferenceSystem("EPSG:3067")
    built, stock_built, clicked, moved, traced = [], [], [], [], []
    graph = timed(built, StreetGraph, layer, crs, StreetRules(walkable="true"))
    tracer = QgsTracer()
    tracer.setDestinationCrs(crs, QgsProject.instance().transformContext())
    tracer.setLayers([layer])
    timed(stock_built, tracer.init)
    legs = StreetLegs(graph, crs, QgsProject.instance())
    randomly = random.Random(5)
    middle = layer.extent().center()
    starts = [start for _ in range(4 * clicks) if (start := legs.onto(near(middle, randomly)))][:clicks]
    shorter = equal = 0
    for start in starts:
        timed(clicked, legs.start_at, start)
        for _ in range(moves):
            goal = near(start, randomly)
            leg = timed(moved, legs.to, goal, exactly=False)
            if not leg.follows_streets:
                continue
            way, error = timed(traced, tracer.findShortestPath, start, leg.points[-1])
            if error == QgsTracer.PathError.ErrNone:
                lengths = [sum(a.distance(b) for a, b in pairwise(line)) for line in (leg.points, way)]
                equal += abs(lengths[0] - lengths[1]) < 0.5
                shorter += lengths[1] < lengths[0] - 0.5
    told("built once", built, stock_built)
    print(f"a click: ours {1000 * statistics.median(clicked):.2f} ms, QgsTracer does nothing then")
    told("a movement of the mouse", moved, traced)
    print(f"{len(moved)} movements, {len(traced)} near a street that leads there: {equal} ways as long as QGIS's,")
    print(f"QGIS's shorter in {shorter}: it joins what crosses without a common point, bridges and tunnels too")
    application.exitQgis()


if __name__ == "__main__":
    main()
