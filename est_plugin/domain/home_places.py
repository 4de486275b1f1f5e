# SPDX-License-Identifier: GPL-2.0-or-later
"""Does a type of place name a home? What happened there is never told to everybody, whatever its category."""

from __future__ import annotations

import re

_HOMES = frozenset(
    {
        "bostad", "bostaden", "bostäder", "lägenhet", "lägenheten", "lägenheter", "villa", "villan", "radhus",
        "radhuset", "parhus", "trapphus", "trapphuset", "trappuppgång", "trappuppgången", "loftgång", "port", "porten",
        "hem", "hemmet", "hemma", "hemmiljö", "boende", "boendet", "äldreboende", "gruppboende", "hvb", "home",
        "flat", "apartment", "dwelling", "stairwell", "house", "residence",
    }
)  # fmt: skip


def is_home(place_type: str) -> bool:
    """E.g. ``I bostad`` or ``Lägenhet/trapphus``; not ``bostadsområde``, which is outdoors."""
    return any(word in _HOMES for word in re.split(r"\W+", place_type.casefold()))
