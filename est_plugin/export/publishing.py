# SPDX-License-Identifier: GPL-2.0-or-later
"""How does a person's approval of a public edition get into the history and into the package?"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from est_plugin.db.approvals import Approval, Output, record_approval, withdraw_approval
from est_plugin.domain.edition import Edition
from est_plugin.errors import EstError
from est_plugin.export.folder import told_errors, work_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.db.database import Database
    from est_plugin.export.plan import PackagePlan


@dataclass(frozen=True, eq=False)
class Publishing:
    """A public edition that a person has approved, on its way out."""

    database: Database
    plan: PackagePlan
    approval: Approval

    @contextmanager
    def written_down(self) -> Iterator[None]:
        """The approval stands in the history before the block hands the files out; if that fails, so does its end.

        Raises InputError if another publication has come in between, DatabaseError if it cannot be written down.
        """
        output = Output(self.plan.name, self.plan.period, _fingerprint(self.plan), _facts(self.plan))
        identity = record_approval(self.database, self.approval, output)
        try:
            yield
        except BaseException:
            # What stopped the files is told. An approval that could not be withdrawn allows nothing; it only forbids.
            with suppress(EstError):
                withdraw_approval(self.database, identity)
            raise


def approve(database: Database, plan: PackagePlan, function: str) -> Publishing:
    """The approval of the edition by a person in this function, now.

    The one time in a package that a clock gives: to approve is an act.

    Raises InputError without a function.
    """
    return Publishing(database, plan, Approval(function, datetime.now(UTC).replace(microsecond=0)))


def approval_facts(publishing: Publishing | None) -> dict[str, str]:
    """What the manifest says of it.

    Raises InputError if nobody approved.
    """
    approval = Approval("", datetime.now(UTC)) if publishing is None else publishing.approval
    return {"function": approval.function.strip(), "at": approval.at.isoformat().replace("+00:00", "Z")}


@contextmanager
def draft_folder(folder: Path, edition: Edition) -> Iterator[Path]:
    """Where a package is drawn, gone afterwards: beside its place, but a public one on this computer alone.

    What nobody has approved must not lie on a shared disk, not even hidden.

    Raises ExportError if ``folder`` cannot be written to.
    """
    with ExitStack() as held:
        work = held.enter_context(work_folder(folder))
        if edition is Edition.PUBLIC:
            held.close()
            with told_errors(Path(tempfile.gettempdir())):
                work = Path(held.enter_context(tempfile.TemporaryDirectory(prefix="est-")))
        yield work


@contextmanager
def beside_its_place(draft: Path, folder: Path, edition: Edition) -> Iterator[Path]:
    """The draft on the disk of its place, so that it can be moved there in one step."""
    if edition is not Edition.PUBLIC:
        yield draft
        return
    with work_folder(folder) as work:
        yield Path(shutil.copytree(draft, work / draft.name))


def _fingerprint(plan: PackagePlan) -> str:
    return "" if plan.public is None else plan.public.fingerprint


def _facts(plan: PackagePlan) -> dict[str, object]:
    """How much was shown and left out, and what it rests on; it stays in the database."""
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
        "address_source": withheld.address_source,
        "background": [layer.name for layer in plan.background],
    }
