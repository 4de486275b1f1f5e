# SPDX-License-Identifier: GPL-2.0-or-later
"""The questions "When does it happen?" of the page Situation, and "When does it happen here?" of the page Hotspots."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import shapely
from qgis.core import QgsCoordinateReferenceSystem

from est_plugin.db.incidents import days_with_incidents
from est_plugin.domain.incident import IncidentFilter
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.about import about_database
from est_plugin.export.place_name import place_name
from est_plugin.export.rhythm_page import rhythm_page
from est_plugin.gui.questions import Question
from est_plugin.i18n import Language, user_language
from est_plugin.layers.incident_rhythm import Ground, incident_rhythm, rhythm_request

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from est_plugin.db.database import Database
    from est_plugin.db.hotspots import HotspotRow
    from est_plugin.export.result_page import ResultPage
    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session


def _prepare(session: Session) -> Callable[[Feedback], ResultPage]:
    """The incidents of the period and the choice that are shown."""
    return _work(session, session.incident_filter, ())


def _work(session: Session, chosen: IncidentFilter, places: Sequence[HotspotRow]) -> Callable[[Feedback], ResultPage]:
    """The rhythm of the incidents, of those in ``places`` only if there are any."""
    # The button asks only while a database is open.
    database, incidents = cast("Database", session.database), session.incidents
    ground = Ground(QgsCoordinateReferenceSystem(database.crs_authid), session.project.transformContext())
    words, lists = Language(user_language()), session.code_lists
    names = ", ".join(place_name(row.name, row.rank or number, words.translate) for number, row in enumerate(places, 1))

    def work(feedback: Feedback) -> ResultPage:
        points = incidents.points(database, chosen)
        if places:
            area = shapely.union_all(shapely.from_wkb([row.wkb for row in places]))
            shapely.prepare(area)
            points = points.select(shapely.intersects_xy(area, points.x, points.y))
        request = rhythm_request(chosen.period, days_with_incidents(database))
        page = rhythm_page(incident_rhythm(points, ground, request, feedback), words, names)
        return replace(page, about=about_database(database, chosen, words, lists))

    return work


RHYTHM = Question(
    label=QT_TRANSLATE_NOOP("est_plugin", "When does it happen?"),
    tip=QT_TRANSLATE_NOOP(
        "est_plugin", "Weekdays, hours, months, light and dark: of the incidents that are shown, against chance."
    ),
    icon="situation",
    prepare=_prepare,
)


def rhythm_here(selected: Callable[[], Sequence[HotspotRow]]) -> Question:
    """The rhythm of all incidents of the period in the hotspots that ``selected`` gives."""

    def prepare(session: Session) -> Callable[[Feedback], ResultPage]:
        places = selected()
        if not places:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "No hotspot is selected."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Select one or more rows in the list, and ask again."),
            )
        return _work(session, IncidentFilter(session.period), tuple(places))

    return Question(
        label=QT_TRANSLATE_NOOP("est_plugin", "When does it happen here?"),
        tip=QT_TRANSLATE_NOOP(
            "est_plugin", "Weekdays, hours, light and dark: of all incidents of the period in the selected hotspots."
        ),
        icon="hotspot",
        prepare=prepare,
    )
