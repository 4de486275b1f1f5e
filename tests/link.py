# SPDX-License-Identifier: GPL-2.0-or-later
"""A link between a test and its server that is bad when the test says so; how, stands in ``link_proxy.py``."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from est_plugin.db.server import ServerAddress

if TYPE_CHECKING:
    from collections.abc import Iterator

PROXY = Path(__file__).with_name("link_proxy.py")


class Link:
    """Speaks to the proxy's process."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.port = int(self._read())

    def address(self, database: str, user: str) -> ServerAddress:
        """Where the server's database is through the link."""
        return ServerAddress(database, f"host=127.0.0.1 port={self.port} dbname='{database}' user='{user}'")

    def cut(self, place: str, word: str, number: int = 1, *, mark: str = "") -> None:
        """Cut at the ``request``, when it was ``sent`` or at the ``reply``, when ``word`` is said ``number`` times on a
        connection that has said ``mark``: QGIS reads and writes over different ones.
        """
        self._tell(f"cut|{place}|{number}|{word}|{mark}")

    def delay(self, seconds: float) -> None:
        """Let each answer take so much longer."""
        self._tell(f"delay|{seconds}")

    def hold(self) -> None:
        """Keep all answers back."""
        self._tell("hold")

    def become_a_hole(self) -> None:
        """Let nothing pass, as without a network."""
        self._tell("hole")

    def go_down(self) -> None:
        """Close and refuse connections."""
        self._tell("down")

    def come_up(self) -> None:
        """Be whole again."""
        self._tell("up")

    def _tell(self, line: str) -> None:
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        assert self._read() == "ok"

    def _read(self) -> str:
        return self._process.stdout.readline().strip()


@contextmanager
def link_to(port: int) -> Iterator[Link]:
    """A link to the server at a port of this machine, whole so far."""
    command = [sys.executable, str(PROXY), str(port)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Link(process)
        finally:
            process.terminate()
