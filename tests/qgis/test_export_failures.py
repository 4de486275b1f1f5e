# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes wrong while a package is written: told in three sentences, the old package untouched, no rests."""

from __future__ import annotations

from pathlib import Path

import package_sample as sample
import pytest

from est_plugin.errors import CancelledError, ExportError
from est_plugin.export.package import compose_pdf, draw_package, finish_package, write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback
from tests.full_disk import contents, full_disk


@pytest.fixture
def plan(tmp_path, qgis_app):
    database = sample.make_database(tmp_path / "est.gpkg")
    return make_plan(database, PackageRequest(sample.FILTER, language="en"), today=sample.TODAY)


@pytest.fixture
def package(plan, tmp_path):
    return write_package(plan, tmp_path / "out", SilentFeedback())


def compose_and_finish(drawn, folder):
    for _ in compose_pdf(drawn):
        pass
    finish_package(drawn, folder, SilentFeedback())


def assert_told(error):
    assert all((error.what, error.why, error.what_next))


@pytest.mark.parametrize("share", [0.0, 0.02, 0.3, 0.7, 0.99])
def test_full_disk_is_told_wherever_it_strikes(package, plan, tmp_path, share):
    before = contents(tmp_path / "out")
    largest = max(map(len, before.values()))
    with full_disk(int(share * largest)), pytest.raises(ExportError) as caught:
        write_package(plan, tmp_path / "out", SilentFeedback())
    assert_told(caught.value)
    assert contents(tmp_path / "out") == before
    assert len(list((tmp_path / "out").iterdir())) == 2


@pytest.mark.parametrize("share", [0.0, 0.5, 0.99])
def test_full_disk_while_the_pdf_is_composed_is_told(package, plan, tmp_path, share):
    work = tmp_path / "work"
    drawn = draw_package(plan, work, SilentFeedback())
    with full_disk(int(share * package.pdf.stat().st_size)), pytest.raises(ExportError) as caught:
        compose_and_finish(drawn, tmp_path / "new")
    assert_told(caught.value)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("folder", ["/proc/est", "/proc"])
def test_folder_that_takes_no_files_is_told(plan, folder):
    with pytest.raises(ExportError, match="could not be written in /proc") as caught:
        write_package(plan, Path(folder), SilentFeedback())
    assert_told(caught.value)


def test_a_cancel_at_the_very_end_leaves_the_old_package(package, plan, tmp_path):
    class CancelWhenSealed(SilentFeedback):
        def is_cancelled(self):
            return any((tmp_path / "out").glob(".est-package-*/*.zip"))

    (package.folder / "mine.txt").write_text("old")
    before = contents(tmp_path / "out")
    with pytest.raises(CancelledError):
        write_package(plan, tmp_path / "out", CancelWhenSealed())
    assert contents(tmp_path / "out") == before
    assert len(list((tmp_path / "out").iterdir())) == 2
