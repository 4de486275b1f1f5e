# SPDX-License-Identifier: GPL-2.0-or-later
"""A page whose programs or looks were changed on the way is not handed out."""

from __future__ import annotations

import package_sample as sample
import pytest

from est_plugin.errors import ExportError
from est_plugin.export.package import write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.recount import check_counts
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback


@pytest.fixture(scope="module")
def made(tmp_path_factory, qgis_app):
    """A plan, and the page of its package."""
    folder = tmp_path_factory.mktemp("programs")
    database = sample.make_database(folder / "est.gpkg")
    request = PackageRequest(sample.FILTER, language="en", second_language="sv", background=())
    plan = make_plan(database, request, today=sample.TODAY)
    return plan, write_package(plan, folder / "out", SilentFeedback()).html.read_text("utf-8")


def check(plan, page, folder):
    (folder / "page.html").write_text(page, encoding="utf-8")
    check_counts(plan, folder, sheets=0)


def test_the_page_as_it_was_made_passes(made, tmp_path):
    check(*made, tmp_path)


CHANGES = {
    "a program more": ("</body>", "<script>steal()</script></body>"),
    "a program with attributes": ("</body>", '<script type="module">steal()</script></body>'),
    "a block of data more": ("</body>", '<script type="application/json" id="more">1</script></body>'),
    "an event": ("<script>", "<script>steal();"),
    "a look more": ("</head>", "<style>body{background:red}</style></head>"),
    "a look changed": ("<style>", "<style>@import 'x';"),
    "a look from elsewhere": ("</head>", '<link rel="stylesheet" href="x.css"></head>'),
    "a frame": ("</body>", '<iframe srcdoc="x"></iframe></body>'),
    "another case": ("</body>", "<SCRIPT>steal()</SCRIPT></body>"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_page_is_stopped(made, tmp_path, change):
    plan, page = made
    old, new = CHANGES[change]
    assert old in page
    with pytest.raises(ExportError, match="its programs are not those of the plugin"):
        check(plan, page.replace(old, new, 1), tmp_path)
