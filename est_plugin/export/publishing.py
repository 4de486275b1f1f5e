# SPDX-License-Identifier: GPL-2.0-or-later
"""How does a person's approval of a public edition get into the history and into the package?"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from est_plugin.db.approvals import Approval, record_approval

if TYPE_CHECKING:
    from est_plugin.db.database import Database
    from est_plugin.export.plan import PackagePlan


def approve(database: Database, plan: PackagePlan, function: str) -> Approval:
    """The approval of the edition by a person in this function, now; it stands in the history afterwards.

    The one time in a package that a clock gives: to approve is an act.

    Raises InputError without a function, DatabaseError if it cannot be written down.
    """
    approval = Approval(function, datetime.now(UTC).replace(microsecond=0))
    record_approval(database, approval, plan.period, plan.name, _facts(plan))
    return approval


def approval_facts(approval: Approval | None) -> dict[str, str]:
    """What the manifest says of it.

    Raises InputError if nobody approved.
    """
    approval = approval or Approval("", datetime.now(UTC))
    return {"function": approval.function.strip(), "at": approval.at.isoformat().replace("+00:00", "Z")}


def _facts(plan: PackagePlan) -> dict[str, int]:
    """How much was shown and left out; numbers that stay in the database."""
    if plan.public is None:
        return {}
    withheld = plan.public.withheld
    return {
        "squares": len(plan.public.areas),
        "merged_squares": withheld.merged_squares,
        "left_out_squares": withheld.left_out_cells,
        "shown_incidents": withheld.shown_incidents,
        "left_out_incidents": withheld.left_out_incidents + sum(withheld.not_counted.values()),
        "categories_left_out": len(withheld.categories),
    }
