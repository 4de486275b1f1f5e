# SPDX-License-Identifier: GPL-2.0-or-later
"""Where do the photos of a database lie, and how does a copy come without what a camera wrote into it?"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote
from uuid import uuid4

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, Qt
from qgis.PyQt.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from est_plugin.db.file_database import FileDatabase
from est_plugin.errors import QT_TRANSLATE_NOOP, EstError, InputError

if TYPE_CHECKING:
    from est_plugin.db.database import Database

_SERVER_FOLDERS = "est_plugin/photo-folders"
#: What a camera or a scanner writes; a drawing such as SVG may fetch what it shows from elsewhere.
FORMATS = ("jpg", "jpeg", "png", "webp", "tif", "tiff", "bmp", "heic", "heif")
_HEIC = ("heic", "heif")
_QUALITY = 85


def photo_folder(database: Database) -> Path | None:
    """Folder of the photos: beside a file; for a server the one chosen on this computer, None before that."""
    if isinstance(database, FileDatabase):
        return database.path.with_name(f"{database.path.stem}_photos")
    chosen = QgsSettings().value(_setting(database), "")
    return Path(chosen) if chosen else None


def choose_photo_folder(database: Database, folder: Path) -> None:
    """Keep where the photos of a database on a server are, as this computer sees it."""
    QgsSettings().setValue(_setting(database), str(folder))


def _setting(database: Database) -> str:
    return f"{_SERVER_FOLDERS}/{quote(database.key, safe='')}"


def photo_name(observation: str, content: bytes) -> str:
    """File name for a photo of an observation (a uuid): plain ASCII, one name for one original (its bytes)."""
    return f"{observation}_{sha256(content).hexdigest()[:8]}.jpg"


def take_in(source: Path, folder: Path, observation: str) -> str:
    """Copy a photo without metadata into the photo folder, made if it is missing; returns its name there.

    Raises InputError and EstError as ``copy_without_metadata`` does.
    """
    content = without_metadata(source)
    name = photo_name(observation, source.read_bytes())
    _write(folder / name, content)
    return name


def copy_without_metadata(source: Path, target: Path, longest_px: int = 2000) -> None:
    """Write the picture as an upright JPEG that holds nothing but the picture: no EXIF, GPS, XMP, thumbnail, comment.

    Its longest side has at most ``longest_px`` pixels. A file at ``target`` is replaced whole or not at all.

    Raises InputError if ``source`` is no picture that can be read, EstError if ``target`` cannot be written.
    """
    _write(target, without_metadata(source, longest_px))


def without_metadata(source: Path, longest_px: int = 2000) -> bytes:
    """The bytes of that JPEG; see ``copy_without_metadata``."""
    image = _bare(_read(source, longest_px))
    content, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    if not writer.write(image):
        raise _unreadable(source, writer.errorString())
    return bytes(content)


def _read(source: Path, longest_px: int) -> QImage:
    """The picture, upright, scaled down while it is read so that a large one needs no large memory."""
    reader = QImageReader(str(source))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    if bytes(reader.format()).decode() not in FORMATS:
        raise _unreadable(source, reader.errorString())
    size = reader.size()
    if max(size.width(), size.height()) > longest_px:
        reader.setScaledSize(size.scaled(longest_px, longest_px, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise _unreadable(source, reader.errorString())
    return image


def _bare(image: QImage) -> QImage:
    """The pixels on white, in common colours, without the texts and the profile that an image carries along."""
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    bare = QImage(image.size(), QImage.Format.Format_RGB32)
    bare.fill(Qt.GlobalColor.white)
    painter = QPainter(bare)
    painter.drawImage(bare.rect(), image)
    painter.end()
    return bare


def _write(target: Path, content: bytes) -> None:
    """Write beside the place, then move there."""
    draft = target.with_name(f".{uuid4()}.draft")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            # No tempfile: that is for its owner's eyes only, and colleagues look at the photos too.
            with draft.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise EstError(
            QT_TRANSLATE_NOOP("est_plugin", "The photo {name} could not be copied."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The folder {folder} refuses it: {error}."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Check that the folder is there, has room, and that you may write to it; then try again."
            ),
            name=target.name,
            folder=target.parent,
            error=error.strerror or error,
        ) from error


def _unreadable(source: Path, error: str) -> InputError:
    if not source.is_file():
        return InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The photo {name} is not there."),
            why=QT_TRANSLATE_NOOP("est_plugin", "No file has the name {path}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose the photo again."),
            name=source.name,
            path=source,
        )
    if source.suffix.lower().lstrip(".") in _HEIC:
        return InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The photo {name} cannot be read."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It is in the phone's HEIC format, which this computer cannot show."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Save it as JPEG on the phone, then choose that file."),
            name=source.name,
        )
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "The photo {name} cannot be read."),
        why=QT_TRANSLATE_NOOP("est_plugin", "It is no whole picture: {error}."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a photo in JPEG or PNG."),
        name=source.name,
        error=error,
    )
