# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a layer of points say of street lamps, whatever its fields are called?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import QgsFeatureRequest, QgsVariantUtils

from est_plugin.analysis.dark_stretches import Lamps, LampState
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.layers.whole_reading import all_features

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransformContext,
        QgsFeature,
        QgsFeatureSource,
        QgsFields,
    )

#: How registers call such fields, most telling first; a field that begins so is proposed.
_STATUS = ("status", "lampstatus", "drift", "tillst", "state", "condition")
_POLE = ("stolp", "pole", "ref", "nummer", "number", "littera")
_OWNER = ("ägare", "agare", "owner", "förvalt", "operator")


@dataclass(frozen=True)
class LampMapping:
    """Which fields say what, '' for none, and which values of the status mean what; all others are unknown."""

    status_field: str = ""
    working: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    pole_field: str = ""
    owner_field: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that are read, each once."""
        return tuple(dict.fromkeys(filter(None, (self.status_field, self.pole_field, self.owner_field))))


#: The lamps of our own database.
TOWN_LAMPS = LampMapping("status", frozenset({"ok"}), frozenset({"broken"}))


@dataclass(frozen=True)
class SeenValue:
    """A value of a field, as text ('' for an empty one), and how many lamps have it."""

    value: str
    lamps: int


def proposed_mapping(fields: Sequence[str]) -> LampMapping:
    """What the names of the fields suggest; what the values mean only a person knows."""
    return LampMapping(
        status_field=_beginning_so(fields, _STATUS),
        pole_field=_beginning_so(fields, _POLE),
        owner_field=_beginning_so(fields, _OWNER),
    )


def lamp_request(
    fields: QgsFields,
    mapping: LampMapping,
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> QgsFeatureRequest:
    """What is read of a layer with these fields, its places in ``crs``.

    Raises InputError if a field of the mapping is not there any more.
    """
    for name in mapping.fields:
        if fields.lookupField(name) < 0:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The lamps cannot be read."),
                why=QT_TRANSLATE_NOOP("est_plugin", "Their layer has no field {name} any more."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Say again which fields it has, under Lamp register."),
                name=name,
            )
    request = QgsFeatureRequest().setDestinationCrs(crs, context)
    return request.setSubsetOfAttributes(list(mapping.fields), fields)


def lamps_of(features: Iterable[QgsFeature], mapping: LampMapping) -> Lamps:
    """The lamps that were read with ``lamp_request``; a feature with several points is as many lamps."""
    places: list[tuple[float, float]] = []
    states: list[LampState] = []
    poles: list[str] = []
    owners: list[str] = []
    for feature in features:
        state = _state(feature, mapping)
        pole, owner = (_text(feature, name) for name in (mapping.pole_field, mapping.owner_field))
        for point in feature.geometry().vertices():
            places.append((point.x(), point.y()))
            states.append(state)
            poles.append(pole)
            owners.append(owner)
    return Lamps(np.array(places, np.float64).reshape(-1, 2), np.array(states, np.int64), tuple(poles), tuple(owners))


def read_lamps(
    source: QgsFeatureSource,
    mapping: LampMapping,
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> Lamps:
    """All lamps of a source, in ``crs``.

    Raises InputError if a field of the mapping is not there, DatabaseError if the layer was not read to its end.
    """
    return lamps_of(all_features(source, lamp_request(source.fields(), mapping, crs, context)), mapping)


def seen_values(features: Iterable[QgsFeature], field: str) -> tuple[SeenValue, ...]:
    """The values of a field, the most common first."""
    counts = Counter(_text(feature, field) for feature in features)
    return tuple(SeenValue(value, lamps) for value, lamps in counts.most_common())


def _state(feature: QgsFeature, mapping: LampMapping) -> LampState:
    value = _text(feature, mapping.status_field)
    if not mapping.status_field:
        return LampState.UNKNOWN
    if value in mapping.broken:
        return LampState.BROKEN
    return LampState.WORKING if value in mapping.working else LampState.UNKNOWN


def _text(feature: QgsFeature, field: str) -> str:
    value: Any = feature[field] if field else None
    return "" if QgsVariantUtils.isNull(value) else str(value).strip()


def _beginning_so(fields: Sequence[str], beginnings: Sequence[str]) -> str:
    return next((name for start in beginnings for name in fields if name.lower().startswith(start)), "")
