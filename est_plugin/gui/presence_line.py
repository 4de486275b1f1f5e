# SPDX-License-Identifier: GPL-2.0-or-later
"""The line that says who else has the database open, and what they are editing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.gui.messages import told
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from est_plugin.db.pulse import Colleague
    from est_plugin.gui.connection_watch import ConnectionWatch

_THINGS = {
    "incident": QT_TRANSLATE_NOOP("est_plugin", "incidents"),
    "hotspot": QT_TRANSLATE_NOOP("est_plugin", "hotspots"),
    "walk": QT_TRANSLATE_NOOP("est_plugin", "routes"),
    "walk_stop": QT_TRANSLATE_NOOP("est_plugin", "stops"),
    "measure": QT_TRANSLATE_NOOP("est_plugin", "measures"),
    "traffic_rule": QT_TRANSLATE_NOOP("est_plugin", "traffic rules"),
}


class PresenceLine(QLabel):
    """Hidden while nobody else is there."""

    def __init__(self, connection: ConnectionWatch) -> None:
        super().__init__()
        self._connection = connection
        self.messages = connection.messages
        # What others are called is up to them.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setToolTip(translate("est_plugin", "Others who have the database open right now"))
        connection.changed.connect(self.refresh)
        self.refresh()

    @told
    def refresh(self) -> None:
        """Say who is there now."""
        news = self._connection.news
        others = () if news is None else news.others
        self.setText(", ".join(map(_of, others)))
        self.setVisible(bool(others))


def _of(colleague: Colleague) -> str:
    # In the order above, and nothing that this version does not know.
    things = [translate("est_plugin", thing) for table, thing in _THINGS.items() if table in colleague.editing]
    if not things:
        return translate("est_plugin", "{login} is here").format(login=colleague.login)
    listed = things[0]
    if len(things) > 1:
        listed = translate("est_plugin", "{first} and {last}").format(first=", ".join(things[:-1]), last=things[-1])
    return translate("est_plugin", "{login} is editing {things}").format(login=colleague.login, things=listed)
