# SPDX-License-Identifier: GPL-2.0-or-later
"""The question "How well does last period's map predict?" of the hotspots page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from est_plugin.analysis.accuracy import HeldOut, measure_accuracy
from est_plugin.analysis.accuracy_result import AccuracyParameters
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.domain.incident import IncidentFilter
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.about import about_database, about_test
from est_plugin.export.accuracy_page import accuracy_page
from est_plugin.gui.questions import Question
from est_plugin.i18n import Language, user_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.db.database import Database
    from est_plugin.export.result_page import ResultPage
    from est_plugin.feedback import Feedback
    from est_plugin.gui.search_settings import Search
    from est_plugin.gui.session import Session


def accuracy_question(search: Callable[[], Search]) -> Question:
    """The map of the period before, searched as the page would (``search``), tested on the period shown."""

    def prepare(session: Session) -> Callable[[Feedback], ResultPage]:
        # The button asks only while a database is open.
        database, incidents, period = cast("Database", session.database), session.incidents, session.period
        searched, words = search(), Language(user_language())
        parameters = AccuracyParameters(searched.parameters, bandwidth=session.settings.bandwidth.value())

        def work(feedback: Feedback) -> ResultPage:
            points = incidents.points(database, IncidentFilter())
            mapped = period.previous()
            held_out = HeldOut.cut(points, mapped, period, LOCAL_ZONE)
            area = searched.study_area(database)
            page = accuracy_page(measure_accuracy(held_out, parameters, feedback, study_area=area), words)
            days = about_test(mapped, period, words)
            return replace(page, about=about_database(database, IncidentFilter(period), words, days=days))

        return work

    return Question(
        label=QT_TRANSLATE_NOOP("est_plugin", "How well does last period's map predict?"),
        tip=QT_TRANSLATE_NOOP(
            "est_plugin",
            "Makes the hotspot map of the period before and counts how many of the incidents of this period came "
            "where it says, beside two simpler maps.",
        ),
        icon="hotspot",
        prepare=prepare,
    )
