# SPDX-License-Identifier: GPL-2.0-or-later
"""The timeline of a row in QGIS's own form, with nothing but what a project holds."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsAttributeForm
from qgis.PyQt.QtWidgets import QLabel, QTabWidget

from est_plugin.db import changesets
from est_plugin.db.changesets import Change, Changeset, Op
from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.server_database import open_server_database
from est_plugin.domain.incident import IncidentFilter
from est_plugin.layers import roles
from est_plugin.layers.loader import load_est_group
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.row_history import ROLES

if TYPE_CHECKING:
    from pathlib import Path

    from est_plugin.db.database import Database
    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server

SHOWN = ["Ändrat: Kostnad, kr, Rubrik", "Nytt"]


def edited(database: Database) -> str:
    """A measure that was made and then changed."""
    measure = str(uuid.uuid4())
    place = point_blob(500_000, 6_600_000, database.srs_id)
    values = {"kind": "BEL", "title": "Lampa", "geom": place}
    changesets.apply(database, Changeset((Change("measure", Op.INSERT, measure, values),)))
    changesets.apply(database, Changeset((Change("measure", Op.UPDATE, measure, {"title": "Två", "cost": 5}, 1),)))
    return measure


def timeline(layer: QgsVectorLayer) -> list[str]:
    """What the last tab of the form shows of the only row, without the times."""
    form = QgsAttributeForm(layer, next(layer.getFeatures()))
    tabs = form.findChild(QTabWidget)
    tabs.setCurrentIndex(tabs.count() - 1)
    text = next(label.text() for label in tabs.currentWidget().findChildren(QLabel) if label.text())
    return [" ".join(line.split()[3:]) for line in text.splitlines()]


@pytest.fixture
def loaded(either_database: Database, qgis_new_project: None) -> QgsVectorLayer:
    """The layer of measures with one row."""
    edited(either_database)
    load_est_group(QgsProject.instance(), either_database, IncidentFilter(), "sv")
    return roles.find(QgsProject.instance(), LayerRole.MEASURE_POINTS)


def test_each_form_ends_with_the_timeline(loaded: QgsVectorLayer) -> None:
    for role in ROLES:
        layer = roles.find(QgsProject.instance(), role)
        assert layer.editFormConfig().tabs()[-1].name() == "Historik"
    assert all(relation.isValid() for relation in QgsProject.instance().relationManager().relations().values())


def test_the_timeline_says_which_fields_were_changed(loaded: QgsVectorLayer) -> None:
    assert timeline(loaded) == SHOWN


def test_the_layer_behind_it_is_read_only_and_not_in_the_layer_tree(loaded: QgsVectorLayer) -> None:
    history = roles.find(QgsProject.instance(), LayerRole.ROW_HISTORY)
    assert history.readOnly()
    assert history.flags() & history.LayerFlag.Private


def test_a_project_that_is_opened_again_shows_it_once(loaded: QgsVectorLayer, tmp_path: Path) -> None:
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "plan.qgz"))
    assert project.read(str(tmp_path / "plan.qgz"))
    layer = roles.find(project, LayerRole.MEASURE_POINTS)
    assert timeline(layer) == SHOWN
    tabs = [tab.name() for tab in layer.editFormConfig().tabs()]
    assert tabs.count("Historik") == 1


def test_bringing_the_group_up_to_date_adds_no_second_tab(loaded: QgsVectorLayer, either_database: Database) -> None:
    load_est_group(QgsProject.instance(), either_database, IncidentFilter(), "sv")
    assert [tab.name() for tab in loaded.editFormConfig().tabs()].count("Historik") == 1
    relations = QgsProject.instance().relationManager().relations()
    timelines = [relation_id for relation_id in relations if "history" in relation_id]
    assert len(timelines) == len(ROLES)


def test_the_relations_go_with_the_layers(loaded: QgsVectorLayer) -> None:
    QgsProject.instance().removeAllMapLayers()
    assert QgsProject.instance().relationManager().relations() == {}


def test_an_editor_may_read_the_timeline_and_a_reader_may_not(server: Server, server_database: ServerDatabase) -> None:
    name = server_database.address.name
    assert "row_history" in open_server_database(server.address(name, "anna")).tables()
    assert "row_history" not in open_server_database(server.address(name, "rita")).tables()
