# SPDX-License-Identifier: GPL-2.0-or-later
"""What has changed, and the trend over the periods: asked in the dock, answered about what the pages show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QEvent

from est_plugin import settings
from est_plugin.db.hotspots import list_hotspots
from est_plugin.db.incidents import read_points
from est_plugin.db.place_histories import HistoryRequest, read_place_histories
from est_plugin.domain.period import Baseline, Period
from est_plugin.errors import InputError
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.hotspots_page import HotspotsPage
from est_plugin.gui.messages import Messages
from est_plugin.gui.page import key_of
from est_plugin.gui.session import Session
from est_plugin.gui.situation_page import SituationPage
from est_plugin.intake.demo_town import create_demo_database
from tests.waiting import opened, settled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OCTOBER = Period.between(date(2026, 10, 1), date(2026, 10, 31))


@pytest.fixture
def session(qgis_iface: object, qgis_new_project: None, tmp_path: Path) -> Iterator[Session]:
    """On October in the demo town, nothing chosen to compare with."""
    entries = settings.register()
    for entry in (entries.comparison, entries.cell_size, entries.neighbourhood):
        entry.remove()
    session = Session(entries, Messages(qgis_iface.messageBar()))
    path = tmp_path / "lindvik.gpkg"
    create_demo_database(path, seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    opened(session, path)
    session.choose_period(OCTOBER)
    settled(session)
    yield session
    entries.comparison.remove()
    session.unload()
    settings.unregister()
    session.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def situation(session: Session) -> Iterator[SituationPage]:
    page = SituationPage(session)
    yield from shown(page, session)


@pytest.fixture
def hotspots(session: Session) -> Iterator[HotspotsPage]:
    canvas = QgsMapCanvas()
    page = HotspotsPage(session, canvas, lambda _place: None)
    yield from shown(page, session)
    canvas.deleteLater()


def shown(page: SituationPage | HotspotsPage, session: Session) -> Iterator[SituationPage | HotspotsPage]:
    for signal in (session.database_changed, session.filter_changed, session.data_changed):
        signal.connect(page.refresh)
    page.show()
    page.refresh()
    settled(session)
    yield page
    page.deleteLater()


def ask(page: SituationPage | HotspotsPage, start: str) -> str:
    """Choose the question that begins so, and give what the window then says."""
    (action,) = [action for action in page.questions.menu().actions() if action.text().startswith(start)]
    action.trigger()
    settled(page.session)
    window = page.questions.window_shown
    assert window is not None
    text = window.text.toPlainText()
    window.close()
    return text


def test_the_same_season_last_year_is_suggested_and_the_choice_is_remembered(situation: SituationPage) -> None:
    session = situation.session
    assert situation.comparison.currentData() is Baseline.LAST_YEAR
    assert "2025-10-01 – 2025-10-31" in situation.total.text()
    index = situation.comparison.findData(Baseline.PREVIOUS)
    situation.comparison.setCurrentIndex(index)
    situation.comparison.activated.emit(index)
    settled(session)
    assert "2026-09-01 – 2026-09-30" in situation.total.text()
    assert session.settings.comparison.value() == "previous"
    assert session.baseline is Baseline.PREVIOUS


def test_where_the_reports_do_not_reach_back_a_year_the_period_before_is_suggested(situation: SituationPage) -> None:
    situation.session.choose_period(Period.between(date(2026, 8, 1), date(2026, 8, 31)))
    settled(situation.session)
    assert situation.comparison.currentData() is Baseline.PREVIOUS


def test_what_has_changed_is_told_of_all_and_of_each_category(situation: SituationPage) -> None:
    text = ask(situation, "What has changed")
    assert "2026-10-01 – 2026-10-31, compared with 2025-10-01 – 2025-10-31" in text
    assert "95 % interval, the row by itself" in text
    assert "too few to tell" in text
    rows = situation.by_category.rowCount()
    assert f"Number of tests\n{rows}" in text.replace("\xa0", " ")


def test_a_period_that_cannot_be_compared_is_told_so_and_nothing_else_is(situation: SituationPage) -> None:
    situation.session.choose_period(Period.between(date(2026, 11, 1), date(2026, 11, 30)))
    settled(situation.session)
    text = ask(situation, "What has changed")
    assert text.splitlines()[2].startswith("Cannot be compared with")
    assert "cannot be compared" in text
    assert "than chance explains" not in text


def test_hotspots_are_compared_with_what_the_situation_is_compared_with(hotspots: HotspotsPage) -> None:
    session = hotspots.session
    hotspots.find()
    settled(session)
    last_year = [hotspots.table.item(row, 3).text() for row in range(hotspots.table.rowCount())]
    session.compare_with(Baseline.PREVIOUS)
    settled(session)
    previous = [hotspots.table.item(row, 3).text() for row in range(hotspots.table.rowCount())]
    assert len(previous) == len(last_year) > 3
    assert previous != last_year
    rows = {row.uuid: row for row in list_hotspots(session.database, OCTOBER)}
    for line, text in enumerate(previous):
        row = rows[key_of(hotspots.table, line)]
        difference = row.incidents - row.incidents_before
        assert text.startswith(f"{difference:+d}".replace("-", "−") if difference else "0")
    assert "2026-09-01" in hotspots.table.horizontalHeaderItem(3).toolTip()


def test_the_trend_follows_the_hotspots_of_the_list(hotspots: HotspotsPage) -> None:
    hotspots.find()
    settled(hotspots.session)
    text = ask(hotspots, "Trend over")
    for line in range(hotspots.table.rowCount()):
        assert hotspots.table.item(line, 1).text() in text
    assert "Whole periods\n12" in text
    assert "Hot periods" in text


def test_without_hotspots_the_trend_says_what_to_do(hotspots: HotspotsPage) -> None:
    database, search = hotspots.session.database, hotspots.search.chosen()
    work = HistoryRequest(OCTOBER, 12, search.parameters, read_points)
    with pytest.raises(InputError, match="Press Find hotspots first"):
        read_place_histories(database, work, SilentFeedback())
