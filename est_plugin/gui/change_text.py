# SPDX-License-Identifier: GPL-2.0-or-later
"""The change between two counts in the language of the desktop."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from est_plugin.db.report_days import read_comparison
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.export.changes import late_text, obstacle_text, words_of
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from est_plugin.db.database import Database
    from est_plugin.domain.period import Period


class ChangeTexts:
    """Tells the changes from ``before`` to ``period``, or why they cannot be told."""

    def __init__(self, database: Database, period: Period, before: Period) -> None:
        self.before = before
        self._comparison = read_comparison(database, period, before, datetime.now(LOCAL_ZONE).date())

    def of(self, now: int, before: int) -> str:
        """The change between two counts, short enough for a row."""
        return words_of(self._comparison.change(now, before), translate)

    def of_hotspot(self, now: int, before: int) -> str:
        """The change at a place that was chosen for its peak: in number, and not judged."""
        return words_of(self._comparison.change_of_hotspot(now, before), translate)

    def of_all(self, now: int, before: int) -> str:
        """The same, and why it cannot be compared."""
        return words_of(self._comparison.change(now, before), translate, self._comparison.obstacle)

    @property
    def late(self) -> str:
        """What is still to come in, a sentence; empty if nothing is or nobody can know."""
        late = self._comparison.late
        return "" if late is None else late_text(late, translate)

    @property
    def obstacle(self) -> str:
        """Why the periods cannot be compared, a sentence; empty if they can."""
        obstacle, before = self._comparison.obstacle, self.before
        return "" if obstacle is None else obstacle_text(obstacle, f"{before.start} – {before.last_day}", translate)
