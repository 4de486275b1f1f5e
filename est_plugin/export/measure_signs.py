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
    """The value is the name of the icon, the same as in the symbols of the map; a kind of a town's own is OTHER."""

    LIGHTING = "lighting"
    SIGNAGE = "signage"
    TRAFFIC_BAN = "traffic_ban"
    BARRIER = "barrier"
    VEGETATION = "vegetation"
    GRAFFITI = "graffiti"
    CLEANING = "cleaning"
    LOCK = "lock"
    CAMERA = "camera"
    GUARD = "guard"
    PATROL = "patrol"
    HOST = "host"
    NIGHT_WALK = "night_walk"
    OUTREACH = "outreach"
    LICENSING = "licensing"
    SITE_VISIT = "site_visit"
    POLICE = "police"
    REDESIGN = "redesign"
    WALK = "measure_walk"
    INFORMATION = "information"
    MAPPING = "mapping"
    OTHER = "measure"

    @classmethod
    def of(cls, kind: str) -> MeasureSign:
        """The sign of a measure kind, by its code."""
        return _SIGNS.get(kind, cls.OTHER)

    @property
    def code(self) -> str:
        """Code of the kind of measure that has it; empty for the kinds of a town's own."""
        return next((code for code, sign in _SIGNS.items() if sign is self), "")

    @property
    def label(self) -> str:
        """Source text of the sign's name."""
        return _LABELS[self]

    @property
    def color(self) -> str:
        """Colour of a stretch or an area, between black edges; the icon tells those apart that share one."""
        return _COLORS.get(self, "#5fd08c")

    @property
    def dashes(self) -> tuple[float, float] | None:
        """Dash and gap of a stretch in widths of its line; None: whole."""
        return _DASHES.get(self)


_SIGNS = {
    LIGHTING: MeasureSign.LIGHTING,
    SIGNAGE: MeasureSign.SIGNAGE,
    TRAFFIC_BAN: MeasureSign.TRAFFIC_BAN,
    "HIN": MeasureSign.BARRIER,
    "VEG": MeasureSign.VEGETATION,
    "KLO": MeasureSign.GRAFFITI,
    "STÄ": MeasureSign.CLEANING,
    "SKA": MeasureSign.LOCK,
    "KAM": MeasureSign.CAMERA,
    "OV": MeasureSign.GUARD,
    "VÄK": MeasureSign.PATROL,
    "VÄR": MeasureSign.HOST,
    "NAT": MeasureSign.NIGHT_WALK,
    "FÄL": MeasureSign.OUTREACH,
    "KRO": MeasureSign.LICENSING,
    "PLB": MeasureSign.SITE_VISIT,
    "POL": MeasureSign.POLICE,
    "MÖB": MeasureSign.REDESIGN,
    "VAN": MeasureSign.WALK,
    "INF": MeasureSign.INFORMATION,
    "KAR": MeasureSign.MAPPING,
}
_LABELS = {
    MeasureSign.LIGHTING: QT_TRANSLATE_NOOP("est_plugin", "Lighting"),
    MeasureSign.SIGNAGE: QT_TRANSLATE_NOOP("est_plugin", "Signage"),
    MeasureSign.TRAFFIC_BAN: QT_TRANSLATE_NOOP("est_plugin", "Traffic ban"),
    MeasureSign.BARRIER: QT_TRANSLATE_NOOP("est_plugin", "Barrier or bollard"),
    MeasureSign.VEGETATION: QT_TRANSLATE_NOOP("est_plugin", "Vegetation clearing"),
    MeasureSign.GRAFFITI: QT_TRANSLATE_NOOP("est_plugin", "Graffiti removal"),
    MeasureSign.CLEANING: QT_TRANSLATE_NOOP("est_plugin", "Cleaning"),
    MeasureSign.LOCK: QT_TRANSLATE_NOOP("est_plugin", "Target hardening"),
    MeasureSign.CAMERA: QT_TRANSLATE_NOOP("est_plugin", "Camera"),
    MeasureSign.GUARD: QT_TRANSLATE_NOOP("est_plugin", "Public order guard"),
    MeasureSign.PATROL: QT_TRANSLATE_NOOP("est_plugin", "Security patrol"),
    MeasureSign.HOST: QT_TRANSLATE_NOOP("est_plugin", "Safety or place host"),
    MeasureSign.NIGHT_WALK: QT_TRANSLATE_NOOP("est_plugin", "Adult night walks"),
    MeasureSign.OUTREACH: QT_TRANSLATE_NOOP("est_plugin", "Outreach youth work"),
    MeasureSign.LICENSING: QT_TRANSLATE_NOOP("est_plugin", "Joint licensing inspection"),
    MeasureSign.SITE_VISIT: QT_TRANSLATE_NOOP("est_plugin", "Site visit with owner"),
    MeasureSign.POLICE: QT_TRANSLATE_NOOP("est_plugin", "Police presence"),
    MeasureSign.REDESIGN: QT_TRANSLATE_NOOP("est_plugin", "Redesign or activation"),
    MeasureSign.WALK: QT_TRANSLATE_NOOP("est_plugin", "Safety walk"),
    MeasureSign.INFORMATION: QT_TRANSLATE_NOOP("est_plugin", "Information to residents"),
    MeasureSign.MAPPING: QT_TRANSLATE_NOOP("est_plugin", "In-depth mapping"),
    MeasureSign.OTHER: QT_TRANSLATE_NOOP("est_plugin", "Other measure"),
}
_COLORS = {
    MeasureSign.LIGHTING: "#f0c419",
    MeasureSign.SIGNAGE: "#6db3f2",
    MeasureSign.TRAFFIC_BAN: "#ff6b6f",
    MeasureSign.BARRIER: "#ff6b6f",
}
_DASHES = {
    MeasureSign.LIGHTING: (0.6, 1.4),
    MeasureSign.SIGNAGE: (4.0, 1.5),
    MeasureSign.TRAFFIC_BAN: (1.5, 1.5),
    MeasureSign.BARRIER: (0.5, 0.5),
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
