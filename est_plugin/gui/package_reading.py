# SPDX-License-Identifier: GPL-2.0-or-later
"""What must the page Meeting know of the database before a package is written? Read at once, in any thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.db.incidents import days_with_incidents
from est_plugin.export.background import has_town
from est_plugin.export.contents import contents_of
from est_plugin.export.estimate import plain_estimate
from est_plugin.gui.package_repeat import read_next

if TYPE_CHECKING:
    from datetime import date

    from est_plugin.db.database import Database
    from est_plugin.export.contents import PackageContents
    from est_plugin.export.estimate import Estimate
    from est_plugin.export.preset import WrittenPackage
    from est_plugin.export.request import PackageRequest
    from est_plugin.gui.package_repeat import NextPackage


@dataclass(frozen=True)
class PackageOutlook:
    """What the package will hold, what the next one of the kind could be, and what the database has."""

    request: PackageRequest
    contents: PackageContents
    #: Without experience of the database.
    estimate: Estimate
    has_town: bool
    last_report: date | None
    next: NextPackage | None


def read_outlook(
    database: Database, request: PackageRequest, written: WrittenPackage | None, today: date
) -> PackageOutlook:
    """Read it; ``written`` is the last package of the kind."""
    contents, days = contents_of(database, request, today), days_with_incidents(database)
    last_report = None if days is None else days[1]
    return PackageOutlook(
        request,
        contents,
        plain_estimate(request, contents),
        has_town(database),
        last_report,
        None if written is None else read_next(database, written, last_report),
    )
