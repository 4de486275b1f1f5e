# SPDX-License-Identifier: GPL-2.0-or-later
"""Which streets may one walk along, as their tags say?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from est_plugin.errors import QT_TRANSLATE_NOOP

#: A factor of this size makes a metre without light count as half a metre, or as two.
DEFAULT_LIGHT_FACTOR = 2.0


class StreetLight(IntEnum):
    """Is there light? What nobody has noted is unknown, and never taken for dark."""

    LIT = 0
    UNLIT = 1
    UNKNOWN = 2


class LightChoice(StrEnum):
    """What shall a walk look for?"""

    ANY = "any"
    #: To see what is dark.
    PREFER_UNLIT = "prefer_unlit"
    AVOID_UNLIT = "avoid_unlit"

    @property
    def label(self) -> str:
        """Source text."""
        return _CHOICE_LABELS[self]

    def cost(self, light: StreetLight, factor: float) -> float:
        """What a metre costs: only a street that is known to be unlit counts for less or more than its length."""
        if light is not StreetLight.UNLIT or self is LightChoice.ANY:
            return 1.0
        return 1 / factor if self is LightChoice.PREFER_UNLIT else factor


_CHOICE_LABELS = {
    LightChoice.ANY: QT_TRANSLATE_NOOP("est_plugin", "The shortest way, lit or not"),
    LightChoice.PREFER_UNLIT: QT_TRANSLATE_NOOP("est_plugin", "Rather along unlit streets, to see what is dark"),
    LightChoice.AVOID_UNLIT: QT_TRANSLATE_NOOP("est_plugin", "Rather not along unlit streets"),
}


class NotWalkable(StrEnum):
    """Why is a street left out?"""

    MOTOR_ROAD = "motor_road"
    NOT_BUILT = "not_built"
    NOT_ON_FOOT = "not_on_foot"
    PRIVATE = "private"

    @property
    def label(self) -> str:
        """Source text."""
        return _REASON_LABELS[self]


_REASON_LABELS = {
    NotWalkable.MOTOR_ROAD: QT_TRANSLATE_NOOP("est_plugin", "motorways and the like: {count}"),
    NotWalkable.NOT_BUILT: QT_TRANSLATE_NOOP("est_plugin", "not built yet: {count}"),
    NotWalkable.NOT_ON_FOOT: QT_TRANSLATE_NOOP("est_plugin", "closed to people on foot: {count}"),
    NotWalkable.PRIVATE: QT_TRANSLATE_NOOP("est_plugin", "private or closed: {count}"),
}

_MOTOR_ROADS = frozenset({"motorway", "motorway_link", "trunk", "trunk_link", "raceway", "bus_guideway"})
_NOT_BUILT = frozenset({"construction", "proposed", "planned", "abandoned", "razed"})
_OPEN_ON_FOOT = frozenset({"yes", "designated", "permissive"})
_CLOSED = frozenset({"no", "private"})


def why_not_walkable(kind: str, foot: str, access: str) -> NotWalkable | None:
    """Why one cannot walk along a street with these tags of OpenStreetMap (lower case, empty if there are none).

    ``foot`` is more particular than ``kind`` and ``access``: a motor road with a pavement may be walked.
    """
    if kind in _NOT_BUILT:
        return NotWalkable.NOT_BUILT
    if foot in _CLOSED:
        return NotWalkable.NOT_ON_FOOT
    if foot in _OPEN_ON_FOOT:
        return None
    if kind in _MOTOR_ROADS:
        return NotWalkable.MOTOR_ROAD
    return NotWalkable.PRIVATE if access in _CLOSED else None


@dataclass(frozen=True)
class StreetFields:
    """Where a layer of streets says what; a field that the layer does not have says nothing. Values in lower case."""

    kind: str = "highway"
    foot: str = "foot"
    access: str = "access"
    lit: str = "lit"
    name: str = "name"
    lit_values: frozenset[str] = frozenset({"yes", "ja", "true", "1", "24/7", "automatic", "sunset-sunrise"})
    unlit_values: frozenset[str] = frozenset({"no", "nej", "false", "0", "disused"})

    def light(self, value: str) -> StreetLight:
        """What a value of the field ``lit`` says."""
        if value in self.lit_values:
            return StreetLight.LIT
        return StreetLight.UNLIT if value in self.unlit_values else StreetLight.UNKNOWN
