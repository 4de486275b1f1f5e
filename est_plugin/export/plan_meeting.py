# SPDX-License-Identifier: GPL-2.0-or-later
"""Which meeting is a package for, what is on its agenda, and what did it decide?"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from est_plugin import paths
from est_plugin.db.meetings import meeting_of
from est_plugin.domain.edition import Edition, Part
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from est_plugin.db.database import Database
    from est_plugin.db.meetings import DecisionRow, MeetingRow
    from est_plugin.domain.period import Period
    from est_plugin.export.request import PackageRequest
    from est_plugin.i18n import Language

#: Which meetings of the database follow an agenda of the catalogue; a local council hears what the public hears.
_KINDS = {"operative": ("operative",), "strategic": ("strategic",), "public": ("public", "council")}
_LABELS = {
    "operative": QT_TRANSLATE_NOOP("est_plugin", "Meeting of the operative group"),
    "strategic": QT_TRANSLATE_NOOP("est_plugin", "Meeting of the strategic group"),
    "public": QT_TRANSLATE_NOOP("est_plugin", "Meeting with residents"),
    "council": QT_TRANSLATE_NOOP("est_plugin", "Meeting of the local council"),
}


@dataclass(frozen=True)
class DecisionItem:
    """What was decided; ``owner`` is an organisation, empty where nobody is named."""

    number: int
    text: str
    owner: str
    due_date: date | None


@dataclass(frozen=True)
class MeetingItem:
    """A meeting with its agenda; when and where are empty for one that is not in the database."""

    kind: str
    held_at: datetime | None
    place: str
    #: Functions, never names.
    attending: str
    agenda: tuple[str, ...]
    decisions: tuple[DecisionItem, ...]


def read_meeting(database: Database, request: PackageRequest, period: Period) -> MeetingRow | None:
    """The meeting of the period that follows the request's agenda, if the database knows one.

    Raises InputError if there is no such agenda.
    """
    if request.meeting not in _KINDS:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "There is no agenda called {name}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose one of these: {names}."),
            name=request.meeting,
            names=", ".join(_KINDS),
        )
    row = meeting_of(database, _KINDS[_agenda(request)], period)
    return None if row is None else replace(row, decisions=tuple(d for d in row.decisions if _may_travel(d, request)))


def _agenda(request: PackageRequest) -> str:
    """The strategic edition is for no other group than the strategic one."""
    return "strategic" if request.edition is Edition.STRATEGIC else request.meeting


def _may_travel(decision: DecisionRow, request: PackageRequest) -> bool:
    """Not what is about a thing above the ceiling, nor about one measure where the edition tells of none by itself."""
    if decision.has_measure and not request.edition.parts >= {Part.MEASURES}:
        return False
    return decision.info_class <= request.edition.ceiling


def meeting_item(
    row: MeetingRow | None, request: PackageRequest, organisations: Mapping[str, str], words: Language
) -> MeetingItem:
    """The meeting, its agenda that of the database or else the fixed one; ``organisations`` names the codes."""
    if row is None:
        label = words.translate("est_plugin", _LABELS[_agenda(request)])
        return MeetingItem(label, None, "", "", agenda_of(_agenda(request), words.code), ())
    return MeetingItem(
        kind=words.translate("est_plugin", _LABELS[row.kind]),
        held_at=row.held_at,
        place=row.place,
        attending=row.attending,
        agenda=row.items or agenda_of(_agenda(request), words.code),
        decisions=tuple(
            DecisionItem(
                found.number, found.text, organisations.get(found.owner or "", found.owner or ""), found.due_date
            )
            for found in row.decisions
        ),
    )


def agenda_of(meeting: str, language: str) -> tuple[str, ...]:
    """The items of a fixed agenda, a key of the catalogue."""
    agendas = json.loads(paths.catalogue("agendas").read_text(encoding="utf-8"))
    return tuple(agendas[meeting][language])
