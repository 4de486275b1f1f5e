# SPDX-License-Identifier: GPL-2.0-or-later
"""How does what a walk's observations propose become measures on the map, as one step that a person can undo?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsVectorLayerFeatureSource, QgsVectorLayerUtils

from est_plugin.domain.observation import Answer
from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.edits import checked, edit_command
from est_plugin.layers.new_measure import MeasureDraft, MeasureLinks, layer_for
from est_plugin.layers.roles import MEASURE_ROLES, LayerRole
from est_plugin.layers.whole_reading import answered_features

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from qgis.core import QgsFeature, QgsProject

    from est_plugin.domain.code_list import Code
    from est_plugin.i18n import Language

#: With these answers there is nothing left to propose.
_SETTLED = frozenset({Answer.DONE.value, Answer.DECLINED.value})
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

    What is done, declined or linked to a measure already is left out. Titles name the kind and the place only, as they
    are shown to the public. What is called raises DatabaseError if a server does not answer.
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


def _rows(sources: Sequence[QgsVectorLayerFeatureSource]) -> list[QgsFeature]:
    """Without those that are marked as deleted."""
    request = QgsFeatureRequest()
    return [row for source in sources for row in answered_features(source, request) if not row["deleted_at"]]


def _proposes(row: QgsFeature) -> bool:
    return bool(row["measure_kind"]) and row["answer"] not in _SETTLED


def _measure(row: QgsFeature, stop: QgsFeature, names: Mapping[str, str]) -> ProposedMeasure:
    kind, place = row["measure_kind"], stop["place"] or ""
    name = names.get(kind, kind)
    draft = MeasureDraft(
        kind=kind,
        links=MeasureLinks(observation=row["uuid"], walk_stop=stop["uuid"], hotspot=stop["hotspot"] or ""),
        title=f"{name}: {place}" if place else name,
        description=row["comment"] or "",
        owner=row["responsible"] or "",
        due_date=_day(row["deadline"]),
    )
    seen_at = row.geometry()
    return ProposedMeasure(int(stop["number"] or 0), draft, stop.geometry() if seen_at.isEmpty() else seen_at)


def _day(value: Any) -> date | None:  # noqa: ANN401 (a QDate, None or NULL, as the layer has it)
    return date(value.year(), value.month(), value.day()) if value else None
