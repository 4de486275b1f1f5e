# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts a package in its place, whole or not at all: checked, listed, zipped, moved."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.export.gate import check_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MANIFEST = "MANIFEST.json"


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
    """A hidden folder on the same disk, gone afterwards whatever happens.

    Raises ExportError if it cannot be made.
    """
    with told_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(dir=folder, prefix=".est-package-"))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def seal(draft: Path, facts: Mapping[str, object]) -> Path:
    """Check every file, add the manifest, flush all to the disk and zip it; returns the zip beside the draft.

    Raises ExportError if a file is empty or may not go out.
    """
    files = sorted(path for path in draft.rglob("*") if path.is_file())
    for path in files:
        if path.stat().st_size == 0:
            raise ExportError(
                QT_TRANSLATE_NOOP("est_plugin", "The package was not handed out: {file} is empty."),
                why=QT_TRANSLATE_NOOP("est_plugin", "It could not be written to its end."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Check that the disk is not full and try again."),
                file=path.name,
            )
        check_file(path)
    sums = {path.relative_to(draft).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    manifest = draft / MANIFEST
    manifest.write_text(json.dumps({**facts, "sha256": sums}, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    check_file(manifest)
    packed = draft.with_name(f"{draft.name}.zip")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in (*files, manifest):
            archive.write(path, f"{draft.name}/{path.relative_to(draft).as_posix()}")
    for path in (*files, manifest, packed):
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    return packed


def move_into_place(draft: Path, packed: Path, folder: Path) -> tuple[Path, Path]:
    """Replace the old package and its zip by the new ones; a failure brings the old ones back."""
    target, zip_target, old = folder / draft.name, folder / packed.name, draft.with_name("old")
    had_old = target.exists()
    if had_old:
        target.rename(old)
    try:
        draft.rename(target)
        packed.replace(zip_target)
    except OSError:
        if target.exists():
            target.rename(draft)
        if had_old:
            old.rename(target)
        raise
    return target, zip_target
