# SPDX-License-Identifier: GPL-2.0-or-later
"""Page 4: the list of measures with its filters, the next step, the steps so far; quick with a thousand measures."""

from __future__ import annotations

import pytest
from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QDate, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox

from est_plugin.db.measures import dated_steps, list_measures
from est_plugin.gui.measure_step_dialog import MeasureStepDialog
from est_plugin.layers.edits import edit_command
from est_plugin.layers.flag_reason import of_selection
from est_plugin.layers.roles import LayerRole
from tests.gui.drawing_desk import Person
from tests.gui.test_unsaved import LINE, POINT, cad_dock, choose, dock, draw, layer_of, shown_page, titles
from tests.waiting import settled, until

__all__ = ["cad_dock", "dock"]

BUTTON = QDialogButtonBox.StandardButton
AT_ONCE = "Done at once: decided, done and saved…"


def texts_of(page, column: int) -> list[str]:
    settled(page.session)
    return [page.table.item(line, column).text() for line in range(page.table.rowCount())]


def offered(page) -> list[str]:
    """What the menu of the next step says now."""
    page.steps.aboutToShow.emit()
    return [action.text() for action in page.steps.actions()]


def take(page, label: str, fill_in=lambda dialog: None, button=BUTTON.Ok) -> None:
    """Choose a step in the menu, and answer the dialog."""

    def answer() -> None:
        (dialog,) = [box for box in QApplication.topLevelWidgets() if isinstance(box, MeasureStepDialog)]
        fill_in(dialog)
        assert dialog.buttons.button(button).isEnabled()
        dialog.buttons.button(button).click()

    assert label in offered(page)
    QTimer.singleShot(100, answer)
    next(action for action in page.steps.actions() if action.text() == label).trigger()
    settled(page.session)


@pytest.fixture
def page(dock):
    """The page with one lamp that is saved, and selected."""
    page = shown_page(dock, 3)
    draw(LayerRole.MEASURE_POINTS, POINT, kind="BEL", title="Lampor")
    saved(page, dock)
    return page


def saved(page, dock) -> None:
    """Save all, and select the first row once the list shows what is saved."""
    dock.unsaved.save()
    settled(dock.session)
    page.table.selectRow(0)


def test_only_the_steps_that_the_method_allows_are_offered_and_one_is_saved_before_the_next(page, dock) -> None:
    assert offered(page) == [AT_ONCE, "Assessed", "Decided", "Rejected", "Handed over", "On hold"]
    take(page, "Decided")
    assert texts_of(page, 2) == ["Decided"]
    assert offered(page) == ["Save first: each step is dated by itself."]
    saved(page, dock)
    assert offered(page)[:3] == ["Proposed", "Assessed", "Planned"]
    page.table.clearSelection()
    assert offered(page) == ["Select a measure in the list first."]


def test_a_step_is_stored_with_its_day_function_and_note_and_told_in_the_list_of_steps(page, dock) -> None:
    day = QDate.currentDate().addDays(-3)

    def fill_in(dialog) -> None:
        dialog.day.setDate(day)
        dialog.by.setText("Trafikingenjör")
        dialog.note.setPlainText("Delegationsbeslut")

    take(page, "Decided", fill_in)
    layer = layer_of(LayerRole.MEASURE_POINTS)
    layer.undoStack().undo()
    settled(dock.session)
    assert texts_of(page, 2) == ["Proposed"]
    layer.undoStack().redo()
    dock.unsaved.save()
    (measure,) = list_measures(dock.session.database)
    first, second = dated_steps(dock.session.database, measure.uuid)
    assert (first.status, second.status, second.by, second.note) == (
        "proposed", "decided", "Trafikingenjör", "Delegationsbeslut",
    )  # fmt: skip
    settled(dock.session)
    page.table.selectRow(0)
    page.story_action.trigger()
    until(lambda: page.story is not None)
    shown = [[page.story.table.item(line, column).text() for column in range(4)] for line in range(2)]
    assert shown[1] == [day.toString("yyyy-MM-dd"), "Decided", "Trafikingenjör", "Delegationsbeslut"]
    page.story.close()


def test_what_looks_like_a_person_is_marked_and_taken_only_as_a_function(page, dock) -> None:
    def press(name: str) -> None:
        box = QApplication.activeModalWidget()
        next(button for button in box.buttons() if button.text() == name).click()

    def fill_in(dialog) -> None:
        dialog.by.setText("Anna Öberg")
        assert not dialog.messages.isHidden()
        QTimer.singleShot(100, lambda: press("Change it"))
        dialog.buttons.button(BUTTON.Ok).click()
        assert dialog.isVisible()
        dialog.by.setText("Gatuchef")
        assert dialog.messages.isHidden()
        dialog.by.setText("Tekniska Nämnden")
        QTimer.singleShot(100, lambda: press("It is a function"))

    take(page, "Decided", fill_in)
    saved(page, dock)
    (measure,) = list_measures(dock.session.database)
    assert dated_steps(dock.session.database, measure.uuid)[-1].by == "Tekniska Nämnden"


def test_who_cancels_takes_no_step_and_a_rejection_asks_for_its_reason(page, dock) -> None:
    take(page, "Decided", button=BUTTON.Cancel)
    assert not layer_of(LayerRole.MEASURE_POINTS).isModified()

    def give_a_reason(dialog) -> None:
        assert not dialog.buttons.button(BUTTON.Ok).isEnabled()
        dialog.reason.setPlainText("Marken är privat")

    take(page, "Rejected", give_a_reason)
    dock.unsaved.save()
    (measure,) = list_measures(dock.session.database)
    assert (measure.status, measure.public_text) == ("rejected", "Marken är privat")


def test_what_is_taken_up_again_or_was_not_done_leaves_no_reason_and_no_day_behind(page, dock) -> None:
    take(page, "Rejected", lambda dialog: dialog.reason.setPlainText("Marken är privat"))
    for status in ("Proposed", "Decided", "Done"):
        saved(page, dock)
        take(page, status)
    saved(page, dock)
    (feature,) = layer_of(LayerRole.MEASURE_POINTS).getFeatures()
    assert (feature["public_text"], feature["done_date"]) == ("", QDate.currentDate())
    take(page, "Planned")
    saved(page, dock)
    (feature,) = layer_of(LayerRole.MEASURE_POINTS).getFeatures()
    assert (feature["status"], bool(feature["done_date"])) == ("planned", False)


def test_what_is_mended_at_once_is_decided_and_done_and_both_are_dated(page, dock) -> None:
    day = QDate.currentDate().addDays(-2)

    def fill_in(dialog) -> None:
        dialog.day.setDate(day)
        dialog.by.setText("Gatuchef")

    take(page, AT_ONCE, fill_in)
    (measure,) = list_measures(dock.session.database)
    stored = dated_steps(dock.session.database, measure.uuid)
    assert [step.status for step in stored] == ["proposed", "decided", "done"]
    assert {(step.at.date().isoformat(), step.by) for step in stored[1:]} == {(day.toString("yyyy-MM-dd"), "Gatuchef")}
    assert not layer_of(LayerRole.MEASURE_POINTS).isModified()
    (feature,) = layer_of(LayerRole.MEASURE_POINTS).getFeatures()
    assert feature["done_date"] == day


def test_no_step_is_dated_before_the_latest_one(page, dock) -> None:
    day = QDate.currentDate().addDays(-3)
    take(page, "Decided", lambda dialog: dialog.day.setDate(day))
    saved(page, dock)

    def try_earlier(dialog) -> None:
        dialog.day.setDate(day.addDays(-1))
        assert dialog.day.date() == day

    take(page, "Planned", try_earlier)
    saved(page, dock)
    (measure,) = list_measures(dock.session.database)
    days = [step.at.date().isoformat() for step in dated_steps(dock.session.database, measure.uuid)]
    assert days[1:] == [day.toString("yyyy-MM-dd")] * 2


def test_out_of_a_pause_the_menu_knows_where_the_measure_was(page, dock) -> None:
    for status in ("Decided", "On hold"):
        take(page, status)
        saved(page, dock)
    until(lambda: bool(page.steps.paused_in))
    assert offered(page) == ["Proposed", "Assessed", "Decided", "Rejected", "Handed over"]


def test_two_measures_are_offered_the_steps_they_have_in_common(page, dock) -> None:
    draw(LayerRole.MEASURE_LINES, LINE, kind="LTF", title="Förbud")
    saved(page, dock)
    take(page, "Decided")
    saved(page, dock)
    page.table.selectAll()
    assert offered(page) == ["Assessed", "Rejected", "Handed over", "On hold"]


def test_the_list_is_narrowed_by_owner_words_and_follow_up_and_says_overdue_in_a_word(dock) -> None:
    page = shown_page(dock, 3)
    today = QDate.currentDate()
    draw(LayerRole.MEASURE_POINTS, POINT, kind="BEL", title="Lampor", owner="kommun", due_date=QDate(2020, 1, 1))
    draw(LayerRole.MEASURE_POINTS, POINT, kind="SKY", title="Skylt", owner="polis", follow_up_date=today)
    draw(LayerRole.MEASURE_LINES, LINE, kind="LTF", follow_up_date=today.addDays(1))
    assert texts_of(page, 4) == ["2020-01-01, overdue", "–", "–"]
    assert page.note.text() == "3 of 3 measures shown, 1 overdue, 1 to follow up"
    choose(page.filter.owner, "polis")
    assert titles(page) == ["Skylt"]
    choose(page.filter.owner, "")
    page.filter.only_follow_up.setChecked(True)
    assert titles(page) == ["Skylt"]
    page.filter.only_follow_up.setChecked(False)
    page.filter.search.setText("lamp prop")
    assert titles(page) == ["Lampor"]
    page.filter.search.setText("nothing such")
    assert not titles(page)
    assert page.note.text() == "0 of 3 measures shown, 1 overdue, 1 to follow up"


def test_a_measure_is_flagged_for_the_stop_and_the_incidents_that_are_selected_on_the_map(
    dock, qgis_iface, monkeypatch
) -> None:
    person = Person()
    person.answer = {"kind": "BEL", "title": "Laga lampan"}
    monkeypatch.setattr(qgis_iface, "vectorLayerTools", lambda: person)
    page = shown_page(dock, 3)
    menu = {action.text(): action for action in page.flag_menu.actions()}
    menu["At the place"].trigger()
    settled(dock.session)
    assert "Nothing is selected" in qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)[-1]
    stop = draw(LayerRole.WALK_STOPS, POINT, place="Tunneln")
    incidents = {draw(LayerRole.INCIDENTS, POINT, category="klotter", source_ref=ref) for ref in "ab"}
    for role in (LayerRole.WALK_STOPS, LayerRole.INCIDENTS):
        layer_of(role).selectAll()
    menu["At the place"].trigger()
    settled(dock.session)
    assert titles(page) == ["Laga lampan"]
    dock.unsaved.save()
    (measure,) = (row.attributeMap() for row in layer_of(LayerRole.MEASURE_POINTS).getFeatures())
    assert (measure["walk_stop"], measure["status"]) == (stop, "proposed")
    links = {row["incident"] for row in layer_of(LayerRole.MEASURE_INCIDENTS).getFeatures()}
    assert links == incidents


def test_a_hotspot_in_parts_is_flagged_as_what_it_spans(dock) -> None:
    parts = "MultiPolygon (((0 0, 10 0, 10 10, 0 0)), ((20 0, 30 0, 30 10, 20 0)))"
    uuid = draw(LayerRole.HOTSPOTS, parts, name="Centrum")
    layer_of(LayerRole.HOTSPOTS).selectAll()
    reason = of_selection(QgsProject.instance())()
    assert reason.links.hotspot == uuid
    assert reason.area.wkbType() == Qgis.WkbType.Polygon
    assert reason.area.area() > 2 * 50


def test_a_forbidden_step_is_told_in_plain_words_whoever_saves(page, dock, qgis_iface) -> None:
    layer = layer_of(LayerRole.MEASURE_POINTS)
    (row,) = layer.getFeatures()
    with edit_command(layer, "change"):
        assert layer.changeAttributeValue(row.id(), layer.fields().indexOf("status"), "done")
    # As QGIS's own button does.
    assert not layer.commitChanges()
    settled(dock.session)
    assert "begins as proposed" in qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)[-1]
    assert layer.isModified()
    layer.rollBack()
