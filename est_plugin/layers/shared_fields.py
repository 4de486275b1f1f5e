# SPDX-License-Identifier: GPL-2.0-or-later
"""Which fields stand in several forms?"""

from __future__ import annotations

from est_plugin.domain.info_class import InfoClass
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.layers.form_parts import Choice, Field, Link
from est_plugin.layers.roles import LayerRole

INFO_CLASS = Field(
    "info_class", QT_TRANSLATE_NOOP("est_plugin", "Information class"), Choice(InfoClass), "1", required=True
)
HOTSPOT = Field("hotspot", QT_TRANSLATE_NOOP("est_plugin", "Hotspot"), Link(LayerRole.HOTSPOTS, "name"))
