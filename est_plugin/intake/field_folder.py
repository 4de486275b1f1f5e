# SPDX-License-Identifier: GPL-2.0-or-later
"""Is a folder that came back from the field whole, and where is what it holds?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_UNFINISHED_ENDINGS = (".part", ".partial", ".tmp", ".crdownload", ".download")
_UNFINISHED_STARTS = (".syncthing.", "~syncthing~", "~$")
#: As Mergin Maps, Nextcloud and Syncthing name what two phones wrote at once.
_CONFLICT_WORDS = ("conflict",)
#: Where phones keep photos.
_PHOTOS = "DCIM"


@dataclass(frozen=True)
class FieldFolder:
    """The folder and its one GeoPackage."""

    folder: Path
    data: Path

    def photo(self, named: str) -> Path | None:
        """The photo that a form names, relative to the folder; None if it is not there, or elsewhere."""
        place = (self.folder / named.replace("\\", "/")).resolve()
        return place if place.is_relative_to(self.folder.resolve()) and place.is_file() else None


def look_into(path: Path) -> FieldFolder:
    """The field package at ``path``, its folder or its GeoPackage.

    Raises InputError if it is not there, still being copied, or holds what two phones wrote at once.
    """
    folder = path if path.is_dir() else path.parent
    files = sorted(_files(path))
    unfinished = [file.name for file in files if _is_unfinished(file.name)]
    if unfinished:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The folder {folder} is still being copied or synchronised."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It holds an unfinished file: {name}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Wait until all is there, then bring it home."),
            folder=folder,
            name=unfinished[0],
        )
    data = [file for file in files if file.suffix.lower() == ".gpkg"]
    conflicts = [file.name for file in files if any(word in file.name.lower() for word in _CONFLICT_WORDS)]
    if conflicts or len(data) > 1:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The folder {folder} holds two versions of the same walk."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Two phones wrote at once, and the app kept both: {name}."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Move each version into a folder of its own, and bring them home one after the other."
            ),
            folder=folder,
            name=", ".join(conflicts or [file.name for file in data]),
        )
    if not data:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "There is no field package in {folder}."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It holds no GeoPackage."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose the folder that came back from the field."),
            folder=folder,
        )
    return FieldFolder(folder, data[0])


def _files(path: Path) -> Iterator[Path]:
    """What belongs to the package; beside a GeoPackage that was chosen by itself, what has its name, and the photos."""
    if path.is_dir():
        places = [path.rglob("*")]
    else:
        starts = path.stem, *(f"{start}{path.stem}" for start in _UNFINISHED_STARTS)
        beside = (file for file in path.parent.glob("*") if file.name.startswith(starts))
        places = [beside, (path.parent / _PHOTOS).rglob("*")] if path.is_file() else []
    for place in places:
        yield from (file for file in place if file.is_file())


def _is_unfinished(name: str) -> bool:
    small = name.lower()
    return small.endswith(_UNFINISHED_ENDINGS) or small.startswith(_UNFINISHED_STARTS)
