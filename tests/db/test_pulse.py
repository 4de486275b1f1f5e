# SPDX-License-Identifier: GPL-2.0-or-later
"""The pulse of a real server, over a way that becomes slow, breaks and swallows everything."""

from __future__ import annotations

import queue
import threading
import uuid
from typing import TYPE_CHECKING

import psycopg2
import pytest

from est_plugin.db import pulse
from est_plugin.db.link_state import LinkState
from est_plugin.db.pulse import Colleague, Pulse
from est_plugin.db.server import ServerAddress
from tests.link import link_to
from tests.postgres import cursor_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from est_plugin.db.pulse import News
    from est_plugin.db.server_database import ServerDatabase
    from tests.link import Link
    from tests.postgres import Server

PATIENCE_S = 30


class Ear:
    """Runs a pulse, and hears what it tells."""

    def __init__(self, address: ServerAddress) -> None:
        self.told: queue.Queue[News] = queue.Queue()
        self.pulse = Pulse(address, self.told.put)
        self.thread = threading.Thread(target=self.pulse.run)
        self.thread.start()

    def hear(self, condition: Callable[[News], object]) -> News:
        """The next news of which that is true."""
        while True:
            news = self.told.get(timeout=PATIENCE_S)
            if condition(news):
                return news

    def stop(self) -> bool:
        """Has it ended within two seconds?"""
        self.pulse.stop()
        self.thread.join(2)
        return not self.thread.is_alive()


@pytest.fixture
def link(server: Server) -> Iterator[Link]:
    with link_to(server.port) as link:
        yield link


@pytest.fixture
def listen() -> Iterator[Callable[[ServerAddress], Ear]]:
    """Starts pulses; each is ended with the test."""
    ears: list[Ear] = []

    def start(address: ServerAddress) -> Ear:
        ears.append(Ear(address))
        return ears[-1]

    yield start
    late = [ear for ear in ears if not ear.stop()]
    assert late == []


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask ten times as often, so that a test need not wait."""
    monkeypatch.setattr(pulse, "INTERVAL_S", 1.0)
    monkeypatch.setattr(pulse, "_SOON_S", 0.3)


def by(link: Link, database: ServerDatabase, login: str = "anna") -> ServerAddress:
    name = database.address.name
    return ServerAddress(name, f"host=127.0.0.1 port={link.port} dbname='{name}' user='{login}'")


def is_(state: LinkState) -> Callable[[News], bool]:
    return lambda news: news.state is state


def add_a_walk(database: ServerDatabase) -> None:
    with cursor_on(database) as cursor:
        cursor.execute("SELECT est.apply_changeset(%s, %s)", (str(uuid.uuid4()), CHANGES % uuid.uuid4()))


CHANGES = '{"changes": [{"table": "walk", "op": "insert", "uuid": "%s", "values": {"title": "Centrum"}}]}'


@pytest.mark.usefixtures("quick")
def test_a_server_that_goes_and_comes_is_told(listen, link: Link, server_database: ServerDatabase) -> None:
    ear = listen(by(link, server_database))
    last = ear.hear(is_(LinkState.ONLINE)).last_answer
    link.go_down()
    away = ear.hear(is_(LinkState.OFFLINE))
    assert away.last_answer >= last
    link.come_up()
    back = ear.hear(is_(LinkState.ONLINE))
    assert back.last_answer > away.last_answer


@pytest.mark.usefixtures("quick")
def test_a_network_that_swallows_everything_is_told_and_the_pulse_ends_in_it(
    listen, link: Link, server_database: ServerDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulse, "NO_ANSWER_S", 1.0)
    ear = listen(by(link, server_database))
    ear.hear(is_(LinkState.ONLINE))
    link.become_a_hole()
    ear.hear(is_(LinkState.OFFLINE))
    assert ear.stop()


@pytest.mark.usefixtures("quick")
def test_a_slow_server_is_told_and_its_recovery_too(listen, link: Link, server_database: ServerDatabase) -> None:
    ear = listen(by(link, server_database))
    ear.hear(is_(LinkState.ONLINE))
    link.delay(1.5)
    ear.hear(is_(LinkState.SLOW))
    link.come_up()
    ear.hear(is_(LinkState.ONLINE))


def test_a_connection_that_the_server_ends_is_made_anew_without_a_word(
    listen, server: Server, server_database: ServerDatabase
) -> None:
    ear = listen(server.address(server_database.address.name, "anna"))
    first = ear.hear(is_(LinkState.ONLINE)).last_answer
    server.execute("postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'anna'")
    again = ear.told.get(timeout=PATIENCE_S)
    assert again.state is LinkState.ONLINE
    assert again.last_answer > first
    # What others stored in between was not heard.
    assert again.is_stale


def test_what_another_stores_is_heard_once_and_what_we_store_is_not(
    listen, server: Server, server_database: ServerDatabase, editors_database: ServerDatabase
) -> None:
    ear = listen(editors_database.address)
    ear.hear(is_(LinkState.ONLINE))
    add_a_walk(editors_database)
    ear.pulse.look_now()
    assert not ear.told.get(timeout=PATIENCE_S).is_stale
    add_a_walk(server_database)
    assert ear.told.get(timeout=PATIENCE_S).is_stale
    ear.pulse.look_now()
    assert not ear.told.get(timeout=PATIENCE_S).is_stale


def test_a_save_in_qgis_is_announced_to_the_others_and_not_to_oneself(
    listen, server: Server, server_database: ServerDatabase
) -> None:
    name = server_database.address.name
    anna, bo = listen(server.address(name, "anna")), listen(server.address(name, "bo"))
    for ear in (anna, bo):
        ear.hear(is_(LinkState.ONLINE))
    anna.pulse.announce()
    assert bo.hear(lambda news: news.is_stale).state is LinkState.ONLINE
    anna.pulse.look_now()
    assert not anna.told.get(timeout=PATIENCE_S).is_stale


def test_what_was_stored_before_the_link_broke_is_announced_when_it_is_back(
    listen, link: Link, server: Server, server_database: ServerDatabase, quick: None
) -> None:
    bo = listen(server.address(server_database.address.name, "bo"))
    anna = listen(by(link, server_database))
    for ear in (anna, bo):
        ear.hear(is_(LinkState.ONLINE))
    link.go_down()
    anna.pulse.announce()
    anna.hear(is_(LinkState.OFFLINE))
    link.come_up()
    assert bo.hear(lambda news: news.is_stale)


@pytest.mark.usefixtures("quick")
def test_each_sees_who_else_is_there_and_what_they_edit(
    listen, server: Server, server_database: ServerDatabase
) -> None:
    name = server_database.address.name
    rita, bo = listen(server.address(name, "rita")), listen(server.address(name, "bo"))
    assert rita.hear(lambda news: news.others or rita.pulse.look_now()).others == (Colleague("bo", ()),)
    bo.pulse.show_editing(("measure", "walk"))
    bo.hear(lambda news: news.others == (Colleague("rita", ()),))
    rita.pulse.look_now()
    rita.hear(lambda news: news.others == (Colleague("bo", ("measure", "walk")),))


def test_a_login_that_may_not_ask_still_learns_that_the_server_is_there(
    listen, server: Server, server_database: ServerDatabase
) -> None:
    ear = listen(server.address(server_database.address.name, "nils"))
    assert ear.told.get(timeout=PATIENCE_S).state is LinkState.ONLINE


def test_nobody_reads_or_signs_presence_past_the_function(server: Server, server_database: ServerDatabase) -> None:
    for login in ("rita", "polly", "anna", "ada", "nils"):
        connection = server.connect(server_database.address.name, login)
        with connection, connection.cursor() as cursor, pytest.raises(psycopg2.errors.InsufficientPrivilege):
            cursor.execute("SELECT * FROM est.presence")
        connection.close()


def test_who_was_not_seen_for_45_seconds_is_gone(server: Server, server_database: ServerDatabase) -> None:
    name = server_database.address.name
    with server.connect(name, "bo") as bo, bo.cursor() as cursor:
        cursor.execute("SELECT est.present('measure')")
    server.execute(name, "UPDATE est.presence SET seen_at = now() - interval '46 seconds'")
    with server.connect(name, "anna") as anna, anna.cursor() as cursor:
        cursor.execute("SELECT * FROM est.present('')")
        assert cursor.fetchall() == []
    server.execute(name, "DO $$ BEGIN ASSERT (SELECT array_agg(login) FROM est.presence) = '{anna}'; END $$")
    for connection in (anna, bo):
        connection.close()
