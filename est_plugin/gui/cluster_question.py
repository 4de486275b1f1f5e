# SPDX-License-Identifier: GPL-2.0-or-later
"""The question "Where do incidents crowd together?" of the hotspots page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import shapely

from est_plugin.analysis.clusters import compare, find_clusters
from est_plugin.db.hotspots import list_hotspots
from est_plugin.domain.incident import IncidentFilter
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.about import about_database
from est_plugin.export.cluster_page import cluster_page
from est_plugin.gui.cluster_choice import ClusterChoice
from est_plugin.gui.questions import AnswerOnMap, Question
from est_plugin.i18n import Language, translate, user_language
from est_plugin.layers.answer_layer import CLUSTERS, put_on_map
from est_plugin.layers.clusters import cluster_layer

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.analysis.clusters import ClusterParameters
    from est_plugin.db.database import Database
    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session


def cluster_question(parent: QWidget) -> Question:
    """All incidents of the period, as the hotspots are found in; ``parent`` stands behind the dialog."""

    def prepare(session: Session) -> Callable[[Feedback], AnswerOnMap] | None:
        chosen = ClusterChoice.ask(parent)
        return None if chosen is None else _work(session, chosen)

    return Question(
        label=QT_TRANSLATE_NOOP("est_plugin", "Where do incidents crowd together?"),
        tip=QT_TRANSLATE_NOOP(
            "est_plugin",
            "Clusters by DBSCAN: a second view beside the hotspots that needs no grid. They are put on the map.",
        ),
        icon="hotspot",
        prepare=prepare,
    )


def _work(session: Session, chosen: ClusterParameters) -> Callable[[Feedback], AnswerOnMap]:
    # The button asks only while a database is open.
    database, incidents, period = cast("Database", session.database), session.incidents, session.period
    words = Language(user_language())
    names = {code.code: code.name(words.code) for code in session.code_lists.categories}
    title = translate("est_plugin", "Clusters {start} – {end}").format(start=period.start, end=period.last_day)
    days = f"{period.start} – {period.last_day}"

    def work(feedback: Feedback) -> AnswerOnMap:
        result = find_clusters(incidents.points(database, IncidentFilter(period)), chosen, feedback)
        hotspots = shapely.from_wkb([row.wkb for row in list_hotspots(database, period)])
        page = cluster_page(result, compare(result.clusters, list(hotspots)), names, words)
        page = replace(page, about=about_database(database, IncidentFilter(period), words))
        layer = cluster_layer(result, database.crs_authid, title, days)
        return AnswerOnMap(page, lambda project: put_on_map(project, layer, CLUSTERS))

    return work
