# SPDX-License-Identifier: GPL-2.0-or-later
"""Which layers and fields may a GeoPackage that goes along have? The gate asks here, not the writer: two must agree."""

from __future__ import annotations

_MEASURE = (
    "nr slag slag_kod titel status status_kod klart_senast forsenad hotspot_rang ansvarig"
    " number kind kind_code title status_code due overdue hotspot_rank owner"
)
#: Swedish names first, then the English ones, of each layer and its fields.
_LAYERS = {
    "handelser incidents": (
        "kategori grupp organisation dag veckodag tid_pa_dygnet category category_group day weekday time_of_day"
    ),
    "hotspots": (
        "rang namn status status_kod antal antal_fore skillnad bedomning vanligast"
        " rank name status_code incidents incidents_before difference verdict most_common"
    ),
    "atgarder_punkter measure_points": _MEASURE,
    "atgarder_strackor measure_lines": _MEASURE,
    "atgarder_ytor measure_areas": _MEASURE,
    "vandringar walks": "titel status langd_m minuter title metres minutes",
    "stopp stops": "nr plats vandring number place walk",
}
_ROW = frozenset({"fid", "geom"})


def allowed_fields(layer: str) -> frozenset[str] | None:
    """The fields that a layer of this name may have; None if no package has a layer of it."""
    for names, fields in _LAYERS.items():
        if layer in names.split():
            return _ROW | frozenset(fields.split())
    return None
