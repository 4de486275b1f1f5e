# SPDX-License-Identifier: GPL-2.0-or-later
"""A throw-away PostgreSQL server with PostGIS: started for a test session, gone after it."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg2
from psycopg2.extras import RealDictCursor

from est_plugin.db.server import ServerAddress, connected

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from est_plugin.db.server_database import ServerDatabase

#: Only what cannot be lost in a test is switched off.
SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "shared_buffers": "64MB"}


def binaries() -> Path:
    """Where the newest server's programs stand; Debian keeps them off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[4]))
    return found[-1].parent if found else Path(str(shutil.which("postgres"))).resolve().parent


@dataclass(frozen=True)
class Server:
    """A running server; every login on it is trusted."""

    folder: Path
    port: int
    settings: Mapping[str, str] = field(default_factory=lambda: SETTINGS, repr=False)
    #: The latest one runs.
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list, repr=False)

    @property
    def pid(self) -> int:
        return self.processes[-1].pid

    def start(self) -> None:
        """Start it, also after a crash, and wait until it answers."""
        options = [f"--{key}={value}" for key, value in self.settings.items()]
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(
                [
                    *(binaries() / "postgres", "-D", self.folder / "data", "-p", str(self.port)),
                    *("-k", self.folder, "-h", "127.0.0.1", *options),
                ],
                stdout=log,
                stderr=log,
                cwd="/",
                **_unprivileged(),
            )
        self.processes.append(process)
        _wait_until_it_answers(self, process)

    def process_ids(self) -> list[int]:
        """The server's own process, and those that it started."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text(encoding="ascii")
        return [self.pid, *map(int, children.split())]

    def address(self, database: str, user: str = "postgres") -> ServerAddress:
        parameters = f"host='{self.folder}' port={self.port} dbname='{database}' user='{user}'"
        return ServerAddress(database, parameters)

    def connect(self, database: str, user: str = "postgres", **options: Any) -> psycopg2.extensions.connection:
        return psycopg2.connect(self.address(database, user).parameters, **options)

    def execute(self, database: str, *statements: str) -> None:
        """Run statements as superuser, each by itself."""
        connection = self.connect(database)
        connection.autocommit = True
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
        connection.close()


@contextmanager
def cursor_on(database: ServerDatabase) -> Iterator[RealDictCursor]:
    """A transaction in SQL as PostgreSQL has it, past our own cursor; rows as dictionaries. Errors are told as ours."""
    with connected(database.address) as connection:
        with connection.cursor(cursor_factory=RealDictCursor) as cursor:
            yield cursor
        connection.commit()


def _unprivileged() -> dict[str, Any]:
    """How to start the server's programs: they refuse to run as root."""
    if os.geteuid() != 0:
        return {}
    account = pwd.getpwnam("postgres")
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running_server(settings: Mapping[str, str] = SETTINGS) -> Iterator[Server]:
    """Start a server on loopback and a socket in a folder of its own; end it by its process id."""
    with tempfile.TemporaryDirectory(prefix="est-pg-", dir="/tmp") as name:
        folder, data = Path(name), Path(name) / "data"
        account = _unprivileged()
        if account:
            os.chown(folder, account["user"], account["group"])
        folder.chmod(0o755)
        initdb = [binaries() / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"]
        subprocess.run([*initdb, "--locale=C.UTF-8"], check=True, capture_output=True, cwd="/", **account)
        server = Server(folder, _free_port(), settings)
        try:
            server.start()
            yield server
        finally:
            for process in server.processes:
                process.send_signal(signal.SIGINT)
                process.wait(timeout=30)


def _wait_until_it_answers(server: Server, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            break
        try:
            server.connect("postgres").close()
        except psycopg2.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError((server.folder / "log").read_text(encoding="utf-8"))
