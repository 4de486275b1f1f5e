# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates and times as reports write them, in the local time of their zone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from est_plugin.intake.reasons import Reason, ReasonCode

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

EARLIEST_YEAR = 1990
_NOON = 12
_TIME = (
    r"(?:[T ,]+(?:(?:kl|klockan)\.?\s*)?(?P<hour>\d{1,2})"
    # The hour alone, minutes after a sign, or four digits.
    r"(?:(?:[:.]|(?<=\d\d)(?=\d\d(?!\d)))(?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d{1,9})?)?)?"
    r"\s*(?P<half>[AaPp][Mm])?\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<sep>[-/.])(?P<a>\d{1,2})(?P=sep)(?P<b>\d{1,2})" + _TIME)
_YEAR_LAST = re.compile(r"(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<year>\d{4})" + _TIME)
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<a>\d{2})(?P<b>\d{2})" + _TIME)
#: A date, and what follows it.
_DATE_AND_MORE = re.compile(
    r"(?P<date>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{8})[T ,].*", re.DOTALL
)
_CLOCK_CODES = ("%H", "%I", "%X", "%c")


@dataclass(frozen=True, slots=True)
class Timestamp:
    """An instant in UTC. Without a clock time it is the first instant of the local day, or for an end the last."""

    instant: datetime
    time_known: bool


@dataclass(frozen=True)
class TimeReader:
    """How a source writes its times. Explicit ``formats`` (strptime) are the only ones tried, if there are any."""

    zone: ZoneInfo
    now: datetime
    formats: Sequence[str] = ()
    day_first: bool = True
    #: A date with a clock time that cannot be read counts as a date without one.
    accept_unknown_clock: bool = False

    def read(self, text: str, *, is_end: bool = False) -> Timestamp | Reason:
        """The instant that ``text`` names. A time in the hour that comes twice in autumn is the first of the two."""
        parsed = self._parsed(text)
        if parsed is None and self.accept_unknown_clock and (found := _DATE_AND_MORE.fullmatch(text)):
            parsed = self._parsed(found["date"])
        if parsed is None:
            return Reason(ReasonCode.INVALID_TIME, text)
        local, time_known = parsed
        if local.year < EARLIEST_YEAR:
            return Reason(ReasonCode.OLD_TIME, text)
        instant = self._instant(local, time_known=time_known)
        if instant is None:
            return Reason(ReasonCode.SKIPPED_TIME, text)
        if instant > self.now:
            return Reason(ReasonCode.FUTURE_TIME, text)
        if is_end and not time_known:
            day_after = local.replace(tzinfo=self.zone) + timedelta(days=1)
            instant = day_after.astimezone(UTC) - timedelta(seconds=1)
        return Timestamp(instant, time_known)

    def _parsed(self, text: str) -> tuple[datetime, bool] | None:
        return self._explicit(text) if self.formats else self._automatic(text)

    def _explicit(self, text: str) -> tuple[datetime, bool] | None:
        for form in self.formats:
            try:
                local = datetime.strptime(text, form)  # noqa: DTZ007 (the zone follows in _instant)
            except ValueError:
                continue
            return local, any(code in form for code in _CLOCK_CODES)
        return None

    def _automatic(self, text: str) -> tuple[datetime, bool] | None:
        if found := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
            return _built(found, month=int(found["a"]), day=int(found["b"]))
        if found := _YEAR_LAST.fullmatch(text):
            first, second = int(found["a"]), int(found["b"])
            month, day = (second, first) if self.day_first else (first, second)
            return _built(found, month=month, day=day)
        return None

    def _instant(self, local: datetime, *, time_known: bool) -> datetime | None:
        """The instant in UTC; None for a clock time that the change to summer time skips."""
        if local.tzinfo is not None:
            return local.astimezone(UTC)
        instant = local.replace(tzinfo=self.zone).astimezone(UTC)
        if time_known and instant.astimezone(self.zone).replace(tzinfo=None) != local:
            return None
        return instant


def _built(found: re.Match[str], *, month: int, day: int) -> tuple[datetime, bool] | None:
    """The date and time of a match, and whether it has a clock time; None if there is no such day or hour."""
    hour = int(found["hour"] or 0)
    if found["half"]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if found["half"].lower() == "pm" else 0)
    try:
        local = datetime(  # noqa: DTZ001 (the zone follows in TimeReader)
            int(found["year"]), month, day, hour, int(found["minute"] or 0), int(found["second"] or 0)
        )
        return local.replace(tzinfo=_offset(found["zone"])), found["hour"] is not None
    except ValueError:
        return None


def _offset(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text == "Z":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))
