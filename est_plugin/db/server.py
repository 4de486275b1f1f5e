# SPDX-License-Identifier: GPL-2.0-or-later
"""How a PostgreSQL server is reached: addresses without secrets, connections with time-outs, errors in plain words."""

from __future__ import annotations

from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import psycopg2
from psycopg2 import errors
from qgis.core import QgsCredentials, QgsDataSourceUri, QgsProviderRegistry

from est_plugin.db import guard
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsAbstractProviderConnection

#: A link that is gone is noticed within 11 seconds instead of many minutes (milliseconds for tcp_user_timeout).
LINK_TIMEOUTS = {
    "connect_timeout": 5,
    "tcp_user_timeout": 8000,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
}
#: What a statement may take, and how long it may wait for others.
_SESSION_LIMITS = "-c statement_timeout=60s -c lock_timeout=5s -c idle_in_transaction_session_timeout=5min"
#: A migration may take its time, but readers never wait long behind it: it is tried again instead.
_MIGRATION_LIMITS = "-c statement_timeout=0 -c lock_timeout=500ms -c idle_in_transaction_session_timeout=5min"


@dataclass(frozen=True)
class ServerAddress:
    """Where a database is. It may hold what QGIS holds (``authcfg``, a service name), and is never written anywhere."""

    #: What a person calls it: the name of the connection.
    name: str
    #: Connection parameters as libpq and QGIS write them: ``service='est'`` or ``host=… dbname=… authcfg=…``.
    parameters: str = field(repr=False)
    #: The newest of the server's processes that worked for this client, by which it knows its own notices.
    backends: deque[int] = field(default_factory=lambda: deque(maxlen=20), init=False, repr=False, compare=False)

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        """Which database it is, without a login."""
        return key_of(self.parameters)

    def layer_uri(self) -> QgsDataSourceUri:
        """The parameters for a layer, which a project keeps: without a password that QGIS keeps with the connection."""
        uri = QgsDataSourceUri(self.parameters)
        hide_password(uri)
        return uri

    def libpq(self) -> str:
        """The parameters for libpq, with the login that ``authcfg`` stands for; never shown or logged."""
        return QgsDataSourceUri(self.parameters).connectionInfo(expandAuthConfig=True)


def hide_password(uri: QgsDataSourceUri) -> None:
    """Take the password out of a source. QGIS gets it for this session, where it looks before it asks the person."""
    password = uri.password()
    if password:
        uri.setPassword("")
        credentials: QgsCredentials = QgsCredentials.instance()  # type: ignore[assignment] # never None
        credentials.put(uri.connectionInfo(expandAuthConfig=False), uri.username(), password)


def key_of(parameters: str) -> str:
    """Which database connection parameters or a layer's source lead to, without a login."""
    uri = QgsDataSourceUri(parameters)
    return f"service={uri.service()} host={uri.host()} port={uri.port()} dbname={uri.database()}"


def connection_names() -> list[str]:
    """The PostgreSQL connections that QGIS knows, by their names."""
    return list(_connections())


def address_of(source: str) -> ServerAddress:
    """Where a layer's source leads: the connection with the same login that QGIS knows, else what the source says."""
    uri = QgsDataSourceUri(source)
    for name, connection in _connections().items():
        known = QgsDataSourceUri(connection.uri())
        login = known.username(), known.authConfigId()
        if key_of(connection.uri()) == key_of(source) and login == (uri.username(), uri.authConfigId()):
            return ServerAddress(name, connection.uri())
    return ServerAddress(uri.database() or uri.service(), uri.connectionInfo(expandAuthConfig=False))


def _connections() -> dict[str, QgsAbstractProviderConnection]:
    return QgsProviderRegistry.instance().providerMetadata("postgres").connections(cached=False)


def saved_connection(name: str) -> ServerAddress:
    """The PostgreSQL connection that QGIS knows by ``name``.

    Raises InputError if it knows none.
    """
    connection = _connections().get(name)
    if connection is None:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "There is no PostgreSQL connection named {name}."),
            why=QT_TRANSLATE_NOOP("est_plugin", "QGIS keeps the connections of each user and profile apart."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Add it in QGIS's browser under PostgreSQL, then try again."),
            name=name,
        )
    return ServerAddress(name, connection.uri())


@contextmanager
def connected(address: ServerAddress, *, migrating: bool = False) -> Iterator[psycopg2.extensions.connection]:
    """A connection with time-outs; what is not committed when the block ends is rolled back.

    Raises DatabaseError if the server cannot be reached, or refuses or breaks off the work.
    """
    with told(address):
        connection = psycopg2.connect(
            address.libpq(),
            application_name="EST",
            options=f"-c timezone=UTC {_MIGRATION_LIMITS if migrating else _SESSION_LIMITS}",
            **LINK_TIMEOUTS,
        )
        address.backends.append(connection.info.backend_pid)
        try:
            yield connection
        finally:
            connection.close()


@contextmanager
def told(address: ServerAddress) -> Iterator[None]:
    """Turn what PostgreSQL says into what a person can act on."""
    try:
        yield
    except psycopg2.Error as error:
        refusal = guard.refusal_in(str(error))
        raise _error_of(address, error) if refusal is None else guard.error_of(refusal) from error


def _error_of(address: ServerAddress, error: psycopg2.Error) -> DatabaseError:
    text = next(iter(str(error).strip().splitlines()), "").rstrip(".")
    # A refused login is named by the server. Messages are logged, reported and shown to others: without it.
    login = psycopg2.extensions.parse_dsn(address.libpq()).get("user", "")
    text = text.replace(f' "{login}"', "")
    what, why, what_next = next(sentences for kinds, sentences in _SENTENCES if isinstance(error, kinds))
    return DatabaseError(what, why=why, what_next=what_next, path=address, error=text)


_SENTENCES = (
    (
        (errors.InsufficientPrivilege,),
        (
            QT_TRANSLATE_NOOP("est_plugin", "Your login may not do this in the database {path}."),
            QT_TRANSLATE_NOOP("est_plugin", "The server says: {error}."),
            QT_TRANSLATE_NOOP("est_plugin", "Nothing was changed. Ask the administrator of the server for the right."),
        ),
    ),
    (
        (errors.LockNotAvailable, errors.QueryCanceled, errors.DeadlockDetected, errors.SerializationFailure),
        (
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} is busy."),
            QT_TRANSLATE_NOOP("est_plugin", "Others work with the same rows or tables: {error}."),
            QT_TRANSLATE_NOOP("est_plugin", "Nothing was changed. Wait a moment and try again."),
        ),
    ),
    (
        (psycopg2.IntegrityError, psycopg2.DataError),
        (
            QT_TRANSLATE_NOOP("est_plugin", "The database refused the change."),
            QT_TRANSLATE_NOOP("est_plugin", "A value breaks one of its rules: {error}."),
            QT_TRANSLATE_NOOP("est_plugin", "Nothing was stored. Correct the value and try again."),
        ),
    ),
    (
        (psycopg2.OperationalError,),
        (
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} cannot be reached or cannot work."),
            QT_TRANSLATE_NOOP("est_plugin", "The server or the network says: {error}."),
            QT_TRANSLATE_NOOP("est_plugin", "Check the network, the name of the server and your login, and try again."),
        ),
    ),
    (
        (psycopg2.Error,),
        (
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} could not be used."),
            QT_TRANSLATE_NOOP("est_plugin", "The server says: {error}."),
            QT_TRANSLATE_NOOP("est_plugin", "Report the text above to the administrator of the server."),
        ),
    ),
)
