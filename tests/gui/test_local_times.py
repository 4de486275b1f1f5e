# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS's own forms, tables and formatters show and store the times of the EST layers in Swedish time, in any zone."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date

import pytest
from qgis.core import (
    NULL,
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerCache,
    QgsVectorLayerUtils,
)
from qgis.gui import (
    QgsAttributeDialog,
    QgsAttributeEditorContext,
    QgsAttributeTableModel,
    QgsGui,
    QgsSearchWidgetWrapper,
)
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QCheckBox, QDateTimeEdit

from est_plugin.db.migrator import create_database
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.local_times import LocalTimes
from est_plugin.layers import filters, roles
from est_plugin.layers.layer_events import LayerEvents
from est_plugin.layers.loader import load_est_group
from est_plugin.layers.local_time import WIDGET
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.shown_rows import walk_rows

#: Swedish clock and what is stored: winter, summer, the skipped hour (which jumps on), and the hour that comes twice.
CLOCKS = [
    ("2026-01-15 19:00", "2026-01-15T18:00:00.000Z", "2026-01-15 19:00"),
    ("2026-07-01 19:00", "2026-07-01T17:00:00.000Z", "2026-07-01 19:00"),
    ("2026-07-01 00:30", "2026-06-30T22:30:00.000Z", "2026-07-01 00:30"),
    ("2026-03-29 02:30", "2026-03-29T01:30:00.000Z", "2026-03-29 03:30"),
    ("2026-10-25 02:30", "2026-10-25T00:30:00.000Z", "2026-10-25 02:30"),
]


@pytest.fixture
def database(tmp_path):
    return create_database(
        tmp_path / "est.gpkg", srs_id=3006, municipality="1781", municipality_name="x", feedback=SilentFeedback()
    )


@pytest.fixture
def project(database):
    project = QgsProject.instance()
    local_times, events = LocalTimes(project), LayerEvents(project)
    load_est_group(project, database, IncidentFilter(), "sv")
    yield project
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer):
            layer.rollBack()
    project.clear()
    events.unload()
    local_times.unload()


@pytest.fixture
def incidents(project):
    return roles.find(project, LayerRole.INCIDENTS)


@pytest.fixture
def stored(database):
    """Reads the incidents back from the file, without QGIS."""

    def read(column="occurred_from"):
        with database.reading() as connection:
            return [row[column] for row in connection.execute(f"SELECT {column} FROM incident ORDER BY id")]

    return read


def put(database, occurred_from, **values):
    """Write an incident as the import does, without QGIS."""
    with database.writing() as connection:
        category = connection.execute("SELECT code FROM category ORDER BY sort").fetchone()["code"]
        row = {"uuid": occurred_from, "source": "test", "source_ref": occurred_from, "category": category}
        row |= {"occurred_from": occurred_from, **values}
        names, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
        connection.execute(f"INSERT INTO incident ({names}) VALUES ({marks})", row)


@pytest.fixture
def open_form():
    """Opens QGIS's form of a feature that exists, or of a new one."""
    dialogs = []

    def make(layer, feature, mode=QgsAttributeEditorContext.Mode.SingleEditMode):
        layer.startEditing()
        dialog = QgsAttributeDialog(layer, feature, False, None, True, QgsAttributeEditorContext())
        dialog.setMode(mode)
        dialog.show()
        dialogs.append(dialog)
        return dialog

    yield make
    for dialog in dialogs:
        dialog.close()
        dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def edit_of(dialog, name):
    return dialog.findChild(QDateTimeEdit, name)


def type_into(edit, text):
    """Type the digits of a date and time over what stands in a widget (Qt goes to the next part), then leave it."""
    edit.setFocus()
    edit.setSelectedSection(QDateTimeEdit.Section.YearSection)
    QTest.keyClicks(edit, "".join(filter(str.isdigit, text)))
    QTest.keyClick(edit, Qt.Key.Key_Return)


def only(layer):
    (feature,) = layer.getFeatures()
    return feature


def shown(layer, name, value):
    """A value as QGIS writes it in its attribute table and identify panel."""
    setup = QgsGui.editorWidgetRegistry().findBest(layer, name)
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
    return formatter.representValue(layer, layer.fields().indexOf(name), setup.config(), None, value)


@pytest.mark.parametrize(("typed", "in_file", "seen"), CLOCKS)
def test_what_is_typed_into_a_new_form_is_swedish_time_and_stored_in_utc(
    incidents, open_form, stored, typed, in_file, seen
):
    category = incidents.editorWidgetSetup(incidents.fields().indexOf("category")).config()["map"][0].popitem()[1]
    new = QgsVectorLayerUtils.createFeature(
        incidents,
        QgsGeometry.fromWkt("Point (500000 6600000)"),
        {incidents.fields().indexOf("category"): category},
    )
    dialog = open_form(incidents, new, QgsAttributeEditorContext.Mode.AddFeatureMode)
    type_into(edit_of(dialog, "occurred_from"), typed)
    assert edit_of(dialog, "occurred_from").text() == seen
    assert dialog.attributeForm().save()
    assert incidents.commitChanges(), incidents.commitErrors()
    assert stored() == [in_file]
    assert all(text.endswith("Z") for text in stored("reported_at") + stored("changed_at"))
    dialog = open_form(incidents, only(incidents))
    assert edit_of(dialog, "occurred_from").text() == seen
    assert shown(incidents, "occurred_from", only(incidents)["occurred_from"]) == seen


@pytest.mark.parametrize(("typed", "in_file", "seen"), CLOCKS)
def test_what_is_typed_over_another_time_is_swedish_time(incidents, open_form, database, stored, typed, in_file, seen):
    put(database, "2026-02-02T12:34:56.789Z")
    dialog = open_form(incidents, only(incidents))
    assert edit_of(dialog, "occurred_from").text() == "2026-02-02 13:34"
    type_into(edit_of(dialog, "occurred_from"), typed)
    assert dialog.attributeForm().save()
    assert incidents.commitChanges(), incidents.commitErrors()
    assert stored() == [in_file]


@pytest.mark.parametrize(
    "instant", ["2026-07-01T17:00:12.345Z", "2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"]
)
def test_a_form_that_is_saved_without_touching_the_time_keeps_the_instant(
    incidents, open_form, database, stored, instant
):
    put(database, instant, reported_at=instant)
    dialog = open_form(incidents, only(incidents))
    dialog.attributeForm().changeAttribute("place", "Torget")
    assert dialog.attributeForm().save()
    changes = incidents.editBuffer().changedAttributeValues()
    assert [list(values) for values in changes.values()] == [[incidents.fields().indexOf("place")]]
    assert incidents.commitChanges(), incidents.commitErrors()
    assert (stored(), stored("reported_at"), stored("place")) == ([instant], [instant], ["Torget"])


def test_a_form_that_is_only_opened_changes_nothing(incidents, open_form, database):
    put(database, "2026-07-01T17:00:00.000Z", time_known=0)
    dialog = open_form(incidents, only(incidents))
    assert dialog.attributeForm().save()
    assert not incidents.isModified()


def test_null_is_shown_kept_typed_over_and_cleared(incidents, open_form, database, stored):
    put(database, "2026-07-01T17:00:00.000Z")
    dialog = open_form(incidents, only(incidents))
    edit = edit_of(dialog, "occurred_to")
    assert edit.isNull()
    type_into(edit, "2026-07-01 21:00")
    assert dialog.attributeForm().save()
    assert incidents.commitChanges(), incidents.commitErrors()
    assert stored("occurred_to") == ["2026-07-01T19:00:00.000Z"]
    dialog = open_form(incidents, only(incidents))
    edit_of(dialog, "occurred_to").clear()
    assert dialog.attributeForm().save()
    assert incidents.commitChanges(), incidents.commitErrors()
    assert stored("occurred_to") == [None]
    assert shown(incidents, "occurred_to", NULL) == QgsApplication.nullRepresentation()


def test_a_date_without_a_time_of_day_is_shown_as_a_date(incidents, open_form, database, stored):
    put(database, "2026-06-30T22:00:00.000Z", occurred_to="2026-07-02T21:59:59.000Z", time_known=0)
    incident = only(incidents)
    assert shown(incidents, "occurred_from", incident["occurred_from"]) == "2026-07-01"
    assert shown(incidents, "occurred_to", incident["occurred_to"]) == "2026-07-02"
    assert shown(incidents, "reported_at", incident["occurred_from"]) == "2026-07-01 00:00"
    dialog = open_form(incidents, incident)
    assert edit_of(dialog, "occurred_from").text() == "2026-07-01"
    assert edit_of(dialog, "occurred_to").text() == "2026-07-02"
    type_into(edit_of(dialog, "occurred_from"), "2026-01-05")
    type_into(edit_of(dialog, "occurred_to"), "2026-01-06")
    assert dialog.attributeForm().save()
    assert incidents.commitChanges(), incidents.commitErrors()
    assert stored() == ["2026-01-04T23:00:00.000Z"]
    assert stored("occurred_to") == ["2026-01-06T22:59:59.000Z"]


def test_whether_the_time_is_known_can_be_changed_in_the_form(incidents, open_form, database, stored):
    put(database, "2026-07-01T17:20:00.000Z", occurred_to="2026-07-01T18:20:00.000Z")
    dialog = open_form(incidents, only(incidents))
    box = dialog.findChild(QCheckBox, "time_known")
    box.click()
    assert edit_of(dialog, "occurred_from").text() == "2026-07-01"
    box.click()
    assert edit_of(dialog, "occurred_from").text() == "2026-07-01 19:20"
    box.click()
    assert dialog.attributeForm().save()
    assert incidents.commitChanges(), incidents.commitErrors()
    assert stored("time_known") == [0]
    assert stored() == ["2026-06-30T22:00:00.000Z"]
    assert stored("occurred_to") == ["2026-07-01T21:59:59.000Z"]


def test_the_attribute_table_shows_swedish_time_and_sorts_by_the_instant(incidents, database):
    put(database, "2026-07-01T17:00:00.000Z")
    cache = QgsVectorLayerCache(incidents, 100)
    model = QgsAttributeTableModel(cache)
    model.loadLayer()
    cell = model.index(0, model.fieldCol(incidents.fields().indexOf("occurred_from")))
    assert model.data(cell, Qt.ItemDataRole.DisplayRole) == "2026-07-01 19:00"
    sort = QgsAttributeTableModel.CustomRole.Sort
    model.prefetchColumnData(incidents.fields().indexOf("occurred_from"))
    assert model.data(cell, sort) == only(incidents)["occurred_from"]


def test_incidents_that_are_edited_together_get_the_swedish_time(incidents, open_form, database, stored):
    put(database, "2026-07-01T17:00:00.000Z")
    put(database, "2026-07-02T17:00:00.000Z")
    incidents.startEditing()
    incidents.selectAll()
    dialog = open_form(incidents, QgsFeature(), QgsAttributeEditorContext.Mode.MultiEditMode)
    form = dialog.attributeForm()
    form.setMultiEditFeatureIds(incidents.selectedFeatureIds())
    type_into(edit_of(dialog, "occurred_from"), "2026-01-15 19:00")
    assert form.save()
    assert incidents.commitChanges(), incidents.commitErrors()
    assert stored() == ["2026-01-15T18:00:00.000Z"] * 2


def test_the_form_filters_by_time_with_qgis_s_own_widget(incidents, open_form, database):
    put(database, "2026-07-01T17:00:00.000Z")
    dialog = open_form(incidents, QgsFeature(), QgsAttributeEditorContext.Mode.SearchMode)
    kinds = {wrapper.metaObject().className() for wrapper in dialog.findChildren(QgsSearchWidgetWrapper)}
    assert "QgsDateTimeSearchWidgetWrapper" in kinds


@pytest.mark.parametrize(
    ("expression", "instant"),
    [
        ("to_datetime('2026-07-01T19:00:00+02:00')", "2026-07-01T17:00:00.000Z"),
        ("'2026-07-01T19:00:00+02:00'", "2026-07-01T17:00:00.000Z"),
        ("'2026-07-01T17:00:00Z'", "2026-07-01T17:00:00.000Z"),
        ("\"occurred_from\" + to_interval('1 hour')", "2026-01-01T13:00:00.000Z"),
    ],
)
def test_what_the_field_calculator_writes_is_stored_in_utc(incidents, database, stored, expression, instant):
    put(database, "2026-01-01T12:00:00.000Z")
    row = only(incidents)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(incidents))
    context.setFeature(row)
    value = QgsExpression(expression).evaluate(context)
    incidents.startEditing()
    incidents.changeAttributeValue(row.id(), incidents.fields().indexOf("occurred_from"), value)
    assert incidents.commitChanges(), incidents.commitErrors()
    assert stored() == [instant]


def test_now_is_stored_and_shown_as_the_same_instant_in_any_zone(incidents, database, stored):
    put(database, "2026-01-01T12:00:00.000Z")
    row = only(incidents)
    moment = QDateTime.currentDateTime()
    incidents.startEditing()
    incidents.changeAttributeValue(row.id(), incidents.fields().indexOf("occurred_from"), moment)
    before = shown(incidents, "occurred_from", only(incidents)["occurred_from"])
    assert incidents.commitChanges(), incidents.commitErrors()
    assert shown(incidents, "occurred_from", only(incidents)["occurred_from"]) == before
    assert stored() == [moment.toUTC().toString("yyyy-MM-ddTHH:mm:ss.zzzZ")]


def test_the_time_range_of_the_project_is_the_period_in_swedish_time(project, database):
    filters.apply(project, database, IncidentFilter(Period.containing(PeriodKind.MONTH, date(2026, 7, 9))))
    start = project.timeSettings().temporalRange().begin()
    assert start.toUTC().toString(Qt.DateFormat.ISODate) == "2026-06-30T22:00:00Z"


def test_the_layers_and_what_is_saved_of_them_never_name_the_widget(project, incidents, tmp_path):
    index = incidents.fields().indexOf("occurred_from")
    # What QGIS's window for layer properties does when a person presses OK.
    incidents.setEditorWidgetSetup(index, QgsGui.editorWidgetRegistry().findBest(incidents, "occurred_from"))
    incidents.setEditFormConfig(incidents.editFormConfig())
    assert incidents.editorWidgetSetup(index).isNull()
    assert project.write(str(tmp_path / "project.qgs"))
    assert WIDGET not in (tmp_path / "project.qgs").read_text()


def test_without_the_plugin_the_form_is_qgis_s_own_and_a_second_load_takes_over(database, open_form):
    project = QgsProject.instance()
    load_est_group(project, database, IncidentFilter(), "sv")
    put(database, "2026-07-01T17:00:00.000Z")
    layer = roles.find(project, LayerRole.INCIDENTS)
    for _ in range(2):
        local_times = LocalTimes(project)
        assert shown(layer, "occurred_from", only(layer)["occurred_from"]) == "2026-07-01 19:00"
        assert edit_of(open_form(layer, only(layer)), "occurred_from").text() == "2026-07-01 19:00"
        local_times.unload()
        assert edit_of(open_form(layer, only(layer)), "occurred_from").text().startswith("2026-07-01 17:00")
        assert WIDGET not in shown_by(layer)
    layer.rollBack()
    project.clear()


def shown_by(layer):
    """The formatters that QGIS uses for the fields of a layer."""
    registry = QgsApplication.fieldFormatterRegistry()
    setups = (QgsGui.editorWidgetRegistry().findBest(layer, name) for name in layer.fields().names())
    return {registry.fieldFormatter(setup.type()).id() for setup in setups}


def test_the_walk_list_shows_the_swedish_day(project):
    walks = roles.find(project, LayerRole.WALKS)
    starts = QDateTime.fromString("2026-10-31T23:30:00Z", Qt.DateFormat.ISODate)
    index = walks.fields().indexOf
    walk = QgsVectorLayerUtils.createFeature(
        walks, QgsGeometry(), {index("title"): "Centrum", index("starts_at"): starts}
    )
    walks.startEditing()
    walks.addFeature(walk)
    (row,) = walk_rows(project)()
    assert row.day == date(2026, 11, 1)


@pytest.mark.parametrize("zone", ["Europe/Stockholm", "America/New_York"])
def test_all_of_this_holds_on_a_computer_in_another_zone(zone):
    run = subprocess.run(
        [sys.executable, "-m", "pytest", __file__, "-q", "-p", "no:cacheprovider", "-k", "not another_zone"],
        env=os.environ | {"TZ": zone},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
