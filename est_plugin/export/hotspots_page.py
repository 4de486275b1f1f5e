# SPDX-License-Identifier: GPL-2.0-or-later
"""How is a search for hotspots told on a page?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.analysis.hotspot_words import cautions_of
from est_plugin.analysis.stacks import DOMINATING
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.place_name import place_name
from est_plugin.export.result_page import ResultPage, ResultTable, method_rows
from est_plugin.i18n import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from est_plugin.analysis.hotspots import HotspotResult
    from est_plugin.i18n import Language

_PLACES = (
    QT_TRANSLATE_NOOP("est_plugin", "No."),
    QT_TRANSLATE_NOOP("est_plugin", "Place"),
    QT_TRANSLATE_NOOP("est_plugin", "Incidents"),
    QT_TRANSLATE_NOOP("est_plugin", "Most on one point"),
    QT_TRANSLATE_NOOP("est_plugin", "z"),
    QT_TRANSLATE_NOOP("est_plugin", "q"),
)
_STACKS = (
    QT_TRANSLATE_NOOP("est_plugin", "East"),
    QT_TRANSLATE_NOOP("est_plugin", "North"),
    QT_TRANSLATE_NOOP("est_plugin", "Reports"),
    QT_TRANSLATE_NOOP("est_plugin", "Share of all, %"),
)


def hotspots_page(result: HotspotResult, names: Sequence[str], words: Language) -> ResultPage:
    """The page, in the language of ``words``; ``names`` are those of the places, empty where there are none."""
    sentences = (result.sentence, *cautions_of(result))
    return ResultPage(
        title=words.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "How the hotspots were found")),
        sentences=tuple(words.say(sentence) for sentence in sentences),
        charts=(),
        tables=tuple(_tables(result, names, words)),
        method=method_rows(result.method_box, words),
    )


def _tables(result: HotspotResult, names: Sequence[str], words: Language) -> Iterator[ResultTable]:
    if result.stacks:
        rows = tuple((round(s.x, 1), round(s.y, 1), s.count, round(100 * s.share, 1)) for s in result.stacks)
        title = QT_TRANSLATE_NOOP("est_plugin", "Reports stacked on one point")
        yield _table(title, _STACKS, tuple((f"{x:.1f}", f"{y:.1f}", n, share) for x, y, n, share in rows), words)
    if result.places:
        yield _table(
            QT_TRANSLATE_NOOP("est_plugin", "Hotspots by rank"),
            _PLACES,
            tuple(
                (
                    place.rank,
                    place_name(name, place.rank, words.translate),
                    place.incidents,
                    place.on_one_point or f"< {DOMINATING}",
                    round(place.z_max, 2),
                    place.p_min,
                )
                for place, name in zip(result.places, names, strict=True)
            ),
            words,
        )


def _table(
    title: str, header: tuple[str, ...], rows: tuple[tuple[str | int | float, ...], ...], words: Language
) -> ResultTable:
    return ResultTable(words.translate(CONTEXT, title), tuple(words.translate(CONTEXT, name) for name in header), rows)
