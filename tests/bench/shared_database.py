# SPDX-License-Identifier: GPL-2.0-or-later
"""How fast is a shared database of a million or ten million incidents, and with what is its speed compared?

    .venv/bin/python tests/bench/shared_database.py --rows 1000000 [--parts queries cells densities roles load …]

It starts a server of its own under /tmp with the settings of one in use (also ``fsync``), fills it in the order of
time, and prints: map queries with and without our three indexes, beside QGIS; counts per cell beside the other
ways; the map of a reader whose rows are filtered; fifty writers with four readers; twenty clients on five rows.
Quote the ratios, not the milliseconds. Ten million rows take about 5 GB.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), "/usr/share/qgis/python/plugins"]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np  # noqa: E402
from qgis.core import QgsApplication, QgsFeatureRequest, QgsRectangle, QgsVectorLayer  # noqa: E402

from est_plugin.analysis.density import DensityParameters, density, density_of  # noqa: E402
from est_plugin.analysis.grid import HexagonGrid, count_cells  # noqa: E402
from est_plugin.db.density_moments import read_moments  # noqa: E402
from est_plugin.db.grid_counts import count_by_category  # noqa: E402
from est_plugin.db.incidents import subset_string  # noqa: E402
from est_plugin.db.schema_version import POSTGIS  # noqa: E402
from est_plugin.db.server_database import open_server_database  # noqa: E402
from est_plugin.db.server_migrator import create_server_database  # noqa: E402
from est_plugin.domain.incident import IncidentFilter  # noqa: E402
from est_plugin.domain.period import Period  # noqa: E402
from est_plugin.feedback import SilentFeedback  # noqa: E402
from tests.bench import shared_load  # noqa: E402
from tests.databases import LOGINS  # noqa: E402
from tests.postgres import running_server  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.analysis.density_grid import DensityGrid
    from tests.postgres import Server

NAME = "est_bench"
SETTINGS = {"shared_buffers": "1GB", "work_mem": "32MB", "maintenance_work_mem": "512MB", "max_wal_size": "4GB"}
ROUNDS = 5
#: Five years in the order of time, over 20 by 20 km; two of three round one of sixty places.
FILL = """
    SET session_replication_role = replica;
    ALTER TABLE est.incident DROP CONSTRAINT incident_uuid_key, DROP CONSTRAINT incident_source_source_ref_key;
    SELECT setseed(0.5);
    CREATE TEMPORARY TABLE centre AS
    SELECT number, 500000 + 20000 * random() AS x, 6500000 + 20000 * random() AS y
    FROM generate_series(0, 59) AS number;
    INSERT INTO est.incident (uuid, source, source_ref, category, organisation, occurred_from, info_class, geom)
    SELECT gen_random_uuid(), 'bench', n, codes.code[1 + n %% cardinality(codes.code)], 'polis',
        timestamptz '2021-01-01' + n * interval '5 years' / %(rows)s,
        CASE n %% 10 WHEN 7 THEN 2 WHEN 8 THEN 3 ELSE 1 END,
        ST_SetSRID(CASE n %% 3 WHEN 0
            THEN ST_MakePoint(500000 + 20000 * random(), 6500000 + 20000 * random())
            ELSE ST_MakePoint(x + 300 * (random() + random() - 1), y + 300 * (random() + random() - 1)) END, 3006)
    FROM generate_series(1, %(rows)s) AS n JOIN centre ON number = n / 7 %% 60,
        (SELECT array_agg(code ORDER BY id) AS code FROM est.category) AS codes
    ORDER BY n;
    ALTER TABLE est.incident ADD UNIQUE (uuid), ADD UNIQUE (source, source_ref);
"""
BOXES = {4000: QgsRectangle(505000, 6505000, 509000, 6509000), 500: QgsRectangle(505000, 6505000, 505500, 6505500)}
YEAR = Period.between(date(2024, 1, 1), date(2024, 12, 31))
MONTH = Period.between(date(2024, 3, 1), date(2024, 3, 31))
TWO, ONE = frozenset({"klotter", "skadegorelse"}), frozenset({"klotter"})
TOWN = "ST_MakeEnvelope(499500, 6499500, 520500, 6520500, 3006)"
BOX = "ST_MakeEnvelope(505000, 6505000, 505500, 6505500, 3006)"
#: Question, choice of incidents, side of the box in metres.
QUESTIONS = {
    "Q1 month, 2 categories, 4 x 4 km": (IncidentFilter(MONTH, TWO), 4000),
    "Q2 year, all": (IncidentFilter(YEAR), None),
    "Q3 month, 2 categories, whole": (IncidentFilter(MONTH, TWO), None),
    "Q4 five years, 500 x 500 m": (IncidentFilter(), 500),
    "Q5 year, 1 category, 4 x 4 km": (IncidentFilter(YEAR, ONE), 4000),
}


def median_ms(work: Callable[[], object]) -> float:
    """Warm median of five, milliseconds."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)


def asked(server: Server, login: str, sql: str, parameters: object = None) -> Callable[[], object]:
    """One question over a connection that stays open."""
    connection = server.connect(NAME, login)
    connection.autocommit = True
    cursor = connection.cursor()

    def ask() -> object:
        cursor.execute(sql, parameters)
        return cursor.fetchall()

    return ask


def sql_of(wanted: IncidentFilter, side: int | None, columns: str = "count(*)") -> str:
    box = "" if side is None else f" AND geom && ST_MakeEnvelope({BOXES[side].toString(0).replace(' : ', ',')}, 3006)"
    return f"SELECT {columns} FROM est.incident WHERE {subset_string(wanted)}{box}"


def prepare(server: Server, rows: int) -> None:
    server.execute("postgres", f"CREATE DATABASE {NAME}")
    create_server_database(
        server.address(NAME), srs_id=3006, municipality="1781", municipality_name="Lindvik", feedback=SilentFeedback()
    )
    superuser = (POSTGIS / "superuser.sql").read_text(encoding="utf-8")
    server.execute(NAME, "CREATE ROLE est_org_polis", "CREATE ROLE est_org_skola", *LOGINS, superuser)
    server.execute(NAME, *(f"DROP INDEX est.{name}" for name in INDEXES), FILL % {"rows": rows})
    server.execute(NAME, "VACUUM ANALYZE est.incident")


INDEXES = {
    "incident_geom": "CREATE INDEX incident_geom ON est.incident USING gist (geom)",
    "incident_category_time": "CREATE INDEX incident_category_time ON est.incident (category, occurred_from)",
    "incident_time": "CREATE INDEX incident_time ON est.incident USING brin (occurred_from)",
}


def queries(server: Server) -> None:
    """Table (f): an editor's map queries without our indexes and with them, and QGIS drawing the first."""
    without = {name: median_ms(asked(server, "anna", sql_of(*q))) for name, q in QUESTIONS.items()}
    start = time.perf_counter()
    server.execute(NAME, *INDEXES.values(), "ANALYZE est.incident")
    print(f"  the three indexes: {time.perf_counter() - start:.0f} s")
    for name, question in QUESTIONS.items():
        with_them = median_ms(asked(server, "anna", sql_of(*question)))
        print(f"  {name}: {without[name]:.1f} -> {with_them:.1f} ms, {without[name] / with_them:.0f} times")
    wanted, side = QUESTIONS["Q1 month, 2 categories, 4 x 4 km"]
    source = open_server_database(server.address(NAME, "anna")).layer_source("incident", subset=subset_string(wanted))
    layer = QgsVectorLayer(source, "incidents", "postgres")
    request = QgsFeatureRequest(BOXES[side])
    print(f"  Q1 through QGIS's getFeatures: {median_ms(lambda: list(layer.getFeatures(request))):.1f} ms")


def cells(server: Server) -> None:
    """A year in hexagons of 200 m: ours, psycopg2 and numpy, and PostGIS's grid."""
    database = open_server_database(server.address(NAME, "anna"))
    grid = HexagonGrid(200.0)

    def counted() -> int:
        with database.reading() as connection:
            return int(count_by_category(connection, IncidentFilter(YEAR), grid).count.sum())

    ours = median_ms(counted)
    fetch = asked(server, "anna", sql_of(IncidentFilter(YEAR), None, "ST_X(geom), ST_Y(geom)"))

    def with_numpy() -> int:
        x, y = np.array(fetch()).T
        return int(count_cells(grid, x, y).count.sum())

    # As superuser, whom no row rule slows down.
    joined = asked(
        server,
        "postgres",
        f"SELECT i, j, count(*) FROM ST_HexagonGrid(200 / sqrt(3), {TOWN}) AS h"
        f" JOIN ({sql_of(IncidentFilter(YEAR), None, 'geom')} AND info_class <= 2) AS p"
        " ON ST_Intersects(p.geom, h.geom) GROUP BY 1, 2",
    )
    total = counted()
    assert total == with_numpy()
    start = time.perf_counter()
    wrong = sum(row[2] for row in joined()) - total
    grid_ms = 1000 * (time.perf_counter() - start)
    numpy_ms = median_ms(with_numpy)
    print(
        f"  {total} points: ours {ours:.0f} ms; psycopg2 + numpy {numpy_ms:.0f} ms, {numpy_ms / ours:.1f} times;",
        end="",
    )
    print(f" ST_HexagonGrid {grid_ms:.0f} ms, {grid_ms / ours:.0f} times, sum wrong by {wrong}")


def densities(server: Server) -> None:
    """A year's density in pixels of 25 m: sums from the server beside points through psycopg2; and of all incidents."""
    database = open_server_database(server.address(NAME, "anna"))
    parameters = DensityParameters(bandwidth=250.0, cell_size=25.0)
    for wanted in (IncidentFilter(YEAR), IncidentFilter()):
        fetch = asked(server, "anna", sql_of(wanted, None, "ST_X(geom), ST_Y(geom)"))

        def ours(wanted: IncidentFilter = wanted) -> DensityGrid:
            return density_of(read_moments(database, wanted, 25.0), parameters, SilentFeedback())

        def with_points(fetch: Callable[[], object] = fetch) -> DensityGrid:
            x, y = np.array(fetch()).T
            return density(x, y, parameters, SilentFeedback())

        moments, here, there = read_moments(database, wanted, 25.0), ours(), with_points()
        apart = float(np.abs(here.values - there.values).max()) / here.highest
        ours_ms, points_ms = median_ms(ours), median_ms(with_points)
        print(
            f"  {moments.incidents} points: ours {ours_ms:.0f} ms, {moments.row.size} rows of 58 bytes; psycopg2 +"
            f" density {points_ms:.0f} ms, {points_ms / ours_ms:.1f} times; they differ by {apart:.0e} of the maximum"
        )


def roles(server: Server) -> None:
    """R10: a reader's map of 500 x 500 m with and without the superuser's line, and rows that are not a reader's."""
    drawn = f"SELECT id, geom FROM est.incident_reading WHERE geom && {BOX}"
    leakproof = "ALTER FUNCTION geometry_overlaps(geometry, geometry) {} LEAKPROOF"
    server.execute(NAME, leakproof.format("NOT"))
    without = median_ms(asked(server, "rita", drawn))
    server.execute(NAME, leakproof.format(""))
    with_it = median_ms(asked(server, "rita", drawn))
    print(f"  map of a reader: {without:.1f} -> {with_it:.1f} ms with LEAKPROOF, {without / with_it:.0f} times")
    layer = QgsVectorLayer(
        open_server_database(server.address(NAME, "rita")).layer_source("incident_reading"), "rita", "postgres"
    )
    with closing(server.connect(NAME)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT count(*), ST_XMax(ST_Extent(geom)) FROM est.incident WHERE info_class <= 1")
        own, extent = cursor.fetchone()
    foreign = {
        "rows": asked(server, "rita", "SELECT count(*) FROM est.incident WHERE info_class > 1")()[0][0],
        "count(*)": asked(server, "rita", "SELECT count(*) FROM est.incident")()[0][0] - own,
        "view": asked(server, "rita", "SELECT count(*) FROM est.incident_reading")()[0][0] - own,
        "bounds": asked(server, "rita", "SELECT count(*) FROM est.rtree_incident_geom")()[0][0] - own,
        "featureCount": layer.featureCount() - own,
        "extent": layer.extent().xMaximum() - extent,
    }
    print(f"  foreign rows a reader sees: {foreign}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1_000_000)
    parts = ("queries", "cells", "densities", "roles", "load", "contention")
    parser.add_argument("--parts", nargs="+", choices=parts, default=parts)
    arguments = parser.parse_args()
    # A long run tells as it goes, also into a file.
    sys.stdout.reconfigure(line_buffering=True)
    application = QgsApplication([], False)
    application.initQgis()
    with running_server(SETTINGS) as server:
        start = time.perf_counter()
        prepare(server, arguments.rows)
        print(f"{arguments.rows} incidents, filled in {time.perf_counter() - start:.0f} s", flush=True)
        if "queries" not in arguments.parts:
            server.execute(NAME, *INDEXES.values())
        for part in arguments.parts:
            print(part, flush=True)
            getattr(shared_load if part in ("load", "contention") else sys.modules[__name__], part)(server)
    application.exitQgis()


if __name__ == "__main__":
    main()
