# SPDX-License-Identifier: GPL-2.0-or-later
"""What was seen on the selected walk, and what became of it? The list below the walks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from est_plugin.domain.observation import Answer, value_label
from est_plugin.domain.observation_answer import GivenAnswer
from est_plugin.gui.answer_dialog import AnswerDialog
from est_plugin.gui.map_rows import MapRows
from est_plugin.gui.messages import told
from est_plugin.gui.page import action_button, list_table
from est_plugin.i18n import Language, translate, user_language
from est_plugin.layers.observation_answers import give_answer
from est_plugin.layers.observation_measures import proposed_by
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.shown_observations import observation_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.session import Session
    from est_plugin.layers.observation_measures import ProposedMeasure
    from est_plugin.layers.shown_observations import ShownObservation
    from est_plugin.layers.shown_rows import MapPlace

#: What a row says of a long comment.
_COMMENT_CHARACTERS = 80


class ObservationsPanel(QWidget):
    """In step with the map; a double click opens the form. Hidden while no walk is selected."""

    def __init__(self, session: Session, drawing: Drawing) -> None:
        super().__init__()
        self.messages = session.messages
        self._session = session
        self._drawing = drawing
        self._walk = ""
        self._shown: dict[MapPlace, ShownObservation] = {}
        self.count = QLabel()
        self.count.setWordWrap(True)
        self.table = list_table(
            (translate("est_plugin", "Stop"), translate("est_plugin", "Seen"), translate("est_plugin", "Answer")),
            wide_columns=(1, 2),
        )
        self.rows = MapRows(session, drawing, self.table, (LayerRole.OBSERVATIONS,))
        self.answer_button = action_button(translate("est_plugin", "Answer…"), "meeting", self.answer)
        self.measure_button = action_button(translate("est_plugin", "Make a measure…"), "measure", self.make_measure)
        buttons = QGridLayout()
        buttons.addWidget(self.answer_button, 0, 0)
        buttons.addWidget(self.measure_button, 0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.count)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        self.table.itemSelectionChanged.connect(self._enable)
        self._enable()
        self.hide()

    def show_walk(self, walk: str) -> None:
        """Read what was seen on a walk (a uuid; empty for none), and list it."""
        if walk != self._walk:
            self._list(())
        self._walk = walk
        self.setVisible(bool(walk))
        if walk:
            work = observation_rows(self._session.project, self._session.code_lists.checklist, walk)
            self._session.fetch(self, work, lambda found: self._list(found) if walk == self._walk else None)
        else:
            self._session.reader.drop(self)

    def _list(self, found: tuple[ShownObservation, ...]) -> None:
        self._shown = {one.place: one for one in found}
        names = {code.code: code.name(user_language()) for code in self._session.code_lists.checklist}
        self.rows.fill([_texts(one, names) for one in found], list(self._shown))
        self.rows.stands_at = {one.place: one.stands_at for one in found}
        wanting = [one for one in found if one.wants_answer]
        answered = sum(not one.is_owed for one in wanting)
        counts = translate("est_plugin", "Observations: {count}. Answered: {answered} of {wanting}.")
        nothing = translate(
            "est_plugin", "Nothing was noted on this walk yet. Fill in its protocol, under With this walk."
        )
        self.table.setVisible(bool(found))
        self.answer_button.setVisible(bool(found))
        self.measure_button.setVisible(bool(found))
        self.count.setText(
            counts.format(count=len(found), answered=answered, wanting=len(wanting)) if found else nothing
        )
        self._enable()

    def _selected(self) -> list[ShownObservation]:
        return [self._shown[place] for place in self.rows.selected()]

    def _enable(self) -> None:
        chosen = self._selected()
        self.answer_button.setEnabled(bool(chosen))
        self.measure_button.setEnabled(len(chosen) == 1)
        self.measure_button.setText(
            translate("est_plugin", "Open its measure…")
            if len(chosen) == 1 and chosen[0].measures
            else translate("est_plugin", "Make a measure…")
        )

    @told
    def answer(self) -> None:
        """Ask for the answer to the selected observations, and write it on the map."""
        chosen = self._selected()
        about = translate("est_plugin", "%n observation(s)", "", len(chosen))
        names = {code.code: code.name(user_language()) for code in self._session.code_lists.checklist}
        if len(chosen) == 1:
            about = _seen(chosen[0], names)
        # Of answers that differ, none is offered to all; that of a measure is not, or it would stay when that moves on.
        answers = {one.own_answer for one in chosen}
        begin = answers.pop() if len(answers) == 1 else GivenAnswer()
        dialog = AnswerDialog("\n".join(filter(None, (about, _of_measures(chosen)))), begin, self._drawing.window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.is_changed:
            give_answer(self._session.project, [one.place for one in chosen], dialog.given())
        dialog.deleteLater()

    @told
    def make_measure(self) -> None:
        """Open the form of a new measure for the selected observation, or of the one that was made of it."""
        (chosen,) = self._selected()
        if chosen.measures:
            self._drawing.open_form(chosen.measures[0])
            return
        kinds, words = self._session.code_lists.measure_kinds, Language(user_language())
        # The form is modal: the read ends before it opens.
        self._session.fetch(
            ObservationsPanel,
            proposed_by(self._session.project, chosen.uuid, kinds, words),
            lambda found: QTimer.singleShot(0, partial(self._open_form, found)),
        )

    @told
    def _open_form(self, found: ProposedMeasure | None) -> None:
        if found is not None:
            self._drawing.flag_at(found.place, found.draft)


def _texts(one: ShownObservation, names: Mapping[str, str]) -> tuple[str | int, ...]:
    marks = [translate("est_plugin", "photo")] if one.has_photo else []
    marks += [translate("est_plugin", "measure")] if one.measures else []
    seen = _seen(one, names)
    return (one.stop or "–", f"{seen} [{', '.join(marks)}]" if marks else seen, _answer(one))


def _seen(one: ShownObservation, names: Mapping[str, str]) -> str:
    # Before the colon stands what the item is about.
    item = names.get(one.item, one.item).split(":")[0]
    value = translate("est_plugin", value_label(one.value)) if one.value else ""
    comment = one.comment
    if len(comment) > _COMMENT_CHARACTERS:
        comment = f"{comment[:_COMMENT_CHARACTERS].rstrip()}…"
    return " ".join(part for part in (f"{item}: {value}" if value else item, f"– {comment}" if comment else "") if part)


def _of_measures(chosen: Sequence[ShownObservation]) -> str:
    """The answers that measures give to them for now, and what an answer of their own does."""
    given = dict.fromkeys(_answer(one) for one in chosen if one.answer.answer is not one.own_answer.answer)
    text = translate("est_plugin", "The measures answer: {answer}\nWhat you answer here goes before that.")
    return text.format(answer=" / ".join(given)) if given else ""


def _answer(one: ShownObservation) -> str:
    given: GivenAnswer = one.answer
    if given.answer is None:
        waiting = translate("est_plugin", "No answer yet") if one.wants_answer else ""
        return ". ".join(part for part in (waiting, given.words) if part)
    answer = translate("est_plugin", given.answer.label)
    due = f" {given.due.isoformat()}" if given.due is not None and given.answer is Answer.PLANNED else ""
    return f"{answer}{due}. {given.words}" if given.words else f"{answer}{due}"
