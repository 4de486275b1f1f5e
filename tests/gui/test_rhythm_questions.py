# SPDX-License-Identifier: GPL-2.0-or-later
"""Asked in the dock when it happens and whether it comes again: the answer is about what the page shows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import shapely
from qgis.core import Qgis
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QEvent

from est_plugin import settings
from est_plugin.db.incidents import read_points
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.hotspots_page import HotspotsPage
from est_plugin.gui.messages import Messages
from est_plugin.gui.session import Session
from est_plugin.gui.situation_page import SituationPage
from est_plugin.intake.demo_town import create_demo_database
from tests.waiting import opened, settled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from est_plugin.gui.questions import QuestionButton

PERIOD = Period.between(date(2026, 10, 1), date(2026, 10, 31))


@pytest.fixture
def session(qgis_iface: object, qgis_new_project: None, tmp_path: Path) -> Iterator[Session]:
    """October in the demo town."""
    session = Session(settings.register(), Messages(qgis_iface.messageBar()))
    path = tmp_path / "lindvik.gpkg"
    create_demo_database(path, seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    opened(session, path)
    session.choose_period(PERIOD)
    settled(session)
    yield session
    session.unload()
    settings.unregister()
    session.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def ask(button: QuestionButton, question: str) -> str:
    """Choose the question, and give what the window then says; nothing if there is no window."""
    (action,) = [action for action in button.menu().actions() if action.text() == question]
    action.trigger()
    settled(button.session)
    return "" if button.window_shown is None else button.window_shown.text.toPlainText()


def test_the_page_situation_answers_for_the_choice_that_is_shown(session: Session) -> None:
    page = SituationPage(session)
    (category, *_others) = sorted({code.code for code in session.code_lists.categories})
    for chosen in (IncidentFilter(PERIOD), IncidentFilter(PERIOD, categories=frozenset({category}))):
        session.choose(chosen)
        settled(session)
        points = read_points(session.database, chosen)
        for question in ("When does it happen?", "Does it come again nearby?"):
            assert points.checksum() in ask(page.questions, question)
            page.questions.window_shown.close()
    page.deleteLater()


def test_the_page_hotspots_answers_for_the_selected_hotspots(session: Session, qgis_iface: object) -> None:
    canvas = QgsMapCanvas()
    page = HotspotsPage(session, canvas, lambda _place: None)
    session.data_changed.connect(page.refresh)
    page.show()
    page.find()
    settled(session)
    assert ask(page.questions, "When does it happen here?") == ""
    assert "Select one or more rows" in qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)[-1]
    page.table.selectRow(0)
    (row,) = page.selected()
    text = ask(page.questions, "When does it happen here?")
    points = read_points(session.database, IncidentFilter(PERIOD))
    area = shapely.from_wkb(row.wkb)
    inside = points.select(shapely.intersects_xy(area, points.x, points.y))
    assert 0 < len(inside) < len(points)
    assert inside.checksum() in text
    assert row.name in text
    for thing in (page, canvas):
        thing.deleteLater()
