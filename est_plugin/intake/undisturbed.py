# SPDX-License-Identifier: GPL-2.0-or-later
"""How do many rows come to be without Python holding up the desktop to look for garbage among them?"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

#: So many collections of the middle generation pass before all objects are looked at.
_HARDLY_EVER = 1_000_000


@contextmanager
def undisturbed() -> Iterator[None]:
    """Put off the collections that look at all objects: with 100 000 rows each of them stops every thread for half a
    second. Those that look at new objects go on. Of several blocks at once the one that began first ends it for all.
    """
    young, middle, old = gc.get_threshold()
    gc.set_threshold(young, middle, _HARDLY_EVER)
    try:
        yield
    finally:
        if old != _HARDLY_EVER:
            gc.set_threshold(young, middle, old)
