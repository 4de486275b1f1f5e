# SPDX-License-Identifier: GPL-2.0-or-later
"""Which sign does a measure have, on the map and beside it? Told apart by shape, never by colour alone."""

from __future__ import annotations

import base64
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from est_plugin import paths
from est_plugin.domain.measure import LIGHTING, SIGNAGE, TRAFFIC_BAN
from est_plugin.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from est_plugin.export.plan import PackagePlan


class MeasureSign(StrEnum):
    """The value is the name of the icon, the same as on the buttons that draw such a measure."""

    LIGHTING = "lighting"
    SIGNAGE = "signage"
    TRAFFIC_BAN = "traffic_ban"
    OTHER = "measure"

    @classmethod
    def of(cls, kind: str) -> MeasureSign:
        """The sign of a measure kind, by its code."""
        return _SIGNS.get(kind, cls.OTHER)

    @property
    def label(self) -> str:
        """Source text of the sign's name."""
        return _LABELS[self]

    @property
    def color(self) -> str:
        """Colour of a stretch or an area, between black edges."""
        return _COLORS[self]

    @property
    def dashes(self) -> tuple[float, float] | None:
        """Dash and gap of a stretch in widths of its line; None: whole."""
        return _DASHES[self]


_SIGNS = {LIGHTING: MeasureSign.LIGHTING, SIGNAGE: MeasureSign.SIGNAGE, TRAFFIC_BAN: MeasureSign.TRAFFIC_BAN}
_LABELS = {
    MeasureSign.LIGHTING: QT_TRANSLATE_NOOP("est_plugin", "Lighting"),
    MeasureSign.SIGNAGE: QT_TRANSLATE_NOOP("est_plugin", "Signage"),
    MeasureSign.TRAFFIC_BAN: QT_TRANSLATE_NOOP("est_plugin", "Traffic ban"),
    MeasureSign.OTHER: QT_TRANSLATE_NOOP("est_plugin", "Other measure"),
}
_COLORS = {
    MeasureSign.LIGHTING: "#f0c419",
    MeasureSign.SIGNAGE: "#6db3f2",
    MeasureSign.TRAFFIC_BAN: "#ff6b6f",
    MeasureSign.OTHER: "#5fd08c",
}
_DASHES = {
    MeasureSign.LIGHTING: (0.6, 1.4),
    MeasureSign.SIGNAGE: (4.0, 1.5),
    MeasureSign.TRAFFIC_BAN: (1.5, 1.5),
    MeasureSign.OTHER: None,
}


def signs_of(plan: PackagePlan) -> tuple[MeasureSign, ...]:
    """The signs that the plan's map shows, in a fixed order."""
    used = {item.sign for item in plan.measures if item.wkb is not None}
    return tuple(sign for sign in MeasureSign if sign in used)


def icon_rules() -> str:
    """Rules that give the page the icons of all signs."""
    return "".join(
        f".icon-{sign.value} {{ background-image: url(data:image/svg+xml;base64,{_icon(sign)}); }}\n"
        for sign in MeasureSign
    )


def _icon(sign: MeasureSign) -> str:
    return base64.b64encode(Path(paths.icon(sign.value)).read_bytes()).decode()
