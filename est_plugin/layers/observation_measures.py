# SPDX-License-Identifier: GPL-2.0-or-later
"""How does what the observations of a walk propose become measures on the map?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsExpression, QgsFeatureRequest, QgsGeometry, QgsVectorLayerFeatureSource, QgsVectorLayerUtils

from est_plugin.domain.observation import Answer
from est_plugin.domain.usual_measure import usual_kind
from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.edits import checked, edit_command
from est_plugin.layers.new_measure import MeasureDraft, MeasureLinks, layer_for
from est_plugin.layers.roles import MEASURE_ROLES, LayerRole
from est_plugin.layers.shown_observations import day_of
from est_plugin.layers.whole_reading import answered_features

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from qgis.core import QgsFeature, QgsProject

    from est_plugin.domain.code_list import Code
    from est_plugin.i18n import Language

#: With these answers there is nothing left to propose.
_SETTLED = frozenset({Answer.DONE.value, Answer.HANDED_OVER.value, Answer.DECLINED.value})
#: Of the priorities, 1 is the highest.
_LOWEST = 3


@dataclass(frozen=True)
class ProposedMeasure:
    """A measure that an observation proposes and that nobody has flagged yet; ``place`` is a point in the CRS of the
    database.
    """

    stop: int
    draft: MeasureDraft
    place: QgsGeometry


@dataclass(frozen=True)
class ProposedMeasures:
    """What a walk's observations propose, in the order of the stops, at each by priority."""

    measures: tuple[ProposedMeasure, ...]
    #: Proposals that cannot stand on the map: neither the observation nor its stop has a place there.
    without_place: int


def proposed_by_observations(
    project: QgsProject, walk: str, kinds: Sequence[Code], words: Language
) -> Callable[[], ProposedMeasures]:
    """To be called in any thread: the measures proposed at the stops of a walk, saved or not.

    What is done, handed over, declined or linked to a measure already is left out. Titles name the kind and the place
    only, as they are shown to the public. What is called raises DatabaseError if a server does not answer.
    """
    stops, observations, measures = (
        [QgsVectorLayerFeatureSource(layer) for role in group if (layer := roles.find(project, role)) is not None]
        for group in ((LayerRole.WALK_STOPS,), (LayerRole.OBSERVATIONS,), MEASURE_ROLES)
    )
    names = {kind.code: kind.name(words.code) for kind in kinds}

    def read() -> ProposedMeasures:
        of_walk = {row["uuid"]: row for row in _rows(stops) if row["walk"] == walk}
        flagged = {row["observation"] for row in _rows(measures)}
        open_ones = [
            row
            for row in _rows(observations)
            if row["walk_stop"] in of_walk and row["uuid"] not in flagged and _proposes(row)
        ]
        open_ones.sort(key=lambda row: (of_walk[row["walk_stop"]]["number"] or 0, row["priority"] or _LOWEST))
        found = [_measure(row, of_walk[row["walk_stop"]], names) for row in open_ones]
        placed = tuple(measure for measure in found if not measure.place.isEmpty())
        return ProposedMeasures(placed, len(found) - len(placed))

    return read


def proposed_by(
    project: QgsProject, observation: str, kinds: Sequence[Code], words: Language
) -> Callable[[], ProposedMeasure | None]:
    """To be called in any thread: the measure of one observation (a uuid), of the kind that it proposes, else of the
    usual one for its item, else of none; None if it or its stop is gone.

    What is called raises DatabaseError if a server does not answer.
    """
    stops, observations = (
        [QgsVectorLayerFeatureSource(layer) for layer in [roles.find(project, role)] if layer is not None]
        for role in (LayerRole.WALK_STOPS, LayerRole.OBSERVATIONS)
    )
    names = {kind.code: kind.name(words.code) for kind in kinds}

    def read() -> ProposedMeasure | None:
        row = next(iter(_rows(observations, uuid=observation)), None)
        stop = None if row is None else next(iter(_rows(stops, uuid=row["walk_stop"])), None)
        return None if row is None or stop is None else _measure(row, stop, names)

    return read


def add_proposed(project: QgsProject, measures: Sequence[ProposedMeasure]) -> None:
    """Add at least one measure to the edit buffer, all or none, in one step to undo.

    Raises EstError if the layer is not in the project or cannot be edited.
    """
    layer = layer_for(project, measures[0].place)
    fields, context = layer.fields(), layer.createExpressionContext()
    with edit_command(layer, translate("est_plugin", "Propose measures")):
        for measure in measures:
            values = {fields.indexOf(name): value for name, value in measure.draft.values().items()}
            row = QgsVectorLayerUtils.createFeature(layer, measure.place, values, context)
            checked(layer.addFeature(row), layer)


def _rows(sources: Sequence[QgsVectorLayerFeatureSource], uuid: str = "") -> list[QgsFeature]:
    """All, or the one with this uuid; without those that are marked as deleted."""
    request = QgsFeatureRequest()
    if uuid:
        request.setFilterExpression(QgsExpression.createFieldEqualityExpression("uuid", uuid))
    return [row for source in sources for row in answered_features(source, request) if not row["deleted_at"]]


def _proposes(row: QgsFeature) -> bool:
    return bool(row["measure_kind"]) and row["answer"] not in _SETTLED


def _measure(row: QgsFeature, stop: QgsFeature, names: Mapping[str, str]) -> ProposedMeasure:
    kind, place = row["measure_kind"] or usual_kind(row["item"] or ""), stop["place"] or ""
    # A list of the database may lack a kind that is usual elsewhere.
    kind = kind if kind in names or row["measure_kind"] else ""
    name = names.get(kind, kind)
    draft = MeasureDraft(
        kind=kind,
        links=MeasureLinks(observation=row["uuid"], walk_stop=stop["uuid"], hotspot=stop["hotspot"] or ""),
        title=": ".join(part for part in (name, place) if part),
        description=row["comment"] or "",
        owner=row["responsible"] or "",
        due_date=day_of(row["deadline"]),
    )
    seen_at = row.geometry()
    return ProposedMeasure(int(stop["number"] or 0), draft, stop.geometry() if seen_at.isEmpty() else seen_at)
