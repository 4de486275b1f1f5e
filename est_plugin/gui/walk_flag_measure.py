# SPDX-License-Identifier: GPL-2.0-or-later
"""Flags a measure at the stop, or for the observation, that is selected on the map."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QTimer

from est_plugin.errors import QT_TRANSLATE_NOOP, EstError
from est_plugin.gui.walk_actions import WalkAction
from est_plugin.layers.flag_reason import of_selection
from est_plugin.layers.new_measure import MeasureDraft

if TYPE_CHECKING:
    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.session import Session
    from est_plugin.layers.flag_reason import FlagReason
    from est_plugin.layers.shown_rows import ShownWalk


def _flag(session: Session, drawing: Drawing, _walk: ShownWalk) -> None:
    # The form is modal: the read ends before it opens.
    session.fetch(
        _flag,
        of_selection(session.project),
        lambda reason: QTimer.singleShot(0, partial(_open_form, session, drawing, reason)),
    )


def _open_form(session: Session, drawing: Drawing, reason: FlagReason) -> None:
    try:
        drawing.flag_at(reason.place, MeasureDraft(links=reason.links))
    except EstError as error:
        session.messages.error(error)


FLAG_MEASURE = WalkAction(
    QT_TRANSLATE_NOOP("est_plugin", "Flag a measure at the selected stop…"),
    QT_TRANSLATE_NOOP("est_plugin", "Select a stop or an observation on the map first; the measure is linked to it."),
    "measure",
    _flag,
)
