# SPDX-License-Identifier: GPL-2.0-or-later
"""A way to a server that can be bad: a relay in a process of its own, since QGIS holds Python while it reads."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Link:
    """The test's end: how to reach the relay, and what it shall do."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.port = int(self._answer())

    def be(self, state: str) -> None:
        """``up``; ``down`` (connections are closed and refused); ``hang`` (nothing passes, as without a network);
        or ``late`` (each answer takes 1.5 s more).
        """
        self._process.stdin.write(f"{state}\n")
        self._process.stdin.flush()
        assert self._answer() == state

    def _answer(self) -> str:
        return self._process.stdout.readline().strip()


@contextmanager
def link_to(port: int) -> Iterator[Link]:
    """A relay to a port of this machine, up at first."""
    process = subprocess.Popen(
        [sys.executable, __file__, str(port)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield Link(process)
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            stream.close()


class _Relay:
    def __init__(self, port: int) -> None:
        self._to = port
        self._open = asyncio.Event()
        self._open.set()
        self._delay = 0.0
        self._writers: set[asyncio.StreamWriter] = set()

    async def run(self) -> None:
        server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        _say(str(port))
        while command := (await asyncio.to_thread(sys.stdin.readline)).strip():
            self._delay = 1.5 if command == "late" else 0.0
            if command == "down":
                server.close()
                for writer in self._writers:
                    writer.transport.abort()
            elif not server.is_serving():
                server = await asyncio.start_server(self._accept, "127.0.0.1", port)
            if command == "hang":
                self._open.clear()
            else:
                self._open.set()
            _say(command)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._open.wait()
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._to)
        both = {writer, far_writer}
        self._writers |= both
        with suppress(ConnectionError):
            ways = (self._pass_on(reader, far_writer, 0), self._pass_on(far_reader, writer, 1))
            await asyncio.wait([asyncio.ensure_future(way) for way in ways], return_when=asyncio.FIRST_COMPLETED)
        self._writers -= both
        for end in both:
            end.transport.abort()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, slow: int) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(65536):
                await self._open.wait()
                await asyncio.sleep(self._delay * slow)
                writer.write(data)
                await writer.drain()


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(_Relay(int(sys.argv[1])).run())
