# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole folder for the field beside stock QGIS: Package layers and Generate XYZ tiles of the same walk, in one run.

    .venv/bin/python tests/bench/field_package.py [ROUNDS]

Ours makes data, forms, relations, project, map and the check of all of it; stock only copies the layers and draws.
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from datetime import date
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), "/usr/share/qgis/python/plugins"]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject  # noqa: E402

from est_plugin.db.field_office import rows_of_walk  # noqa: E402
from est_plugin.domain.incident import IncidentFilter  # noqa: E402
from est_plugin.export.field_basemap import FIRST_ZOOM, LAST_ZOOM  # noqa: E402
from est_plugin.export.field_package import extent_of, write_field_package  # noqa: E402
from est_plugin.feedback import SilentFeedback  # noqa: E402
from est_plugin.intake.demo_town import create_demo_database  # noqa: E402
from est_plugin.layers.loader import load_est_group  # noqa: E402
from est_plugin.layers.roles import LayerRole, find  # noqa: E402

TAKEN = (LayerRole.OBSERVATIONS, LayerRole.WALK_STOPS, LayerRole.WALKS, LayerRole.PARTICIPANTS)
DRAWN = (LayerRole.STREETS, LayerRole.BUILDINGS, LayerRole.AREAS)
MB = 1e6


def stock(project, extent, folder):
    from qgis import processing

    layers = [find(project, role) for role in TAKEN]
    processing.run("native:package", {"LAYERS": layers, "OUTPUT": str(folder / "data.gpkg"), "SAVE_STYLES": True})
    for role in LayerRole:
        layer = find(project, role)
        if layer is not None:
            project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(role in DRAWN)
    west, south, east, north = extent
    processing.run(
        "native:tilesxyzmbtiles",
        {
            "EXTENT": f"{west},{east},{south},{north} [EPSG:3006]",
            "ZOOM_MIN": FIRST_ZOOM,
            "ZOOM_MAX": LAST_ZOOM,
            "TILE_FORMAT": 1,
            "QUALITY": 75,
            "OUTPUT_FILE": str(folder / "map.mbtiles"),
        },
    )


def tiles_in(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT count(*) FROM tiles").fetchone()[0]


def main(rounds):
    scratch = Path(tempfile.mkdtemp())
    database = create_demo_database(
        scratch / "lindvik.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback()
    ).database
    with database.reading() as connection:
        walk = connection.execute("SELECT uuid FROM walk").fetchone()["uuid"]
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
    load_est_group(project, database, IncidentFilter(None), "sv")
    extent = extent_of(rows_of_walk(database, walk))
    works = {
        "our whole folder": lambda folder: write_field_package(database, walk, folder, SilentFeedback()),
        "stock copy and tiles": lambda folder: stock(project, extent, folder),
    }
    seconds = {name: [] for name in works}
    for number in range(rounds):
        for name, work in works.items():
            folder = scratch / f"{number}_{name.replace(' ', '_')}"
            folder.mkdir()
            start = time.perf_counter()
            work(folder)
            seconds[name].append(time.perf_counter() - start)
    middle = {name: statistics.median(each) for name, each in seconds.items()}
    for name in works:
        folder = scratch / f"0_{name.replace(' ', '_')}"
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / MB
        tiles = sum(map(tiles_in, folder.rglob("*.mbtiles")))
        each = " ".join(f"{value:.2f}" for value in seconds[name])
        print(f"{name:22} median {middle[name]:5.2f} s  (each: {each})  {size:5.2f} MB  {tiles} tiles")
    ours, peer = middle.values()
    print(f"stock / ours: {peer / ours:.1f} in time")


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
    application.exitQgis()
