# SPDX-License-Identifier: GPL-2.0-or-later
"""A changeset that is repeated until it is answered is stored exactly once, wherever the link is cut."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.changesets_over_a_broken_link import send
from tests.link import link_to

if TYPE_CHECKING:
    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server


def test_every_row_is_there_exactly_once(server: Server, server_database: ServerDatabase) -> None:
    with link_to(server.port) as link:
        result = send(server, link, database=server_database.address.name, count=80, chance=random.Random(3))
    assert result.cuts >= 30
    assert result.repeated >= 5
    assert (result.stored, result.doubled) == (result.sent, 0)
