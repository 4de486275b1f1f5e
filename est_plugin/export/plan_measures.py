# SPDX-License-Identifier: GPL-2.0-or-later
"""Which measures go into a package, and what is said of each?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.domain.measure import FINISHED
from est_plugin.export.measure_signs import MeasureSign
from est_plugin.export.plan import MeasureItem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from est_plugin.export.reading import PackageRows
    from est_plugin.i18n import Language


def measure_items(
    rows: PackageRows, kinds: Mapping[str, str], organisations: Mapping[str, str], words: Language
) -> tuple[MeasureItem, ...]:
    """The measures in the order of the list; ``kinds`` and ``organisations`` name the codes."""
    return tuple(
        MeasureItem(
            key=f"m{number}",
            number=number,
            kind=kinds.get(row.kind, row.kind),
            sign=MeasureSign.of(row.kind),
            title=row.title,
            status=row.status,
            status_label=words.translate("est_plugin", row.status.label),
            owner=organisations.get(row.owner or "", row.owner or ""),
            due_date=row.due_date,
            is_finished=row.status in FINISHED,
            is_overdue=row.is_overdue(rows.as_of),
            wkb=row.wkb,
        )
        for number, row in enumerate(rows.measures, start=1)
    )
