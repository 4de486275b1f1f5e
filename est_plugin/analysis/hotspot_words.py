# SPDX-License-Identifier: GPL-2.0-or-later
"""How are hotspots told in plain words?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.analysis.cell_test import Significance
from est_plugin.analysis.grid import GridKind
from est_plugin.analysis.method_box import MethodBox
from est_plugin.analysis.study import BEYOND_TELLS, StudyRule
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.analysis.hotspots import HotspotResult, Method

#: With fewer incidents that nothing was found says little.
FEWEST = 30
#: With as many incidents in squares the edge of the town tells (see ``study`` and docs/calibration.md).
MANY_IN_SQUARES = 5000
GRIDS = {
    GridKind.HEXAGON: Sentence(QT_TRANSLATE_NOOP("est_plugin", "hexagons")),
    GridKind.SQUARE: Sentence(QT_TRANSLATE_NOOP("est_plugin", "squares")),
}
STUDY_RULES = {
    StudyRule.CENTRE_IN_AREA: Sentence(
        QT_TRANSLATE_NOOP("est_plugin", "the cells with their centre in the chosen study area")
    ),
    StudyRule.INCIDENTS_AND_GAPS: Sentence(
        QT_TRANSLATE_NOOP("est_plugin", "the cells with incidents, and the gaps between them")
    ),
}
NOT_ON_ITS_OWN = Sentence(
    QT_TRANSLATE_NOOP(
        "est_plugin",
        "The test asks whether the neighbours of a cell hold many incidents, given the cell's own number: one busy "
        "address alone is no hotspot.",
    )
)
ONLY_COUNTS = Sentence(
    QT_TRANSLATE_NOOP(
        "est_plugin",
        "The map counts incidents: where more people live or pass, more happens without the risk being higher.",
    )
)


def sentence_of(result: HotspotResult) -> Sentence:
    """What was found, for anyone."""
    if result.method.parameters.significance == Significance.CLASSIC:
        return Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "As in ArcGIS, the number of hotspots found is {number}. This score finds hotspots in shuffled "
                "incidents too: use it to compare, not to decide.",
            ),
            number=len(result.places),
        )
    if not result.places:
        return _nothing_found(result)
    return Sentence(
        QT_TRANSLATE_NOOP(
            "est_plugin",
            "Here are more incidents than chance leads one to expect. Number of hotspots: {number}. Were it all "
            "chance, at least {maps} maps out of 100 would not show a single hotspot.",
        ),
        number=len(result.places),
        maps=round(100 * (1 - result.method.parameters.alpha)),
    )


def _nothing_found(result: HotspotResult) -> Sentence:
    """No find is no finding where hardly any find was possible."""
    method = result.method
    if result.used < FEWEST or method.smallest_p * method.tests > method.parameters.alpha:
        return Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "No hotspot was found, but with so few incidents ({count}), or in so few cells, hardly any could have "
                "been found.",
            ),
            count=result.used,
        )
    return Sentence(QT_TRANSLATE_NOOP("est_plugin", "No hotspot was found."))


def cautions_of(result: HotspotResult) -> Iterator[Sentence]:
    """What limits the result."""
    if result.method.parameters.significance == Significance.EXACT:
        yield NOT_ON_ITS_OWN
    yield ONLY_COUNTS
    parameters = result.method.parameters
    if parameters.grid == GridKind.SQUARE and result.used >= MANY_IN_SQUARES:
        yield Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "With {count} incidents in squares the edge of the town may show as a hotspot: in even towns with so "
                "many, more than 5 out of 100 maps did. Hexagons keep below that.",
            ),
            count=result.used,
        )
    yield from caution_beyond(result.method.beyond, result.method.cells)
    dominated = [str(place.rank) for place in result.places if place.dominated]
    if dominated:
        yield Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "More than half of the incidents lie on one single point at the places with number: {ranks}. Find out "
                "whether they really happened there.",
            ),
            ranks=", ".join(dominated),
        )
    yield from _outside_of(result)
    if result.method.stacked:
        yield Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "Left out because they are stacked on one point, often the default point of unknown places: {count} of "
                "{total} reports.",
            ),
            count=result.method.stacked,
            total=result.used + result.left_out,
        )


def _outside_of(result: HotspotResult) -> Iterator[Sentence]:
    """What a study area leaves out."""
    count, total = _incidents_outside(result), result.used + result.left_out
    if 2 * count > total:
        yield Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "Note: most incidents were not tested. {count} of {total} lie outside the study area. Is it the right "
                "one?",
            ),
            count=count,
            total=total,
        )
    elif count:
        yield Sentence(
            QT_TRANSLATE_NOOP("est_plugin", "Outside the study area, and not tested: {count} of {total} incidents."),
            count=count,
            total=total,
        )


def _incidents_outside(result: HotspotResult) -> int:
    """How many incidents lie outside the study cells; those left out as a stack do not count."""
    return result.left_out - result.method.stacked


def caution_beyond(beyond: int, cells: int) -> Iterator[Sentence]:
    """What to say when many of the study ``cells`` lie beyond the incidents and the gaps between them."""
    if beyond >= BEYOND_TELLS * cells > 0:
        yield Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "{share} % of the study cells lie beyond the incidents and the gaps between them. If nothing can "
                "happen there, the town itself is shown as a hotspot: choose a study area that follows the town, or "
                "none.",
            ),
            share=round(100 * beyond / cells),
        )


def yes_or_no(value: bool) -> Sentence:  # noqa: FBT001
    """A setting that is on or off."""
    return Sentence(QT_TRANSLATE_NOOP("est_plugin", "yes") if value else QT_TRANSLATE_NOOP("est_plugin", "no"))


def box_of(result: HotspotResult) -> MethodBox:
    """How the hotspots were found."""
    method = result.method
    is_exact = method.parameters.significance == Significance.EXACT
    return MethodBox(
        question=Sentence(_QUESTION if is_exact else _CLASSIC_QUESTION),
        null=Sentence(_NULL if is_exact else _CLASSIC_NULL),
        p_value=Sentence(_P if is_exact else _CLASSIC_P),
        tests=method.tests,
        correction=_correction(method),
        parameters=(*_parameters(method), *_ground(result)),
        checksum=method.checksum,
    )


_QUESTION = QT_TRANSLATE_NOOP(
    "est_plugin", "Are the neighbours of a cell high, given the cell's own count? (Getis-Ord Gi*)"
)
_CLASSIC_QUESTION = QT_TRANSLATE_NOOP(
    "est_plugin", "Do a cell and its neighbours together hold more than the mean? (Getis-Ord Gi*, as in ArcGIS)"
)
_NULL = QT_TRANSLATE_NOOP("est_plugin", "the same counts on any of the cells, while the tested cell keeps its own")
_CLASSIC_NULL = QT_TRANSLATE_NOOP(
    "est_plugin", "a normal distribution with the mean and spread of the counts; it finds hotspots in shuffled data too"
)
_P = QT_TRANSLATE_NOOP("est_plugin", "exact conditional permutation, one-sided (upper tail)")
_CLASSIC_P = QT_TRANSLATE_NOOP("est_plugin", "normal distribution, two-sided")


def _correction(method: Method) -> Sentence:
    name = Sentence(method.parameters.correction.label)
    if method.periods == 1:
        return name
    return Sentence(
        QT_TRANSLATE_NOOP("est_plugin", "{name}, over the cells of all {periods} periods together"),
        name=name,
        periods=method.periods,
    )


def _parameters(method: Method) -> Iterator[tuple[str, object]]:
    parameters = method.parameters
    yield QT_TRANSLATE_NOOP("est_plugin", "Cells are"), GRIDS[parameters.grid]
    yield QT_TRANSLATE_NOOP("est_plugin", "Width of a cell in metres"), parameters.cell_size
    yield QT_TRANSLATE_NOOP("est_plugin", "Neighbours lie within, metres"), parameters.neighbourhood
    yield (
        QT_TRANSLATE_NOOP("est_plugin", "Grid moved east and north, in cells"),
        "{:g} {:g}".format(*parameters.shift),
    )
    yield QT_TRANSLATE_NOOP("est_plugin", "Study area"), STUDY_RULES[method.study]
    yield QT_TRANSLATE_NOOP("est_plugin", "Number of cells"), method.cells
    yield QT_TRANSLATE_NOOP("est_plugin", "Mean number of incidents per cell"), method.mean
    yield QT_TRANSLATE_NOOP("est_plugin", "Accepted share of false finds"), parameters.alpha
    yield QT_TRANSLATE_NOOP("est_plugin", "Fewest incidents of a hotspot"), parameters.min_incidents
    yield QT_TRANSLATE_NOOP("est_plugin", "Most hotspots in the list"), parameters.max_places
    yield QT_TRANSLATE_NOOP("est_plugin", "Hotspots before the list was cut"), method.places_found
    yield QT_TRANSLATE_NOOP("est_plugin", "Reports left out, stacked on one point"), method.stacked
    yield QT_TRANSLATE_NOOP("est_plugin", "Reports on stacked points count"), yes_or_no(parameters.include_stacks)
    if method.bounded_tests:
        yield QT_TRANSLATE_NOOP("est_plugin", "Tests whose p is only bounded from above"), method.bounded_tests


def _ground(result: HotspotResult) -> Iterator[tuple[str, object]]:
    method = result.method
    if method.study_area_checksum:
        yield QT_TRANSLATE_NOOP("est_plugin", "Incidents outside the study area"), _incidents_outside(result)
        yield QT_TRANSLATE_NOOP("est_plugin", "Study cells beyond the incidents and their gaps"), method.beyond
        yield QT_TRANSLATE_NOOP("est_plugin", "Checksum of the study area"), method.study_area_checksum
    yield (
        QT_TRANSLATE_NOOP("est_plugin", "The checksum of the incidents covers"),
        Sentence(QT_TRANSLATE_NOOP("est_plugin", "the number per cell and category, and the stacks"))
        if method.periods == 1
        else Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin", "the number per cell and category, and the stacks, of each period, the oldest first"
            )
        ),
    )
