# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock shows while no database is open: what to do first, each a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from est_plugin.gui.page import action_button
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Callable


class StartPage(QWidget):
    """Opens a database, makes an empty one, or makes the demo town."""

    def __init__(
        self, *, open_database: Callable[[], None], create: Callable[[], None], demo: Callable[[], None]
    ) -> None:
        super().__init__()
        heading = QLabel(translate("est_plugin", "<h3>Start here</h3>No database is open."))
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addWidget(action_button(translate("est_plugin", "Open a database…"), "database", open_database))
        layout.addWidget(action_button(translate("est_plugin", "Create an empty database…"), "database", create))
        layout.addWidget(action_button(translate("est_plugin", "Try it with the demo town…"), "est", demo))
        layout.addStretch()
