# SPDX-License-Identifier: GPL-2.0-or-later
"""SQL with SQLite's marks for parameters reaches psycopg2 with its own, and nothing else is changed."""

from __future__ import annotations

import pytest
import shapely

from est_plugin.db.geometry_blob import GeometryBlob, geometry_blob, point_blob, wkb_of
from est_plugin.db.server_cursor import psycopg_sql


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT 1", "SELECT 1"),
        ("WHERE a = ? AND b = ?", "WHERE a = %s AND b = %s"),
        ("WHERE a = :a AND b > :b_2", "WHERE a = %(a)s AND b > %(b_2)s"),
        ("SELECT x::text, :x::text", "SELECT x::text, %(x)s::text"),
        ("WHERE a = '?' AND b = ':c' AND d = 'it''s ?'", "WHERE a = '?' AND b = ':c' AND d = 'it''s ?'"),
        ('SELECT "a?:b" FROM t', 'SELECT "a?:b" FROM t'),
        ("WHERE a LIKE '5 %' AND b % 2 = ?", "WHERE a LIKE '5 %%' AND b %% 2 = %s"),
        ('SELECT "100 %"', 'SELECT "100 %%"'),
        ("SELECT ? -- why?\nFROM t /* :no, ? */", "SELECT %s -- why?\nFROM t /* :no, ? */"),
        ("SELECT '2026-03-01T12:00:00'", "SELECT '2026-03-01T12:00:00'"),
        ("", ""),
    ],
)
def test_marks_for_parameters_are_translated(sql: str, expected: str) -> None:
    assert psycopg_sql(sql) == expected


def test_a_blob_goes_to_postgis_and_comes_back() -> None:
    point = point_blob(500_000.25, 6_600_000.5, 3006)
    assert GeometryBlob.from_ewkb(point.to_ewkb()) == point
    same = shapely.set_srid(shapely.Point(500_000.25, 6_600_000.5), 3006)
    assert point.to_ewkb() == shapely.to_wkb(same, byte_order=1, include_srid=True)
    line = bytes.fromhex("010200000002000000" + "00" * 32)
    with_envelope = geometry_blob(line, (0, 0, 0, 0), 3006)
    back = GeometryBlob.from_ewkb(with_envelope.to_ewkb())
    assert wkb_of(back) == wkb_of(with_envelope) == line
