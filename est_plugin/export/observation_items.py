# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a package hold of what people saw on safety walks? Judgements and answers; nothing that they wrote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.db.catalogues import CodeLists, read_code_lists
from est_plugin.db.walk_findings import WalkFindings, findings_since
from est_plugin.layers.photos import photo_folder

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from est_plugin.db.database import Database


@dataclass(frozen=True)
class ObservationRows:
    """The walks with their findings, the newest first, and what it takes to word them."""

    walks: tuple[WalkFindings, ...]
    lists: CodeLists
    #: Where the photos lie; None if this computer does not know.
    photos: Path | None


@dataclass(frozen=True)
class ObservationItem:
    """One thing that was seen, in the package's language; empty texts where nothing is said."""

    #: What was looked at and how it was judged.
    seen: str
    #: What becomes of it in a few words, and when or why not.
    answer: str
    reply: str
    responsible: str
    #: Only if somebody has ticked that it shows no face and no plate.
    photo: Path | None


@dataclass(frozen=True)
class ObservedPlace:
    """A stop, or another place near it, with what was seen there. ``key`` is its name inside the package."""

    key: str
    number: int
    #: Number and name of the stop.
    stop: str
    items: tuple[ObservationItem, ...]
    wkb: bytes | None


@dataclass(frozen=True)
class ObservedWalk:
    """A walk in its order; ``key`` is that of the walk."""

    key: str
    title: str
    places: tuple[ObservedPlace, ...]


def read_observations(database: Database, first_day: date) -> ObservationRows:
    """What was seen on walks that were walked on that day or later."""
    return ObservationRows(findings_since(database, first_day), read_code_lists(database), photo_folder(database))
