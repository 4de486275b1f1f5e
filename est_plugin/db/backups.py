# SPDX-License-Identifier: GPL-2.0-or-later
"""Backups of a GeoPackage: the folder ``backups`` beside it holds the last five, each whole.

A copy of the file alone would lack what SQLite still keeps in its journal, so the copy is made by SQLite.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from est_plugin.db.file_database import connect
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError
from est_plugin.feedback import step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.feedback import Feedback

FOLDER = "backups"
KEPT = 5
_ENDING = ".bak.gpkg"
_STAMP = "%Y%m%d-%H%M%S"
_UNFINISHED = ".part"
#: Pages of a step; between steps others may write.
_PAGES = 2000
#: SQLite's header, in which opening a file alone changes a counter.
_HEADER_BYTES = 100
_BLOCK_BYTES = 1 << 20


def back_up(path: Path, feedback: Feedback) -> Path | None:
    """Back up a database that changed since its newest backup, keep the newest ``KEPT``; None if nothing changed.

    Raises DatabaseError if the backup cannot be made, CancelledError; the older backups are then as they were.
    """
    if path.parent.name == FOLDER and path.name.endswith(_ENDING):
        return None
    folder, older = path.parent / FOLDER, backups_of(path)
    changed_at = path.stat().st_mtime_ns
    if older and not _has_journal(path) and older[0].stat().st_mtime_ns == changed_at:
        return None
    with _told(path):
        if not folder.is_dir():
            folder.mkdir()
            folder.chmod(path.parent.stat().st_mode & 0o777)
        for rest in folder.glob(f".{_escaped(path.stem)}-*{_UNFINISHED}"):
            rest.unlink(missing_ok=True)
        with _copied(path, folder, feedback) as copy:
            os.utime(copy, ns=(changed_at, changed_at))
            if older and _same_content(copy, older[0]):
                os.utime(older[0], ns=(changed_at, changed_at))
                return None
            target = folder / f"{path.stem}-{_stamp()}{_ENDING}"
            copy.replace(target)
        for old in backups_of(path)[KEPT:]:
            old.unlink()
    feedback.set_progress(1.0)
    return target


def backups_of(path: Path) -> list[Path]:
    """The backups of a database, the newest first."""
    name = re.compile(rf"{re.escape(path.stem)}-\d{{8}}-\d{{6}}{re.escape(_ENDING)}")
    folder = path.parent / FOLDER
    found = [file for file in folder.iterdir() if name.fullmatch(file.name)] if folder.is_dir() else []
    return sorted(found, reverse=True)


def restore_beside(backup: Path, feedback: Feedback) -> Path:
    """Copy a backup to the folder of its database under a name that is free there; neither of the two is changed.

    Raises DatabaseError if it cannot be copied, CancelledError.
    """
    folder = backup.parent.parent if backup.parent.name == FOLDER else backup.parent
    target = folder / f"{backup.name.removesuffix(_ENDING).removesuffix('.gpkg')}-restored-{_stamp()}.gpkg"
    with _told(backup), _copied(backup, folder, feedback) as copy:
        copy.replace(target)
    return target


@contextmanager
def _copied(path: Path, folder: Path, feedback: Feedback) -> Iterator[Path]:
    """A whole and checked copy in ``folder`` that vanishes unless the block moves it."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=f".{path.stem}-", suffix=_UNFINISHED)
    os.close(handle)
    copy = Path(name)

    def on_pages(_status: int, remaining: int, total: int) -> None:
        step(feedback, 0.9 * (1.0 - remaining / max(total, 1)))

    try:
        with closing(connect(path, mode="ro")) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target, pages=_PAGES, progress=on_pages, sleep=0.01)
            # WAL mode, in which QGIS edits, would leave files beside the copy.
            target.execute("PRAGMA journal_mode = DELETE")
            answer = target.execute("PRAGMA quick_check").fetchone()[0]
        if answer != "ok":
            raise sqlite3.DatabaseError(answer)
        with copy.open("rb+") as file:
            os.fsync(file.fileno())
        copy.chmod(path.stat().st_mode & 0o777)
        yield copy
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                Path(name + ending).unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "No backup of {path} was made."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The computer says: {error}."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin",
                "The database and its older backups are as they were. Check that the disk is not full and that you may "
                "write in the folder.",
            ),
            path=path,
            error=error,
        ) from error


def _stamp() -> str:
    return datetime.now(LOCAL_ZONE).strftime(_STAMP)


def _has_journal(path: Path) -> bool:
    """Does SQLite keep changes beside the file, which then has the time of an earlier one?"""
    journal = path.with_name(path.name + "-wal")
    return journal.exists() and journal.stat().st_size > 0


def _escaped(stem: str) -> str:
    return re.sub(r"([\[*?])", r"[\1]", stem)


def _same_content(one: Path, other: Path) -> bool:
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as first, other.open("rb") as second:
        for file in (first, second):
            file.seek(_HEADER_BYTES)
        while block := first.read(_BLOCK_BYTES):
            if block != second.read(_BLOCK_BYTES):
                return False
    return True
