# SPDX-License-Identifier: GPL-2.0-or-later
"""A small database for the tests of the map package: a fictitious town with a few of everything."""

from __future__ import annotations

import json
import uuid
from datetime import date

import shapely

from est_plugin.db import changesets
from est_plugin.db.changesets import Kind
from est_plugin.db.geometry_blob import geometry_blob, point_blob
from est_plugin.db.migrator import create_database
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from est_plugin.feedback import SilentFeedback

TODAY = date(2026, 4, 10)
PERIOD = Period.between(date(2026, 3, 1), date(2026, 3, 31))
FILTER = IncidentFilter(PERIOD)
CENTRE = (674_000, 6_580_000)
SECRET = "the neighbour on the second floor"
HOTSPOTS = (
    ("Stationsgatan <b>& torget</b>", 0, 0, 14, 11),
    ("Badhusparken", 900, 600, 9, 2),
    ("=Hamnen", -800, 700, 6, 8),
)
#: The first and the last report: February and March are whole between them, March of the year before is not.
REPORTED = ("2025-12-31", "2026-04-01")
MEASURES = (("BEL", "Lamp post 4711 by the tunnel", "proposed", "2026-03-20"), ("SKY", "", "done", "2026-03-01"))


def _blob(shape, srs_id=3006):
    return geometry_blob(shapely.to_wkb(shape, byte_order=1), shape.bounds, srs_id)


def make_database(path):
    """The database, opened."""
    database = create_database(
        path, srs_id=3006, municipality="1781", municipality_name="Lindvik ö", feedback=SilentFeedback()
    )
    # Measures that begin further on are taken in, not proposed.
    with changesets.recorded(database, Kind.IMPORT, str(uuid.uuid4())) as connection:
        category, kinds = (
            [row["code"] for row in connection.execute(f"SELECT code FROM {table} ORDER BY sort")]
            for table in ("category", "measure_kind")
        )
        owner = connection.execute("SELECT code FROM organisation ORDER BY sort").fetchone()["code"]
        _add_hotspots(connection, category)
        for day in REPORTED:
            add_report(connection, day, day)
        for kind, title, status, due in MEASURES:
            assert kind in kinds
            connection.execute(
                "INSERT INTO measure (uuid, kind, title, description, status, owner, due_date, geom)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (str(uuid.uuid4()), kind, title, SECRET, status, owner, due, point_blob(674_100, 6_580_200, 3006)),
            )
        _add_walk(connection)
    return database


def add_report(connection, reference, day, category="klotter"):
    """A report far from the hotspots."""
    connection.execute(
        "INSERT INTO incident (uuid, source, source_ref, category, organisation, occurred_from, geom)"
        " VALUES (?, 'test', ?, ?, 'kommun', ?, ?)",
        (str(uuid.uuid4()), reference, category, f"{day}T12:00:00.000Z", point_blob(673_500, 6_579_500, 3006)),
    )


def _add_hotspots(connection, category):
    for rank, (name, east, north, now, before) in enumerate(HOTSPOTS, start=1):
        x, y = CENTRE[0] + east, CENTRE[1] + north
        for month, count in (("03", now), ("02", before)):
            for number in range(count):
                connection.execute(
                    "INSERT INTO incident (uuid, source, source_ref, category, organisation, occurred_from,"
                    " description, geom) VALUES (?, 'test', ?, ?, 'kommun', ?, ?, ?)",
                    (
                        str(uuid.uuid4()),
                        f"{rank}-{month}-{number}",
                        category[rank],
                        f"2026-{month}-10T20:00:00.000Z",
                        SECRET,
                        point_blob(x + 7 * number, y + 5 * number, 3006),
                    ),
                )
        identity = str(uuid.uuid4())
        numbers = (rank, now, before)
        connection.execute(
            "INSERT INTO hotspot (uuid, name, rank, incidents, incidents_before, main_category, comment, geom)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                identity,
                name,
                *numbers,
                category[rank],
                SECRET,
                _blob(shapely.MultiPolygon([shapely.Point(x, y).buffer(150)])),
            ),
        )
        connection.execute(
            "INSERT INTO hotspot_period (hotspot, period_start, period_end, rank, incidents, incidents_before, cells,"
            " categories, method, computed_at) VALUES (?, ?, ?, ?, ?, ?, 3, '{}', ?, '2026-04-01T00:00:00.000Z')",
            (
                identity,
                PERIOD.start.isoformat(),
                PERIOD.last_day.isoformat(),
                *numbers,
                json.dumps(
                    {"parameters": {"grid": "hexagon", "cell_size": 200.0}, "cells": 91, "study_area_checksum": ""}
                ),
            ),
        )


def _add_walk(connection):
    walk = str(uuid.uuid4())
    x, y = CENTRE
    route = shapely.LineString([(x, y), (x + 400, y + 300), (x + 900, y + 600)])
    connection.execute(
        "INSERT INTO walk (uuid, title, status, length_m, minutes, reason, geom)"
        " VALUES (?, 'Spring walk', 'planned', 1080, 31, ?, ?)",
        (walk, SECRET, _blob(route)),
    )
    for number, (east, north) in enumerate(route.coords[:2], start=1):
        connection.execute(
            "INSERT INTO walk_stop (uuid, walk, number, place, comment, geom) VALUES (?, ?, ?, ?, ?, ?)",
            (str(uuid.uuid4()), walk, number, f"Stop {number}", SECRET, point_blob(east, north, 3006)),
        )
