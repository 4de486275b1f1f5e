# SPDX-License-Identifier: GPL-2.0-or-later
"""What is a hotspot called that nobody has named? The same in the dock and in the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def place_name(name: str, rank: int, translate: Callable[[str, str], str]) -> str:
    """The name, else ``Place 3`` by the rank in the period, in the language of ``translate``."""
    return name or translate("est_plugin", "Place {number}").format(number=rank)
