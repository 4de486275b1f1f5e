# SPDX-License-Identifier: GPL-2.0-or-later
"""What do the bars at the top of the dock look like? A line of text on a colour that says how grave it is."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton

if TYPE_CHECKING:
    from collections.abc import Callable


class Tone(Enum):
    """Background, border and text; all with at least 7:1 between text and background."""

    #: Work of the person is not yet safe.
    UNSAVED = ("#fff3cd", "#d9b84f", "#3b3000")
    #: Work was left behind.
    LEFT_BEHIND = ("#fde2cf", "#d98a4f", "#3b1e00")
    #: What can be done is limited.
    LIMITED = ("#e7f5ff", "#4dabf7", "#0b3a5b")
    BROKEN = ("#f8d7da", "#d9939a", "#4a1016")
    SLOW = ("#f2f2f2", "#d0d0d0", "#404040")
    WELL = ("#d9efdc", "#8fc79a", "#123d1b")


class Bar(QFrame):
    """A text with buttons beside it, or below it where there are many."""

    def __init__(self, tone: Tone, *, buttons_below: bool = False) -> None:
        super().__init__()
        self.text = QLabel()
        self.text.setWordWrap(True)
        direction = QBoxLayout.Direction.TopToBottom if buttons_below else QBoxLayout.Direction.LeftToRight
        layout = QBoxLayout(direction, self)
        layout.setContentsMargins(6, 3, 3, 3)
        layout.addWidget(self.text, 1)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.addStretch(1)
        layout.addLayout(self._buttons)
        self.set_tone(tone)

    def set_tone(self, tone: Tone) -> None:
        """Take another colour."""
        background, border, text = tone.value
        self.setStyleSheet(
            f"Bar {{ background: {background}; border: 1px solid {border}; border-radius: 3px; }}"
            f" QLabel {{ color: {text}; }}"
        )

    def add_button(self, text: str, act: Callable[[], object]) -> QPushButton:
        """A button to the right of the others."""
        button = QPushButton(text)
        button.clicked.connect(lambda _checked: act())
        self._buttons.addWidget(button)
        return button
