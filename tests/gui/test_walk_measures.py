# SPDX-License-Identifier: GPL-2.0-or-later
"""What the observations of a walk propose becomes measures: listed, ticked, one step to undo, saved with its links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from qgis.core import NULL, Qgis, QgsExpression, QgsGeometry, QgsProject, QgsVectorLayerUtils
from qgis.PyQt.QtCore import QDate, Qt

from est_plugin.db.measures import NewMeasure, add_measures, list_measures
from est_plugin.gui.ticked_lines import TickedLines
from est_plugin.gui.walk_measures import OBSERVATION_MEASURES
from est_plugin.i18n import Language
from est_plugin.layers.edits import edit_command
from est_plugin.layers.observation_measures import proposed_by_observations
from est_plugin.layers.roles import LayerRole, find
from est_plugin.layers.unsaved import save_all
from tests.gui.walk_desk import X, Y, add_walk, answer, dock, open_at
from tests.waiting import settled, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.gui import QgisInterface

    from est_plugin.db.database import Database
    from est_plugin.gui.dock import EstDock
    from est_plugin.gui.walk_page import WalkPage

__all__ = ["dock"]


def stop_at(place: str) -> str:
    layer = find(QgsProject.instance(), LayerRole.WALK_STOPS)
    (stop,) = layer.getFeatures(QgsExpression.createFieldEqualityExpression("place", place))
    return str(stop["uuid"])


def see(stop: str, *, at: QgsGeometry | None = None, **values: object) -> str:
    """Add an observation to the edit buffer; its uuid."""
    layer = find(QgsProject.instance(), LayerRole.OBSERVATIONS)
    attributes = {layer.fields().indexOf(name): value for name, value in ({"walk_stop": stop} | values).items()}
    row = QgsVectorLayerUtils.createFeature(layer, at or QgsGeometry(), attributes)
    with edit_command(layer, "see"):
        assert layer.addFeature(row)
    return str(row["uuid"])


def propose(page: WalkPage, act: Callable[[TickedLines], None]) -> list[str]:
    """Choose from the menu; what the dialog listed."""
    listed: list[str] = []

    def look(dialog: TickedLines) -> None:
        listed.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))
        act(dialog)

    answer(look, TickedLines)
    page.with_walk.entries[OBSERVATION_MEASURES.label].trigger()
    until(lambda: listed)
    settled(page.session)
    return listed


def without_the_last(dialog: TickedLines) -> None:
    dialog.list.item(dialog.list.count() - 1).setCheckState(Qt.CheckState.Unchecked)
    dialog.accept()


def test_what_is_ticked_becomes_measures_with_their_links(dock: EstDock, either_database: Database) -> None:
    add_walk(either_database)
    page = open_at(dock, either_database)
    start, bridge = stop_at("Start"), stop_at("Bron")
    lamp = see(
        bridge, item="BEL", measure_kind="BEL", priority=1, comment="Två lyktor släckta.", responsible="kommun",
        deadline=QDate(2026, 12, 24), at=QgsGeometry.fromWkt(f"POINT ({X + 170} {Y + 5})"),
    )  # fmt: skip
    hedge = see(start, item="VEG", measure_kind="VEG")
    see(bridge, item="UND", measure_kind="KLO", priority=2, answer="planned", reply="I vår.")
    see(bridge, item="TRA", measure_kind="HIN", answer="declined", reply="Räddningstjänsten behöver fram.")
    see(bridge, item="UND", measure_kind="STÄ", answer="done")
    see(bridge, item="SIK", value="2")
    # One that answers something else, or nothing.
    add_measures(either_database, [NewMeasure("BEL", "Byt armatur", shapely.Point(X, Y))])

    listed = propose(page, without_the_last)
    assert [line.split(" · ")[0] for line in listed] == ["Stop 1", "Stop 2", "Stop 2"]
    assert "2026-12-24" in "".join(listed)
    points = find(page.session.project, LayerRole.MEASURE_POINTS)
    assert points.undoStack().count() == 1
    assert len(list_measures(either_database)) == 1

    save_all(page.session.project)
    stored = {row.kind: row for row in list_measures(either_database) if row.title != "Byt armatur"}
    assert set(stored) == {"VEG", "BEL"}
    assert shapely.from_wkb(stored["BEL"].wkb).equals(shapely.Point(X + 170, Y + 5))
    assert shapely.from_wkb(stored["VEG"].wkb).equals(shapely.Point(X, Y))
    rows = {row["kind"]: row for row in points.getFeatures() if row["title"] != "Byt armatur"}
    assert [str(rows["BEL"][name]) for name in ("observation", "walk_stop", "owner", "description", "status")] == [
        lamp, bridge, "kommun", "Två lyktor släckta.", "proposed",
    ]  # fmt: skip
    assert rows["BEL"]["due_date"] == QDate(2026, 12, 24)
    assert "Bron" in rows["BEL"]["title"]
    assert "lyktor" not in rows["BEL"]["title"]
    assert str(rows["VEG"]["observation"]) == hedge
    assert rows["VEG"]["due_date"] in (None, NULL)

    # What has a measure is not proposed again; what was not ticked is.
    (left,) = propose(page, TickedLines.reject)
    assert left.startswith("Stop 2")
    assert points.featureCount() == 3


def test_one_undo_takes_all_back_and_they_are_proposed_again(dock: EstDock, file_database: Database) -> None:
    add_walk(file_database)
    page = open_at(dock, file_database)
    see(stop_at("Start"), item="BEL", measure_kind="BEL")
    see(stop_at("Bron"), item="VEG", measure_kind="VEG")
    both = propose(page, TickedLines.accept)
    points = find(page.session.project, LayerRole.MEASURE_POINTS)
    assert points.featureCount() == 2
    points.undoStack().undo()
    assert points.featureCount() == 0
    assert propose(page, TickedLines.reject) == both


def test_a_walk_that_proposes_nothing_is_told_what_to_do(
    dock: EstDock, file_database: Database, qgis_iface: QgisInterface
) -> None:
    add_walk(file_database)
    page = open_at(dock, file_database)
    see(stop_at("Bron"), item="SIK", value="2")
    page.with_walk.entries[OBSERVATION_MEASURES.label].trigger()
    settled(page.session)
    told = qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)
    assert "no measure to make" in told[-1]
    assert not find(page.session.project, LayerRole.MEASURE_POINTS).isEditable()


def test_a_proposal_that_has_no_place_is_counted_and_not_lost(dock: EstDock, file_database: Database) -> None:
    walk = add_walk(file_database)
    page = open_at(dock, file_database)
    stops = find(page.session.project, LayerRole.WALK_STOPS)
    nowhere = QgsVectorLayerUtils.createFeature(
        stops, attributes={stops.fields().indexOf("walk"): walk, stops.fields().indexOf("place"): "?"}
    )
    with edit_command(stops, "stop"):
        assert stops.addFeature(nowhere)
    see(str(nowhere["uuid"]), item="BEL", measure_kind="BEL")
    found = proposed_by_observations(page.session.project, walk, (), Language("en"))()
    assert (found.measures, found.without_place) == ((), 1)
