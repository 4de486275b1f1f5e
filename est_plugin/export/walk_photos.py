# SPDX-License-Identifier: GPL-2.0-or-later
"""Which photos from safety walks go into a package? Few and small, and nothing in them but the picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from est_plugin.errors import InputError
from est_plugin.layers.photos import without_metadata

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from est_plugin.export.plan import PackagePlan

_LONGEST_PX = 800
_MOST_PHOTOS = 12
_MOST_BYTES = 2_000_000


@dataclass(frozen=True)
class WalkPhotos:
    """JPEGs by the file that they were made of, whose name never leaves; how many had no room or could not be read."""

    pictures: Mapping[Path, bytes] = field(default_factory=dict)
    left_out: int = 0
    unreadable: int = 0

    @property
    def size(self) -> int:
        """Bytes of all pictures."""
        return sum(map(len, self.pictures.values()))


def draw_photos(plan: PackagePlan) -> WalkPhotos:
    """Those of the newest walks first; a photo that is lost or damaged does not stop a package."""
    pictures: dict[Path, bytes] = {}
    size = left_out = unreadable = 0
    for photo in _photos(plan):
        if len(pictures) == _MOST_PHOTOS:
            left_out += 1
            continue
        try:
            picture = without_metadata(photo, _LONGEST_PX)
        except InputError:
            unreadable += 1
            continue
        if size + len(picture) > _MOST_BYTES:
            left_out += 1
            continue
        pictures[photo] = picture
        size += len(picture)
    return WalkPhotos(pictures, left_out, unreadable)


def _photos(plan: PackagePlan) -> list[Path]:
    found = (item.photo for walk in plan.observations for place in walk.places for item in place.items if item.photo)
    return list(dict.fromkeys(found))
