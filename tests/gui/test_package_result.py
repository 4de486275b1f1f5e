# SPDX-License-Identifier: GPL-2.0-or-later
"""What the page Meeting says of a package that is written."""

from __future__ import annotations

import pytest

from est_plugin.export.package import PackageResult
from est_plugin.export.size_check import size_warnings
from est_plugin.gui.package_result import PackageDone


@pytest.mark.parametrize(("millions", "is_warned"), [(1, False), (21, True)])
def test_a_package_that_is_too_large_to_mail_is_told(qgis_app, tmp_path, millions, is_warned):
    page, archive = tmp_path / "a.html", tmp_path / "a.zip"
    page.write_bytes(b"page")
    with archive.open("wb") as file:
        file.truncate(millions * 1_000_000)
    done = PackageDone()
    done.tell(PackageResult(tmp_path, page, None, archive, size_warnings(page, None, archive)))
    assert ("⚠" in done.text.text()) is is_warned
    assert ("21 MB" in done.text.text()) is is_warned
