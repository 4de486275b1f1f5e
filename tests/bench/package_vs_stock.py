# SPDX-License-Identifier: GPL-2.0-or-later
"""How long does our whole map package take beside what stock QGIS needs for its map tiles and an atlas PDF alone?

    .venv/bin/python tests/bench/package_vs_stock.py [rounds]

Both draw the demo town with the same styles, in turn. Stock QGIS: native:tilesxyzdirectory with its defaults down to
about one metre per pixel, and an atlas with map, legend and scale bar, one page for each page of ours that has a map,
exported with the default settings. Ours also finds what goes in, writes page, tables and manifest, checks every file
and zips. It is measured twice: with no picture of the town kept, and with those that the package before has left.
Quote the ratio, not the seconds.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), "/usr/share/qgis/python/plugins"]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemScaleBar,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF  # noqa: E402

from est_plugin import paths  # noqa: E402
from est_plugin.analysis.hotspots import HotspotParameters  # noqa: E402
from est_plugin.db.hotspots import HotspotRequest, update_hotspots  # noqa: E402
from est_plugin.domain.incident import IncidentFilter  # noqa: E402
from est_plugin.domain.period import Period, PeriodKind  # noqa: E402
from est_plugin.export.frame import ground_of  # noqa: E402
from est_plugin.export.package import write_package  # noqa: E402
from est_plugin.export.paper import pages  # noqa: E402
from est_plugin.export.planner import make_plan  # noqa: E402
from est_plugin.export.request import PackageRequest  # noqa: E402
from est_plugin.feedback import SilentFeedback  # noqa: E402
from est_plugin.intake.demo_town import create_demo_database  # noqa: E402
from est_plugin.layers.loader import load_est_group  # noqa: E402
from est_plugin.layers.roles import LayerRole, find  # noqa: E402

PERIOD = Period.containing(PeriodKind.QUARTER, date(2026, 11, 1))
#: A wide search, so that there are as many places as a larger town has.
SEARCH = HotspotParameters(cell_size=50, alpha=0.3)
FILTER = IncidentFilter(PERIOD)
BACKGROUND = (LayerRole.STREETS, LayerRole.BUILDINGS, LayerRole.AREAS)
#: Without the heatmap, which needs the dock: ours draws it, stock QGIS does not.
PRINTED = (LayerRole.HOTSPOTS, *BACKGROUND)
#: Zooms of the web whose pixels are 9.6 to 1.2 metres at this latitude; ours are 8 to 1.
ZOOMS = (13, 16)
PAPER = QRectF(10, 37, 178, 153)
MB = 1e6


@dataclass(frozen=True)
class Run:
    """Seconds, and bytes on disk."""

    seconds: float
    size: int


def size_of(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def timed(work, folder):
    start = time.perf_counter()
    work(folder)
    return Run(time.perf_counter() - start, size_of(folder))


def ours(database, folder):
    plan = make_plan(database, PackageRequest(FILTER), today=date(2027, 1, 10))
    write_package(plan, folder, SilentFeedback())
    next(folder.glob("*.zip")).unlink()


def ours_for_the_first_time(database, folder):
    shutil.rmtree(paths.background_folder(), ignore_errors=True)
    ours(database, folder)


def stock_tiles(project, extent, folder):
    from qgis import processing

    show(project, BACKGROUND)
    west, south, east, north = extent
    processing.run(
        "native:tilesxyzdirectory",
        {
            "EXTENT": f"{west},{east},{south},{north} [EPSG:3006]",
            "ZOOM_MIN": ZOOMS[0],
            "ZOOM_MAX": ZOOMS[1],
            "OUTPUT_DIRECTORY": str(folder),
        },
    )


def stock_atlas(project, extracts, folder):
    show(project, PRINTED)
    coverage = QgsVectorLayer("Polygon?crs=EPSG:3006", "pages", "memory")
    for extract in extracts:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(*extract.bounds)))
        coverage.dataProvider().addFeatures([feature])
    project.addMapLayer(coverage, addToLegend=False)
    layout = QgsPrintLayout(project)
    page = QgsLayoutItemPage(layout)
    page.setPageSize("A4", QgsLayoutItemPage.Orientation.Landscape)
    layout.pageCollection().addPage(page)
    shown = QgsLayoutItemMap(layout)
    shown.attemptSetSceneRect(PAPER)
    shown.setAtlasDriven(True)
    shown.setAtlasMargin(0)
    shown.setLayers([find(project, role) for role in PRINTED])
    shown.setKeepLayerSet(True)
    layout.addLayoutItem(shown)
    title, legend, bar = QgsLayoutItemLabel(layout), QgsLayoutItemLegend(layout), QgsLayoutItemScaleBar(layout)
    title.setText("[% @atlas_pagename %]")
    for item, place in ((title, (10, 10, 200, 10)), (legend, (194, 37, 90, 100)), (bar, (12, 177, 60, 12))):
        item.attemptSetSceneRect(QRectF(*place))
        layout.addLayoutItem(item)
    legend.setLinkedMap(shown)
    bar.setLinkedMap(shown)
    layout.atlas().setCoverageLayer(coverage)
    layout.atlas().setEnabled(True)
    layout.atlas().setHideCoverage(True)
    settings = QgsLayoutExporter.PdfExportSettings()
    result, message = QgsLayoutExporter.exportToPdf(layout.atlas(), str(folder / "atlas.pdf"), settings)
    assert result == QgsLayoutExporter.ExportResult.Success, message
    del layout
    project.removeMapLayer(coverage)


def show(project, wanted):
    for role in LayerRole:
        layer = find(project, role)
        if layer is not None:
            project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(role in wanted)


def main(rounds):
    scratch = Path(tempfile.mkdtemp())
    database = create_demo_database(
        scratch / "lindvik.gpkg", seed=2, until=date(2027, 1, 1), feedback=SilentFeedback()
    ).database
    update_hotspots(database, HotspotRequest(PERIOD, SEARCH), SilentFeedback())
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
    load_est_group(project, database, FILTER, "sv")
    plan = make_plan(database, PackageRequest(FILTER), today=date(2027, 1, 10))
    paper = pages(plan)
    extracts = [page.extract for page in paper if page.extract is not None]
    works = {
        "ours, first time": lambda folder: ours_for_the_first_time(database, folder),
        "ours, town kept": lambda folder: ours(database, folder),
        "stock tiles": lambda folder: stock_tiles(project, ground_of(plan.extent), folder),
        "stock atlas": lambda folder: stock_atlas(project, extracts, folder),
    }
    runs = {name: [] for name in works}
    for number in range(rounds):
        for name, work in works.items():
            folder = scratch / f"{number}_{name.replace(' ', '_')}"
            folder.mkdir()
            runs[name].append(timed(work, folder))
    report(runs, len(paper), len(extracts))


def report(runs, our_pages, stock_pages):
    seconds = {name: statistics.median(run.seconds for run in each) for name, each in runs.items()}
    size = {name: each[-1].size / MB for name, each in runs.items()}
    first, kept, tiles, atlas = runs
    print(f"pages of the PDF: ours {our_pages}, of them {stock_pages} with a map; stock {stock_pages}")
    for name, each in runs.items():
        times = " ".join(f"{run.seconds:.2f}" for run in each)
        print(f"{name:18} median {seconds[name]:6.2f} s  (each: {times})  {size[name]:6.2f} MB")
    for our in (first, kept):
        print(f"stock tiles + atlas / {our}: {(seconds[tiles] + seconds[atlas]) / seconds[our]:.1f} in time")
    print(f"                                       {(size[tiles] + size[atlas]) / size[kept]:.1f} in size")


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
    application.exitQgis()
