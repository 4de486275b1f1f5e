# SPDX-License-Identifier: GPL-2.0-or-later
"""How does the answer to a question stand on the map, until the next answer takes its place?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from est_plugin.layers import tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import Qgis, QgsFeature, QgsFields, QgsMapLayer, QgsProject

#: Each marks the layer that the next answer of its kind takes the place of, by its id: a copy that a person made has
#: another.
CLUSTERS = "est/clusters"
DARK_STRETCHES = "est/dark_stretches"
_KINDS = (CLUSTERS, DARK_STRETCHES)


def answer_layer(
    kind: str, title: str, fields: QgsFields, geometry: Qgis.WkbType, crs: str, features: Iterable[QgsFeature]
) -> QgsVectorLayer:
    """A layer in memory that nobody edits; ``crs`` as ``EPSG:3006``. ``to_main_thread`` when its style is set."""
    layer = QgsVectorLayer(f"{QgsWkbTypes.displayString(geometry)}?crs={crs}", title, "memory")
    provider = layer.dataProvider()
    provider.addAttributes(fields.toList())
    layer.updateFields()
    provider.addFeatures(list(features))
    layer.updateExtents()
    layer.setCustomProperty(kind, layer.id())
    # Nothing is lost with it: the question can be asked again.
    layer.setCustomProperty("skipMemoryLayersCheck", value=1)
    layer.setReadOnly(True)
    return layer


def to_main_thread(layer: QgsMapLayer) -> None:
    """Hand over a layer that a task has made."""
    layer.moveToThread(QCoreApplication.instance().thread())


def put_on_map(project: QgsProject, layer: QgsVectorLayer, kind: str) -> None:
    """Add the layer to our group, in the place of the one before."""
    project.removeMapLayers([one.id() for one in _answers(project, kind)])
    tree.place_on_top(project, layer)


def drop_lost(project: QgsProject) -> None:
    """Remove what a project file remembers of answers: layers without their features, as if there were none."""
    lost = (one for kind in _KINDS for one in _answers(project, kind) if not one.featureCount())
    project.removeMapLayers([one.id() for one in lost])


def drop_all(project: QgsProject) -> None:
    """Remove the answers: they are about another database than the one that is opened."""
    project.removeMapLayers([one.id() for kind in _KINDS for one in _answers(project, kind)])


def _answers(project: QgsProject, kind: str) -> list[QgsVectorLayer]:
    layers = project.mapLayers().values()
    return [one for one in layers if isinstance(one, QgsVectorLayer) and one.customProperty(kind) == one.id()]
