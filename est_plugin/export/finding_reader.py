# SPDX-License-Identifier: GPL-2.0-or-later
"""What does an observation of a safety walk say, in the words of a language and without what was held back?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.domain.observation import AnswerKind
from est_plugin.domain.observation_answer import wants_answer
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.i18n import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from est_plugin.db.catalogues import CodeLists
    from est_plugin.db.walk_findings import Finding
    from est_plugin.domain.code_list import Code
    from est_plugin.domain.observation import Answer
    from est_plugin.export.walk_report_release import Released
    from est_plugin.i18n import Language

#: The items of the checklist that are told in their own way: what is good, and the feeling.
_GOOD, FEELING = "PLU", "KÄN"
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


def _is_lacking(kind: AnswerKind, finding: Finding) -> bool:
    return wants_answer(kind, finding.value, finding.given, has_proposal=finding.has_proposal)


class FindingReader:
    """Turns codes into the words of a language; ``released`` None shows everything."""

    def __init__(self, lists: CodeLists, words: Language, folder: Path | None, released: Released | None) -> None:
        self._words = words
        self._checklist = {code.code: code for code in lists.checklist}
        self._organisations = self._names(lists.organisations)
        self._folder = folder
        self._released = released

    def _names(self, codes: Sequence[Code]) -> dict[str, str]:
        return {code.code: code.name(self._words.code) for code in codes}

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
        written = "" if self._judgement(finding) or finding.item == FEELING else finding.value
        said = " ".join(text.strip() for text in (written, finding.comment) if text.strip())
        return said if self._released is None or self._released.words.get(finding.uuid) == said else ""

    def _photo(self, finding: Finding) -> Path | None:
        photo = self.checked_photo(finding)
        is_let_out = self._released is None or self._released.photos.get(finding.uuid) == photo
        return photo if is_let_out else None

    def checked_photo(self, finding: Finding) -> Path | None:
        """The photo, if somebody has ticked that it shows no face and no plate and it lies where photos lie."""
        if not finding.photo or not finding.photo_checked or self._folder is None:
            return None
        photo = (self._folder / finding.photo).resolve()
        return photo if photo.is_relative_to(self._folder.resolve()) else None
