# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer group EST: what it holds, what a person sees, and that features added through it are stored."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from qgis.core import (
    QgsDataProvider,
    QgsFeature,
    QgsGeometry,
    QgsMapLayerStyle,
    QgsProject,
    QgsRuleBasedRenderer,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)

from est_plugin.db.file_database import open_database
from est_plugin.db.migrator import create_database
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from est_plugin.errors import EstError, InputError
from est_plugin.feedback import SilentFeedback
from est_plugin.layers import filters, roles, row_history
from est_plugin.layers.edits import edit_command
from est_plugin.layers.form_fields import TABS
from est_plugin.layers.loader import load_est_group
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.stop_numbers import number_along_route

POINT = "Point (500000 6600000)"
LINE = "LineString (500000 6600000, 500100 6600000)"
AREA = "Polygon ((500000 6600000, 500100 6600000, 500100 6600100, 500000 6600000))"
MEASURES = {LayerRole.MEASURE_POINTS: POINT, LayerRole.MEASURE_LINES: LINE, LayerRole.MEASURE_AREAS: AREA}


def database_at(path):
    return create_database(
        path, srs_id=3006, municipality="1781", municipality_name="Kristinehamn", feedback=SilentFeedback()
    )


@pytest.fixture
def database(tmp_path):
    return database_at(tmp_path / "est.gpkg")


@pytest.fixture
def project():
    project = QgsProject()
    yield project
    project.clear()


def add(layer, wkt, **values):
    attributes = {layer.fields().indexOf(name): value for name, value in values.items()}
    feature = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt(wkt), attributes)
    with edit_command(layer, "add"):
        assert layer.addFeature(feature)
    assert layer.commitChanges(), layer.commitErrors()


def playing(project, role):
    """The layer of a role, be it a table or the picture of the heatmap."""
    return roles.find_heatmap(project) if role is LayerRole.HEATMAP else roles.find(project, role)


def category_of(database):
    with database.reading() as connection:
        return connection.execute("SELECT code FROM category ORDER BY sort").fetchone()["code"]


def test_the_group_stands_at_the_top_and_holds_every_layer_with_fields_and_role(project, database):
    layers = load_est_group(project, database, IncidentFilter(), "sv")
    assert project.layerTreeRoot().children()[0].name() == "EST"
    for role in LayerRole:
        layer = roles.find(project, role)
        if role in {LayerRole.LAMPS, LayerRole.STREETS, LayerRole.BUILDINGS, LayerRole.AREAS}:
            assert layer is None
            continue
        if role is LayerRole.HEATMAP:
            assert roles.find_heatmap(project).id() == layers.layer_ids[role]
            continue
        assert layer.id() == layers.layer_ids[role]
        assert layer.fields().count() > 0
        assert roles.database_of(layer) == str(database.path)


def test_each_measure_layer_shows_and_takes_its_own_geometry_only(project, database):
    load_est_group(project, database, IncidentFilter(), "sv")
    for role, wkt in MEASURES.items():
        add(roles.find(project, role), wkt, kind="BEL")
    for role, wkt in MEASURES.items():
        layer = roles.find(project, role)
        assert [feature.geometry().asWkt() for feature in layer.getFeatures()] == [wkt]
        other = next(text for text in MEASURES.values() if text != wkt)
        layer.startEditing()
        feature = QgsVectorLayerUtils.createFeature(
            layer, QgsGeometry.fromWkt(other), {layer.fields().indexOf("kind"): "BEL"}
        )
        layer.addFeature(feature)
        assert not layer.commitChanges()
        layer.rollBack()


def test_a_feature_added_by_hand_gets_the_database_s_own_values(project, database):
    load_est_group(project, database, IncidentFilter(), "sv")
    add(roles.find(project, LayerRole.INCIDENTS), POINT, category=category_of(database))
    add(roles.find(project, LayerRole.HOTSPOTS), f"MultiPolygon (({AREA[9:-1]}))", name="Torget")
    add(roles.find(project, LayerRole.WALKS), LINE, title="Vandring")
    walk = next(roles.find(project, LayerRole.WALKS).getFeatures())
    assert walk["length_m"] == 100
    add(roles.find(project, LayerRole.WALK_STOPS), POINT, walk=walk["uuid"], number=1)
    with database.reading() as connection:
        row = connection.execute("SELECT * FROM incident").fetchone()
    assert len(row["uuid"]) == 36
    assert row["version"] == 1
    assert row["description"] == ""
    assert row["review_status"] == "new"
    assert row["occurred_from"].endswith("Z")
    assert row["changed_at"].endswith("Z")


def test_every_shown_field_has_a_label_and_the_system_fields_are_hidden(project, database):
    load_est_group(project, database, IncidentFilter(), "sv")
    for role, tabs in TABS.items():
        layer = roles.find(project, role)
        shown = {field.name for tab in tabs for field in tab.fields}
        assert shown <= set(layer.fields().names())
        for index, name in enumerate(layer.fields().names()):
            hidden = layer.editorWidgetSetup(index).type() == "Hidden"
            assert hidden is (name not in shown), (role, name)
            assert hidden or layer.attributeAlias(index)
        assert len(layer.editFormConfig().tabs()) == len(tabs) + (role in row_history.ROLES)


def test_a_required_text_begins_empty_and_is_asked_for(project, database):
    load_est_group(project, database, IncidentFilter(), "sv")
    walks = roles.find(project, LayerRole.WALKS)
    walk = QgsVectorLayerUtils.createFeature(walks, QgsGeometry.fromWkt(LINE))
    assert walk["title"] == ""
    index = walks.fields().indexOf("title")
    assert not QgsVectorLayerUtils.validateAttribute(walks, walk, index)[0]


def test_code_lists_are_drop_downs_in_the_user_s_language(project, database):
    load_est_group(project, database, IncidentFilter(), "sv")
    layer = roles.find(project, LayerRole.MEASURE_POINTS)
    entries = layer.editorWidgetSetup(layer.fields().indexOf("kind")).config()["map"]
    assert {"Belysning": "BEL"} in entries
    load_est_group(project, database, IncidentFilter(), "en")
    entries = layer.editorWidgetSetup(layer.fields().indexOf("kind")).config()["map"]
    assert {"Lighting": "BEL"} in entries


def test_loading_again_keeps_the_layers_and_another_database_replaces_them(project, database, tmp_path):
    first = load_est_group(project, database, IncidentFilter(), "sv")
    again = load_est_group(project, database, IncidentFilter(), "sv")
    assert again == first
    other = load_est_group(project, database_at(tmp_path / "other.gpkg"), IncidentFilter(), "sv")
    # The heatmap is a picture of no table: it stays, with the style that a person gave it.
    heatmap = roles.find_heatmap(project).id()
    assert set(other.layer_ids.values()) & set(first.layer_ids.values()) == {heatmap}
    assert len(project.mapLayers()) == len(other.layer_ids)
    assert len(project.layerTreeRoot().children()) == 1


def test_incidents_are_coloured_by_the_groups_of_the_database(project, database):
    load_est_group(project, database, IncidentFilter(), "sv")
    renderer = roles.find(project, LayerRole.INCIDENTS).renderer()
    assert isinstance(renderer, QgsRuleBasedRenderer)
    rules = renderer.rootRule().children()
    assert [rule.label() for rule in rules][:2] == ["Skadegörelse", "Otrygghetsskapande samling av personer"]
    assert rules[0].symbol().color().name() == "#b5367a"
    with database.reading() as connection:
        groups = connection.execute("SELECT name_sv, colour FROM category_group ORDER BY sort").fetchall()
    shown = [(rule.label(), rule.symbol().color().name()) for rule in rules[:-1]]
    assert shown == [(group["name_sv"], group["colour"].lower()) for group in groups]


def test_the_filter_hides_other_periods_deleted_rows_and_rejected_reports(project, database):
    load_est_group(project, database, IncidentFilter(), "sv")
    layer = roles.find(project, LayerRole.INCIDENTS)
    category = category_of(database)
    for number, (day, status) in enumerate(
        [("2026-03-01T12:00:00Z", "new"), ("2026-04-05T12:00:00Z", "new"), ("2026-03-02T12:00:00Z", "rejected")]
    ):
        add(layer, POINT, category=category, occurred_from=day, review_status=status, source_ref=str(number))
    march = Period.between(date(2026, 3, 1), date(2026, 3, 31))
    filters.apply(project, database, IncidentFilter(period=march))
    assert [feature["source_ref"] for feature in layer.getFeatures()] == ["0"]
    assert layer.temporalProperties().isActive()
    assert project.timeSettings().temporalRange().begin().toUTC().toString("yyyy-MM-dd HH:mm") == "2026-02-28 23:00"
    with database.writing() as connection:
        connection.execute("UPDATE incident SET deleted_at = changed_at WHERE source_ref = '1'")
    filters.apply(project, database, IncidentFilter())
    assert [feature["source_ref"] for feature in layer.getFeatures()] == ["0"]


def test_a_filter_is_refused_while_incidents_are_edited(project, database):
    load_est_group(project, database, IncidentFilter(), "sv")
    layer = roles.find(project, LayerRole.INCIDENTS)
    before = layer.subsetString()
    assert layer.startEditing()
    with pytest.raises(EstError, match="is being edited"):
        filters.apply(project, database, IncidentFilter(categories=frozenset({"KLO"})))
    with pytest.raises(EstError, match="is being edited"):
        load_est_group(project, database, IncidentFilter(), "sv")
    assert layer.subsetString() == before
    layer.rollBack()


@pytest.mark.parametrize("seconds", [-86400, 0, 60], ids=["older", "as old", "newer"])
def test_a_file_put_in_place_of_the_open_one_is_read_and_written_when_it_is_opened(
    project, database, tmp_path, seconds
):
    backup = database_at(tmp_path / "backup.gpkg")
    for base, name in ((database, "before"), (backup, "restored")):
        load_est_group(project, base, IncidentFilter(), "sv")
        add(roles.find(project, LayerRole.INCIDENTS), POINT, category=category_of(base), source_ref=name)
        add(roles.find(project, LayerRole.HOTSPOTS), f"MultiPolygon (({AREA[9:-1]}))", name=name)
        add(roles.find(project, LayerRole.WALKS), LINE, title=name)
        for role, wkt in MEASURES.items():
            add(roles.find(project, role), wkt, kind="BEL", title=name)
    project.clear()
    before = load_est_group(project, database, IncidentFilter(), "sv").layer_ids
    roles.find(project, LayerRole.WALKS).setOpacity(0.5)
    fields = {LayerRole.INCIDENTS: "source_ref", LayerRole.HOTSPOTS: "name"}
    fields |= dict.fromkeys((LayerRole.WALKS, *MEASURES), "title")

    def shown():
        return {row[field] for role, field in fields.items() for row in roles.find(project, role).getFeatures()}

    assert shown() == {"before"}
    changed = database.path.stat().st_mtime + seconds
    os.utime(backup.path, (changed, changed))
    backup.path.replace(database.path)
    for end in ("-wal", "-shm"):
        Path(f"{database.path}{end}").unlink(missing_ok=True)
    layers = load_est_group(project, open_database(database.path), IncidentFilter(), "sv", anew=True).layer_ids
    assert shown() == {"restored"}
    assert layers == before
    walks = roles.find(project, LayerRole.WALKS)
    assert walks.opacity() == 0.5
    with edit_command(walks, "rename"):
        walks.changeAttributeValue(next(walks.getFeatures()).id(), walks.fields().indexOf("title"), "changed")
    assert walks.commitChanges(), walks.commitErrors()
    with database.reading() as connection:
        assert [row["title"] for row in connection.execute("SELECT title FROM walk")] == ["changed"]


def test_layers_are_not_read_anew_while_one_of_them_is_edited(project, database):
    load_est_group(project, database, IncidentFilter(), "sv")
    add_to = roles.find(project, LayerRole.MEASURE_POINTS)
    with edit_command(add_to, "add"):
        values = {add_to.fields().indexOf("kind"): "BEL"}
        add_to.addFeature(QgsVectorLayerUtils.createFeature(add_to, QgsGeometry.fromWkt(POINT), values))
    with pytest.raises(EstError, match="is being edited"):
        load_est_group(project, database, IncidentFilter(), "sv", anew=True)
    assert add_to.featureCount() == 1
    add_to.rollBack()


def copy_of(layer):
    """What "Duplicate layer" makes, and "Paste style > all categories" on a layer of the person's own."""
    copy = layer.clone()
    own = QgsVectorLayer("Point?crs=EPSG:3006", "own", "memory")
    style = QgsMapLayerStyle()
    style.readFromLayer(layer)
    style.writeToLayer(own)
    return copy, own


def test_copies_of_a_layer_do_not_play_its_role(project, database):
    layers = load_est_group(project, database, IncidentFilter(), "sv").layer_ids
    for role, layer_id in layers.items():
        for _ in range(3):
            project.addMapLayers(copy_of(project.mapLayer(layer_id)))
        assert playing(project, role).id() == layer_id
    assert load_est_group(project, database, IncidentFilter(), "sv").layer_ids == layers
    project.removeMapLayer(layers[LayerRole.WALKS])
    assert roles.find(project, LayerRole.WALKS) is None


def test_the_roles_come_back_with_a_saved_project(project, database, tmp_path):
    layers = load_est_group(project, database, IncidentFilter(), "sv").layer_ids
    project.addMapLayers(copy_of(roles.find(project, LayerRole.WALKS)))
    assert project.write(str(tmp_path / "work.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "work.qgz"))
    assert {role: playing(project, role).id() for role in layers} == layers


def test_another_database_takes_the_place_of_the_layers_and_of_their_copies(project, database, tmp_path):
    load_est_group(project, database, IncidentFilter(), "sv")
    copy, own = copy_of(roles.find(project, LayerRole.WALKS))
    project.addMapLayers((copy, own))
    other = database_at(tmp_path / "other.gpkg")
    copy.startEditing()
    with pytest.raises(EstError, match="is being edited"):
        load_est_group(project, other, IncidentFilter(), "sv")
    copy.rollBack()
    layers = load_est_group(project, other, IncidentFilter(), "sv").layer_ids
    assert set(project.mapLayers()) == {*layers.values(), own.id()}
    tables = [project.mapLayer(layer_id) for role, layer_id in layers.items() if role is not LayerRole.HEATMAP]
    assert {roles.database_of(layer) for layer in tables} == {str(other.path)}


def test_a_source_that_writes_the_same_path_in_another_way_is_the_same_database(project, database):
    layers = load_est_group(project, database, IncidentFilter(), "sv").layer_ids
    for layer in project.mapLayers().values():
        if not isinstance(layer, QgsVectorLayer):
            continue
        source = layer.source().replace(database.path.name, f"/{database.path.name}")
        layer.setDataSource(source, layer.name(), "ogr", QgsDataProvider.ProviderOptions())
    march = IncidentFilter(Period.between(date(2026, 3, 1), date(2026, 3, 31)))
    assert load_est_group(project, database, march, "sv").layer_ids == layers
    assert "2026-03" in roles.find(project, LayerRole.INCIDENTS).subsetString()


def test_background_tables_are_shown_when_the_file_has_them(project, database):
    streets = QgsVectorLayer("LineString?crs=EPSG:3006&field=name:string&field=road_class:string", "s", "memory")
    feature = QgsFeature(streets.fields())
    feature.setGeometry(QgsGeometry.fromWkt(LINE))
    streets.dataProvider().addFeatures([feature])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "town_street"
    options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    QgsVectorFileWriter.writeAsVectorFormatV3(streets, str(database.path), project.transformContext(), options)
    load_est_group(project, database, IncidentFilter(), "sv")
    assert roles.find(project, LayerRole.STREETS).featureCount() == 1
    assert project.layerTreeRoot().children()[0].children()[-1].children()[0].layer().readOnly()
    with database.writing() as connection:
        connection.execute("DROP TABLE town_street")
        connection.execute("DELETE FROM gpkg_geometry_columns WHERE table_name = 'town_street'")
        connection.execute("DELETE FROM gpkg_contents WHERE table_name = 'town_street'")
    load_est_group(project, database, IncidentFilter(), "sv", anew=True)
    assert roles.find(project, LayerRole.STREETS) is None


def test_an_edit_command_is_one_undo_step_and_is_destroyed_on_error(project, database):
    load_est_group(project, database, IncidentFilter(), "sv")
    layer = roles.find(project, LayerRole.WALKS)
    with pytest.raises(ZeroDivisionError), edit_command(layer, "broken"):  # noqa: PT012
        layer.addFeature(QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt(LINE)))
        raise ZeroDivisionError
    assert not layer.isEditable()
    with edit_command(layer, "two"):
        for _ in range(2):
            layer.addFeature(QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt(LINE)))
    assert layer.undoStack().count() == 1
    layer.undoStack().undo()
    assert layer.featureCount() == 0
    layer.rollBack()


def test_a_missing_file_is_told_and_leaves_the_project_as_it_was(project, database):
    database.path.unlink()
    with pytest.raises(EstError):
        load_est_group(project, database, IncidentFilter(), "sv")
    assert not project.mapLayers()


def test_stops_are_numbered_along_the_route_in_one_undo_step(project, database):
    load_est_group(project, database, IncidentFilter(), "sv")
    walks, stops = roles.find(project, LayerRole.WALKS), roles.find(project, LayerRole.WALK_STOPS)
    add(walks, LINE, title="Vandring")
    walk = next(walks.getFeatures())["uuid"]
    for number, x in ((1, 90), (2, 10), (3, 50)):
        add(stops, f"Point ({500000 + x} 6600003)", walk=walk, number=number)
    add(stops, "Point (500000 6600000)", number=7)

    def numbers():
        return {round(stop.geometry().asPoint().x() - 500000): stop["number"] for stop in stops.getFeatures()}

    assert number_along_route(project, walk) == 3
    assert numbers() == {10: 1, 50: 2, 90: 3, 0: 7}
    assert stops.undoStack().count() == 1
    stops.undoStack().undo()
    assert numbers() == {90: 1, 10: 2, 50: 3, 0: 7}
    stops.rollBack()
    with pytest.raises(InputError, match="cannot be numbered"):
        number_along_route(project, "it's gone")
