# SPDX-License-Identifier: GPL-2.0-or-later
"""Brings a walk home from the field: opens the dialog that shows what came, and lets a person choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.gui.field_return_dialog import FieldReturnDialog
from est_plugin.gui.walk_actions import AnyTimeAction
from est_plugin.gui.walk_to_field import refuse_unsaved

if TYPE_CHECKING:
    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.session import Session


def _from_field(session: Session, drawing: Drawing) -> None:
    database = session.database
    if database is None:
        return
    database.check_may_write()
    refuse_unsaved(session)
    FieldReturnDialog(session, database, drawing.window).open()


FROM_FIELD = AnyTimeAction(
    QT_TRANSLATE_NOOP("est_plugin", "Bring home from the field…"),
    QT_TRANSLATE_NOOP(
        "est_plugin",
        "Shows what was seen, noted and photographed in the field, beside what the office changed meanwhile. Nothing "
        "is stored before you choose.",
    ),
    "import",
    _from_field,
)
