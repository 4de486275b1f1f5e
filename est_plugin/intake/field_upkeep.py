# SPDX-License-Identifier: GPL-2.0-or-later
"""What follows for the numbers, length and minutes of a walk from what came home? As when somebody edits the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from est_plugin.analysis.route_passes import walked_order
from est_plugin.db.changesets import Change, Op
from est_plugin.db.field_office import rows_by_uuid, rows_of_walk
from est_plugin.db.geometry_blob import GeometryBlob, wkb_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from est_plugin.db.database import Database
    from est_plugin.layers.pace import Pace

_MOVES = {"geom", "number", "walk"}


@dataclass
class _Row:
    """A row as it will be."""

    version: int
    values: dict[str, Any]

    @property
    def shape(self) -> shapely.Geometry | None:
        place = self.values.get("geom")
        if place is None:
            return None
        return shapely.from_wkb(wkb_of(place) if isinstance(place, GeometryBlob) else bytes.fromhex(place))


def followed_by(database: Database, walk: str, changes: Sequence[Change], pace: Pace) -> tuple[Change, ...]:
    """What must be stored after these changes of a walk (a uuid): the numbers of its stops, its length and minutes.

    Nothing without a route, or if the changes touch neither that nor the stops. Raises DatabaseError.
    """
    if not any(map(_matters, changes)) or rows_by_uuid(database, {"walk": [walk]})["walk", walk].is_deleted:
        return ()
    rows = _rows_after(database, walk, changes)
    planned = rows["walk", walk]
    route = planned.shape
    if route is None:
        return ()
    stops = {
        uuid: row
        for (table, uuid), row in rows.items()
        if table == "walk_stop" and row.values["walk"] == walk and row.shape is not None
    }
    numbered = tuple(_numbers(route, stops))
    length = float(shapely.length(route))
    plan = {"length_m": round(length), "minutes": round(pace.minutes(length, len(stops)))}
    if all(planned.values[name] == value for name, value in plan.items()):
        return numbered
    return *numbered, Change("walk", Op.UPDATE, walk, plan, planned.version)


def _matters(change: Change) -> bool:
    if change.table == "walk_stop":
        return change.op is not Op.UPDATE or bool(_MOVES & change.values.keys())
    return change.table == "walk" and "geom" in change.values


def _rows_after(database: Database, walk: str, changes: Sequence[Change]) -> dict[tuple[str, str], _Row]:
    rows = {(row.table, row.uuid): _Row(row.version, dict(row.values)) for row in rows_of_walk(database, walk)}
    restored = {change.uuid for change in changes if change.op is Op.RESTORE and change.table == "walk_stop"}
    gone = rows_by_uuid(database, {"walk_stop": restored})
    for change in changes:
        key = change.table, change.uuid
        if change.op is Op.INSERT:
            rows[key] = _Row(1, dict(change.values))
        elif change.op is Op.DELETE:
            rows.pop(key, None)
        elif change.op is Op.RESTORE and key in gone:
            rows[key] = _Row(gone[key].version + 1, dict(gone[key].values))
        elif key in rows:
            rows[key].version += 1
            rows[key].values |= change.values
    return rows


def _numbers(route: shapely.Geometry, stops: dict[str, _Row]) -> Iterator[Change]:
    if not stops:
        return
    uuids = list(stops)
    places = shapely.get_coordinates([stops[uuid].shape for uuid in uuids])
    numbers = [stops[uuid].values.get("number") for uuid in uuids]
    order = walked_order(np.asarray(shapely.get_coordinates(route)), places, numbers)
    for number, place in enumerate(order, start=1):
        if numbers[place] != number:
            yield Change("walk_stop", Op.UPDATE, uuids[place], {"number": number}, stops[uuids[place]].version)
