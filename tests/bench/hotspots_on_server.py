# SPDX-License-Identifier: GPL-2.0-or-later
"""How long do hotspots of all incidents on a server take, how much is fetched, and is it what the client finds?

    .venv/bin/python tests/bench/hotspots_on_server.py --rows 1000000 [--alone | --dock]

The server and its rows are those of ``shared_database.py``, with busy addresses and a default point beside. The client
fetches the incidents and searches them; ``--alone`` leaves that out, which ten million rows hardly fit in memory for.
``--dock`` does what the dock does instead: stores the hotspots of a month and of a year, and draws their heatmaps.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), "/usr/share/qgis/python/plugins"]

from qgis.core import QgsApplication  # noqa: E402

from est_plugin.analysis.density_grid import DensityKind  # noqa: E402
from est_plugin.analysis.heatmap import MomentsOfPeriod  # noqa: E402
from est_plugin.analysis.hotspots import HotspotParameters, find_hotspots  # noqa: E402
from est_plugin.analysis.map_density import map_density  # noqa: E402
from est_plugin.db import server_cursor  # noqa: E402
from est_plugin.db.density_moments import read_map_moments  # noqa: E402
from est_plugin.db.hotspot_search import search  # noqa: E402
from est_plugin.db.hotspots import HotspotRequest, update_hotspots  # noqa: E402
from est_plugin.db.incidents import read_points  # noqa: E402
from est_plugin.db.loaded_incidents import LoadedIncidents  # noqa: E402
from est_plugin.db.server_database import open_server_database  # noqa: E402
from est_plugin.domain.incident import IncidentFilter  # noqa: E402
from est_plugin.errors import EstError  # noqa: E402
from est_plugin.feedback import SilentFeedback  # noqa: E402
from tests.bench.shared_database import INDEXES, MONTH, NAME, SETTINGS, YEAR, prepare  # noqa: E402
from tests.postgres import running_server  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from est_plugin.db.server_database import ServerDatabase
    from est_plugin.domain.period import Period

#: Every 40th report goes to one of 2 000 addresses, every 20th to the default point.
STACKED = """
    SET session_replication_role = replica;
    UPDATE est.incident SET geom = ST_SetSRID(CASE WHEN id %% 40 = 1
        THEN ST_MakePoint(500000 + 9.5 * (id %% 2000), 6500000 + 7.25 * (id * 7 %% 2000))
        ELSE ST_MakePoint(509999.5, 6509999.5) END, 3006)
    WHERE id %% 40 = 1 OR id %% 20 = 2
"""


class Line:
    """What comes over the line: rows of the statements, and bytes of those that are fetched as numbers."""

    def __init__(self) -> None:
        self.rows = self.bytes = 0
        execute, numbers = server_cursor.ServerConnection.execute, server_cursor.ServerConnection.numbers

        def counted(
            connection: server_cursor.ServerConnection, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()
        ) -> Any:
            cursor = execute(connection, sql, parameters)
            self.rows += max(cursor.rowcount, 0)
            return cursor

        def counted_numbers(connection: server_cursor.ServerConnection, *asked: Any) -> Any:
            rows = numbers(connection, *asked)
            self.rows += rows.size
            self.bytes += rows.nbytes
            return rows

        server_cursor.ServerConnection.execute = counted
        server_cursor.ServerConnection.numbers = counted_numbers


def dock(database: ServerDatabase, parameters: HotspotParameters, line: Line) -> None:
    """Hotspots and heatmaps of a month and of a year, each with the period before."""
    for period in (MONTH, YEAR):
        for name, work in (
            ("heatmap", lambda one: _heatmap(database, one)),
            ("hotspots", lambda one: update_hotspots(database, HotspotRequest(one, parameters), SilentFeedback())),
        ):
            line.rows = line.bytes = 0
            start = time.perf_counter()
            try:
                work(period)
                outcome = ""
            except EstError as error:
                outcome = str(error)
            seconds = time.perf_counter() - start
            print(
                f"  {name} of {period.days} days: {seconds:.1f} s, {line.rows} rows, {line.bytes} bytes {outcome}",
                flush=True,
            )


def _heatmap(database: ServerDatabase, period: Period) -> None:
    filters = [IncidentFilter(period), IncidentFilter(period.previous())]
    moments = read_map_moments(database, LoadedIncidents(), filters, 250.0)
    now, before = (MomentsOfPeriod(of_one, period.days) for of_one in moments)
    density = map_density(now, before, DensityKind.LEVEL, 250.0, SilentFeedback())
    assert density is not None
    print(f"  {density.incidents} incidents, pixels of {moments[0].size} m")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--dock", action="store_true")
    arguments = parser.parse_args()
    application = QgsApplication([], False)
    application.initQgis()
    with running_server(SETTINGS) as server:
        prepare(server, arguments.rows)
        server.execute(NAME, *INDEXES.values(), STACKED.replace("%%", "%"), "VACUUM ANALYZE est.incident")
        database = open_server_database(server.address(NAME, "anna"))
        parameters, line = HotspotParameters(cell_size=100.0, neighbourhood=250.0), Line()
        if arguments.dock:
            dock(database, parameters, line)
            return
        for _ in range(2):
            line.rows = 0
            start = time.perf_counter()
            there = search(database, None, parameters, SilentFeedback())
            seconds = time.perf_counter() - start
            print(
                f"  server: {seconds:.1f} s, {line.rows} rows for {there.used + there.left_out} incidents,"
                f" {len(there.places)} places, {len(there.stacks)} stacks",
                flush=True,
            )
        if not arguments.alone:
            start = time.perf_counter()
            points = read_points(database, IncidentFilter())
            fetched = time.perf_counter() - start
            here = find_hotspots(points, parameters, SilentFeedback())
            print(f"  client: {time.perf_counter() - start:.1f} s, of which fetching {fetched:.1f} s")
            assert (here.places, here.stacks, here.method) == (there.places, there.stacks, there.method)
    application.exitQgis()


if __name__ == "__main__":
    main()
