# SPDX-License-Identifier: GPL-2.0-or-later
"""The link to the server breaks in a save, or QGIS crashes: nothing is lost, nothing doubled, and the person is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsProject

from est_plugin.layers import roles
from est_plugin.layers.roles import LayerRole
from tests import cut_cases
from tests.broken_link import broken_link
from tests.cut_cases import Case
from tests.desk import desk
from tests.postgres import cursor_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.db.server_database import ServerDatabase
    from tests.broken_link import BrokenLink
    from tests.desk import Desk
    from tests.postgres import Server

ROWS = 30


@pytest.fixture
def link(server: Server) -> Iterator[BrokenLink]:
    with broken_link(server) as link:
        yield link


@pytest.fixture
def linked(qgis_new_project: None, server_database: ServerDatabase, link: BrokenLink) -> Iterator[Desk]:
    """Anna has opened the database, which holds thirty measures, through the link."""
    with cursor_on(server_database) as cursor:
        cursor.execute(
            "INSERT INTO est.measure (uuid, kind, title, geom)"
            " SELECT gen_random_uuid(), 'BEL', n, 'POINT(503000 6571000)' FROM generate_series(1, %s) n",
            (ROWS,),
        )
    with desk() as anna:
        anna.open(link.address(server_database.address.name, "anna"))
        yield anna


def stored(database: ServerDatabase, title: str, x: float) -> tuple[int, int]:
    with cursor_on(database) as cursor:
        cursor.execute(
            "SELECT count(*) FILTER (WHERE title = %s OR ST_X(geom) = %s) AS mine, count(*) AS whole FROM est.measure",
            (title, x),
        )
        row = cursor.fetchone()
    return row["mine"], row["whole"]


@pytest.mark.parametrize("case", cut_cases.cases(ROWS), ids=str)
def test_no_change_is_lost_or_doubled_and_the_person_is_told(
    case: Case, linked: Desk, link: BrokenLink, server_database: ServerDatabase
) -> None:
    layer = roles.find(QgsProject.instance(), LayerRole.MEASURE_POINTS)

    def told() -> bool:
        before = len(linked.told)
        linked.settle()
        return len(linked.told) > before

    outcome = cut_cases.run(
        case,
        layer,
        link,
        rows=ROWS,
        stored=lambda title, x: stored(server_database, title, x),
        told=told,
    )
    assert outcome.is_safe, (outcome, linked.told)
    assert outcome.was_told or outcome.stored_first == ROWS
