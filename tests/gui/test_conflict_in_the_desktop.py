# SPDX-License-Identifier: GPL-2.0-or-later
"""Two people in the same rows in a real desktop in Swedish: one of them decides with the mouse."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from desktop import Profile

from tests.postgres import cursor_on

if TYPE_CHECKING:
    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server

SCRIPT = Path(__file__).with_name("desktop_conflict.py")


@pytest.fixture
def seen(tmp_path: Path, server: Server, server_database: ServerDatabase) -> dict[str, object]:
    """What the desktop showed."""
    with cursor_on(server_database) as cursor:
        cursor.execute(
            "INSERT INTO est.measure (uuid, kind, title, geom) SELECT gen_random_uuid(), 'BEL', title,"
            " ST_SetSRID(ST_MakePoint(x, 6571000), 3006)"
            " FROM (VALUES ('Belysning vid torget', 503100), ('Klotter på skolan', 503400)) AS new (title, x)"
        )
    profile = Profile(tmp_path)
    name = server_database.address.name
    logins = {login: server.address(name, login).parameters for login in ("anna", "bo")}
    (tmp_path / "logins.json").write_text(json.dumps(logins))
    return profile.run_desktop(SCRIPT)


def test_a_person_sees_both_and_what_they_decide_is_stored(
    seen: dict[str, object], server_database: ServerDatabase
) -> None:
    assert seen["bar_before"] == "Inte sparat: 2 åtgärder"
    assert seen["items_in_the_message_bar"] == []
    assert seen["title"] == "Någon annan har ändrat samma rader"
    assert ["Status", "Beslutad", "Bedömd", "Föreslagen"] in seen["first"]
    assert ["Slutdatum", "2026-12-01", "2027-01-15", "–"] in seen["first"]
    assert seen["story"].startswith("bo ändrade samma fält 2")
    assert seen["second_story"].startswith("bo tog bort raden 2")
    assert seen["buttons"] == ["Återställ med min ändring", "Låt den vara borttagen", "Lämna raden som den är"]
    assert seen["bar_hidden"]
    assert "lämnar kartan när du sparar" in seen["question"]
    with cursor_on(server_database) as cursor:
        cursor.execute(
            "SELECT title, status, due_date::text, ST_AsText(geom) AS place, deleted_at FROM est.measure ORDER BY id"
        )
        first, second = (tuple(row.values()) for row in cursor.fetchall())
    assert first[:4] == ("Belysning vid torget", "assessed", "2026-12-01", "POINT(503160 6571050)")
    assert second == ("Sanera klotter", "proposed", None, "POINT(503400 6571000)", None)
    # The key Delete in the list, then Save.
    assert first[4] is not None
