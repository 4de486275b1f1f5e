# SPDX-License-Identifier: GPL-2.0-or-later
"""Which places go into a package, and what is said of each?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.rate_change import compare_rates
from est_plugin.domain.hotspot import PERHAPS_NEW
from est_plugin.domain.measure import FINISHED
from est_plugin.export.place_name import place_name
from est_plugin.export.plan import ChangeInterval, HotspotItem
from est_plugin.export.plan_causes import cause_items

if TYPE_CHECKING:
    from collections.abc import Mapping

    from est_plugin.analysis.comparison import Comparison
    from est_plugin.analysis.count_change import CountChange
    from est_plugin.db.hotspots import HotspotRow
    from est_plugin.export.reading import PackageRows
    from est_plugin.i18n import Language


def hotspot_items(rows: PackageRows, categories: Mapping[str, str], words: Language) -> tuple[HotspotItem, ...]:
    """The hotspots by rank; ``categories`` names the codes."""
    return tuple(
        HotspotItem(
            key=f"p{number}",
            rank=row.rank or number,
            name=place_name(row.name, row.rank or number, words.translate),
            status=row.status.value,
            # That nobody knows if a place is new is no news, and would stand at every place.
            status_label="" if row.status_label == PERHAPS_NEW else words.translate("est_plugin", row.status_label),
            incidents=row.incidents,
            before=row.incidents_before,
            change=_change_of(row, rows.comparison),
            main_category=categories.get(row.main_category or "", row.main_category or ""),
            measures=tuple(
                f"m{index}" for index, measure in enumerate(rows.measures, 1) if measure.hotspot == row.uuid
            ),
            wkb=row.wkb,
            causes=cause_items(rows, row.uuid, words),
            finished_measures=sum(
                measure.hotspot == row.uuid and measure.status in FINISHED for measure in rows.measures
            ),
            interval=rows.intervals[number - 1],
            rhythm=rows.place_rhythms[number - 1] if number <= len(rows.place_rhythms) else None,
        )
        for number, row in enumerate(rows.hotspots, start=1)
    )


def _change_of(row: HotspotRow, comparison: Comparison) -> CountChange | None:
    before = row.incidents_before
    return None if before is None else comparison.change_of_hotspot(row.incidents, before)


def intervals_of(hotspots: tuple[HotspotRow, ...], comparison: Comparison) -> tuple[ChangeInterval | None, ...]:
    """Between which limits the change of each hotspot lies; None where nothing can be compared."""
    if comparison.obstacle is not None or not hotspots:
        return (None,) * len(hotspots)
    now = np.array([row.incidents for row in hotspots], dtype=np.int64)
    before = np.array([row.incidents_before or 0 for row in hotspots], dtype=np.int64)
    found = compare_rates(now, before, comparison.period.days, comparison.before.days)
    return tuple(
        None if row.incidents_before is None or not row.incidents + row.incidents_before else ChangeInterval(low, high)
        for row, low, high in zip(hotspots, found.low.tolist(), found.high.tolist(), strict=True)
    )
