# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person decided while a save was on its way stands, and no edit is stuck in its buffer for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtTest import QTest

from est_plugin.layers import roles
from est_plugin.layers.edits import edit_command
from est_plugin.layers.roles import LayerRole
from tests.desk import desk
from tests.gui.test_conflict_dialog import cells, change, colleague, dialog_of, measures, nothing_is_unsaved, stored
from tests.gui.test_server_database import dock, opened, until
from tests.postgres import cursor_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from qgis.core import QgsVectorLayer

    from est_plugin.db.server_database import ServerDatabase
    from est_plugin.gui.dock import EstDock
    from tests.desk import Desk
    from tests.postgres import Server

__all__ = ["colleague", "dock", "measures", "opened"]


@pytest.fixture
def anna(
    server: Server,
    editors_database: ServerDatabase,
    server_database: ServerDatabase,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qgis_new_project: None,
) -> Iterator[Desk]:
    """An editor with one measure on the map."""
    monkeypatch.setattr("est_plugin.gui.session.journal_folder", lambda: tmp_path / "journal")
    with cursor_on(server_database) as cursor:
        cursor.execute(
            "INSERT INTO est.measure (uuid, kind, title, geom)"
            " VALUES (gen_random_uuid(), 'BEL', 'Lamp', 'SRID=3006;POINT(503000 6571000)')"
        )
    with desk() as one:
        one.open(server.address(editors_database.address.name, "anna"))
        yield one


def points() -> QgsVectorLayer:
    layer = roles.find(QgsProject.instance(), LayerRole.MEASURE_POINTS)
    assert layer is not None
    return layer


def set_values(layer: QgsVectorLayer, **values: Any) -> None:
    with edit_command(layer, "edit"):
        for row in layer.allFeatureIds():
            for name, value in values.items():
                assert layer.changeAttributeValue(row, layer.fields().indexOf(name), value)


def test_what_was_saved_after_a_refusal_does_not_come_back_as_it_was_refused(
    anna: Desk, server_database: ServerDatabase
) -> None:
    layer = points()
    set_values(layer, status="no such status", title="First")
    assert not layer.commitChanges()
    QTest.qWait(20)
    set_values(layer, status="decided", title="Second")
    assert layer.commitChanges(), layer.commitErrors()
    anna.settle()
    assert not layer.isModified()
    assert anna.told == []
    assert stored(server_database, "title", "status") == [("Second", "decided")]
    assert anna.session.arrival_check.journal.own_entries() == []


def test_what_was_discarded_after_a_refusal_does_not_come_back(anna: Desk, server_database: ServerDatabase) -> None:
    layer = points()
    set_values(layer, status="no such status")
    assert not layer.commitChanges()
    QTest.qWait(20)
    layer.rollBack()
    anna.settle()
    assert not layer.isModified()
    assert anna.told == []
    until(lambda: anna.session.arrival_check.journal.own_entries() == [])


def test_a_new_row_that_arrived_leaves_the_edit_buffer_of_who_may_not_delete(
    anna: Desk, server_database: ServerDatabase
) -> None:
    layer = points()
    row = next(layer.getFeatures())
    new = row.__class__(layer.fields())
    new.setGeometry(row.geometry())
    provider = layer.dataProvider()
    values = {"kind": "BEL", "title": "New", "uuid": "6f1c1f0e-6c5c-4a5c-9a55-1d2c3b4a5f60", "version": 1}
    with edit_command(layer, "draw"):
        for index in range(layer.fields().count()):
            name = layer.fields().at(index).name()
            new.setAttribute(index, values.get(name, provider.defaultValueClause(index) if name == "id" else row[name]))
        assert layer.addFeature(new)
    # The commit arrived, and its answer did not: the row is there, and in the edit buffer too.
    with cursor_on(server_database) as cursor:
        cursor.execute(
            "INSERT INTO est.measure (uuid, kind, title, geom) VALUES (%s, 'BEL', 'New', %s)",
            (values["uuid"], "SRID=3006;POINT(503000 6571000)"),
        )
    assert not layer.commitChanges()
    anna.settle()
    assert layer.editBuffer() is None or layer.editBuffer().addedFeatures() == {}
    assert not [text for text in anna.told if "refused" in text]
    assert anna.session.arrival_check.journal.open_entries(anna.session.database.key) == []


def test_a_row_that_was_deleted_and_restored_meanwhile_can_be_decided_and_saved(
    opened: EstDock, measures: QgsVectorLayer, colleague: Callable[..., None], server_database: ServerDatabase
) -> None:
    change(measures, "Lamp 1", title="Anna 1")
    colleague("Lamp 1", "deleted_at = now()")
    colleague("Lamp 1", "deleted_at = NULL")
    opened.unsaved.save_button.click()
    dialog = dialog_of()
    assert cells(dialog) == [["Title", "Anna 1", "Lamp 1", "Lamp 1"]]
    dialog.mine.click()
    dialog.save.click()
    until(lambda: nothing_is_unsaved(opened))
    assert stored(server_database, "title", "version")[0] == ("Anna 1", 4)


def test_what_is_edited_while_the_server_is_asked_is_decided_too(
    opened: EstDock, measures: QgsVectorLayer, colleague: Callable[..., None], server_database: ServerDatabase
) -> None:
    change(measures, "Lamp 1", title="Anna 1")
    colleague("Lamp 1", "title = 'Bo 1', owner = 'polis'")
    assert not measures.commitChanges()
    QTest.qWait(1)
    [row] = [row for row in measures.getFeatures() if row["title"] == "Anna 1"]
    with edit_command(measures, "change"):
        assert measures.changeAttributeValue(row.id(), measures.fields().indexOf("owner"), "kommun")
    dialog = dialog_of()
    assert [line[0] for line in cells(dialog)] == ["Title", "Responsible"]
    dialog.theirs.click()
    dialog.save.click()
    until(lambda: nothing_is_unsaved(opened))
    assert stored(server_database, "title", "owner", "version")[0] == ("Bo 1", "polis", 2)
