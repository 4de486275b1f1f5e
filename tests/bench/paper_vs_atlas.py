# SPDX-License-Identifier: GPL-2.0-or-later
"""How long does the paper of a package take beside QGIS's own atlas, with the same pages, styles and extents?

    .venv/bin/python tests/bench/paper_vs_atlas.py [rounds]

Twelve pages of A4 with the demo town, hotspots, heat, legend, scale bar and north arrow. The atlas is exported with the
default settings (300 dpi, text as outlines, vectors) and with 200 dpi; its heat is QGIS's heatmap renderer with our
bandwidth. Ours is drawn at 150, 200 and 300 dpi, with no picture of the town kept, and has besides the facts of each
place and the chart of its rhythm. Quote the ratios, not the seconds; where others work on the machine, those of the
processor: ours draws several maps at a time, which the clock of an idle machine rewards.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), "/usr/share/qgis/python/plugins"]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsHeatmapRenderer,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsTableCell,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF  # noqa: E402

from est_plugin.analysis.hotspots import HotspotParameters  # noqa: E402
from est_plugin.db.hotspots import HotspotRequest, update_hotspots  # noqa: E402
from est_plugin.domain.incident import IncidentFilter  # noqa: E402
from est_plugin.domain.period import Period, PeriodKind  # noqa: E402
from est_plugin.export import map_layers  # noqa: E402
from est_plugin.export.background import open_background  # noqa: E402
from est_plugin.export.background_cache import BackgroundCache  # noqa: E402
from est_plugin.export.density_pictures import draw_densities  # noqa: E402
from est_plugin.export.draft import Background, Draft  # noqa: E402
from est_plugin.export.package import Drawn, compose_pdf, pdf_path  # noqa: E402
from est_plugin.export.paper import pages  # noqa: E402
from est_plugin.export.paper_pictures import draw_pages  # noqa: E402
from est_plugin.export.planner import make_plan  # noqa: E402
from est_plugin.export.request import PackageRequest, Quality  # noqa: E402
from est_plugin.feedback import SilentFeedback  # noqa: E402
from est_plugin.intake.demo_town import create_demo_database  # noqa: E402
from est_plugin.layers.density_colours import heat_ramp  # noqa: E402
from est_plugin.layers.loader import load_est_group  # noqa: E402
from est_plugin.layers.roles import LayerRole, find  # noqa: E402

PERIOD = Period.containing(PeriodKind.QUARTER, date(2026, 11, 1))
FILTER = IncidentFilter(PERIOD)
#: A wide search, so that there are as many places as a larger town has.
SEARCH = HotspotParameters(cell_size=50, alpha=0.3)
#: Under the hotspots the heat, under it the town.
PRINTED = (LayerRole.HOTSPOTS, LayerRole.INCIDENTS, LayerRole.STREETS, LayerRole.BUILDINGS, LayerRole.AREAS)
SHEETS = 12
BANDWIDTH = 250.0
PAPER = QRectF(10, 37, 178, 153)
MB = 1e6


@dataclass(frozen=True)
class Run:
    """Seconds by the clock and of the processor, bytes, and for how long at most the main thread did not let go."""

    seconds: float
    processor: float
    size: int
    longest: float = 0.0


class Start:
    """When something began, by both clocks."""

    def __init__(self):
        self.at = time.perf_counter(), time.process_time()

    def run(self, size, longest=0.0):
        return Run(time.perf_counter() - self.at[0], time.process_time() - self.at[1], size, longest)


def sheets_of(plan, quality):
    """Twelve pages with maps, all with heat: the overview, then the places in turn."""
    request = replace(plan.request, quality=quality)
    overview, *rest = (page for page in pages(replace(plan, request=request)) if page.extract is not None)
    return [replace(page, has_density=True) for page in (overview, *(rest * SHEETS))[:SHEETS]]


def ours(plan, quality, folder):
    start = Start()
    sheets = sheets_of(plan, quality)
    layers = open_background(plan.background)
    densities = draw_densities(plan)
    ground = [*map_layers.density_layer(densities, folder, plan.crs_authid), *layers]
    kept = Background(layers, BackgroundCache.of(plan.background, layers))
    draft = Draft(plan, folder, folder, kept, densities, ground)
    drawn = Drawn(plan, folder, sheets, draw_pages(draft, sheets, SilentFeedback()))
    slices, begun = [], time.thread_time()
    for _ in compose_pdf(drawn):
        slices.append(time.thread_time() - begun)
        begun = time.thread_time()
    return start.run(pdf_path(drawn).stat().st_size, max(slices))


def heat(project):
    renderer = QgsHeatmapRenderer()
    renderer.setRadius(BANDWIDTH)
    renderer.setRadiusUnit(Qgis.RenderUnit.MapUnits)
    renderer.setColorRamp(heat_ramp())
    find(project, LayerRole.INCIDENTS).setRenderer(renderer)


def atlas(project, extents, folder, dpi=None):
    start = Start()
    coverage = QgsVectorLayer("Polygon?crs=EPSG:3006", "pages", "memory")
    for bounds in extents:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(*bounds)))
        coverage.dataProvider().addFeatures([feature])
    project.addMapLayer(coverage, addToLegend=False)
    layout = layout_of(project)
    layout.atlas().setCoverageLayer(coverage)
    layout.atlas().setEnabled(True)
    layout.atlas().setHideCoverage(True)
    settings = QgsLayoutExporter.PdfExportSettings()
    if dpi is not None:
        settings.dpi = dpi
    target = folder / "atlas.pdf"
    result, message = QgsLayoutExporter.exportToPdf(layout.atlas(), str(target), settings)
    assert result == QgsLayoutExporter.ExportResult.Success, message
    del layout
    project.removeMapLayer(coverage)
    return start.run(target.stat().st_size)


def layout_of(project):
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
    arrow = QgsLayoutItemPicture(layout)
    arrow.setPicturePath(QgsApplication.svgPaths()[0] + "arrows/NorthArrow_02.svg")
    title.setText("[% @atlas_pagename %]")
    places = (
        (title, (10, 10, 200, 10)),
        (legend, (194, 120, 90, 70)),
        (bar, (12, 177, 60, 12)),
        (arrow, (178, 38, 8, 10)),
    )
    for item, place in places:
        item.attemptSetSceneRect(QRectF(*place))
        layout.addLayoutItem(item)
    table = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(table)
    rows = [[QgsTableCell(f"{number}"), QgsTableCell(f"Plats {number}"), QgsTableCell("12")] for number in range(10)]
    table.setTableContents(rows)
    legend.setLinkedMap(shown)
    bar.setLinkedMap(shown)
    return layout


def main(rounds):
    scratch = Path(tempfile.mkdtemp())
    database = create_demo_database(
        scratch / "lindvik.gpkg", seed=2, until=date(2027, 1, 1), feedback=SilentFeedback()
    ).database
    update_hotspots(database, HotspotRequest(PERIOD, SEARCH), SilentFeedback())
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
    load_est_group(project, database, FILTER, "sv")
    heat(project)
    for role in LayerRole:
        layer = find(project, role)
        if layer is not None:
            project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(role in PRINTED)
    plan = make_plan(database, PackageRequest(FILTER), today=date(2027, 1, 10))
    extents = [page.extract.bounds for page in sheets_of(plan, Quality.MEETING)]
    works = {
        "ours, 150 dpi": lambda folder: ours(plan, Quality.MAIL, folder),
        "ours, 200 dpi": lambda folder: ours(plan, Quality.MEETING, folder),
        "ours, 300 dpi": lambda folder: ours(plan, Quality.PRINT, folder),
        "atlas, default": lambda folder: atlas(project, extents, folder),
        "atlas, 200 dpi": lambda folder: atlas(project, extents, folder, 200),
    }
    runs = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            folder = Path(tempfile.mkdtemp(dir=scratch))
            runs[name].append(work(folder))
    report(runs)
    shutil.rmtree(scratch)


def report(runs):
    middle = {
        kind: {name: statistics.median(getattr(run, kind) for run in each) for name, each in runs.items()}
        for kind in ("seconds", "processor")
    }
    for name, each in runs.items():
        longest = max(run.longest for run in each)
        told = f", longest slice {longest:.2f} s" if longest else ""
        seconds, processor = middle["seconds"][name], middle["processor"][name]
        print(f"{name:15} {seconds:6.2f} s, processor {processor:6.2f} s, {each[-1].size / MB:6.2f} MB{told}")
    for name in list(runs)[:3]:
        for peer in list(runs)[3:]:
            clock, processor = (middle[kind][peer] / middle[kind][name] for kind in middle)
            print(f"{peer} / {name}: {clock:.1f} by the clock, {processor:.1f} by the processor")


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
    application.exitQgis()
