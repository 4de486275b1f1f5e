# SPDX-License-Identifier: GPL-2.0-or-later
"""Who may write to a GeoPackage: the process that holds the lock file beside it.

The operating system keeps the lock on the open file and drops it when the process ends, however it ends; so a lock
that was left behind is known at once and taken over by one process only. The file says who holds it. Its time is the
sign of life for a computer that does not see the lock of another one: an older sign than ``STALE_S`` counts as none.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import platform
import sys
import tempfile
import time
import uuid
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsApplication

from est_plugin.db.times import LOCAL_ZONE, from_text, now
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENDING = ".est-lock"
#: How often the one who holds a lock gives a sign of life, and after how long without one it counts as gone.
SIGN_OF_LIFE_S = 15
STALE_S = 60
#: How long a transaction waits for that of another process; a process that has the database open is not waited for.
_PATIENCE_S = 10.0
#: One who looks holds the lock for an instant; one who took it needs an instant to write its name.
_INSTANT_S = 0.02
_TRIES = 5
#: Where Windows locks a byte, which then nobody may read: far beyond what the file holds.
_FAR = 1 << 20


@dataclass(frozen=True, kw_only=True)
class Holder:
    """Who holds a lock, as it says itself."""

    user: str
    host: str
    pid: int
    application: str
    since: str
    #: Tells processes apart that have the same number, as in containers.
    process: str
    #: Does it hold the lock for one piece of work only, and not as long as a person has the database open?
    is_passing: bool

    @property
    def is_this_process(self) -> bool:
        return self.process == _process()


class HeldError(DatabaseError):
    """Another process writes; ``holder`` is None if it does not say who it is."""

    def __init__(self, path: Path, holder: Holder | None) -> None:
        self.holder = holder
        super().__init__(
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} can only be read now."),
            why=QT_TRANSLATE_NOOP("est_plugin", "{user} on {host} writes in it since {since}; only one can at a time."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Nothing was stored. Ask for the database to be closed there, then try again."
            ),
            path=path,
            user=holder.user if holder else "?",
            host=holder.host if holder else "?",
            since=since_text(holder) if holder else "?",
        )


class FileLock:
    """A lock that this process holds until it is released or ends."""

    def __init__(self, path: Path, handle: int) -> None:
        """``handle`` is the open and locked file ``path``."""
        self._path = path
        self._handle = handle

    def renew(self) -> bool:
        """Give a sign of life; False if the lock is lost: another computer took it over, or the file was removed."""
        holder = _read(self._path)
        if holder is None or not holder.is_this_process or not _is_at(self._handle, self._path):
            return False
        with contextlib.suppress(OSError):
            os.utime(self._path)
        return True

    def release(self) -> None:
        """Let others write."""
        is_ours = self.renew()
        if is_ours and sys.platform != "win32":
            # Before the lock goes, so that none goes with it that another one has just taken.
            self._path.unlink(missing_ok=True)
        os.close(self._handle)
        if is_ours and sys.platform == "win32":
            # Windows removes no open file, so it stays if another one has it open.
            with contextlib.suppress(OSError):
                self._path.unlink()

    def abandon(self) -> None:
        """Let go as if the process had ended: the file stays and says on which computer the lock was held."""
        os.close(self._handle)


def lock_path(database: Path) -> Path:
    """The lock file of a database, the same whatever link leads to it."""
    real = database.resolve()
    return real.with_name(real.name + ENDING)


def since_text(holder: Holder) -> str:
    """When a process took the lock, in local time."""
    return from_text(holder.since).astimezone(LOCAL_ZONE).strftime("%Y-%m-%d %H:%M")


def take(database: Path, *, is_passing: bool = False) -> FileLock:
    """Take the lock of a database.

    Raises HeldError if a process has it, be it this one; DatabaseError if there can be no lock.
    """
    path = lock_path(database)
    try:
        for attempt in range(_TRIES):
            if attempt:
                time.sleep(_INSTANT_S)
            handle = _open(path, database)
            if not _is_locked_by(handle):
                os.close(handle)
            elif not _is_at(handle, path):
                # Who held it removed it between the two steps.
                os.close(handle)
            elif _lives_elsewhere(path):
                os.close(handle)
                break
            else:
                return _signed(path, handle, is_passing=is_passing)
    except OSError as error:
        raise _no_lock(database, error) from error
    raise HeldError(database, _read(path))


def holder_of(database: Path) -> Holder | None:
    """The process that holds the lock, be it this one; None if nobody does."""
    path = lock_path(database)
    try:
        handle = os.open(path, os.O_RDONLY if sys.platform != "win32" else os.O_RDWR)
    except OSError:
        return None
    try:
        is_free = _is_locked_by(handle)
        return None if is_free and not _lives_elsewhere(path) else _read(path)
    except OSError:
        return None
    finally:
        os.close(handle)


def was_taken_here(database: Path) -> bool:
    """Did a process of this computer, living or not, take the lock last?"""
    holder = _read(lock_path(database))
    return holder is not None and holder.host == platform.node()


@contextmanager
def held_for_work(database: Path) -> Iterator[None]:
    """Hold the lock for a piece of work, unless this process has it already.

    Raises HeldError if another process has the database open, or works in it for longer than a while.
    """
    deadline = time.monotonic() + _PATIENCE_S
    lock = None
    while lock is None:
        holder = _read(lock_path(database))
        if holder is not None and holder.is_this_process:
            # The engine itself lets the threads of a process write one after the other.
            break
        try:
            lock = take(database, is_passing=True)
        except HeldError as error:
            if (error.holder is not None and not error.holder.is_passing) or time.monotonic() > deadline:
                raise
            time.sleep(_INSTANT_S)
    try:
        yield
    finally:
        if lock is not None:
            lock.release()


@functools.cache
def _process() -> str:
    return uuid.uuid4().hex


def _open(path: Path, database: Path) -> int:
    try:
        return os.open(path, os.O_RDWR)
    except FileNotFoundError:
        # Who may write to the database may also take its lock over.
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        path.chmod(database.stat().st_mode & 0o666)
        return handle


def _is_locked_by(handle: int) -> bool:
    """Lock the open file, if nobody else has; OSError if the file system knows no locks."""
    if sys.platform == "win32":
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_at(handle: int, path: Path) -> bool:
    """Is the open file the one that lies at ``path`` now?"""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


def _lives_elsewhere(path: Path) -> bool:
    """Did a process on another computer give a sign of life lately, by the clock of the file system?"""
    holder = _read(path)
    if holder is None or holder.host == platform.node():
        return False
    with tempfile.TemporaryFile(dir=path.parent) as probe:
        return os.fstat(probe.fileno()).st_mtime - path.stat().st_mtime < STALE_S


def _read(path: Path) -> Holder | None:
    try:
        return Holder(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _signed(path: Path, handle: int, *, is_passing: bool) -> FileLock:
    """Write into a lock who holds it; without that it is given back."""
    holder = Holder(
        user=QgsApplication.userFullName() or QgsApplication.userLoginName(),
        host=platform.node(),
        pid=os.getpid(),
        application=f"QGIS {Qgis.version()}",
        since=now(),
        process=_process(),
        is_passing=is_passing,
    )
    text = json.dumps(asdict(holder), ensure_ascii=False).encode()
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        os.ftruncate(handle, 0)
        with open(handle, "wb", closefd=False) as file:
            file.write(text)
    except OSError:
        if sys.platform != "win32":
            path.unlink(missing_ok=True)
        os.close(handle)
        raise
    return FileLock(path, handle)


def _no_lock(database: Path, error: OSError) -> DatabaseError:
    return DatabaseError(
        QT_TRANSLATE_NOOP("est_plugin", "The database {path} can only be read."),
        why=QT_TRANSLATE_NOOP(
            "est_plugin", "No lock could be put beside it, so another one might write in it too: {error}."
        ),
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin", "Check that you may write in its folder and that the disk is not full, then open it again."
        ),
        path=database,
        error=error.strerror or error,
    )
