# SPDX-License-Identifier: GPL-2.0-or-later
"""What is a result about: which place, which days, which categories, whose reports?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.db.catalogues import CodeLists

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.db.database import Database
    from est_plugin.domain.code_list import Code
    from est_plugin.domain.incident import IncidentFilter
    from est_plugin.domain.period import Period
    from est_plugin.i18n import Language

_BETWEEN = " · "


def about_database(
    database: Database, chosen: IncidentFilter, words: Language, lists: CodeLists | None = None, *, days: str = ""
) -> str:
    """E.g. ``Lindvik · 2026-10-01 – 2026-10-31 · Graffiti · all organisations``.

    ``lists`` name what was chosen, a code without a name stays; ``days`` says more than the chosen period does.
    """
    known = CodeLists() if lists is None else lists
    return _BETWEEN.join(
        (
            database.municipality_name or database.name,
            days or about_days(chosen.period, words),
            _names(known.categories, chosen.categories, words) or words.translate("est_plugin", "all categories"),
            _names(known.organisations, chosen.organisations, words)
            or words.translate("est_plugin", "all organisations"),
        )
    )


def about_layer(name: str, days: str) -> str:
    """E.g. ``Reports 2026 · 2026-10-01 – 2026-10-31`` of a layer's name and the days that its incidents are of."""
    return _BETWEEN.join((name, days))


def about_days(period: Period | None, words: Language, *, before: Period | None = None) -> str:
    """E.g. ``2026-10-01 – 2026-10-31, compared with 2026-09-01 – 2026-09-30``."""
    now = words.translate("est_plugin", "all days") if period is None else _span(period)
    if before is None:
        return now
    return words.translate("est_plugin", "{period}, compared with {before}").format(period=now, before=_span(before))


def about_test(mapped: Period, tested: Period, words: Language) -> str:
    """E.g. ``map of 2026-09-01 – 2026-09-30, tested on 2026-10-01 – 2026-10-31``."""
    source = words.translate("est_plugin", "map of {mapped}, tested on {tested}")
    return source.format(mapped=_span(mapped), tested=_span(tested))


def _span(period: Period) -> str:
    return f"{period.start} – {period.last_day}"


def _names(codes: Iterable[Code], chosen: frozenset[str], words: Language) -> str:
    names = {code.code: code.name(words.code) for code in codes}
    # In the order of the lists, what they do not know last.
    order = {code: number for number, code in enumerate(names)}
    return ", ".join(names.get(code, code) for code in sorted(chosen, key=lambda c: (order.get(c, len(order)), c)))
