# SPDX-License-Identifier: GPL-2.0-or-later
"""A paper protocol is typed in one window, and two who do so at the same time lose nothing and overwrite nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import Qgis, QgsGeometry, QgsProject
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from est_plugin.db.server_database import open_server_database
from est_plugin.gui.conflict_dialog import ConflictDialog
from est_plugin.gui.protocol_dialog import ProtocolDialog
from est_plugin.gui.walk_protocol import FILL_IN_PROTOCOL
from est_plugin.layers.edits import edit_command
from est_plugin.layers.photos import photo_folder
from est_plugin.layers.roles import LayerRole
from tests.gui.test_deletion import LINE, answer, desk, draw, save, shown_page
from tests.gui.test_server_database import dock, layer_of, opened
from tests.postgres import cursor_on
from tests.qgis.test_photos import photo
from tests.waiting import settled, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qgis.PyQt.QtWidgets import QDialog

    from est_plugin.db.database import Database
    from est_plugin.db.server_database import ServerDatabase
    from est_plugin.gui.dock import EstDock
    from tests.postgres import Server

__all__ = ["desk", "dock", "opened"]


def open_dialog(kind: type[QDialog]) -> Any:
    def found() -> QDialog | None:
        shown = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind))
        return next((widget for widget in shown if widget.isVisible()), None)

    until(found)
    return found()


def make_walk(desk: EstDock) -> str:
    """A saved walk with two stops, which is selected on its page."""
    page = shown_page(desk, 2)
    walk = draw(LayerRole.WALKS, LINE, title="Centrum")
    for number, place in ((1, "Torget"), (2, "Bron")):
        draw(LayerRole.WALK_STOPS, f"Point ({503000 + number * 100} 6571000)", walk=walk, number=number, place=place)
    save(desk)
    page.table.selectRow(0)
    return walk


def protocol(desk: EstDock) -> ProtocolDialog:
    desk.pages.widget(2).with_walk.entries[FILL_IN_PROTOCOL.label].trigger()
    return open_dialog(ProtocolDialog)


def put(dialog: ProtocolDialog, stop: int, item: str, text: str) -> None:
    dialog.table.item(stop, [code.code for code in dialog._items].index(item)).setText(text)


def told(qgis_iface: Any) -> list[str]:
    """What the message bar said, of any urgency."""
    bar = qgis_iface.messageBar()
    return [
        said for level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical) for said in bar.get_messages(level)
    ]


def observed(database: Database) -> set[tuple[str, str, str]]:
    with database.reading() as connection:
        rows = connection.execute("SELECT item, value, comment FROM observation WHERE deleted_at IS NULL").fetchall()
    return {(row["item"], row["value"], row["comment"]) for row in rows}


def test_what_is_typed_becomes_observations_in_one_step_and_empty_cells_none(desk: EstDock) -> None:
    make_walk(desk)
    dialog = protocol(desk)
    assert [dialog.table.verticalHeaderItem(row).text() for row in (0, 1)] == ["1  Torget", "2  Bron"]
    put(dialog, 0, "BEL", "3 två lyktor släckta")
    put(dialog, 0, "FLY", "ja, tre vägar ut")
    put(dialog, 1, "PLU", "4 nya bänkar")
    put(dialog, 1, "KÄN", "5")
    put(dialog, 1, "SIK", "7")
    assert not dialog.ok.isEnabled()
    assert "0 to 3" in dialog.messages.text()
    put(dialog, 1, "SIK", "skymt hörn")
    dialog.ok.click()
    layer = layer_of(LayerRole.OBSERVATIONS)
    until(layer.isModified)
    assert layer.undoStack().count() == 1
    layer.undoStack().undo()
    assert not list(layer.getFeatures())
    layer.undoStack().redo()
    assert {row.geometry().asPoint().x() for row in layer.getFeatures()} == {503100, 503200}
    save(desk)
    assert observed(desk.session.database) == {
        ("BEL", "3", "två lyktor släckta"),
        ("FLY", "yes", "tre vägar ut"),
        ("PLU", "", "4 nya bänkar"),
        ("KÄN", "5", ""),
        ("SIK", "", "skymt hörn"),
    }


def test_an_answer_is_changed_or_taken_away_and_the_rest_stays(desk: EstDock) -> None:
    make_walk(desk)
    dialog = protocol(desk)
    for item, text in (("BEL", "3 mörkt"), ("SIK", "1"), ("VEG", "2")):
        put(dialog, 0, item, text)
    dialog.ok.click()
    save(desk)
    dialog = protocol(desk)
    put(dialog, 0, "BEL", "1 lagat")
    put(dialog, 0, "SIK", "")
    dialog.ok.click()
    save(desk)
    assert observed(desk.session.database) == {("BEL", "1", "lagat"), ("VEG", "2", "")}


def test_who_goes_on_typing_stands_in_the_first_empty_cell_and_changes_no_answer(desk: EstDock) -> None:
    make_walk(desk)
    dialog = protocol(desk)
    first, second, third = (code.code for code in dialog._items[:3])
    for item in (first, third):
        put(dialog, 0, item, "skymt hörn")
    dialog.ok.click()
    save(desk)
    dialog = protocol(desk)
    dialog.activateWindow()
    until(dialog.table.hasFocus)
    for key in "trasig":
        QTest.keyClick(QApplication.focusWidget(), key)
    dialog.ok.click()
    save(desk)
    assert observed(desk.session.database) == {
        (first, "", "skymt hörn"),
        (second, "", "trasig"),
        (third, "", "skymt hörn"),
    }


def test_what_was_typed_is_not_thrown_away_unasked(desk: EstDock) -> None:
    make_walk(desk)
    dialog = protocol(desk)
    put(dialog, 0, "BEL", "3")
    answer("Go on typing")
    dialog.reject()
    assert dialog.isVisible()
    answer("Throw away")
    dialog.reject()
    assert not layer_of(LayerRole.OBSERVATIONS).isEditable()


def test_a_walk_without_stops_says_what_to_do(desk: EstDock, qgis_iface: Any) -> None:
    page = shown_page(desk, 2)
    draw(LayerRole.WALKS, LINE, title="Centrum")
    save(desk)
    page.table.selectRow(0)
    page.with_walk.entries[FILL_IN_PROTOCOL.label].trigger()
    settled(desk.session)
    until(lambda: "Set stops" in str(qgis_iface.messageBar().messages))


def test_a_photo_is_copied_without_metadata_and_its_own_path_is_not_stored(
    desk: EstDock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "shared"
    monkeypatch.setattr(
        "qgis.PyQt.QtWidgets.QFileDialog.getExistingDirectory", lambda *_args: str(shared), raising=True
    )
    walk = make_walk(desk)
    stops = layer_of(LayerRole.WALK_STOPS)
    stop = next(row for row in stops.getFeatures() if row["walk"] == walk)["uuid"]
    source = photo(tmp_path / "Annas mobil.jpg")
    draw(LayerRole.OBSERVATIONS, "", walk_stop=stop, item="BEL", photo=str(source), photo_checked=True)
    layer = layer_of(LayerRole.OBSERVATIONS)
    until(lambda: "/" not in next(layer.getFeatures())["photo"])
    assert not next(layer.getFeatures())["photo_checked"]
    # Chosen, and saved before it was copied.
    draw(LayerRole.OBSERVATIONS, "", walk_stop=stop, item="SIK", photo=str(source))
    save(desk)
    with desk.session.database.reading() as connection:
        names = [row["photo"] for row in connection.execute("SELECT photo FROM observation").fetchall()]
    assert len(set(names)) == 2
    folder = photo_folder(desk.session.database)
    assert folder is not None
    assert sorted(path.name for path in folder.iterdir()) == sorted(names)
    assert not any(b"Anna" in path.read_bytes() for path in folder.iterdir())
    assert all(row.geometry().asPoint().x() == 503100 for row in layer.getFeatures())


def test_nobody_has_looked_at_a_photo_that_was_exchanged_inside_the_photo_folder(desk: EstDock) -> None:
    make_walk(desk)
    stop = next(layer_of(LayerRole.WALK_STOPS).getFeatures())["uuid"]
    draw(LayerRole.OBSERVATIONS, "", walk_stop=stop, item="BEL", photo="one.jpg", photo_checked=True)
    save(desk)
    layer = layer_of(LayerRole.OBSERVATIONS)
    assert next(layer.getFeatures())["photo_checked"]
    exchange_photo(layer, "two.jpg")
    until(lambda: not next(layer.getFeatures())["photo_checked"])
    for _ in range(layer.undoStack().count()):
        layer.undoStack().undo()
    assert [next(layer.getFeatures())[name] for name in ("photo", "photo_checked")] == ["one.jpg", True]
    # Saved before anything else could happen.
    exchange_photo(layer, "three.jpg")
    assert layer.commitChanges()
    with desk.session.database.reading() as connection:
        row = connection.execute("SELECT photo, photo_checked FROM observation").fetchone()
    assert (row["photo"], bool(row["photo_checked"])) == ("three.jpg", False)


def exchange_photo(layer: Any, name: str) -> None:
    layer.startEditing()
    with edit_command(layer, "Photo"):
        layer.changeAttributeValue(next(layer.getFeatures()).id(), layer.fields().indexOf("photo"), name)


def test_stored_and_new_observations_without_a_place_are_each_put_at_their_stop(desk: EstDock) -> None:
    make_walk(desk)
    stops = {row["number"]: row["uuid"] for row in layer_of(LayerRole.WALK_STOPS).getFeatures()}
    for item, number in (("BEL", 1), ("SIK", 1), ("UND", 2)):
        draw(LayerRole.OBSERVATIONS, "", walk_stop=stops[number], item=item, value="1")
    save(desk)
    with desk.session.database.writing() as connection:
        connection.execute("UPDATE observation SET geom = NULL, base_version = version")
    layer = layer_of(LayerRole.OBSERVATIONS)
    untouched, *edited = layer.getFeatures()
    assert not any(row.hasGeometry() for row in (untouched, *edited))
    with edit_command(layer, "comment"):
        for row in edited:
            assert layer.changeAttributeValue(row.id(), layer.fields().indexOf("comment"), "Mörkt.")
    draw(LayerRole.OBSERVATIONS, "", walk_stop=stops[2], item="SAM", value="1")
    save(desk)
    found = {row["item"]: row.geometry().asPoint().x() for row in layer.getFeatures() if row.hasGeometry()}
    places = {"BEL": 503100, "SIK": 503100, "UND": 503200, "SAM": 503200}
    del places[untouched["item"]]
    assert found == places


@pytest.fixture
def colleague(server: Server, editors_database: ServerDatabase) -> Callable[..., int]:
    """Bo works on the server; returns how many rows a statement changed."""
    bo = open_server_database(server.address(editors_database.address.name, "bo"))

    def run(statement: str, *values: object) -> int:
        with cursor_on(bo) as cursor:
            cursor.execute(statement, values)
            return cursor.rowcount

    return run


def stored(database: ServerDatabase, statement: str) -> list[tuple[Any, ...]]:
    with cursor_on(database) as cursor:
        cursor.execute(statement)
        return [tuple(row.values()) for row in cursor.fetchall()]


def test_a_cell_that_both_filled_in_is_kept_twice_and_one_that_both_changed_is_a_conflict(
    opened: EstDock, colleague: Callable[..., int], server_database: ServerDatabase
) -> None:
    make_walk(opened)
    dialog = protocol(opened)
    put(dialog, 0, "BEL", "3 mörkt")
    dialog.ok.click()
    save(opened)
    dialog = protocol(opened)
    # Bo types the same protocol while the window is open here.
    assert colleague("UPDATE est.observation SET value = '2', base_version = version WHERE item = 'BEL'") == 1
    added = colleague(
        "INSERT INTO est.observation (uuid, walk_stop, item, value, comment) SELECT gen_random_uuid(), uuid, 'SIK',"
        " '1', 'Bo' FROM est.walk_stop WHERE number = 1"
    )
    assert added == 1
    put(dialog, 0, "BEL", "1 lagat")
    put(dialog, 0, "SIK", "2 Anna")
    dialog.ok.click()
    QTest.qWait(20)
    opened.unsaved.save_button.click()
    conflict = open_dialog(ConflictDialog)
    cells = [
        [conflict.table.item(line, place).text() for place in range(4)] for line in range(conflict.table.rowCount())
    ]
    assert ["1", "2", "3"] in [row[1:] for row in cells]
    conflict.mine.click()
    conflict.save.click()
    until(lambda: not layer_of(LayerRole.OBSERVATIONS).isModified())
    assert observed(server_database) == {("BEL", "1", "lagat"), ("SIK", "1", "Bo"), ("SIK", "2", "Anna")}


def test_one_moves_the_route_and_the_other_writes_the_title_and_both_stand(
    opened: EstDock, colleague: Callable[..., int], server_database: ServerDatabase
) -> None:
    make_walk(opened)
    walks = layer_of(LayerRole.WALKS)
    [walk] = walks.getFeatures()
    with edit_command(walks, "move"):
        assert walks.moveVertex(503600, 6571100, walk.id(), 1)
    assert colleague("UPDATE est.walk SET title = 'Norr', base_version = version") == 1
    QTest.qWait(20)
    save(opened)
    [(title, route)] = stored(server_database, "SELECT title, ST_AsText(geom) FROM est.walk")
    assert (title, route) == ("Norr", "LINESTRING(503000 6571000,503600 6571100)")


def test_a_stop_that_both_moved_is_a_conflict_and_shows_both_places(
    opened: EstDock, colleague: Callable[..., int], server_database: ServerDatabase
) -> None:
    make_walk(opened)
    stops = layer_of(LayerRole.WALK_STOPS)
    stop = next(row for row in stops.getFeatures() if row["number"] == 2)
    with edit_command(stops, "move"):
        assert stops.changeGeometry(stop.id(), QgsGeometry.fromWkt("Point (503300 6571000)"))
    moved = colleague(
        "UPDATE est.walk_stop SET geom = ST_SetSRID('POINT(503400 6571000)'::geometry, 3006), base_version = version"
        " WHERE number = 2"
    )
    assert moved == 1
    QTest.qWait(20)
    opened.unsaved.save_button.click()
    conflict = open_dialog(ConflictDialog)
    assert conflict.legend.isVisible()
    conflict.theirs.click()
    conflict.save.click()
    until(lambda: not stops.isModified())
    assert ("POINT(503400 6571000)",) in stored(server_database, "SELECT ST_AsText(geom) FROM est.walk_stop")


def test_what_is_seen_at_a_stop_that_a_colleague_deleted_is_not_lost(
    opened: EstDock, colleague: Callable[..., int], server_database: ServerDatabase, qgis_iface: Any
) -> None:
    make_walk(opened)
    dialog = protocol(opened)
    assert colleague("UPDATE est.walk_stop SET deleted_at = now(), base_version = version WHERE number = 1") == 1
    put(dialog, 0, "BEL", "3 mörkt")
    dialog.ok.click()
    save(opened)
    assert any("The stop of an observation is gone" in said for said in told(qgis_iface))
    # It waits at the deleted stop, and comes back with it.
    assert observed(server_database) == {("BEL", "3", "mörkt")}
    assert QgsProject.instance() is not None
