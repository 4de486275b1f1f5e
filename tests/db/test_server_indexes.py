# SPDX-License-Identifier: GPL-2.0-or-later
"""The three indexes of the incident table are used, also by a login whose rows are filtered."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from est_plugin.analysis.grid import GridKind
from est_plugin.db.grid_counts import chosen, statement_of
from est_plugin.db.incidents import subset_string
from est_plugin.db.schema_version import POSTGIS
from est_plugin.db.server_cursor import psycopg_sql
from est_plugin.db.server_database import ServerDatabase, open_server_database
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from tests.postgres import cursor_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.postgres import Server

ROWS = 200_000
#: Five years of incidents in the order of time, over 20 by 20 km.
FILL = f"""
    SET ROLE est_owner;
    INSERT INTO est.incident (uuid, source, source_ref, category, occurred_from, info_class, geom)
    SELECT gen_random_uuid(), 'x', n, codes.code[1 + n % cardinality(codes.code)],
        timestamptz '2021-01-01' + n * interval '5 years' / {ROWS}, n % 4,
        ST_SetSRID(ST_MakePoint(500000 + 20000 * random(), 6500000 + 20000 * random()), 3006)
    FROM generate_series(1, {ROWS}) AS n, (SELECT array_agg(code) AS code FROM est.category) AS codes;
    RESET ROLE;
"""
#: As QGIS asks for the incidents of a map: the subset string of the filter, and the extent.
MONTH = subset_string(IncidentFilter(Period.between(date(2024, 3, 1), date(2024, 3, 31)), frozenset({"klotter"})))
BOX = "geom && ST_MakeEnvelope(505000, 6505000, 505500, 6505500, 3006)"
QUERIES = {
    "incident_geom": f"SELECT count(*) FROM est.incident WHERE {BOX}",
    "incident_category_time": (
        "SELECT count(*) FROM est.incident WHERE category = 'klotter'"
        " AND occurred_from >= '2024-03-01' AND occurred_from < '2024-04-01'"
    ),
    "incident_geom incident_category_time": (
        "SELECT id, geom FROM est.incident"
        f" WHERE geom && ST_MakeEnvelope(505000, 6505000, 509000, 6509000, 3006) AND {MONTH}"
    ),
    "incident_time": (
        "SELECT count(*) FROM est.incident WHERE occurred_from >= '2024-03-01' AND occurred_from < '2024-04-01'"
    ),
}


@pytest.fixture(scope="module")
def large(server: Server) -> Iterator[ServerDatabase]:
    """A database with many incidents, set up as the DBA page says."""
    server.execute("postgres", "CREATE DATABASE est_large TEMPLATE est_template")
    server.execute("est_large", FILL, (POSTGIS / "superuser.sql").read_text(encoding="utf-8"), "ANALYZE est.incident")
    yield open_server_database(server.address("est_large"))
    server.execute("postgres", "DROP DATABASE est_large WITH (FORCE)")


def indexes_of(plan: dict[str, Any]) -> set[str]:
    inner = [indexes_of(part) for part in plan.get("Plans", [])]
    return set().union(*inner, [plan["Index Name"]] if "Index Name" in plan else [])


@pytest.mark.parametrize("login", ["anna", "rita", "ada"])
@pytest.mark.parametrize("indexes", QUERIES)
def test_the_index_is_used(server: Server, large: ServerDatabase, indexes: str, login: str) -> None:
    with closing(server.connect("est_large", login)) as connection, connection.cursor() as cursor:
        cursor.execute("EXPLAIN (FORMAT JSON) " + QUERIES[indexes])
        plan = cursor.fetchone()[0]
    assert set(indexes.split()) <= indexes_of(plan[0]["Plan"]), json.dumps(plan, indent=1)


def test_counts_per_cell_of_a_month_read_only_the_blocks_of_that_month(server: Server, large: ServerDatabase) -> None:
    month = IncidentFilter(Period.between(date(2024, 3, 1), date(2024, 3, 31)))
    sql = psycopg_sql(statement_of(GridKind.HEXAGON))
    with closing(server.connect("est_large", "anna")) as connection, connection.cursor() as cursor:
        cursor.execute("SET search_path = est, public")
        cursor.execute(
            "EXPLAIN (FORMAT JSON) " + sql,
            chosen(month) | {"width": "200.0", "height": "173.2", "east": "0.0", "north": "0.0"},
        )
        plan = cursor.fetchone()[0]
    assert indexes_of(plan[0]["Plan"]) == {"incident_time"}, json.dumps(plan, indent=1)


def test_rows_of_a_filtered_box_are_those_of_the_whole_table(server: Server, large: ServerDatabase) -> None:
    counts = {}
    for login, highest in (("rita", 1), ("anna", 2), ("ada", 3)):
        with closing(server.connect("est_large", login)) as connection, connection.cursor() as cursor:
            cursor.execute(QUERIES["incident_geom"])
            counts[login] = cursor.fetchone()[0]
        with cursor_on(large) as superuser:
            superuser.execute(QUERIES["incident_geom"] + " AND info_class <= %s", (highest,))
            assert counts[login] == superuser.fetchone()["count"]
    assert 0 < counts["rita"] < counts["anna"] < counts["ada"]
