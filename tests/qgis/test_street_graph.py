# SPDX-License-Identifier: GPL-2.0-or-later
"""Ways along the streets: on small networks with known answers, and on real streets beside QGIS's own answers."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.analysis import QgsGraphAnalyzer, QgsGraphBuilder, QgsNetworkDistanceStrategy, QgsVectorLayerDirector
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
)

from est_plugin.domain.street import LightChoice, NotWalkable, StreetFields
from est_plugin.errors import InputError
from est_plugin.layers.street_graph import LightMetres, StreetGraph
from est_plugin.layers.street_reading import StreetRules

CRS = "EPSG:3006"
EVERYTHING = StreetRules(walkable="true")
#   (0,100) -- dark -- (100,100)
#      | lit               | nobody knows
#   (0,0) ---- lit ---- (100,0)
SQUARE = {
    "LINESTRING(0 0, 0 100)": {"lit": "yes"},
    "LINESTRING(0 100, 100 100)": {"lit": "NO"},
    "LINESTRING(100 100, 100 0)": {},
    "LINESTRING(0 0, 100 0)": {"lit": "24/7"},
}


def streets_of(lines):
    layer = QgsVectorLayer(
        "LineString?crs=EPSG:3006&field=highway:string&field=foot:string&field=access:string&field=lit:string",
        "x",
        "memory",
    )
    features = []
    for wkt, tags in lines.items():
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        for name, value in tags.items():
            feature[name] = value
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def graph_of(lines, rules=None):
    return StreetGraph(streets_of(lines), QgsCoordinateReferenceSystem(CRS), rules)


def way(graph, start, end, choice=LightChoice.ANY):
    ends = [graph.nearest(QgsPointXY(*place)) for place in (start, end)]
    return graph.paths_from(ends[0], choice).to(ends[1])


def corners(path):
    return [(round(point.x()), round(point.y())) for point in path.points]


def test_the_way_begins_and_ends_in_the_middle_of_a_street():
    found = way(graph_of(SQUARE), (-10, 30), (60, 110))
    assert corners(found) == [(0, 30), (0, 100), (60, 100)]
    assert (found.length_m, found.light) == (130, LightMetres(70, 60, 0))


def test_two_places_on_one_street_are_joined_along_it():
    graph = graph_of(SQUARE)
    assert corners(way(graph, (0, 80), (0, 20))) == [(0, 80), (0, 20)]
    assert corners(way(graph, (0, 20), (0, 80))) == [(0, 20), (0, 80)]
    assert way(graph, (0, 20), (0, 20)).length_m == 0


def test_at_a_corner_no_point_comes_twice():
    assert corners(way(graph_of(SQUARE), (0, 0), (0, 100))) == [(0, 0), (0, 100)]


def test_a_start_leaves_no_trace_for_the_next_one():
    graph = graph_of(SQUARE)
    far = way(graph, (50, 100), (50, 0))
    assert way(graph, (0, 50), (100, 50)).length_m == 200
    assert way(graph, (50, 100), (50, 0)) == far


def test_only_what_is_known_to_be_dark_is_preferred_or_avoided():
    graph = graph_of(SQUARE)
    short = way(graph, (0, 40), (100, 40))
    dark = way(graph, (0, 40), (100, 40), LightChoice.PREFER_UNLIT)
    assert (short.length_m, short.light) == (180, LightMetres(140, 0, 40))
    assert (dark.length_m, dark.cost, dark.light) == (220, 170, LightMetres(60, 100, 60))
    assert way(graph, (0, 60), (100, 60)).light.unlit == 100
    assert way(graph, (0, 60), (100, 60), LightChoice.AVOID_UNLIT).light.unlit == 0


def test_the_light_can_stand_in_another_field_in_other_words():
    lines = {"LINESTRING(0 0, 50 0)": {"access": "Släckt"}, "LINESTRING(50 0, 100 0)": {"access": "tänd"}}
    fields = StreetFields(access="", lit="access", lit_values=frozenset({"tänd"}), unlit_values=frozenset({"släckt"}))
    graph = graph_of(lines, StreetRules(fields=fields))
    assert way(graph, (0, 0), (90, 0)).light == LightMetres(40, 50, 0)


def test_a_layer_that_tells_no_light_is_unknown_and_not_dark():
    layer = QgsVectorLayer("LineString?crs=EPSG:3006", "x", "memory")
    street = QgsFeature()
    street.setGeometry(QgsGeometry.fromWkt("LINESTRING(0 0, 100 0)"))
    layer.dataProvider().addFeatures([street])
    graph = StreetGraph(layer, layer.crs())
    assert not graph.tells_light
    assert way(graph, (0, 0), (100, 0), LightChoice.PREFER_UNLIT).light == LightMetres(0, 0, 100)


TAGS = {
    "motorway": ({"highway": "motorway"}, NotWalkable.MOTOR_ROAD),
    "motorway with a pavement": ({"highway": "Trunk", "foot": "yes"}, None),
    "steps": ({"highway": "steps"}, None),
    "no foot": ({"highway": "service", "foot": "no"}, NotWalkable.NOT_ON_FOOT),
    "private": ({"highway": "service", "access": "private"}, NotWalkable.PRIVATE),
    "private but open": ({"highway": "service", "access": "private", "foot": "permissive"}, None),
    "not built": ({"highway": "construction", "foot": "yes"}, NotWalkable.NOT_BUILT),
}


@pytest.mark.parametrize(("tags", "reason"), TAGS.values(), ids=TAGS)
def test_streets_that_one_may_not_walk_along_are_left_out_and_counted(tags, reason):
    graph = graph_of({**SQUARE, "LINESTRING(500 0, 600 0)": tags})
    assert graph.left_out == ({} if reason is None else {reason: 1})
    assert (graph.nearest(QgsPointXY(550, 5)) is None) == (reason is not None)
    assert graph_of({"LINESTRING(500 0, 600 0)": tags}, EVERYTHING).left_out == {}


def test_ends_that_nearly_meet_are_joined_and_crossings_without_a_common_corner_are_not():
    graph = graph_of(
        {"LINESTRING(0 0, 100.01 0)": {}, "LINESTRING(100 0.03, 200 0)": {}, "LINESTRING(50 -50, 50 50)": {}}
    )
    assert way(graph, (0, 0), (200, 0)).length_m == pytest.approx(200, abs=0.1)
    assert way(graph, (0, 0), (50, 50)) is None


def test_a_place_finds_the_nearest_street_of_one_part_of_the_network():
    graph = graph_of({**SQUARE, "LINESTRING(130 0, 130 50)": {}})
    island = graph.nearest(QgsPointXY(125, 10))
    here = graph.nearest(QgsPointXY(125, 10), part=graph.part_of(graph.nearest(QgsPointXY(0, 0))))
    assert (round(island.point.x()), round(here.point.x()), here.distance_m) == (130, 100, 25)
    assert graph.part_of(island) != graph.part_of(here)
    assert graph.metres_of(graph.part_of(island)) == 50
    assert graph.nearest(QgsPointXY(125, 10), 20, part=graph.part_of(here)) is None


@pytest.mark.parametrize("rules", [StreetRules(walkable="1 ="), StreetRules(walkable="false")])
def test_a_wrong_filter_or_one_that_leaves_nothing_is_told(rules):
    with pytest.raises(InputError):
        graph_of(SQUARE, rules)


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:3395"])
def test_degrees_and_the_metres_of_web_maps_are_refused(crs):
    with pytest.raises(InputError, match="cannot be measured"):
        StreetGraph(streets_of(SQUARE), QgsCoordinateReferenceSystem(crs))


def test_on_real_streets_the_ways_are_as_long_as_qgis_finds_them(shared_data):
    layer = QgsVectorLayer(f"{shared_data}/osm_helsinki/helsinki_centrum.gpkg|layername=vagar", "vagar", "ogr")
    box = layer.extent()
    chance = np.random.default_rng(7)
    places = [
        QgsPointXY(*chance.uniform((box.xMinimum(), box.yMinimum()), (box.xMaximum(), box.yMaximum())))
        for _ in range(15)
    ]
    director = QgsVectorLayerDirector(layer, -1, "", "", "", QgsVectorLayerDirector.Direction.DirectionBoth)
    director.addStrategy(QgsNetworkDistanceStrategy())
    builder = QgsGraphBuilder(layer.crs(), True, 0.05, "NONE")
    tied = director.makeGraph(builder, places)
    theirs = builder.takeGraph()
    graph = StreetGraph(layer, layer.crs(), EVERYTHING)
    ours = [graph.nearest(place, np.inf) for place in places]
    assert [place.point.distance(other) < 0.01 for place, other in zip(ours, tied, strict=True)].count(False) == 0
    for start, vertex in zip(ours, tied, strict=True):
        _, costs = QgsGraphAnalyzer.dijkstra(theirs, theirs.findVertex(vertex), 0)
        expected = [costs[theirs.findVertex(other)] for other in tied]
        paths = [graph.paths_from(start).to(other) for other in ours]
        found = [np.inf if path is None else path.length_m for path in paths]
        assert found == pytest.approx(expected, abs=0.2)
        lines = [QgsGeometry.fromPolylineXY(path.points) for path in paths if path is not None]
        assert [line.length() for line in lines] == pytest.approx([length for length in found if np.isfinite(length)])
