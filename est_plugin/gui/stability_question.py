# SPDX-License-Identifier: GPL-2.0-or-later
"""The question "How firm are the hotspots?" of the hotspots page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from est_plugin.analysis.naming import name_places
from est_plugin.analysis.stability import find_stability
from est_plugin.domain.incident import IncidentFilter
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.about import about_database
from est_plugin.export.stability_page import stability_page
from est_plugin.gui.questions import Question
from est_plugin.i18n import Language, user_language
from est_plugin.layers.named_places import street_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.db.database import Database
    from est_plugin.export.result_page import ResultPage
    from est_plugin.feedback import Feedback
    from est_plugin.gui.search_settings import Search
    from est_plugin.gui.session import Session


def stability_question(search: Callable[[], Search]) -> Question:
    """All incidents of the period, searched as the page would: ``search`` gives what it shows now."""

    def prepare(session: Session) -> Callable[[Feedback], ResultPage]:
        # The button asks only while a database is open.
        database, incidents = cast("Database", session.database), session.incidents
        chosen, searched, streets = IncidentFilter(session.period), search(), street_source(session.project)
        words = Language(user_language())

        def work(feedback: Feedback) -> ResultPage:
            points, area = incidents.points(database, chosen), searched.study_area(database)
            result = find_stability(points, searched.parameters, feedback, study_area=area)
            named = () if streets is None else streets.named(database)
            names = name_places([firm.place.polygon for firm in result.places], named)
            about = about_database(database, chosen, words)
            return replace(stability_page(result, names, words), about=about)

        return work

    return Question(
        label=QT_TRANSLATE_NOOP("est_plugin", "How firm are the hotspots?"),
        tip=QT_TRANSLATE_NOOP(
            "est_plugin",
            "Looks for them again with other cell sizes and positions of the grid, and says which of them are found "
            "every time.",
        ),
        icon="hotspot",
        prepare=prepare,
    )
