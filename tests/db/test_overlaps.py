# SPDX-License-Identifier: GPL-2.0-or-later
"""Goal R1: no silent overwrite between two people in QGIS, where a plain table has seven of eight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bench.overlaps import OVERLAPS, ends_well, tables

if TYPE_CHECKING:
    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server


@pytest.mark.parametrize("name", OVERLAPS)
def test_an_overlap_is_told_or_merged(name: str, server: Server, server_database: ServerDatabase) -> None:
    plain, ours = tables(server, server_database.address.name)
    assert ends_well(ours, OVERLAPS[name])
    assert ends_well(plain, OVERLAPS[name]) is (name == "different columns")
