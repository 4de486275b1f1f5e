# SPDX-License-Identifier: GPL-2.0-or-later
"""A link to a server that is bad on command: ``python link_proxy.py SERVER_PORT``; ``link.py`` speaks to it.

A process of its own, because QGIS holds Python while it saves. Prints its port, then obeys lines on its standard input,
each answered with ``ok``:

    cut|PLACE|NUMBER|WORD|MARK  when the client says WORD for the NUMBERth time, cut that connection; PLACE is
                                ``request`` (what was said is dropped), ``sent`` (it goes through first) or ``reply``
                                (the answer is dropped). Only connections that have said MARK since then are heard.
    delay|SECONDS               each answer takes that much longer
    hold                        pass on what is asked, and keep all answers back
    hole                        take everything and pass nothing on, in old and new connections
    down                        cut all connections and refuse new ones
    up                          pass everything on again, at once
"""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import StreamReader, StreamWriter


class Link:
    """Where the proxy leads, and what is wrong with it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.place, self.word, self.left, self.mark = "", b"", 0, b""
        self.marked: set[Pair] = set()
        self.seconds = 0.0
        self.is_down = False
        self.asks, self.answers = asyncio.Event(), asyncio.Event()
        self.asks.set()
        self.answers.set()
        self.writers: set[StreamWriter] = set()

    def obey(self, line: str) -> None:
        match line.split("|"):
            case ["cut", place, number, word, mark]:
                self.place, self.word, self.left, self.mark = place, word.encode(), int(number), mark.encode()
                self.marked.clear()
            case ["delay", seconds]:
                self.seconds = float(seconds)
            case ["hold"]:
                self.answers.clear()
            case ["hole"]:
                self.asks.clear()
                self.answers.clear()
            case ["down"]:
                self.is_down = True
                for writer in self.writers:
                    writer.close()
            case ["up"]:
                self.is_down, self.seconds = False, 0.0
                self.asks.set()
                self.answers.set()
            case _:
                raise ValueError(line)

    async def accept(self, reader: StreamReader, writer: StreamWriter) -> None:
        if self.is_down:
            writer.close()
            return
        self.writers.add(writer)
        server_writer = None
        with suppress(OSError):
            await self.asks.wait()
            server_reader, server_writer = await asyncio.open_connection("127.0.0.1", self.port)
            self.writers.add(server_writer)
            pair = Pair(self)
            ways = (pair.to_server(reader, server_writer), pair.to_client(server_reader, writer))
            ended, _ = await asyncio.wait(
                [asyncio.ensure_future(way) for way in ways], return_when=asyncio.FIRST_COMPLETED
            )
            for way in ended:
                way.result()
        for end in (writer, server_writer):
            if end is not None:
                self.writers.discard(end)
                end.close()


class Pair:
    """One connection through the link. Each way ends when it is to be cut."""

    def __init__(self, link: Link) -> None:
        self.link = link
        self.drops_reply = False

    async def to_server(self, reader: StreamReader, writer: StreamWriter) -> None:
        while data := await reader.read(65536):
            await self.link.asks.wait()
            is_cut = self._is_said_for_the_last_time(data)
            if is_cut and self.link.place == "request":
                return
            self.drops_reply = is_cut and self.link.place == "reply"
            writer.write(data)
            await writer.drain()
            if is_cut and self.link.place == "sent":
                return

    async def to_client(self, reader: StreamReader, writer: StreamWriter) -> None:
        while data := await reader.read(65536):
            await asyncio.sleep(self.link.seconds)
            await self.link.answers.wait()
            if self.drops_reply:
                return
            writer.write(data)
            await writer.drain()

    def _is_said_for_the_last_time(self, data: bytes) -> bool:
        link = self.link
        if link.mark in data:
            link.marked.add(self)
        if link.left <= 0 or self not in link.marked:
            return False
        link.left -= data.count(link.word)
        return link.left <= 0


async def main(port: int) -> None:
    link = Link(port)
    server = await asyncio.start_server(link.accept, "127.0.0.1", 0)
    say(server.sockets[0].getsockname()[1])
    commands = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(commands), sys.stdin)
    while line := await commands.readline():
        link.obey(line.decode().rstrip("\n"))
        say("ok")


def say(text: object) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
