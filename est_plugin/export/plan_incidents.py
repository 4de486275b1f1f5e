# SPDX-License-Identifier: GPL-2.0-or-later
"""Which incidents go into a package, and what is said of each?"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.day_parts import UNKNOWN, local_days
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.export.incident_columns import IncidentCategory, IncidentColumns, IncidentGroup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from est_plugin.export.reading import PackageRows
    from est_plugin.i18n import Language

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_PLAIN = "#444444"


def incident_columns(rows: PackageRows, organisations: Mapping[str, str], words: Language) -> IncidentColumns | None:
    """The incidents sorted by day and place, so that nothing tells in which order they were taken in.

    ``organisations`` names the codes. None where the edition has no single incidents.
    """
    if rows.incidents is None:
        return None
    found, unknown = rows.incidents, words.translate("est_plugin", "Not stated")
    days = local_days(found.time, found.until, LOCAL_ZONE)
    first = (rows.period.start - date(1970, 1, 1)).days
    day = np.where(days.day == UNKNOWN, UNKNOWN, days.day - first)
    x, y = np.rint(found.x).astype(np.int64), np.rint(found.y).astype(np.int64)
    order = np.lexsort((found.organisation, found.category, y, x, days.part, day))
    groups, categories = _kinds(rows, found.category_codes, words)
    return IncidentColumns(
        x=x[order],
        y=y[order],
        category=found.category[order],
        organisation=found.organisation[order],
        day=day[order],
        part=days.part[order],
        groups=groups,
        categories=categories,
        organisations=tuple(organisations.get(code, code) or unknown for code in found.organisation_codes),
    )


def _kinds(
    rows: PackageRows, codes: tuple[str, ...], words: Language
) -> tuple[tuple[IncidentGroup, ...], tuple[IncidentCategory, ...]]:
    """The groups that the categories are of, in the order of their list, and the categories."""
    known = {code.code: code for code in rows.categories}
    names = {code.code: code.name(words.code) for code in rows.category_groups}
    of_category = [known[code].group if code in known else "" for code in codes]
    present = [code for code in (*names, "") if code in of_category]
    colours = {code.group: code.colour for code in rows.categories}
    groups = tuple(
        IncidentGroup(names.get(code, "") or words.translate("est_plugin", "Other"), _colour(colours.get(code, "")))
        for code in present
    )
    categories = tuple(
        IncidentCategory(known[code].name(words.code) if code in known else code, present.index(group))
        for code, group in zip(codes, of_category, strict=True)
    )
    return groups, categories


def _colour(text: str) -> str:
    """The list of groups can be edited by hand: what is no colour becomes grey."""
    return text if _COLOUR.fullmatch(text) else _PLAIN
