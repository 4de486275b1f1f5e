# SPDX-License-Identifier: GPL-2.0-or-later
"""Dark stretches of a walk: asked once for the lamps, shown on the map, handed over as proposed measures."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest
import shapely
from qgis.core import Qgis, QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication

from est_plugin.db.measures import NewMeasure, add_measures, list_measures
from est_plugin.domain.walk import LightCondition
from est_plugin.errors import InputError
from est_plugin.gui.lamp_mapping_dialog import LampMappingDialog
from est_plugin.gui.lighting_choice import LightingChoice
from est_plugin.gui.lighting_window import LightingWindow
from est_plugin.gui.walk_lighting import DARK_STRETCHES_ACTION
from est_plugin.layers import lamp_memory
from est_plugin.layers.roles import LayerRole, find
from est_plugin.layers.unsaved import save_all
from est_plugin.layers.walk_light import enter_light
from tests.gui.walk_desk import X, Y, add_walk, answer, dock, open_at
from tests.waiting import settled, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.gui import QgisInterface

    from est_plugin.db.database import Database
    from est_plugin.gui.dock import EstDock
    from est_plugin.gui.walk_page import WalkPage

__all__ = ["dock"]

#: A lamp at each end of a straight walk of 300 m and one that is out in its middle; lamps far around.
LAMPS = (
    (0, 15, "lyser", "A1"),
    (150, 15, "släckt", "B2"),
    (300, 15, "lyser", "A2"),
    (-90, -90, "lyser", ""),
    (390, -90, "lyser", ""),
    (150, 200, "?", ""),
)


def add_register(lamps=LAMPS) -> QgsVectorLayer:
    layer = QgsVectorLayer("Point?crs=EPSG:3006&field=drift:string&field=stolpnr:string", "Belysning", "memory")
    rows = []
    for x, y, status, pole in lamps:
        row = QgsFeature(layer.fields())
        row.setGeometry(QgsGeometry.fromWkt(f"POINT ({X + x} {Y + y})"))
        row.setAttributes([status, pole])
        rows.append(row)
    assert layer.dataProvider().addFeatures(rows)[0]
    QgsProject.instance().addMapLayer(layer)
    return layer


def say_what_the_values_mean(dialog: LampMappingDialog) -> None:
    meanings = {"lyser": 1, "släckt": 2}
    until(lambda: dialog.values.rowCount() == 3)
    for row in range(3):
        meaning = meanings.get(dialog.values.item(row, 0).text(), 0)
        box = dialog.values.cellWidget(row, 2)
        box.setCurrentIndex(box.findData(meaning))
    dialog.accept()


def find_stretches(page: WalkPage) -> LightingWindow:
    page.with_walk.entries[DARK_STRETCHES_ACTION.label].trigger()
    settled(page.session)
    windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, LightingWindow) and one.isVisible()]
    assert len(windows) == 1
    return windows[0]


def propose(window: LightingWindow, act: Callable[[LightingChoice], None] = LightingChoice.accept) -> list[str]:
    """Press the button; what the dialog listed, ticked with a plus."""
    listed: list[str] = []

    def look(dialog: LightingChoice) -> None:
        for row in range(dialog.list.count()):
            item = dialog.list.item(row)
            listed.append(("+" if item.checkState() == Qt.CheckState.Checked else "-") + item.text())
        act(dialog)

    answer(look, LightingChoice)
    window.propose_button.click()
    until(lambda: listed)
    settled(window._session)
    return listed


def dark_layers() -> list[QgsVectorLayer]:
    return [one for one in QgsProject.instance().mapLayers().values() if one.customProperty("est/dark_stretches")]


def test_from_the_lamps_to_saved_measures(dock: EstDock, either_database: Database) -> None:
    walk = add_walk(either_database)
    page = open_at(dock, either_database)
    add_register()
    answer(say_what_the_values_mean, LampMappingDialog)
    window = find_stretches(page)
    text = window.text.toPlainText()
    # Both end lamps light 20 m.
    assert "260 of 300 m, 87 %. Dark stretches: 1." in text
    assert "B2" in text
    assert "The walk starts 2026-11-12 18:00 (Dark) and ends about 19:00 (Dark)." in text
    (layer,) = dark_layers()
    (stretch,) = layer.getFeatures()
    assert (stretch["light"], stretch["from_m"], stretch["to_m"], stretch["poles"]) == ("dark", 20, 280, "B2")
    assert layer.renderer().categories()[0].label() == "No working lamp"

    listed = propose(window)
    assert listed == ["+Mend lamp B2", "+Lighting along 260 m, 20–280 m into the walk"]
    assert list_measures(either_database) == ()
    points, lines = (find(page.session.project, role) for role in (LayerRole.MEASURE_POINTS, LayerRole.MEASURE_LINES))
    assert [len(one.editBuffer().addedFeatures()) for one in (points, lines)] == [1, 1]
    assert [one.undoStack().count() for one in (points, lines)] == [1, 1]
    # What waits to be saved is there already.
    assert [line[0] for line in propose(window, LightingChoice.reject)] == ["-", "-"]
    save_all(page.session.project)
    stored = {row.title: row for row in list_measures(either_database)}
    assert {row.kind for row in stored.values()} == {"BEL"}
    assert shapely.from_wkb(stored["Mend lamp B2"].wkb).equals(shapely.Point(X + 150, Y + 15))
    with either_database.reading() as connection:
        stops = connection.execute(
            "SELECT measure.title AS title, walk_stop.place AS place, walk_stop.walk AS walk FROM measure"
            " JOIN walk_stop ON walk_stop.uuid = measure.walk_stop"
        ).fetchall()
    assert {(row["place"], str(row["walk"])) for row in stops} == {("Bron", walk)}
    window.close()


def test_the_answer_is_asked_for_once_and_comes_back_with_the_source(dock: EstDock, file_database: Database) -> None:
    add_walk(file_database)
    page = open_at(dock, file_database)
    layer = add_register()
    answer(say_what_the_values_mean, LampMappingDialog)
    find_stretches(page).close()
    find_stretches(page).close()
    assert len(dark_layers()) == 1
    entry, project = page.session.settings.lamp_fields, QgsProject.instance()
    mapping = lamp_memory.mapping_of(project, layer, entry)
    assert (mapping.status_field, mapping.pole_field) == ("drift", "stolpnr")
    assert (mapping.working, mapping.broken) == ({"lyser"}, {"släckt"})
    # In another project, by the source alone.
    assert lamp_memory.mapping_of(QgsProject(), layer, entry) == mapping
    assert layer.source() not in entry.value()


def test_a_measure_that_is_not_finished_is_told_and_not_ticked(dock: EstDock, file_database: Database) -> None:
    add_walk(file_database)
    add_measures(
        file_database,
        [
            NewMeasure("BEL", "Byt armatur", shapely.Point(X + 160, Y + 20)),
            NewMeasure("VEG", "Röj", shapely.Point(X + 150, Y + 15)),
        ],
    )
    page = open_at(dock, file_database)
    add_register()
    answer(say_what_the_values_mean, LampMappingDialog)
    window = find_stretches(page)
    listed = propose(window, LightingChoice.reject)
    assert listed[0] == "-Mend lamp B2 – near it already: Byt armatur"
    assert listed[1].startswith("+Lighting along")
    window.close()


def test_without_any_lamps_the_person_is_told_what_to_add(
    dock: EstDock, file_database: Database, qgis_iface: QgisInterface
) -> None:
    add_walk(file_database)
    page = open_at(dock, file_database)
    page.with_walk.entries[DARK_STRETCHES_ACTION.label].trigger()
    assert "lamp register" in qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)[-1]
    assert dark_layers() == []


def test_lamps_elsewhere_make_nothing_dark(dock: EstDock, file_database: Database) -> None:
    add_walk(file_database, None)
    page = open_at(dock, file_database)
    add_register([(9000 + x, y, status, pole) for x, y, status, pole in LAMPS])
    answer(say_what_the_values_mean, LampMappingDialog)
    window = find_stretches(page)
    text = window.text.toPlainText()
    assert "Nothing can be said of the light" in text
    assert "The walk has no time yet" in text
    assert not window.propose_button.isEnabled()
    assert window.light_button is None
    assert [row["light"] for row in dark_layers()[0].getFeatures()] == ["unknown"]
    window.close()


def test_the_light_is_entered_in_the_protocol_and_nothing_is_overwritten(
    dock: EstDock, either_database: Database
) -> None:
    walk = add_walk(either_database)
    page = open_at(dock, either_database)
    add_register()
    answer(say_what_the_values_mean, LampMappingDialog)
    window = find_stretches(page)
    window.light_button.click()
    window.close()
    save_all(page.session.project)
    with either_database.reading() as connection:
        assert connection.execute("SELECT light_condition FROM walk").fetchone()["light_condition"] == "dark"
    with pytest.raises(InputError, match="not entered"):
        enter_light(page.session.project, walk, LightCondition.DAYLIGHT)
    with pytest.raises(InputError, match="not entered"):
        enter_light(page.session.project, str(uuid.uuid4()), LightCondition.DAYLIGHT)
