# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a package say of the causes of a hotspot?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.export.plan import CauseItem
from est_plugin.i18n import CONTEXT

if TYPE_CHECKING:
    from est_plugin.db.causes import CauseRow
    from est_plugin.domain.cause import Confidence, Controller, TriangleSide
    from est_plugin.export.reading import PackageRows
    from est_plugin.i18n import Language


def cause_items(rows: PackageRows, hotspot: str, words: Language) -> tuple[CauseItem, ...]:
    """The causes of the hotspot (uuid), the surest first."""
    return tuple(_cause(row, words) for row in rows.causes if row.hotspot == hotspot)


def _cause(row: CauseRow, words: Language) -> CauseItem:
    return CauseItem(
        problem=row.problem,
        triangle_side=_label(row.triangle_side, words),
        missing_controller=_label(row.missing_controller, words),
        support=row.support,
        confidence=_label(row.confidence, words),
    )


def _label(value: TriangleSide | Controller | Confidence | None, words: Language) -> str:
    return "" if value is None else words.translate(CONTEXT, value.label)
