# SPDX-License-Identifier: GPL-2.0-or-later
"""A full disk, whatever is written: told, every file byte for byte as it was, no rests."""

from __future__ import annotations

import gc

import pytest

from est_plugin.errors import EstError
from tests.full_disk import contents, full_disk
from tests.full_disk_formats import FORMATS, prepare


@pytest.fixture(autouse=True)
def _collected():
    """Tracebacks keep frames, and those Qt's objects, which must go before Qt does."""
    yield
    gc.collect()


def files(folder):
    """All but the copy that QGIS itself makes of a .qgs before it saves."""
    return {name: content for name, content in contents(folder).items() if not name.endswith("~")}


@pytest.mark.parametrize("name", FORMATS)
def test_a_full_disk_is_told_and_leaves_every_file_as_it_was(qgis_new_project, tmp_path, name):
    write, room = FORMATS[name]
    prepare(tmp_path)
    before = files(tmp_path)
    with full_disk(room), pytest.raises(EstError) as caught:
        write(tmp_path)
    assert all((caught.value.what, caught.value.why, caught.value.what_next))
    assert files(tmp_path) == before
    write(tmp_path)
