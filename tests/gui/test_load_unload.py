# SPDX-License-Identifier: GPL-2.0-or-later
"""Unloading takes away all that loading put up."""

from __future__ import annotations

from pathlib import Path

import pytest
from desktop import Profile
from desktop_load_unload import inventory
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMapCanvasTracer
from qgis.PyQt.QtCore import QCoreApplication, QEvent

import est_plugin

SCRIPT = Path(__file__).with_name("desktop_load_unload.py")


@pytest.fixture
def cad_dock(qgis_iface):
    """A real advanced digitizing dock; the drawing tools take no mock. Python dies at exit if it is not deleted."""
    dock = QgsAdvancedDigitizingDockWidget(qgis_iface.mapCanvas())
    yield dock
    dock.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.usefixtures("qgis_processing", "qgis_new_project")
def test_nothing_is_left_after_unload(qgis_iface, cad_dock, monkeypatch):
    monkeypatch.setattr(qgis_iface, "cadDockWidget", lambda: cad_dock)
    # The first tool that can trace makes QGIS's own tracer of the canvas, which stays.
    QgsMapCanvasTracer(qgis_iface.mapCanvas())
    before = inventory(qgis_iface)
    for _ in range(2):
        plugin = est_plugin.classFactory(qgis_iface)
        plugin.initGui()
        plugin.unload()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert inventory(qgis_iface) == before


@pytest.fixture(scope="module")
def rounds(tmp_path_factory):
    """Inventories of a real desktop in which the plugin was loaded and unloaded twice."""
    return Profile(tmp_path_factory.mktemp("desktop"), enabled=()).run_desktop(SCRIPT)


def test_nothing_is_left_in_the_desktop_after_unload(rounds):
    before = rounds["before"]
    for after in rounds["after"]:
        assert {name: after[name] for name in after if after[name] != before[name]} == {}


def test_the_desktop_shows_the_plugin_while_it_is_loaded(rounds):
    before, loaded = rounds["before"], rounds["loaded"]
    assert set(loaded["providers"]) - set(before["providers"]) == {"est"}
    assert len(loaded["docks"]) == len(before["docks"]) + 1
    assert loaded["actions"] > before["actions"]
