# SPDX-License-Identifier: GPL-2.0-or-later
"""Where may a GeoPackage be edited: not on a network drive, and not in a folder that a program copies to a cloud.

SQLite needs locks that hold, which network file systems do not promise; a program that copies the file while it is
written to makes a copy that lacks a part of it (https://www.sqlite.org/howtocorrupt.html, sections 1.2 and 2.1).
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QStorageInfo

from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError

if TYPE_CHECKING:
    from collections.abc import Mapping

#: As the operating system names them.
_NETWORK_FILE_SYSTEMS = frozenset(
    {"9p", "afpfs", "afs", "ceph", "cifs", "coda", "davfs", "davfs2", "fuse.davfs2", "fuse.gvfs-fuse-daemon"}
    | {"fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.rclone", "fuse.sshfs", "fuse.vmhgfs-fuse", "lustre", "ncpfs", "nfs"}
    | {"nfs3", "nfs4", "prl_fs", "smb", "smb2", "smb3", "smbfs", "vboxsf", "virtiofs", "webdav"}
)
_CLOUD_FILE_SYSTEMS = frozenset({"fuse.google-drive-ocamlfuse", "fuse.insync", "fuse.onedriver"})
#: Variables in which the programs say where their folder is.
_CLOUD_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
#: Files that the programs keep at the top of their folder.
_CLOUD_MARKERS = (".dropbox", ".dropbox.cache", ".nextcloudsync.log", ".owncloudsync.log", ".tmp.driveupload")
#: The names that the programs give their folder, in a person's own folder or at the root of a disk.
_CLOUD_NAMES = re.compile(
    r"onedrive|dropbox( \(.+\))?|(my |min )?google ?drive( \(.+\))?|my drive|min enhet|delade enheter|shared drives"
    r"|icloud ?drive|nextcloud\d*|owncloud\d*|box|box sync|pclouddrive|sync\.com"
)
#: Names that nothing else has, wherever they stand.
_CLOUD_NAMES_ANYWHERE = re.compile(r"onedrive - .+|com~apple~clouddocs|\.dropbox\.cache")


class PlaceKind(StrEnum):
    """What a folder is, as far as it matters to a file that is written to."""

    LOCAL = "local"
    NETWORK = "network"
    CLOUD = "cloud"


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What the computer says of a place."""

    file_system: str = ""
    is_remote_drive: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)
    #: Names of the files in the folders above the place.
    neighbours: frozenset[str] = frozenset()


def kind_of(path: PurePath, around: Surroundings) -> PlaceKind:
    """What kind of place ``path`` is, an absolute path of this or another operating system."""
    parts = [part.casefold() for part in path.parts]
    if _is_cloud(path, parts, around):
        return PlaceKind.CLOUD
    if around.is_remote_drive or around.file_system.casefold() in _NETWORK_FILE_SYSTEMS:
        return PlaceKind.NETWORK
    if _is_unc(path) or "gvfs" in parts[1:5] or ".gvfs" in parts:
        return PlaceKind.NETWORK
    return PlaceKind.LOCAL


def kind_on_this_computer(path: Path) -> PlaceKind:
    """What kind of place the folder of ``path`` is, also where the path leads to it by a link."""
    kinds = [kind_of(place, _surroundings(place)) for place in (path.absolute(), path.resolve())]
    return next((kind for kind in kinds if kind is not PlaceKind.LOCAL), PlaceKind.LOCAL)


def refusal_of(path: Path) -> DatabaseError | None:
    """Why a database at ``path`` may not be edited; None if it may."""
    match kind_on_this_computer(path):
        case PlaceKind.NETWORK:
            why = QT_TRANSLATE_NOOP(
                "est_plugin", "It lies on a network drive, where the edits of two people can damage the file."
            )
        case PlaceKind.CLOUD:
            why = QT_TRANSLATE_NOOP(
                "est_plugin",
                "It lies in a folder that a program copies to a cloud, and a copy made during an edit is damaged.",
            )
        case PlaceKind.LOCAL:
            return None
    return DatabaseError(
        QT_TRANSLATE_NOOP("est_plugin", "The database {path} can only be read where it lies."),
        why=why,
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin", "Move it to a disk of this computer, or use a database on a server (PostGIS)."
        ),
        path=path,
    )


def _is_cloud(path: PurePath, parts: list[str], around: Surroundings) -> bool:
    if around.file_system.casefold() in _CLOUD_FILE_SYSTEMS or around.neighbours & set(_CLOUD_MARKERS):
        return True
    folders = [around.environment.get(name, "") for name in _CLOUD_VARIABLES]
    if any(folder and _is_inside(path, folder) for folder in folders):
        return True
    if any(_CLOUD_NAMES_ANYWHERE.fullmatch(part) for part in parts[:-1]):
        return True
    if "library" in parts and parts[parts.index("library") + 1 :][:1] == ["cloudstorage"]:
        return True
    return any(_CLOUD_NAMES.fullmatch(part) for part in _chosen_folders(parts[:-1]))


def _chosen_folders(parts: list[str]) -> list[str]:
    """The folders in which such a program puts its own: right below the root, or below a person's folder."""
    below_root = parts[1:2]
    is_home = parts[1:2] in (["users"], ["home"])
    return below_root + (parts[3:4] if is_home else parts[2:3] if parts[1:2] == ["root"] else [])


def _is_inside(path: PurePath, folder: str) -> bool:
    # The class of the path compares as its operating system does.
    return path.is_relative_to(type(path)(folder))


def _is_unc(path: PurePath) -> bool:
    """Is it ``\\\\server\\share``? A drive by its long name, ``\\\\?\\C:``, is not."""
    if isinstance(path, PurePosixPath):
        return str(path).startswith("//")
    drive = path.drive.replace("/", "\\").casefold()
    if drive.startswith(("\\\\?\\", "\\\\.\\")):
        return drive.startswith("\\\\?\\unc")
    return drive.startswith("\\\\")


def _surroundings(path: Path) -> Surroundings:
    folder = next((parent for parent in path.parents if parent.exists()), path)
    return Surroundings(
        file_system=bytes(QStorageInfo(str(folder)).fileSystemType()).decode(errors="replace"),
        is_remote_drive=_is_remote_drive(path),
        environment=os.environ,
        neighbours=frozenset(
            marker for parent in path.parents for marker in _CLOUD_MARKERS if _is_marker(parent / marker)
        ),
    )


def _is_marker(path: Path) -> bool:
    # Dropbox keeps its own settings in ~/.dropbox, a folder; the marker in the folder that it copies is a file.
    try:
        return path.is_file() or (path.name != ".dropbox" and path.is_dir())
    except OSError:
        return False


def _is_remote_drive(path: Path) -> bool:
    """Is it a network drive with a letter? Qt calls it NTFS like any other."""
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415 (needed on Windows only)

    drive_remote = 4  # winbase.h
    root = PureWindowsPath(path.anchor)
    return bool(ctypes.windll.kernel32.GetDriveTypeW(str(root)) == drive_remote)
