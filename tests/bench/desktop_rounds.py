# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs in the desktop for ``load_unload.py``: loads and unloads while work is under way, and takes layers away."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import qgis.utils
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProject,
    QgsRasterBandStats,
    QgsRasterLayer,
    QgsVectorLayer,
)

sys.path.append(str(Path(__file__).resolve().parents[1] / "gui"))

from desktop_load_unload import inventory

if TYPE_CHECKING:
    from desktop_driver import Desktop

TIMES_TAKEN_AWAY = 15


def memory_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def start(desktop: Desktop) -> Any:
    assert qgis.utils.loadPlugin("est_plugin"), "QGIS could not import the plugin"
    assert qgis.utils.startPlugin("est_plugin"), "QGIS could not start the plugin"
    return qgis.utils.plugins["est_plugin"]


def round_with_work(desktop: Desktop, path: Path) -> bool:
    """Load, open, search, and unload before the search has ended; was it still under way?"""
    from est_plugin.gui.hotspots_page import HotspotsPage

    plugin = start(desktop)
    plugin._session.open(path)
    desktop.wait_until(lambda: plugin._session.database is not None)
    page = plugin._dock.findChild(HotspotsPage)
    page.find_button.click()
    under_way = QgsApplication.taskManager().countActiveTasks() > 0
    assert qgis.utils.unloadPlugin("est_plugin"), "QGIS could not unload the plugin"
    QgsProject.instance().clear()
    desktop.wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    desktop.settle(0.1)
    return under_way


def highest(source: str, desktop: Desktop, *, take_away: bool) -> float | None:
    """The highest density of the heat map of a layer, which is taken away meanwhile; None if that was refused."""
    layer = QgsVectorLayer(source, "incidents", "ogr")
    project = QgsProject.instance()
    project.addMapLayer(layer)
    context = QgsProcessingContext()
    context.setProject(project)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("est:heatmap")
    ended: list[tuple[bool, dict[str, Any]]] = []
    task = QgsProcessingAlgRunnerTask(
        algorithm, {"INPUT": layer.id(), "OUTPUT": "TEMPORARY_OUTPUT", "BANDWIDTH": 200}, context
    )
    task.executed.connect(lambda done, results: ended.append((done, results)))
    QgsApplication.taskManager().addTask(task)
    if take_away:
        project.removeMapLayer(layer.id())
    desktop.wait_until(lambda: ended)
    project.clear()
    done, results = ended[0]
    if not done:
        return None
    raster = QgsRasterLayer(results["OUTPUT"], "heat map")
    return raster.dataProvider().bandStatistics(1, QgsRasterBandStats.Max).maximumValue


def act(desktop: Desktop) -> dict[str, object]:
    rounds = int((desktop.folder / "rounds").read_text())
    qgis.utils.updateAvailablePlugins()
    desktop.settle()
    before = inventory(desktop.iface)
    from est_plugin.feedback import SilentFeedback
    from est_plugin.intake.demo_town import create_demo_database

    path = desktop.folder / "lindvik.gpkg"
    create_demo_database(path, seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    cut_off, memory = 0, []
    for _ in range(rounds):
        cut_off += round_with_work(desktop, path)
        memory.append(memory_mb())
    after = inventory(desktop.iface)
    start(desktop)
    source = f"{path}|layername=incident"
    whole = highest(source, desktop, take_away=False)
    found = [highest(source, desktop, take_away=True) for _ in range(TIMES_TAKEN_AWAY)]
    return {
        "memory_mb": memory,
        "cut_off": cut_off,
        "left": {name: (before[name], after[name]) for name in after if after[name] != before[name]},
        "taken_away": len(found),
        "whole": found.count(whole),
        "refused": found.count(None),
        "short": sum(value not in {None, whole} for value in found),
    }
