# SPDX-License-Identifier: GPL-2.0-or-later
"""What is on the agenda of the meeting? Folded until somebody wants to see it."""

from __future__ import annotations

import json

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout

from est_plugin import paths
from est_plugin.i18n import translate, user_language


class AgendaBox(QgsCollapsibleGroupBox):
    """One of the agendas that go along with a package."""

    def __init__(self) -> None:
        super().__init__(translate("est_plugin", "Agenda"))
        self.setObjectName("EstAgenda")
        self.setCollapsed(True)
        self._items = QLabel(wordWrap=True)
        QVBoxLayout(self).addWidget(self._items)

    def tell(self, meeting: str) -> None:
        """Show the agenda of this kind of meeting."""
        agendas = json.loads(paths.catalogue("agendas").read_text(encoding="utf-8"))
        items = "".join(f"<li>{item}</li>" for item in agendas[meeting][user_language()])
        self._items.setText(f"<ol>{items}</ol>")

    def text(self) -> str:
        """What is shown."""
        return str(self._items.text())
