# SPDX-License-Identifier: GPL-2.0-or-later
"""Where our layers stand in the layer tree: the group EST at the top, its background group at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeLayer

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.i18n import CONTEXT
from est_plugin.layers import lasting_crs, roles
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qgis.core import QgsLayerTree, QgsMapLayer, QgsProject

    from est_plugin.i18n import Language

_GROUP_PROPERTY = "est/group"
_MAIN = "main"
_BACKGROUND = "background"
_BACKGROUND_ROLES = frozenset({LayerRole.LAMPS, LayerRole.STREETS, LayerRole.BUILDINGS, LayerRole.AREAS})
_ORDER = tuple(LayerRole)


def place(project: QgsProject, layers: Mapping[LayerRole, QgsMapLayer], language: Language) -> None:
    """Add new layers to the project, each at the place of its role; what a person moved stays where it is."""
    root: QgsLayerTreeGroup = project.layerTreeRoot()  # type: ignore[assignment] # the stubs say it may be None
    main = _group(root, _MAIN) or _insert(root, 0, "EST", _MAIN)
    lasting_crs.make_last(layers.values())
    for role, layer in layers.items():
        project.addMapLayer(layer, addToLegend=False)  # noqa: QGS201 (refused for invalid layers only)
        group = _background(main, language) if role in _BACKGROUND_ROLES else main
        group.insertLayer(_position(group, role), layer)


def place_on_top(project: QgsProject, layer: QgsMapLayer) -> None:
    """Add a layer without a role, the answer to a question, at the top of our group."""
    root: QgsLayerTreeGroup = project.layerTreeRoot()  # type: ignore[assignment] # the stubs say it may be None
    main = _group(root, _MAIN) or _insert(root, 0, "EST", _MAIN)
    lasting_crs.make_last([layer])
    project.addMapLayer(layer, addToLegend=False)  # noqa: QGS201 (refused for invalid layers only)
    main.insertLayer(0, layer)


def visible_below(project: QgsProject) -> list[QgsMapLayer]:
    """The visible layers below our group, top layer first: what a person chose as background of the map."""
    root: QgsLayerTree = project.layerTreeRoot()  # type: ignore[assignment] # the stubs say it may be None
    main = _group(root, _MAIN)
    ours = set() if main is None else set(main.findLayerIds())
    order = [layer for layer in root.layerOrder() if layer is not None]
    first = next((index for index, layer in enumerate(order) if layer.id() in ours), 0)
    return [
        layer
        for layer in order[first:]
        if layer.id() not in ours and layer.isSpatial() and root.findLayer(layer.id()).isVisible()
    ]


def _group(parent: QgsLayerTreeGroup, kind: str) -> QgsLayerTreeGroup | None:
    return next(
        (node for node in parent.findGroups(recursive=True) if node.customProperty(_GROUP_PROPERTY) == kind), None
    )


def _insert(parent: QgsLayerTreeGroup, position: int, name: str, kind: str) -> QgsLayerTreeGroup:
    group = QgsLayerTreeGroup(name)
    group.setCustomProperty(_GROUP_PROPERTY, kind)
    parent.insertChildNode(position, group)
    return group


def _background(main: QgsLayerTreeGroup, language: Language) -> QgsLayerTreeGroup:
    name = language.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "Background"))
    return _group(main, _BACKGROUND) or _insert(main, -1, name, _BACKGROUND)


def _position(group: QgsLayerTreeGroup, role: LayerRole) -> int:
    """Just below the last direct child that stands above the role."""
    position = 0
    for index, node in enumerate(group.children()):
        found = roles.role_of(node.layer()) if isinstance(node, QgsLayerTreeLayer) else None
        if found is not None and _ORDER.index(found) < _ORDER.index(role):
            position = index + 1
    return position
