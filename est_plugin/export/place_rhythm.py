# SPDX-License-Identifier: GPL-2.0-or-later
"""When does it happen at one place? The rhythm of the incidents inside it; with few of them words only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import shapely

from est_plugin.analysis.rhythm import FEWEST
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.feedback import SilentFeedback
from est_plugin.layers.incident_rhythm import incident_rhythm
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from est_plugin.analysis.points import PointSet
    from est_plugin.analysis.rhythm import Rhythm, RhythmRequest
    from est_plugin.layers.incident_rhythm import Ground

#: So many hotspots have a page of their own.
MOST_PLACES = 10
#: Enough for a test on the level of 5 %, and for ten places in a few seconds.
_SIMULATIONS = 199


@dataclass(frozen=True, eq=False)
class PlaceRhythm:
    """How many incidents lie there, and their rhythm; None with too few, for single ones could be told from it."""

    incidents: int
    rhythm: Rhythm | None

    @property
    def sentence(self) -> Sentence:
        """The result in one sentence."""
        if self.rhythm is not None:
            return self.rhythm.sentence
        return Sentence(
            QT_TRANSLATE_NOOP("est_plugin", "Too few incidents to speak of a rhythm: {count}, and {least} are needed."),
            count=self.incidents,
            least=FEWEST,
        )


def place_rhythm(points: PointSet, wkb: bytes, ground: Ground, request: RhythmRequest) -> PlaceRhythm:
    """The rhythm of the points inside the polygon; both in the ground's CRS."""
    inside = points.select(shapely.contains_xy(shapely.from_wkb(wkb), points.x, points.y))
    if len(inside) < FEWEST:
        return PlaceRhythm(len(inside), None)
    found = incident_rhythm(inside, ground, replace(request, simulations=_SIMULATIONS), SilentFeedback())
    known = found.spans.total - found.spans.whole_day
    return PlaceRhythm(known, None) if known < FEWEST else PlaceRhythm(len(inside), found)
