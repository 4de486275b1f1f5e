# SPDX-License-Identifier: GPL-2.0-or-later
"""Below the walks: what was seen on the selected one, what was answered, and a measure of it in one click."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsExpression, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QDate, QItemSelectionModel
from qgis.PyQt.QtWidgets import QLabel

from est_plugin.domain.observation import Answer
from est_plugin.gui.answer_dialog import AnswerDialog
from est_plugin.layers.edits import edit_command
from est_plugin.layers.roles import LayerRole, find
from est_plugin.layers.unsaved import save_all
from tests.gui.drawing_desk import Person
from tests.gui.walk_desk import X, Y, add_walk, answer, dock, open_at, see, stop_at
from tests.waiting import settled, until

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from est_plugin.db.database import Database
    from est_plugin.gui.dock import EstDock
    from est_plugin.gui.observations_panel import ObservationsPanel

__all__ = ["dock"]

_WHOLE_ROW = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


@pytest.fixture
def person(qgis_iface: QgisInterface, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Fills in the form of a new measure."""
    one = Person()
    monkeypatch.setattr(qgis_iface, "vectorLayerTools", lambda: one)
    return one


@pytest.fixture
def panel(dock: EstDock, either_database: Database) -> ObservationsPanel:
    """A walk with a lamp that is out, a place that is good and litter, none saved."""
    add_walk(either_database)
    page = open_at(dock, either_database)
    start, bridge = stop_at("Start"), stop_at("Bron")
    see(bridge, item="BEL", value="3", comment="Två lyktor släckta.")
    see(start, item="PLU", comment="Fin bänk.")
    see(start, item="UND", value="2", measure_kind="STÄ")
    until(lambda: page.observations.table.rowCount() == 3)
    settled(page.session)
    return page.observations


def lines(panel: ObservationsPanel) -> list[list[str]]:
    table = panel.table
    return [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]


def say(kind: Answer, words: str, due: date | None = None) -> None:
    def fill(dialog: AnswerDialog) -> None:
        dialog.answer.setCurrentIndex(dialog.answer.findData(kind))
        dialog.words.setPlainText(words)
        if due is not None:
            dialog.due.setDate(QDate(due))
        dialog.accept_button.click()

    answer(fill, AnswerDialog)


def settle(panel: ObservationsPanel) -> None:
    settled(panel._session)


def test_what_was_seen_is_listed_and_answered_in_one_step(panel: ObservationsPanel) -> None:
    assert [(line[0], line[2]) for line in lines(panel)] == [("1", "No answer yet"), ("1", ""), ("2", "No answer yet")]
    assert lines(panel)[2][1] == "Lighting: 3 – Två lyktor släckta."
    assert panel.count.text() == "Observations: 3. Answered: 0 of 2."
    observations = find(QgsProject.instance(), LayerRole.OBSERVATIONS)
    steps = observations.undoStack().count()

    panel.table.selectRow(2)
    say(Answer.PLANNED, "Lamporna byts.", date(2026, 12, 24))
    panel.answer_button.click()
    settle(panel)
    assert lines(panel)[2][2] == "Planned 2026-12-24. Lamporna byts."
    assert panel.count.text() == "Observations: 3. Answered: 1 of 2."
    assert observations.undoStack().count() == steps + 1
    save_all(QgsProject.instance())
    settle(panel)
    assert lines(panel)[2][2] == "Planned 2026-12-24. Lamporna byts."
    (stored,) = observations.getFeatures(QgsExpression.createFieldEqualityExpression("item", "BEL"))
    assert (stored["answer"], stored["reply"], stored["deadline"]) == ("planned", "Lamporna byts.", QDate(2026, 12, 24))


def test_list_and_map_select_the_same(panel: ObservationsPanel) -> None:
    save_all(QgsProject.instance())
    settle(panel)
    layer = find(QgsProject.instance(), LayerRole.OBSERVATIONS)
    panel.table.selectRow(2)
    (chosen,) = layer.selectedFeatures()
    assert chosen["item"] == "BEL"
    (other,) = layer.getFeatures(QgsExpression.createFieldEqualityExpression("item", "PLU"))
    layer.selectByIds([other.id()])
    until(lambda: [index.row() for index in panel.table.selectionModel().selectedRows()] == [1])


def test_what_has_no_point_of_its_own_is_shown_at_its_stop(panel: ObservationsPanel, qgis_iface: QgisInterface) -> None:
    canvas, layer = qgis_iface.mapCanvas(), find(QgsProject.instance(), LayerRole.WALK_STOPS)
    canvas.setDestinationCrs(layer.crs())
    canvas.setExtent(QgsRectangle(X - 900, Y - 900, X - 500, Y - 500))
    panel.table.selectRow(2)
    settle(panel)
    assert canvas.center().distance(X + 160, Y) < 1


def test_answers_that_differ_are_not_offered_to_all(panel: ObservationsPanel) -> None:
    panel.table.selectRow(2)
    say(Answer.DONE, "Lamporna är bytta.")
    panel.answer_button.click()
    settle(panel)
    offered: list[tuple[Answer | None, str]] = []

    def look(dialog: AnswerDialog) -> None:
        offered.append((dialog.answer.currentData(), dialog.words.toPlainText()))
        dialog.reject()

    for rows in ([2], [1, 2]):
        panel.table.clearSelection()
        for row in rows:
            panel.table.selectionModel().select(panel.table.model().index(row, 0), _WHOLE_ROW)
        answer(look, AnswerDialog)
        panel.answer_button.click()
    assert offered == [(Answer.DONE, "Lamporna är bytta."), (None, "")]


def test_a_measure_in_one_click_keeps_its_link_and_gives_the_answer(
    panel: ObservationsPanel, person: Person, qgis_iface: QgisInterface, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.table.selectRow(2)
    person.answer = {"public_text": "Nya lampor."}
    panel.measure_button.click()
    measures = find(QgsProject.instance(), LayerRole.MEASURE_POINTS)
    until(lambda: measures.featureCount() == 1)
    settle(panel)
    (made,) = measures.getFeatures()
    assert (made["kind"], str(made["walk_stop"])) == ("BEL", stop_at("Bron"))
    assert made["title"].endswith(": Bron")
    # It stands at the stop, as the observation has no place of its own.
    assert made.geometry().asPoint().distance(X + 160, Y) == 0
    assert lines(panel)[2][1:] == ["Lighting: 3 – Två lyktor släckta. [measure]", "No answer yet"]

    # A second click opens the measure that there is.
    opened: list[str] = []
    monkeypatch.setattr(qgis_iface, "openFeatureForm", lambda _layer, row, *_how: opened.append(row["uuid"]))
    assert panel.measure_button.text() == "Open its measure…"
    panel.measure_button.click()
    settle(panel)
    assert opened == [made["uuid"]]
    assert measures.featureCount() == 1

    save_all(QgsProject.instance())
    settle(panel)
    (made,) = measures.getFeatures()
    with edit_command(measures, "step"):
        for name, value in {"status": "decided", "due_date": QDate(2027, 3, 1)}.items():
            assert measures.changeAttributeValue(made.id(), measures.fields().indexOf(name), value)
    settle(panel)
    assert lines(panel)[2][2] == "Planned 2027-03-01. Nya lampor."

    # That answer moves on with the measure: whoever looks at it and changes nothing does not make it stay.
    offered: list[tuple[Answer | None, str]] = []

    def look(dialog: AnswerDialog) -> None:
        said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
        assert "The measures answer: Planned 2027-03-01. Nya lampor." in said
        offered.append((dialog.answer.currentData(), dialog.words.toPlainText()))
        dialog.accept_button.click()

    answer(look, AnswerDialog)
    panel.answer_button.click()
    assert offered == [(None, "")]
    assert find(QgsProject.instance(), LayerRole.OBSERVATIONS).undoStack().count() == 0
    with edit_command(measures, "step"):
        assert measures.changeAttributeValue(made.id(), measures.fields().indexOf("status"), "rejected")
    settle(panel)
    assert lines(panel)[2][2] == "Will not be done. Nya lampor."


def test_declined_needs_a_reason_and_nobody_is_named(panel: ObservationsPanel) -> None:
    panel.table.selectRow(2)
    (chosen,) = panel._selected()
    dialog = AnswerDialog("x", chosen.answer, panel)
    dialog.answer.setCurrentIndex(dialog.answer.findData(Answer.DECLINED))
    assert not dialog.accept_button.isEnabled()
    dialog.words.setPlainText("Fråga Anna på 070-123 45 67.")
    assert not dialog.accept_button.isEnabled()
    assert dialog.warning.text()
    dialog.words.setPlainText("Marken är privat.")
    assert dialog.accept_button.isEnabled()
    assert dialog.given().due is None
    dialog.words.clear()
    dialog.answer.setCurrentIndex(dialog.answer.findData(Answer.HANDED_OVER))
    assert not dialog.accept_button.isEnabled()
    dialog.words.setPlainText("Överlämnad till Trafikverket.")
    assert dialog.accept_button.isEnabled()


def test_no_walk_no_list(panel: ObservationsPanel) -> None:
    page = panel.parent().parent()
    page.table.clearSelection()
    assert not panel.isVisible()
    assert lines(panel) == []
