# SPDX-License-Identifier: GPL-2.0-or-later
"""How do the squares of a public edition look in a picture that QGIS draws?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsFillSymbol

from est_plugin.domain.count_class import CountClass
from est_plugin.export.marks import Mark, marks_layer
from est_plugin.export.public_plan import box_of
from est_plugin.export.public_texts import level_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsVectorLayer

    from est_plugin.export.public_picture import PublicPicture
    from est_plugin.i18n import Language

#: Opacity of the fill of 255 and width of the edge in millimetres, by rank; the same steps as on the page.
_LOOKS = {1: (15, 0.2), 2: (36, 0.4), 3: (61, 0.7), 4: (87, 1.0)}


def square_layers(picture: PublicPicture, authid: str, words: Language) -> Iterator[QgsVectorLayer]:
    """A layer for each step that occurs, the highest first, with its digits as labels."""
    for level in sorted(CountClass, reverse=True):
        marks = [Mark(box_of(area.square).wkb, level.span) for area in picture.areas if area.square.level is level]
        opacity, width = _LOOKS[level.rank]
        look = {"color": f"11,61,102,{opacity}", "outline_color": "#0b3d66", "outline_width": str(width)}
        yield marks_layer("Polygon", authid, marks, QgsFillSymbol.createSimple(look), level_text(level, words))
