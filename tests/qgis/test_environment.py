# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the plugin cannot run it says why, instead of crashing QGIS."""

from __future__ import annotations

import importlib.util
import sys

import pytest
import shapely
from qgis.core import Qgis

import est_plugin
from est_plugin.environment import problem
from est_plugin.unusable_plugin import UnusablePlugin


def test_this_environment_is_fit(qgis_app: object) -> None:
    assert problem() is None


def test_another_geos_is_told_and_nothing_is_loaded(monkeypatch: pytest.MonkeyPatch, qgis_iface: object) -> None:
    monkeypatch.setattr(shapely, "geos_version", (9, 9, 9))
    plugin = est_plugin.classFactory(qgis_iface)
    assert isinstance(plugin, UnusablePlugin)
    plugin.initGui()
    (message,) = qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)
    assert "cannot start" in message
    plugin.unload()


def test_an_old_shapely_is_told(monkeypatch: pytest.MonkeyPatch, qgis_app: object) -> None:
    monkeypatch.setattr(shapely, "__version__", "1.8.5")
    assert "too old" in str(problem())


def test_an_old_python_is_told(monkeypatch: pytest.MonkeyPatch, qgis_app: object) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 5, "final", 0))
    assert "Python 3.9" in str(problem())


@pytest.mark.parametrize("library", ["psycopg2", "shapely"])
def test_a_missing_library_is_told(library: str, monkeypatch: pytest.MonkeyPatch, qgis_app: object) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == library else found(name))
    assert f"{library} is missing" in str(problem())
