# SPDX-License-Identifier: GPL-2.0-or-later
"""Cause (orsak): why it happens at a hotspot, in the terms of the crime triangle."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from est_plugin.errors import QT_TRANSLATE_NOOP


class TriangleSide(StrEnum):
    """The side of the crime triangle that the problem lies on."""

    OFFENDER = "offender"
    TARGET = "target"
    PLACE = "place"

    @property
    def label(self) -> str:
        """Source text of the side."""
        return _SIDE_LABELS[self]


class Controller(StrEnum):
    """Who could hold the problem back, and is missing."""

    HANDLER = "handler"
    GUARDIAN = "guardian"
    PLACE_MANAGER = "place_manager"

    @property
    def label(self) -> str:
        """Source text of the controller."""
        return _CONTROLLER_LABELS[self]


class Confidence(IntEnum):
    """How sure those who looked into it are."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def label(self) -> str:
        """Source text of the confidence."""
        return _CONFIDENCE_LABELS[self]


_SIDE_LABELS = {
    TriangleSide.OFFENDER: QT_TRANSLATE_NOOP("est_plugin", "those who do it"),
    TriangleSide.TARGET: QT_TRANSLATE_NOOP("est_plugin", "those who are exposed, or what is"),
    TriangleSide.PLACE: QT_TRANSLATE_NOOP("est_plugin", "the place"),
}
_CONTROLLER_LABELS = {
    Controller.HANDLER: QT_TRANSLATE_NOOP("est_plugin", "somebody with influence on those who do it"),
    Controller.GUARDIAN: QT_TRANSLATE_NOOP("est_plugin", "somebody who looks after those who are exposed"),
    Controller.PLACE_MANAGER: QT_TRANSLATE_NOOP("est_plugin", "somebody responsible for the place"),
}
_CONFIDENCE_LABELS = {
    Confidence.LOW: QT_TRANSLATE_NOOP("est_plugin", "a guess"),
    Confidence.MEDIUM: QT_TRANSLATE_NOOP("est_plugin", "likely"),
    Confidence.HIGH: QT_TRANSLATE_NOOP("est_plugin", "well supported"),
}
