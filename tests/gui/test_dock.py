# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock shows what the database holds, and what a person chooses in it changes map and numbers alike."""

from __future__ import annotations

import threading
from datetime import date
from typing import TYPE_CHECKING

import pytest
from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QDate, QEvent
from qgis.PyQt.QtTest import QTest

from est_plugin import settings
from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.migrator import create_database
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.dock import EstDock
from est_plugin.gui.messages import Messages
from est_plugin.gui.session import Session
from est_plugin.gui.situation_page import SituationPage
from est_plugin.gui.start_page import StartPage
from est_plugin.layers.roles import LayerRole, find
from tests.waiting import opened, settled, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qgis.gui import QgisInterface

    from est_plugin.db.database import Database
    from est_plugin.feedback import Feedback


@pytest.fixture
def database(tmp_path: Path, qgis_new_project: None) -> Database:
    """Two incidents in March 2026, one in February."""
    database = create_database(
        tmp_path / "est.gpkg", srs_id=3006, municipality="1781", municipality_name="Lindvik", feedback=SilentFeedback()
    )
    rows = (("klotter", "2026-02-10"), ("klotter", "2026-03-10"), ("ran", "2026-03-11"))
    with database.writing() as connection:
        for number, (category, day) in enumerate(rows):
            connection.execute(
                "INSERT INTO incident (uuid, source, source_ref, category, organisation, occurred_from, geom)"
                " VALUES (?, 'test', ?, ?, 'polis', ?, ?)",
                (str(number), str(number), category, f"{day}T12:00:00.000Z", point_blob(500_000, 6_600_000, 3006)),
            )
    return database


@pytest.fixture
def dock(qgis_iface: object, qgis_new_project: None) -> Iterator[EstDock]:
    session = Session(settings.register(), Messages(qgis_iface.messageBar()))
    page = SituationPage(session)
    session.database_changed.connect(page.load_code_lists)
    dock = EstDock(
        session,
        StartPage(open_database=lambda: None, create=lambda: None, demo=lambda: None),
        [("S", page)],
    )
    dock.situation = page
    dock.show()
    yield dock
    session.unload()
    settings.unregister()
    for thing in (dock, session):
        thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown_incidents() -> int:
    return int(find(QgsProject.instance(), LayerRole.INCIDENTS).featureCount())


def test_without_a_database_the_dock_says_what_to_do(dock: EstDock) -> None:
    assert "no database is open" in dock.header.text()
    assert dock.situation.by_category.rowCount() == 0


def test_an_opened_database_shows_its_latest_period_on_map_and_page(dock: EstDock, database: Database) -> None:
    opened(dock.session, database.path)
    assert dock.session.period == Period.containing(PeriodKind.MONTH, date(2026, 3, 1))
    assert "Lindvik" in dock.header.text()
    assert "2 incidents" in dock.situation.total.text()
    assert shown_incidents() == 2


def test_a_step_back_in_time_changes_map_and_numbers(dock: EstDock, database: Database) -> None:
    opened(dock.session, database.path)
    dock.session.choose_period(dock.session.period.previous())
    settled(dock.session)
    assert "1 incidents" in dock.situation.total.text()
    assert shown_incidents() == 1


def test_a_checked_category_changes_map_and_numbers(dock: EstDock, database: Database) -> None:
    opened(dock.session, database.path)
    dock.situation.categories.setCheckedItems(["Robbery"])
    settled(dock.session)
    assert dock.session.incident_filter.categories == {"ran"}
    assert "1 incidents" in dock.situation.total.text()
    assert shown_incidents() == 1


def test_a_choice_that_is_refused_is_not_shown_as_if_it_applied(
    dock: EstDock, database: Database, qgis_iface: QgisInterface
) -> None:
    opened(dock.session, database.path)
    page, before = dock.situation, dock.session.incident_filter
    layer = find(QgsProject.instance(), LayerRole.INCIDENTS)
    assert layer.startEditing()
    page.categories.setCheckedItems(["Robbery"])
    settled(dock.session)
    page.organisations.setCheckedItems([page.organisations.itemText(0)])
    page.kind.setCurrentIndex(page.kind.findData(PeriodKind.YEAR))
    page.kind.activated.emit(page.kind.currentIndex())
    page.first_day.setDate(QDate(2026, 2, 1))
    page.first_day.editingFinished.emit()
    assert "is being edited" in qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)[-1]
    assert dock.session.incident_filter == before
    assert page.categories.checkedItemsData() == page.organisations.checkedItemsData() == []
    assert page.kind.currentData() is PeriodKind.MONTH
    assert page.first_day.date() == QDate(2026, 3, 1)
    layer.rollBack()
    page.categories.setCheckedItems(["Robbery"])
    settled(dock.session)
    assert "1 incidents" in page.total.text()


def test_another_database_is_opened_without_the_choices_made_in_the_one_before(
    dock: EstDock, database: Database, tmp_path: Path, qgis_iface: QgisInterface
) -> None:
    opened(dock.session, database.path)
    dock.situation.categories.setCheckedItems(["Robbery"])
    settled(dock.session)
    chosen = dock.session.incident_filter
    empty = create_database(
        tmp_path / "empty.gpkg", srs_id=3006, municipality="1781", municipality_name="", feedback=SilentFeedback()
    )
    layer = find(QgsProject.instance(), LayerRole.WALKS)
    assert layer.startEditing()
    opened(dock.session, empty.path)
    assert "is being edited" in qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)[-1]
    assert (dock.session.database, dock.session.incident_filter) == (database, chosen)
    layer.rollBack()
    opened(dock.session, empty.path)
    assert dock.session.incident_filter == IncidentFilter(chosen.period)
    assert dock.situation.categories.checkedItemsData() == []
    with empty.writing() as connection:
        connection.execute(
            "INSERT INTO incident (uuid, source, source_ref, category, occurred_from, geom)"
            " VALUES ('1', 'test', '1', 'klotter', '2026-03-10T12:00:00.000Z', ?)",
            (point_blob(500_000, 6_600_000, 3006),),
        )
    dock.session.reload_layers()
    settled(dock.session)
    assert shown_incidents() == 1


def test_a_wrong_file_is_told_and_leaves_what_is_open(
    dock: EstDock, database: Database, tmp_path: Path, qgis_iface: QgisInterface
) -> None:
    opened(dock.session, database.path)
    other = tmp_path / "other.gpkg"
    other.write_text("no database")
    opened(dock.session, other)
    assert "is not an EST database" in qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)[-1]
    assert dock.session.database == database
    assert shown_incidents() == 2


def test_a_new_project_closes_the_database(dock: EstDock, database: Database) -> None:
    opened(dock.session, database.path)
    QgsProject.instance().clear()
    assert dock.session.database is None
    assert "no database is open" in dock.header.text()


def test_a_saved_project_brings_its_database_and_styles_back(dock: EstDock, database: Database, tmp_path: Path) -> None:
    opened(dock.session, database.path)
    find(QgsProject.instance(), LayerRole.INCIDENTS).setOpacity(0.5)
    project = tmp_path / "work.qgz"
    assert QgsProject.instance().write(str(project))
    QgsProject.instance().clear()
    assert dock.session.database is None
    assert QgsProject.instance().read(str(project))
    settled(dock.session)
    assert dock.session.database == database
    assert "Lindvik" in dock.header.text()
    assert find(QgsProject.instance(), LayerRole.INCIDENTS).opacity() == 0.5


def test_a_project_moved_together_with_its_database_finds_it(dock: EstDock, database: Database, tmp_path: Path) -> None:
    opened(dock.session, database.path)
    assert QgsProject.instance().write(str(tmp_path / "work.qgz"))
    QgsProject.instance().clear()
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("work.qgz", database.path.name):
        (tmp_path / name).rename(moved / name)
    assert QgsProject.instance().read(str(moved / "work.qgz"))
    settled(dock.session)
    assert dock.session.database.path == moved / database.path.name


def test_a_project_whose_database_is_gone_says_so(
    dock: EstDock, database: Database, tmp_path: Path, qgis_iface: QgisInterface
) -> None:
    opened(dock.session, database.path)
    assert QgsProject.instance().write(str(tmp_path / "work.qgz"))
    QgsProject.instance().clear()
    database.path.unlink()
    QgsProject.instance().read(str(tmp_path / "work.qgz"))
    settled(dock.session)
    assert dock.session.database is None
    assert "was not found" in qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)[-1]


def test_work_in_the_background_says_what_it_does_and_how_far_it_is(dock: EstDock) -> None:
    shown: list[tuple[str, int]] = []
    dock.session.progressed.connect(lambda *_: shown.append((dock.progress.format(), dock.progress.value())))

    def work(feedback: Feedback) -> None:
        feedback.set_progress(0.5)

    done: list[None] = []
    dock.session.run("Counting sheep", work, done.append)
    while not done:
        QTest.qWait(10)
    QTest.qWait(10)
    assert shown[0] == ("Counting sheep %p %", 0)
    assert ("Counting sheep %p %", 50) in shown
    assert not dock._busy.isVisibleTo(dock)


def test_nothing_moves_under_the_mouse_while_something_is_read_or_runs(dock: EstDock, database: Database) -> None:
    opened(dock.session, database.path)
    dock.resize(560, 900)
    QTest.qWait(50)
    pages = dock.pages
    calm = (pages.mapTo(dock, pages.rect().topLeft()), pages.size())
    answer = threading.Event()
    dock.session.fetch("slow", lambda: answer.wait(20), lambda _answer: None)
    until(dock.reading.isVisible)
    assert (pages.mapTo(dock, pages.rect().topLeft()), pages.size()) == calm
    dock.session.run("Working", lambda _feedback: answer.wait(20), lambda _answer: None)
    until(dock.progress.isVisible)
    QTest.qWait(50)
    assert dock.reading.isVisible()
    assert (pages.mapTo(dock, pages.rect().topLeft()), pages.size()) == calm
    answer.set()
    settled(dock.session)
    until(lambda: not dock.progress.isVisible())
    QTest.qWait(50)
    assert (pages.mapTo(dock, pages.rect().topLeft()), pages.size()) == calm


def test_a_saved_project_brings_its_period_back(dock: EstDock, database: Database, tmp_path: Path) -> None:
    opened(dock.session, database.path)
    february = dock.session.period.previous()
    dock.session.choose_period(february)
    settled(dock.session)
    assert QgsProject.instance().write(str(tmp_path / "work.qgz"))
    QgsProject.instance().clear()
    assert QgsProject.instance().read(str(tmp_path / "work.qgz"))
    settled(dock.session)
    assert dock.session.period == february
    assert shown_incidents() == 1


def test_a_layer_keeps_the_name_that_a_person_gave_it(dock: EstDock, database: Database) -> None:
    opened(dock.session, database.path)
    find(QgsProject.instance(), LayerRole.MEASURE_POINTS).setName("Mina åtgärder")
    dock.session.reload_layers()
    settled(dock.session)
    assert find(QgsProject.instance(), LayerRole.MEASURE_POINTS).name() == "Mina åtgärder"


def test_incidents_that_come_into_an_empty_table_have_an_extent(dock: EstDock, tmp_path: Path) -> None:
    empty = create_database(
        tmp_path / "empty.gpkg", srs_id=3006, municipality="", municipality_name="", feedback=SilentFeedback()
    )
    opened(dock.session, empty.path)
    layer = find(QgsProject.instance(), LayerRole.INCIDENTS)
    assert layer.extent().isEmpty()
    day = dock.session.period.start.isoformat()
    with empty.writing() as connection:
        for number in (1, 2):
            connection.execute(
                "INSERT INTO incident (uuid, source, source_ref, category, occurred_from, geom)"
                " VALUES (?, 'test', ?, 'klotter', ?, ?)",
                (str(number), str(number), f"{day}T12:00:00.000Z", point_blob(500_000 + number, 6_600_000, 3006)),
            )
    dock.session.reload_layers()
    settled(dock.session)
    assert layer.featureCount() == 2
    assert layer.extent().width() == 1


def test_a_period_without_reports_before_it_is_not_compared(dock: EstDock, database: Database) -> None:
    opened(dock.session, database.path)
    dock.session.choose_period(Period.between(date(2026, 2, 1), date(2026, 2, 28)))
    settled(dock.session)
    assert "cannot be compared: reports exist from 2026-02-10" in dock.situation.total.text()
    assert "+1" not in dock.situation.total.text()
    assert dock.situation.by_category.item(0, 3).text() == "cannot be compared"
