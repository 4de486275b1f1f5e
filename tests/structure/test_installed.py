# SPDX-License-Identifier: GPL-2.0-or-later
"""The zip, installed into a fresh profile, works in a real QGIS: without a desktop and with one."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from desktop import Profile


@pytest.fixture
def installed(package, tmp_path):
    """A profile in which QGIS sees the unpacked zip and not the checkout."""

    def install(enabled: tuple[str, ...]) -> Profile:
        profile = Profile(tmp_path / "profile", checkout=False, enabled=enabled)
        with zipfile.ZipFile(package) as archive:
            archive.extractall(profile.plugins)
        return profile

    return install


def test_an_algorithm_runs_without_a_desktop(installed, tmp_path):
    profile = installed(enabled=())
    database = tmp_path / "est.gpkg"

    profile.qgis_process("plugins", "enable", "est_plugin")
    profile.qgis_process("run", "est:createdatabase", "--", f"OUTPUT={database}", "CRS=EPSG:3006", "MUNICIPALITY=1781")

    with closing(sqlite3.connect(database)) as connection:
        tables = {name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")}
    assert {"incident", "hotspot", "walk", "measure"} <= tables


def test_the_desktop_starts_with_it(installed):
    profile = installed(enabled=("est_plugin",))
    seen = profile.run_desktop(Path(__file__).with_name("desktop_installed.py"))
    assert Path(seen["package"]) == profile.plugins / "est_plugin"
    assert seen["active"]
    assert "est:createdatabase" in seen["algorithms"]
    assert seen["translated"]
