# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts a package in its place, whole or not at all: checked, listed, zipped, moved."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.export.archive import pack, packed_findings
from est_plugin.export.gate import check_files
from est_plugin.export.gate_findings import refused
from est_plugin.export.manifest import MANIFEST
from est_plugin.export.rests import SET_ASIDE, clear_rests, move, work_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from est_plugin.export.gate_rules import GateRules

#: With the name of the package's folder: room is left for where it is unpacked (Windows takes 260 signs).
LONGEST_NAME = 120


@contextmanager
def told_errors(folder: Path) -> Iterator[None]:
    """Turn what the file system says into what a person can act on."""
    try:
        yield
    except OSError as error:
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "The map package could not be written in {folder}."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The computer says: {error}."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin",
                "Check that you may write there, that the disk is not full and that no file of an older package is "
                "open.",
            ),
            folder=folder,
            error=error,
        ) from error


@contextmanager
def work_folder(folder: Path) -> Iterator[Path]:
    """A hidden folder on the same disk, gone afterwards whatever happens; what killed programs left there goes too.

    Raises ExportError if it cannot be made.
    """
    with ExitStack() as held:
        with told_errors(folder):
            folder.mkdir(parents=True, exist_ok=True)
            clear_rests(folder)
            work = held.enter_context(work_in(folder))
        yield work


@dataclass(frozen=True)
class Seal:
    """What the files of a package are checked against, and what its manifest says besides their checksums."""

    facts: Mapping[str, object]
    rules: GateRules
    #: The day whose state is told; every file in the zip is of it.
    day: date


def seal(draft: Path, mark: Seal) -> Path:
    """Check every file, add the manifest, flush all to the disk and zip it; returns the zip beside the draft.

    Raises ExportError if a file is empty, may not go out, or is not in the zip as it stands in the folder.
    """
    files = sorted(path for path in draft.rglob("*") if path.is_file() or path.is_symlink())
    for path in files:
        _check_form(draft, path)
    check_files(draft, files, mark.rules)
    sums = {path.relative_to(draft).as_posix(): _checksum(path) for path in files}
    manifest = draft / MANIFEST
    text = json.dumps({**mark.facts, "sha256": sums}, ensure_ascii=False, indent=2) + "\n"
    manifest.write_bytes(text.encode())
    check_files(draft, [manifest], mark.rules)
    packed = draft.with_name(f"{draft.name}.zip")
    sums[MANIFEST] = _checksum(manifest)
    pack(draft, (*files, manifest), mark.day, packed)
    for path in (*files, manifest, packed):
        _flush(path)
    if any(_checksum(draft / name) != checksum for name, checksum in sums.items()):
        raise _not_whole(draft.name)
    findings = packed_findings(packed, {f"{draft.name}/{name}": checksum for name, checksum in sums.items()})
    if findings:
        raise refused([(packed.name, finding) for finding in findings])
    return packed


def _check_form(draft: Path, path: Path) -> None:
    """Every file is a file, has contents, and a name that can be unpacked anywhere."""
    name = path.relative_to(draft).as_posix()
    if path.is_symlink() or len(f"{draft.name}/{name}") > LONGEST_NAME:
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "The package was not handed out: {file} cannot be unpacked everywhere."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It is a link, or its name is longer than {longest} signs."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Report this with the name of the file."),
            file=name,
            longest=LONGEST_NAME,
        )
    if path.stat().st_size == 0:
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "The package was not handed out: {file} is empty."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It could not be written to its end."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Check that the disk is not full and try again."),
            file=path.name,
        )


def _not_whole(name: str) -> ExportError:
    return ExportError(
        QT_TRANSLATE_NOOP("est_plugin", "{file} was not handed out: it is not whole."),
        why=QT_TRANSLATE_NOOP("est_plugin", "A file reads differently after it was written."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Check the disk, or write the package to another one."),
        file=name,
    )


def _checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """What stands in a folder is on the disk too; Windows does that by itself."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def move_into_place(draft: Path, packed: Path, folder: Path) -> tuple[Path, Path]:
    """Replace the old package and its zip by the new ones; a failure brings the old ones back.

    What a failure of that, or the end of the program, leaves half done is settled in ``rests``.
    """
    target, zip_target, old = folder / draft.name, folder / packed.name, draft.parent / SET_ASIDE / draft.name
    for path in (draft, *(path for path in draft.rglob("*") if path.is_dir()), draft.parent):
        _flush_folder(path)
    had_old = target.exists()
    if had_old:
        old.parent.mkdir()
        move(target, old)
    try:
        move(draft, target)
        packed.replace(zip_target)
    except OSError:
        if target.exists():
            move(target, draft)
        if had_old:
            move(old, target)
        raise
    _flush_folder(folder)
    return target, zip_target
