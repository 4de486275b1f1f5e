# SPDX-License-Identifier: GPL-2.0-or-later
"""How many shuffled maps of real and fictitious reports show a hotspot, by the exact and by the classic method?

    .venv/bin/python tests/bench/calibration.py [maps]

Prints a table for docs/calibration.md. The real reports are those of ../shared/data.
"""

from __future__ import annotations

import csv
import gzip
import sys
import tempfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import numpy as np
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from boston import CATEGORIES, SRS_ID  # noqa: E402

from est_plugin.analysis.counted_incidents import count_incidents  # noqa: E402
from est_plugin.analysis.grid import GridKind, make_grid  # noqa: E402
from est_plugin.analysis.hotspots import HotspotParameters  # noqa: E402
from est_plugin.analysis.points import PointSet  # noqa: E402
from est_plugin.analysis.proportion import exact_interval  # noqa: E402
from est_plugin.analysis.shuffle_result import ShuffleParameters  # noqa: E402
from est_plugin.analysis.shuffle_test import (  # noqa: E402
    false_cells_classic,
    false_cells_exact,
    searched_counts,
)
from est_plugin.db.file_database import open_database  # noqa: E402
from est_plugin.db.incidents import read_points  # noqa: E402
from est_plugin.domain.incident import IncidentFilter  # noqa: E402
from est_plugin.domain.period import Period  # noqa: E402
from est_plugin.feedback import SilentFeedback  # noqa: E402
from est_plugin.intake.demo_town import create_demo_database  # noqa: E402

BOSTON = ROOT.parent / "shared" / "data" / "boston_311_2015"
CLASSIC_MAPS = 200
SEARCHES = (
    ("60 m hexagons, 150 m", HotspotParameters()),
    ("100 m squares, 250 m", HotspotParameters(cell_size=100, neighbourhood=250, grid=GridKind.SQUARE)),
)


def boston() -> dict[str, PointSet]:
    """Each kind of report of 2015, all of March and April together, in UTM 19N."""
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"),
        QgsCoordinateReferenceSystem(f"EPSG:{SRS_ID}"),
        QgsProject.instance(),
    )
    sets, spring = {}, []
    for number, name in enumerate(CATEGORIES):
        with gzip.open(BOSTON / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["LATITUDE"] and row["LONGITUDE"]]
        places = []
        for row in rows:
            point = transform.transform(float(row["LONGITUDE"]), float(row["LATITUDE"]))
            places.append((point.x(), point.y()))
            if datetime.strptime(row["OPEN_DT"], "%m/%d/%Y %I:%M:%S %p").month in (3, 4):  # noqa: DTZ007 (local)
                spring.append((point.x(), point.y(), number))
        sets[f"Boston, {name.replace('_', ' ')}, 2015"] = points_of(np.array(places))
    x, y, kind = np.array(spring).T
    sets["Boston, all five kinds, March and April"] = PointSet(x, y, kind.astype(np.int32), tuple(CATEGORIES))
    return sets


def points_of(places: np.ndarray) -> PointSet:
    """Reports of one kind."""
    return PointSet(places[:, 0], places[:, 1], np.zeros(len(places), np.int32), ("",))


def demo_town() -> dict[str, PointSet]:
    """A month, a quarter and all of the demo's reports."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lindvik.gpkg"
        create_demo_database(path, seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
        database = open_database(path)
        month, quarter = ((10, 10), (7, 9))
        sets = {
            f"Demo town, {name}": read_points(database, IncidentFilter(between(*months)))
            for name, months in (("October", month), ("third quarter", quarter))
        }
        return {**sets, "Demo town, all": read_points(database, IncidentFilter())}


def between(first_month: int, last_month: int) -> Period:
    """Whole months of 2026."""
    return Period.between(date(2026, first_month, 1), date(2026, last_month, 31 if last_month == 10 else 30))


def share(cells: np.ndarray) -> str:
    """The share of maps with a find, with its exact interval."""
    interval = exact_interval(int(np.count_nonzero(cells)), cells.size)
    return f"{100 * interval.share:.1f} % ({100 * interval.low:.1f}–{100 * interval.high:.1f})"


def main() -> None:
    maps = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    application = QgsApplication([], False)
    application.initQgis()
    print(
        f"| reports | search | incidents | cells | with incidents | exact, {maps} maps | classic, {CLASSIC_MAPS} maps |"
    )
    print("|---|---|---|---|---|---|---|")
    for name, points in (demo_town() | boston()).items():
        for told, search in SEARCHES:
            counted = count_incidents(points, make_grid(search.grid, search.cell_size))
            here = searched_counts(counted, search, None)
            parameters = ShuffleParameters(search, maps)
            exact = false_cells_exact(here, parameters, SilentFeedback())
            classic = false_cells_classic(here, replace(parameters, maps=CLASSIC_MAPS), SilentFeedback())
            print(
                f"| {name} | {told} | {here.used} | {here.cells} | {np.count_nonzero(here.counts)} | {share(exact)}, "
                f"{exact.mean():.2f} cells | {share(classic)}, {classic.mean():.0f} cells |",
                flush=True,
            )
    application.exitQgis()


if __name__ == "__main__":
    main()
