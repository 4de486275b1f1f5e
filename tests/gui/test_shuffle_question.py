# SPDX-License-Identifier: GPL-2.0-or-later
"""Asked on the hotspots page whether chance would show a hotspot too: the answer is about what the page shows."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING

import pytest
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QEvent

from est_plugin import settings
from est_plugin.domain.period import Period
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.hotspots_page import HotspotsPage
from est_plugin.gui.messages import Messages
from est_plugin.gui.session import Session
from est_plugin.intake.demo_town import create_demo_database
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
        page.cell_size.setValue(metres)
        text = ask(page, "Would chance")
        assert "200 times" in text
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
    page.include_stacks.setChecked(True)
    assert left_out() == 0
