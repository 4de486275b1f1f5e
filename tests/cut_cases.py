# SPDX-License-Identifier: GPL-2.0-or-later
"""The thirty places where a link can break in a save, and what must hold after each: nothing lost, nothing doubled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry, QgsVectorLayerUtils

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsVectorLayer

    from tests.link import Link

PLACES = ("request", "sent", "reply")
#: What QGIS says for each row.
_WORDS = {"change": "UPDATE ", "move": "updatefeature", "add": "addfeatures"}


@dataclass(frozen=True)
class Case:
    """``kind`` of work; the link is cut at ``place`` of the row with this ``number``, or of COMMIT (0)."""

    kind: str
    place: str
    number: int

    def __str__(self) -> str:
        return f"{self.kind}, {'the end' if self.number == 0 else f'row {self.number}'}, {self.place}"


def cases(rows: int) -> list[Case]:
    """Changes and moves at the first, a middle and the last row, adds at a middle one; and all at COMMIT, “the end”."""
    steps = {"change": (1, rows * 2 // 3, rows, 0), "move": (1, rows * 2 // 3, rows, 0), "add": (rows * 2 // 3, 0)}
    return [Case(kind, place, number) for kind, numbers in steps.items() for number in numbers for place in PLACES]


@dataclass(frozen=True)
class Outcome:
    """What a person was told, and what is stored after the first and, if there was word of trouble, a second save."""

    said_yes: bool
    was_told: bool
    stored_first: int
    stored: int
    rows_in_table: int
    expected_rows: int
    wanted: int

    @property
    def is_safe(self) -> bool:
        return self.stored == self.wanted and self.rows_in_table == self.expected_rows


def run(
    case: Case,
    layer: QgsVectorLayer,
    link: Link,
    *,
    rows: int,
    stored: Callable[[str, float], tuple[int, int]],
    told: Callable[[], bool],
) -> Outcome:
    """Edit ``rows`` rows, save over the link that breaks, look whether the person is told, and then save again.

    ``stored`` says how many rows of the table have this title or this x, and how many rows there are; ``told`` waits
    until all is quiet and says whether there was word of trouble. The table holds ``rows`` rows or more at the start.
    """
    mark = str(case), 500_000.0 + cases(rows).index(case)
    before = stored(*mark)[1]
    assert layer.startEditing() or layer.isEditable()
    _edit(layer, case, mark, rows)
    word = _WORDS[case.kind]
    if case.number == 0:
        link.cut(case.place, "COMMIT", mark=word)
    else:
        link.cut(case.place, word, _times(layer, case))
    said_yes = layer.commitChanges(stopEditing=False)
    was_told = told() or not said_yes
    stored_first = stored(*mark)[0]
    link.cut("request", "never said")
    if was_told:
        layer.commitChanges(stopEditing=False)
        told()
    stored_last, in_table = stored(*mark)
    layer.rollBack()
    expected = before + (rows if case.kind == "add" else 0)
    return Outcome(said_yes, was_told, stored_first, stored_last, in_table, expected, rows)


def _times(layer: QgsVectorLayer, case: Case) -> int:
    """How often QGIS has said the word when the row is written: it prepares statements once, or each by itself."""
    if case.kind == "change":
        return case.number
    changes = layer.editBuffer().changedAttributeValues()
    return 3 * case.number - 1 if case.kind == "move" and changes else case.number + 1


def _edit(layer: QgsVectorLayer, case: Case, mark: tuple[str, float], rows: int) -> None:
    title = layer.fields().indexOf("title")
    place = QgsGeometry.fromWkt(f"Point ({mark[1]} 6571000)")
    if case.kind == "add":
        values = {layer.fields().indexOf("kind"): "BEL", title: mark[0]}
        added = [QgsVectorLayerUtils.createFeature(layer, place, values) for _ in range(rows)]
        assert layer.addFeatures(added)
        return
    for row in sorted(layer.allFeatureIds())[:rows]:
        if case.kind == "change":
            assert layer.changeAttributeValue(row, title, mark[0])
        else:
            assert layer.changeGeometry(row, place)
