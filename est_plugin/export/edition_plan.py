# SPDX-License-Identifier: GPL-2.0-or-later
"""What of a plan may stand in its edition? What is not allowed is gone before anything is written of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from est_plugin.domain.edition import Part

if TYPE_CHECKING:
    from est_plugin.export.plan import MeasureItem, PackagePlan


def within_edition(plan: PackagePlan) -> PackagePlan:
    """The plan, and its second language, without the parts that its request leaves out."""
    has = plan.request.has
    shown = {
        "by_category": Part.COUNTS,
        "by_organisation": Part.COUNTS,
        "hotspots": Part.HOTSPOTS,
        "measures": Part.MEASURES,
        "walks": Part.WALKS,
    }
    gone: dict[str, object] = {name: () for name, part in shown.items() if not has(part)}
    if has(Part.MEASURES) and not has(Part.OWNERS):
        gone["measures"] = tuple(_unowned(measure) for measure in plan.measures)
    if not has(Part.RHYTHM):
        gone["rhythm"] = None
    second = None if plan.second is None else within_edition(plan.second)
    return replace(plan, second=second, **gone)  # type: ignore[arg-type]


def _unowned(measure: MeasureItem) -> MeasureItem:
    return replace(measure, owner="")
