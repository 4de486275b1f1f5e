# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers the stops of the selected walk in the order of its route."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.gui.walk_actions import WalkAction
from est_plugin.i18n import translate
from est_plugin.layers.stop_numbers import number_along_route

if TYPE_CHECKING:
    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.session import Session
    from est_plugin.layers.shown_rows import ShownWalk


def _number(session: Session, _drawing: Drawing, walk: ShownWalk) -> None:
    changed = number_along_route(session.project, walk.uuid)
    session.messages.success(
        translate("est_plugin", "%n stop(s) got another number.", "", changed)
        if changed
        else translate("est_plugin", "The stops are numbered in the order of the route already.")
    )


NUMBER_STOPS = WalkAction(
    QT_TRANSLATE_NOOP("est_plugin", "Number the stops"),
    QT_TRANSLATE_NOOP("est_plugin", "Number the stops of the selected walk in the order of its route."),
    "stop",
    _number,
)
