# SPDX-License-Identifier: GPL-2.0-or-later
"""Are two rows of one file that say the same one report? Only if a case number says so; else each is its own."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from est_plugin.db.imports import nth_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.intake.checks import CheckedRow


def told_apart(rows: Sequence[CheckedRow]) -> list[CheckedRow]:
    """All rows of a file; what names the n-th of several that say the same and have no case number ends in its number.

    So the same file adds nothing when it comes again, in whatever order, and every report in it counts.
    """
    seen: Counter[str] = Counter()
    told = []
    for row in rows:
        if row.has_case_number:
            told.append(row)
            continue
        seen[row.row_hash] += 1
        nth = seen[row.row_hash]
        found = replace(row, row_hash=nth_name(row.row_hash, nth), is_repeat=nth > 1) if nth > 1 else row
        incident = row.incident
        if incident is not None:
            # Rows that differ only in columns nobody reads say the same too.
            seen[incident.source_ref] += 1
            if (nth := seen[incident.source_ref]) > 1:
                numbered = replace(incident, source_ref=nth_name(incident.source_ref, nth))
                found = replace(found, source_ref=numbered.source_ref, incident=numbered, is_repeat=True)
        told.append(found)
    return told
