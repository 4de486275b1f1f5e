# SPDX-License-Identifier: GPL-2.0-or-later
"""The heatmap on the map follows what is chosen and stored, keeps a person's style, and leaves nothing behind."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsHillshadeRenderer,
    QgsLayerTreeModel,
    QgsLayoutItemMap,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsMapThemeCollection,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QSize, Qt

from est_plugin import settings
from est_plugin.analysis.density_grid import DensityKind
from est_plugin.analysis.heatmap import MomentsOfPeriod
from est_plugin.analysis.map_density import map_density, map_moments
from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.incidents import read_points
from est_plugin.db.loaded_incidents import LoadedIncidents
from est_plugin.db.migrator import create_database
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.messages import Messages
from est_plugin.gui.session import Session
from est_plugin.gui.situation_page import SituationPage
from est_plugin.i18n import Language
from est_plugin.layers import density_colours, roles
from est_plugin.layers.roles import LayerRole
from tests.waiting import opened, settled, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from est_plugin.db.database import Database
    from est_plugin.db.server_database import ServerDatabase

FOLDER = "/vsimem/est_plugin"
EAST, NORTH = 500_000.0, 6_600_000.0
MARCH = Period.containing(PeriodKind.MONTH, date(2026, 3, 1))


def fill(database: Database, incidents: list[tuple[str, float, float]], category: str = "klotter") -> None:
    with database.writing() as connection:
        connection.executemany(
            "INSERT INTO incident (uuid, source, source_ref, category, organisation, occurred_from, geom)"
            " VALUES (lower(hex(randomblob(16))), 'test', ?, ?, 'polis', ?, ?)",
            (
                (f"{category} {day} {number}", category, f"{day}T12:00:00.000Z", point_blob(x, y, 3006))
                for number, (day, x, y) in enumerate(incidents)
            ),
        )


def empty_database(path: Path) -> Database:
    return create_database(
        path, srs_id=3006, municipality="1781", municipality_name="Lindvik", feedback=SilentFeedback()
    )


@pytest.fixture
def database(tmp_path: Path, qgis_new_project: None) -> Database:
    """Twenty incidents in the west in February 2026, and twelve a kilometre further east in March."""
    database = empty_database(tmp_path / "est.gpkg")
    fill(database, [("2026-02-10", EAST, NORTH)] * 20)
    fill(database, [("2026-03-10", EAST + 1000, NORTH)] * 12)
    fill(database, [("2026-03-11", EAST + 1000, NORTH + 2000)], "ran")
    return database


@pytest.fixture
def session(qgis_iface: object, qgis_new_project: None) -> Iterator[Session]:
    session = Session(settings.register(), Messages(qgis_iface.messageBar()))
    yield session
    if not session.is_unloaded:
        session.unload()
    for setting in (session.settings.heatmap_shows, session.settings.bandwidth, session.settings.comparison):
        setting.remove()
    settings.unregister()
    session.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def layer() -> QgsRasterLayer:
    found = roles.find_heatmap(QgsProject.instance())
    assert found is not None
    return found


def files() -> list[str]:
    return sorted(gdal.ReadDir(FOLDER) or [])


def value_at(x: float, y: float) -> float:
    value, is_known = layer().dataProvider().sample(QgsPointXY(x, y), 1)
    return value if is_known else float("nan")


def colour_at(x: float, y: float) -> int:
    """Opacity of the map at a place, 0..255."""
    chosen = QgsMapSettings()
    chosen.setLayers([layer()])
    chosen.setDestinationCrs(layer().crs())
    chosen.setOutputSize(QSize(11, 11))
    chosen.setExtent(QgsRectangle(x - 50, y - 50, x + 50, y + 50))
    chosen.setBackgroundColor(Qt.GlobalColor.transparent)
    job = QgsMapRendererParallelJob(chosen)
    job.start()
    job.waitForFinished()
    return job.renderedImage().pixelColor(5, 5).alpha()


def test_a_glow_stands_over_the_incidents_of_the_period_and_nowhere_else(session: Session, database: Database) -> None:
    opened(session, database.path)
    # Twelve on one spot, in 31 days, under a quartic kernel of 250 m.
    expected = 12 * 3 / (np.pi * 0.25**2) * 30 / 31
    assert value_at(EAST + 1000, NORTH) == pytest.approx(expected, rel=0.02)
    assert colour_at(EAST + 1000, NORTH) > 100
    assert colour_at(EAST, NORTH) == 0
    assert layer().crs().authid() == "EPSG:3006"
    assert files() == [layer().source().split("/")[-1]]


def test_the_legend_has_the_limits_and_the_unit_in_swedish_too(session: Session, database: Database) -> None:
    opened(session, database.path)
    picture = session.heatmap._picture
    renderers = [
        density_colours.renderer(
            layer().dataProvider(), picture.heatmap.grid, picture.heatmap.breaks, Language(language)
        ).legendSymbologyItems()
        for language in ("en", "sv")
    ]
    english, swedish = [[label for label, _colour in items] for items in renderers]
    assert english[0] == "0 events per km² and 30 days"
    assert english[1:] == [f"{limit:g}" for limit in picture.heatmap.breaks[1:]]
    assert "km²" in swedish[0]


def test_the_legend_stays_open_and_says_which_days_are_shown(session: Session, database: Database) -> None:
    opened(session, database.path)
    root = QgsProject.instance().layerTreeRoot()
    node = root.findLayer(layer())
    node.setExpanded(True)
    model = QgsLayerTreeModel(root)

    def title() -> str:
        return str(model.layerLegendNodes(node)[0].data(Qt.ItemDataRole.DisplayRole))

    assert title() == "2026-03-01 – 2026-03-31"
    session.settings.heatmap_shows.setValue("ratio")
    session.heatmap.refresh()
    settled(session)
    assert title() == "2026-03-01 – 2026-03-31 against 2026-02-01 – 2026-02-28"
    assert node.isExpanded()


def test_another_period_shows_its_own_picture(session: Session, database: Database) -> None:
    opened(session, database.path)
    session.choose_period(MARCH.previous())
    settled(session)
    assert colour_at(EAST, NORTH) > 100
    assert colour_at(EAST + 1000, NORTH) == 0
    assert len(files()) == 1


def test_a_category_shows_its_own_picture(session: Session, database: Database) -> None:
    opened(session, database.path)
    session.choose(replace(session.incident_filter, categories=frozenset({"ran"})))
    settled(session)
    assert colour_at(EAST + 1000, NORTH) == 0
    assert colour_at(EAST + 1000, NORTH + 2000) > 0


def test_the_pixels_do_not_move_when_the_period_changes(session: Session, database: Database) -> None:
    opened(session, database.path)
    for step in (Period.previous, Period.following):
        assert layer().extent().xMinimum() % layer().rasterUnitsPerPixelX() == 0
        assert layer().extent().yMaximum() % layer().rasterUnitsPerPixelY() == 0
        session.choose_period(step(session.period))
        settled(session)


def test_quick_flips_end_with_the_last_period_and_leave_one_picture(session: Session, database: Database) -> None:
    opened(session, database.path)
    for _ in range(4):
        session.choose_period(session.period.previous())
    session.choose_period(MARCH.previous())
    settled(session)
    assert session.heatmap._shown.chosen.period == MARCH.previous()
    assert colour_at(EAST, NORTH) > 100
    assert len(files()) == 1


def test_the_old_picture_goes_while_the_new_one_is_waited_for(session: Session, database: Database) -> None:
    opened(session, database.path)
    let_go = threading.Event()

    class Slow(LoadedIncidents):
        def points(self, *asked: object) -> object:
            let_go.wait(20)
            return super().points(*asked)

    session.incidents = Slow()
    session.choose_period(MARCH.previous())
    assert layer().source().startswith(FOLDER)
    until(lambda: not layer().source().startswith(FOLDER))
    assert files() == []
    assert layer().isValid()
    let_go.set()
    settled(session)
    assert colour_at(EAST, NORTH) > 100


def test_a_period_without_incidents_shows_nothing_and_says_so(session: Session, database: Database) -> None:
    opened(session, database.path)
    session.choose_period(Period.containing(PeriodKind.MONTH, date(2025, 5, 1)))
    settled(session)
    assert files() == []
    assert layer().isValid()
    assert "no incidents" in session.heatmap.text


def test_what_is_stored_is_shown(session: Session, database: Database) -> None:
    opened(session, database.path)
    fill(database, [("2026-03-20", EAST - 1000, NORTH)] * 12, "ran")
    session.read_again()
    settled(session)
    assert colour_at(EAST - 1000, NORTH) > 100


def test_a_saved_edit_of_an_incident_is_shown(session: Session, database: Database) -> None:
    opened(session, database.path)
    incidents = roles.find(QgsProject.instance(), LayerRole.INCIDENTS)
    assert isinstance(incidents, QgsVectorLayer)
    before = value_at(EAST + 1000, NORTH)
    assert incidents.startEditing()
    assert incidents.deleteFeature(next(incidents.getFeatures("\"category\" = 'klotter'")).id())
    assert incidents.commitChanges(), incidents.commitErrors()
    settled(session)
    assert value_at(EAST + 1000, NORTH) == pytest.approx(before * 11 / 12, rel=0.01)


def test_the_change_is_more_and_fewer_on_a_scale_about_zero(session: Session, database: Database) -> None:
    page = SituationPage(session)
    opened(session, database.path)
    page.heatmap.kind.setCurrentIndex(page.heatmap.kind.findData(DensityKind.DIFFERENCE))
    page.heatmap.choose()
    settled(session)
    assert value_at(EAST + 1000, NORTH) > 0 > value_at(EAST, NORTH)
    assert colour_at(EAST + 500, NORTH + 1000) == 0
    items = layer().renderer().shader().rasterShaderFunction().colorRampItemList()
    limits = [item.value for item in items[:-1]]
    assert limits == [-limit for limit in reversed(limits)]
    assert items[0].label.endswith("fewer (events per km² and 30 days)")
    assert items[1].label.endswith("fewer")
    assert items[-2].label.endswith("more")
    assert items[len(items) // 2].color.alpha() == 0
    assert session.settings.heatmap_shows.value() == "difference"
    page.deleteLater()


def test_the_ratio_is_told_only_where_there_are_enough(session: Session, database: Database) -> None:
    session.settings.heatmap_shows.setValue("ratio")
    opened(session, database.path)
    assert value_at(EAST + 1000, NORTH) > 2
    assert value_at(EAST, NORTH) < 0.5
    assert np.isnan(value_at(EAST + 1000, NORTH + 2000))
    assert "times as many" in layer().renderer().legendSymbologyItems()[0][0]


def test_the_period_to_compare_with_is_that_of_the_page(session: Session, database: Database) -> None:
    fill(database, [("2025-03-10", EAST + 1000, NORTH)] * 12, "ran")
    page = SituationPage(session)
    session.settings.heatmap_shows.setValue("difference")
    opened(session, database.path)
    page.comparison.setCurrentIndex(1)
    page.comparison.activated.emit(1)
    settled(session)
    assert value_at(EAST + 1000, NORTH) == pytest.approx(0, abs=0.01)
    page.deleteLater()


def test_a_wider_bandwidth_flattens_the_glow_and_is_kept(session: Session, database: Database) -> None:
    page = SituationPage(session)
    opened(session, database.path)
    narrow = value_at(EAST + 1000, NORTH)
    page.heatmap.bandwidth.setValue(500)
    settled(session)
    assert value_at(EAST + 1000, NORTH) == pytest.approx(narrow / 4, rel=0.03)
    assert session.settings.bandwidth.value() == 500
    page.deleteLater()


def test_a_quieter_month_is_shown_quieter(session: Session, database: Database) -> None:
    fill(database, [("2026-04-10", EAST, NORTH)] * 1)
    fill(database, [("2026-03-12", EAST, NORTH)] * 60, "ran")
    opened(session, database.path)
    session.choose_period(MARCH)
    settled(session)
    loud = colour_at(EAST, NORTH)
    session.choose_period(MARCH.following())
    settled(session)
    assert 0 < colour_at(EAST, NORTH) < loud
    assert "single report" in session.heatmap.text


def test_few_incidents_are_said_to_be_few(session: Session, tmp_path: Path) -> None:
    database = empty_database(tmp_path / "few.gpkg")
    fill(database, [("2026-03-10", EAST, NORTH)] * 2)
    opened(session, database.path)
    assert "single report" in session.heatmap.text
    assert colour_at(EAST, NORTH) > 0


def test_opacity_name_and_place_that_a_person_chose_stay(session: Session, database: Database) -> None:
    opened(session, database.path)
    project = QgsProject.instance()
    layer().setOpacity(0.5)
    layer().setName("Glöd")
    node = project.layerTreeRoot().findLayer(layer())
    project.layerTreeRoot().insertChildNode(0, node.clone())
    node.parent().removeChildNode(node)
    project.layerTreeRoot().findLayer(layer()).setItemVisibilityChecked(False)
    identity = layer().id()
    session.choose_period(MARCH.previous())
    settled(session)
    session.reload_layers()
    settled(session)
    assert (layer().id(), layer().opacity(), layer().name()) == (identity, 0.5, "Glöd")
    node = project.layerTreeRoot().children()[0]
    assert node.layerId() == identity
    assert not node.isVisible()


def test_nothing_is_computed_for_a_layer_that_is_switched_off(session: Session, database: Database) -> None:
    opened(session, database.path)
    node = QgsProject.instance().layerTreeRoot().findLayer(layer())
    node.parent().setItemVisibilityChecked(False)
    settled(session)
    # It may be switched on again at once, and is then as it was.
    assert len(files()) == 1
    session.choose_period(MARCH.previous())
    settled(session)
    assert files() == []
    node.parent().setItemVisibilityChecked(True)
    settled(session)
    assert colour_at(EAST, NORTH) > 100
    assert colour_at(EAST + 1000, NORTH) == 0


def test_a_layer_that_only_a_theme_or_a_layout_shows_follows(session: Session, database: Database) -> None:
    opened(session, database.path)
    project = QgsProject.instance()
    node = project.layerTreeRoot().findLayer(layer())
    theme = QgsMapThemeCollection.createThemeFromCurrentState(
        project.layerTreeRoot(), QgsLayerTreeModel(project.layerTreeRoot())
    )
    node.setItemVisibilityChecked(False)
    project.mapThemeCollection().insert("Glöd", theme)
    session.choose_period(MARCH.previous())
    settled(session)
    assert colour_at(EAST, NORTH) > 100
    project.mapThemeCollection().removeMapTheme("Glöd")
    layout = QgsPrintLayout(project)
    page = QgsLayoutItemMap(layout)
    page.setKeepLayerSet(True)
    page.setLayers([layer()])
    layout.addLayoutItem(page)
    project.layoutManager().addLayout(layout)
    session.choose_period(MARCH)
    settled(session)
    assert colour_at(EAST + 1000, NORTH) > 100
    page.setKeepLayerSet(False)
    session.choose_period(MARCH.previous())
    settled(session)
    assert files() == []


@pytest.mark.parametrize("how", ["project", "layers"])
def test_nothing_stays_beside_a_file_that_is_closed(session: Session, database: Database, how: str) -> None:
    opened(session, database.path)
    project = QgsProject.instance()
    incidents = roles.find(project, LayerRole.INCIDENTS)
    assert incidents.startEditing()
    assert incidents.deleteFeature(next(incidents.getFeatures()).id())
    assert incidents.commitChanges(), incidents.commitErrors()
    settled(session)
    assert list(database.path.parent.glob("est.gpkg-wal"))
    if how == "project":
        project.clear()
    else:
        project.removeMapLayers([key for key, each in project.mapLayers().items() if roles.kind_of(each) is not None])
    settled(session)
    assert not list(database.path.parent.glob("est.gpkg-*"))


def test_a_server_adds_up_what_is_shown_and_hands_over_no_incident(
    session: Session, editors_database: ServerDatabase
) -> None:
    with editors_database.writing() as connection:
        for number in range(30):
            connection.execute(
                "INSERT INTO incident (uuid, source, source_ref, category, organisation, occurred_from, geom)"
                " VALUES (gen_random_uuid(), 'test', ?, 'klotter', 'polis', ?, ?)",
                (str(number), "2026-03-10T12:00:00.000Z", point_blob(EAST + 40 * number, NORTH, 3006)),
            )
    opened(session, editors_database.address)
    points = read_points(editors_database, session.incident_filter)
    moments = map_moments([points, points.select(np.zeros(30, np.bool_))], session.heatmap.bandwidth)
    expected = map_density(
        *(MomentsOfPeriod(of_one, 31) for of_one in moments),
        session.heatmap.kind,
        session.heatmap.bandwidth,
        SilentFeedback(),
    )
    shown = session.heatmap._picture.heatmap.grid
    np.testing.assert_allclose(shown.values, expected.heatmap.grid.values, rtol=1e-5, atol=1e-5 * shown.highest)
    assert (shown.x_min, shown.y_max) == (expected.heatmap.grid.x_min, expected.heatmap.grid.y_max)
    assert colour_at(EAST + 600, NORTH) > 100
    assert session.incidents._kept._incidents is None


def test_a_style_that_a_person_chose_stays(session: Session, database: Database) -> None:
    opened(session, database.path)
    layer().setRenderer(QgsHillshadeRenderer(layer().dataProvider(), 1, 300, 40))
    session.choose_period(MARCH.previous())
    settled(session)
    assert isinstance(layer().renderer(), QgsHillshadeRenderer)
    assert np.isfinite(value_at(EAST, NORTH))


def test_a_redraw_is_no_change_of_the_project(session: Session, database: Database) -> None:
    opened(session, database.path)
    QgsProject.instance().setDirty(False)
    session.read_again()
    settled(session)
    assert not QgsProject.instance().isDirty()


@pytest.mark.parametrize("name", ["work.qgz", "work.qgs"])
def test_a_saved_project_holds_no_picture_and_shows_it_again(
    session: Session, database: Database, tmp_path: Path, name: str
) -> None:
    opened(session, database.path)
    layer().setOpacity(0.4)
    project = QgsProject.instance()
    assert project.write(str(tmp_path / name))
    assert layer().source().startswith(FOLDER)
    elsewhere = QgsProject()
    assert elsewhere.read(str(tmp_path / name))
    saved = roles.find_heatmap(elsewhere)
    assert saved.isValid()
    assert not saved.source().startswith("/")
    project.clear()
    settled(session)
    assert files() == []
    assert project.read(str(tmp_path / name))
    settled(session)
    assert layer().opacity() == pytest.approx(0.4)
    assert colour_at(EAST + 1000, NORTH) > 40


def test_another_database_shows_nothing_of_the_first(session: Session, database: Database, tmp_path: Path) -> None:
    opened(session, database.path)
    opened(session, empty_database(tmp_path / "other.gpkg").path)
    assert files() == []
    assert layer().isValid()


def test_unloading_leaves_an_empty_layer_and_no_picture(session: Session, database: Database) -> None:
    opened(session, database.path)
    assert files()
    session.unload()
    assert files() == []
    assert layer().isValid()
    assert colour_at(EAST + 1000, NORTH) == 0


def test_a_layer_that_a_person_removed_is_not_drawn(session: Session, database: Database) -> None:
    opened(session, database.path)
    QgsProject.instance().removeMapLayer(layer().id())
    session.choose_period(MARCH.previous())
    settled(session)
    assert files() == []
    session.reload_layers()
    settled(session)
    assert colour_at(EAST, NORTH) > 100


def test_a_heatmap_of_an_older_version_is_replaced(session: Session, database: Database) -> None:
    old = QgsVectorLayer("Point?crs=EPSG:3006", "Heatmap", "memory")
    roles.mark(old, LayerRole.HEATMAP)
    QgsProject.instance().addMapLayer(old)
    opened(session, database.path)
    assert roles.find(QgsProject.instance(), LayerRole.HEATMAP) is None
    assert colour_at(EAST + 1000, NORTH) > 100


def test_incidents_too_far_apart_for_the_bandwidth_are_told_in_words(session: Session, database: Database) -> None:
    fill(database, [("2026-03-10", EAST + 300_000, NORTH + 300_000)], "ran")
    session.settings.bandwidth.setValue(50.0)
    opened(session, database.path)
    assert files() == []
    assert "too far for a bandwidth of 50 m" in session.heatmap.text


def test_twenty_five_thousand_incidents_glow_like_one_times_their_number(session: Session, tmp_path: Path) -> None:
    database = empty_database(tmp_path / "many.gpkg")
    random = np.random.default_rng(7)
    x, y = random.uniform(0, 5000, (2, 25_000))
    fill(database, [("2026-03-10", EAST + a, NORTH + b) for a, b in zip(x.tolist(), y.tolist(), strict=True)])
    opened(session, database.path)
    block = layer().dataProvider().block(1, layer().extent(), layer().width(), layer().height())
    values = np.frombuffer(bytes(block.data()), np.float32)
    pixel_km2 = (layer().rasterUnitsPerPixelX() / 1000) ** 2
    assert float(values.sum(dtype=np.float64)) * pixel_km2 * 31 / 30 == pytest.approx(25_000, rel=1e-4)
