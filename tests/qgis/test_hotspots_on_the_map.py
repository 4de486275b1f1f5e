# SPDX-License-Identifier: GPL-2.0-or-later
"""The map shows the hotspots of the period that is chosen, with the ranks that the list has."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
from qgis.core import QgsFeatureRequest, QgsProject, QgsRenderContext

from est_plugin.analysis.hotspots import HotspotParameters
from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.hotspot_states import read_states
from est_plugin.db.hotspots import HotspotRequest, list_hotspots, update_hotspots
from est_plugin.domain.hotspot import HotspotStatus
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.export.basis import basis_texts
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback
from est_plugin.i18n import Language
from est_plugin.layers import hotspot_states
from est_plugin.layers.loader import load_est_group
from est_plugin.layers.roles import LayerRole, find

if TYPE_CHECKING:
    from est_plugin.db.database import Database

MARCH, APRIL, MAY, JUNE = (Period.containing(PeriodKind.MONTH, date(2026, month, 1)) for month in (3, 4, 5, 6))
#: Centre of each cluster (m from the south-west corner) and its incidents in each month.
CLUSTERS = {
    (1500.0, 1500.0): {MARCH: 60, APRIL: 60, MAY: 0, JUNE: 0},
    (4500.0, 4500.0): {MARCH: 0, APRIL: 90, MAY: 0, JUNE: 60},
}
SPREAD = 120


@pytest.fixture
def database(either_database: Database, qgis_new_project: None) -> Database:
    """A town with two clusters that come and go, and incidents all over it."""
    database = either_database
    chance = np.random.default_rng(4)
    with database.writing() as connection:
        for period in (MARCH, APRIL, MAY, JUNE):
            places = [chance.uniform(0, 6000, (SPREAD, 2))]
            places += [chance.normal(centre, 150, (counts[period], 2)) for centre, counts in CLUSTERS.items()]
            for number, (x, y) in enumerate(np.concatenate(places).tolist()):
                connection.execute(
                    "INSERT INTO incident (uuid, source, source_ref, category, occurred_from, geom)"
                    " VALUES (?, 'test', ?, 'klotter', ?, ?)",
                    (
                        str(uuid.uuid4()),
                        f"{period.code}-{number}",
                        f"{period.start.isoformat()}T12:00:00.000Z",
                        point_blob(500_000 + x, 6_600_000 + y, 3006),
                    ),
                )
    for period in (MARCH, APRIL, MAY):
        request = HotspotRequest(period, HotspotParameters())
        update_hotspots(database, request, SilentFeedback())
    load_est_group(QgsProject.instance(), database, IncidentFilter(MARCH), "sv")
    return database


def shown(period: Period, database: Database) -> dict[tuple[str, int | None], int]:
    """Status and rank of the hotspots that the map draws in a period, and how many there are of each."""
    layer = find(QgsProject.instance(), LayerRole.HOTSPOTS)
    hotspot_states.show(layer, read_states(database, period))
    renderer, context = layer.renderer().clone(), QgsRenderContext()
    context.setExpressionContext(layer.createExpressionContext())
    renderer.startRender(context, layer.fields())
    found: dict[tuple[str, int | None], int] = {}
    for feature in layer.getFeatures(QgsFeatureRequest()):
        context.expressionContext().setFeature(feature)
        if renderer.willRenderFeature(feature, context):
            key = (feature["period_status"], feature["period_rank"] or None)
            found[key] = found.get(key, 0) + 1
    renderer.stopRender(context)
    return found


def test_each_period_shows_its_own_hotspots_ranks_and_states(database: Database) -> None:
    assert shown(MARCH, database) == {("new", 1): 1}
    assert shown(APRIL, database) == {("new", 1): 1, ("lasting", 2): 1}
    assert shown(MARCH, database) == {("new", 1): 1}


def test_the_list_says_what_the_map_shows(database: Database) -> None:
    for period in (MARCH, APRIL, MAY):
        listed = {(row.status.value, row.rank): 1 for row in list_hotspots(database, period)}
        hot = {key: count for key, count in shown(period, database).items() if key[1] is not None}
        assert hot == listed


def test_places_that_were_hot_before_have_cooled_in_a_calm_period(database: Database) -> None:
    assert shown(MAY, database) == {("cooled", None): 2}


def test_a_place_that_is_hot_again_lasts_and_the_other_stays_cooled(database: Database) -> None:
    request = HotspotRequest(JUNE, HotspotParameters())
    update_hotspots(database, request, SilentFeedback())
    assert [row.status for row in list_hotspots(database, JUNE)] == [HotspotStatus.LASTING]
    assert shown(JUNE, database) == {("lasting", 1): 1, ("cooled", None): 1}


def test_a_period_that_nobody_has_analysed_shows_no_hotspots(database: Database) -> None:
    february = MARCH.previous()
    assert shown(february, database) == {}
    assert list_hotspots(database, february) == ()


def test_a_package_with_a_choice_of_categories_says_that_hotspots_count_all(database: Database) -> None:
    english = Language("en")
    for chosen, is_said in ((frozenset(), False), (frozenset({"ran"}), True)):
        plan = make_plan(
            database,
            PackageRequest(IncidentFilter(MARCH, chosen), language="en", background=()),
            today=date(2026, 4, 1),
        )
        assert len(plan.hotspots) == 1
        assert ("Reports left out, stacked on one point", "0") in plan.method
        assert any("Hotspots count all incidents" in text for text in basis_texts(plan, english)) == is_said
