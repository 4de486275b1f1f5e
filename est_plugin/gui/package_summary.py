# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the map show, in the map manager's words? Proposed from the numbers until a person writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Hashable

_LINES = 4


class SummaryBox(QWidget):
    """What was written of one package is there again when its period is shown again, while QGIS is open."""

    def __init__(self) -> None:
        super().__init__()
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 12)
        label = QLabel(translate("est_plugin", "Summary"))
        label.setBuddy(self.text)
        tip = translate(
            "est_plugin",
            "Stands first in the package. It is proposed from the numbers; write your own if you know more. What you "
            "write stands as it is in both languages. Leave it empty to have the proposal again. No names of persons.",
        )
        self.text.setToolTip(tip)
        self.text.setWhatsThis(tip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label)
        layout.addWidget(self.text)
        self._proposal = ""
        self._about: Hashable = None
        self._written: dict[Hashable, str] = {}

    @property
    def written(self) -> str:
        """The person's own words of the package shown; empty where the proposal stands."""
        text = str(self.text.toPlainText()).strip()
        return "" if text == self._proposal else text

    def written_for(self, about: Hashable) -> str:
        """The person's own words of this package and no other: words for the working group never reach the public."""
        return self.written if about == self._about else self._written.get(about, "")

    def wait_for(self, about: Hashable) -> None:
        """Let nobody write until the proposal for another package comes."""
        if about != self._about:
            self.propose(about, "")
            self.setEnabled(False)

    def propose(self, about: Hashable, proposal: str) -> None:
        """Show the proposal for a package, or what a person has written of it."""
        self.setEnabled(True)
        # As the box gives its text back.
        proposal = proposal.replace("\N{NO-BREAK SPACE}", " ")
        if about == self._about and proposal == self._proposal and self.text.toPlainText().strip():
            return
        if self.written:
            self._written[self._about] = self.written
        else:
            self._written.pop(self._about, None)
        self._about, self._proposal = about, proposal
        shown = self._written.get(about, proposal)
        if shown != self.text.toPlainText():
            self.text.setPlainText(shown)
