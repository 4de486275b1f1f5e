# SPDX-License-Identifier: GPL-2.0-or-later
"""Dialog: which of QGIS's PostgreSQL connections leads to the database."""

from __future__ import annotations

from qgis.gui import QgsProviderConnectionComboBox
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from est_plugin.i18n import translate

_WIDTH = 440


class ServerDialog(QDialog):
    """Asks for a connection by its name; OK is there when QGIS knows one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("est_plugin", "Open EST database on a server"))
        self.connections = QgsProviderConnectionComboBox("postgres")
        question = QLabel(translate("est_plugin", "PostgreSQL &connection"))
        question.setBuddy(self.connections)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.ok_button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok_button.setText(translate("est_plugin", "Open the database"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(translate("est_plugin", "Cancel"))
        layout = QVBoxLayout(self)
        for widget in (question, self.connections, self.hint):
            layout.addWidget(widget)
        layout.addStretch()
        layout.addWidget(buttons)
        self.connections.connectionChanged.connect(lambda _name: self._check())
        self._check()
        # A text on several lines does not tell its height until its width is known.
        self.resize(_WIDTH, layout.totalHeightForWidth(_WIDTH))

    @property
    def connection(self) -> str:
        """The name of the chosen connection, or an empty text."""
        return str(self.connections.currentConnection())

    def _check(self) -> None:
        is_chosen = bool(self.connection)
        self.ok_button.setEnabled(is_chosen)
        self.hint.setText(
            translate(
                "est_plugin",
                "Is the database not in the list? Add a connection to it in QGIS's browser: right-click PostgreSQL and "
                "choose New Connection. The administrator of the server knows what to fill in.",
            )
            if is_chosen
            else translate(
                "est_plugin",
                "QGIS knows no connection yet. Add one in QGIS's browser: right-click PostgreSQL and choose New "
                "Connection. The administrator of the server knows what to fill in.",
            )
        )
