# SPDX-License-Identifier: GPL-2.0-or-later
"""Which incidents of a period may be counted in a public edition, and how many may not, and why?"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from est_plugin.analysis.stacks import find_stacks, on_stacks
from est_plugin.db.incident_reading import read_some_in
from est_plugin.db.incidents import CHOSEN, filter_parameters, read_points
from est_plugin.domain.home_places import is_home, leads_to_home
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.info_class import InfoClass
from est_plugin.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from est_plugin.analysis.points import PointSet
    from est_plugin.db.database import Database
    from est_plugin.domain.period import Period

#: A place known no better than the side of a square may belong to another square.
COARSEST_M = 250
_PUBLIC = """
    AND occurred_from >= :start AND occurred_from < :end
    AND info_class <= :highest AND coalesce(precision_m, 0) <= :coarsest
    AND category IN (SELECT code FROM category WHERE publishable)
    AND coalesce(place_type, '') NOT IN (SELECT value FROM json_each(:homes))
    AND coalesce(place, '') NOT IN (SELECT value FROM json_each(:doors))
"""
_PUBLISHABLE = "SELECT code FROM category WHERE publishable"
_KINDS = """
    SELECT category, coalesce(place_type, '') AS place_type, coalesce(place, '') AS place,
        CASE WHEN info_class > :highest THEN 1 ELSE 0 END AS is_closed,
        CASE WHEN coalesce(precision_m, 0) > :coarsest THEN 1 ELSE 0 END AS is_coarse, count(*) AS number
    FROM incident WHERE @chosen
    GROUP BY 1, 2, 3, 4, 5
"""


class Reason(StrEnum):
    """Why an incident is not counted."""

    CATEGORY = "category"
    HOME = "home"
    INFO_CLASS = "info_class"
    PRECISION = "precision"
    STACK = "stack"

    @property
    def label(self) -> str:
        """Source text of the reason."""
        return _LABELS[self]


_LABELS = {
    Reason.CATEGORY: QT_TRANSLATE_NOOP("est_plugin", "Of categories that are never published"),
    Reason.HOME: QT_TRANSLATE_NOOP("est_plugin", "Type of place or place suggests a home"),
    Reason.INFO_CLASS: QT_TRANSLATE_NOOP("est_plugin", "Information class above internal"),
    Reason.PRECISION: QT_TRANSLATE_NOOP("est_plugin", "Place known to more than 250 m only"),
    Reason.STACK: QT_TRANSLATE_NOOP("est_plugin", "On a point that stands for “place unknown”"),
}


@dataclass(frozen=True, eq=False)
class PublicRows:
    """The incidents that count, and how many do not, each by its first reason."""

    points: PointSet
    not_counted: Mapping[Reason, int]
    #: Categories that are never published but occur in the period, with their incidents.
    withheld: Mapping[str, int]
    #: Codes of the categories that may be published.
    publishable: frozenset[str]
    #: The types of place of what counts, for a person to look through: any may be a home by another word.
    place_types: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Secrets:
    """What no file of a public edition may hold: every incident's place, and what joins to a row."""

    points: PointSet
    references: frozenset[str]


def read_public(database: Database, period: Period) -> PublicRows:
    """Of the counted incidents of the period, without any filter.

    Raises DatabaseError if the database cannot be read.
    """
    parameters: dict[str, Any] = {
        **filter_parameters(IncidentFilter(period)),
        "highest": int(InfoClass.INTERNAL),
        "coarsest": COARSEST_M,
    }
    with database.reading() as connection:
        publishable = frozenset(row["code"] for row in connection.execute(_PUBLISHABLE))
        kinds = connection.execute(_KINDS.replace("@chosen", CHOSEN), parameters).fetchall()
        homes = {row["place_type"] for row in kinds if is_home(row["place_type"])}
        doors = {row["place"] for row in kinds if leads_to_home(row["place"])}
        lists = {"homes": json.dumps(sorted(homes)), "doors": json.dumps(sorted(doors))}
        found = read_some_in(database, connection, _PUBLIC, {**parameters, **lists})
    not_counted: Counter[Reason] = Counter()
    withheld: Counter[str] = Counter()
    place_types = set()
    for row in kinds:
        if row["category"] not in publishable:
            not_counted[Reason.CATEGORY] += row["number"]
            withheld[row["category"]] += row["number"]
        elif row["place_type"] in homes or row["place"] in doors:
            not_counted[Reason.HOME] += row["number"]
        elif row["is_closed"]:
            not_counted[Reason.INFO_CLASS] += row["number"]
        elif row["is_coarse"]:
            not_counted[Reason.PRECISION] += row["number"]
        else:
            place_types.add(row["place_type"])
    points = found.points(IncidentFilter())
    # Among all incidents: a default point shows by what all categories together leave there.
    is_stacked = on_stacks(points, find_stacks(read_points(database, IncidentFilter(period))))
    not_counted[Reason.STACK] += int(is_stacked.sum())
    return PublicRows(points.select(~is_stacked), not_counted, withheld, publishable, tuple(sorted(place_types - {""})))


def read_secrets(database: Database) -> Secrets:
    """Of all periods, whether they count or not.

    Raises DatabaseError if the database cannot be read, or the login may not read the references.
    """
    with database.reading() as connection:
        rows = connection.execute("SELECT DISTINCT source_ref FROM incident WHERE source_ref IS NOT NULL").fetchall()
    return Secrets(read_points(database, IncidentFilter()), frozenset(row["source_ref"] for row in rows))
