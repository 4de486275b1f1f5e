# SPDX-License-Identifier: GPL-2.0-or-later
"""What is a form made of? Tabs of fields, each with a widget."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enum import IntEnum, StrEnum

    from est_plugin.layers.roles import LayerRole


class Kind(Enum):
    """Widgets that need no more than their kind."""

    TEXT = auto()
    LONG_TEXT = auto()
    NUMBER = auto()
    DATE = auto()
    DATE_TIME = auto()
    YES_NO = auto()
    PHOTO = auto()
    READ_ONLY = auto()


class CodeList(Enum):
    """Drop-downs with the entries of a code list of the database."""

    CATEGORY = auto()
    ORGANISATION = auto()
    MEASURE_KIND = auto()
    CHECKLIST = auto()
    PARTICIPANT_ROLE = auto()
    #: All answers of the checklist; which of them fits hangs on the item.
    ANSWER = auto()


@dataclass(frozen=True)
class Choice:
    """A drop-down with the members of an enumeration of the domain."""

    members: type[StrEnum | IntEnum]
    empty: bool = False


@dataclass(frozen=True)
class Link:
    """A drop-down with the rows of another layer, linked by uuid; ``shown`` is a field of that layer."""

    role: LayerRole
    shown: str


@dataclass(frozen=True)
class Moment:
    """A date with a time of day where the yes/no field ``time_known`` says whether the time counts.

    Where it does not, the date stands for the start of the day, or its end if ``is_end``.
    """

    time_known: str
    is_end: bool = False


@dataclass(frozen=True)
class Range:
    """A whole number between two bounds, both included."""

    lowest: int
    highest: int


@dataclass(frozen=True)
class Terms:
    """Boxes to tick, one for each word of a group of the code list ``traffic_term``; kept as codes in one text."""

    group: str


@dataclass(frozen=True)
class Check:
    """What a value must meet, as a QGIS expression, and the source text that is shown when it does not."""

    expression: str
    message: str
    #: A value that does not meet it is only marked, and can be saved.
    is_soft: bool = True


@dataclass(frozen=True)
class Field:
    """One field of a form.

    ``label`` is a source text. ``default`` is a QGIS expression; a ``live`` one is evaluated at each change again.
    """

    name: str
    label: str
    widget: Kind | CodeList | Choice | Link | Moment | Range | Terms = Kind.TEXT
    default: str = ""
    required: bool = False
    live: bool = False
    read_only: bool = False
    check: Check | None = None


@dataclass(frozen=True)
class Rows:
    """The rows of another layer that hang on the row, linked by its uuid in their ``field``."""

    role: LayerRole
    field: str


@dataclass(frozen=True)
class Tab:
    """One tab of a form; ``label`` is a source text, ``shown_if`` a QGIS expression about the row."""

    label: str
    fields: tuple[Field, ...] = ()
    rows: Rows | None = None
    shown_if: str = ""
