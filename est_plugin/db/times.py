# SPDX-License-Identifier: GPL-2.0-or-later
"""How the database writes an instant: UTC with milliseconds, so that texts compare as times do."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

#: Days begin and end here, and times are shown in this zone.
LOCAL_ZONE = ZoneInfo("Europe/Stockholm")

#: Before and after every stored instant. Whole texts: SQLite would take "9999" for a number, and any text is greater.
#: PostgreSQL knows no year 0.
EARLIEST = "0001-01-01T00:00:00.000Z"
LATEST = "9999-12-31T23:59:59.999Z"


def to_text(instant: datetime) -> str:
    """An aware instant as ``YYYY-MM-DDTHH:MM:SS.mmmZ``."""
    return instant.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def from_text(text: str) -> datetime:
    """An instant as the database holds it, aware and in UTC."""
    return datetime.fromisoformat(text)


def now() -> str:
    """This instant, as the database writes it."""
    return to_text(datetime.now(UTC))
