# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the drawing of a route go by?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.layers.pace import Pace
    from est_plugin.layers.street_graph import StreetGraph


@dataclass(frozen=True)
class Following:
    """Shall a route follow the streets, and can it? ``graph`` is None while the streets are read, or without any."""

    is_on: bool = False
    is_reading: bool = False
    graph: StreetGraph | None = None


@dataclass(frozen=True)
class RouteRules:
    """What is asked anew at each move, so that a changed setting counts at once."""

    pace: Callable[[], Pace]
    following: Callable[[], Following] = Following
    #: Switch following on or off, and remember it.
    follow: Callable[[bool], None] = lambda _is_on: None
