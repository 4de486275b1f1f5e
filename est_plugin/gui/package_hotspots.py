# SPDX-License-Identifier: GPL-2.0-or-later
"""How does a repeated package get the hotspots of its period? As the page Hotspots would find them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.db.hotspots import HotspotRequest, update_hotspots
from est_plugin.i18n import translate
from est_plugin.layers.named_places import street_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.domain.period import Period
    from est_plugin.feedback import Feedback
    from est_plugin.gui.search_settings import SearchSettings
    from est_plugin.gui.session import Session


def find_hotspots(session: Session, settings: SearchSettings, period: Period, on_found: Callable[[], None]) -> None:
    """Find and store them in the background, put them on the map, then call ``on_found``."""
    database = session.database
    if database is None:
        return
    search, streets = settings.chosen(), street_source(session.project)

    def work(feedback: Feedback) -> None:
        named = () if streets is None else streets.named(database)
        request = HotspotRequest(period, search.parameters, named, search.study_area(database))
        update_hotspots(database, request, feedback)

    def done(_nothing: None) -> None:
        on_found()
        session.reload_layers()

    session.run(translate("est_plugin", "Finding hotspots"), work, done)
