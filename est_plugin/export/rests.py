# SPDX-License-Identifier: GPL-2.0-or-later
"""What did a killed program leave behind in a folder of packages? Rests go, a package that was set aside returns."""

from __future__ import annotations

import shutil
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from est_plugin.db import file_lock
from est_plugin.errors import DatabaseError

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX = ".est-package-"
#: Where the older package waits while the new one takes its place.
SET_ASIDE = "old"
#: A computer that is not seen to live, and the moment before a lock is taken, get so long.
_A_DAY = 24 * 3600
#: Virus scanners and clients that sync hold a folder for a moment; seconds.
_PAUSES = (0.05, 0.2, 0.5)


@contextmanager
def work_in(folder: Path) -> Iterator[Path]:
    """A hidden folder below ``folder``, gone afterwards whatever happens; its lock tells others that it is worked in.

    It stays with a package in it that was set aside and could not be put back: the next export tries again.

    Raises OSError if it cannot be made, and DatabaseError if no lock can be put beside it.
    """
    work = Path(mkdtemp(dir=folder, prefix=_PREFIX))
    try:
        lock = _taken(work)
    except (OSError, DatabaseError):
        shutil.rmtree(work, ignore_errors=True)
        raise
    try:
        yield work
    finally:
        with suppress(OSError):
            _settle(work, folder)
        if _waits(work):
            lock.abandon()
        else:
            shutil.rmtree(work, ignore_errors=True)
            lock.release()


def _taken(work: Path) -> file_lock.FileLock:
    try:
        return file_lock.take(work)
    except DatabaseError as error:
        # What is told of a database helps nobody here; what the system says does.
        if isinstance(error.__cause__, OSError):
            raise error.__cause__ from error
        raise


def clear_rests(folder: Path) -> None:
    """Remove what killed programs left in ``folder``; a package that one of them had set aside comes back first.

    Only what is ours, and only if nobody works in it. What cannot be removed stays; it is hidden and does no harm.
    """
    for work in sorted(folder.glob(f"{_PREFIX}*")):
        if work.is_dir() and not work.is_symlink() and not _is_worked_in(work):
            with suppress(OSError):
                _settle(work, folder)
                shutil.rmtree(work)
                file_lock.lock_path(work).unlink(missing_ok=True)
    for lock in folder.glob(f"{_PREFIX}*{file_lock.ENDING}"):
        work = lock.with_name(lock.name.removesuffix(file_lock.ENDING))
        if not work.exists() and file_lock.holder_of(work) is None:
            lock.unlink(missing_ok=True)


def _is_worked_in(work: Path) -> bool:
    lock = file_lock.lock_path(work)
    if file_lock.holder_of(work) is not None:
        return True
    # The lock of another computer may not be seen here, and one that is about to be taken is not there yet.
    seen = lock if lock.exists() else work
    return not file_lock.was_taken_here(work) and time.time() - seen.stat().st_mtime < _A_DAY


def _settle(work: Path, folder: Path) -> None:
    """End a move that was broken off: what was set aside returns, or the zip follows its folder.

    Raises OSError if it cannot; then all is as it was.
    """
    for package in sorted((work / SET_ASIDE).glob("*")):
        if not (folder / package.name).exists():
            move(package, folder / package.name)
        else:
            shutil.rmtree(package)
    for packed in sorted(work.glob("*.zip")):
        has_moved = (folder / packed.stem).exists() and not (work / packed.stem).exists()
        if has_moved:
            packed.replace(folder / packed.name)


def _waits(work: Path) -> bool:
    """Does a package wait there to be put back?"""
    return any((work / SET_ASIDE).glob("*"))


def move(source: Path, target: Path) -> None:
    """Rename, once more if another program looks into the folder at that moment. Raises OSError."""
    for pause in _PAUSES:
        try:
            source.rename(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    source.rename(target)
