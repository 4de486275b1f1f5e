# SPDX-License-Identifier: GPL-2.0-or-later
"""How are clusters of incidents told?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.result_page import ResultPage, ResultTable, method_rows
from est_plugin.i18n import CONTEXT
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from est_plugin.analysis.clusters import Agreement, Cluster, ClusterResult
    from est_plugin.i18n import Language

_TITLE = QT_TRANSLATE_NOOP("est_plugin", "Clusters of incidents")
#: Of a long list the largest are told; all of them stand in the layer.
_ROWS = 30
_NO_TEST = Sentence(
    QT_TRANSLATE_NOOP(
        "est_plugin",
        "A cluster says that incidents lie close together, not whether chance could have put them there: the hotspots "
        "say that.",
    )
)
_HEADER = (
    QT_TRANSLATE_NOOP("est_plugin", "No."),
    QT_TRANSLATE_NOOP("est_plugin", "Incidents"),
    QT_TRANSLATE_NOOP("est_plugin", "Places"),
    QT_TRANSLATE_NOOP("est_plugin", "Hectares"),
    QT_TRANSLATE_NOOP("est_plugin", "Most frequent category"),
    QT_TRANSLATE_NOOP("est_plugin", "Most on one point"),
    QT_TRANSLATE_NOOP("est_plugin", "Remark"),
)
_ONE_POINT = QT_TRANSLATE_NOOP("est_plugin", "All on one point: a default point?")
_HECTARE_M2 = 10_000


def cluster_page(
    result: ClusterResult, agreement: Agreement | None, category_names: Mapping[str, str], words: Language
) -> ResultPage:
    """The page, in the language of ``words``; ``category_names`` by code, a code without a name stays."""
    rows = tuple(_row(cluster, category_names, words) for cluster in result.clusters[:_ROWS])
    header = tuple(words.translate(CONTEXT, name) for name in _HEADER)
    title = words.translate(CONTEXT, _TITLE)
    return ResultPage(
        title=title,
        sentences=tuple(words.say(sentence) for sentence in _sentences(result, agreement)),
        charts=(),
        tables=(ResultTable(title, header, rows),) if rows else (),
        method=method_rows(result.method, words),
    )


def _sentences(result: ClusterResult, agreement: Agreement | None) -> Iterator[Sentence]:
    yield result.sentence
    yield _NO_TEST
    if agreement is not None:
        yield agreement.sentence
    on_one_point = sum(cluster.is_one_point for cluster in result.clusters)
    if on_one_point:
        yield Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "Clusters that lie on a single point: {number}. Check whether they are default points of unknown "
                "places.",
            ),
            number=on_one_point,
        )
    if len(result.clusters) > _ROWS:
        yield Sentence(
            QT_TRANSLATE_NOOP("est_plugin", "The {shown} largest are listed; the layer holds all."), shown=_ROWS
        )


def _row(cluster: Cluster, category_names: Mapping[str, str], words: Language) -> tuple[str | int | float, ...]:
    code = cluster.categories[0][0]
    return (
        cluster.rank,
        cluster.incidents,
        cluster.places,
        round(cluster.area / _HECTARE_M2, 1),
        category_names.get(code, code),
        cluster.largest_stack,
        words.translate(CONTEXT, _ONE_POINT) if cluster.is_one_point else "",
    )
