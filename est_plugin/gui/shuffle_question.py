# SPDX-License-Identifier: GPL-2.0-or-later
"""The question "Would chance show a hotspot too?" of the hotspots page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from est_plugin.analysis.shuffle_result import ShuffleParameters
from est_plugin.analysis.shuffle_test import shuffle_test
from est_plugin.domain.incident import IncidentFilter
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.about import about_database
from est_plugin.export.shuffle_page import shuffle_page
from est_plugin.gui.questions import Question
from est_plugin.i18n import Language, user_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.db.database import Database
    from est_plugin.export.result_page import ResultPage
    from est_plugin.feedback import Feedback
    from est_plugin.gui.search_settings import Search
    from est_plugin.gui.session import Session


def shuffle_question(search: Callable[[], Search]) -> Question:
    """All incidents of the period, searched as the page would: ``search`` gives what it shows now."""

    def prepare(session: Session) -> Callable[[Feedback], ResultPage]:
        # The button asks only while a database is open.
        database, incidents = cast("Database", session.database), session.incidents
        chosen, searched, words = IncidentFilter(session.period), search(), Language(user_language())

        def work(feedback: Feedback) -> ResultPage:
            points, area = incidents.points(database, chosen), searched.study_area(database)
            parameters = ShuffleParameters(searched.parameters)
            page = shuffle_page(shuffle_test(points, parameters, feedback, study_area=area), words)
            return replace(page, about=about_database(database, chosen, words))

        return work

    return Question(
        label=QT_TRANSLATE_NOOP("est_plugin", "Would chance show a hotspot too?"),
        tip=QT_TRANSLATE_NOOP(
            "est_plugin",
            "Shuffles the incidents of the period 1 000 times and counts how many maps show a hotspot although there "
            "is none.",
        ),
        icon="hotspot",
        prepare=prepare,
    )
