# SPDX-License-Identifier: GPL-2.0-or-later
"""The question "Does it come again nearby?" of the page Situation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from est_plugin.analysis.near_repeat import NearRepeatParameters, find_near_repeats
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.about import about_database
from est_plugin.export.near_repeat_page import near_repeat_page
from est_plugin.gui.questions import Question
from est_plugin.i18n import Language, user_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.db.database import Database
    from est_plugin.export.result_page import ResultPage
    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session


def _prepare(session: Session) -> Callable[[Feedback], ResultPage]:
    """The incidents of the period and the choice that are shown."""
    # The button asks only while a database is open.
    database, incidents = cast("Database", session.database), session.incidents
    chosen, words, lists = session.incident_filter, Language(user_language()), session.code_lists

    def work(feedback: Feedback) -> ResultPage:
        found = find_near_repeats(incidents.points(database, chosen), NearRepeatParameters(), feedback)
        return replace(near_repeat_page(found, words), about=about_database(database, chosen, words, lists))

    return work


NEAR_REPEAT = Question(
    label=QT_TRANSLATE_NOOP("est_plugin", "Does it come again nearby?"),
    tip=QT_TRANSLATE_NOOP(
        "est_plugin",
        "Pairs of incidents within 400 metres and four weeks of each other, compared with what chance gives. A long "
        "period says more.",
    ),
    icon="situation",
    prepare=_prepare,
)
