# SPDX-License-Identifier: GPL-2.0-or-later
"""Causes of hotspots and findings of walks, as a package reads them from a file and from a server."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

from est_plugin.db import changesets
from est_plugin.db.causes import causes_of
from est_plugin.db.changesets import Change, Changeset, Op
from est_plugin.db.package_rows import walks_for_package
from est_plugin.db.walk_findings import findings_since
from est_plugin.domain.cause import Confidence, Controller, TriangleSide
from est_plugin.intake.demo_walk import store_demo_walk

FIRST, SECOND = "5a1e9c1e-8f43-4d5c-9d8b-3f8a2f0f7a11", "5a1e9c1e-8f43-4d5c-9d8b-3f8a2f0f7a12"


def store(database, *rows):
    changes = [Change("hotspot", Op.INSERT, uuid, {"name": "Torget"}) for uuid in (FIRST, SECOND)]
    changes += [Change("cause", Op.INSERT, str(uuid4()), row) for row in rows]
    changesets.apply(database, Changeset(tuple(changes)))


def test_causes_of_the_hotspots_asked_for_come_the_surest_first(either_database):
    full = {"triangle_side": "place", "missing_controller": "place_manager", "support": "29 of 40", "confidence": 3}
    store(
        either_database,
        {"hotspot": FIRST, "problem": "Nobody has said"},
        {"hotspot": FIRST, "problem": "A guess", "confidence": 1},
        {"hotspot": FIRST, "problem": "Dark", **full},
        {"hotspot": SECOND, "problem": "Elsewhere"},
    )
    found = causes_of(either_database, [FIRST])
    assert [row.problem for row in found] == ["Dark", "A guess", "Nobody has said"]
    assert {row.hotspot for row in found} == {FIRST}
    assert (found[0].triangle_side, found[0].missing_controller) == (TriangleSide.PLACE, Controller.PLACE_MANAGER)
    assert (found[0].support, found[0].confidence) == ("29 of 40", Confidence.HIGH)
    assert (found[2].triangle_side, found[2].missing_controller, found[2].confidence) == (None, None, None)


def test_no_hotspots_have_no_causes(either_database):
    store(either_database, {"hotspot": FIRST, "problem": "Dark"})
    assert causes_of(either_database, []) == ()


def test_findings_are_those_of_walks_since_a_day(either_database):
    store_demo_walk(either_database, date(2026, 11, 1))
    (walk,) = walks_for_package(either_database)
    (found,) = findings_since(either_database, date(2026, 10, 1))
    assert found.uuid == walk.uuid
    stops = {stop.uuid for stop in walk.stops}
    assert {finding.stop for finding in found.findings} == stops
    assert all(finding.wkb is not None for finding in found.findings)
    # The walk of a Thursday in the evening counts on its day, and not on the next.
    assert findings_since(either_database, date(2026, 10, 1)) == findings_since(either_database, _day(either_database))
    assert findings_since(either_database, _day(either_database) + timedelta(days=1)) == ()


def _day(database):
    with database.reading() as connection:
        return date.fromisoformat(connection.execute("SELECT starts_at FROM walk").fetchone()["starts_at"][:10])
