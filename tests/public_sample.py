# SPDX-License-Identifier: GPL-2.0-or-later
"""A database for the tests of the public edition, of either engine: squares of every kind, and what never counts."""

from __future__ import annotations

import uuid
from datetime import date

import numpy as np
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

from est_plugin.db import changesets
from est_plugin.db.changesets import Kind
from est_plugin.db.geometry_blob import geometry_blob, point_blob
from est_plugin.domain.edition import Edition
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from est_plugin.export.addresses import AddressSource
from est_plugin.export.background import background_of
from est_plugin.export.request import PackageRequest

TODAY = date(2026, 4, 10)
PERIOD = Period.between(date(2026, 3, 1), date(2026, 3, 31))
FILTER = IncidentFilter(PERIOD)
#: South-west corner of a block of 500 m.
WEST, SOUTH = 674_000, 6_580_000
#: Incidents and addresses of cells by their place in units of 250 m from that corner.
CELLS = {
    # All four can be shown by themselves.
    (0, 0): (24, 30), (0, 1): (7, 12), (1, 0): (12, 9), (1, 1): (4, 8),
    # One has a single incident: the block only.
    (2, 0): (9, 20), (3, 1): (1, 20),
    # Together enough.
    (4, 0): (2, 6), (5, 1): (2, 5),
    # Too few people, too few incidents.
    (6, 0): (9, 3), (0, 4): (2, 40),
}  # fmt: skip
#: What nobody but the municipality reads.
REFERENCE = "K4711-2026-{number}"
CATEGORIES = ("klotter", "nedskrapning", "glaskross")


def fill(database):
    """Incidents of March, and one in February; measures."""
    rng = np.random.default_rng(7)
    with changesets.recorded(database, Kind.IMPORT, str(uuid.uuid4())) as connection:
        number = 0
        for (column, row), (incidents, _) in CELLS.items():
            for _ in range(incidents):
                x, y = rng.uniform(11, 239, 2)
                add_incident(connection, number, (WEST + 250 * column + x, SOUTH + 250 * row + y))
                number += 1
        middle = (WEST + 125.3, SOUTH + 125.7)
        for values in (
            {"category": "vald"},
            {"place_type": "I bostad"},
            {"info_class": 2},
            {"precision_m": 400.0},
            {"occurred_from": "2026-02-10T20:00:00.000Z"},
        ):
            add_incident(connection, number, middle, **values)
            number += 1
        for _ in range(40):
            add_incident(connection, number, (WEST + 1600.0, SOUTH + 1600.0))
            number += 1
        add_measure(connection, "decided", 0, "Vi tänder lamporna i tunneln.", (WEST + 60.5, SOUTH + 60.5))
        add_measure(connection, "done", 0, "", middle)
        add_measure(connection, "proposed", 0, "Föreslagen, inte beslutad.", middle)
        add_measure(connection, "decided", 1, "Inte öppen.", middle)
    return database


def add_incident(connection, number, place, /, **values):
    row = {
        "uuid": str(uuid.uuid4()),
        "source": "test",
        "source_ref": REFERENCE.format(number=number),
        "category": CATEGORIES[number % 3] if number % 10 else "fordonsvrak",
        "organisation": "kommun",
        "occurred_from": "2026-03-10T20:00:00.000Z",
        "geom": point_blob(*place, 3006),
    } | values
    names, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
    connection.execute(f"INSERT INTO incident ({names}) VALUES ({marks})", row)


def add_measure(connection, status, info_class, text, place):
    """At a point, or in a shape."""
    blob = geometry_blob(place.wkb, place.bounds, 3006) if hasattr(place, "wkb") else point_blob(*place, 3006)
    connection.execute(
        "INSERT INTO measure (uuid, kind, title, description, status, info_class, public_text, owner, geom)"
        " VALUES (?, 'BEL', 'Lamp post 4711 by the tunnel', 'the neighbour', ?, ?, ?, 'kommun', ?)",
        (str(uuid.uuid4()), status, info_class, text, blob),
    )


def address_layer(cells=CELLS, field="antal"):
    """A point in each square, with its number of addresses."""
    layer = QgsVectorLayer(f"Point?crs=EPSG:3006&field={field}:integer", "Adresser", "memory")
    features = []
    for (column, row), (_, people) in cells.items():
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(WEST + 250 * column + 20, SOUTH + 250 * row + 20)))
        feature[field] = people
        features.append(feature)
    # People around the default point, so that only its being one keeps it out.
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(WEST + 1610, SOUTH + 1610)))
    feature[field] = 50
    layer.dataProvider().addFeatures([*features, feature])
    return layer


def request(**values):
    addresses = AddressSource(background_of(address_layer()), "antal")
    return PackageRequest(**({"incident_filter": FILTER, "edition": Edition.PUBLIC, "addresses": addresses} | values))
