# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock shows while no database is open: the first three steps, and the demo town."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from est_plugin.gui.page import action_button
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.PyQt.QtGui import QShowEvent

    from est_plugin.db.places import Place


class StartPage(QWidget):
    """Opens a database, makes an empty one, or makes the demo town."""

    CHAPTER = "Kom igång"

    def __init__(
        self,
        *,
        open_database: Callable[[], None],
        open_on_server: Callable[[], None] = lambda: None,
        create: Callable[[], None],
        demo: Callable[[], None],
        last_database: Callable[[], Place | None] = lambda: None,
        open_last: Callable[[], None] = lambda: None,
    ) -> None:
        """``last_database`` is asked each time the page is shown; without one there is no button for it."""
        super().__init__()
        self._last_database = last_database
        self.last_button = action_button("", "database", open_last)
        layout = QVBoxLayout(self)
        layout.addWidget(_text(translate("est_plugin", "<h3>Start here</h3><b>1. Open or create a database</b>")))
        layout.addWidget(self.last_button)
        layout.addWidget(action_button(translate("est_plugin", "Open a database…"), "database", open_database))
        layout.addWidget(
            action_button(translate("est_plugin", "Open a database on a server…"), "database", open_on_server)
        )
        layout.addWidget(action_button(translate("est_plugin", "Create an empty database…"), "database", create))
        layout.addWidget(
            _text(
                translate(
                    "est_plugin",
                    "<p><b>2. Take in reports</b><br>Press Take in reports on the tab Situation and choose a file. "
                    "The reports are checked and become incidents on the map.</p>"
                    "<p><b>3. Make the first map</b><br>Choose a period on the tab Situation, press Find hotspots on "
                    "the tab Hotspots, and write the map package on the tab Meeting.</p>",
                )
            )
        )
        layout.addWidget(
            _text(translate("est_plugin", "<b>Only looking?</b><br>The demo town and its reports are made up."))
        )
        layout.addWidget(action_button(translate("est_plugin", "Try it with the demo town…"), "est", demo))
        layout.addStretch()

    def showEvent(self, event: QShowEvent) -> None:
        """Offer the database that was opened last, if it is still there."""
        last = self._last_database()
        self.last_button.setVisible(last is not None)
        if last is not None:
            self.last_button.setText(translate("est_plugin", "Open {name} again").format(name=last.name))
            self.last_button.setToolTip(str(last))
        super().showEvent(event)


def _text(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
