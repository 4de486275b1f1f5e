# SPDX-License-Identifier: GPL-2.0-or-later
"""Words of a source that mean no code by themselves, each with a list of what it may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHeaderView, QLabel, QVBoxLayout, QWidget

from est_plugin.gui.choice import Choice, code_choices
from est_plugin.gui.page import fill, list_table
from est_plugin.i18n import translate
from est_plugin.intake.checks import folded
from est_plugin.intake.column_mapping import Field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from est_plugin.domain.code_list import Code
    from est_plugin.intake.unknown_words import Word

_MEANS = 2
#: More words than this are no code list.
_MAX_WORDS = 100


class WordTable(QWidget):
    """What is chosen for a word stays chosen while other words come and go."""

    #: A person chose what a word means.
    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.table = list_table(
            (translate("est_plugin", "Word"), translate("est_plugin", "Rows"), translate("est_plugin", "Means"))
        )
        self.table.setSelectionMode(self.table.SelectionMode.NoSelection)
        self.table.horizontalHeader().setSectionResizeMode(_MEANS, QHeaderView.ResizeMode.Interactive)
        self.table.setColumnWidth(_MEANS, 200)
        self.note = QLabel()
        self.note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        self._models = {name: code_choices("", ()) for name in (Field.CATEGORY, Field.ORGANISATION)}
        #: Code by folded word.
        self._chosen: dict[Field, dict[str, str]] = {name: {} for name in self._models}

    def offer(self, categories: Sequence[Code], organisations: Sequence[Code]) -> None:
        """The codes that a word may mean."""
        none = translate("est_plugin", "– to quarantine –")
        self._models = {
            Field.CATEGORY: code_choices(none, categories),
            Field.ORGANISATION: code_choices(none, organisations),
        }

    def choose(self, name: Field, meanings: Mapping[str, str]) -> None:
        """Forget what was chosen, and choose this."""
        self._chosen[name] = {folded(word): code for word, code in meanings.items()}

    def show_words(self, words: Mapping[Field, Sequence[Word]]) -> None:
        """Show these words, what was chosen for them before chosen again."""
        lines = [(name, word) for name, found in words.items() for word in found]
        shown = lines[:_MAX_WORDS]
        fill(self.table, [(word.text, word.rows, "") for _, word in shown], [word.text for _, word in shown])
        for row, (name, word) in enumerate(shown):
            choice = Choice(self._models[name], self._chosen[name].get(folded(word.text), ""))
            choice.activated.connect(
                lambda _index, name=name, word=word, choice=choice: self._on_chosen(name, word, choice)
            )
            self.table.setCellWidget(row, _MEANS, choice)
            self.table.item(row, 0).setToolTip(translate("est_plugin", name.label))
        self.note.setVisible(len(lines) > len(shown))
        self.note.setText(
            translate("est_plugin", "%n more word(s): is the right column chosen?", "", len(lines) - len(shown))
        )

    def meanings(self, name: Field) -> dict[str, str]:
        """The codes chosen, by word."""
        return {word: code for word, code in self._chosen[name].items() if code}

    def _on_chosen(self, name: Field, word: Word, choice: Choice) -> None:
        self._chosen[name][folded(word.text)] = choice.chosen()
        self.changed.emit()
