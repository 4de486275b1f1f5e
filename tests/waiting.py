# SPDX-License-Identifier: GPL-2.0-or-later
"""How a test waits for what the desktop does in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from qgis.PyQt.QtTest import QTest

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.db.places import Place
    from est_plugin.gui.session import Session


def until(condition: Callable[[], object], seconds: int = 40) -> None:
    """Let events run until it holds."""
    for _ in range(seconds * 100):
        if condition():
            return
        QTest.qWait(10)
    pytest.fail(f"It did not happen within {seconds} seconds.")


def settled(session: Session) -> None:
    """Let what runs end, and what that leads to."""
    QTest.qWait(10)
    for _ in range(3):
        until(lambda: session._busy == 0 and not session.reader.is_reading)
        QTest.qWait(10)


def opened(session: Session, place: Place) -> None:
    """Open a database, and wait until all is shown."""
    session.open(place)
    settled(session)
