# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pictures does the page hold, and how do they stand in it?"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from est_plugin.export.density_pictures import DensityPictures
    from est_plugin.export.frame import Frame
    from est_plugin.export.walk_photos import WalkPhotos


@dataclass(frozen=True)
class WebPictures:
    """The pictures of the page as bytes. ``tiles`` holds the JPEG of each tile by ``z/x_y``."""

    frame: Frame
    tiles: Mapping[str, bytes]
    #: JPEG of the whole map with the hotspots drawn in.
    overview: bytes
    densities: DensityPictures
    photos: WalkPhotos
    #: The closest zoom of the page; None: as close as the places need.
    closest: int | None = None

    @property
    def zooms(self) -> int:
        """How many zooms have tiles."""
        return 1 + max((int(name.split("/")[0]) for name in self.tiles), default=-1)


def data_uri(picture: bytes, kind: str) -> str:
    """The picture as an address that holds it."""
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"
