# SPDX-License-Identifier: GPL-2.0-or-later
"""Tracked places: what people did to them stays, both periods count alike, and nobody waits meanwhile."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from est_plugin.analysis.hotspots import HotspotParameters
from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.hotspots import HotspotRequest, list_hotspots, update_hotspots
from est_plugin.db.package_rows import method_of
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.errors import CancelledError
from est_plugin.feedback import SilentFeedback

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from est_plugin.db.database import Database

FEBRUARY, MARCH, APRIL = (Period.containing(PeriodKind.MONTH, date(2026, month, 1)) for month in (2, 3, 4))
#: The south-west corner of the town, m.
CORNER = np.array([500_000.0, 6_600_000.0])
STACK = 60


def report(database: Database, period: Period, places: npt.NDArray[np.float64]) -> None:
    with database.writing() as connection:
        first = connection.execute("SELECT count(*) FROM incident").fetchone()[0]
        connection.executemany(
            "INSERT INTO incident (uuid, source, source_ref, category, occurred_from, geom)"
            " VALUES (:number, 'test', :number, 'klotter', :at, :geom)",
            [
                {
                    "number": str(number),
                    "at": f"{period.start.isoformat()}T12:00:00.000Z",
                    "geom": point_blob(x, y, 3006),
                }
                for number, (x, y) in enumerate(places.tolist(), start=first)
            ],
        )


def cluster(centre: tuple[float, float], seed: int = 1) -> npt.NDArray[np.float64]:
    return CORNER + np.random.default_rng(seed).normal(centre, 60, (40, 2))


def spread(seed: int) -> npt.NDArray[np.float64]:
    return CORNER + np.random.default_rng(seed).uniform(0, 5000, (150, 2))


def stack(centre: tuple[float, float]) -> npt.NDArray[np.float64]:
    return CORNER + np.tile(np.array(centre), (STACK, 1))


def find(database: Database, period: Period = MARCH, feedback: SilentFeedback | None = None, **parameters: int) -> None:
    request = HotspotRequest(period, HotspotParameters(**parameters))
    update_hotspots(database, request, feedback or SilentFeedback())


def find_none(database: Database) -> None:
    """A second run for the period, which names no place."""
    find(database, min_incidents=10_000)


@pytest.fixture
def town(database: Database) -> Database:
    """One cluster in March, analysed."""
    report(database, MARCH, np.concatenate([cluster((2500, 2500)), spread(2)]))
    find(database)
    assert len(list_hotspots(database, MARCH)) == 1
    return database


def left(database: Database) -> list[str]:
    with database.reading() as connection:
        return [row["name"] for row in connection.execute("SELECT name FROM hotspot WHERE deleted_at IS NULL")]


def test_a_place_that_only_a_replaced_run_found_goes(town: Database) -> None:
    find_none(town)
    assert left(town) == []


@pytest.mark.parametrize(
    "work",
    [
        "UPDATE hotspot SET name = 'Torget'",
        "UPDATE hotspot SET comment = 'mörkt'",
        "UPDATE hotspot SET costly = 0",
        "UPDATE hotspot SET status = 'closed'",
        "UPDATE hotspot SET info_class = 2",
        "INSERT INTO measure (uuid, kind, hotspot) SELECT 'm', 'BEL', uuid FROM hotspot",
        "INSERT INTO meeting (uuid, kind, held_at) VALUES ('r', 'operative', '2026-04-01');"
        "INSERT INTO decision (uuid, meeting, number, text, hotspot) SELECT 'd', 'r', 1, 'Ljus', uuid FROM hotspot",
    ],
)
def test_a_place_that_a_person_worked_on_stays_and_is_found_again(town: Database, work: str) -> None:
    with town.writing() as connection:
        for statement in work.split(";"):
            connection.execute(statement)
    find_none(town)
    assert len(left(town)) == 1
    find(town)
    with town.reading() as connection:
        row = connection.execute("SELECT * FROM hotspot WHERE deleted_at IS NULL ORDER BY id").fetchone()
    assert row["deleted_at"] is None
    assert row["rank"] == 1 or row["status"] == "closed"


def test_a_place_that_a_person_drew_stays(town: Database) -> None:
    with town.writing() as connection:
        connection.execute("INSERT INTO hotspot (uuid, name, geom) SELECT 'drawn', 'Parken', geom FROM hotspot")
    find_none(town)
    assert left(town) == ["Parken"]


def test_a_place_is_new_only_where_the_period_before_was_searched(database: Database) -> None:
    report(database, FEBRUARY, np.concatenate([cluster((1000, 1000)), spread(2)]))
    report(database, MARCH, np.concatenate([cluster((2500, 2500)), spread(2)]))
    find(database, MARCH)
    assert [row.status_label for row in list_hotspots(database, MARCH)] == ["Not known if new"]
    find(database, FEBRUARY)
    assert [row.status_label for row in list_hotspots(database, MARCH)] == ["Not found before"]
    assert [row.status_label for row in list_hotspots(database, FEBRUARY)] == ["Not known if new"]


def test_both_periods_leave_out_the_same_stack(database: Database) -> None:
    for period in (FEBRUARY, MARCH):
        report(database, period, np.concatenate([cluster((2500, 2500)), spread(2), stack((2500, 2500))]))
    find(database)
    row = list_hotspots(database, MARCH)[0]
    assert row.incidents == row.incidents_before < 2 * STACK
    assert method_of(database, MARCH)["stacked"] == STACK


def test_stacks_that_are_counted_are_counted_in_both_periods(database: Database) -> None:
    for period in (FEBRUARY, MARCH):
        report(database, period, np.concatenate([cluster((2500, 2500)), spread(2), stack((2500, 2500))]))
    request = HotspotRequest(MARCH, HotspotParameters(include_stacks=True))
    update_hotspots(database, request, SilentFeedback())
    row = list_hotspots(database, MARCH)[0]
    assert row.incidents == row.incidents_before > STACK
    assert method_of(database, MARCH)["stacked"] == 0


def test_a_cooled_place_does_not_count_a_stack_on_its_ground(town: Database) -> None:
    report(town, APRIL, np.concatenate([cluster((1000, 1000)), spread(3), stack((2500, 2500))]))
    find(town, APRIL)
    with town.reading() as connection:
        cooled = connection.execute("SELECT incidents FROM hotspot_period WHERE rank IS NULL").fetchall()
    assert [row["incidents"] < STACK for row in cooled] == [True]


class Watching(SilentFeedback):
    """Calls ``look`` at each step, with how far the work has come."""

    def __init__(self, look: Callable[[float], None]) -> None:
        self._look = look
        self.cancelled = False

    def is_cancelled(self) -> bool:
        return self.cancelled

    def set_progress(self, fraction: float) -> None:
        self._look(fraction)


def test_others_can_save_at_every_step(town: Database) -> None:
    steps = []

    def save(fraction: float) -> None:
        with closing(sqlite3.connect(town.path, timeout=0)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
        steps.append(fraction)

    find(town, feedback=Watching(save))
    assert any(0.7 <= fraction < 1.0 for fraction in steps)


def test_a_cancel_while_places_are_counted_changes_nothing(town: Database) -> None:
    before = list_hotspots(town, MARCH)

    def cancel(fraction: float) -> None:
        feedback.cancelled = fraction >= 0.7

    feedback = Watching(cancel)
    report(town, FEBRUARY, cluster((2500, 2500)))
    with pytest.raises(CancelledError):
        find(town, feedback=feedback)
    assert list_hotspots(town, MARCH) == before


def test_what_a_person_saves_meanwhile_counts(town: Database) -> None:
    """A place that is closed while the work goes on is not continued."""

    counting = []

    def close(fraction: float) -> None:
        if fraction >= 0.7:
            counting.append(fraction)
        if len(counting) == 2:  # the analysis has come so far, then the first count
            with town.writing() as connection:
                connection.execute("UPDATE hotspot SET status = 'closed' WHERE id = 1")

    find(town, feedback=Watching(close))
    with town.reading() as connection:
        rows = connection.execute("SELECT id, status FROM hotspot WHERE deleted_at IS NULL ORDER BY id").fetchall()
        states = connection.execute("SELECT count(*) FROM hotspot_period").fetchone()[0]
    assert [tuple(row) for row in rows] == [(1, "closed"), (2, "new")]
    assert states == 1
