# SPDX-License-Identifier: GPL-2.0-or-later
"""A link to a server that breaks once: ``python cutting_proxy.py SERVER_PORT WORD NUMBER``.

Prints its own port, then passes everything on, until the client says WORD for the NUMBERth time: what was said is
dropped, and so is the connection. Later connections hold. A process of its own, because QGIS holds Python while it
saves.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def cutting_proxy(port: int, word: str, number: int) -> Iterator[int]:
    """The port of a link to ``port`` that breaks when the client says ``word`` for the ``number``th time."""
    command = [sys.executable, __file__, str(port), word, str(number)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()


class Link:
    """Where the proxy leads, and how often the word has still to be heard."""

    def __init__(self, port: int, word: bytes, number: int) -> None:
        self.port = port
        self.word = word
        self.left = number

    async def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server_reader, server_writer = await asyncio.open_connection("127.0.0.1", self.port)
        with suppress(ConnectionError):
            ways = (self._pass_on(reader, server_writer, count=True), self._pass_on(server_reader, writer, count=False))
            await asyncio.wait([asyncio.ensure_future(way) for way in ways], return_when=asyncio.FIRST_COMPLETED)
        writer.close()
        server_writer.close()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, count: bool) -> None:
        while data := await reader.read(65536):
            if count and self.left > 0:
                self.left -= data.count(self.word)
                if self.left <= 0:
                    return
            writer.write(data)
            await writer.drain()


async def main(port: int, word: bytes, number: int) -> None:
    server = await asyncio.start_server(Link(port, word, number).accept, "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), sys.argv[2].encode(), int(sys.argv[3])))
