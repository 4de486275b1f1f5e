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
from dataclasses import dataclass
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
    pid: int

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
        port = _free_port()
        options = [f"--{key}={value}" for key, value in settings.items()]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [binaries() / "postgres", "-D", data, "-p", str(port), "-k", folder, "-h", "127.0.0.1", *options],
                stdout=log,
                stderr=log,
                cwd="/",
                **account,
            )
        try:
            server = Server(folder, port, process.pid)
            _wait_until_it_answers(server, process)
            yield server
        finally:
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
