# SPDX-License-Identifier: GPL-2.0-or-later
"""How does a measure take a step on the map? In the edit buffer of its layer, with when, by whom and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QDate

from est_plugin.db.times import LOCAL_ZONE
from est_plugin.domain.measure import FINISHED, MeasureStatus
from est_plugin.i18n import translate
from est_plugin.layers.edits import checked, edit_command
from est_plugin.layers.local_time import to_local, to_utc

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from qgis.core import QgsFeature, QgsProject
    from qgis.PyQt.QtCore import QDateTime

    from est_plugin.layers.shown_rows import MapPlace

#: A step to these is dated in a field of its own too, unless somebody filled that in.
_DATES = {MeasureStatus.IN_PROGRESS: "start_date", MeasureStatus.DONE: "done_date"}
#: Out of these the words for the public said why nothing is done here.
_TAKEN_UP = frozenset({MeasureStatus.REJECTED, MeasureStatus.HANDED_OVER})


@dataclass(frozen=True)
class StepTaken:
    """What a person says of a step; ``by`` is a function, never a name. ``reason`` is for the public."""

    status: MeasureStatus
    day: date
    by: str = ""
    note: str = ""
    reason: str = ""

    def at(self) -> QDateTime:
        """The day, at the time of day that it is now: so that no two steps have the same."""
        return to_utc(datetime.combine(self.day, datetime.now(LOCAL_ZONE).time(), LOCAL_ZONE))


def awaits_save(project: QgsProject, place: MapPlace) -> bool:
    """Is the measure new, or has it taken a step that is not saved? The next step is dated on its own, so it waits."""
    layer = project.mapLayer(place.layer_id)
    if place.feature_id < 0:
        return True
    buffer = layer.editBuffer() if isinstance(layer, QgsVectorLayer) else None
    if buffer is None or not isinstance(layer, QgsVectorLayer):
        return False
    changed = buffer.changedAttributeValues().get(place.feature_id, {})
    return layer.fields().indexOf("status") in changed


def latest_step_day(project: QgsProject, places: Collection[MapPlace]) -> date | None:
    """The day of the latest step of any of the measures; None if nothing was said of one."""
    days = []
    for place in places:
        layer = project.mapLayer(place.layer_id)
        if isinstance(layer, QgsVectorLayer):
            at = layer.getFeature(place.feature_id)["step_at"]
            days += [to_local(at).date()] if at else []
    return max(days, default=None)


def take_step(project: QgsProject, places: Collection[MapPlace], step: StepTaken) -> None:
    """Write a step of measures into the edit buffers, in one edit command for each layer; saving is the person's.

    Raises EstError if a layer cannot be edited.
    """
    by_layer: defaultdict[str, list[int]] = defaultdict(list)
    for place in places:
        by_layer[place.layer_id].append(place.feature_id)
    for layer_id, ids in by_layer.items():
        layer = project.mapLayer(layer_id)
        if isinstance(layer, QgsVectorLayer):
            with edit_command(layer, translate("est_plugin", "Step of a measure")):
                for row in list(layer.getFeatures(ids)):
                    _write(layer, row, _values(row, step))


def _values(row: QgsFeature, step: StepTaken) -> dict[str, Any]:
    values: dict[str, Any] = {
        "status": step.status.value,
        "step_at": step.at(),
        "step_by": step.by,
        "step_note": step.note,
    }
    if step.reason:
        values["public_text"] = step.reason
    elif step.status is MeasureStatus.PROPOSED and MeasureStatus(row["status"]) in _TAKEN_UP:
        values["public_text"] = ""
    if row["status"] == MeasureStatus.DONE.value and step.status not in FINISHED:
        # The day belongs to the step that is taken back; done anew has a day of its own.
        values["done_date"] = None
    dated = _DATES.get(step.status)
    if dated is not None and not row[dated]:
        values[dated] = QDate(step.day)
    return values


def _write(layer: QgsVectorLayer, row: QgsFeature, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        checked(layer.changeAttributeValue(row.id(), layer.fields().indexOf(name), value), layer)
