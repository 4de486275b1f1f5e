# SPDX-License-Identifier: GPL-2.0-or-later
"""An algorithm that QGIS runs in the background asks the layers of the project in the main thread only."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEventLoop, QThread
from qgis.PyQt.QtTest import QTest

from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.migrator import create_database
from est_plugin.feedback import SilentFeedback
from est_plugin.layers.layer_snapshot import snapshot
from est_plugin.processing.clusters import ClustersAlgorithm
from est_plugin.processing.hotspots import HotspotsAlgorithm

if TYPE_CHECKING:
    from pathlib import Path


class Watched(QgsVectorLayer):
    """Notes in which threads it is asked."""

    def __init__(self, source: str, provider: str) -> None:
        super().__init__(source, "watched", provider)
        self.elsewhere: list[str] = []

    def _note(self, name: str) -> None:
        if QThread.currentThread() is not self.thread():
            self.elsewhere.append(name)

    def isEditable(self) -> bool:
        self._note("isEditable")
        return bool(super().isEditable())

    def subsetString(self) -> str:
        self._note("subsetString")
        return str(super().subsetString())

    def getFeatures(self, *arguments: Any) -> Any:
        self._note("getFeatures")
        return super().getFeatures(*arguments)

    def fields(self) -> Any:
        self._note("fields")
        return super().fields()


def points() -> QgsVectorLayer:
    chance = np.random.default_rng(1)
    layer = QgsVectorLayer("Point?crs=EPSG:3006", "points", "memory")
    features = []
    for x, y in np.concatenate([chance.normal(2500, 60, (40, 2)), chance.uniform(0, 5000, (150, 2))]).tolist():
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(500_000 + x, 6_600_000 + y)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


@pytest.fixture
def streets(qgis_new_project: None) -> Watched:
    layer = Watched("LineString?crs=EPSG:3006&field=name:string", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["Storgatan"])
    feature.setGeometry(QgsGeometry.fromWkt("LINESTRING(500000 6602500, 505000 6602500)"))
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def reports(qgis_new_project: None, tmp_path: Path) -> Watched:
    path, layer = str(tmp_path / "points.gpkg"), points()
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, QgsProject.instance().transformContext(), options)
    watched = Watched(path, "ogr")
    QgsProject.instance().addMapLayer(watched)
    return watched


def test_hotspots_ask_points_and_streets_in_their_own_thread(reports: Watched, streets: Watched) -> None:
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    algorithm = HotspotsAlgorithm().create()
    parameters = {"INPUT": reports.id(), "NAMES": streets.id(), "NAME_FIELD": "name", "OUTPUT": "memory:"}
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    ended: list[tuple[bool, dict[str, Any]]] = []
    loop = QEventLoop()
    task.executed.connect(lambda successful, results: (ended.append((successful, results)), loop.quit()))
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    [(successful, results)] = ended
    assert successful, feedback.textLog()
    found = context.takeResultLayer(results["OUTPUT"])
    assert [feature["name"] for feature in found.getFeatures()] == ["Storgatan"]
    assert (reports.elsewhere, streets.elsewhere) == ([], [])


def test_hotspots_of_a_database_without_a_period_are_not_tracked(tmp_path: Path, qgis_app: object) -> None:
    path = tmp_path / "est.gpkg"
    create_database(path, srs_id=3006, municipality="", municipality_name="", feedback=SilentFeedback())
    with pytest.raises(QgsProcessingException, match="without a period"):
        HotspotsAlgorithm().create().run(
            {"DATABASE": str(path), "OUTPUT": "memory:"},
            QgsProcessingContext(),
            QgsProcessingFeedback(False),
            {},
            False,
        )


def test_a_layer_may_leave_the_project_while_an_algorithm_reads_it(qgis_new_project: None, tmp_path: Path) -> None:
    # QGIS's own algorithms fall with it. Several rounds: which thread is first is chance.
    for number in range(8):
        layer = points()
        QgsProject.instance().addMapLayer(layer)
        loop, ended = QEventLoop(), []
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        task = QgsProcessingAlgRunnerTask(
            HotspotsAlgorithm().create(),
            {"INPUT": layer.id(), "OUTPUT": str(tmp_path / f"hotspots_{number}.gpkg")},
            context,
        )
        task.executed.connect(
            lambda done, results, ended=ended, loop=loop: (ended.append((done, results)), loop.quit())
        )
        QgsApplication.taskManager().addTask(task)
        QgsProject.instance().removeMapLayer(layer.id())
        if not ended:
            loop.exec()
        done, results = ended[0]
        assert done
        assert results["HOTSPOTS"] == 1


@pytest.mark.parametrize(
    ("narrowed", "count"),
    [
        ({"selectedFeaturesOnly": True}, 40),
        ({"filterExpression": "$id > 190 - 30"}, 30),
        ({"selectedFeaturesOnly": True, "filterExpression": "$id <= 10"}, 10),
        ({"featureLimit": 25}, 25),
    ],
)
def test_what_the_person_narrowed_a_layer_down_to_is_what_is_read(
    qgis_new_project: None, narrowed: dict[str, Any], count: int
) -> None:
    layer = points()
    layer.selectByIds(list(range(1, 41)))
    definition = QgsProcessingFeatureSourceDefinition(layer.id(), **narrowed)
    assert len(list(snapshot(layer, definition).getFeatures())) == count


def test_what_a_thread_made_lies_right_when_it_has_ended(tmp_path: Path) -> None:
    database = create_database(
        tmp_path / "est.gpkg", srs_id=3014, municipality="1781", municipality_name="Lindvik", feedback=SilentFeedback()
    )
    with database.writing() as connection:
        connection.executemany(
            "INSERT INTO incident (uuid, source, source_ref, category, organisation, occurred_from, geom)"
            " VALUES (?1, 'test', ?1, 'klotter', 'polis', '2026-03-10T12:00:00.000Z', ?2)",
            [(str(number), point_blob(150_000.0, 6_600_000.0, 3014)) for number in range(30)],
        )
    QgsCoordinateReferenceSystem.invalidateCache()
    algorithm, context, feedback = ClustersAlgorithm().create(), QgsProcessingContext(), QgsProcessingFeedback()
    parameters = {"DATABASE": str(database.path), "OUTPUT": "TEMPORARY_OUTPUT"}
    assert algorithm.prepare(parameters, context, feedback)
    made: list[dict[str, Any]] = []
    thread = threading.Thread(target=lambda: made.append(algorithm.runPrepared(parameters, context, feedback)))
    thread.start()
    thread.join()
    algorithm.postProcess(context, feedback)
    QTest.qWait(50)
    layer = context.takeResultLayer(made[0]["OUTPUT"])
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    transform = QgsCoordinateTransform(layer.crs(), degrees, QgsProject.instance())
    assert transform.transform(QgsPointXY(150_000, 6_600_000)).x() == pytest.approx(17.25)
