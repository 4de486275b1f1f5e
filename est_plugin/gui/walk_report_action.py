# SPDX-License-Identifier: GPL-2.0-or-later
"""Reports the selected walk to those who took part: reads what can go out, then lets a person choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.gui.walk_actions import WalkAction
from est_plugin.gui.walk_report_dialog import WalkReportDialog, read_offer
from est_plugin.i18n import user_language
from est_plugin.layers.roles import MEASURE_ROLES, LayerRole
from est_plugin.layers.unsaved import unsaved_rows

if TYPE_CHECKING:
    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.session import Session
    from est_plugin.layers.shown_rows import ShownWalk

_REPORTED = frozenset(
    {LayerRole.WALKS, LayerRole.WALK_STOPS, LayerRole.PARTICIPANTS, LayerRole.OBSERVATIONS, *MEASURE_ROLES}
)


def _report(session: Session, drawing: Drawing, walk: ShownWalk) -> None:
    database = session.database
    if database is None:
        return
    if any(rows.role in _REPORTED for rows in unsaved_rows(session.project)):
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The report was not begun."),
            why=QT_TRANSLATE_NOOP(
                "est_plugin", "Walks, stops, participants, observations or measures are not saved yet."
            ),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Save them, then write the report."),
        )
    language = user_language()
    session.fetch(
        "walk report",
        lambda: read_offer(database, walk.uuid, language),
        lambda offer: WalkReportDialog(session, database, walk, offer, drawing.window).open(),
    )


WALK_REPORT = WalkAction(
    QT_TRANSLATE_NOOP("est_plugin", "Report to the participants…"),
    QT_TRANSLATE_NOOP(
        "est_plugin",
        "What was seen, and what becomes of it, as a PDF and a web page. You choose which comments and photos go out.",
    ),
    "information",
    _report,
)
