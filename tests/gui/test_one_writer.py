# SPDX-License-Identifier: GPL-2.0-or-later
"""Two QGIS and one GeoPackage: the second reads, is told who writes, and may write when the first has left."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from qgis.core import Qgis, QgsGeometry, QgsProject, QgsVectorLayer, QgsVectorLayerUtils
from qgis.gui import QgsAdvancedDigitizingDockWidget
from qgis.PyQt.QtCore import QCoreApplication, QEvent

import est_plugin
from est_plugin.db import backups, file_lock
from est_plugin.db.measures import list_measures
from est_plugin.errors import EstError
from est_plugin.gui import one_writer
from est_plugin.layers import roles
from est_plugin.layers.edits import edit_command
from est_plugin.layers.roles import LayerRole
from tests.other_process import other_process, other_writer
from tests.waiting import opened, settled, until


@pytest.fixture
def loaded(qgis_iface, qgis_processing, qgis_new_project, monkeypatch):
    """The loaded plugin; the one who waits looks often."""
    monkeypatch.setattr(one_writer, "_LOOK_S", 0.05)
    cad_dock = QgsAdvancedDigitizingDockWidget(qgis_iface.mapCanvas())
    monkeypatch.setattr(qgis_iface, "cadDockWidget", lambda: cad_dock)
    plugin = est_plugin.classFactory(qgis_iface)
    plugin.initGui()
    loaded = SimpleNamespace(plugin=plugin, dock=plugin._dock, session=plugin._session, is_loaded=True)
    loaded.dock.show()
    yield loaded
    QgsProject.instance().clear()
    if loaded.is_loaded:
        plugin.unload()
    cad_dock.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def layer_of(role):
    return roles.find(QgsProject.instance(), role)


def is_closed():
    return {layer_of(role).readOnly() for role in (LayerRole.INCIDENTS, LayerRole.MEASURE_POINTS, LayerRole.WALKS)}


def test_the_first_holds_the_lock_until_it_closes_the_database(loaded, file_database):
    opened(loaded.session, file_database.path)
    assert file_lock.holder_of(file_database.path).is_this_process
    assert is_closed() == {False}
    assert loaded.dock.writer.isHidden()
    loaded.session.reload_layers()
    loaded.session.open(file_database.path)
    assert file_lock.holder_of(file_database.path).is_this_process
    QgsProject.instance().clear()
    assert file_lock.holder_of(file_database.path) is None


def test_unload_lets_others_write(loaded, file_database):
    opened(loaded.session, file_database.path)
    loaded.plugin.unload()
    loaded.is_loaded = False
    assert file_lock.holder_of(file_database.path) is None
    assert not file_lock.lock_path(file_database.path).exists()


def test_another_process_is_refused_while_the_dock_writes(loaded, file_database):
    opened(loaded.session, file_database.path)
    code = """
    try:
        with open_database(path).writing():
            say("wrote")
    except file_lock.HeldError as error:
        say(str(error.holder.pid))
    """
    with other_process("say('up')" + code.replace("\n    ", "\n"), file_database.path) as other:
        assert int(other.communicate()[0]) > 0
    with file_database.writing() as connection:
        connection.execute("UPDATE meta SET retention_months = 9")


def test_the_second_reads_and_is_told_who_writes(loaded, file_database, qgis_iface):
    with other_writer(file_database.path):
        opened(loaded.session, file_database.path)
        session, dock = loaded.session, loaded.dock
        assert is_closed() == {True}
        holder = file_lock.holder_of(file_database.path)
        assert f"{holder.user} on {holder.host} writes in the database since 20" in dock.writer.text.text()
        assert not dock.writer.isHidden()
        assert dock.writer.begin_button.isHidden()
        assert not dock.pages.widget(0).intake.take_in.isEnabled()
        with pytest.raises(EstError, match="the EST panel says why"), edit_command(layer_of(LayerRole.WALKS), "x"):
            pytest.fail("It was edited.")
        with pytest.raises(file_lock.HeldError), session.database.writing():
            pytest.fail("It was written to.")
        assert not backups.backups_of(file_database.path)
        assert not qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Critical)


@pytest.mark.parametrize("is_killed", [False, True])
def test_the_second_begins_to_write_when_the_first_has_left(loaded, file_database, is_killed):
    with other_writer(file_database.path) as other:
        opened(loaded.session, file_database.path)
        if is_killed:
            other.kill()
            other.wait()
        else:
            other.communicate("go\n")
    button = loaded.dock.writer.begin_button
    until(lambda: not button.isHidden())
    with pytest.raises(file_lock.HeldError), loaded.session.database.writing():
        pytest.fail("Nobody had said yet that this one writes.")
    button.click()
    settled(loaded.session)
    assert file_lock.holder_of(file_database.path).is_this_process
    assert loaded.dock.writer.isHidden()
    assert is_closed() == {False}
    layer = layer_of(LayerRole.MEASURE_POINTS)
    with edit_command(layer, "x"):
        feature = layer_feature(layer)
        assert layer.addFeature(feature)
    loaded.dock.unsaved.save()
    assert [measure.title for measure in list_measures(file_database)] == ["Lampa"]


def layer_feature(layer: QgsVectorLayer):
    values = {layer.fields().indexOf(name): value for name, value in {"kind": "BEL", "title": "Lampa"}.items()}
    return QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt("Point (503000 6571000)"), values)


def test_a_third_that_was_faster_is_told(loaded, file_database):
    with other_writer(file_database.path) as other:
        opened(loaded.session, file_database.path)
        other.communicate("go\n")
    until(lambda: not loaded.dock.writer.begin_button.isHidden())
    with other_writer(file_database.path):
        loaded.dock.writer.begin()
        settled(loaded.session)
        assert is_closed() == {True}
        assert loaded.dock.writer.begin_button.isHidden()


def test_a_layer_that_a_person_closed_stays_closed(loaded, file_database):
    opened(loaded.session, file_database.path)
    layer_of(LayerRole.WALKS).setReadOnly(True)
    opened(loaded.session, file_database.path)
    assert layer_of(LayerRole.WALKS).readOnly()
    assert not layer_of(LayerRole.INCIDENTS).readOnly()


def test_a_lock_that_another_computer_took_over_closes_the_layers(loaded, file_database, qgis_iface):
    opened(loaded.session, file_database.path)
    text = file_lock.lock_path(file_database.path).read_text()
    holder = file_lock.holder_of(file_database.path)
    taken = text.replace(holder.host, "pc-17").replace(holder.process, "other")
    file_lock.lock_path(file_database.path).write_text(taken)
    loaded.session.writer._look()
    assert is_closed() == {True}
    assert "pc-17" in loaded.dock.writer.text.text()
    assert qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)


def test_a_lock_file_that_was_removed_is_put_back(loaded, file_database):
    opened(loaded.session, file_database.path)
    file_lock.lock_path(file_database.path).unlink()
    loaded.session.writer._look()
    assert file_lock.holder_of(file_database.path).is_this_process
    assert is_closed() == {False}


def test_the_writer_gets_a_backup_at_open(loaded, file_database):
    opened(loaded.session, file_database.path)
    assert len(backups.backups_of(file_database.path)) == 1


def test_a_backup_that_fails_is_told_and_breaks_nothing(loaded, file_database, qgis_iface):
    (file_database.path.parent / "backups").write_text("in the way")
    opened(loaded.session, file_database.path)
    assert any("No backup" in text for text in qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning))
    assert is_closed() == {False}
