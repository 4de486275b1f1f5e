# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pictures of the background were drawn before? Kept in the profile until the map or its style changes.

Backgrounds hold no incident: only the town, as the layers below the group EST show it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import tempfile
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsPathResolver,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsSymbolLayerUtils,
    QgsVectorLayer,
)

from est_plugin import paths
from est_plugin.db.file_contents import content_mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from qgis.core import QgsMapLayer

    from est_plugin.export.plan import BackgroundLayer

#: Kept in all, in bytes; what was used longest ago goes first.
_MOST_BYTES = 300_000_000
#: A map from a server may be another tomorrow, and nobody tells.
_A_DAY = 24 * 3600
#: Providers of tables that are read faster than they are drawn.
_DATABASES = ("postgres",)
_SUFFIX = ".zip"
#: Of a file that is being written, or that a killed program left.
_HALF = ".part"
#: Drawings and pictures that a style takes from beside it.
_PICTURE = re.compile(r'"([^"<>|]+\.(?:svg|png|jpe?g))"', re.IGNORECASE)


@dataclass(frozen=True)
class BackgroundCache:
    """The pictures of one background; without a ``mark`` nothing is kept."""

    #: Of everything that decides how the background looks.
    mark: str | None
    #: Seconds for which a picture holds; None for ever.
    seconds: float | None = None

    @classmethod
    def of(cls, background: Sequence[BackgroundLayer], layers: Sequence[QgsMapLayer]) -> BackgroundCache:
        """The cache of a background and its opened layers. Runs in the thread that opened them."""
        marks = [_mark(said, opened) for said, opened in zip(background, layers, strict=True)]
        known = [mark for mark in marks if mark is not None]
        if not layers or len(known) < len(marks):
            return cls(None)
        is_far = any(_parts(layer).get("url") for layer in layers)
        return cls(_digest(Qgis.version(), paths.version(), *known), _A_DAY if is_far else None)

    def each(
        self, whats: Sequence[object], draw: Callable[[Sequence[int]], Iterable[Mapping[str, bytes]]]
    ) -> list[Mapping[str, bytes]]:
        """Pictures by their names for each of ``whats``, told from each other by their repr.

        ``draw`` draws those, by their places in the list, that are not there.
        """
        found = [self._read(what) for what in whats]
        missing = [place for place, pictures in enumerate(found) if pictures is None]
        for place, pictures in zip(missing, draw(missing), strict=True):
            found[place] = pictures
            self._keep(whats[place], pictures)
        if missing and self.mark is not None:
            _make_room(paths.background_folder())
        return [pictures for pictures in found if pictures is not None]

    def _path(self, what: object) -> Path | None:
        return None if self.mark is None else paths.background_folder() / f"{_digest(self.mark, repr(what))}{_SUFFIX}"

    def _read(self, what: object) -> Mapping[str, bytes] | None:
        """None if they are not there, too old or damaged."""
        path = self._path(what)
        if path is None:
            return None
        try:
            if self.seconds is not None and time.time() - path.stat().st_mtime > self.seconds:
                return None
            with zipfile.ZipFile(path) as archive:
                found = {name: archive.read(name) for name in archive.namelist()}
            if self.seconds is None:
                os.utime(path)
        except (OSError, zipfile.BadZipFile, EOFError):
            return None
        return found

    def _keep(self, what: object, pictures: Mapping[str, bytes]) -> None:
        """Write them beside their place and move them there; without room they are drawn again next time."""
        path = self._path(what)
        if path is None:
            return
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, suffix=_HALF)
            try:
                with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
                    for key, picture in pictures.items():
                        archive.writestr(key, picture)
                Path(name).replace(path)
            finally:
                Path(name).unlink(missing_ok=True)


def _make_room(folder: Path) -> None:
    """Another QGIS may take the same files away, or hold them, at the same moment."""
    states = [(path, state) for path in folder.glob("*") if (state := _state(path)) is not None]
    kept = sorted((state.st_mtime, state.st_size, path) for path, state in states if path.suffix == _SUFFIX)
    size = sum(each for _, each, _ in kept)
    surplus = [path for path, state in states if path.suffix == _HALF and time.time() - state.st_mtime > _A_DAY]
    for _, each, path in kept:
        if size <= _MOST_BYTES:
            break
        surplus.append(path)
        size -= each
    for path in surplus:
        with contextlib.suppress(OSError):
            path.unlink()


def _state(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def _mark(said: BackgroundLayer, opened: QgsMapLayer) -> str | None:
    """Another value whenever the layer looks another; None for one of which nobody can tell."""
    contents = None if said.copy is not None else _contents(opened)
    if contents is None:
        return None
    context = "" if said.transform_context is None else repr(said.transform_context.coordinateOperations())
    return _digest(said.provider, said.source, said.style, said.crs_wkt, context, *contents, *_pictures(said.style))


def _contents(opened: QgsMapLayer) -> Sequence[str] | None:
    """What the layer holds; empty for a map from a server, which holds for a day."""
    parts = _parts(opened)
    path = Path(str(parts.get("path") or ""))
    if path.is_file():
        beside = [Path(each) for each in _files_of(opened) if Path(each) != path]
        states = (
            f"{each} {state.st_mtime_ns} {state.st_size}" for each in beside if (state := _state(each)) is not None
        )
        return (*content_mark(path, str(parts.get("layerName") or "")), *states)
    if isinstance(opened, QgsVectorLayer):
        return _rows(opened) if opened.providerType() in _DATABASES else None
    return () if parts.get("url") else None


def _files_of(layer: QgsMapLayer) -> list[str]:
    """Of a picture all files that it is put together from: a mosaic names others."""
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal":
        return []
    dataset = gdal.Open(layer.source())
    return list(dataset.GetFileList() or ()) if dataset is not None else []


def _pictures(style: str) -> list[str]:
    """The states of the files that a style shows."""
    found = sorted(set(_PICTURE.findall(style)))
    resolver = QgsPathResolver()
    files = (Path(QgsSymbolLayerUtils.svgSymbolNameToPath(name, resolver) or name) for name in found)
    return list(_told(files))


def _told(files: Iterable[Path]) -> Iterator[str]:
    """When each was changed, and how large it is; nothing of one that is not there."""
    for file in files:
        state = _state(file)
        if state is not None:
            yield f"{file} {state.st_mtime_ns} {state.st_size}"


def _rows(layer: QgsVectorLayer) -> Sequence[str]:
    """All that a table of a server holds, in short."""
    digest = hashlib.sha256()
    for feature in layer.getFeatures():
        digest.update(bytes(feature.geometry().asWkb()))
        digest.update(repr(feature.attributes()).encode())
    return (digest.hexdigest(),)


def _parts(layer: QgsMapLayer) -> Mapping[str, object]:
    return QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
