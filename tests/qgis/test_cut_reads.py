# SPDX-License-Identifier: GPL-2.0-or-later
"""The link to the server breaks in the middle of a read: that is told, and nothing is made of the rows that came."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer

from est_plugin.db.incidents import read_points
from est_plugin.db.server_database import open_server_database
from est_plugin.domain.incident import IncidentFilter
from est_plugin.errors import DatabaseError
from est_plugin.layers.loader import load_est_group
from est_plugin.layers.named_places import named_geometries
from est_plugin.layers.point_columns import columns_of
from est_plugin.layers.shown_rows import measure_rows
from tests.link import link_to
from tests.postgres import cursor_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from est_plugin.db.server_database import ServerDatabase
    from tests.link import Link
    from tests.postgres import Server

#: QGIS fetches two thousand at a time.
ROWS = 7_000


@pytest.fixture
def link(server: Server, server_database: ServerDatabase) -> Iterator[Link]:
    with cursor_on(server_database) as cursor:
        cursor.execute(
            "INSERT INTO est.incident (uuid, source, source_ref, category, occurred_from, place, geom)"
            " SELECT gen_random_uuid(), 't', n, 'klotter', '2026-03-01', 'Torget', 'POINT(503000 6571000)'"
            " FROM generate_series(1, %s) n",
            (ROWS,),
        )
    with link_to(server.port) as link:
        yield link


def layer_of(database: ServerDatabase) -> QgsVectorLayer:
    layer = QgsVectorLayer(database.layer_source("incident"), "incidents", "postgres")
    assert layer.isValid()
    return layer


def points_of_layer(database: ServerDatabase) -> int:
    return len(columns_of(layer_of(database)).coordinates)


def names_of_layer(database: ServerDatabase) -> int:
    crs = QgsCoordinateReferenceSystem("EPSG:3006")
    return len(named_geometries(layer_of(database), "place", crs, QgsProject.instance().transformContext()))


def points_of_database(database: ServerDatabase) -> int:
    return len(read_points(database, IncidentFilter()).x)


@pytest.mark.parametrize("place", ["request", "reply"])
@pytest.mark.parametrize(
    ("read", "word", "number"),
    [(points_of_layer, "FETCH", 2), (names_of_layer, "FETCH", 3), (points_of_database, "incident", 1)],
)
def test_a_read_that_was_cut_is_told(
    read: Callable[[ServerDatabase], int],
    word: str,
    number: int,
    place: str,
    link: Link,
    server_database: ServerDatabase,
) -> None:
    database = open_server_database(link.address(server_database.address.name, "anna"))
    assert read(database) == ROWS
    link.cut(place, word, number)
    with pytest.raises(DatabaseError, match=r"not read to its end|cannot be reached"):
        read(database)
    assert read(database) == ROWS


def test_the_list_of_a_server_that_is_gone_is_told_instead_of_empty(
    link: Link, server_database: ServerDatabase
) -> None:
    with cursor_on(server_database) as cursor:
        cursor.execute(
            "INSERT INTO est.measure (uuid, kind, title, geom)"
            " SELECT gen_random_uuid(), 'BEL', n, 'POINT(503000 6571000)' FROM generate_series(1, 3) n"
        )
    project = QgsProject()
    load_est_group(
        project, open_server_database(link.address(server_database.address.name, "anna")), IncidentFilter(), "sv"
    )

    def titles() -> list[str]:
        return [measure.title for measure in measure_rows(project)()]

    assert titles() == ["3", "2", "1"]
    link.go_down()
    with pytest.raises(DatabaseError, match="cannot be reached"):
        titles()
    link.come_up()
    assert titles() == ["3", "2", "1"]
    # A server moves a row that is changed; the list does not.
    with cursor_on(server_database) as cursor:
        cursor.execute("UPDATE est.measure SET status = 'decided', base_version = version WHERE title = '2'")
    assert titles() == ["3", "2", "1"]
