# SPDX-License-Identifier: GPL-2.0-or-later
"""A link to a server that is slow, or silent for a while: ``python slow_link.py SERVER_PORT``.

Prints its own port, then passes everything on. It obeys the lines that it reads: ``delay SECONDS`` for each answer of
the server, ``hold`` keeps all answers back, ``go`` lets them come. A process of its own, so that it is never the one
who waits.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Link:
    """Where the link leads, how long an answer takes, and whether answers come at all."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.delay = 0.0
        self.is_open = asyncio.Event()
        self.is_open.set()

    def obey(self, line: str) -> None:
        word, _, number = line.partition(" ")
        if word == "delay":
            self.delay = float(number)
        elif word == "hold":
            self.is_open.clear()
        else:
            self.is_open.set()

    async def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server_reader, server_writer = await asyncio.open_connection("127.0.0.1", self.port)
        with suppress(ConnectionError):
            ways = (self._ask(reader, server_writer), self._answer(server_reader, writer))
            await asyncio.wait([asyncio.ensure_future(way) for way in ways], return_when=asyncio.FIRST_COMPLETED)
        writer.close()
        server_writer.close()

    async def _ask(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            await asyncio.sleep(self.delay)
            await self.is_open.wait()
            writer.write(data)
            await writer.drain()


async def main(port: int) -> None:
    link = Link(port)
    server = await asyncio.start_server(link.accept, "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    while line := await asyncio.to_thread(sys.stdin.readline):
        link.obey(line.strip())


class SlowLink:
    """The link as a test holds it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.port = int(process.stdout.readline())

    def tell(self, line: str) -> None:
        """``delay SECONDS``, ``hold`` or ``go``."""
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()


@contextmanager
def slow_link(port: int) -> Iterator[SlowLink]:
    """A link to the server at ``port``; it ends when its input does."""
    pipe = subprocess.PIPE
    process = subprocess.Popen([sys.executable, Path(__file__), str(port)], stdin=pipe, stdout=pipe, text=True)
    try:
        yield SlowLink(process)
    finally:
        process.stdin.close()
        process.wait(timeout=30)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
