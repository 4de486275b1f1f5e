# SPDX-License-Identifier: GPL-2.0-or-later
"""The main job through the algorithms, without a desktop: what scripts/demo runs."""

from __future__ import annotations

import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from qgis.core import QgsApplication, QgsProcessingFeatureSourceDefinition, QgsProcessingFeedback, QgsVectorLayer


class Terminal(QgsProcessingFeedback):
    """Shows what the algorithms say, indented under the step that runs."""

    def pushInfo(self, info: str | None) -> None:  # noqa: N802 (QGIS's name)
        # QGIS ends each run with its outputs as a Python dictionary.
        if info and not info.startswith("Results: {"):
            print(f"      {info}")


def run(algorithm: str, title: str, parameters: dict[str, Any]) -> dict[str, Any]:
    """One step, with its time."""
    from qgis import processing

    print(f"  {title} ({algorithm})", flush=True)
    start = time.monotonic()
    result: dict[str, Any] = processing.run(algorithm, parameters, feedback=Terminal())  # type: ignore[assignment]
    print(f"      {time.monotonic() - start:.1f} s", flush=True)
    return result


def main(folder: Path) -> None:
    """Make the town, find its hotspots, propose a walk, flag measures and write the package into ``folder``."""
    from est_plugin.db.file_database import open_database
    from est_plugin.db.hotspots import list_hotspots
    from est_plugin.db.measures import NewMeasure, add_measures
    from est_plugin.domain.measure import LIGHTING, SIGNAGE, TRAFFIC_BAN
    from est_plugin.domain.period import Period, PeriodKind
    from est_plugin.intake.demo_geography import to_map
    from est_plugin.intake.demo_town import write_demo_town

    path = folder / "lindvik.gpkg"
    path.unlink(missing_ok=True)
    run("est:demodatabase", "A town that does not exist, and the reports of five organisations", {"OUTPUT": str(path)})
    period = Period.containing(PeriodKind.MONTH, datetime.now(UTC).date()).previous()
    days = {"PERIOD_START": period.start.isoformat(), "PERIOD_END": period.last_day.isoformat()}
    streets = f"{path}|layername=town_street"
    run(
        "est:hotspots",
        "Hotspots of last month",
        {"DATABASE": str(path), "NAMES": streets, "OUTPUT": "memory:", **days},
    )
    database = open_database(path)
    hotspots = list_hotspots(database, period)
    square = to_map(np.array([8.5]), np.array([6.5]))[0]
    run(
        "est:proposewalk",
        "A safety walk through them",
        {
            "DATABASE": str(path),
            "STREETS": streets,
            "STOPS": QgsProcessingFeatureSourceDefinition(f"{path}|layername=hotspot", filterExpression='"rank" <= 3'),
            "START": f"{square[0]},{square[1]} [EPSG:3006]",
            "ROUND_TRIP": True,
            "TITLE": "Trygghetsvandring i Lindvik",
            "OUTPUT": "memory:",
            "OUTPUT_STOPS": "memory:",
        },
    )
    print("  Measures: lighting and signage as points, a traffic ban as a stretch")
    due = date.today() + timedelta(days=30)  # noqa: DTZ011 (the day on the wall of the office)
    first, last = hotspots[0], hotspots[-1]
    dark, driven = (shapely.from_wkb(hotspot.wkb) for hotspot in (first, last))
    lines = [shapely.from_wkb(bytes(row.geometry().asWkb())) for row in QgsVectorLayer(streets).getFeatures()]
    street = min(lines, key=driven.centroid.distance).intersection(driven.buffer(60))
    stretch = max(shapely.get_parts(street), key=shapely.length)
    entrance = shapely.Point(stretch.coords[0])
    add_measures(
        database,
        [
            NewMeasure(LIGHTING, "Laga trasiga armaturer", dark.centroid, "teknisk", due, first.uuid),
            NewMeasure(SIGNAGE, "Skylt till felanmälan", entrance, "kommun", due, last.uuid),
            NewMeasure(TRAFFIC_BAN, "Förbud mot motortrafik kl. 20–05", stretch, "teknisk", due, last.uuid),
        ],
    )
    package = run("est:exportpackage", "The map package", {"DATABASE": str(path), "FOLDER": str(folder), **days})
    reports = folder / "reports"
    reports.mkdir(exist_ok=True)
    # Another seed than the town's, so that the database does not know them yet.
    write_demo_town(reports, 2, date.today())  # noqa: DTZ011 (the day on the wall of the office)
    print(
        f"\nIn {folder}:\n  {path.name}: the database\n  {Path(package['PACKAGE']).name}: the package, and its zip\n"
        f"  {reports.name}: files of reports, to try the import with"
    )
    print(f"Open {package['HTML']} in a browser; it needs no network.")


if __name__ == "__main__":
    QgsApplication.setPrefixPath("/usr", True)  # noqa: FBT003 (QGIS's signature)
    application = QgsApplication([], False)  # noqa: FBT003 (QGIS's signature)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    from est_plugin.processing.provider import EstProvider

    Processing.initialize()
    provider = EstProvider()
    QgsApplication.processingRegistry().addProvider(provider)  # type: ignore[union-attr] # there is one
    main(Path(sys.argv[1]))
    application.exitQgis()
