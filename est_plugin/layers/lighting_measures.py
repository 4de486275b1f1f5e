# SPDX-License-Identifier: GPL-2.0-or-later
"""How do proposals of lighting become measures on the map, as a step that a person can undo and saves?"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from qgis.core import (
    QgsExpression,
    QgsFeatureRequest,
    QgsGeometry,
    QgsVectorLayerFeatureSource,
    QgsVectorLayerUtils,
)

from est_plugin.analysis.lighting_proposals import KnownMeasure
from est_plugin.domain.measure import FINISHED, LIGHTING, MeasureStatus
from est_plugin.errors import QT_TRANSLATE_NOOP, EstError
from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.edits import checked, edit_command
from est_plugin.layers.roles import MEASURE_ROLES, LayerRole
from est_plugin.layers.whole_reading import answered_features

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from qgis.core import QgsFeature, QgsProject, QgsVectorLayer

    from est_plugin.analysis.lighting_proposals import LightingProposal
    from est_plugin.domain.code_list import Code
    from est_plugin.i18n import Language
    from est_plugin.layers.shown_walk import StopOnMap, WalkOnMap

#: Metres from a stop within which its hotspot counts as that of the measure, if the walk has none.
_STOP_NEAR_M = 100.0


@dataclass(frozen=True)
class LightingMeasure:
    """A proposal with its links; ``owner`` is the code of an organisation, links are uuids; '' for none."""

    proposal: LightingProposal
    title: str
    description: str
    owner: str
    walk_stop: str
    hotspot: str

    @property
    def role(self) -> LayerRole:
        """The layer that it goes to."""
        is_point = self.proposal.geometry.geom_type == "Point"
        return LayerRole.MEASURE_POINTS if is_point else LayerRole.MEASURE_LINES


def known_lighting(project: QgsProject) -> Callable[[], tuple[KnownMeasure, ...]]:
    """To be called in any thread: the lighting measures that are not finished, saved or not.

    It raises DatabaseError if the server does not answer.
    """
    layers = (roles.find(project, role) for role in MEASURE_ROLES)
    sources = [QgsVectorLayerFeatureSource(layer) for layer in layers if layer is not None]
    request = QgsFeatureRequest(QgsExpression(QgsExpression.createFieldEqualityExpression("kind", LIGHTING)))

    def read() -> tuple[KnownMeasure, ...]:
        rows = (row for source in sources for row in answered_features(source, request))
        return tuple(
            KnownMeasure(row["title"] or "", shapely.from_wkb(bytes(row.geometry().asWkb())))
            for row in rows
            if row.hasGeometry() and not row["deleted_at"] and _is_open(row)
        )

    return read


def _is_open(row: QgsFeature) -> bool:
    return MeasureStatus(row["status"] or MeasureStatus.PROPOSED) not in FINISHED


def measure_of(
    proposal: LightingProposal, walk: WalkOnMap, organisations: Iterable[Code], words: Language
) -> LightingMeasure:
    """The measure with its nearest stop, the hotspot, and the owner if the register names an organisation we know.

    Of the register no other text is kept: it may name a person.
    """
    owner = proposal.owner.casefold()
    codes = {name.casefold(): one.code for one in organisations for name in (one.code, one.name_sv, one.name_en)}
    stop = min(walk.stops, key=lambda one: one.point.distance(proposal.geometry), default=None)
    description = translate("est_plugin", "No working lamp along {length} m of the route. Found for the walk “{walk}”.")
    return LightingMeasure(
        proposal=proposal,
        title=words.say(proposal.title),
        description=description.format(length=round(proposal.dark_m), walk=walk.title),
        owner=codes.get(owner, ""),
        walk_stop="" if stop is None else stop.uuid,
        hotspot=walk.hotspot or _hotspot_near(stop, proposal),
    )


def _hotspot_near(stop: StopOnMap | None, proposal: LightingProposal) -> str:
    is_near = stop is not None and stop.point.distance(proposal.geometry) <= _STOP_NEAR_M
    return stop.hotspot if stop is not None and is_near else ""


def add_lighting(project: QgsProject, measures: Sequence[LightingMeasure]) -> None:
    """Add proposed measures to the edit buffers, all or none: one step to undo in each layer.

    Raises EstError if a layer is not there or cannot be edited.
    """
    by_role = {
        role: [measure for measure in measures if measure.role is role]
        for role in (LayerRole.MEASURE_POINTS, LayerRole.MEASURE_LINES)
    }
    with ExitStack() as commands:
        for role, added in by_role.items():
            if added:
                layer = commands.enter_context(
                    edit_command(_layer(project, role), translate("est_plugin", "Propose lighting"))
                )
                for measure in added:
                    checked(layer.addFeature(_feature(layer, measure)), layer)


def _feature(layer: QgsVectorLayer, measure: LightingMeasure) -> QgsFeature:
    geometry = QgsGeometry()
    geometry.fromWkb(shapely.to_wkb(measure.proposal.geometry, byte_order=1))
    values = {
        "kind": LIGHTING,
        "status": MeasureStatus.PROPOSED.value,
        "title": measure.title,
        "description": measure.description,
        "owner": measure.owner or None,
        "walk_stop": measure.walk_stop or None,
        "hotspot": measure.hotspot or None,
    }
    by_index = {layer.fields().indexOf(name): value for name, value in values.items()}
    return QgsVectorLayerUtils.createFeature(layer, geometry, by_index, layer.createExpressionContext())


def _layer(project: QgsProject, role: LayerRole) -> QgsVectorLayer:
    layer = roles.find(project, role)
    if layer is None:
        raise EstError(
            QT_TRANSLATE_NOOP("est_plugin", "There is no layer for the measures."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The EST layers are not in the project."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Open the database again."),
        )
    return layer
