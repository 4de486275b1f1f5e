# SPDX-License-Identifier: GPL-2.0-or-later
"""Which layer is the register of street lamps, and what do its fields mean? Asked once, then remembered.

The project remembers the layer and its fields; the settings remember the fields of a source for other projects, under
a digest, since the source of a layer may hold a password.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from qgis.core import QgsVectorLayer

from est_plugin.layers import roles
from est_plugin.layers.lamp_layer import TOWN_LAMPS, LampMapping
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from qgis.core import QgsProject, QgsSettingsEntryString

_SCOPE, _LAYER, _MAPPING = "est_plugin", "lamp_layer", "lamp_fields"
#: Registers that the settings remember, the latest.
_MOST = 20


def lamp_layer(project: QgsProject) -> QgsVectorLayer | None:
    """The layer that a person chose, else the lamps of the database; None without either."""
    chosen = project.mapLayer(project.readEntry(_SCOPE, _LAYER)[0])
    return chosen if isinstance(chosen, QgsVectorLayer) else roles.find(project, LayerRole.LAMPS)


def mapping_of(project: QgsProject, layer: QgsVectorLayer, known: QgsSettingsEntryString) -> LampMapping | None:
    """What the fields of the layer mean; None if nobody said so yet. ``known`` is the entry of the settings."""
    if project.readEntry(_SCOPE, _LAYER)[0] == layer.id():
        mapping = _mapping(_parsed(project.readEntry(_SCOPE, _MAPPING)[0]))
        if mapping is not None:
            return mapping
    if roles.role_of(layer) is LayerRole.LAMPS:
        return TOWN_LAMPS
    return _mapping(_parsed(known.value()).get(_key(layer)))


def remember(project: QgsProject, layer: QgsVectorLayer, mapping: LampMapping, known: QgsSettingsEntryString) -> None:
    """Use the layer with these fields from now on, and the fields for its source in other projects too."""
    plain = {name: sorted(value) if isinstance(value, frozenset) else value for name, value in asdict(mapping).items()}
    project.writeEntry(_SCOPE, _LAYER, layer.id())
    project.writeEntry(_SCOPE, _MAPPING, json.dumps(plain))
    others = {key: value for key, value in _parsed(known.value()).items() if key != _key(layer)}
    latest = list({**others, _key(layer): plain}.items())[-_MOST:]
    known.setValue(json.dumps(dict(latest)))


def _key(layer: QgsVectorLayer) -> str:
    return hashlib.sha256(f"{layer.providerType()} {layer.source()}".encode()).hexdigest()


def _parsed(text: str) -> dict[str, Any]:
    """A project file may have been written by hand."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _mapping(plain: object) -> LampMapping | None:
    if not isinstance(plain, dict) or not plain:
        return None
    texts = {name: str(plain.get(name, "")) for name in ("status_field", "pole_field", "owner_field")}
    values = {name: frozenset(map(str, plain.get(name) or ())) for name in ("working", "broken")}
    return LampMapping(**texts, **values)  # type: ignore[arg-type] # texts and sets, as the names say
