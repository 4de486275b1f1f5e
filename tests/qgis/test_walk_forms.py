# SPDX-License-Identifier: GPL-2.0-or-later
"""The forms of a protocol take answers that fit the item, mark names, and can be saved as they were opened."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsGeometry, QgsProject, QgsVectorLayerUtils
from qgis.gui import QgsAttributeEditorContext, QgsAttributeForm

from est_plugin.domain.incident import IncidentFilter
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database
from est_plugin.layers import roles
from est_plugin.layers.loader import load_est_group
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.core import QgsVectorLayer


@pytest.fixture
def project(qgis_app: object, qgis_new_project: None, tmp_path: Path) -> QgsProject:
    demo = create_demo_database(tmp_path / "town.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    project = QgsProject.instance()
    load_est_group(project, demo.database, IncidentFilter(None), "en")
    return project


def layer_of(project: QgsProject, role: LayerRole) -> QgsVectorLayer:
    layer = roles.find(project, role)
    assert layer is not None
    assert layer.startEditing()
    return layer


@pytest.mark.parametrize(
    ("item", "right", "wrong"),
    [
        ("BEL", ("", "0", "3"), ("4", "yes")),
        ("KÄN", ("", "1", "5"), ("0", "no")),
        ("FLY", ("", "yes", "no"), ("1",)),
        ("PLU", ("",), ("1", "yes")),
        ("of an older list", ("", "3", "yes"), ()),
    ],
)
def test_an_answer_must_fit_the_item(
    item: str, right: tuple[str, ...], wrong: tuple[str, ...], project: QgsProject
) -> None:
    layer = layer_of(project, LayerRole.OBSERVATIONS)
    index = layer.fields().indexOf("value")

    def fits(value: str) -> bool:
        values = {layer.fields().indexOf("item"): item, index: value}
        row = QgsVectorLayerUtils.createFeature(layer, QgsGeometry(), values)
        return QgsVectorLayerUtils.validateAttribute(layer, row, index)[0]

    assert [fits(value) for value in right] == [True] * len(right)
    assert [fits(value) for value in wrong] == [False] * len(wrong)
    layer.rollBack()


def test_what_looks_like_a_person_is_marked_where_a_function_belongs(project: QgsProject) -> None:
    layer = layer_of(project, LayerRole.WALKS)
    index = layer.fields().indexOf("note_taker_function")
    row = next(layer.getFeatures())

    def is_function(text: str) -> bool:
        row.setAttribute(index, text)
        return QgsVectorLayerUtils.validateAttribute(layer, row, index)[0]

    assert all(is_function(text) for text in ("", "Trygghetssamordnare", "Handläggare, gata och park", "Teknisk chef"))
    assert not any(is_function(text) for text in ("Åsa Öberg", "Anna Maria Svensson", "anna@example.se", "070-1740605"))
    layer.rollBack()


def test_an_observation_without_a_photo_can_be_opened_changed_and_saved(project: QgsProject) -> None:
    layer = layer_of(project, LayerRole.OBSERVATIONS)
    context = QgsAttributeEditorContext()
    form = QgsAttributeForm(layer, next(layer.getFeatures()), context)
    form.setMode(QgsAttributeEditorContext.Mode.SingleEditMode)
    form.changeAttribute("comment", "ändrad")
    assert form.save()
    assert layer.commitChanges(), layer.commitErrors()
    form.deleteLater()
    assert next(layer.getFeatures())["comment"] == "ändrad"


def test_rows_have_names_and_not_uuids_in_lists(project: QgsProject) -> None:
    shown = (LayerRole.PARTICIPANTS, LayerRole.WALK_STOPS, LayerRole.OBSERVATIONS, LayerRole.WALKS)
    layers = {role: roles.find(project, role) for role in shown}
    names = {
        role: QgsVectorLayerUtils.getFeatureDisplayString(layer, next(layer.getFeatures()))
        for role, layer in layers.items()
    }
    assert names == {
        LayerRole.PARTICIPANTS: "6 Residents",
        LayerRole.WALK_STOPS: "1 Gränden bakom rådhuset",
        LayerRole.OBSERVATIONS: "1 Lighting: enough, broken, glare, dark stretches",
        LayerRole.WALKS: "Trygghetsvandring i Stadsparken",
    }
