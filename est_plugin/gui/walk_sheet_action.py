# SPDX-License-Identifier: GPL-2.0-or-later
"""Prints the selected walk: asks for paper and file, then writes the sheet in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.background import has_town
from est_plugin.gui.walk_actions import WalkAction
from est_plugin.gui.walk_sheet_dialog import WalkSheetDialog
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.unsaved import unsaved_rows

if TYPE_CHECKING:
    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.session import Session
    from est_plugin.layers.shown_rows import ShownWalk

_PRINTED = frozenset({LayerRole.WALKS, LayerRole.WALK_STOPS, LayerRole.PARTICIPANTS})


def _print(session: Session, drawing: Drawing, walk: ShownWalk) -> None:
    database = session.database
    if database is None:
        return
    if any(rows.role in _PRINTED for rows in unsaved_rows(session.project)):
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The walk sheet was not written."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Routes, stops or participants are not saved yet."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Save them, then write the sheet again."),
        )
    session.fetch(
        "walk sheet",
        lambda: has_town(database),
        lambda found: WalkSheetDialog(session, database, walk, drawing.window, has_town=found).open(),
    )


WALK_SHEET = WalkAction(
    QT_TRANSLATE_NOOP("est_plugin", "Walk sheet…"),
    QT_TRANSLATE_NOOP(
        "est_plugin",
        "A PDF to print: a sheet for the leader, a form for each stop, a map for the participants. Without incidents.",
    ),
    "sheet",
    _print,
)
