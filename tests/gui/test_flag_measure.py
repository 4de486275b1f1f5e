# SPDX-License-Identifier: GPL-2.0-or-later
"""A measure flagged where something is known already: its form, its links, the rule of a traffic ban, its symbols."""

from __future__ import annotations

import pytest
from qgis.core import QgsAttributeEditorContainer, QgsFieldConstraints, QgsGeometry, QgsVectorLayerUtils

from est_plugin.db.guard import RuleError
from est_plugin.gui.flag_measure import flag_measure
from est_plugin.layers import roles
from est_plugin.layers.edits import edit_command
from est_plugin.layers.new_measure import MeasureDraft, MeasureLinks
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.unsaved import save_all, unsaved_rows
from tests.gui.drawing_desk import Person, database, person, project

__all__ = ["database", "person", "project"]

POINT = QgsGeometry.fromWkt("Point (500000 6600000)")
AREA = QgsGeometry.fromWkt("Polygon ((500000 6600000, 500100 6600000, 500100 6600100, 500000 6600000))")


def draw(project, role: LayerRole, geometry: QgsGeometry, **values: object) -> str:
    """Add a feature to the edit buffer; returns its uuid."""
    layer = roles.find(project, role)
    attributes = {layer.fields().indexOf(name): value for name, value in values.items()}
    feature = QgsVectorLayerUtils.createFeature(layer, geometry, attributes)
    with edit_command(layer, "draw"):
        assert layer.addFeature(feature)
    return feature["uuid"]


def change(project, role: LayerRole, **values: object) -> None:
    """Change the only row of a layer."""
    layer = roles.find(project, role)
    (row,) = layer.getFeatures()
    with edit_command(layer, "change"):
        for name, value in values.items():
            assert layer.changeAttributeValue(row.id(), layer.fields().indexOf(name), value)


def rows(project, role: LayerRole) -> list[dict[str, object]]:
    return [row.attributeMap() for row in roles.find(project, role).getFeatures()]


def test_a_measure_from_a_stop_and_incidents_keeps_its_links_when_all_is_saved(project, person: Person) -> None:
    stop = draw(project, LayerRole.WALK_STOPS, POINT, place="Tunneln")
    incidents = [
        draw(project, LayerRole.INCIDENTS, POINT, category="klotter", source_ref=ref, source="x") for ref in "ab"
    ]
    person.answer = {"title": "Laga lampan"}
    draft = MeasureDraft("BEL", MeasureLinks(walk_stop=stop, incidents=tuple(incidents)), owner="kommun")
    uuid = flag_measure(project, person, POINT, draft)
    assert {rows.role for rows in unsaved_rows(project)} >= {LayerRole.MEASURE_POINTS, LayerRole.MEASURE_INCIDENTS}
    save_all(project)
    (measure,) = rows(project, LayerRole.MEASURE_POINTS)
    assert [measure[name] for name in ("uuid", "kind", "title", "status", "owner", "walk_stop")] == [
        uuid, "BEL", "Laga lampan", "proposed", "kommun", stop,
    ]  # fmt: skip
    links = rows(project, LayerRole.MEASURE_INCIDENTS)
    assert {(link["measure"], link["incident"]) for link in links} == {(uuid, incident) for incident in incidents}


def test_who_cancels_the_form_leaves_nothing_and_no_edit_session(project, person: Person) -> None:
    person.answer = None
    assert flag_measure(project, person, AREA, MeasureDraft("LTF", MeasureLinks(incidents=("x",)))) == ""
    assert not roles.find(project, LayerRole.MEASURE_AREAS).isEditable()
    assert unsaved_rows(project) == ()


def test_a_step_that_the_method_forbids_is_told_in_plain_words_and_stays_in_the_layer(project, person: Person) -> None:
    flag_measure(project, person, POINT, MeasureDraft("BEL"))
    save_all(project)
    change(project, LayerRole.MEASURE_POINTS, status="done")
    with pytest.raises(RuleError, match="cannot take this step"):
        save_all(project)
    assert rows(project, LayerRole.MEASURE_POINTS)[0]["status"] == "done"
    change(project, LayerRole.MEASURE_POINTS, status="rejected")
    with pytest.raises(RuleError, match="not rejected"):
        save_all(project)
    change(project, LayerRole.MEASURE_POINTS, public_text="Marken är privat")
    save_all(project)
    assert unsaved_rows(project) == ()


def test_a_traffic_ban_becomes_done_in_the_same_save_as_its_conditions(project, person: Person) -> None:
    uuid = flag_measure(project, person, AREA, MeasureDraft("LTF"))
    draw(project, LayerRole.TRAFFIC_RULES, QgsGeometry(), measure=uuid, vehicles="{motor}", is_decided=True)
    save_all(project)
    change(project, LayerRole.MEASURE_AREAS, status="decided")
    save_all(project)
    change(project, LayerRole.MEASURE_AREAS, status="done")
    with pytest.raises(RuleError, match="does not hold as done"):
        save_all(project)
    change(project, LayerRole.TRAFFIC_RULES, stfs_id="1781 2026:00012", is_published=True, is_signed=True)
    save_all(project)
    assert rows(project, LayerRole.MEASURE_AREAS)[0]["status"] == "done"


def test_only_a_traffic_ban_shows_its_rule_and_the_rule_is_checked_for_form(project) -> None:
    form = roles.find(project, LayerRole.MEASURE_AREAS).editFormConfig()
    conditions = {
        tab.name(): tab.visibilityExpression().data().expression()
        for tab in form.tabs()
        if isinstance(tab, QgsAttributeEditorContainer) and tab.visibilityExpression().enabled()
    }
    assert list(conditions.values()) == ["\"kind\" = 'LTF'"]
    layer = roles.find(project, LayerRole.TRAFFIC_RULES)

    def is_right(name: str, value: object) -> bool:
        index = layer.fields().indexOf(name)
        row = QgsVectorLayerUtils.createFeature(layer, attributes={index: value})
        origin = QgsFieldConstraints.ConstraintOrigin.ConstraintOriginLayer
        return QgsVectorLayerUtils.validateAttribute(layer, row, index, origin=origin)[0]

    assert [is_right("stfs_id", text) for text in ("", "1781 2026:00012", "0180 2019-01593")] == [True] * 3
    assert [is_right("stfs_id", text) for text in ("1781 2026:12", "x1781 2026:00012", "17812026:00012")] == [False] * 3
    assert [is_right("is_published", value) for value in (False, True)] == [True, False]
    assert [is_right("time_from", text) for text in ("", "20:00", "05:59", "5:00", "24:00")] == [True] * 3 + [False] * 2
    assert layer.editorWidgetSetup(layer.fields().indexOf("weekdays")).config()["Value"] == "name_sv"
