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
from est_plugin.domain.observation import AnswerKind
from est_plugin.domain.observation_answer import wants_answer
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.walk_plan import make_walk_plan
from est_plugin.export.walk_report_release import NOTHING, Choice, Released, ReportChoices
from est_plugin.i18n import CONTEXT, Language
from est_plugin.layers.photos import photo_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from est_plugin.db.database import Database
    from est_plugin.db.walk_findings import Finding, WalkFindings
    from est_plugin.domain.code_list import Code
    from est_plugin.domain.observation import Answer
    from est_plugin.export.plan import BackgroundLayer
    from est_plugin.export.walk_plan import SheetStop, WalkSheetPlan

#: The items of the checklist that are told in their own way: what is good, and the feeling.
_GOOD, _FEELING = "PLU", "KÄN"
#: Roles that stand for an organisation or an office. All others are told in the total only: few women, or one person
#: in a wheelchair, would be known by everybody.
_PUBLIC_ROLES = (
    "tenants_association", "housing_company", "streets_parks", "lighting", "police", "coordinator", "school",
    "decision_maker",
)  # fmt: skip
_JUDGEMENTS = {
    ("scale_0_3", "0"): QT_TRANSLATE_NOOP("est_plugin", "good"),
    ("scale_0_3", "1"): QT_TRANSLATE_NOOP("est_plugin", "small shortcomings"),
    ("scale_0_3", "2"): QT_TRANSLATE_NOOP("est_plugin", "shortcomings"),
    ("scale_0_3", "3"): QT_TRANSLATE_NOOP("est_plugin", "great shortcomings"),
    ("yes_no", "yes"): QT_TRANSLATE_NOOP("est_plugin", "yes"),
    ("yes_no", "no"): QT_TRANSLATE_NOOP("est_plugin", "no"),
}
_IS_GOOD = frozenset({("scale_0_3", "0"), ("yes_no", "yes")})


@dataclass(frozen=True)
class ReportItem:
    """One thing that was seen, in the report's language; empty texts where nothing is said."""

    what: str
    judgement: str
    words: str
    photo: Path | None
    is_good: bool
    #: Is it something that those who are responsible answer to?
    is_lacking: bool
    #: None where an answer is still to come.
    answer: Answer | None
    reply: str
    due: date | None
    responsible: str


@dataclass(frozen=True)
class ReportStop:
    """A stop with what was seen there; ``feeling`` is a mark from 1 (unsafe) to 5 (safe), or empty."""

    number: int
    place: str
    feeling: str
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
    people: int
    #: Organisations and offices that took part, named in the report's language.
    functions: tuple[str, ...]
    stops: tuple[ReportStop, ...]
    next_walk: date | None
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
    reader = _Reader(database, language, None)
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
    reader = _Reader(database, language, released)
    return WalkReport(
        walk=walk,
        people=sum(number for _, number in found.participants),
        functions=tuple(reader.role(role) for role, _ in found.participants if role in _PUBLIC_ROLES),
        stops=tuple(_stop(stop, found, reader) for stop in walk.stops),
        next_walk=found.next_walk,
        made_on=datetime.now(LOCAL_ZONE).date(),
        left_out=reader.left_out(found.findings),
    )


def _stop(stop: SheetStop, found: WalkFindings, reader: _Reader) -> ReportStop:
    seen = [finding for finding in found.findings if finding.stop == stop.uuid]
    return ReportStop(
        number=stop.number,
        place=stop.place,
        feeling=next((finding.value for finding in seen if finding.item == _FEELING), ""),
        items=tuple(
            reader.item(finding) for finding in seen if finding.item != _FEELING and reader.says_something(finding)
        ),
    )


def _is_lacking(kind: AnswerKind, finding: Finding) -> bool:
    return wants_answer(kind, finding.value, finding.given, has_proposal=finding.has_proposal)


class _Reader:
    """Turns codes into the words of a language; ``released`` None shows everything."""

    def __init__(self, database: Database, language: str, released: Released | None) -> None:
        lists = read_code_lists(database)
        self._words = Language(language)
        self._checklist = {code.code: code for code in lists.checklist}
        self._organisations = self._names(lists.organisations)
        self._roles = self._names(lists.participant_roles)
        self._folder = photo_folder(database)
        self._released = released

    def _names(self, codes: Sequence[Code]) -> dict[str, str]:
        return {code.code: code.name(self._words.code) for code in codes}

    def role(self, code: str) -> str:
        """The name of a role."""
        return self._roles.get(code, code)

    def says_something(self, finding: Finding) -> bool:
        """Is there anything to tell when what a person held back is left out?"""
        return bool(self._judgement(finding) or self._said(finding) or finding.has_proposal or finding.given.answer)

    def item(self, finding: Finding) -> ReportItem:
        """The observation as the report tells it."""
        code = self._checklist.get(finding.item)
        kind = AnswerKind.TEXT if code is None else AnswerKind(code.group)
        given, is_lacking = finding.given, _is_lacking(kind, finding)
        return ReportItem(
            # Before the colon stands what the item is about.
            what=finding.item if code is None else code.name(self._words.code).split(":")[0],
            judgement=self._judgement(finding),
            words=self._said(finding),
            photo=self._photo(finding),
            is_good=not is_lacking and (finding.item == _GOOD or (kind, finding.value) in _IS_GOOD),
            is_lacking=is_lacking,
            answer=given.answer,
            reply=given.words,
            due=given.due,
            responsible=self._organisations.get(finding.responsible, finding.responsible),
        )

    def _judgement(self, finding: Finding) -> str:
        code = self._checklist.get(finding.item)
        judgement = _JUDGEMENTS.get(("" if code is None else code.group, finding.value))
        return "" if judgement is None else self._words.translate(CONTEXT, judgement)

    def left_out(self, findings: Sequence[Finding]) -> int:
        """How many of the words and photos that were let go out are not among these as they were looked at."""
        if self._released is None:
            return 0
        words = sum(bool(self._said(finding)) for finding in findings)
        photos = sum(self._photo(finding) is not None for finding in findings)
        return len(self._released.words) + len(self._released.photos) - words - photos

    def _said(self, finding: Finding) -> str:
        """What somebody wrote: the comment, and what stands for a judgement where the item is answered in words."""
        written = "" if self._judgement(finding) or finding.item == _FEELING else finding.value
        said = " ".join(text.strip() for text in (written, finding.comment) if text.strip())
        return said if self._released is None or self._released.words.get(finding.uuid) == said else ""

    def _photo(self, finding: Finding) -> Path | None:
        if not finding.photo or not finding.photo_checked or self._folder is None:
            return None
        photo = (self._folder / finding.photo).resolve()
        if self._released is not None and self._released.photos.get(finding.uuid) != photo:
            return None
        return photo if photo.is_relative_to(self._folder.resolve()) else None
