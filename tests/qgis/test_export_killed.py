# SPDX-License-Identifier: GPL-2.0-or-later
"""A program that is killed while it writes a package leaves the old one, and its rests go with the next export."""

from __future__ import annotations

import os
import time

import package_sample as sample
import pytest

from est_plugin.db import file_lock
from est_plugin.domain.edition import Part
from est_plugin.export.folder import work_folder
from est_plugin.export.package import write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.export.rests import SET_ASIDE
from est_plugin.feedback import SilentFeedback
from tests.full_disk import contents
from tests.other_process import started

#: Writes the same package again and again, and says when it begins.
WRITER = """
import sys
sys.path.append("tests")
import package_sample as sample
from est_plugin.domain.edition import Part
from est_plugin.export.package import write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback
request = PackageRequest(sample.FILTER, language="en", wanted=frozenset({Part.HOTSPOTS, Part.TABLES}))
plan = make_plan(open_database(path), request, today=sample.TODAY)
while True:
    say("begins")
    write_package(plan, Path(sys.argv[2]), SilentFeedback())
"""


@pytest.fixture
def plan(tmp_path, qgis_app):
    database = sample.make_database(tmp_path / "est.gpkg")
    request = PackageRequest(sample.FILTER, language="en", wanted=frozenset({Part.HOTSPOTS, Part.TABLES}))
    return make_plan(database, request, today=sample.TODAY)


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def visible(folder):
    return {name: content for name, content in contents(folder).items() if not name.startswith(".")}


def hidden(folder):
    return [path for path in folder.iterdir() if path.name.startswith(".")]


def test_a_killed_writer_leaves_the_old_package_and_its_rests_go(plan, out, tmp_path):
    before = visible(write_package(plan, out, SilentFeedback()).folder.parent)
    left = 0
    for pause in (0.05, 0.4, 0.9, 1.5):
        with started(WRITER, tmp_path / "est.gpkg", out) as writer:
            assert writer.stdout.readline() == "begins\n"
            time.sleep(pause)
            writer.kill()
        left += len(hidden(out))
        assert visible(out) == before
    assert left
    write_package(plan, out, SilentFeedback())
    assert visible(out) == before
    assert hidden(out) == []


def test_a_package_that_was_set_aside_comes_back(plan, out):
    package = write_package(plan, out, SilentFeedback())
    before = contents(out)
    rest = out / ".est-package-killed"
    (rest / SET_ASIDE).mkdir(parents=True)
    package.folder.rename(rest / SET_ASIDE / package.folder.name)
    leave_a_dead_lock(rest)
    with work_folder(out):
        assert visible(out) == before
    assert contents(out) == before


def leave_a_dead_lock(rest):
    """A lock file whose process is gone: the system has dropped its lock."""
    lock = file_lock.take(rest)
    path = file_lock.lock_path(rest)
    text = path.read_bytes()
    lock.release()
    path.write_bytes(text)


def test_a_newer_package_is_not_replaced_by_one_that_was_set_aside(plan, out):
    package = write_package(plan, out, SilentFeedback())
    before = contents(out)
    rest = out / ".est-package-killed"
    (rest / SET_ASIDE / package.folder.name).mkdir(parents=True)
    (rest / SET_ASIDE / package.folder.name / "older.txt").write_text("older")
    leave_a_dead_lock(rest)
    with work_folder(out):
        pass
    assert contents(out) == before
    assert hidden(out) == []


def test_what_another_export_works_in_and_what_is_not_ours_stays(plan, out):
    with work_folder(out) as other:
        (other / "half.html").write_text("half")
        (out / ".hidden").mkdir()
        (out / "mine.txt").write_text("mine")
        write_package(plan, out, SilentFeedback())
        assert (other / "half.html").read_text() == "half"
    assert (out / "mine.txt").read_text() == "mine"
    assert [path.name for path in hidden(out)] == [".hidden"]


@pytest.mark.parametrize(("age", "is_left"), [(3600, True), (2 * 24 * 3600, False)])
def test_what_another_computer_left_goes_after_a_day(out, age, is_left, qgis_app):
    rest = out / ".est-package-elsewhere"
    rest.mkdir(parents=True)
    (rest / "half.html").write_text("half")
    os.utime(rest, (time.time() - age,) * 2)
    with work_folder(out):
        pass
    assert rest.exists() == is_left
