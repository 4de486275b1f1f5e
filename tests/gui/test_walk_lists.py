# SPDX-License-Identifier: GPL-2.0-or-later
"""The map manager changes the checklist: codes stay, names change, and the forms offer the new list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt

from est_plugin.db.server_database import open_server_database
from est_plugin.db.walk_lists import Entry, WalkList, new_code, read_entries, store_entries
from est_plugin.domain.observation import AnswerKind
from est_plugin.errors import DatabaseError, InputError
from est_plugin.gui.walk_lists_dialog import EDIT_LISTS, WalkListsDialog
from est_plugin.layers.roles import LayerRole
from tests.gui.test_deletion import desk, draw, save
from tests.gui.test_protocol import make_walk, open_dialog
from tests.gui.test_server_database import dock, layer_of, opened
from tests.waiting import settled, until

if TYPE_CHECKING:
    from est_plugin.db.database import Database
    from est_plugin.db.server_database import ServerDatabase
    from est_plugin.gui.dock import EstDock
    from tests.postgres import Server

__all__ = ["desk", "dock", "opened"]


@pytest.fixture(params=["file", "server"])
def own_database(request: pytest.FixtureRequest) -> Database:
    """A database of each engine in turn, as an administrator opens it."""
    if request.param == "file":
        return request.getfixturevalue("file_database")
    server, database = (request.getfixturevalue(name) for name in ("server", "server_database"))
    return open_server_database(server.address(database.address.name, "ada"))


def test_entries_are_added_renamed_ordered_and_taken_out_of_use(own_database: Database) -> None:
    before = read_entries(own_database, WalkList.CHECKLIST)
    lighting, *rest = before
    new = Entry(
        new_code("Övergångsställe", [entry.code for entry in before]), "Övergångsställe", "Crossing", AnswerKind.YES_NO
    )
    after = [new, *rest, replace(lighting, name_sv="Ljus", active=False)]
    store_entries(own_database, WalkList.CHECKLIST, before, after)
    assert read_entries(own_database, WalkList.CHECKLIST) == tuple(after)
    assert new.code == "OVE"
    roles = read_entries(own_database, WalkList.PARTICIPANT_ROLES)
    store_entries(own_database, WalkList.PARTICIPANT_ROLES, roles, roles[::-1])
    assert read_entries(own_database, WalkList.PARTICIPANT_ROLES) == roles[::-1]


def test_nothing_is_stored_when_a_name_is_missing_an_entry_is_removed_or_somebody_was_first(
    own_database: Database,
) -> None:
    before = read_entries(own_database, WalkList.CHECKLIST)
    first, *rest = before
    with pytest.raises(InputError, match="no name"):
        store_entries(own_database, WalkList.CHECKLIST, before, [replace(first, name_en=" "), *rest])
    with pytest.raises(InputError, match="out of use"):
        store_entries(own_database, WalkList.CHECKLIST, before, rest)
    theirs = (replace(first, name_sv="Deras"), *rest)
    store_entries(own_database, WalkList.CHECKLIST, before, theirs)
    with pytest.raises(DatabaseError, match="Somebody else"):
        store_entries(own_database, WalkList.CHECKLIST, before, [replace(rest[0], name_sv="Min"), first, *rest[1:]])
    with pytest.raises(DatabaseError, match="Somebody else"):
        store_entries(own_database, WalkList.CHECKLIST, before, [replace(first, name_sv="Min"), *rest])
    assert read_entries(own_database, WalkList.CHECKLIST) == theirs


def test_an_item_that_was_answered_is_not_answered_in_another_way(desk: EstDock) -> None:
    walk = make_walk(desk)
    stop = next(row for row in layer_of(LayerRole.WALK_STOPS).getFeatures() if row["walk"] == walk)
    draw(LayerRole.OBSERVATIONS, "", walk_stop=stop["uuid"], item="BEL", value="2")
    save(desk)
    database = desk.session.database
    before = read_entries(database, WalkList.CHECKLIST)
    with pytest.raises((InputError, DatabaseError)):
        store_entries(database, WalkList.CHECKLIST, before, [replace(before[0], answer=AnswerKind.YES_NO), *before[1:]])
    assert read_entries(database, WalkList.CHECKLIST) == before


def test_an_editor_of_a_server_may_not_change_the_lists_and_is_told_whom_to_ask(
    server: Server, editors_database: ServerDatabase
) -> None:
    database = open_server_database(server.address(editors_database.address.name, "bo"))
    before = read_entries(database, WalkList.CHECKLIST)
    with pytest.raises(DatabaseError, match="administrator"):
        store_entries(database, WalkList.CHECKLIST, before, [replace(before[0], name_sv="Ljus"), *before[1:]])
    assert read_entries(database, WalkList.CHECKLIST) == before


@pytest.mark.parametrize("desk", ["file"], indirect=True)
def test_the_form_offers_the_list_as_it_was_changed_in_the_window(desk: EstDock) -> None:
    make_walk(desk)
    desk.pages.widget(2).with_walk.entries[EDIT_LISTS.label].trigger()
    dialog = open_dialog(WalkListsDialog)
    until(lambda: not dialog.is_working)
    table = dialog.checklist.table
    assert table.rowCount() == 17
    table.item(0, 0).setCheckState(Qt.CheckState.Unchecked)
    table.setCurrentCell(16, 2)
    dialog.checklist.up.click()
    dialog.checklist.add.click()
    table.item(17, 2).setText("Hundrastgård")
    table.item(17, 3).setText("Dog park")
    dialog.save.click()
    until(lambda: sip.isdeleted(dialog))
    settled(desk.session)
    layer = layer_of(LayerRole.OBSERVATIONS)
    entries = layer.editorWidgetSetup(layer.fields().indexOf("item")).config()["map"]
    codes = [code for entry in entries for code in entry.values()]
    assert "BEL" not in codes
    assert codes[-3:] == ["PLU", "KÄN", "HUN"]
    assert [code.code for code in desk.session.code_lists.checklist] == codes
