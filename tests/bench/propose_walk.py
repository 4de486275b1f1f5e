# SPDX-License-Identifier: GPL-2.0-or-later
"""How long does a walk with twelve stops take, beside QGIS's own shortest paths and networkx?

    .venv/bin/python tests/bench/propose_walk.py STREETS.gpkg LAYER [rounds]

STREETS are lines in metres, such as those of OpenStreetMap. Each begins with the layer. Ours reads it, builds the
graph, finds all ways, the best order and the route. Stock QGIS only finds the ways between all pairs of places:
native:shortestpathpointtopoint once for each pair, or native:shortestpathlayertopoint once for each place. networkx, if
it is installed, gets the lines from the same reading as ours; it finds all ways and an order by its travelling
salesman, which is not the best one. Quote the ratios, not the seconds.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from itertools import combinations, pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), "/usr/share/qgis/python/plugins"]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np  # noqa: E402
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer  # noqa: E402

from est_plugin.feedback import SilentFeedback  # noqa: E402
from est_plugin.layers.pace import Pace  # noqa: E402
from est_plugin.layers.street_graph import StreetGraph  # noqa: E402
from est_plugin.layers.street_reading import StreetRules, read_streets  # noqa: E402
from est_plugin.layers.walk_proposal import WalkWish, propose_walk  # noqa: E402
from est_plugin.layers.walk_stops import Stop  # noqa: E402

EVERYTHING = StreetRules(walkable="true")
STOPS = 12


def places_on(layer):
    """A start and the stops, on one part of the network."""
    graph = StreetGraph(layer, layer.crs(), EVERYTHING)
    box, chance, found = layer.extent(), np.random.default_rng(1), []
    middle = graph.part_of(graph.nearest(box.center(), np.inf))
    while len(found) < STOPS + 1:
        x, y = chance.uniform((box.xMinimum(), box.yMinimum()), (box.xMaximum(), box.yMaximum()))
        found.append(graph.nearest(QgsPointXY(x, y), np.inf, part=middle).point)
    return found


def ours(layer, places):
    graph = StreetGraph(layer, layer.crs(), EVERYTHING)
    stops = [Stop(str(number), place.x(), place.y()) for number, place in enumerate(places[1:])]
    walk = propose_walk(graph, stops, WalkWish(Pace(3.5, 6), round_trip=True, start=places[0]), SilentFeedback())
    assert walk.is_best_order
    return walk.length_m


def stock_pairs(layer, places):
    from qgis import processing

    lengths = []
    for one, other in combinations(places, 2):
        found = processing.run(
            "native:shortestpathpointtopoint",
            {
                "INPUT": layer,
                "STRATEGY": 0,
                "TOLERANCE": 0.05,
                "START_POINT": f"{one.x()},{one.y()}",
                "END_POINT": f"{other.x()},{other.y()}",
                "OUTPUT": "memory:",
            },
        )
        lengths.append(found["TRAVEL_COST"])
    return lengths


def stock_layers(layer, places):
    from qgis import processing

    points = QgsVectorLayer(f"Point?crs={layer.crs().authid()}", "places", "memory")
    for place in places:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPointXY(place))
        points.dataProvider().addFeatures([feature])
    for place in places:
        processing.run(
            "native:shortestpathlayertopoint",
            {
                "INPUT": layer,
                "STRATEGY": 0,
                "TOLERANCE": 0.05,
                "START_POINTS": points,
                "END_POINT": f"{place.x()},{place.y()}",
                "OUTPUT": "memory:",
            },
        )


def by_networkx(layer, places):
    import networkx

    read = read_streets(layer, layer.crs(), EVERYTHING)
    graph = networkx.Graph()
    corners = [tuple(corner) for corner in read.corners.round(2).tolist()]
    follows = read.line[:-1] == read.line[1:]
    for one, other, is_piece in zip(corners[:-1], corners[1:], follows, strict=True):
        if is_piece and one != other:
            graph.add_edge(one, other, weight=np.hypot(one[0] - other[0], one[1] - other[1]))
    nodes = list(max(networkx.connected_components(graph), key=len))
    known = np.array(nodes)
    ends = [nodes[np.hypot(*(known - (place.x(), place.y())).T).argmin()] for place in places]
    between = networkx.Graph()
    for one in ends:
        lengths = networkx.single_source_dijkstra(graph, one)[0]
        between.add_weighted_edges_from((one, other, lengths[other]) for other in ends if other != one)
    tour = networkx.approximation.traveling_salesman_problem(between, cycle=True)
    return sum(between.edges[leg]["weight"] for leg in pairwise(tour))


def main(path, name, rounds):
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    assert layer.isValid(), path
    places = places_on(layer)
    works = {"ours": ours, "stock, each pair": stock_pairs, "stock, each place": stock_layers}
    try:
        import networkx
    except ImportError:
        print("networkx is not installed.")
    else:
        print("networkx", networkx.__version__)
        works["networkx"] = by_networkx
    seconds = {who: [] for who in works}
    answers = {}
    for _ in range(rounds):
        for who, work in works.items():
            start = time.perf_counter()
            answers[who] = work(layer, places)
            seconds[who].append(time.perf_counter() - start)
    for who, each in seconds.items():
        ratio = statistics.median(each) / statistics.median(seconds["ours"])
        print(f"{who:18} median {statistics.median(each):6.2f} s, {ratio:5.1f} times ours")
    print(f"length of the round trip: ours {answers['ours']:.0f} m, networkx {answers.get('networkx', np.nan):.0f} m")
    graph = StreetGraph(layer, layer.crs(), EVERYTHING)
    ways = [graph.paths_from(graph.nearest(place)) for place in places]
    found = [ways[places.index(one)].to(graph.nearest(other)).length_m for one, other in combinations(places, 2)]
    print(f"ways: largest difference from stock {np.abs(np.subtract(found, answers['stock, each pair'])).max():.3f} m")


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 5)
    application.exitQgis()
