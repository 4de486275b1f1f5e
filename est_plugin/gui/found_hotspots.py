# SPDX-License-Identifier: GPL-2.0-or-later
"""What did the search for hotspots find, in a sentence and on a page?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QToolButton

from est_plugin.analysis.hotspot_words import NOT_ON_ITS_OWN, cautions_of
from est_plugin.db.hotspots import list_hotspots, update_hotspots
from est_plugin.domain.incident import IncidentFilter
from est_plugin.export.about import about_database
from est_plugin.export.hotspots_page import hotspots_page
from est_plugin.gui.messages import told
from est_plugin.gui.result_window import ResultWindow
from est_plugin.i18n import Language, translate, user_language

if TYPE_CHECKING:
    from est_plugin.db.database import Database
    from est_plugin.db.hotspots import HotspotRequest
    from est_plugin.export.result_page import ResultPage
    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session


@dataclass(frozen=True)
class FoundHotspots:
    """Translated."""

    #: What was found, and what limits it.
    note: str
    page: ResultPage
    #: Ranks of the places with more than half of their incidents on one point.
    dominated: frozenset[int]


def find_and_tell(database: Database, request: HotspotRequest, feedback: Feedback) -> FoundHotspots:
    """Find the hotspots, store them, and put the find into words; in any thread. Raises as ``update_hotspots`` does."""
    result = update_hotspots(database, request, feedback)
    names = {row.rank: row.name for row in list_hotspots(database, request.period)}
    words = Language(user_language())
    page = hotspots_page(result, [names.get(place.rank, "") for place in result.places], words)
    page = replace(page, about=about_database(database, IncidentFilter(request.period), words))
    # What holds for every search stands on the page only.
    limits = [
        words.say(sentence)
        for sentence in cautions_of(result)
        # Without a find a person must know what the test cannot find.
        if sentence.values or (sentence is NOT_ON_ITS_OWN and not result.places)
    ]
    return FoundHotspots(
        note=" ".join((words.say(result.sentence), *limits)),
        page=replace(page, method=((translate("est_plugin", "Periods searched"), _dates(request)), *page.method)),
        dominated=frozenset(place.rank for place in result.places if place.dominated),
    )


def _dates(request: HotspotRequest) -> str:
    """First and last day of each period that is tested, the oldest first."""
    periods = [request.period]
    while len(periods) < request.periods:
        periods.insert(0, periods[0].previous())
    return "; ".join(f"{period.start} – {period.last_day}" for period in periods)


class FoundButton(QToolButton):
    """Opens the page of the latest search; hidden until there was one."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.messages = session.messages
        self._page: ResultPage | None = None
        #: The window that was opened last.
        self.window_shown: ResultWindow | None = None
        self.setText(translate("est_plugin", "Details and method…"))
        self.setToolTip(
            translate("est_plugin", "How the hotspots were found, and which reports lie stacked on one point.")
        )
        self.clicked.connect(lambda _checked: self.open())
        self.hide()

    def offer(self, page: ResultPage | None) -> None:
        """Offer this page; None: none."""
        self._page = page
        self.setVisible(page is not None)

    @told
    def open(self) -> None:
        """Show the page in a window of its own."""
        if self._page is not None:
            self.window_shown = ResultWindow(self.window(), self.messages, self._page)
            self.window_shown.show()
