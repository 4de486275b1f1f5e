# SPDX-License-Identifier: GPL-2.0-or-later
"""How does the map come to show another choice of incidents without holding up the desktop?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QTimer

from est_plugin.db.hotspot_states import HotspotState, read_states
from est_plugin.layers import filters, hotspot_states, roles
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qgis.core import QgsProject

    from est_plugin.db.database import Database
    from est_plugin.domain.incident import IncidentFilter
    from est_plugin.gui.reader import Reader

_DONE = object()


class MapFilter:
    """Asks the database first, in the background; then one layer at a time, since QGIS asks it again for each."""

    def __init__(
        self, project: QgsProject, reader: Reader, shown: IncidentFilter, on_refused: Callable[[], None]
    ) -> None:
        """``on_refused`` is called when the map has to stay as it is."""
        self._project = project
        self._reader = reader
        self._on_refused = on_refused
        self._steps: Iterator[None] = iter(())
        #: What the map shows.
        self.shown = shown

    def choose(self, database: Database, incident_filter: IncidentFilter) -> None:
        """Show another choice as soon as the database answers.

        Raises EstError while incidents are being edited.
        """
        filters.refuse_while_edited(filters.incident_layers(self._project, database))
        self.let_go()
        self._reader.fetch(
            self,
            partial(read_states, database, incident_filter.period),
            lambda states: self._begin(database, incident_filter, states),
            on_failed=self._on_refused,
        )

    def let_go(self) -> None:
        """Go on with nothing that was chosen."""
        self._steps = iter(())
        self._reader.drop(self)

    def _begin(self, database: Database, chosen: IncidentFilter, states: tuple[HotspotState, ...]) -> None:
        hotspots = roles.find(self._project, LayerRole.HOTSPOTS)
        if hotspots is not None:
            hotspot_states.show(hotspots, states)
            hotspots.triggerRepaint()
        self._steps = filters.steps(self._project, database, chosen)
        self._next(self._steps, chosen)

    def _next(self, steps: Iterator[None], chosen: IncidentFilter) -> None:
        """One layer, then let QGIS handle its events; no more if something else was chosen meanwhile."""
        if steps is not self._steps:
            return
        try:
            is_done = next(steps, _DONE) is _DONE
        except Exception as error:  # noqa: BLE001 (called by a timer)
            self._on_refused()
            self._reader.messages.error(error)
            return
        if is_done:
            self.shown = chosen
        else:
            QTimer.singleShot(0, lambda: self._next(steps, chosen))
