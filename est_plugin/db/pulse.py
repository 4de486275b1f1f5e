# SPDX-License-Identifier: GPL-2.0-or-later
"""Is the server there, who else is, what did they store? Asked over one connection of its own, outside the main thread.

The connection is asynchronous: each wait has an end by our own clock, whatever the network does, and is ended at once
on request.
"""

from __future__ import annotations

import selectors
import socket
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psycopg2
from psycopg2 import extensions

from est_plugin.db.link_state import LinkHealth, LinkState
from est_plugin.db.server import LINK_TIMEOUTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from est_plugin.db.server import ServerAddress

#: Seconds from one question to the next, while all is well and while it is not.
INTERVAL_S = 10.0
_SOON_S = 3.0
_AT_ONCE_S = 0.2
#: While it is away it is tried less and less often, down to this: a login that it refuses must not get locked.
_AT_LEAST_S = 30.0
_ENOUGH = 10
#: A server that says nothing for so long is gone.
NO_ANSWER_S = 5.0
#: QGIS listens on this channel too. The notice says that something was stored, not what.
_LISTEN = "LISTEN qgis"
_NOTIFY = "NOTIFY qgis, 'est'"
_NOTICE = "est"
_PRESENT = "SELECT login, editing FROM est.present(%s)"


@dataclass(frozen=True)
class Colleague:
    """Another login that has the database open, and the tables it is editing."""

    login: str
    editing: tuple[str, ...]


@dataclass(frozen=True)
class News:
    """What is known after an answer, or after one that did not come."""

    state: LinkState
    last_answer: datetime
    others: tuple[Colleague, ...]
    #: Did somebody else store something since the last news?
    is_stale: bool


class _Stopped(Exception):  # noqa: N818 (no error)
    """The pulse was told to stop."""


class Pulse:
    """Asks the server again and again, and tells what it learnt. All but ``run`` may be called from any thread."""

    def __init__(self, address: ServerAddress, tell: Callable[[News], None]) -> None:
        """``tell`` is called in the thread of ``run``."""
        self._address = address
        self._parameters = address.libpq()
        self._tell = tell
        self._health = LinkHealth()
        self._others: tuple[Colleague, ...] = ()
        self._editing: tuple[str, ...] = ()
        self._is_stopping = self._is_woken = self._has_stored = self._is_stale = self._has_listened = False
        self._misses = 0
        self._bell, self._button = socket.socketpair()
        for end in (self._bell, self._button):
            end.settimeout(0)

    def stop(self) -> None:
        """End ``run`` as soon as it looks; nothing is told any more."""
        self._is_stopping = True
        self.look_now()

    def look_now(self) -> None:
        """Ask now instead of at the next turn."""
        # Full or closed: it is awake, or it has ended.
        with suppress(OSError):
            self._button.send(b"!")

    def show_editing(self, tables: tuple[str, ...]) -> None:
        """Let the others know what is being edited here."""
        self._editing = tables
        self.look_now()

    def announce(self) -> None:
        """Let the others know that something was stored, now or when the server is back."""
        self._has_stored = True
        self.look_now()

    def run(self) -> None:
        """Ask until ``stop`` is called."""
        with self._bell, self._button, suppress(_Stopped):
            while True:
                answered = self._health.last_answer
                try:
                    self._live()
                except (psycopg2.Error, OSError) as error:
                    # A connection that was closed says little of the server: a new one is tried before that is told.
                    is_lost = self._health.last_answer == answered or isinstance(error, TimeoutError)
                    if is_lost:
                        self._health.lost()
                        self._others = ()
                        self._say()
                    seconds = min(_SOON_S * 2**self._misses, _AT_LEAST_S) if is_lost else _AT_ONCE_S
                    self._misses = min(self._misses + is_lost, _ENOUGH)
                    self._wait(None, extensions.POLL_READ, seconds)

    def _live(self) -> None:
        """One connection, until it breaks."""
        connection = psycopg2.connect(self._parameters, async_=True, application_name="EST", **LINK_TIMEOUTS)
        try:
            self._finish(connection)
            self._ask(connection, _LISTEN)
            # Between two connections nobody listened.
            self._is_stale, self._has_listened = self._has_listened, True
            while True:
                self._pass_on(connection)
                began = time.monotonic()
                self._others = self._see(connection)
                seconds = time.monotonic() - began
                self._health.answered(seconds)
                self._misses = 0
                self._hear(connection)
                self._say()
                self._rest(connection, INTERVAL_S if self._health.state is LinkState.ONLINE else _SOON_S)
        finally:
            connection.close()

    def _pass_on(self, connection: extensions.connection) -> None:
        """Tell the others that something was stored; if the link breaks in it, the next connection does."""
        if self._has_stored:
            # Before the notice goes: what is stored while it is on its way needs another.
            self._has_stored = False
            try:
                self._ask(connection, _NOTIFY)
            except (psycopg2.Error, OSError):
                self._has_stored = True
                raise

    def _see(self, connection: extensions.connection) -> tuple[Colleague, ...]:
        try:
            rows = self._ask(connection, _PRESENT, ",".join(self._editing)).fetchall()
        except psycopg2.ProgrammingError:
            # A login that may not ask. The server answered all the same.
            return ()
        return tuple(Colleague(login, tuple(filter(None, editing.split(",")))) for login, editing in rows)

    def _rest(self, connection: extensions.connection, seconds: float) -> None:
        """Until the next question: listen."""
        end = time.monotonic() + seconds
        while not self._is_woken and (left := end - time.monotonic()) > 0:
            if self._wait(connection, extensions.POLL_READ, left):
                connection.poll()
                if self._hear(connection):
                    self._say()
        self._is_woken = False

    def _hear(self, connection: extensions.connection) -> bool:
        """Take the notices that came; was one of them another's? What we stored ourselves is on our map already."""
        own = {connection.info.backend_pid, *self._address.backends}
        heard = [notice for notice in connection.notifies if notice.payload == _NOTICE and notice.pid not in own]
        connection.notifies.clear()
        self._is_stale = self._is_stale or bool(heard)
        return bool(heard)

    def _say(self) -> None:
        if not self._is_stopping:
            self._tell(News(self._health.state, self._health.last_answer, self._others, self._is_stale))
        self._is_stale = False

    def _ask(self, connection: extensions.connection, sql: str, *parameters: str) -> extensions.cursor:
        cursor = connection.cursor()
        cursor.execute(sql, parameters)
        self._finish(connection)
        return cursor

    def _finish(self, connection: extensions.connection) -> None:
        """See to it that what was begun on the connection is done.

        Raises TimeoutError if that takes too long, psycopg2.Error if it fails.
        """
        end = time.monotonic() + NO_ANSWER_S
        while (wanted := connection.poll()) != extensions.POLL_OK:
            self._wait(connection, wanted, end - time.monotonic())
            if time.monotonic() >= end:
                raise TimeoutError

    def _wait(self, connection: extensions.connection | None, wanted: int, seconds: float) -> bool:
        """Wait until the connection can be read or written, the bell rings, or the time is over; is it the connection?

        Raises _Stopped.
        """
        with selectors.DefaultSelector() as selector:
            selector.register(self._bell, selectors.EVENT_READ)
            if connection is not None:
                event = selectors.EVENT_WRITE if wanted == extensions.POLL_WRITE else selectors.EVENT_READ
                selector.register(connection.fileno(), event)
            ready = [key.fileobj for key, _ in selector.select(max(0.0, seconds))]
        if self._bell in ready:
            self._bell.recv(4096)
            self._is_woken = True
        if self._is_stopping:
            raise _Stopped
        return len(ready) > (self._bell in ready)
