# SPDX-License-Identifier: GPL-2.0-or-later
"""The questions of the hotspots page about its own method: the answers are about what the page shows."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING

import pytest
from qgis.core import Qgis, QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QEvent

from est_plugin import settings
from est_plugin.domain.period import Period
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.hotspots_page import HotspotsPage
from est_plugin.gui.messages import Messages
from est_plugin.gui.session import Session
from est_plugin.intake.demo_town import create_demo_database
from est_plugin.layers import roles
from est_plugin.layers.roles import LayerRole
from tests.waiting import opened, settled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def page(qgis_iface: object, qgis_new_project: None, tmp_path: Path) -> Iterator[HotspotsPage]:
    """The page on October in the demo town."""
    session = Session(settings.register(), Messages(qgis_iface.messageBar()))
    canvas, forms = QgsMapCanvas(), []
    page = HotspotsPage(session, canvas, forms.append)
    path = tmp_path / "lindvik.gpkg"
    create_demo_database(path, seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    opened(session, path)
    session.choose_period(Period.between(date(2026, 10, 1), date(2026, 10, 31)))
    settled(session)
    yield page
    session.unload()
    settings.unregister()
    for thing in (page, canvas, session):
        thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def ask(page: HotspotsPage, start: str) -> str:
    """Choose the question that begins so, and give what the window then says."""
    (action,) = [action for action in page.questions.menu().actions() if action.text().startswith(start)]
    action.trigger()
    settled(page.session)
    window = page.questions.window_shown
    assert window is not None
    assert window.isVisible()
    return window.text.toPlainText()


def test_the_answer_is_about_the_cells_that_the_page_shows(page: HotspotsPage) -> None:
    for metres in (60, 90):
        page.search.cell_size.setValue(metres)
        text = ask(page, "Would chance")
        assert "1000 times" in text
        assert "Cell width (metres)" in text
        assert str(metres) in text.split("Cell width (metres)")[1][:10]
        page.questions.window_shown.close()


def test_stacks_count_only_when_the_page_counts_them(page: HotspotsPage) -> None:
    with page.session.database.writing() as connection:
        connection.executemany(
            "INSERT INTO incident (uuid, source, source_ref, category, occurred_from, geom)"
            " SELECT ?, 'test', ?, category, '2026-10-05T12:00:00.000Z', geom FROM incident WHERE id = 1",
            [(str(uuid.uuid4()), str(number)) for number in range(80)],
        )

    def left_out() -> int:
        text = ask(page, "Would chance")
        page.questions.window_shown.close()
        return int(text.split("Reports on stacked points, left out")[1].split()[0])

    assert left_out() >= 80
    page.search.include_stacks.setChecked(True)
    assert left_out() == 0


def test_the_map_of_the_month_before_is_tested_on_the_month_shown(page: HotspotsPage) -> None:
    page.search.cell_size.setValue(90)
    text = ask(page, "How well")
    assert "2026-09-01 – 2026-09-30" in text
    assert "2026-10-01 – 2026-10-31" in text
    assert "90" in text.split("Cell width (metres)")[1][:10]
    assert "The hotspot map beside the others" in text


def test_the_answers_are_about_the_study_area_that_is_chosen(page: HotspotsPage) -> None:
    area = QgsVectorLayer("Polygon?crs=EPSG:3006", "area", "memory")
    ground = QgsFeature()
    extent = roles.find(page.session.project, LayerRole.BUILDINGS).extent()
    ground.setGeometry(QgsGeometry.fromRect(extent))
    area.dataProvider().addFeatures([ground])
    page.session.project.addMapLayer(area)
    for chosen in (None, area):
        page.search.study_area.setLayer(chosen)
        for start in ("Would chance", "How well"):
            text = ask(page, start)
            assert ("with their centre in the chosen study area" in text) == (chosen is not None)
            page.questions.window_shown.close()


def test_a_period_with_nothing_before_it_is_told(page: HotspotsPage, qgis_iface: object) -> None:
    page.session.choose_period(Period.between(date(2020, 1, 1), date(2020, 1, 31)))
    settled(page.session)
    (action,) = [action for action in page.questions.menu().actions() if action.text().startswith("How well")]
    action.trigger()
    settled(page.session)
    assert page.questions.window_shown is None
    assert "one of the two periods" in qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)[-1].lower()
