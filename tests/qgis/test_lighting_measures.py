# SPDX-License-Identifier: GPL-2.0-or-later
"""What is proposed for dark stretches, and what a proposal is linked to."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsProject

from est_plugin.analysis.dark_stretches import Lamps, find_dark_stretches
from est_plugin.analysis.lighting_proposals import KnownMeasure, propose_lighting
from est_plugin.domain.code_list import Code
from est_plugin.errors import EstError
from est_plugin.feedback import SilentFeedback
from est_plugin.i18n import Language
from est_plugin.layers.lighting_measures import add_lighting, measure_of
from est_plugin.layers.shown_walk import StopOnMap, WalkOnMap

LINE = shapely.LineString([(0, 0), (400, 0)])
#: Lit at both ends; two lamps out, near two dark stretches.
PLACES = [(0, 15), (400, 15), (100, 15), (120, 15), (300, 15), (200, -200), (200, 200)]
STATES = [1, 1, 2, 1, 2, 1, 1]
OWNERS = ("", "", "Bostadsbolaget", "", "Anna Andersson", "", "")
ORGANISATIONS = (Code("bostadsbolag", "Bostadsbolaget", "Housing company"),)


def stretches(states=STATES):
    lamps = Lamps(np.array(PLACES, float), np.array(states), ("1", "2", "3", "4", "", "6", "7"), OWNERS)
    return find_dark_stretches([LINE], lamps, SilentFeedback())


def walk(hotspot: str = "") -> WalkOnMap:
    stops = (
        StopOnMap("far", 1, shapely.Point(0, 0), "hotspot of the first"),
        StopOnMap("near", 2, shapely.Point(290, 0), "hotspot of the second"),
    )
    return WalkOnMap("w", "Centrum", LINE, QgsCoordinateReferenceSystem(), None, 60.0, hotspot, False, stops)


def test_each_lamp_is_proposed_once_and_lines_only_where_mending_is_not_enough() -> None:
    found = stretches()
    assert [(round(one.start), round(one.end)) for one in found.stretches] == [(20, 100), (140, 380)]
    proposals = propose_lighting(found, ())
    assert [(one.geometry.geom_type, str(one.title)) for one in proposals] == [
        ("Point", "Mend lamp 3"),
        ("Point", "Mend a lamp"),
        ("LineString", "Lighting along 80 m, 20–100 m into the walk"),
        ("LineString", "Lighting along 240 m, 140–380 m into the walk"),
    ]
    # Where one lamp is out and its light was enough, there is nothing but the lamp.
    places = np.array([(0, 15), (80, 15), (40, 15), (40, 90), (40, -90)], float)
    lamps = Lamps(places, np.array([1, 1, 2, 1, 1]), ("",) * 5, ("",) * 5)
    short = find_dark_stretches([shapely.LineString([(0, 0), (80, 0)])], lamps, SilentFeedback())
    assert [one.geometry.geom_type for one in propose_lighting(short, ())] == ["Point"]


def test_what_there_is_within_fifteen_metres_is_named() -> None:
    known = [KnownMeasure("Byt", shapely.Point(110, 15)), KnownMeasure("Långt bort", shapely.Point(300, 31))]
    already = [one.already for one in propose_lighting(stretches(), known)]
    assert already == ["Byt", "", "", ""]


def test_links_are_the_nearest_stop_the_hotspot_and_an_owner_that_we_know() -> None:
    first, second, *_ = (
        measure_of(one, walk(), ORGANISATIONS, Language("en")) for one in propose_lighting(stretches(), ())
    )
    # 100 m from the one stop and 190 from the other: too far for its hotspot.
    assert (first.walk_stop, first.hotspot, first.owner) == ("far", "", "bostadsbolag")
    assert (second.walk_stop, second.hotspot, second.owner) == ("near", "hotspot of the second", "")
    assert "Anna" not in repr((second.title, second.description, second.owner))
    of_walk = measure_of(second.proposal, walk("its own"), (), Language("en"))
    assert of_walk.hotspot == "its own"


def test_without_the_layers_nothing_is_added_and_that_is_told(qgis_new_project: None) -> None:
    (proposal, *_) = propose_lighting(stretches(), ())
    with pytest.raises(EstError, match="no layer for the measures"):
        add_lighting(QgsProject.instance(), [measure_of(proposal, walk(), (), Language("en"))])
