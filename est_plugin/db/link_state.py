# SPDX-License-Identifier: GPL-2.0-or-later
"""How well a server answers: at once, slowly or not at all, without flickering between them."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum

#: An answer that takes longer is a slow one.
SLOW_S = 1.0
#: So many answers of the other kind in a row turn online into slow, and slow into online.
_TO_BELIEVE = 2


class LinkState(StrEnum):
    """What a person needs to know of the way to the server."""

    ONLINE = "online"
    SLOW = "slow"
    OFFLINE = "offline"


class LinkHealth:
    """The state, from the answers that came and those that did not."""

    def __init__(self) -> None:
        # Until it is known better: nobody is told anything.
        self.state = LinkState.ONLINE
        #: The last sign of life; before the first, when the asking began.
        self.last_answer = datetime.now(UTC)
        self._against = 0

    def answered(self, seconds: float) -> None:
        """The server answered, and took so long for it."""
        self.last_answer = datetime.now(UTC)
        said = LinkState.SLOW if seconds > SLOW_S else LinkState.ONLINE
        if self.state is LinkState.OFFLINE:
            self.state = LinkState.ONLINE
        self._against = 0 if said is self.state else self._against + 1
        if self._against >= _TO_BELIEVE:
            self.state, self._against = said, 0

    def lost(self) -> None:
        """No answer came, and no new connection."""
        self.state, self._against = LinkState.OFFLINE, 0
