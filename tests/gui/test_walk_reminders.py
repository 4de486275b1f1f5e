# SPDX-License-Identifier: GPL-2.0-or-later
"""The pages of walks and of the meeting say which walks ask for something, and lead to them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QDate

from est_plugin.db.times import LOCAL_ZONE, to_text
from est_plugin.layers.edits import edit_command
from est_plugin.layers.roles import LayerRole, find
from est_plugin.layers.unsaved import save_all
from tests.gui.walk_desk import add_walk, dock, open_at, see, stop_at
from tests.waiting import settled, until

if TYPE_CHECKING:
    from est_plugin.db.database import Database
    from est_plugin.gui.dock import EstDock

__all__ = ["dock"]


def change_walk(**values: object) -> None:
    layer = find(QgsProject.instance(), LayerRole.WALKS)
    (walk,) = layer.getFeatures()
    with edit_command(layer, "change"):
        for name, value in values.items():
            assert layer.changeAttributeValue(walk.id(), layer.fields().indexOf(name), value)


def test_what_a_walk_asks_for_is_told_and_leads_to_it(dock: EstDock, either_database: Database) -> None:
    begun = datetime.now(LOCAL_ZONE) - timedelta(weeks=7)
    uuid = add_walk(either_database, to_text(begun))
    page = open_at(dock, either_database)
    assert not page.reminders.isVisible()
    late = QDate(date.today() - timedelta(days=3))  # noqa: DTZ011 (local)
    see(stop_at("Start"), item="BEL", value="3", deadline=late)
    see(stop_at("Start"), item="VEG", value="0")
    change_walk(status="walked", next_walk=QDate.currentDate().addDays(10))
    until(page.reminders.isVisible)
    said = page.reminders.text()
    for words in ("1 observation(s) still wait(s)", "deadline of 1 observation(s)", "the next walk is due"):
        assert words in said
    assert f'href="{uuid}"' in said

    save_all(QgsProject.instance())
    settled(page.session)
    page.table.clearSelection()
    dock.pages.setCurrentIndex(4)
    meeting = dock.pages.widget(4)
    until(meeting.reminders.isVisible)
    settled(page.session)
    assert meeting.reminders.text() == said
    meeting.reminders.linkActivated.emit(uuid)
    until(page.isVisible)
    until(lambda: page._selected() is not None)
    assert page._selected().uuid == uuid


def test_nothing_is_said_of_a_walk_that_is_answered(dock: EstDock, file_database: Database) -> None:
    add_walk(file_database, to_text(datetime.now(LOCAL_ZONE) - timedelta(weeks=7)))
    page = open_at(dock, file_database)
    see(stop_at("Start"), item="BEL", value="3")
    change_walk(status="walked")
    until(page.reminders.isVisible)
    layer = find(QgsProject.instance(), LayerRole.OBSERVATIONS)
    (seen,) = layer.getFeatures()
    with edit_command(layer, "answer"):
        assert layer.changeAttributeValue(seen.id(), layer.fields().indexOf("answer"), "done")
    until(lambda: not page.reminders.isVisible())
