# SPDX-License-Identifier: GPL-2.0-or-later
"""What do the participants of a safety walk get to read? Plain values, read once; nothing that a person held back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from est_plugin.db.catalogues import read_code_lists
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.db.walk_findings import findings_of_walk
from est_plugin.export.finding_reader import FEELING, FindingReader
from est_plugin.export.walk_plan import make_walk_plan
from est_plugin.export.walk_report_release import NOTHING, Choice, Released, ReportChoices
from est_plugin.i18n import Language
from est_plugin.layers.photos import photo_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from est_plugin.db.database import Database
    from est_plugin.db.walk_findings import WalkFindings
    from est_plugin.domain.observation import Answer
    from est_plugin.export.finding_reader import ReportItem
    from est_plugin.export.plan import BackgroundLayer
    from est_plugin.export.walk_plan import SheetStop, WalkSheetPlan


@dataclass(frozen=True)
class ReportStop:
    """A stop with what was seen there; ``feelings`` are the marks of the groups from 1 (unsafe) to 5 (safe)."""

    number: int
    place: str
    feelings: tuple[str, ...]
    items: tuple[ReportItem, ...]

    @property
    def good(self) -> tuple[ReportItem, ...]:
        """What works well."""
        return tuple(item for item in self.items if item.is_good)

    @property
    def lacking(self) -> tuple[ReportItem, ...]:
        """What gets an answer."""
        return tuple(item for item in self.items if item.is_lacking)

    @property
    def notes(self) -> tuple[ReportItem, ...]:
        """What was written down and is neither."""
        return tuple(item for item in self.items if not item.is_good and not item.is_lacking)


@dataclass(frozen=True, eq=False)
class WalkReport:
    """The report of one walk, decided."""

    #: The walk itself: title, times, route, stops, map.
    walk: WalkSheetPlan
    stops: tuple[ReportStop, ...]
    next_walk: date | None
    #: Who answers questions; empty if the database does not say.
    municipality: str
    made_on: date
    #: How many words and photos were let go out, and are not any more what was looked at.
    left_out: int = 0

    @property
    def lacking(self) -> tuple[ReportItem, ...]:
        """Everything that gets an answer."""
        return tuple(item for stop in self.stops for item in stop.lacking)

    def answered(self, answer: Answer | None) -> int:
        """How many have this answer; None: how many wait for one."""
        return sum(item.answer is answer for item in self.lacking)


def report_choices(database: Database, uuid: str = "", language: str = "sv") -> ReportChoices:
    """What a person chooses from for the report of a walk, or of the newest that was walked.

    Raises InputError as ``make_walk_report`` does.
    """
    found = findings_of_walk(database, uuid)
    walk = make_walk_plan(database, found.uuid, language=language, background=())
    stops = {stop.uuid: stop for stop in walk.stops}
    reader = FindingReader(read_code_lists(database), Language(language), photo_folder(database), None)
    items = [(finding, stops[finding.stop], reader.item(finding)) for finding in found.findings]
    lacking = [item for _, _, item in items if item.is_lacking]
    return ReportChoices(
        name=report_name(walk),
        rows=tuple(
            Choice(finding.uuid, stop.number, stop.place, item.what, item.words, item.photo)
            for finding, stop, item in items
            if item.words or item.photo
        ),
        unchecked_photos=sum(bool(finding.photo) and not finding.photo_checked for finding in found.findings),
        unanswered=sum(item.answer is None for item in lacking),
        total=len(lacking),
    )


def report_name(walk: WalkSheetPlan) -> str:
    """A name for the folder of a report, allowed everywhere (Windows refuses the most signs)."""
    plain = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "", walk.title).strip(" .")[:60].strip(" .")
    day = "" if walk.starts_at is None else walk.starts_at.date().isoformat()
    return " ".join(filter(None, (Language(walk.language).translate("est_plugin", "Report"), plain, day)))


def make_walk_report(
    database: Database,
    uuid: str = "",
    *,
    language: str = "sv",
    released: Released = NOTHING,
    background: Sequence[BackgroundLayer] | None = None,
) -> WalkReport:
    """The report of a walk, or of the newest that was walked; without ``background`` on the database's own map.

    Raises InputError if there is no such walk, if nothing was noted on it, or if it is nowhere on the map.
    """
    found = findings_of_walk(database, uuid)
    walk = make_walk_plan(database, found.uuid, language=language, background=background)
    reader = FindingReader(read_code_lists(database), Language(language), photo_folder(database), released)
    return WalkReport(
        walk=walk,
        stops=tuple(_stop(stop, found, reader) for stop in walk.stops),
        next_walk=found.next_walk,
        municipality=database.municipality_name,
        made_on=datetime.now(LOCAL_ZONE).date(),
        left_out=reader.left_out(found.findings),
    )


def _stop(stop: SheetStop, found: WalkFindings, reader: FindingReader) -> ReportStop:
    seen = [finding for finding in found.findings if finding.stop == stop.uuid]
    return ReportStop(
        number=stop.number,
        place=stop.place,
        feelings=tuple(sorted(finding.value for finding in seen if finding.item == FEELING and finding.value)),
        items=tuple(
            reader.item(finding) for finding in seen if finding.item != FEELING and reader.says_something(finding)
        ),
    )
