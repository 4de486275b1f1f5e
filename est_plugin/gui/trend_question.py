# SPDX-License-Identifier: GPL-2.0-or-later
"""The question "Trend over the periods" of the hotspots page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from est_plugin.db.place_histories import HistoryRequest, read_place_histories
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.about import about_database
from est_plugin.export.change_page import history_page
from est_plugin.export.place_name import place_name
from est_plugin.gui.questions import Question
from est_plugin.i18n import Language, user_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.db.database import Database
    from est_plugin.export.result_page import ResultPage
    from est_plugin.feedback import Feedback
    from est_plugin.gui.search_settings import Search
    from est_plugin.gui.session import Session

_PERIODS = 12


def trend_question(search: Callable[[], Search]) -> Question:
    """The hotspots of the period over the twelve periods up to it; ``search`` gives how the page searches now."""

    def prepare(session: Session) -> Callable[[Feedback], ResultPage]:
        # The button asks only while a database is open.
        database, words = cast("Database", session.database), Language(user_language())
        searched, period, read = search(), session.period, session.incidents.points

        def work(feedback: Feedback) -> ResultPage:
            request = HistoryRequest(period, _PERIODS, searched.parameters, read, searched.study_area(database))
            result = read_place_histories(database, request, feedback)
            names = {
                number: place_name(row.name, row.rank or number + 1, words.translate)
                for number, row in enumerate(result.rows)
            }
            page = history_page(names, result.found, result.periods, result.left_out, words)
            followed = Period.between(result.periods[0].start, result.periods[-1].last_day)
            return replace(page, about=about_database(database, IncidentFilter(followed), words))

        return work

    return Question(
        label=QT_TRANSLATE_NOOP("est_plugin", "Trend over the periods"),
        tip=QT_TRANSLATE_NOOP(
            "est_plugin",
            "Follows the hotspots of the list over the last twelve periods: which are new, which are nearly always "
            "hot, and which of those become more or fewer.",
        ),
        icon="hotspot",
        prepare=prepare,
    )
