# SPDX-License-Identifier: GPL-2.0-or-later
"""How does a new measure come into the edit buffer, with what it answers?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsVectorLayerUtils
from qgis.PyQt.QtCore import QDate

from est_plugin.domain.measure import MeasureStatus
from est_plugin.errors import QT_TRANSLATE_NOOP, EstError
from est_plugin.i18n import translate
from est_plugin.layers import child_rows, roles
from est_plugin.layers.edits import checked, edit_command
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from qgis.core import QgsGeometry, QgsProject, QgsVectorLayer, QgsVectorLayerTools

_ROLES = {
    Qgis.GeometryType.Point: LayerRole.MEASURE_POINTS,
    Qgis.GeometryType.Line: LayerRole.MEASURE_LINES,
    Qgis.GeometryType.Polygon: LayerRole.MEASURE_AREAS,
}


@dataclass(frozen=True)
class MeasureLinks:
    """What a measure answers: uuids, empty where there is none."""

    hotspot: str = ""
    cause: str = ""
    walk_stop: str = ""
    observation: str = ""
    incidents: tuple[str, ...] = ()


@dataclass(frozen=True)
class MeasureDraft:
    """What the form of a new measure starts with; ``kind`` and ``owner`` are codes, empty where the person chooses."""

    kind: str = ""
    links: MeasureLinks = MeasureLinks()
    title: str = ""
    description: str = ""
    owner: str = ""
    due_date: date | None = None

    def values(self) -> dict[str, Any]:
        """By field name, without what is left to the defaults of the layer."""
        texts = {
            "kind": self.kind,
            "title": self.title,
            "description": self.description,
            "owner": self.owner,
            "hotspot": self.links.hotspot,
            "cause": self.links.cause,
            "walk_stop": self.links.walk_stop,
            "observation": self.links.observation,
        }
        chosen: dict[str, Any] = {name: value for name, value in texts.items() if value}
        if self.due_date is not None:
            chosen["due_date"] = QDate(self.due_date)
        return {**chosen, "status": MeasureStatus.PROPOSED.value}


def layer_for(project: QgsProject, geometry: QgsGeometry) -> QgsVectorLayer:
    """The layer of the measures with such a geometry.

    Raises EstError if it is not in the project.
    """
    return _layer(project, _ROLES[geometry.type()])


def add_by_form(
    layer: QgsVectorLayer, layer_tools: QgsVectorLayerTools, geometry: QgsGeometry, draft: MeasureDraft
) -> str:
    """Let a person fill in the form of a layer that is being edited; the uuid of the measure, empty if they cancelled.

    Raises EstError if the measure cannot be linked to its incidents.
    """
    values = {layer.fields().indexOf(name): value for name, value in draft.values().items()}
    known = set(layer.editBuffer().addedFeatures())
    with child_rows.left_out(layer):
        layer_tools.addFeature(layer, values, geometry)  # noqa: QGS201 (the edit buffer tells whether it was added)
    new = [row for number, row in layer.editBuffer().addedFeatures().items() if number not in known]
    layer.triggerRepaint()
    if not new:
        return ""
    uuid, project = str(new[0]["uuid"]), layer.project()
    if draft.links.incidents and project is not None:
        link_incidents(project, uuid, draft.links.incidents)
    return uuid


def link_incidents(project: QgsProject, measure: str, incidents: Collection[str]) -> None:
    """Say which incidents a measure answers, in one edit command; uuids of the measure and the incidents.

    Raises EstError if the layer of the links is not in the project or refuses.
    """
    layer = _layer(project, LayerRole.MEASURE_INCIDENTS)
    fields = layer.fields()
    with edit_command(layer, translate("est_plugin", "Link to incidents")):
        for incident in incidents:
            values = {fields.indexOf("measure"): measure, fields.indexOf("incident"): incident}
            checked(layer.addFeature(QgsVectorLayerUtils.createFeature(layer, attributes=values)), layer)


def _layer(project: QgsProject, role: LayerRole) -> QgsVectorLayer:
    layer = roles.find(project, role)
    if layer is None:
        raise EstError(
            QT_TRANSLATE_NOOP("est_plugin", "There is no layer to draw on."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The EST layers are not in the project."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Open the database again."),
        )
    return layer
