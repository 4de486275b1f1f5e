# SPDX-License-Identifier: GPL-2.0-or-later
"""A proposed walk: on small networks with known answers, on real streets, and through the algorithm."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsProperty,
    QgsReferencedPointXY,
    QgsVectorLayer,
)

from est_plugin.db.migrator import create_database
from est_plugin.db.package_rows import walks_for_package
from est_plugin.errors import InputError
from est_plugin.feedback import SilentFeedback
from est_plugin.layers.pace import Pace
from est_plugin.layers.street_graph import StreetGraph
from est_plugin.layers.walk_proposal import WalkWish, propose_walk
from est_plugin.layers.walk_stops import Stop, merged, near
from est_plugin.processing.proposewalk import ProposeWalkAlgorithm

PACE = Pace(speed_kmh=3.0, minutes_per_stop=5.0)
CRS = "EPSG:3006"
# Three sides of a square of 100 m, and one street far away.
#   (0,100) ---- (100,100)
#      |             |
#   (0,0)        (100,0)          (500,0) -- (600,0)
SQUARE = ["LINESTRING(0 0, 0 100)", "LINESTRING(0 100, 100 100)", "LINESTRING(100 100, 100 0)"]
APART = ["LINESTRING(500 0, 600 0)"]
# Places that nobody here chose: in the middle of Helsinki (EPSG:3067).
HELSINKI = [("Station", 385950, 6672350), ("Park", 386150, 6672600), ("Torg", 386300, 6672100)]


def layer_of(kind, wkts, crs=CRS, names=()):
    layer = QgsVectorLayer(f"{kind}?crs={crs}&field=name:string", "x", "memory")
    features = []
    for number, wkt in enumerate(wkts):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature["name"] = names[number] if names else None
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def walk(wkts, stops, pace=PACE, **wish):
    graph = StreetGraph(layer_of("LineString", wkts), QgsCoordinateReferenceSystem(CRS))
    return propose_walk(graph, stops, WalkWish(pace, **wish), SilentFeedback())


def names(proposal):
    return [stop.name for stop in proposal.stops]


def test_the_walk_follows_the_streets_and_not_the_straight_line():
    found = walk(SQUARE, [Stop("a", 0, 0), Stop("b", 100, 0)])
    assert found.length_m == pytest.approx(300)
    assert found.minutes == pytest.approx(300 / 3000 * 60 + 2 * 5)
    assert found.geometry.asWkt(0) in {
        "LineString (0 0, 0 100, 100 100, 100 0)",
        "LineString (100 0, 100 100, 0 100, 0 0)",
    }


def test_stops_are_visited_in_the_shortest_order_from_the_start():
    stops = [Stop("far", 100, 10), Stop("near", 0, 50), Stop("middle", 50, 100)]
    found = walk(SQUARE, stops, start=QgsPointXY(0, 0))
    assert names(found) == ["near", "middle", "far"]
    assert found.length_m == pytest.approx(290)
    assert found.is_best_order


def test_a_walk_from_one_place_to_another_ends_there():
    stops = [Stop("far", 100, 10), Stop("near", 0, 50)]
    found = walk(SQUARE, stops, start=QgsPointXY(100, 0), end=QgsPointXY(0, 0))
    assert names(found) == ["far", "near"]
    points = found.geometry.asPolyline()
    assert (points[0], points[-1]) == (QgsPointXY(100, 0), QgsPointXY(0, 0))
    assert walk(SQUARE, stops, end=QgsPointXY(50, 100)).geometry.asPolyline()[-1] == QgsPointXY(50, 100)


def test_a_round_trip_ends_where_it_began():
    stops = [Stop("b", 100, 100), Stop("a", 0, 40)]
    found = walk(SQUARE, stops, round_trip=True, start=QgsPointXY(0, 0))
    points = found.geometry.asPolyline()
    assert points[0] == points[-1] == QgsPointXY(0, 0)
    assert found.length_m == pytest.approx(400)
    with pytest.raises(InputError, match="end in two places"):
        walk(SQUARE, stops, round_trip=True, end=QgsPointXY(0, 0))


def test_stops_beside_the_street_are_moved_onto_it():
    found = walk(SQUARE, [Stop("a", -20, 30), Stop("b", 60, 120)])
    assert {(round(stop.x), round(stop.y)) for stop in found.stops} == {(0, 30), (60, 100)}


def test_a_stop_too_far_from_any_street_is_named_with_the_nearest_place_that_would_do():
    with pytest.raises(InputError, match="“skogen” is 400 m") as told:
        walk(SQUARE, [Stop("a", 0, 0), Stop("skogen", -400, 50)])
    assert "400 m away, at 0, 50" in str(told.value)


def test_a_stop_on_a_street_without_connection_is_named_with_the_nearest_place_that_would_do():
    stops = [Stop("a", 0, 0), Stop("b", 100, 0), Stop("ön", 550, 10)]
    with pytest.raises(InputError, match="No way leads to the place “ön”") as told:
        walk(SQUARE + APART, stops)
    assert "450 m away, at 100, 10" in str(told.value)


def test_a_stop_beside_a_street_without_connection_goes_to_the_next_one_within_reach():
    found = walk([*SQUARE, "LINESTRING(120 0, 120 50)"], [Stop("a", 0, 0), Stop("b", 115, 20)])
    assert {(round(stop.x), round(stop.y)) for stop in found.stops} == {(0, 0), (100, 20)}


def test_what_no_street_leads_to_can_be_left_out_but_no_end_of_the_walk():
    stops = [Stop("a", 0, 0), Stop("b", 100, 0), Stop("ön", 550, 10), Stop("skogen", -400, 50)]
    found = walk(SQUARE + APART, stops, leave_out=True)
    assert sorted(names(found)) == ["a", "b"]
    assert [stop.name for stop in found.unreached] == ["ön", "skogen"]
    with pytest.raises(InputError, match="No way leads to the place “550, 10”"):
        walk(SQUARE + APART, stops, leave_out=True, start=QgsPointXY(550, 10))
    with pytest.raises(InputError, match="at least two places"):
        walk(SQUARE, [Stop("skogen", -400, 50)], leave_out=True, start=QgsPointXY(0, 0))


def test_when_time_is_short_the_stops_that_matter_least_are_left_out():
    stops = [Stop("much", 0, 100, importance=9), Stop("little", 0, 50), Stop("most", 100, 100, importance=10)]
    # 20 metres a minute and ten minutes at each stop.
    found = walk(SQUARE, stops, Pace(1.2, 10), start=QgsPointXY(0, 0), time_limit_min=30)
    assert (names(found), [stop.name for stop in found.no_time_for]) == (["much", "most"], ["little"])
    assert (found.minutes, found.is_best_choice) == (30, True)
    assert names(walk(SQUARE, stops, Pace(1.2, 10), start=QgsPointXY(0, 0), time_limit_min=29)) == ["little", "much"]


def test_too_little_time_for_any_walk_is_told_with_what_it_would_need():
    stops = [Stop("a", 0, 50), Stop("b", 100, 50)]
    with pytest.raises(InputError, match=r"takes 13 minutes, and you allow 12\.5"):
        walk(SQUARE, stops, Pace(1.2, 10), start=QgsPointXY(0, 0), end=QgsPointXY(0, 60), time_limit_min=12.5)


def test_one_place_is_no_walk_but_a_start_and_a_stop_are():
    with pytest.raises(InputError, match="at least two places"):
        walk(SQUARE, [Stop("a", 0, 0)], round_trip=True)
    with pytest.raises(InputError, match="at least two places"):
        walk(SQUARE, [])
    assert walk(SQUARE, [Stop("a", 0, 100)], start=QgsPointXY(0, 0)).length_m == pytest.approx(100)


def test_places_at_one_spot_are_no_walk():
    with pytest.raises(InputError, match="same spot"):
        walk(SQUARE, [Stop("a", -5, 50), Stop("b", -10, 50)])


def test_more_stops_than_can_be_put_in_order_are_counted():
    with pytest.raises(InputError, match="61 stops"):
        walk(SQUARE, [Stop(str(number), 0, number) for number in range(61)])


def test_places_near_each_other_are_one_stop_at_the_most_important():
    stops = [Stop("lamp", 0, 20), Stop("hotspot", 0, 0, "uuid", 7), Stop("far", 0, 31), Stop("lamp", 0, 25)]
    assert merged(stops) == (Stop("hotspot", 0, 0, "uuid", 8), Stop("far", 0, 31, importance=2))
    assert near(stops, [Stop("", 0, 0)], 25) == (stops[0], stops[1], stops[3])


@pytest.fixture
def streets(shared_data):
    path = shared_data / "osm_helsinki" / "helsinki_centrum.gpkg"
    layer = QgsVectorLayer(f"{path}|layername=vagar", "vagar", "ogr")
    assert layer.isValid()
    return layer


def run(parameters):
    """Run the algorithm as QGIS does, and read its layers."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    algorithm = ProposeWalkAlgorithm().create()
    results, _done = algorithm.run(
        {"OUTPUT": "memory:", "OUTPUT_STOPS": "memory:", **parameters}, context, QgsProcessingFeedback(), {}, False
    )
    return results, context


def told_run(parameters):
    """Run the algorithm where it raises what it tells."""
    algorithm = ProposeWalkAlgorithm()
    algorithm.initAlgorithm()
    outputs = {"OUTPUT": "memory:", "OUTPUT_STOPS": "memory:"}
    return algorithm.run({**outputs, **parameters}, QgsProcessingContext(), QgsProcessingFeedback(), {}, False)


def test_a_walk_through_three_real_places_is_stored_with_numbered_stops(streets, tmp_path):
    database = create_database(
        tmp_path / "est.gpkg", srs_id=3067, municipality="1781", municipality_name="x", feedback=SilentFeedback()
    )
    stops = layer_of(
        "Point", [f"POINT({x} {y})" for _, x, y in HELSINKI], "EPSG:3067", [name for name, _, _ in HELSINKI]
    )
    results, context = run(
        {
            "STREETS": streets,
            "STOPS": stops,
            "FILTER": "\"highway\" NOT IN ('motorway', 'trunk')",
            "DATABASE": str(database.path),
            "TITLE": "Centrum",
        }
    )
    (route,) = context.getMapLayer(results["OUTPUT"]).getFeatures()
    points = list(context.getMapLayer(results["OUTPUT_STOPS"]).getFeatures())
    assert results["LENGTH"] == pytest.approx(route.geometry().length())
    assert 800 < results["LENGTH"] < 2500
    assert [point["number"] for point in points] == [1, 2, 3]
    assert all(route.geometry().distance(point.geometry()) < 0.01 for point in points)
    (stored,) = walks_for_package(database)
    assert stored.title == "Centrum"
    assert stored.length_m == pytest.approx(results["LENGTH"])
    assert [stop.place for stop in stored.stops] == [point["place"] for point in points]


def test_the_route_lies_on_the_real_streets(streets):
    stops = layer_of(
        "Polygon", [f"POLYGON(({x} {y}, {x + 40} {y}, {x} {y + 40}, {x} {y}))" for _, x, y in HELSINKI], "EPSG:3067"
    )
    results, context = run({"STREETS": streets, "STOPS": stops, "ROUND_TRIP": True, "START": "386000,6672300"})
    (route,) = context.getMapLayer(results["OUTPUT"]).getFeatures()
    area = route.geometry().boundingBox().buffered(50)
    lines = QgsGeometry.unaryUnion([f.geometry() for f in streets.getFeatures(area)])
    assert route.geometry().difference(lines.buffer(0.2, 3)).length() < 1
    line = route.geometry().asPolyline()
    assert line[0] == line[-1]


def test_twelve_stops_on_the_real_streets_are_in_the_best_order_and_their_light_is_told(streets):
    chance = np.random.default_rng(3)
    box = streets.extent()
    places = chance.uniform((box.xMinimum(), box.yMinimum()), (box.xMaximum(), box.yMaximum()), (12, 2))
    stops = layer_of("Point", [f"POINT({x} {y})" for x, y in places], "EPSG:3067")
    results, context = run(
        {"STREETS": streets, "STOPS": stops, "START": "386000,6672300", "ROUND_TRIP": True, "SNAP_LIMIT": 300}
    )
    (route,) = context.getMapLayer(results["OUTPUT"]).getFeatures()
    assert (results["STOP_COUNT"], results["LEFT_OUT"]) == (12, "")
    assert results["LIT"] > results["UNKNOWN"] > 0
    assert results["LIT"] + results["UNLIT"] + results["UNKNOWN"] == pytest.approx(results["LENGTH"])
    assert (route["lit_m"], route["unknown_m"]) == (results["LIT"], results["UNKNOWN"])
    assert "No order of the stops is better" in results["SUMMARY"]
    assert "closed to people on foot: 34" in results["SUMMARY"]
    assert ("longer than the usual hour and a half" in results["SUMMARY"]) == (results["MINUTES"] > 90)


def tagged(lines):
    layer = QgsVectorLayer(f"LineString?crs={CRS}&field=highway:string&field=belyst:string", "x", "memory")
    features = []
    for wkt, tags in lines:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes(list(tags))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


#   A dark street beside a lit one that is shorter by 40 m, and a motorway shorter than both.
LIT = [
    ("LINESTRING(0 0, 0 20, 100 20, 100 0)", ("residential", "Släckt")),
    ("LINESTRING(0 0, 0 -1, 100 -1, 100 0)", ("residential", "Ja")),
    ("LINESTRING(0 0, 100 0)", ("motorway", None)),
]


@pytest.mark.parametrize(
    ("parameters", "length", "unlit"),
    [
        ({}, 102, 0),
        ({"LIGHTING": 1, "UNLIT_VALUES": "släckt, nej"}, 140, 140),
        ({"LIGHTING": 1, "UNLIT_VALUES": "släckt, nej", "LIGHT_FACTOR": 1.2}, 102, 0),
        ({"LIGHTING": 1, "LIT_FIELD": ""}, 102, 0),
        ({"LIGHTING": 2, "UNLIT_VALUES": "ja", "LIT_VALUES": ""}, 140, 0),
        ({"FILTER": "true"}, 100, 0),
    ],
)
def test_light_and_the_kind_of_street_decide_by_fields_that_are_chosen(parameters, length, unlit):
    stops = layer_of("Point", ["POINT(0 0)", "POINT(100 0)"])
    given = {"STREETS": tagged(LIT), "STOPS": stops, "LIT_FIELD": "belyst", **parameters}
    results, _ = run(given)
    assert (round(results["LENGTH"]), round(results["UNLIT"])) == (length, unlit)
    assert ("motorways and the like: 1" in results["SUMMARY"]) == ("FILTER" not in parameters)


def test_unsafe_places_and_lamps_that_are_out_are_stops_without_their_texts(tmp_path):
    database = create_database(
        tmp_path / "est.gpkg", srs_id=3006, municipality="1781", municipality_name="x", feedback=SilentFeedback()
    )
    streets = layer_of("LineString", ["LINESTRING(500000 6600000, 501000 6600000)"])
    secret = ["A secret", "Another"]
    results, context = run(
        {
            "STREETS": streets,
            "STOPS": layer_of("Point", ["POINT(500100 6600000)", "POINT(500500 6600000)"], names=["Torget", "Parken"]),
            "UNSAFE_PLACES": layer_of("Point", ["POINT(500110 6600000)", "POINT(500300 6600000)"], names=secret),
            "LAMPS_OUT": layer_of("Point", ["POINT(500900 6600000)"], names=secret[:1]),
            "IMPORTANCE": "if(\"name\" = 'Torget', 5, 2)",
            "DATABASE": str(database.path),
        }
    )
    points = context.getMapLayer(results["OUTPUT_STOPS"]).getFeatures()
    visited = {(point["place"], point["importance"]) for point in points}
    assert visited == {("Torget", 6), ("Parken", 2), ("Unsafe place", 1), ("Lamp that is out", 1)}
    [stored] = walks_for_package(database)
    assert {stop.place for stop in stored.stops} == {name for name, _ in visited}


def test_time_an_end_and_stops_off_the_streets_are_chosen_and_told():
    given = {
        "STREETS": layer_of("LineString", ["LINESTRING(0 0, 1000 0)"]),
        "STOPS": layer_of(
            "Point", ["POINT(200 0)", "POINT(400 0)", "POINT(900 500)"], names=["Torget", "Parken", "Skogen"]
        ),
        "IMPORTANCE": "if(\"name\" = 'Torget', 1, 2)",
        "START": "0,0",
        "END": "500,0",
        "SPEED": 3,
        "MINUTES_PER_STOP": 10,
        "TIME_LIMIT": 20,
    }
    with pytest.raises(QgsProcessingException, match="“Skogen” is 500 m from the nearest street"):
        told_run(given)
    results, _ = run({**given, "OFF_NETWORK": 1})
    assert (results["LENGTH"], results["MINUTES"], results["LEFT_OUT"]) == (500, 20, "Torget, Skogen")
    assert "No time for: Torget." in results["SUMMARY"]
    assert "No street leads to: Skogen." in results["SUMMARY"]
    lamps = layer_of("Point", ["POINT(100 0)", "POINT(300 0)"])
    results, _ = run({**given, "OFF_NETWORK": 1, "LAMPS_OUT": lamps, "LIGHTING": 1})
    assert "No time for: Torget, Lamp that is out (2)." in results["SUMMARY"]
    with pytest.raises(QgsProcessingException, match="takes 20 minutes, and you allow 19"):
        told_run({**given, "OFF_NETWORK": 1, "TIME_LIMIT": 19})


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"IMPORTANCE": "'many'"}, "“Stop 1” is many"),
        ({"IMPORTANCE": "-1"}, "not negative"),
        ({"IMPORTANCE": "1 +"}, "no valid expression"),
        ({"LIT_FIELD": "ljus"}, "no field ljus"),
        ({"FILTER": "1 ="}, "no valid expression"),
        ({"FILTER": "false"}, "no streets"),
        ({"ROUND_TRIP": True, "END": "0,0"}, "end in two places"),
    ],
)
def test_what_cannot_be_done_is_told(wrong, message):
    stops = layer_of("Point", ["POINT(0 0)", "POINT(100 0)"])
    with pytest.raises(QgsProcessingException, match=message):
        told_run({"STREETS": layer_of("LineString", SQUARE), "STOPS": stops, **wrong})


def test_the_algorithm_tells_an_unreachable_stop_without_a_traceback():
    stops = layer_of("Point", ["POINT(0 0)", "POINT(100 0)", "POINT(550 0)"])
    with pytest.raises(QgsProcessingException, match="No way leads"):
        told_run({"STREETS": layer_of("LineString", SQUARE + APART), "STOPS": stops})


@pytest.mark.parametrize(
    ("start", "length"),
    [
        (QgsReferencedPointXY(QgsPointXY(0, 0), QgsCoordinateReferenceSystem(CRS)), 900),
        (QgsPointXY(0, 0), 900),
        (QgsGeometry.fromPointXY(QgsPointXY(0, 0)), 900),
        (QgsProperty.fromValue("0,0"), 900),
        (f"0,0 [{CRS}]", 900),
        (None, 400),
        ("", 400),
        (QgsPointXY(), 400),
        (QgsProperty(), 400),
    ],
    ids=str,
)
def test_the_meeting_point_comes_in_every_way_that_qgis_has(start, length):
    streets = layer_of("LineString", ["LINESTRING(0 0, 1000 0)"])
    stops = layer_of("Point", ["POINT(500 0)", "POINT(900 0)"])
    results, _ = run({"STREETS": streets, "STOPS": stops, "START": start})
    assert round(results["LENGTH"]) == length
