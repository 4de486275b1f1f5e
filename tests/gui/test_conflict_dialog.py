# SPDX-License-Identifier: GPL-2.0-or-later
"""A save that clashes with a colleague's opens a dialog, and what the person decides there is what is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QDate, QDateTime, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from est_plugin.db.server_database import open_server_database
from est_plugin.gui.conflict_dialog import ConflictDialog
from est_plugin.layers.edits import edit_command
from est_plugin.layers.roles import LayerRole
from tests.gui.test_server_database import dock, layer_of, opened, until, warnings
from tests.postgres import cursor_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsVectorLayer

    from est_plugin.db.server_database import ServerDatabase
    from est_plugin.gui.dock import EstDock
    from tests.postgres import Server

__all__ = ["dock", "opened"]


@pytest.fixture
def measures(opened: EstDock, server_database: ServerDatabase) -> QgsVectorLayer:
    """Three measures at a place, in the dock's layer."""
    with cursor_on(server_database) as cursor:
        cursor.execute(
            "INSERT INTO est.measure (uuid, kind, title, geom) SELECT gen_random_uuid(), 'BEL', 'Lamp ' || n,"
            " ST_SetSRID(ST_MakePoint(503000 + 100 * n, 6571000), 3006) FROM generate_series(1, 3) AS n"
        )
    opened.session.reload_layers()
    layer = layer_of(LayerRole.MEASURE_POINTS)
    assert layer.featureCount() == 3
    return layer


@pytest.fixture
def colleague(server: Server, editors_database: ServerDatabase) -> Callable[..., None]:
    """Bo changes a measure on the server."""
    bo = open_server_database(server.address(editors_database.address.name, "bo"))

    def change(title: str, assignment: str) -> None:
        with cursor_on(bo) as cursor:
            cursor.execute(f"UPDATE est.measure SET {assignment}, base_version = version WHERE title = %s", (title,))
            assert cursor.rowcount == 1

    return change


def change(layer: QgsVectorLayer, known_as: str, **values: Any) -> None:
    [row] = [row for row in layer.getFeatures() if row["title"] == known_as]
    with edit_command(layer, "change"):
        for name, value in values.items():
            if name == "geom":
                assert layer.changeGeometry(row.id(), QgsGeometry.fromWkt(value))
            else:
                assert layer.changeAttributeValue(row.id(), layer.fields().indexOf(name), value)
    QTest.qWait(20)


def dialog_of() -> ConflictDialog:
    def found() -> ConflictDialog | None:
        shown = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ConflictDialog)]
        return next((widget for widget in shown if widget.isVisible()), None)

    until(found)
    return found()


def cells(dialog: ConflictDialog) -> list[list[str]]:
    table = dialog.table
    return [[table.item(line, place).text() for place in range(4)] for line in range(table.rowCount())]


def stored(database: ServerDatabase, *columns: str) -> list[tuple[Any, ...]]:
    with cursor_on(database) as cursor:
        cursor.execute("SELECT *, ST_AsText(geom) AS place FROM est.measure ORDER BY id")
        return [tuple(row[column] for column in columns) for row in cursor.fetchall()]


def nothing_is_unsaved(dock: EstDock) -> bool:
    return dock.unsaved.isHidden() and not layer_of(LayerRole.MEASURE_POINTS).isModified()


def test_all_conflicts_of_a_save_are_shown_at_once_with_both_values_and_the_old_one(
    opened: EstDock, measures: QgsVectorLayer, colleague: Callable[..., None], server_database: ServerDatabase
) -> None:
    change(measures, "Lamp 1", status="decided", title="Anna 1")
    change(measures, "Lamp 2", due_date=QDate(2026, 12, 1))
    change(measures, "Lamp 3", title="Anna 3")
    colleague("Lamp 1", "status = 'assessed'")
    colleague("Lamp 3", "title = 'Bo 3', owner = 'polis'")
    opened.unsaved.save_button.click()
    dialog = dialog_of()
    assert [dialog.rows.item(number).text() for number in range(dialog.rows.count())] == [
        "Lamp 1\nMeasures at a place",
        "Bo 3\nMeasures at a place",
    ]
    assert cells(dialog) == [["Status", "Decided", "Assessed", "Proposed"]]
    assert "bo changed the same fields" in dialog.story.text()
    dialog.rows.setCurrentRow(1)
    assert cells(dialog) == [["Title", "Anna 3", "Bo 3", "Lamp 3"]]
    assert stored(server_database, "title") == [("Lamp 1",), ("Lamp 2",), ("Bo 3",)]
    dialog.reject()


def test_mine_theirs_and_the_rest_are_saved_as_decided(
    opened: EstDock, measures: QgsVectorLayer, colleague: Callable[..., None], server_database: ServerDatabase
) -> None:
    change(measures, "Lamp 1", title="Anna 1")
    change(measures, "Lamp 2", title="Anna 2")
    change(measures, "Lamp 3", title="Anna 3")
    colleague("Lamp 1", "title = 'Bo 1'")
    colleague("Lamp 2", "title = 'Bo 2', owner = 'polis'")
    opened.unsaved.save_button.click()
    dialog = dialog_of()
    dialog.mine.click()
    dialog.rows.setCurrentRow(1)
    dialog.theirs.click()
    dialog.save.click()
    until(lambda: nothing_is_unsaved(opened))
    assert stored(server_database, "title", "owner", "version") == [
        ("Anna 1", None, 3),
        ("Bo 2", "polis", 2),
        ("Anna 3", None, 2),
    ]
    assert sorted(row["title"] for row in measures.getFeatures()) == ["Anna 1", "Anna 3", "Bo 2"]


def test_each_column_can_be_chosen_for_itself(
    opened: EstDock, measures: QgsVectorLayer, colleague: Callable[..., None], server_database: ServerDatabase
) -> None:
    change(measures, "Lamp 1", title="Anna", description="Anna", geom="Point (503111 6571111)")
    colleague("Lamp 1", "title = 'Bo', description = 'Bo', geom = ST_SetSRID('POINT(503222 6571222)'::geometry, 3006)")
    opened.unsaved.save_button.click()
    dialog = dialog_of()
    lines = {row[0]: line for line, row in enumerate(cells(dialog))}
    assert set(lines) == {"Title", "Description", "Place on the map"}
    dialog.table.cellClicked.emit(lines["Title"], 2)
    assert dialog.table.item(lines["Title"], 2).checkState() == Qt.CheckState.Checked
    assert dialog.table.item(lines["Description"], 1).checkState() == Qt.CheckState.Checked
    dialog.table.cellClicked.emit(lines["Place on the map"], 2)
    dialog.save.click()
    until(lambda: nothing_is_unsaved(opened))
    assert stored(server_database, "title", "description", "place")[0] == ("Bo", "Anna", "POINT(503222 6571222)")


def test_both_places_are_on_the_map_only_while_the_dialog_is_open(
    opened: EstDock, measures: QgsVectorLayer, colleague: Callable[..., None], qgis_iface: Any
) -> None:
    change(measures, "Lamp 1", geom="Point (503111 6571111)")
    colleague("Lamp 1", "geom = ST_SetSRID('POINT(503222 6571222)'::geometry, 3006)")
    canvas = qgis_iface.mapCanvas()
    before = len(canvas.scene().items())
    opened.unsaved.save_button.click()
    dialog = dialog_of()
    assert dialog.legend.isVisible()
    assert len(canvas.scene().items()) == before + 2
    dialog.reject()
    assert len(canvas.scene().items()) == before


def test_later_changes_nothing_and_save_opens_the_dialog_again(
    opened: EstDock, measures: QgsVectorLayer, colleague: Callable[..., None], server_database: ServerDatabase
) -> None:
    change(measures, "Lamp 1", title="Anna")
    colleague("Lamp 1", "title = 'Bo'")
    opened.unsaved.save_button.click()
    dialog_of().later.click()
    QTest.qWait(50)
    assert measures.editBuffer().changedAttributeValues()
    assert not opened.unsaved.isHidden()
    opened.unsaved.save_button.click()
    dialog = dialog_of()
    dialog.theirs.click()
    dialog.save.click()
    until(lambda: nothing_is_unsaved(opened))
    assert stored(server_database, "title", "version")[0] == ("Bo", 2)


def test_a_row_left_for_later_keeps_its_layer_unsaved_and_comes_alone_the_next_time(
    opened: EstDock, measures: QgsVectorLayer, colleague: Callable[..., None], server_database: ServerDatabase
) -> None:
    change(measures, "Lamp 1", title="Anna 1")
    change(measures, "Lamp 2", title="Anna 2")
    colleague("Lamp 1", "title = 'Bo 1'")
    colleague("Lamp 2", "title = 'Bo 2'")
    opened.unsaved.save_button.click()
    dialog = dialog_of()
    dialog.mine.click()
    dialog.save.click()
    QTest.qWait(50)
    assert stored(server_database, "title")[:2] == [("Bo 1",), ("Bo 2",)]
    opened.unsaved.save_button.click()
    again = dialog_of()
    assert again.rows.count() == 1
    again.mine.click()
    again.save.click()
    until(lambda: nothing_is_unsaved(opened))
    assert stored(server_database, "title")[:2] == [("Anna 1",), ("Anna 2",)]


def test_a_decision_can_be_undone(
    opened: EstDock, measures: QgsVectorLayer, colleague: Callable[..., None], server_database: ServerDatabase
) -> None:
    change(measures, "Lamp 1", title="Anna 1")
    change(measures, "Lamp 2", title="Anna 2")
    colleague("Lamp 1", "title = 'Bo 1'")
    colleague("Lamp 2", "title = 'Bo 2'")
    opened.unsaved.save_button.click()
    dialog = dialog_of()
    dialog.theirs.click()
    dialog.save.click()
    QTest.qWait(50)
    measures.undoStack().undo()
    assert sorted(row["title"] for row in measures.getFeatures())[:2] == ["Anna 1", "Anna 2"]


@pytest.mark.parametrize(("button", "title", "is_deleted"), [("mine", "Anna", False), ("theirs", "Lamp 1", True)])
def test_a_row_that_a_colleague_deleted_is_restored_or_stays_deleted(
    button: str, title: str, is_deleted: bool, opened: EstDock, measures: QgsVectorLayer,
    colleague: Callable[..., None], server_database: ServerDatabase,
) -> None:  # fmt: skip
    change(measures, "Lamp 1", title="Anna", geom="Point (503111 6571111)")
    colleague("Lamp 1", "deleted_at = now()")
    opened.unsaved.save_button.click()
    dialog = dialog_of()
    assert dialog.mine.text() == "Restore with my change"
    assert dialog.theirs.text() == "Leave it deleted"
    assert "bo deleted the row" in dialog.story.text()
    getattr(dialog, button).click()
    dialog.save.click()
    until(lambda: nothing_is_unsaved(opened))
    [row] = stored(server_database, "title", "deleted_at")[:1]
    assert (row[0], row[1] is not None) == (title, is_deleted)
    assert len(list(measures.getFeatures())) == (2 if is_deleted else 3)


@pytest.mark.parametrize(("button", "is_deleted"), [("mine", True), ("theirs", False)])
def test_a_row_that_i_delete_and_a_colleague_changed_is_deleted_or_kept(
    button: str, is_deleted: bool, opened: EstDock, measures: QgsVectorLayer, colleague: Callable[..., None],
    server_database: ServerDatabase,
) -> None:  # fmt: skip
    change(measures, "Lamp 1", deleted_at=QDateTime.currentDateTimeUtc())
    colleague("Lamp 1", "title = 'Bo'")
    opened.unsaved.save_button.click()
    dialog = dialog_of()
    assert [row[0] for row in cells(dialog)] == ["Deleted", "Title"]
    getattr(dialog, button).click()
    dialog.save.click()
    until(lambda: nothing_is_unsaved(opened))
    [row] = stored(server_database, "title", "deleted_at")[:1]
    assert (row[0], row[1] is not None) == ("Bo", is_deleted)


def test_what_was_done_to_a_row_that_is_hidden_now_is_dropped_and_the_rest_is_saved(
    opened: EstDock, measures: QgsVectorLayer, server_database: ServerDatabase
) -> None:
    change(measures, "Lamp 1", title="Anna 1")
    change(measures, "Lamp 2", title="Anna 2", geom="Point (503111 6571111)")
    with cursor_on(server_database) as cursor:
        cursor.execute("UPDATE est.measure SET info_class = 3, base_version = version WHERE title = 'Lamp 1'")
    opened.unsaved.save_button.click()
    dialog = dialog_of()
    assert not dialog.mine.isVisible()
    assert "no longer see or change it" in dialog.story.text()
    dialog.theirs.click()
    dialog.save.click()
    until(lambda: nothing_is_unsaved(opened))
    assert stored(server_database, "title", "place")[:2] == [
        ("Lamp 1", "POINT(503100 6571000)"),
        ("Anna 2", "POINT(503111 6571111)"),
    ]


def test_a_clash_that_comes_while_one_is_settled_opens_the_dialog_again(
    opened: EstDock, measures: QgsVectorLayer, colleague: Callable[..., None], server_database: ServerDatabase
) -> None:
    change(measures, "Lamp 1", title="Anna")
    colleague("Lamp 1", "title = 'Bo'")
    opened.unsaved.save_button.click()
    first = dialog_of()
    colleague("Bo", "title = 'Bo again'")
    first.mine.click()
    first.save.click()
    second = dialog_of()
    assert cells(second) == [["Title", "Anna", "Bo again", "Bo"]]
    second.mine.click()
    second.save.click()
    until(lambda: nothing_is_unsaved(opened))
    assert stored(server_database, "title")[0] == ("Anna",)


def test_a_save_by_qgis_itself_opens_the_dialog_without_the_servers_raw_text(
    opened: EstDock, measures: QgsVectorLayer, colleague: Callable[..., None], qgis_iface: Any
) -> None:
    change(measures, "Lamp 1", title="Anna")
    colleague("Lamp 1", "title = 'Bo'")
    bar = qgis_iface.messageBar()
    assert not measures.commitChanges()
    said = "\n".join(measures.commitErrors())
    bar.pushWidget(bar.createMessage("Layer", said))
    bar.pushWidget(bar.createMessage("Commit errors", f"Could not commit changes to layer {measures.name()}"))
    bar.pushWidget(bar.createMessage("Other", "stays"))
    dialog = dialog_of()
    assert [item.text() for item in bar.items()] == ["stays"]
    assert warnings(qgis_iface) == []
    dialog.reject()
    bar.clearWidgets()
