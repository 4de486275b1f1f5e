# SPDX-License-Identifier: GPL-2.0-or-later
"""Sends changesets over a link that is cut again and again, each until it is answered, always with the same uuid."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psycopg2

if TYPE_CHECKING:
    import random

    from tests.link import Link
    from tests.postgres import Server

#: In this share of the changesets the first call is cut.
_CUT = 0.6


@dataclass(frozen=True)
class Sent:
    """What was sent and what is there."""

    changesets: int
    cuts: int
    repeated: int
    sent: int
    stored: int
    doubled: int


def send(server: Server, link: Link, *, database: str, count: int, chance: random.Random) -> Sent:
    """Send ``count`` changesets of some new measures each as ``anna``."""
    cuts = repeated = 0
    sent: list[str] = []
    parameters = link.address(database, "anna").parameters
    for _ in range(count):
        rows = [str(uuid.UUID(int=chance.getrandbits(128), version=4)) for _ in range(chance.randint(1, 20))]
        sent += rows
        changes = [{"table": "measure", "op": "insert", "uuid": row, "values": {"kind": "BEL"}} for row in rows]
        changeset = str(uuid.uuid4())
        if chance.random() < _CUT:
            link.cut(chance.choice(("request", "sent", "reply")), chance.choice(("apply_changeset", "COMMIT")))
        answer = None
        while answer is None:
            answer = _call(parameters, changeset, json.dumps({"changes": changes}))
            cuts += answer is None
        repeated += answer["repeated"]
    link.cut("request", "never said")
    with server.connect(database) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT uuid::text, count(*) FROM est.measure WHERE uuid = ANY (%s::uuid[]) GROUP BY 1", (sent,))
        found = dict(cursor.fetchall())
    return Sent(count, cuts, repeated, len(sent), len(found), sum(number > 1 for number in found.values()))


def _call(parameters: str, changeset: str, content: str) -> dict[str, bool] | None:
    """The answer; None if the link was cut."""
    try:
        connection = psycopg2.connect(parameters)
    except psycopg2.OperationalError:
        return None
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT est.apply_changeset(%s, %s)", (changeset, content))
            answer = cursor.fetchone()[0]
        connection.commit()
    except (psycopg2.OperationalError, psycopg2.InterfaceError):
        return None
    finally:
        connection.close()
    return answer
