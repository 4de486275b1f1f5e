# SPDX-License-Identifier: GPL-2.0-or-later
"""Why a row did not pass."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence


class ReasonCode(StrEnum):
    """The rules a row can break."""

    CELL_COUNT = "cell_count"
    NO_CATEGORY = "no_category"
    UNKNOWN_CATEGORY = "unknown_category"
    UNKNOWN_ORGANISATION = "unknown_organisation"
    NO_TIME = "no_time"
    INVALID_TIME = "invalid_time"
    SKIPPED_TIME = "skipped_time"
    FUTURE_TIME = "future_time"
    OLD_TIME = "old_time"
    REVERSED_INTERVAL = "reversed_interval"
    NO_COORDINATE = "no_coordinate"
    INVALID_COORDINATE = "invalid_coordinate"
    ZERO_COORDINATE = "zero_coordinate"
    OUTSIDE_SOURCE_AREA = "outside_source_area"
    OUTSIDE_DATABASE_AREA = "outside_database_area"
    INVALID_SEVERITY = "invalid_severity"
    INVALID_POLICE_REPORTED = "invalid_police_reported"

    @property
    def label(self) -> str:
        """Source sentence, with a place for the ``value`` that broke the rule."""
        return _LABELS[self]

    @property
    def rule(self) -> str:
        """Source sentence for many rows, without a value."""
        return _RULES.get(self, _LABELS[self])


@dataclass(frozen=True, slots=True)
class Reason:
    """A broken rule and the text that broke it."""

    code: ReasonCode
    value: str = ""


def to_json(reasons: Sequence[Reason]) -> str:
    """Reasons as the quarantine keeps them."""
    return json.dumps([{"code": reason.code.value, "value": reason.value} for reason in reasons], ensure_ascii=False)


def from_json(text: str) -> tuple[Reason, ...]:
    """The reasons that ``to_json`` wrote."""
    return tuple(Reason(ReasonCode(reason["code"]), reason["value"]) for reason in json.loads(text))


_LABELS = {
    ReasonCode.CELL_COUNT: QT_TRANSLATE_NOOP(
        "est_plugin", "The row has another number of cells than the header: {value}."
    ),
    ReasonCode.NO_CATEGORY: QT_TRANSLATE_NOOP("est_plugin", "The category is missing."),
    ReasonCode.UNKNOWN_CATEGORY: QT_TRANSLATE_NOOP("est_plugin", "The category “{value}” is not known."),
    ReasonCode.UNKNOWN_ORGANISATION: QT_TRANSLATE_NOOP("est_plugin", "The organisation “{value}” is not known."),
    ReasonCode.NO_TIME: QT_TRANSLATE_NOOP("est_plugin", "The time is missing."),
    ReasonCode.INVALID_TIME: QT_TRANSLATE_NOOP("est_plugin", "“{value}” is no date and time that can be read."),
    ReasonCode.SKIPPED_TIME: QT_TRANSLATE_NOOP(
        "est_plugin", "“{value}” never was: the clock was put forward to summer time."
    ),
    ReasonCode.FUTURE_TIME: QT_TRANSLATE_NOOP("est_plugin", "“{value}” is in the future."),
    ReasonCode.OLD_TIME: QT_TRANSLATE_NOOP("est_plugin", "“{value}” is before 1990."),
    ReasonCode.REVERSED_INTERVAL: QT_TRANSLATE_NOOP("est_plugin", "The incident ends before it begins: {value}."),
    ReasonCode.NO_COORDINATE: QT_TRANSLATE_NOOP("est_plugin", "The coordinates are missing."),
    ReasonCode.INVALID_COORDINATE: QT_TRANSLATE_NOOP("est_plugin", "“{value}” is no coordinate."),
    ReasonCode.ZERO_COORDINATE: QT_TRANSLATE_NOOP("est_plugin", "The coordinates are 0, 0: the place is not known."),
    ReasonCode.OUTSIDE_SOURCE_AREA: QT_TRANSLATE_NOOP(
        "est_plugin", "The coordinates {value} lie outside the area of the file's coordinate system."
    ),
    ReasonCode.OUTSIDE_DATABASE_AREA: QT_TRANSLATE_NOOP(
        "est_plugin", "The coordinates {value} lie outside the area of the database's coordinate system."
    ),
    ReasonCode.INVALID_SEVERITY: QT_TRANSLATE_NOOP("est_plugin", "The severity “{value}” is no whole number 1–5."),
    ReasonCode.INVALID_POLICE_REPORTED: QT_TRANSLATE_NOOP(
        "est_plugin", "“{value}” does not say whether the police were told: yes, no or unknown."
    ),
}
_RULES = {
    ReasonCode.CELL_COUNT: QT_TRANSLATE_NOOP("est_plugin", "Another number of cells than the header."),
    ReasonCode.UNKNOWN_CATEGORY: QT_TRANSLATE_NOOP("est_plugin", "The category is not known."),
    ReasonCode.UNKNOWN_ORGANISATION: QT_TRANSLATE_NOOP("est_plugin", "The organisation is not known."),
    ReasonCode.INVALID_TIME: QT_TRANSLATE_NOOP("est_plugin", "The date and time cannot be read."),
    ReasonCode.SKIPPED_TIME: QT_TRANSLATE_NOOP(
        "est_plugin", "The time never was: the clock was put forward to summer time."
    ),
    ReasonCode.FUTURE_TIME: QT_TRANSLATE_NOOP("est_plugin", "The time is in the future."),
    ReasonCode.OLD_TIME: QT_TRANSLATE_NOOP("est_plugin", "The time is before 1990."),
    ReasonCode.REVERSED_INTERVAL: QT_TRANSLATE_NOOP("est_plugin", "The incident ends before it begins."),
    ReasonCode.INVALID_COORDINATE: QT_TRANSLATE_NOOP("est_plugin", "The coordinate is no number."),
    ReasonCode.OUTSIDE_SOURCE_AREA: QT_TRANSLATE_NOOP(
        "est_plugin", "The coordinates lie outside the area of the file's coordinate system."
    ),
    ReasonCode.OUTSIDE_DATABASE_AREA: QT_TRANSLATE_NOOP(
        "est_plugin", "The coordinates lie outside the area of the database's coordinate system."
    ),
    ReasonCode.INVALID_SEVERITY: QT_TRANSLATE_NOOP("est_plugin", "The severity is no whole number 1–5."),
    ReasonCode.INVALID_POLICE_REPORTED: QT_TRANSLATE_NOOP(
        "est_plugin", "It does not say whether the police were told: yes, no or unknown."
    ),
}
