# SPDX-License-Identifier: GPL-2.0-or-later
"""The hotspots page: the same defaults as everywhere, distances that suit the cells, and a plain word on the find."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import package_sample as sample
import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QEvent

from est_plugin import settings
from est_plugin.analysis.clusters import ClusterParameters, find_clusters
from est_plugin.analysis.hotspots import HotspotParameters
from est_plugin.db.hotspots import list_hotspots
from est_plugin.db.incidents import read_points
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from est_plugin.export.ranking import RANKING
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.hotspots_page import HotspotsPage
from est_plugin.gui.messages import Messages
from est_plugin.gui.session import Session
from est_plugin.i18n import Language
from est_plugin.intake.demo_town import create_demo_database
from est_plugin.layers import roles
from est_plugin.layers.answer_layer import CLUSTERS, put_on_map
from est_plugin.layers.clusters import cluster_layer
from est_plugin.layers.roles import LayerRole
from est_plugin.processing.hotspots import HotspotsAlgorithm
from tests.waiting import opened, settled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def page(qgis_iface: object, qgis_new_project: None) -> Iterator[HotspotsPage]:
    entries = settings.register()
    for entry in (entries.cell_size, entries.neighbourhood, entries.comparison):
        entry.remove()
    session = Session(entries, Messages(qgis_iface.messageBar()))
    canvas, forms = QgsMapCanvas(), []
    page = HotspotsPage(session, canvas, forms.append)
    session.database_changed.connect(page.refresh)
    session.filter_changed.connect(page.refresh)
    session.data_changed.connect(page.refresh)
    page.show()
    yield page
    session.unload()
    settings.unregister()
    for thing in (page, canvas, session):
        thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_page_toolbox_and_function_have_the_same_defaults(page: HotspotsPage) -> None:
    parameters = HotspotParameters()
    assert (page.search.cell_size.value(), page.search.neighbourhood.value()) == (
        parameters.cell_size,
        parameters.neighbourhood,
    )
    algorithm = HotspotsAlgorithm().create()
    for name, value in (("CELL_SIZE", parameters.cell_size), ("NEIGHBOURHOOD", parameters.neighbourhood)):
        assert algorithm.parameterDefinition(name).defaultValue() == value


def test_the_distance_follows_cells_that_it_would_not_suit(page: HotspotsPage) -> None:
    page.search.cell_size.setValue(200)
    assert page.search.neighbourhood.value() == 200
    page.search.neighbourhood.setValue(900)
    page.search.cell_size.setValue(100)
    assert page.search.neighbourhood.value() == 600


def test_both_lengths_say_what_they_are(page: HotspotsPage) -> None:
    for box in (page.search.cell_size, page.search.neighbourhood):
        assert len(box.toolTip()) > 40
        assert box.whatsThis() == box.toolTip()


def test_a_search_says_how_many_and_how_sure(page: HotspotsPage, tmp_path: Path) -> None:
    path = tmp_path / "lindvik.gpkg"
    create_demo_database(path, seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    opened(page.session, path)
    page.session.choose_period(Period.between(date(2026, 10, 1), date(2026, 10, 31)))
    settled(page.session)
    page.find()
    settled(page.session)
    assert page.table.rowCount() >= 4
    assert page.filter_note.isHidden()
    assert f"Number of hotspots: {page.table.rowCount()}." in page.note.text()
    assert "95 maps out of 100" in page.note.text()
    assert {page.table.item(line, 4).text() for line in range(page.table.rowCount())} == {"Not known if new"}
    assert "search of the time just before" in page.table.item(0, 4).toolTip()
    page.found_button.click()
    html = page.found_button.window_shown.result.html(Language("en"))
    assert "Are the neighbours of a cell high" in html
    assert "2026-10-01 – 2026-10-31" in html
    assert "the cells with incidents, and the gaps between them" in html
    page.found_button.window_shown.close()
    found = list_hotspots(page.session.database, page.session.period)
    page.session.choose(replace(page.session.incident_filter, categories=frozenset({"klotter"})))
    settled(page.session)
    assert not page.filter_note.isHidden()
    page.find()
    settled(page.session)
    assert [row.incidents for row in list_hotspots(page.session.database, page.session.period)] == [
        row.incidents for row in found
    ]
    page.session.choose_period(Period.between(date(2027, 1, 1), date(2027, 1, 31)))
    settled(page.session)
    assert "Press Find hotspots" in page.note.text()
    assert page.found_button.isHidden()
    page.session.choose_period(Period.between(date(2026, 10, 1), date(2026, 10, 1)))
    settled(page.session)
    page.find()
    settled(page.session)
    assert "hardly any could have been found" in page.note.text()
    assert "one busy address alone is no hotspot" in page.note.text()
    QgsProject.instance().clear()


def test_a_study_area_is_chosen_used_and_remembered_by_the_project(page: HotspotsPage, tmp_path: Path) -> None:
    path = tmp_path / "lindvik.gpkg"
    create_demo_database(path, seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    opened(page.session, path)
    page.session.choose_period(Period.between(date(2026, 10, 1), date(2026, 10, 31)))
    settled(page.session)
    project = page.session.project
    assert page.search.study_area.currentLayer() is None
    assert page.search.study_area.chosen() is None
    area = QgsVectorLayer("Polygon?crs=EPSG:3006", "Tätort", "memory")
    feature = QgsFeature()
    points = read_points(page.session.database, IncidentFilter())
    town = QgsRectangle(points.x.min(), points.y.min(), points.x.max(), points.y.max())
    feature.setGeometry(QgsGeometry.fromRect(town))
    area.dataProvider().addFeatures([feature])
    project.addMapLayer(area)
    settled(page.session)
    found = find_clusters(points, ClusterParameters(), SilentFeedback())
    answer = cluster_layer(found, "EPSG:3006", "Clusters", "2026")
    put_on_map(project, answer, CLUSTERS)
    settled(page.session)
    names = [page.search.study_area.itemText(number) for number in range(page.search.study_area.count())]
    assert names[0] == "Where incidents are"
    assert "Tätort" in names
    assert names[1:] == ["Tätort"]
    assert len([layer for layer in project.mapLayers().values() if roles.is_from_est(layer)]) > 5
    page.search.study_area.setLayer(area)
    page.search.study_area.activated.emit(page.search.study_area.currentIndex())
    page.find()
    settled(page.session)
    page.found_button.click()
    html = page.found_button.window_shown.result.html(Language("en"))
    assert "the cells with their centre in the chosen study area" in html
    assert "Incidents outside the study area" in html
    page.found_button.window_shown.close()
    town.setXMaximum((town.xMinimum() + town.xMaximum()) / 2)
    area.dataProvider().changeGeometryValues({1: QgsGeometry.fromRect(town)})
    page.find()
    settled(page.session)
    assert "outside the study area" in page.note.text().lower()
    page.search.study_area.setLayer(None)
    page.search.study_area.restore()
    assert page.search.study_area.currentLayer() == area
    project.removeMapLayer(area.id())
    settled(page.session)
    assert page.search.study_area.currentLayer() is None
    QgsProject.instance().clear()


def test_the_streets_on_the_map_are_read_by_another_layer(page: HotspotsPage, tmp_path: Path) -> None:
    path = tmp_path / "lindvik.gpkg"
    create_demo_database(path, seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    opened(page.session, path)
    streets = roles.find(QgsProject.instance(), LayerRole.STREETS)
    asked = []
    streets.getFeatures = lambda *arguments: asked.append(arguments) or iter(())
    page.find()
    settled(page.session)
    found = list_hotspots(page.session.database, page.session.period)
    assert found
    assert all(row.name for row in found)
    assert not asked
    QgsProject.instance().clear()


def test_a_place_without_a_name_is_called_by_its_rank_and_half_known_periods_are_not_compared(
    page: HotspotsPage, tmp_path: Path
) -> None:
    database = sample.make_database(tmp_path / "est.gpkg")
    with database.writing() as connection:
        connection.execute("UPDATE hotspot SET name = '' WHERE rank = 2")
        connection.execute("UPDATE incident SET review_status = 'rejected' WHERE source_ref = ?", (sample.REPORTED[0],))
    opened(page.session, database.path)
    page.session.choose_period(sample.PERIOD)
    settled(page.session)
    assert [page.table.item(line, 1).text() for line in range(3)][1:] == ["Place 2", "=Hamnen"]
    assert page.table.item(0, 3).text() == "cannot be compared"
    # First what the order means.
    assert (
        page.obstacle.text()
        == RANKING + " Cannot be compared with 2026-02-01 – 2026-02-28: reports exist from 2026-02-10."
    )
    assert not page.obstacle.isHidden()
