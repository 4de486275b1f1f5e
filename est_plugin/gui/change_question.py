# SPDX-License-Identifier: GPL-2.0-or-later
"""The question "What has changed?" of the situation page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, cast

from est_plugin.analysis.category_change import compare_categories
from est_plugin.analysis.period_series import periods_until
from est_plugin.db.period_counts import read_series
from est_plugin.db.report_days import read_comparison, suggested_baseline
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.about import about_database, about_days
from est_plugin.export.change_page import change_page, compared_in_words
from est_plugin.feedback import step
from est_plugin.gui.questions import Question
from est_plugin.i18n import CONTEXT, Language, user_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.db.database import Database
    from est_plugin.export.result_page import ResultPage
    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session

#: A year of months, and the month of last year.
_PERIODS = 13


def _prepare(session: Session) -> Callable[[Feedback], ResultPage]:
    """The incidents of the session's choice, against what the page compares with."""
    # The button asks only while a database is open.
    database, incidents, lists = cast("Database", session.database), session.incidents, session.code_lists
    chosen, period, baseline, words = (
        session.incident_filter,
        session.period,
        session.baseline,
        Language(user_language()),
    )
    names = {code.code: code.name(words.code) for code in lists.categories}

    def work(feedback: Feedback) -> ResultPage:
        before = (baseline or suggested_baseline(database, period)).of(period)
        series = read_series(database, chosen, periods_until(period, _PERIODS))
        step(feedback, 0.4)
        now, then = (incidents.points(database, replace(chosen, period=each)) for each in (period, before))
        step(feedback, 0.8)
        found = compare_categories(now, then, period.days, before.days)
        heading = _CHOSEN if chosen.categories or chosen.organisations else _ALL
        tables = [(words.translate(CONTEXT, heading), [words.translate(CONTEXT, _TOTAL)], found.total)]
        # One category says the same as the total.
        if found.rows is not None and len(found.codes) > 1:
            categories = [names.get(code, code) for code in found.codes]
            tables.append((words.translate(CONTEXT, _CATEGORIES), categories, found.rows))
        comparison = read_comparison(database, period, before, datetime.now(LOCAL_ZONE).date())
        page = change_page(tables, replace(compared_in_words(comparison, words), series=series), words)
        days = about_days(period, words, before=before)
        return replace(page, about=about_database(database, chosen, words, lists, days=days))

    return work


_ALL = QT_TRANSLATE_NOOP("est_plugin", "All incidents")
_CHOSEN = QT_TRANSLATE_NOOP("est_plugin", "Chosen incidents")
_TOTAL = QT_TRANSLATE_NOOP("est_plugin", "Total")
_CATEGORIES = QT_TRANSLATE_NOOP("est_plugin", "Categories")

CHANGE_QUESTION = Question(
    label=QT_TRANSLATE_NOOP("est_plugin", "What has changed?"),
    tip=QT_TRANSLATE_NOOP(
        "est_plugin",
        "Compares the period with the one chosen above: rates per 30 days, how sure the change is, and which kinds of "
        "incidents have become more or fewer.",
    ),
    icon="situation",
    prepare=_prepare,
)
