# SPDX-License-Identifier: GPL-2.0-or-later
"""What becomes of saves when many write at once? The parts ``load`` and ``contention`` of ``shared_database.py``."""

from __future__ import annotations

import json
import random
import time
import uuid
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING

import psycopg2

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.postgres import Server

NAME = "est_bench"
SECONDS = {"load": 20.0, "contention": 10.0}
READ = """
    SELECT floor(ST_X(geom) / 200), floor(ST_Y(geom) / 200), count(*) FROM est.incident
    WHERE deleted_at IS NULL AND review_status IN ('new', 'reviewed')
    AND occurred_from >= '2024-01-01' AND occurred_from < '2024-04-01'
    AND geom && ST_MakeEnvelope(505000, 6505000, 510000, 6510000, 3006) GROUP BY 1, 2
"""
INSERT = (
    "INSERT INTO est.incident (uuid, source, source_ref, category, organisation, occurred_from, geom)"
    " VALUES (%s, 'load', %s, 'klotter', 'polis', now(), ST_SetSRID(ST_MakePoint(%s, %s), 3006))"
)
UPDATE = "UPDATE est.incident SET place = %s, base_version = %s WHERE uuid = %s"
ADD = "UPDATE est.measure SET description = %s, base_version = %s WHERE uuid = %s"
APPLY = "SELECT est.apply_changeset(%s, %s)"


@dataclass
class Log:
    """What one client was told."""

    #: Seconds that each acknowledged save or reading took.
    seconds: list[float] = field(default_factory=list)
    #: Acknowledged versions of each row.
    versions: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)


def in_processes(clients: int, threads: int, work: Callable[[int], Log]) -> list[Log]:
    """The logs of many clients, a few threads to a process, so that Python's own lock is not what is measured."""
    context = get_context("spawn")
    groups = [range(first, min(first + threads, clients)) for first in range(0, clients, threads)]
    with ProcessPoolExecutor(len(groups), mp_context=context) as pool:
        return [log for logs in pool.map(partial(in_threads, work), groups) for log in logs]


def in_threads(work: Callable[[int], Log], numbers: range) -> list[Log]:
    with ThreadPoolExecutor(len(numbers)) as pool:
        return list(pool.map(work, numbers))


def known(server: Server) -> Server:
    """The server as another process knows it: where it is, and not how to start it."""
    return replace(server, processes=[])


def percentile(logs: list[Log], share: float = 0.95) -> float:
    times = sorted(second for log in logs for second in log.seconds)
    return 1000 * times[int(share * len(times))]


def until(end: float, log: Log, save: Callable[[], None]) -> Log:
    """Save again and again until the clock says ``end``."""
    while time.time() < end:
        start = time.perf_counter()
        try:
            save()
        except psycopg2.Error as error:
            log.refused[str(error)[:6]] += 1
        else:
            log.seconds.append(time.perf_counter() - start)
    return log


def write(server: Server, end: float, number: int) -> Log:
    """Of ten saves eight are new incidents, one changes an own one, one is a changeset with a change."""
    log, chance = Log(), random.Random(number)
    with closing(server.connect(NAME, ("anna", "bo")[number % 2])) as connection:

        def save() -> None:
            kind = chance.randrange(10) if log.versions else 0
            with connection, connection.cursor() as cursor:
                if kind < 8:
                    row = str(uuid.UUID(int=chance.getrandbits(128), version=4))
                    x, y = chance.uniform(5e5, 5.2e5), chance.uniform(6.5e6, 6.52e6)
                    cursor.execute(INSERT, (row, row, x, y))
                else:
                    row = chance.choice(list(log.versions))
                    base = log.versions[row]
                    if kind == 8:
                        cursor.execute(UPDATE, (f"place {base}", base, row))
                    else:
                        change = {"table": "incident", "op": "update", "uuid": row, "base_version": base}
                        content = {"changes": [change | {"values": {"place": f"changeset {base}"}}], "kind": "edit"}
                        cursor.execute(APPLY, (str(uuid.uuid4()), json.dumps(content)))
            log.versions[row] += 1

        return until(end, log, save)


def read(server: Server, end: float, _number: int) -> Log:
    """A quarter of 5 x 5 km in cells, over a connection that stays open."""
    with closing(server.connect(NAME, "anna")) as connection, connection.cursor() as cursor:
        connection.autocommit = True
        return until(end, Log(), lambda: cursor.execute(READ))


def load(server: Server) -> None:
    """R8: fifty writers and four readers."""
    alone = in_processes(4, 4, partial(read, known(server), time.time() + 9))
    end = time.time() + 5 + SECONDS["load"]
    with ThreadPoolExecutor(2) as pool:
        readers = pool.submit(in_processes, 4, 4, partial(read, known(server), end))
        writers = pool.submit(in_processes, 50, 10, partial(write, known(server), end)).result()
    found = Counter()
    with closing(server.connect(NAME)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT uuid::text, version FROM est.incident WHERE source = 'load'")
        found.update(dict(cursor.fetchall()))
        cursor.execute(
            "SELECT count(*) FROM est.history h JOIN est.incident i ON i.uuid = h.row_uuid WHERE i.source = 'load'"
        )
        steps = cursor.fetchone()[0]
    acknowledged = sum((log.versions for log in writers), Counter())
    busy = max(sum(log.seconds) + 1e-9 for log in writers)
    print(f"  {sum(acknowledged.values()) / busy:.0f} saves a second, p95 {percentile(writers):.0f} ms;", end=" ")
    print(f"readers p95 {percentile(readers.result()):.0f} ms (alone {percentile(alone):.0f} ms)")
    refused = sum((log.refused for log in [*writers, *readers.result()]), Counter())
    print(
        f"  acknowledged {sum(acknowledged.values())}, found {found.total()}, history {steps}, refused {dict(refused)}"
    )
    print(f"  the same versions of the same rows: {acknowledged == found}")


def compete(server: Server, rows: list[str], end: float, number: int) -> Log:
    """Read a row, think, add a sign of one's own: who overwrites unseen makes another's sign vanish."""
    log, chance = Log(), random.Random(number)
    with closing(server.connect(NAME, ("anna", "bo")[number % 2])) as connection:

        def save() -> None:
            row, sign = chance.choice(rows), f"{number}-{chance.getrandbits(32):x}"
            with connection, connection.cursor() as cursor:
                cursor.execute("SELECT version, description FROM est.measure WHERE uuid = %s", (row,))
                version, text = cursor.fetchone()
            time.sleep(0.002)
            with connection, connection.cursor() as cursor:
                cursor.execute(ADD, (f"{text} {sign}", version, row))
            log.versions[sign] += 1

        return until(end, log, save)


def contention(server: Server) -> None:
    """R7: twenty clients on five rows."""
    rows = [str(uuid.UUID(int=number, version=4)) for number in range(5)]
    insert = "INSERT INTO est.measure (uuid, kind) VALUES ('{}', 'BEL')"
    server.execute(NAME, *(insert.format(row) for row in rows))
    logs = in_processes(20, 10, partial(compete, known(server), rows, time.time() + 3 + SECONDS["contention"]))
    with closing(server.connect(NAME)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(description, ' ') FROM est.measure WHERE uuid = ANY (%s::uuid[])", (rows,))
        kept = set(cursor.fetchone()[0].split())
    acknowledged = {sign for log in logs for sign in log.versions}
    refused = dict(sum((log.refused for log in logs), Counter()))
    print(f"  acknowledged {len(acknowledged)}, lost {len(acknowledged - kept)}, refused {refused},", end=" ")
    print(f"p95 {percentile(logs):.0f} ms")
