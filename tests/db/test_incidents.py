# SPDX-License-Identifier: GPL-2.0-or-later
"""The same choice of incidents reaches the map, the numbers and the analysis, from a file and from a server."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsVectorLayer

from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.incidents import days_with_incidents, read_points, situation, subset_string
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period, PeriodKind

if TYPE_CHECKING:
    from est_plugin.db.database import Database

MARCH = Period.containing(PeriodKind.MONTH, date(2026, 3, 10))


@pytest.fixture
def database(either_database: Database) -> Database:
    return either_database


def add(database: Database, *rows: tuple[str, str, str, float, float]) -> None:
    """Incidents as (category, organisation, occurred_from, x, y)."""
    with database.writing() as connection:
        for number, (category, organisation, occurred, x, y) in enumerate(rows):
            connection.execute(
                "INSERT INTO incident (uuid, source, source_ref, category, organisation, occurred_from, geom)"
                " VALUES (?, 'test', ?, ?, ?, ?, ?)",
                (uuid_of(number), str(number), category, organisation, occurred, point_blob(x, y, database.srs_id)),
            )


def uuid_of(number: int) -> str:
    return str(uuid.UUID(int=number))


ROWS = (
    # 23:30 UTC on the last of February is the first of March in Sweden.
    ("klotter", "polis", "2026-02-28T23:30:00.000Z", 500_000.0, 6_600_000.0),
    ("klotter", "skola", "2026-03-15T12:00:00.000Z", 500_010.0, 6_600_010.0),
    ("ran", "polis", "2026-03-31T21:59:59.999Z", 500_020.0, 6_600_020.0),
    # 22:00 UTC on the last of March is April already: summer time.
    ("ran", "polis", "2026-03-31T22:00:00.000Z", 500_030.0, 6_600_030.0),
    ("larm", "teknisk", "2026-02-10T12:00:00.000Z", 500_040.0, 6_600_040.0),
)


def layer_count(database: Database, incident_filter: IncidentFilter) -> int:
    layer = QgsVectorLayer(database.layer_source("incident"), "incidents", database.PROVIDER)
    assert layer.setSubsetString(subset_string(incident_filter))
    return int(layer.featureCount())


def test_map_numbers_and_analysis_agree_on_a_period_of_local_days(database: Database) -> None:
    add(database, *ROWS)
    chosen = IncidentFilter(MARCH)
    points = read_points(database, chosen)
    assert points.x.tolist() == [500_000.0, 500_010.0, 500_020.0]
    assert situation(database, chosen, None).total == layer_count(database, chosen) == 3


def test_filters_by_category_and_organisation_agree(database: Database) -> None:
    add(database, *ROWS)
    for chosen, expected in (
        (IncidentFilter(MARCH, categories=frozenset({"klotter"})), 2),
        (IncidentFilter(MARCH, organisations=frozenset({"polis"})), 2),
        (IncidentFilter(MARCH, frozenset({"klotter"}), frozenset({"polis"})), 1),
        (IncidentFilter(None), 5),
    ):
        assert layer_count(database, chosen) == expected
        assert len(read_points(database, chosen)) == situation(database, chosen, None).total == expected


def test_deleted_and_rejected_incidents_count_nowhere(database: Database) -> None:
    add(database, *ROWS)
    with database.writing() as connection:
        for number, change in enumerate(("deleted_at = '2026-04-01T00:00:00.000Z'", "review_status = 'rejected'")):
            connection.execute(
                f"UPDATE incident SET {change}, base_version = version WHERE uuid = ?", (uuid_of(number),)
            )
    chosen = IncidentFilter(MARCH)
    assert len(read_points(database, chosen)) == layer_count(database, chosen) == 1


def test_the_situation_compares_periods_and_names_the_silent(database: Database) -> None:
    add(database, *ROWS)
    numbers = situation(database, IncidentFilter(MARCH), MARCH.previous())
    assert (numbers.total, numbers.total_before) == (3, 1)
    assert [(row.code, row.now, row.before) for row in numbers.by_category] == [
        ("klotter", 2, 0),
        ("ran", 1, 0),
        ("larm", 0, 1),
    ]
    assert numbers.silent_organisations == ("teknisk",)


def test_an_organisation_that_reported_something_else_or_was_not_asked_is_not_silent(database: Database) -> None:
    add(database, *ROWS)
    chosen = IncidentFilter(MARCH, categories=frozenset({"narkotika"}))
    assert situation(database, chosen, None).total == 0
    assert situation(database, chosen, None).silent_organisations == ("teknisk",)
    police = IncidentFilter(MARCH, organisations=frozenset({"polis"}))
    assert situation(database, police, None).silent_organisations == ()


def test_an_empty_database_gives_empty_answers(database: Database) -> None:
    assert len(read_points(database, IncidentFilter(MARCH))) == 0
    assert situation(database, IncidentFilter(MARCH), MARCH.previous()).total == 0
    assert days_with_incidents(database) is None


def test_days_with_incidents_are_local_days(database: Database) -> None:
    add(database, *ROWS)
    assert days_with_incidents(database) == (date(2026, 2, 10), date(2026, 4, 1))


def test_a_quote_in_a_code_does_not_break_the_filter(database: Database) -> None:
    add(database, *ROWS)
    assert layer_count(database, IncidentFilter(MARCH, categories=frozenset({"o'hara", "ran"}))) == 1
