# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a package say of itself, for whom wants to check it or make it again?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis

from est_plugin import paths
from est_plugin.db.schema_version import CURRENT
from est_plugin.domain.edition import Part
from est_plugin.export.small_counts import HiddenCount

if TYPE_CHECKING:
    from collections.abc import Mapping

    from est_plugin.domain.period import Period
    from est_plugin.export.plan import PackagePlan

MANIFEST = "MANIFEST.json"
PRODUCER = "EST plugin for QGIS"
#: For whom reads it with other programs: changes with the meaning of a field.
FORMAT = 1
#: How a reader checks the files, on any system.
HOW_TO_CHECK = (
    "sha256 holds the SHA-256 of every other file of the package. In its folder: sha256sum FILE (Linux), "
    "shasum -a 256 FILE (macOS), Get-FileHash FILE (Windows PowerShell). A file that differs was changed afterwards."
)


def facts_of(plan: PackagePlan, approval: Mapping[str, str] | None = None) -> dict[str, object]:
    """All but the checksums. Nothing in it comes from a clock but the time of an approval, which is an act.

    ``approval`` tells the function that let a public package out, and when.
    """
    request = plan.request
    return {
        "format": FORMAT,
        "producer": PRODUCER,
        "plugin_version": paths.version(),
        "qgis_version": Qgis.version(),
        "schema_version": CURRENT,
        "municipality": plan.municipality,
        "edition": request.edition.value,
        "parts": sorted(part.value for part in request.parts),
        "languages": [plan.language, *(() if plan.second is None else (plan.second.language,))],
        "as_of": plan.as_of.isoformat(),
        "info_class": plan.info_class.name.lower(),
        "period": _days(plan.period),
        "comparison": _days(plan.comparison.before),
        "last_year": None if plan.last_year is None else _days(plan.last_year.before),
        "categories": list(plan.categories),
        "organisations": list(plan.organisations),
        "crs": plan.crs_authid,
        "method": dict(plan.method),
        "incidents_counted": str(plan.total.now) if isinstance(plan.total.now, HiddenCount) else plan.total.now,
        "rows": _rows(plan),
        "left_out": {
            "above_class": request.edition.ceiling.name.lower(),
            "hotspots": plan.left_out.hotspots,
            "measures": plan.left_out.measures,
            "incidents_waiting": plan.waiting,
        },
        "approval": None if approval is None else dict(approval),
        "how_to_check": HOW_TO_CHECK,
    }


def _rows(plan: PackagePlan) -> dict[str, int]:
    return {
        "incidents": len(plan.points) if plan.request.has(Part.INCIDENTS) else 0,
        "hotspots": len(plan.hotspots),
        "measures": len(plan.measures),
        "walks": len(plan.walks),
    }


def _days(period: Period) -> list[str]:
    return [period.start.isoformat(), period.last_day.isoformat()]
