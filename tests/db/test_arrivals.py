# SPDX-License-Identifier: GPL-2.0-or-later
"""What was sent and arrived is known to be there, whatever colleagues did since."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from est_plugin.db.arrivals import Operation, SentChange, missing

if TYPE_CHECKING:
    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server


@pytest.mark.parametrize("zone", ["UTC", "Europe/Stockholm"])
def test_a_time_that_a_colleague_changed_later_has_arrived_in_whatever_zone_they_work(
    zone: str, server: Server, editors_database: ServerDatabase
) -> None:
    walk = str(uuid.uuid4())
    with editors_database.writing() as connection:
        connection.execute("INSERT INTO walk (uuid, title) VALUES (?, 'Round')", (walk,))
    for version, (login, starts_at) in enumerate((("anna", "2026-11-29 18:00Z"), ("bo", "2026-11-29 19:00Z")), 1):
        connection = server.connect(editors_database.address.name, login, options=f"-c timezone={zone}")
        with connection, connection.cursor() as cursor:
            cursor.execute(
                "UPDATE est.walk SET starts_at = %s, base_version = %s WHERE uuid = %s", (starts_at, version, walk)
            )
        connection.close()
    mine, not_mine = (
        SentChange("walk", Operation.UPDATE, walk, 1, {"starts_at": f"2026-11-29T{hour}:00:00.000Z"})
        for hour in (18, 17)
    )
    assert missing(editors_database, [mine, not_mine]) == (not_mine,)


def test_a_row_with_a_key_that_is_none_is_missing_and_keeps_no_other_from_being_asked_for(
    editors_database: ServerDatabase,
) -> None:
    walk = str(uuid.uuid4())
    with editors_database.writing() as connection:
        connection.execute("INSERT INTO walk (uuid, title) VALUES (?, 'Round')", (walk,))
    there = SentChange("walk", Operation.INSERT, walk, None, {"title": "Round"})
    refused = SentChange("walk", Operation.INSERT, "pasted from elsewhere", None, {"title": "Round"})
    assert missing(editors_database, [there, refused]) == (refused,)
