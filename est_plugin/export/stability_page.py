# SPDX-License-Identifier: GPL-2.0-or-later
"""How is it told how firm hotspots are?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.place_name import place_name
from est_plugin.export.result_page import ResultPage, ResultTable, method_rows
from est_plugin.i18n import CONTEXT
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.analysis.stability import StabilityResult
    from est_plugin.i18n import Language

_TITLE = QT_TRANSLATE_NOOP("est_plugin", "How firm are the hotspots?")
_EXPLAINED = Sentence(
    QT_TRANSLATE_NOOP(
        "est_plugin",
        "The search was made with three cell sizes and four positions of the grid. A hotspot that is found nearly "
        "every time does not hang on how the cells were laid; whether chance can explain it is what each search tests.",
    )
)
_PLACES = (
    QT_TRANSLATE_NOOP("est_plugin", "No."),
    QT_TRANSLATE_NOOP("est_plugin", "Place"),
    QT_TRANSLATE_NOOP("est_plugin", "Incidents"),
    QT_TRANSLATE_NOOP("est_plugin", "Found in"),
    QT_TRANSLATE_NOOP("est_plugin", "Verdict"),
)
_SEARCHES = (
    QT_TRANSLATE_NOOP("est_plugin", "Cell width (metres)"),
    QT_TRANSLATE_NOOP("est_plugin", "Distance (metres)"),
    QT_TRANSLATE_NOOP("est_plugin", "Grid moved (cells east, north)"),
    QT_TRANSLATE_NOOP("est_plugin", "Hotspots"),
    QT_TRANSLATE_NOOP("est_plugin", "Of the list above"),
)
_TIMES = QT_TRANSLATE_NOOP("est_plugin", "{found} of {variants}")


def stability_page(result: StabilityResult, names: Sequence[str], words: Language) -> ResultPage:
    """The page, in the language of ``words``; ``names`` of the places by rank, empty for those without."""

    def translate(context: str, source: str) -> str:
        return words.translate(context, source)

    places = tuple(
        (
            firm.place.rank,
            place_name(name, firm.place.rank, translate),
            firm.place.incidents,
            words.say(Sentence(_TIMES, found=firm.found_in, variants=firm.variants)),
            words.say(firm.word),
        )
        for firm, name in zip(result.places, names, strict=True)
    )
    searches = tuple(
        (
            variant.parameters.cell_size,
            variant.parameters.neighbourhood,
            "{:g}, {:g}".format(*variant.parameters.shift),
            variant.places,
            words.say(Sentence(_TIMES, found=sum(variant.again), variants=len(variant.again))),
        )
        for variant in result.variants
    )

    def table(title: str, header: tuple[str, ...], rows: tuple[tuple[str | int | float, ...], ...]) -> ResultTable:
        columns = tuple(words.translate(CONTEXT, name) for name in header)
        return ResultTable(words.translate(CONTEXT, title), columns, rows)

    found = (table(QT_TRANSLATE_NOOP("est_plugin", "Hotspots"), _PLACES, places),) if places else ()
    tried = table(QT_TRANSLATE_NOOP("est_plugin", "The same search with other grids"), _SEARCHES, searches)
    return ResultPage(
        title=words.translate(CONTEXT, _TITLE),
        sentences=(words.say(result.sentence), words.say(_EXPLAINED)),
        charts=(),
        tables=(*found, tried),
        method=method_rows(result.method, words),
    )
