# SPDX-License-Identifier: GPL-2.0-or-later
"""Opens the protocol of the selected walk, to be typed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QApplication

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.gui.protocol_dialog import ProtocolDialog
from est_plugin.gui.walk_actions import WalkAction
from est_plugin.layers.protocol import Protocol, protocol_of

if TYPE_CHECKING:
    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.session import Session
    from est_plugin.layers.shown_rows import ShownWalk


def _fill_in(session: Session, _drawing: Drawing, walk: ShownWalk) -> None:
    parent = QApplication.activeWindow()

    def show(protocol: Protocol) -> None:
        if not protocol.stops:
            session.messages.error(
                InputError(
                    QT_TRANSLATE_NOOP("est_plugin", "The protocol has no lines yet."),
                    why=QT_TRANSLATE_NOOP("est_plugin", "The walk has no stops."),
                    what_next=QT_TRANSLATE_NOOP("est_plugin", "Set stops on its route first."),
                )
            )
            return
        dialog = ProtocolDialog(session, parent, walk.title, protocol, session.code_lists.checklist)
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    session.fetch(_fill_in, protocol_of(session.project, walk.uuid), show)


FILL_IN_PROTOCOL = WalkAction(
    QT_TRANSLATE_NOOP("est_plugin", "Fill in the protocol…"),
    QT_TRANSLATE_NOOP("est_plugin", "Type what was noted: a line for each stop, a column for each item."),
    "protocol",
    _fill_in,
)
