# SPDX-License-Identifier: GPL-2.0-or-later
"""What may a person tell est:proposewalk about streets, stops and the walk?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterString,
)

from est_plugin.domain.street import DEFAULT_LIGHT_FACTOR, LightChoice, StreetFields
from est_plugin.i18n import translate
from est_plugin.layers.street_graph import DEFAULT_SNAP_LIMIT_M
from est_plugin.layers.walk_stops import ONE_STOP_M

if TYPE_CHECKING:
    from qgis.core import QgsProcessingParameterDefinition

    from est_plugin.processing.algorithm import EstAlgorithm

STREETS, FILTER, STOPS, IMPORTANCE = "STREETS", "FILTER", "STOPS", "IMPORTANCE"
UNSAFE_PLACES, LAMPS_OUT = "UNSAFE_PLACES", "LAMPS_OUT"
START, END, ROUND_TRIP, TIME_LIMIT = "START", "END", "ROUND_TRIP", "TIME_LIMIT"
LIGHTING, LIGHT_FACTOR, OFF_NETWORK, SNAP_LIMIT = "LIGHTING", "LIGHT_FACTOR", "OFF_NETWORK", "SNAP_LIMIT"
SPEED, MINUTES_PER_STOP = "SPEED", "MINUTES_PER_STOP"
KIND_FIELD, FOOT_FIELD, ACCESS_FIELD, LIT_FIELD = "KIND_FIELD", "FOOT_FIELD", "ACCESS_FIELD", "LIT_FIELD"
LIT_VALUES, UNLIT_VALUES = "LIT_VALUES", "UNLIT_VALUES"

_DEFAULT_SPEED_KMH = 3.5
_DEFAULT_MINUTES_PER_STOP = 6.0
_PLACES = [Qgis.ProcessingSourceType.VectorPoint, Qgis.ProcessingSourceType.VectorPolygon]


def declare(algorithm: EstAlgorithm) -> None:
    """Add the parameters."""
    _declare_streets(algorithm)
    _declare_stops(algorithm)
    _declare_reports(algorithm)
    _declare_ends(algorithm)
    _declare_wishes(algorithm)
    declare_pace(algorithm)
    _declare_fields(algorithm)


def _declare_streets(algorithm: EstAlgorithm) -> None:
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            STREETS, translate("est_plugin", "Streets"), [Qgis.ProcessingSourceType.VectorLine]
        ),
        translate("est_plugin", "Lines that meet at their ends. One-way rules do not matter on foot."),
    )
    algorithm.add(
        QgsProcessingParameterExpression(
            FILTER,
            translate("est_plugin", "Streets to walk along"),
            parentLayerParameterName=STREETS,
            optional=True,
        ),
        translate(
            "est_plugin",
            "Left empty, motorways and streets that are closed to people on foot are left out where the layer says so "
            "as OpenStreetMap does. An expression decides alone.",
        ),
    )


def _declare_stops(algorithm: EstAlgorithm) -> None:
    algorithm.add(
        QgsProcessingParameterFeatureSource(STOPS, translate("est_plugin", "Stops"), _PLACES),
        translate("est_plugin", "Points, or areas such as hotspots; of an area its centre is visited."),
    )
    algorithm.add(
        QgsProcessingParameterExpression(
            IMPORTANCE, translate("est_plugin", "Importance of a stop"), parentLayerParameterName=STOPS, optional=True
        ),
        translate(
            "est_plugin",
            "A number for each stop, for example its incidents. When time is short the stops that matter least are "
            "left out. Without it all count as one.",
        ),
    )


def _declare_reports(algorithm: EstAlgorithm) -> None:
    more = translate(
        "est_plugin",
        "More places to stop at; each counts as one. Only where they are is used, none of their texts. Places nearer "
        "to each other than {metres} m are one stop.",
    ).format(metres=round(ONE_STOP_M))
    for name, label in (
        (UNSAFE_PLACES, translate("est_plugin", "Unsafe places")),
        (LAMPS_OUT, translate("est_plugin", "Lamps that are out")),
    ):
        algorithm.add(QgsProcessingParameterFeatureSource(name, label, _PLACES, optional=True), more)


def _declare_ends(algorithm: EstAlgorithm) -> None:
    algorithm.add(
        QgsProcessingParameterPoint(START, translate("est_plugin", "Meeting point"), optional=True),
        translate("est_plugin", "Where the walk begins. Without it the walk begins at a stop."),
    )
    algorithm.add(
        QgsProcessingParameterPoint(END, translate("est_plugin", "End"), optional=True),
        translate("est_plugin", "Where the walk ends. Without it the walk ends at a stop."),
    )
    algorithm.add(
        QgsProcessingParameterBoolean(
            ROUND_TRIP, translate("est_plugin", "Walk back to the beginning"), defaultValue=False
        )
    )


def _declare_wishes(algorithm: EstAlgorithm) -> None:
    _number(
        algorithm,
        TIME_LIMIT,
        translate("est_plugin", "Time for the walk, minutes"),
        None,
        (1.0, 1440.0),
        translate("est_plugin", "If it is too short for all stops, those that matter least are left out."),
    )
    algorithm.add(
        QgsProcessingParameterEnum(
            LIGHTING,
            translate("est_plugin", "Light"),
            [translate("est_plugin", choice.label) for choice in LightChoice],
            defaultValue=0,
        ),
        translate(
            "est_plugin",
            "Needs streets with a field that tells their light. What it does not tell is unknown, and not taken for "
            "dark.",
        ),
    )
    algorithm.add(
        QgsProcessingParameterEnum(
            OFF_NETWORK,
            translate("est_plugin", "Stops that no street leads to"),
            [translate("est_plugin", "Refuse, and say where"), translate("est_plugin", "Leave out, and say which")],
            defaultValue=0,
        )
    )


def declare_pace(algorithm: EstAlgorithm) -> None:
    """How fast the group walks, and how long it stays at a stop."""
    speed, stay = translate("est_plugin", "Walking speed, km/h"), translate("est_plugin", "Minutes at each stop")
    _number(algorithm, SPEED, speed, _DEFAULT_SPEED_KMH, (0.5, 60.0))
    _number(algorithm, MINUTES_PER_STOP, stay, _DEFAULT_MINUTES_PER_STOP, (0.0, 60.0))


def _declare_fields(algorithm: EstAlgorithm) -> None:
    """What is seldom changed."""
    usual = StreetFields()
    fields = translate("est_plugin", "Left empty, the field {name} is read if the layer has it.")
    for name, label, field in (
        (KIND_FIELD, translate("est_plugin", "Field: kind of street"), usual.kind),
        (FOOT_FIELD, translate("est_plugin", "Field: open to people on foot"), usual.foot),
        (ACCESS_FIELD, translate("est_plugin", "Field: open to whom"), usual.access),
        (LIT_FIELD, translate("est_plugin", "Field: light"), usual.lit),
    ):
        choice = QgsProcessingParameterField(name, label, parentLayerParameterName=STREETS, optional=True)
        _advanced(algorithm, choice, fields.format(name=field))
    values = translate("est_plugin", "Separated by commas. Every other value means that nobody knows.")
    for name, label, words in (
        (LIT_VALUES, translate("est_plugin", "Values of lit streets"), usual.lit_values),
        (UNLIT_VALUES, translate("est_plugin", "Values of unlit streets"), usual.unlit_values),
    ):
        _advanced(algorithm, QgsProcessingParameterString(name, label, ", ".join(sorted(words)), optional=True), values)
    _number(
        algorithm,
        LIGHT_FACTOR,
        translate("est_plugin", "Weight of light"),
        DEFAULT_LIGHT_FACTOR,
        (1.0, 10.0),
        translate(
            "est_plugin",
            "So many metres along other streets are as good, or as bad, as one along an unlit street.",
        ),
        advanced=True,
    )
    _number(
        algorithm,
        SNAP_LIMIT,
        translate("est_plugin", "Farthest from a street, m"),
        DEFAULT_SNAP_LIMIT_M,
        (1.0, 5000.0),
        translate("est_plugin", "A stop farther away is one that no street leads to."),
        advanced=True,
    )


def _number(
    algorithm: EstAlgorithm,
    name: str,
    label: str,
    default: float | None,
    bounds: tuple[float, float],
    help_text: str = "",
    *,
    advanced: bool = False,
) -> None:
    number = QgsProcessingParameterNumber(
        name,
        label,
        Qgis.ProcessingNumberParameterType.Double,
        default,
        optional=default is None,
        minValue=bounds[0],
        maxValue=bounds[1],
    )
    if advanced:
        _advanced(algorithm, number, help_text)
    else:
        algorithm.add(number, help_text)


def _advanced(algorithm: EstAlgorithm, definition: QgsProcessingParameterDefinition, help_text: str) -> None:
    definition.setFlags(definition.flags() | Qgis.ProcessingParameterFlag.Advanced)
    algorithm.add(definition, help_text)
