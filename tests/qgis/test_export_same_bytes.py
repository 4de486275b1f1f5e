# SPDX-License-Identifier: GPL-2.0-or-later
"""The same input gives the same bytes, wherever, whenever and by whom a package is made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import package_sample as sample
import pytest

from tests.full_disk import contents

ROOT = Path(__file__).resolve().parents[2]
WRITER = """
import sys
from datetime import date
from pathlib import Path
from qgis.core import QgsApplication
QgsApplication.setPrefixPath("/usr", True)
app = QgsApplication([], False)
app.initQgis()
import package_sample as sample
from est_plugin.db.file_database import open_database
from est_plugin.domain.edition import Edition
from est_plugin.export.package import write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback
path, folder, edition, today = sys.argv[1:]
request = PackageRequest(sample.FILTER, Edition(edition), second_language="en")
plan = make_plan(open_database(Path(path)), request, today=date.fromisoformat(today))
write_package(plan, Path(folder), SilentFeedback())
"""
#: Where, when and by whom.
HERE = {"TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "USER": "anna", "LOGNAME": "anna", "PYTHONHASHSEED": "1"}
THERE = {"TZ": "Asia/Tokyo", "LANG": "sv_SE.UTF-8", "LC_ALL": "", "USER": "bo.ek", "LOGNAME": "bo.ek"}


def write(path, folder, edition, today, circumstances):
    home = folder.parent / "home"
    home.mkdir(parents=True)
    environment = os.environ | {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    environment["PYTHONPATH"] = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    subprocess.run(
        [sys.executable, "-c", WRITER, str(path), str(folder), edition, today],
        check=True,
        env=environment | circumstances,
        cwd=folder.parent,
    )
    return contents(folder)


@pytest.mark.parametrize("edition", ["working", "meeting", "strategic"])
def test_two_makers_give_the_same_bytes(tmp_path, qgis_app, edition):
    here, there = tmp_path / "here", tmp_path / "another folder" / "there"
    here.mkdir()
    there.mkdir(parents=True)
    database = sample.make_database(here / "est.gpkg")
    shutil.copy(database.path, there / "copy.gpkg")
    first = write(here / "est.gpkg", here / "out", edition, "2026-04-10", HERE)
    second = write(there / "copy.gpkg", there / "out", edition, "2026-05-02", THERE | {"PYTHONHASHSEED": "2"})
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
