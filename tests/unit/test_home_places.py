# SPDX-License-Identifier: GPL-2.0-or-later
"""What suggests a home is known by its stem, in a type of place and in a place."""

from __future__ import annotations

import pytest

from est_plugin.domain.home_places import is_home, leads_to_home

HOMES = (
    "Bostad", "Flerbostadshus", "Bostadshus", "Lgh", "Enbostadshus", "Fritidshus", "Studentbostad",
    "Studentlägenhet", "Hyreshus", "Källare", "Tvättstuga", "Balkong", "Bostadsrätt", "Hyreslägenhet", "Familjehem",
    "Vårdboende", "Demensboende", "Kollektivboende", "Kvinnojour", "Radhuslänga", "Trappuppgångar", "Bostadshuset",
    "Villor", "Lägenhetsdörr", "Hemadress", "Privatbostad", "Trapphus", "Villa", "Äldreboende", "Gruppboende",
    "HVB-hem", "Porten", "Vårdhemmet", "Hemma", "Apartment", "Stairwell", "Trappa", "Våningsplan",
)  # fmt: skip
OUTDOORS = (
    "Bostadsområde", "Villagatan", "Boendeparkering", "Radhusområde", "Torg", "Skolgård", "Park", "Busshållplats",
    "Gångtunnel", "Parkeringshus", "Portal", "Butik", "Restaurang", "Lekplats", "Station", "Skola", "Kvarter",
    "Transport", "Sport",
)  # fmt: skip


@pytest.mark.parametrize(
    "place_type", [*HOMES, "I bostad", "Lägenhet/trapphus", "Trapphus i bostadsområde", "bostad_annan"]
)
def test_a_home_is_known(place_type):
    assert is_home(place_type)


@pytest.mark.parametrize("place_type", ["", *OUTDOORS])
def test_outdoors_is_no_home(place_type):
    assert not is_home(place_type)


@pytest.mark.parametrize(
    "place",
    [
        "Storgatan 4, lgh 1203", "Storgatan 4 lägenhet 12", "Ringvägen 2, våning 3", "Ringvägen 2 vån 3",
        "Kungsgatan 1, 2 tr", "Ringvägen 2 port 3", "Ringvägen 2 porten B", "Ringvägen 2, uppgång C",
        "trappan Ringvägen 2",
        "Källaren, Ringvägen 2",
    ],
)  # fmt: skip
def test_a_door_is_known_in_a_place(place):
    assert leads_to_home(place)


@pytest.mark.parametrize(
    "place", ["", "Storgatan 4", "Villagatan 3", "Stora torget", "Porten till parken", "Trappgränd 2"]
)
def test_an_address_alone_leads_to_no_door(place):
    assert not leads_to_home(place)
