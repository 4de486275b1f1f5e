# SPDX-License-Identifier: GPL-2.0-or-later
"""The walks and measures as the map shows them, saved or not: what the lists of the dock are made of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeatureRequest, QgsVectorLayerFeatureSource
from qgis.PyQt.QtCore import QDateTime

from est_plugin.domain.measure import MeasureStatus, awaits_follow_up, is_overdue
from est_plugin.domain.walk import WalkStatus
from est_plugin.layers import roles
from est_plugin.layers.local_time import to_local
from est_plugin.layers.roles import MEASURE_ROLES, LayerRole
from est_plugin.layers.unsaved import changed_ids
from est_plugin.layers.whole_reading import answered_features

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qgis.core import QgsFeature, QgsProject, QgsVectorLayer


@dataclass(frozen=True)
class MapPlace:
    """Where a row stands on the map. The id of a feature is another one after it is saved for the first time."""

    layer_id: str
    feature_id: int


@dataclass(frozen=True)
class ShownWalk:
    """A walk; length in metres."""

    place: MapPlace
    uuid: str
    title: str
    status: WalkStatus
    day: date | None
    stops: int
    length_m: int
    minutes: int
    is_saved: bool


@dataclass(frozen=True)
class ShownMeasure:
    """A measure; ``kind`` and ``owner`` are codes, empty if there is none."""

    place: MapPlace
    uuid: str
    kind: str
    title: str
    status: MeasureStatus
    owner: str
    due_date: date | None
    follow_up_date: date | None
    is_saved: bool

    def awaits_follow_up(self, today: date) -> bool:
        """Has the day come to see what it led to?"""
        return awaits_follow_up(self.status, self.follow_up_date, today)

    def is_overdue(self, today: date) -> bool:
        """Is the due date past and work still left?"""
        return is_overdue(self.status, self.due_date, today)


@dataclass(frozen=True)
class _Rows:
    """The rows of a layer as they are now, saved or not; to be read in any thread."""

    layer_id: str
    source: QgsVectorLayerFeatureSource
    unsaved: frozenset[int]

    def __iter__(self) -> Iterator[QgsFeature]:
        """Without those that are marked as deleted but not saved yet."""
        rows = answered_features(self.source, QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry))
        yield from (row for row in rows if not row["deleted_at"])


def _rows_of(layer: QgsVectorLayer) -> _Rows:
    return _Rows(layer.id(), QgsVectorLayerFeatureSource(layer), frozenset(changed_ids(layer)))


def walk_rows(project: QgsProject) -> Callable[[], tuple[ShownWalk, ...]]:
    """To be called in any thread: all walks, the newest first; none if their layer is not in the project."""
    layer, stops = roles.find(project, LayerRole.WALKS), roles.find(project, LayerRole.WALK_STOPS)
    if layer is None:
        return tuple
    walks, stop_rows = _rows_of(layer), None if stops is None else _rows_of(stops)
    return lambda: _walks(walks, stop_rows)


def _walks(rows: _Rows, stops: _Rows | None) -> tuple[ShownWalk, ...]:
    counts = Counter(stop["walk"] for stop in stops or ())
    walks = [
        ShownWalk(
            place=MapPlace(rows.layer_id, walk.id()),
            uuid=walk["uuid"],
            title=walk["title"] or "",
            status=WalkStatus(walk["status"] or WalkStatus.PROPOSED),
            day=_day(walk["starts_at"]),
            stops=counts[walk["uuid"]],
            length_m=round(walk["length_m"] or 0),
            minutes=round(walk["minutes"] or 0),
            is_saved=walk.id() not in rows.unsaved,
        )
        for walk in rows
    ]
    return tuple(sorted(walks, key=_newest_first))


def measure_rows(project: QgsProject) -> Callable[[], tuple[ShownMeasure, ...]]:
    """To be called in any thread: all measures; none of a layer that the project lacks.

    Those due first at the top, then the newest: a server gives a row another place whenever it is changed.
    """
    layers = (roles.find(project, role) for role in MEASURE_ROLES)
    rows = [_rows_of(layer) for layer in layers if layer is not None]

    def read() -> tuple[ShownMeasure, ...]:
        measures = [measure for of_a_layer in rows for measure in _measures(of_a_layer)]
        return tuple(sorted(measures, key=lambda measure: (measure.due_date or date.max, _newest_first(measure))))

    return read


def _measures(rows: _Rows) -> Iterator[ShownMeasure]:
    for measure in rows:
        yield ShownMeasure(
            place=MapPlace(rows.layer_id, measure.id()),
            uuid=measure["uuid"],
            kind=measure["kind"] or "",
            title=measure["title"] or "",
            status=MeasureStatus(measure["status"] or MeasureStatus.PROPOSED),
            owner=measure["owner"] or "",
            due_date=_day(measure["due_date"]),
            follow_up_date=_day(measure["follow_up_date"]),
            is_saved=measure.id() not in rows.unsaved,
        )


def _newest_first(row: ShownWalk | ShownMeasure) -> tuple[bool, int]:
    """Rows never saved have negative ids, the latest the lowest; saved ones count up."""
    feature_id = row.place.feature_id
    return feature_id >= 0, feature_id if feature_id < 0 else -feature_id


def _day(value: Any) -> date | None:  # noqa: ANN401 (a QDate, a QDateTime, None or NULL, as the layer has it)
    """The day as the form shows it."""
    if not value:
        return None
    return to_local(value).date() if isinstance(value, QDateTime) else date(value.year(), value.month(), value.day())
