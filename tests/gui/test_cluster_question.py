# SPDX-License-Identifier: GPL-2.0-or-later
"""Two questions of the hotspots page: where incidents crowd together, on the map too, and how firm the hotspots are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsProject,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QTimer
from qgis.PyQt.QtWidgets import QApplication

from est_plugin import settings
from est_plugin.db.hotspots import list_hotspots
from est_plugin.domain.period import Period
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.cluster_choice import ClusterChoice
from est_plugin.gui.hotspots_page import HotspotsPage
from est_plugin.gui.messages import Messages
from est_plugin.gui.session import Session
from est_plugin.intake.demo_town import create_demo_database
from tests.waiting import opened, settled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from qgis.core import QgsVectorLayer


@pytest.fixture
def page(qgis_iface: object, qgis_new_project: None, tmp_path: Path) -> Iterator[HotspotsPage]:
    entries = settings.register()
    for entry in (entries.cell_size, entries.neighbourhood):
        entry.remove()
    session = Session(entries, Messages(qgis_iface.messageBar()))
    canvas = QgsMapCanvas()
    page = HotspotsPage(session, canvas, lambda _place: None)
    path = tmp_path / "lindvik.gpkg"
    create_demo_database(path, seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    opened(session, path)
    session.choose_period(Period.between(date(2026, 7, 1), date(2026, 10, 31)))
    settled(session)
    yield page
    session.unload()
    settings.unregister()
    for thing in (page, canvas, session):
        thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def choose(page: HotspotsPage, start: str, answer: Callable[[ClusterChoice], None] = ClusterChoice.accept) -> None:
    """Choose the question that begins so, and ``answer`` the dialog if there is one."""
    (action,) = [action for action in page.questions.menu().actions() if action.text().startswith(start)]

    def settle_dialog() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ClusterChoice):
            answer(dialog)

    QTimer.singleShot(0, settle_dialog)
    action.trigger()
    settled(page.session)


def ask(page: HotspotsPage, start: str, answer: Callable[[ClusterChoice], None] = ClusterChoice.accept) -> str:
    """The same, and give what the window then says."""
    choose(page, start, answer)
    window = page.questions.window_shown
    assert window is not None
    text = window.text.toPlainText()
    window.close()
    return str(text)


def cluster_layers() -> list[QgsVectorLayer]:
    return [layer for layer in QgsProject.instance().mapLayers().values() if layer.customProperty("est/clusters")]


def test_clusters_come_into_a_window_and_onto_the_map(page: HotspotsPage) -> None:
    page.find()
    settled(page.session)
    hotspots = len(list_hotspots(page.session.database, page.session.period))
    assert hotspots > 2
    text = ask(page, "Where do incidents crowd")
    assert "not whether chance could have put them there" in text
    assert f"of {hotspots}. Clusters outside every hotspot" in text
    (layer,) = cluster_layers()
    assert layer.featureCount() >= 3
    assert "2026-07-01" in layer.name()
    labels = layer.labeling().settings()
    assert labels.format().buffer().enabled()
    first = next(layer.getFeatures(QgsFeatureRequest(QgsExpression("rank = 1"))))
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(first)
    assert QgsExpression(labels.fieldName).evaluate(context) == "1\n2026-07-01 – 2026-10-31"
    assert layer.crs().authid() == page.session.database.crs_authid
    group = QgsProject.instance().layerTreeRoot().findGroup("EST")
    assert group.children()[0].layerId() == layer.id()
    assert f"at {layer.featureCount()} places" in text


def test_the_next_answer_takes_the_place_of_the_layer(page: HotspotsPage) -> None:
    ask(page, "Where do incidents crowd")
    (first,) = cluster_layers()
    first_id = first.id()
    page.session.choose_period(Period.between(date(2026, 9, 1), date(2026, 10, 31)))
    settled(page.session)
    assert "There are no hotspots of the period to compare with." in ask(page, "Where do incidents crowd")
    (second,) = cluster_layers()
    assert second.id() != first_id
    assert "2026-09-01" in second.name()


def test_a_copy_that_a_person_made_of_the_layer_stays(page: HotspotsPage) -> None:
    ask(page, "Where do incidents crowd")
    (first,) = cluster_layers()
    copy = first.clone()
    QgsProject.instance().addMapLayer(copy)
    ask(page, "Where do incidents crowd")
    assert len(cluster_layers()) == 2
    assert QgsProject.instance().mapLayer(copy.id()).featureCount() >= 3


def test_a_saved_project_comes_back_without_the_clusters_it_lost(page: HotspotsPage, tmp_path: Path) -> None:
    ask(page, "Where do incidents crowd")
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "work.qgz"))
    project.clear()
    settled(page.session)
    assert project.read(str(tmp_path / "work.qgz"))
    assert cluster_layers() == []


def test_without_incidents_no_layer_comes(page: HotspotsPage) -> None:
    page.session.choose_period(Period.between(date(2020, 1, 1), date(2020, 1, 31)))
    settled(page.session)
    choose(page, "Where do")
    assert cluster_layers() == []
    assert page.questions.window_shown is None


def test_distance_number_and_days_are_those_of_the_dialog(page: HotspotsPage) -> None:
    def answer(dialog: ClusterChoice) -> None:
        dialog.distance.setValue(120)
        dialog.least.setValue(6)
        dialog.days.setValue(10)
        dialog.accept()

    text = ask(page, "Where do incidents crowd", answer)
    facts = text.split("Distance, metres")[1].split()
    assert facts[0] == "120"
    assert "Days\n10" in text


def test_who_cancels_the_dialog_gets_no_answer(page: HotspotsPage) -> None:
    choose(page, "Where do incidents crowd", ClusterChoice.reject)
    assert page.questions.window_shown is None
    assert cluster_layers() == []


def test_the_firmness_is_of_the_cells_that_the_page_shows(page: HotspotsPage) -> None:
    page.search.cell_size.setValue(90)
    page.search.neighbourhood.setValue(200)
    text = ask(page, "How firm")
    assert "Firm, whatever the grid" in text
    assert "60, 90, 135" in text
    assert "12 of 12" in text
