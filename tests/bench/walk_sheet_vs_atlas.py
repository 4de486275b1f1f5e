# SPDX-License-Identifier: GPL-2.0-or-later
"""How long does the paper of a walk take beside an atlas of stock QGIS with the same map on each page?

    .venv/bin/python tests/bench/walk_sheet_vs_atlas.py [rounds]

A walk of twelve stops through the demo town, in turn. Stock QGIS: an atlas over our own template of a stop with its
tables filled once, a page for each page of ours that has a map, the same extents and styles, exported with the default
settings at 200 dpi. Ours also reads the walk, fills the tables of each page, names the squares, turns the maps grey,
checks the file and moves it into place. Quote the ratio, not the seconds.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shapely  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument  # noqa: E402

from est_plugin.db.walks import NewStop, NewWalk, store_walk  # noqa: E402
from est_plugin.export.background import open_background  # noqa: E402
from est_plugin.export.template import DPI  # noqa: E402
from est_plugin.export.walk_layers import page_overlay  # noqa: E402
from est_plugin.export.walk_pages import walk_pages  # noqa: E402
from est_plugin.export.walk_plan import make_walk_plan  # noqa: E402
from est_plugin.export.walk_sheet import compose_sheet, draw_sheet, sheet_folder, write_walk_sheet  # noqa: E402
from est_plugin.feedback import SilentFeedback  # noqa: E402
from est_plugin.intake.demo_town import create_demo_database  # noqa: E402

STOPS = 12


def walk_through(database):
    with database.reading() as connection:
        row = connection.execute(
            "SELECT min(minx), min(miny), max(maxx), max(maxy) FROM rtree_town_street_geom"
        ).fetchone()
    west, south, east, north = row
    x, y = (west + east) / 2, (south + north) / 2
    ring = shapely.Point(x, y).buffer(250, quad_segs=STOPS // 4).exterior
    stops = tuple(NewStop(f"Plats {number}", *place) for number, place in enumerate(ring.coords[:STOPS], start=1))
    return store_walk(
        database, NewWalk("Vandring", shapely.to_wkb(ring_line(ring), byte_order=1), ring.length, 90, stops)
    )


def ring_line(ring):
    return shapely.LineString(ring.coords)


def stock(layers, extents, page, folder):
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
    coverage = QgsVectorLayer("Polygon?crs=EPSG:3006", "pages", "memory")
    for extent in extents:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(*extent)))
        coverage.dataProvider().addFeatures([feature])
    project.addMapLayer(coverage)
    layout = QgsPrintLayout(project)
    document = QDomDocument()
    document.setContent(page.template.text)
    layout.loadFromTemplate(document, QgsReadWriteContext())
    layout.renderContext().setDpi(DPI)
    for item in layout.items():
        tables = [table for table in page.tables if isinstance(item, QgsLayoutFrame) and table.item == item.id()]
        for table in tables:
            table.fill(item.multiFrame())
    shown = layout.itemById("map")
    shown.setAtlasDriven(True)
    shown.setAtlasMargin(0)
    shown.setLayers(layers)
    layout.atlas().setCoverageLayer(coverage)
    layout.atlas().setEnabled(True)
    layout.atlas().setHideCoverage(True)
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = DPI
    result, message = QgsLayoutExporter.exportToPdf(layout.atlas(), str(folder / "atlas.pdf"), settings)
    assert result == QgsLayoutExporter.ExportResult.Success, message
    del layout
    return folder / "atlas.pdf"


def timed(work):
    start = time.perf_counter()
    path = work()
    return time.perf_counter() - start, path.stat().st_size


def longest_step(plan, folder):
    """Seconds for which the main thread composes without letting go."""
    with sheet_folder(folder / "x.pdf") as work:
        drawn = draw_sheet(plan, work, SilentFeedback())
        spent, start = [], time.perf_counter()
        for _ in compose_sheet(drawn):
            spent.append(time.perf_counter() - start)
            start = time.perf_counter()
    return max(spent)


def main(rounds):
    folder = Path(tempfile.mkdtemp())
    database = create_demo_database(
        folder / "lindvik.gpkg", seed=2, until=date(2026, 12, 1), feedback=SilentFeedback()
    ).database
    walk = walk_through(database)
    plan = make_walk_plan(database, walk)
    pages = [page for page in walk_pages(plan) if page.extract is not None]
    layers = [*page_overlay(plan, pages[0]), *open_background(plan.background)]
    form = next(page for page in pages if page.template.name == "walk_stop")
    extents = [page.extract.bounds for page in pages]
    works = {
        "our sheet": lambda: write_walk_sheet(make_walk_plan(database, walk), folder / "sheet.pdf", SilentFeedback()),
        "stock atlas": lambda: stock(layers, extents, form, folder),
    }
    runs = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            runs[name].append(timed(work))
    print(f"pages with a map: {len(extents)}; our pages: {len(walk_pages(plan))}")
    medians = {name: statistics.median(seconds for seconds, _ in each) for name, each in runs.items()}
    for name, each in runs.items():
        times = " ".join(f"{seconds:.2f}" for seconds, _ in each)
        print(f"{name:12} median {medians[name]:5.2f} s  (each: {times})  {each[-1][1] / 1e6:5.2f} MB")
    ours, theirs = works
    print(f"stock atlas / our sheet: {medians[theirs] / medians[ours]:.2f} in time")
    print(f"longest time on the main thread at once: {1000 * longest_step(plan, folder):.0f} ms")


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
    application.exitQgis()
