# SPDX-License-Identifier: GPL-2.0-or-later
"""Which observations of safety walks go into a package, and what is said of each?"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from est_plugin.export.finding_reader import FEELING, FindingReader
from est_plugin.export.observation_items import ObservationItem, ObservedPlace, ObservedWalk
from est_plugin.export.plan_walks import walk_title
from est_plugin.export.walk_report_release import NOTHING
from est_plugin.export.walk_report_words import answer_label, answer_words, seen_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.db.package_rows import StopRow, WalkRow
    from est_plugin.db.walk_findings import Finding, WalkFindings
    from est_plugin.export.reading import PackageRows
    from est_plugin.i18n import Language


def observed_walks(rows: PackageRows, words: Language) -> tuple[ObservedWalk, ...]:
    """The walks on which something was seen that can be told without what people wrote; the newest first."""
    if rows.observations is None:
        return ()
    found = {walk.uuid: walk for walk in rows.observations.walks}
    reader = FindingReader(rows.observations.lists, words, rows.observations.photos, NOTHING)
    keys = (f"o{number}" for number in count(1))
    walks = (
        ObservedWalk(
            key=f"w{number}",
            title=walk_title(row, number, words),
            places=tuple(_places(row, found[row.uuid], reader, words, keys)),
        )
        for number, row in enumerate(rows.walks, start=1)
        if row.uuid in found
    )
    return tuple(walk for walk in walks if walk.places)


def _places(
    walk: WalkRow, found: WalkFindings, reader: FindingReader, words: Language, keys: Iterator[str]
) -> Iterator[ObservedPlace]:
    """Stop by stop; what has a place of its own stands by itself."""
    for stop in walk.stops:
        seen = [finding for finding in found.findings if finding.stop == stop.uuid]
        for wkb in dict.fromkeys(finding.wkb or stop.wkb for finding in seen):
            there = (finding for finding in seen if (finding.wkb or stop.wkb) == wkb)
            items = tuple(_item(finding, reader, words) for finding in there if _is_told(finding, reader))
            if items:
                yield ObservedPlace(next(keys), stop.number, _stop_text(stop), items, wkb)


def _is_told(finding: Finding, reader: FindingReader) -> bool:
    if finding.item == FEELING:
        return finding.value.isdigit()
    return reader.says_something(finding) or reader.checked_photo(finding) is not None


def _item(finding: Finding, reader: FindingReader, words: Language) -> ObservationItem:
    item = reader.item(finding)
    seen = seen_text(item)
    if finding.item == FEELING:
        feeling = words.translate("est_plugin", "Feeling: {mark} of 5 (1 unsafe, 5 safe)")
        seen = feeling.format(mark=finding.value)
    return ObservationItem(
        seen=seen,
        answer=answer_label(item.answer, words) if item.is_lacking else "",
        reply=answer_words(item, words) if item.is_lacking else "",
        responsible=item.responsible if item.is_lacking else "",
        photo=reader.checked_photo(finding),
    )


def _stop_text(stop: StopRow) -> str:
    return f"{stop.number}. {stop.place}" if stop.place else str(stop.number)
