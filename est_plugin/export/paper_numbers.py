# SPDX-License-Identifier: GPL-2.0-or-later
"""What does paper say in numbers? Counts by category and, beside them, by organisation."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from est_plugin.export import sentences
from est_plugin.export.changes import words_of
from est_plugin.export.paper_page import Page, split_table
from est_plugin.export.template import Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.export.plan import CountItem, PackagePlan
    from est_plugin.i18n import Language

_SHARES = (48.0, 11.0, 13.0, 56.0)
_SHARES_LAST_YEAR = (37.0, 10.0, 13.0, 34.0, 32.0)


def number_pages(plan: PackagePlan, words: Language) -> Iterator[Page]:
    """As many pages as the longer of the two tables needs.

    Raises ExportError if the template cannot be used.
    """
    template = Template.of("numbers", plan.request)
    shares = _SHARES if plan.last_year is None else _SHARES_LAST_YEAR
    heads = sentences.count_heads(words)[: len(shares)]
    sides = [
        split_table(template, item, heads, [_row(count, words)[: len(shares)] for count in counts], shares)
        for item, counts in (("table", plan.by_category), ("table_right", plan.by_organisation))
    ]
    for left, right in zip_longest(*sides):
        values = {
            "title": words.translate("est_plugin", "Numbers"),
            "left": words.translate("est_plugin", "Incidents by category") if left else "",
            "right": words.translate("est_plugin", "Incidents by organisation") if right else "",
        }
        yield Page(template, values, tables=tuple(table for table in (left, right) if table is not None))


def _row(item: CountItem, words: Language) -> tuple[str, ...]:
    change = words_of(item.change, words.translate)
    return item.name, str(item.now), str(item.before), change, sentences.last_year_cell(item, words)
