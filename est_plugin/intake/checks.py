# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes an incident of a row, or says why it is none."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from est_plugin.db.imports import content_name
from est_plugin.domain.incident import Incident, PoliceReported
from est_plugin.domain.personal_data import mask
from est_plugin.intake.column_mapping import AxisOrder, Field
from est_plugin.intake.number_text import parse_number
from est_plugin.intake.reasons import Reason, ReasonCode
from est_plugin.intake.timestamps import Timestamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from est_plugin.analysis.arrays import FloatArray
    from est_plugin.domain.code_list import Code
    from est_plugin.domain.personal_data import PersonalData
    from est_plugin.intake.column_mapping import ColumnMapping
    from est_plugin.intake.coordinates import Placer
    from est_plugin.intake.csv_file import CsvRow
    from est_plugin.intake.timestamps import TimeReader

MAX_SEVERITY = 5
#: Most rows hold no personal data; they share this.
_NOTHING: Mapping[PersonalData, int] = MappingProxyType({})
#: Where a person may have written anything.
_FREE_TEXTS = (Field.PLACE, Field.PLACE_TYPE, Field.DESCRIPTION)
_POLICE_WORDS = {
    **dict.fromkeys(("ja", "j", "yes", "y", "true", "sant", "1", "x"), PoliceReported.YES),
    **dict.fromkeys(("nej", "n", "no", "false", "falskt", "0"), PoliceReported.NO),
    **dict.fromkeys(("", "okänt", "okänd", "vet ej", "unknown", "?", "-"), PoliceReported.UNKNOWN),
}
#: Number of a police report, such as 5000-K123456-26. It says yes, and is not stored.
_POLICE_CASE = re.compile(r"\d{4}-?k\d+-\d{2}")


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A row of the file: an incident, or the reasons why it is none."""

    row: CsvRow
    #: What names the report in its source: the case number, or a hash of what it says.
    source_ref: str
    incident: Incident | None
    reasons: tuple[Reason, ...]
    masked: Mapping[PersonalData, int]
    #: SHA-256 (hexadecimal) of the cells as they came, and the occurrence if the file holds several such rows.
    row_hash: str
    has_case_number: bool
    #: Says the same as an earlier row of the file, and no case number tells them apart or makes them one.
    is_repeat: bool = False


@dataclass(slots=True)
class _Draft:
    """What is known of a row before its place is."""

    texts: dict[Field, str]
    reasons: list[Reason]
    category: str = ""
    organisation: str | None = None
    occurred_from: Timestamp | None = None
    occurred_to: Timestamp | None = None
    reported_at: Timestamp | None = None
    severity: int | None = None
    police_reported: PoliceReported = PoliceReported.UNKNOWN
    x: float = np.nan
    y: float = np.nan


def code_words(codes: Iterable[Code], own_words: Mapping[str, str]) -> dict[str, str]:
    """Every word that means a code: the code itself, its names in both languages, and the source's own words."""
    known = tuple(codes)
    words: dict[str, str] = {}
    for code in known:
        for word in (code.name_en, code.name_sv, code.code):
            words[folded(word)] = code.code
    by_code = {folded(code.code): code.code for code in known}
    for word, meant in own_words.items():
        if (code_meant := by_code.get(folded(meant))) is not None:
            words[folded(word)] = code_meant
    return words


class RowChecker:
    """Checks the rows of one file against the rules."""

    def __init__(
        self,
        mapping: ColumnMapping,
        positions: Mapping[Field, tuple[int, ...]],
        times: TimeReader,
        placer: Placer,
        *,
        categories: Mapping[str, str],
        organisations: Mapping[str, str],
    ) -> None:
        self._mapping = mapping
        self._positions = positions
        self._times = times
        self._placer = placer
        self._categories = categories
        self._organisations = organisations

    def check(self, rows: Sequence[CsvRow], misshapen: frozenset[int], width: int) -> list[CheckedRow]:
        """The rows, checked; the precision of their places is judged over all of them.

        ``misshapen`` are the numbers of the rows that have not ``width`` cells.
        """
        drafts = []
        for row in rows:
            if row.number in misshapen:
                sizes = f"{len(row.cells)} ≠ {width}"
                drafts.append(_Draft(self._texts(row), [Reason(ReasonCode.CELL_COUNT, sizes)]))
            else:
                drafts.append(self._draft(row))
        x = np.array([draft.x for draft in drafts], dtype=np.float64)
        y = np.array([draft.y for draft in drafts], dtype=np.float64)
        self._place(drafts, x, y)
        precision_m = self._placer.resolution_m(np.concatenate((x, y)))
        return [self._checked(row, draft, precision_m) for row, draft in zip(rows, drafts, strict=True)]

    def _draft(self, row: CsvRow) -> _Draft:
        draft = _Draft(self._texts(row), [])
        self._read_codes(draft)
        self._read_times(draft)
        self._read_answers(draft)
        self._read_coordinates(draft)
        return draft

    def _texts(self, row: CsvRow) -> dict[Field, str]:
        texts = dict(self._mapping.constants)
        for name, positions in self._positions.items():
            cells = [row.cells[position] for position in positions if position < len(row.cells)]
            text = cells[0] if len(cells) == 1 else " ".join(cell for cell in cells if cell)
            if text:
                texts[name] = text
        return texts

    def _read_codes(self, draft: _Draft) -> None:
        category = draft.texts.get(Field.CATEGORY, "")
        if not category:
            draft.reasons.append(Reason(ReasonCode.NO_CATEGORY))
        elif (code := self._categories.get(folded(category))) is None:
            draft.reasons.append(Reason(ReasonCode.UNKNOWN_CATEGORY, category))
        else:
            draft.category = code
        organisation = draft.texts.get(Field.ORGANISATION, "")
        if organisation:
            draft.organisation = self._organisations.get(folded(organisation))
            if draft.organisation is None:
                draft.reasons.append(Reason(ReasonCode.UNKNOWN_ORGANISATION, organisation))

    def _read_times(self, draft: _Draft) -> None:
        if not draft.texts.get(Field.OCCURRED_FROM):
            draft.reasons.append(Reason(ReasonCode.NO_TIME))
        draft.occurred_from = self._time(draft, Field.OCCURRED_FROM)
        draft.occurred_to = self._time(draft, Field.OCCURRED_TO, is_end=True)
        draft.reported_at = self._time(draft, Field.REPORTED_AT)
        start, end = draft.occurred_from, draft.occurred_to
        if start and end and end.instant < start.instant:
            texts = (draft.texts.get(name, "") for name in (Field.OCCURRED_FROM, Field.OCCURRED_TO))
            draft.reasons.append(Reason(ReasonCode.REVERSED_INTERVAL, " – ".join(texts)))

    def _time(self, draft: _Draft, name: Field, *, is_end: bool = False) -> Timestamp | None:
        text = draft.texts.get(name, "")
        if not text:
            return None
        found = self._times.read(text, is_end=is_end)
        if isinstance(found, Timestamp):
            return found
        draft.reasons.append(found)
        return None

    def _read_answers(self, draft: _Draft) -> None:
        severity = draft.texts.get(Field.SEVERITY, "")
        if severity:
            number = parse_number(severity)
            if number is not None and number.is_integer() and 1 <= number <= MAX_SEVERITY:
                draft.severity = int(number)
            else:
                draft.reasons.append(Reason(ReasonCode.INVALID_SEVERITY, severity))
        police = folded(draft.texts.get(Field.POLICE_REPORTED, ""))
        if _POLICE_CASE.fullmatch(police):
            draft.police_reported = PoliceReported.YES
        elif police in _POLICE_WORDS:
            draft.police_reported = _POLICE_WORDS[police]
        else:
            draft.reasons.append(Reason(ReasonCode.INVALID_POLICE_REPORTED, police))

    def _read_coordinates(self, draft: _Draft) -> None:
        texts = [draft.texts.get(name, "") for name in (Field.X, Field.Y)]
        if not all(texts):
            draft.reasons.append(Reason(ReasonCode.NO_COORDINATE))
            return
        numbers = [parse_number(text) for text in texts]
        x, y = numbers
        if x is None or y is None:
            wrong = (text for text, number in zip(texts, numbers, strict=True) if number is None)
            draft.reasons.append(Reason(ReasonCode.INVALID_COORDINATE, ", ".join(wrong)))
        elif x == 0 and y == 0:
            draft.reasons.append(Reason(ReasonCode.ZERO_COORDINATE))
        elif self._mapping.axis_order is AxisOrder.NORTH_EAST:
            draft.x, draft.y = y, x
        else:
            draft.x, draft.y = x, y

    def _place(self, drafts: Sequence[_Draft], x: FloatArray, y: FloatArray) -> None:
        """Move the coordinates of all drafts into the database's CRS at once."""
        placed = self._placer.place(x, y)
        for number, draft in enumerate(drafts):
            if np.isnan(draft.x):
                continue
            shown = f"{draft.x:.12g} {draft.y:.12g}"
            if not placed.in_source_area[number]:
                draft.reasons.append(Reason(ReasonCode.OUTSIDE_SOURCE_AREA, shown))
            elif not placed.in_database_area[number]:
                draft.reasons.append(Reason(ReasonCode.OUTSIDE_DATABASE_AREA, shown))
            draft.x, draft.y = float(placed.x[number]), float(placed.y[number])

    def _checked(self, row: CsvRow, draft: _Draft, precision_m: float | None) -> CheckedRow:
        start, ref = draft.occurred_from, draft.texts.get(Field.SOURCE_REF, "")
        source_ref = ref or content_name(_digest(f"{name}={draft.texts[name]}" for name in sorted(draft.texts)))
        row_hash = _digest(row.cells)
        if draft.reasons or start is None:
            # A column that serves two fields breaks a rule once.
            reasons = tuple(dict.fromkeys(draft.reasons))
            return CheckedRow(row, source_ref, None, reasons, _NOTHING, row_hash, bool(ref))
        place, place_type, description = (mask(draft.texts.get(name, "")) for name in _FREE_TEXTS)
        said: dict[str, Any] = {
            "category": draft.category,
            "organisation": draft.organisation,
            "occurred_from": start.instant,
            "occurred_to": draft.occurred_to.instant if draft.occurred_to else None,
            "time_known": start.time_known,
            "reported_at": draft.reported_at.instant if draft.reported_at else None,
            "place": place.text,
            "place_type": place_type.text,
            "description": description.text,
            "severity": draft.severity,
            "police_reported": draft.police_reported,
        }
        incident = Incident(
            source=self._mapping.source,
            source_ref=source_ref,
            x=draft.x,
            y=draft.y,
            precision_m=precision_m,
            # Of what is stored, where personal data are masked; a decimetre more or less is the transformation's.
            content_hash=_digest((*map(str, said.values()), f"{draft.x:.1f} {draft.y:.1f}")),
            **said,
        )
        found = [text.found for text in (place, place_type, description) if text.found]
        masked = sum((Counter(kinds) for kinds in found), Counter()) if found else _NOTHING
        return CheckedRow(row, source_ref, incident, (), masked, row_hash, bool(ref))


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def folded(word: str) -> str:
    """A word without case and without blanks around it or doubled in it."""
    return " ".join(word.split()).casefold()
