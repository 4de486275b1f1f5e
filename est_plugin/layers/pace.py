# SPDX-License-Identifier: GPL-2.0-or-later
"""How long does a group need for a walk?"""

from __future__ import annotations

from dataclasses import dataclass

from est_plugin.domain.walk import walking_minutes


@dataclass(frozen=True)
class Pace:
    """How fast a group walks, and how long it stays at each stop."""

    speed_kmh: float
    minutes_per_stop: float

    def minutes(self, length_m: float, stops: int) -> float:
        """Planned minutes of a walk of this length with so many stops."""
        return walking_minutes(length_m, stops, speed_kmh=self.speed_kmh, minutes_per_stop=self.minutes_per_stop)

    def metres(self, minutes: float) -> float:
        """How far the group walks in so many minutes, without stops."""
        return minutes / 60 * self.speed_kmh * 1000
