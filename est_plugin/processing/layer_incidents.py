# SPDX-License-Identifier: GPL-2.0-or-later
"""What becomes of a point layer's features as incidents: which fields mean what, and which features are left out?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.points import PointSet
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.i18n import translate
from est_plugin.layers import field_values
from est_plugin.layers.field_values import Codes, UnclearColumnError
from est_plugin.layers.point_columns import PointColumns, columns_in_file, columns_of

if TYPE_CHECKING:
    from qgis.core import QgsFeatureSource

    from est_plugin.analysis.arrays import BoolArray, FloatArray
    from est_plugin.domain.period import Period
    from est_plugin.feedback import Feedback
    from est_plugin.layers.field_values import Instants
    from est_plugin.layers.point_columns import PointFile


@dataclass(frozen=True)
class IncidentFields:
    """The fields of a layer that say more than where an incident was; empty for none."""

    time: str = ""
    time_to: str = ""
    category: str = ""
    weight: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Those that are to be read, each once."""
        return tuple(dict.fromkeys(filter(None, (self.time, self.time_to, self.category, self.weight))))


@dataclass(frozen=True, eq=False)
class LayerIncidents:
    """The incidents of a layer."""

    points: PointSet
    #: What each counts for, finite and not negative; None where no field says so.
    weights: FloatArray | None


@dataclass(frozen=True, eq=False)
class _Meanings:
    coordinates: FloatArray
    start: Instants | None
    end: Instants | None
    category: Codes
    weights: FloatArray | None


def incidents_of(
    source: QgsFeatureSource, file: PointFile | None, fields: IncidentFields, period: Period | None, feedback: Feedback
) -> LayerIncidents:
    """The points of ``source``, of the period if a field tells their time; ``file`` is what holds exactly these.

    Without a field of categories all have the category ''. A feature is left out, and told, if its time is empty or
    cannot be read, its end cannot be read or lies before its beginning, or its weight is no number or negative; an
    empty end means that the moment is known, or the day.

    Raises InputError if a field is not in the layer or all features are left out, DatabaseError if the layer was not
    read to its end.
    """
    _check_fields(source, fields)
    meanings = None if file is None else _read_file(file, fields)
    if meanings is None:
        meanings = _meanings(columns_of(source, fields.names), fields)
    return _of_period(_usable(meanings, source.sourceName(), feedback), period)


def _check_fields(source: QgsFeatureSource, fields: IncidentFields) -> None:
    known = source.fields().names()
    for name in fields.names:
        if name not in known:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The layer {layer} has no field {name}."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose one of its fields: {known}."),
                layer=source.sourceName(),
                name=name,
                known=", ".join(known),
            )


def _read_file(file: PointFile, fields: IncidentFields) -> _Meanings | None:
    """None if only QGIS can tell what the layer says."""
    columns = columns_in_file(file, fields.names)
    try:
        return None if columns is None else _meanings(columns, fields)
    except UnclearColumnError:
        return None


def _meanings(columns: PointColumns, fields: IncidentFields) -> _Meanings:
    """Raises UnclearColumnError."""
    values = columns.fields
    alike = Codes(np.zeros(len(columns.coordinates), np.int32), ("",))
    return _Meanings(
        columns.coordinates,
        field_values.instants(values[fields.time]) if fields.time else None,
        field_values.instants(values[fields.time_to]) if fields.time_to else None,
        field_values.codes(values[fields.category]) if fields.category else alike,
        field_values.numbers(values[fields.weight]) if fields.weight else None,
    )


def _usable(meanings: _Meanings, layer: str, feedback: Feedback) -> LayerIncidents:
    x, y = meanings.coordinates.T
    time = until = None
    has_time = has_weight = np.ones(len(x), dtype=np.bool_)
    if meanings.start is not None:
        time, until, has_time = meanings.start.first, meanings.start.last, meanings.start.is_known
        if meanings.end is not None:
            until = np.where(meanings.end.is_known, meanings.end.last, until)
            has_time = has_time & (until >= time) & ~meanings.end.is_unreadable
    if meanings.weights is not None:
        has_weight = np.isfinite(meanings.weights) & (np.nan_to_num(meanings.weights) >= 0)
    _tell(layer, has_time, has_weight, feedback)
    everything = PointSet(x, y, meanings.category.index, meanings.category.codes, time, until)
    return _selected(LayerIncidents(everything, meanings.weights), has_time & has_weight)


def _tell(layer: str, has_time: BoolArray, has_weight: BoolArray, feedback: Feedback) -> None:
    left_out = int(np.count_nonzero(~(has_time & has_weight)))
    if left_out == 0:
        return
    if left_out == has_time.size:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The layer {name} cannot be analysed."),
            why=QT_TRANSLATE_NOOP("est_plugin", "None of its features has a time and a weight that can be used."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin",
                "Choose fields with dates, such as 2026-03-01 or 2026-03-01T22:15, and with weights of 0 or more.",
            ),
            name=layer,
        )
    text = translate("est_plugin", "%n feature(s) left out", "", left_out)
    reasons = translate("est_plugin", "no usable time: {times}, no usable weight: {weights}").format(
        times=np.count_nonzero(~has_time), weights=np.count_nonzero(~has_weight)
    )
    feedback.info(f"{text} ({reasons}).")


def _of_period(incidents: LayerIncidents, period: Period | None) -> LayerIncidents:
    time = incidents.points.time
    if period is None or time is None:
        return incidents
    start, end = (bound.timestamp() for bound in period.bounds_utc(LOCAL_ZONE))
    return _selected(incidents, (time >= start) & (time < end))


def _selected(incidents: LayerIncidents, mask: BoolArray) -> LayerIncidents:
    if mask.all():
        return incidents
    points = incidents.points.select(mask)
    weights = incidents.weights
    return LayerIncidents(points, None if weights is None else weights[mask])
