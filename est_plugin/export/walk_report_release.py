# SPDX-License-Identifier: GPL-2.0-or-later
"""What of a walk has a person looked at and let go out? The words and photos as they stood there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True)
class Released:
    """What a person has looked at, by the uuid of the observation: what is changed afterwards does not go out."""

    words: Mapping[str, str] = field(default_factory=dict)
    photos: Mapping[str, Path] = field(default_factory=dict)


NOTHING = Released()


@dataclass(frozen=True)
class Choice:
    """What a person looks at before it goes out: the words and the photo of one observation."""

    uuid: str
    stop: int
    place: str
    what: str
    #: As they were written on the walk; empty if there are none.
    words: str
    #: None without a photo, or while nobody has ticked in its form that it shows no face and no plate.
    photo: Path | None


@dataclass(frozen=True)
class ReportChoices:
    """All that can be released, and how many things wait for an answer."""

    #: What the folder of the report is called.
    name: str
    rows: tuple[Choice, ...]
    unchecked_photos: int
    unanswered: int
    total: int

    def everything(self, *, words: bool, photos: bool) -> Released:
        """All words and all checked photos, as far as they are wanted."""
        return Released(
            {row.uuid: row.words for row in self.rows if words and row.words},
            {row.uuid: row.photo for row in self.rows if photos and row.photo},
        )


def left_out_note(count: int) -> str:
    """Says that so many words and photos stayed here since they were changed after somebody had looked at them."""
    return translate(
        "est_plugin",
        "%n comment(s) and photo(s) that were ticked have been changed or taken away meanwhile, and were left out. "
        "Write a new report to look at them again.",
        "",
        count,
    )
