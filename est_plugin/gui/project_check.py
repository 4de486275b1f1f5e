# SPDX-License-Identifier: GPL-2.0-or-later
"""Can a project that QGIS has just saved be opened again? On a full disk QGIS says yes and leaves an empty file."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, QTimer

from est_plugin.errors import QT_TRANSLATE_NOOP, EstError
from est_plugin.gui.messages import told

if TYPE_CHECKING:
    from qgis.core import QgsProject

    from est_plugin.gui.messages import Messages

_ENDINGS = (".qgs", ".qgz")
_END = b"</qgis>"
#: Larger projects are checked too, but not kept in memory to be put back.
_KEPT_BYTES = 50 * 1024 * 1024


class ProjectCheck(QObject):
    """Keeps the files while QGIS writes them, reads the new one back, and puts the old ones back if it is broken."""

    def __init__(self, project: QgsProject, messages: Messages) -> None:
        super().__init__()
        self.messages = messages
        self._project = project
        self._path: Path | None = None
        #: What was in the files before; None if there was none.
        self._before: dict[Path, bytes | None] = {}
        self._written_at = 0
        # QGIS says "saved" before it has put a .qgz in place, and nothing when it failed: look when it is done.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._check)
        project.writeProject.connect(self._on_write)

    def unload(self) -> None:
        """Let go of the project."""
        self._project.writeProject.disconnect(self._on_write)
        self._timer.stop()

    @told
    def _on_write(self, _document: object) -> None:
        """QGIS is about to write; the old file is still there."""
        path = Path(self._project.fileName())
        self._path, self._before = None, {}
        if path.suffix.casefold() not in _ENDINGS or self._project.projectStorage() is not None:
            return
        self._path, self._written_at = path, _time_of(path)
        if not path.exists() or is_whole(path):
            self._before = _contents(path, path.with_name(f"{path.stem}_attachments.zip"))
        self._timer.start(0)

    @told
    def _check(self) -> None:
        path, before = self._path, self._before
        self._path, self._before = None, {}
        if path is None:
            return
        # A .qgz that could not be written is left as it was, but QGIS takes the project for saved.
        is_untouched = is_whole(path)
        if is_untouched and _time_of(path) != self._written_at:
            return
        # So that QGIS asks again before it closes the project.
        self._project.setDirty(True)
        raise _broken(path, is_back=is_untouched or (_put_back(before) and path.exists()))


def is_whole(path: Path) -> bool:
    """Does a project file hold a project from its beginning to its end?"""
    try:
        if path.suffix.casefold() == ".qgz":
            with zipfile.ZipFile(path) as archive:
                names = [name for name in archive.namelist() if name.casefold().endswith(".qgs")]
                # Reading a member to its end checks its sum.
                return bool(names) and archive.read(names[0]).rstrip().endswith(_END)
        return path.read_bytes().rstrip().endswith(_END)
    except (OSError, zipfile.BadZipFile, EOFError, ValueError):
        return False


def _time_of(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0


def _contents(*paths: Path) -> dict[Path, bytes | None]:
    """What is in the files, None for one that is not there; nothing at all if they are too large."""
    if sum(path.stat().st_size for path in paths if path.is_file()) > _KEPT_BYTES:
        return {}
    return {path: path.read_bytes() if path.is_file() else None for path in paths}


def _put_back(before: dict[Path, bytes | None]) -> bool:
    """Write the old files again, which needs no more room than they had; were they all put back?"""
    try:
        for path, content in before.items():
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(content)
    except OSError:
        return False
    return bool(before)


def _broken(path: Path, *, is_back: bool) -> EstError:
    return EstError(
        QT_TRANSLATE_NOOP("est_plugin", "The project {path} was not saved."),
        why=QT_TRANSLATE_NOOP("est_plugin", "QGIS could not write it to its end; the disk may be full."),
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin",
            "The project as it was before is in the file. Make room and save again, or save it on another disk, before "
            "you close QGIS.",
        )
        if is_back
        else QT_TRANSLATE_NOOP("est_plugin", "Save it on another disk, under another name, before you close QGIS."),
        path=path,
    )
