# SPDX-License-Identifier: GPL-2.0-or-later
"""What is left to do of the walks as the map shows them, saved or not?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qgis.core import QgsFeatureRequest, QgsVectorLayerFeatureSource

from est_plugin.domain.observation import Answer
from est_plugin.domain.walk import WalkStatus
from est_plugin.domain.walk_reminder import WalkToFollow, reminders_of
from est_plugin.layers import roles
from est_plugin.layers.local_time import to_local
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.shown_observations import day_of, observation_rows
from est_plugin.layers.whole_reading import answered_features

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from qgis.core import QgsFeature, QgsProject

    from est_plugin.domain.code_list import Code
    from est_plugin.domain.walk_reminder import Reminder
    from est_plugin.layers.shown_observations import ShownObservation

_SETTLED = frozenset({Answer.DONE, Answer.DECLINED})


def walk_reminders(
    project: QgsProject, checklist: Iterable[Code], today: date, weeks: int
) -> Callable[[], tuple[Reminder, ...]]:
    """To be called in any thread: what is to be done about all walks, those walked first at the top.

    What is called raises DatabaseError if a server does not answer.
    """
    layer = roles.find(project, LayerRole.WALKS)
    if layer is None:
        return tuple
    source, observations = QgsVectorLayerFeatureSource(layer), observation_rows(project, checklist)
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)

    def read() -> tuple[Reminder, ...]:
        seen = observations()
        owed = Counter(one.walk for one in seen if one.is_owed)
        overdue = Counter(one.walk for one in seen if _is_overdue(one, today))
        walks = [
            _to_follow(row, owed[row["uuid"]], overdue[row["uuid"]])
            for row in answered_features(source, request)
            if not row["deleted_at"]
        ]
        walks.sort(key=lambda walk: (walk.day is None, walk.day, walk.title))
        return tuple(reminder for walk in walks for reminder in reminders_of(walk, today, weeks, walks))

    return read


def _is_overdue(one: ShownObservation, today: date) -> bool:
    due = one.answer.due
    return one.wants_answer and one.answer.answer not in _SETTLED and due is not None and due < today


def _to_follow(row: QgsFeature, owed: int, overdue: int) -> WalkToFollow:
    return WalkToFollow(
        uuid=row["uuid"],
        title=row["title"] or "",
        status=WalkStatus(row["status"] or WalkStatus.PROPOSED),
        day=to_local(row["starts_at"]).date() if row["starts_at"] else None,
        next_walk=day_of(row["next_walk"]),
        owed=owed,
        overdue=overdue,
        where=frozenset(name.strip().casefold() for name in _names(row) if name),
    )


def _names(row: QgsFeature) -> tuple[str, ...]:
    return tuple(row[name] or "" for name in ("title", "area", "hotspot"))
