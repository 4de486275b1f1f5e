# SPDX-License-Identifier: GPL-2.0-or-later
"""What was seen on a walk as the map shows it, saved or not, and which answer has it got?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import QgsExpression, QgsFeatureRequest, QgsVectorLayerFeatureSource

from est_plugin.domain.measure import MeasureStatus
from est_plugin.domain.observation import Answer, AnswerKind
from est_plugin.domain.observation_answer import GivenAnswer, MeasureStanding, given_answer, wants_answer
from est_plugin.layers import roles
from est_plugin.layers.roles import MEASURE_ROLES, LayerRole
from est_plugin.layers.shown_rows import MapPlace
from est_plugin.layers.whole_reading import answered_features

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from qgis.core import QgsFeature, QgsProject, QgsVectorLayer

    from est_plugin.domain.code_list import Code


@dataclass(frozen=True)
class ShownObservation:
    """An observation; ``stop`` is the number of its stop, ``item`` and ``measure_kind`` are codes, empty if none."""

    place: MapPlace
    #: Where it is on the map: itself, or its stop where it has no point of its own.
    stands_at: MapPlace
    uuid: str
    walk: str
    stop: int
    item: str
    value: str
    comment: str
    has_photo: bool
    measure_kind: str
    deadline: date | None
    #: What somebody answered to it.
    own_answer: GivenAnswer
    #: That, or else the answer of its measures.
    answer: GivenAnswer
    wants_answer: bool
    #: The measures that were made of it.
    measures: tuple[MapPlace, ...]

    @property
    def is_owed(self) -> bool:
        """Does somebody still owe those who walked an answer?"""
        return self.wants_answer and self.answer.answer is None


@dataclass(frozen=True)
class _Measure:
    place: MapPlace
    standing: MeasureStanding


@dataclass(frozen=True)
class _Stop:
    place: MapPlace
    row: QgsFeature


@dataclass(frozen=True)
class _Layer:
    """A layer as it is now, to be read in any thread."""

    layer_id: str
    source: QgsVectorLayerFeatureSource

    def rows(self, where: str, *, with_places: bool = False) -> list[QgsFeature]:
        request = QgsFeatureRequest(QgsExpression(where)) if where else QgsFeatureRequest()
        if not with_places:
            request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        return [row for row in answered_features(self.source, request) if not row["deleted_at"]]


def observation_rows(
    project: QgsProject, checklist: Iterable[Code], walk: str = ""
) -> Callable[[], tuple[ShownObservation, ...]]:
    """To be called in any thread: the observations of a walk (a uuid), of all walks without one; in the order of the
    stops and of the checklist.

    None if the layers are not in the project. What is called raises DatabaseError if a server does not answer.
    """
    stops, observations, measures = (
        [_Layer(layer.id(), QgsVectorLayerFeatureSource(layer)) for layer in _layers(project, group)]
        for group in ((LayerRole.WALK_STOPS,), (LayerRole.OBSERVATIONS,), MEASURE_ROLES)
    )
    kinds = {code.code: AnswerKind(code.group) for code in checklist}
    order = {code: place for place, code in enumerate(kinds)}
    of_walk = QgsExpression.createFieldEqualityExpression("walk", walk) if walk else '"walk" IS NOT NULL'

    def read() -> tuple[ShownObservation, ...]:
        at = {
            row["uuid"]: _Stop(MapPlace(layer.layer_id, row.id()), row)
            for layer in stops
            for row in layer.rows(of_walk)
        }
        made = _made(measures)
        found = [
            _shown(MapPlace(layer.layer_id, row.id()), row, at[row["walk_stop"]], made, kinds)
            for layer in observations
            for row in layer.rows(_at(at) if walk else "", with_places=True)
            if row["walk_stop"] in at
        ]
        return tuple(sorted(found, key=lambda one: (one.stop, order.get(one.item, len(order)), one.uuid)))

    return read


def _layers(project: QgsProject, group: Iterable[LayerRole]) -> list[QgsVectorLayer]:
    return [layer for role in group if (layer := roles.find(project, role)) is not None]


def _at(stops: Iterable[str]) -> str:
    return f'"walk_stop" IN ({", ".join(map(QgsExpression.quotedString, stops)) or "NULL"})'


def _made(layers: Iterable[_Layer]) -> Mapping[str, list[_Measure]]:
    """The measures by the observation that they were made of."""
    found: defaultdict[str, list[_Measure]] = defaultdict(list)
    for layer in layers:
        for row in layer.rows('"observation" IS NOT NULL'):
            status = MeasureStatus(row["status"] or MeasureStatus.PROPOSED)
            standing = MeasureStanding(status, day_of(row["due_date"]), row["public_text"] or "")
            found[row["observation"]].append(_Measure(MapPlace(layer.layer_id, row.id()), standing))
    return found


def _shown(
    place: MapPlace,
    row: QgsFeature,
    stop: _Stop,
    made: Mapping[str, list[_Measure]],
    kinds: Mapping[str, AnswerKind],
) -> ShownObservation:
    measures, deadline, value = made.get(row["uuid"], []), day_of(row["deadline"]), row["value"] or ""
    own = GivenAnswer(Answer(row["answer"]) if row["answer"] else None, row["reply"] or "", deadline)
    answer = given_answer(own, [one.standing for one in measures])
    kind = kinds.get(row["item"], AnswerKind.TEXT)
    return ShownObservation(
        place=place,
        stands_at=stop.place if row.geometry().isEmpty() else place,
        uuid=row["uuid"],
        walk=stop.row["walk"],
        stop=int(stop.row["number"] or 0),
        item=row["item"] or "",
        value=value,
        comment=row["comment"] or "",
        has_photo=bool(row["photo"]),
        measure_kind=row["measure_kind"] or "",
        deadline=deadline,
        own_answer=own,
        answer=answer,
        wants_answer=wants_answer(kind, value, answer, has_proposal=bool(row["measure_kind"] or measures)),
        measures=tuple(one.place for one in measures),
    )


def day_of(value: Any) -> date | None:  # noqa: ANN401 (a QDate, None or NULL, as the layer has it)
    """The day of a field of a layer."""
    return date(value.year(), value.month(), value.day()) if value else None
