# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures: the list that meetings go through, and new ones that the plugin proposes."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

import shapely

from est_plugin.db import changesets
from est_plugin.db.changesets import Change, Changeset, Op
from est_plugin.db.geometry_blob import geometry_blob, wkb_of
from est_plugin.domain.info_class import InfoClass
from est_plugin.domain.measure import MeasureStatus, is_overdue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from est_plugin.db.database import Database


@dataclass(frozen=True)
class NewMeasure:
    """A measure to flag on the map; the geometry is a point, line or polygon in the database's CRS."""

    kind: str
    title: str
    geometry: BaseGeometry
    owner: str | None = None
    due_date: date | None = None
    hotspot: str | None = None
    expected_effect: str = ""


@dataclass(frozen=True)
class MeasureRow:
    """A measure as lists and packages show it. Descriptions stay in the database."""

    uuid: str
    kind: str
    title: str
    status: MeasureStatus
    owner: str | None
    due_date: date | None
    hotspot: str | None
    public_text: str
    info_class: InfoClass
    wkb: bytes | None

    def is_overdue(self, today: date) -> bool:
        """Is the due date past and work still left?"""
        return is_overdue(self.status, self.due_date, today)


@dataclass(frozen=True)
class DatedStep:
    """A step that a measure took; ``by`` is a function."""

    status: MeasureStatus
    at: datetime
    by: str
    note: str


def add_measures(database: Database, measures: list[NewMeasure]) -> list[str]:
    """Store proposed measures, all or none; returns their uuids."""
    changes = tuple(
        Change(
            "measure",
            Op.INSERT,
            str(uuid.uuid4()),
            {
                "kind": measure.kind,
                "title": measure.title,
                "owner": measure.owner,
                "due_date": None if measure.due_date is None else measure.due_date.isoformat(),
                "hotspot": measure.hotspot,
                "expected_effect": measure.expected_effect,
                "geom": geometry_blob(
                    shapely.to_wkb(measure.geometry, byte_order=1), measure.geometry.bounds, database.srs_id
                ),
            },
        )
        for measure in measures
    )
    changesets.apply(database, Changeset(changes))
    return [change.uuid for change in changes]


def list_measures(database: Database) -> tuple[MeasureRow, ...]:
    """All measures that are not deleted, those due first at the top."""
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT uuid, kind, title, status, owner, due_date, hotspot, public_text, info_class, geom FROM measure"
            " WHERE deleted_at IS NULL ORDER BY due_date IS NULL, due_date, id"
        ).fetchall()
    return tuple(
        MeasureRow(
            uuid=row["uuid"],
            kind=row["kind"],
            title=row["title"],
            status=MeasureStatus(row["status"]),
            owner=row["owner"],
            due_date=None if row["due_date"] is None else date.fromisoformat(row["due_date"]),
            hotspot=row["hotspot"],
            public_text=row["public_text"],
            info_class=InfoClass(row["info_class"]),
            wkb=None if row["geom"] is None else wkb_of(row["geom"]),
        )
        for row in rows
    )


def dated_steps(database: Database, measure: str) -> tuple[DatedStep, ...]:
    """The steps that a measure (uuid) took, in the order they were stored."""
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT status, at, by_function, note FROM measure_event WHERE CAST(measure AS text) = ? ORDER BY id",
            (measure,),
        ).fetchall()
    return tuple(
        DatedStep(MeasureStatus(row["status"]), datetime.fromisoformat(row["at"]), row["by_function"], row["note"])
        for row in rows
    )


def paused_in(database: Database, measures: Sequence[str]) -> dict[str, MeasureStatus]:
    """In which status these measures (uuids) were before they were paused."""
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT CAST(measure AS text) AS measure, status FROM measure_event WHERE status <> 'paused'"
            " AND CAST(measure AS text) IN (SELECT value FROM json_each(?)) ORDER BY id",
            (json.dumps(list(measures)),),
        ).fetchall()
    return {row["measure"]: MeasureStatus(row["status"]) for row in rows}
