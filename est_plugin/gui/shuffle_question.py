# SPDX-License-Identifier: GPL-2.0-or-later
"""The question "Would chance show a hotspot too?" of the hotspots page."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from est_plugin.analysis.shuffle_result import ShuffleParameters
from est_plugin.analysis.shuffle_test import shuffle_test
from est_plugin.domain.incident import IncidentFilter
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.shuffle_page import shuffle_page
from est_plugin.gui.questions import Question
from est_plugin.i18n import Language, user_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.analysis.hotspots import HotspotParameters
    from est_plugin.db.database import Database
    from est_plugin.export.result_page import ResultPage
    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session
    from est_plugin.gui.study_area_choice import ChosenArea


def shuffle_question(search: Callable[[], HotspotParameters], area: Callable[[], ChosenArea | None]) -> Question:
    """All incidents of the period, searched as the page would: ``search`` and ``area`` give what it shows now."""

    def prepare(session: Session) -> Callable[[Feedback], ResultPage]:
        # The button asks only while a database is open.
        database, incidents = cast("Database", session.database), session.incidents
        chosen, parameters, ground = IncidentFilter(session.period), ShuffleParameters(search()), area()
        words = Language(user_language())

        def work(feedback: Feedback) -> ResultPage:
            study_area = None if ground is None else ground.polygon(database)
            points = incidents.points(database, chosen)
            return shuffle_page(shuffle_test(points, parameters, feedback, study_area=study_area), words)

        return work

    return Question(
        label=QT_TRANSLATE_NOOP("est_plugin", "Would chance show a hotspot too?"),
        tip=QT_TRANSLATE_NOOP(
            "est_plugin",
            "Shuffles the incidents of the period 200 times and counts how many maps show a hotspot although there is "
            "none.",
        ),
        icon="hotspot",
        prepare=prepare,
    )
