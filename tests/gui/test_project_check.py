# SPDX-License-Identifier: GPL-2.0-or-later
"""A project saved on a full disk: told, and the old file is as it was."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtTest import QTest

from est_plugin.gui.project_check import ProjectCheck, is_whole
from tests.full_disk import contents, full_disk


class Told(list):
    """Where a person would be told."""

    error = list.append


@pytest.fixture
def told(qgis_new_project):
    told = Told()
    check = ProjectCheck(QgsProject.instance(), told)
    yield told
    check.unload()


def add_layers():
    QgsProject.instance().addMapLayers(
        [QgsVectorLayer("Point?crs=EPSG:3006", f"layer {number}", "memory") for number in range(40)]
    )


@pytest.fixture(params=["qgs", "qgz"])
def saved(request, told, tmp_path):
    """A project file with a few layers less than the project holds now."""
    path = tmp_path / f"lindvik.{request.param}"
    assert QgsProject.instance().write(str(path))
    QTest.qWait(50)
    assert (told, is_whole(path)) == ([], True)
    add_layers()
    return path


def without_backups(folder):
    """The files but for the copy that QGIS itself makes before it saves."""
    return {name: content for name, content in contents(folder).items() if not name.endswith("~")}


@pytest.mark.parametrize("share", [0.0, 0.3, 0.99, 1.0])
def test_full_disk_is_told_and_the_old_project_is_as_it_was(saved, told, share):
    before = without_backups(saved.parent)
    with full_disk(int(share * saved.stat().st_size)):
        QgsProject.instance().write(str(saved))
    QTest.qWait(50)
    assert without_backups(saved.parent) == before
    assert QgsProject.instance().isDirty()
    [error] = told
    assert "was not saved" in error.what
    assert "as it was before is in the file" in error.what_next


def test_a_disk_that_takes_nothing_back_either_is_told(told, tmp_path):
    path = tmp_path / "lindvik.qgs"
    assert QgsProject.instance().write(str(path))
    QTest.qWait(50)
    with full_disk(0):
        QgsProject.instance().write(str(path))
        QTest.qWait(50)
    [error] = told
    assert "Save it on another disk" in error.what_next


def test_a_new_project_on_a_full_disk_leaves_no_half_file(told, tmp_path):
    with full_disk(100):
        QgsProject.instance().write(str(tmp_path / "new.qgs"))
    QTest.qWait(50)
    [error] = told
    assert "Save it on another disk" in error.what_next
    assert without_backups(tmp_path) == {}


def test_a_good_save_is_not_remarked_on(saved, told):
    assert QgsProject.instance().write(str(saved))
    QTest.qWait(50)
    assert told == []
    assert not QgsProject.instance().isDirty()
