# SPDX-License-Identifier: GPL-2.0-or-later
"""How many shuffled maps of real and fictitious reports show a hotspot, and how well do maps of them predict?

    .venv/bin/python tests/bench/calibration.py [maps]

Prints two tables for docs/calibration.md. The real reports are those of ../shared/data.
"""

from __future__ import annotations

import csv
import gzip
import sys
import tempfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from boston import CATEGORIES, SRS_ID  # noqa: E402

from est_plugin.analysis.accuracy import AREAS, HeldOut, measure_accuracy  # noqa: E402
from est_plugin.analysis.accuracy_result import AccuracyParameters, Verdict  # noqa: E402
from est_plugin.analysis.counted_incidents import count_incidents  # noqa: E402
from est_plugin.analysis.grid import GridKind, make_grid  # noqa: E402
from est_plugin.analysis.hotspots import HotspotParameters  # noqa: E402
from est_plugin.analysis.points import PointSet  # noqa: E402
from est_plugin.analysis.proportion import exact_interval  # noqa: E402
from est_plugin.analysis.ranked_maps import RankedMap  # noqa: E402
from est_plugin.analysis.shuffle_result import ShuffleParameters  # noqa: E402
from est_plugin.analysis.shuffle_test import (  # noqa: E402
    false_cells_classic,
    false_cells_exact,
    searched_counts,
)
from est_plugin.db.file_database import open_database  # noqa: E402
from est_plugin.db.incidents import read_points  # noqa: E402
from est_plugin.domain.incident import IncidentFilter  # noqa: E402
from est_plugin.domain.period import Period, PeriodKind  # noqa: E402
from est_plugin.feedback import SilentFeedback  # noqa: E402
from est_plugin.intake.demo_town import create_demo_database  # noqa: E402

BOSTON = ROOT.parent / "shared" / "data" / "boston_311_2015"
BOSTON_ZONE = ZoneInfo("America/New_York")
MAY = Period.containing(PeriodKind.MONTH, date(2015, 5, 1))
CLASSIC_MAPS = 200
SEARCHES = (
    ("60 m hexagons, 150 m", HotspotParameters()),
    ("100 m squares, 250 m", HotspotParameters(cell_size=100, neighbourhood=250, grid=GridKind.SQUARE)),
)


def boston() -> PointSet:
    """The reports of 2015 with their times, in UTM 19N."""
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"),
        QgsCoordinateReferenceSystem(f"EPSG:{SRS_ID}"),
        QgsProject.instance(),
    )
    rows = []
    for number, name in enumerate(CATEGORIES):
        with gzip.open(BOSTON / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["LATITUDE"] and row["LONGITUDE"]:
                    point = transform.transform(float(row["LONGITUDE"]), float(row["LATITUDE"]))
                    opened = datetime.strptime(row["OPEN_DT"], "%m/%d/%Y %I:%M:%S %p").replace(tzinfo=BOSTON_ZONE)
                    rows.append((point.x(), point.y(), number, opened.timestamp()))
    x, y, kind, time = np.array(rows).T
    return PointSet(x, y, kind.astype(np.int32), tuple(CATEGORIES), time.astype(np.int64))


def boston_sets(reports: PointSet) -> dict[str, PointSet]:
    """Each kind of report, and all of March and April together."""
    sets = {
        f"Boston, {name.replace('_', ' ')}, 2015": reports.select(reports.category == number)
        for number, name in enumerate(CATEGORIES)
    }
    spring = HeldOut.cut(reports, Period.between(date(2015, 3, 1), date(2015, 4, 30)), MAY, BOSTON_ZONE).train
    return {**sets, "Boston, all five kinds, March and April": spring}


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


def shuffles(reports: PointSet, maps: int) -> None:
    """Print how many shuffled maps show a hotspot."""
    print(f"| reports | search | incidents | cells | with incidents | exact, {maps} maps | classic, {CLASSIC_MAPS} |")
    print("|---|---|---|---|---|---|---|")
    for name, points in (demo_town() | boston_sets(reports)).items():
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


def predictions(reports: PointSet) -> None:
    """Print what the maps of each two months of Boston caught of the month after them, summed over the year."""
    print("\n| reports | map | area, % | caught | of | PAI | PEI | hotspot map surely more, fewer; months |")
    print("|---|---|---|---|---|---|---|---|")
    for name, points in {"Boston, all five kinds": reports, **boston_sets(reports)}.items():
        if name.endswith("April"):
            continue
        results = []
        for month in range(3, 12):
            test = Period.containing(PeriodKind.MONTH, date(2015, month, 1))
            train = Period(PeriodKind.FREE, test.previous().previous().start, test.start)
            held_out = HeldOut.cut(points, train, test, BOSTON_ZONE)
            if min(len(held_out.train), len(held_out.test)) > 0:
                results.append(measure_accuracy(held_out, AccuracyParameters(SEARCHES[0][1]), SilentFeedback()))
        for number, kind in enumerate(RankedMap):
            for place, area in enumerate(AREAS):
                hits = [result.maps[number].at[place] for result in results]
                caught, tested = sum(one.hits for one in hits), sum(one.incidents for one in hits)
                verdicts = [
                    result.verdict(one)
                    for result in results
                    for one in result.differences
                    if (one.other, one.area) == (kind, area)
                ]
                sure = f"{verdicts.count(Verdict.MORE)}, {verdicts.count(Verdict.FEWER)} of {len(verdicts)}"
                indices = f"{caught / tested / area:.2f} | {caught / sum(one.most for one in hits):.2f}"
                head = f"| {name} | {kind.value} | {100 * area:g} | {caught:.0f} | {tested} | {indices} | "
                print(f"{head}{sure if verdicts else ''} |", flush=True)


def main() -> None:
    maps = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    application = QgsApplication([], False)
    application.initQgis()
    reports = boston()
    shuffles(reports, maps)
    predictions(reports)
    application.exitQgis()


if __name__ == "__main__":
    main()
