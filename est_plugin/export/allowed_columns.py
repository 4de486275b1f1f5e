# SPDX-License-Identifier: GPL-2.0-or-later
"""Which columns of the database may a package be made from? Whatever is not named here stays in the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.db.kept_back import KeptColumns
from est_plugin.db.schema_columns import schema_columns
from est_plugin.domain.edition import Edition, Part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from est_plugin.db.schema_columns import SchemaColumn

_CODE_LIST = "code name_sv name_en sort active"
#: Catalogues and what the database says of itself: nothing of what happened, and nobody.
_COMMON = {
    "meta": "municipality municipality_name schema_version srs_id",
    "organisation": f"{_CODE_LIST} kind colour",
    "category_group": f"{_CODE_LIST} colour",
    "category": f"{_CODE_LIST} category_group",
    "measure_kind": f"{_CODE_LIST} techniques",
    "participant_role": _CODE_LIST,
    "checklist_item": f"{_CODE_LIST} answer",
    "traffic_term": _CODE_LIST,
}
#: Of an incident only what kind of thing happened where, and how well that is known; its instant travels as a day and
#: an hour under names of their own.
_INCIDENT = "category organisation time_known precision_m place_type darkness info_class geom"
_MEETING = {
    "meeting": "kind held_at place attending period_start period_end",
    "agenda_item": "number title",
    "decision": "number text owner due_date",
}
_MEASURE = "kind title public_text status due_date start_date done_date follow_up_date info_class geom"
_BY_PART: Mapping[Part, Mapping[str, str]] = {
    Part.INCIDENTS: {"incident": _INCIDENT},
    Part.HOTSPOTS: {
        "hotspot": "name rank status incidents incidents_before main_category period_start period_end info_class geom",
        "hotspot_period": "period_start period_end rank incidents incidents_before cells main_category categories"
        " method geom",
    },
    Part.CAUSES: {"cause": "problem triangle_side missing_controller support confidence"},
    Part.MEASURES: {"measure": _MEASURE, "effect": "before_start before_end after_start after_end verdict"},
    Part.OWNERS: {"measure": "owner", "observation": "responsible"},
    Part.WALKS: {
        "walk": "title status starts_at ends_at length_m minutes area light_condition next_walk geom",
        "walk_stop": "number place land_owner geom",
    },
    Part.OBSERVATIONS: {
        "observation": "item measure_kind term priority deadline answer reply photo_checked observed_at geom"
    },
    Part.MINUTES: _MEETING,
}
#: Of a measure the public reads what was written for it, and not its working title; the class is the package's own.
_PUBLIC = {"measure": "kind public_text status due_date start_date done_date info_class geom"}
#: Names of rows in the registers they come from: whoever has one finds the row.
_REFERENCES = frozenset(
    {("incident", "source_ref"), ("quarantine", "source_ref"), ("measure", "registry_no"), ("traffic_rule", "stfs_id")}
)
#: Who wrote, as a login or a name. The other columns that tell who did something hold functions and organisations,
#: which a meeting's papers name by right.
_PEOPLE = frozenset({"changed_by"})
#: Tables without words of people: lists of codes, numbers, and the machinery of imports and of the history.
_NO_TEXTS = frozenset(
    [
        "effect",
        "history",
        "changeset",
        "writer",
        "measure_step",
        "import_source",
        "import_batch",
        "quarantine",
        "traffic_rule",
    ]
) | set(_COMMON)
#: Columns that hold a code, a sum, the uuid of a row (which is known by its form), or a name that others may share.
_NO_WORDS = frozenset(
    [
        "uuid",
        "content_hash",
        "photo",
        "source",
        "kind",
        "status",
        "value",
        "role",
        "police_reported",
        "review_status",
        "outcome",
        "darkness",
        "place_type",
        "land_owner",
        "term",
        "answer",
        "item",
        "category",
        "organisation",
        "main_category",
        "owner",
        "responsible",
        "measure_kind",
        "light_condition",
        "triangle_side",
        "missing_controller",
        "survey",
        "name",
        "found_name",
        "title",
        "area",
        "attending",
        "partner",
        "weather",
        "step_by",
        "by_function",
        "organiser",
        "note_taker_function",
        "categories",
        "method",
    ]
)
#: Plain words that only a column of ours would be called in a file of data; the others tell by their underscore.
_TELLING = frozenset(
    [
        "uuid",
        "description",
        "comment",
        "note",
        "notes",
        "reason",
        "reply",
        "organiser",
        "severity",
        "raw",
        "mended",
        "funding",
        "photo",
        "attending",
    ]
)


def allowed_columns(edition: Edition) -> frozenset[tuple[str, str]]:
    """Tables and columns that a package of the edition may be made from."""
    chosen = [_COMMON, *(_BY_PART.get(part, {}) for part in edition.parts)]
    if edition is Edition.PUBLIC:
        chosen = [_COMMON, _PUBLIC]
    return frozenset((table, name) for tables in chosen for table, names in tables.items() for name in names.split())


def forbidden_names(edition: Edition) -> frozenset[str]:
    """Names that no file of the edition may use for its own columns: no table may show a column of that name."""
    allowed = {name for _, name in allowed_columns(edition)}
    names = {column.name for column in schema_columns()} - allowed
    return frozenset(name for name in names if "_" in name or name in _TELLING)


def kept_columns(edition: Edition) -> KeptColumns:
    """All that no file of the edition may repeat."""
    allowed = allowed_columns(edition)
    own = tuple(name for name in ("title", "public_text") if ("measure", name) in allowed)
    return KeptColumns(kept_texts(edition), kept_references(edition), kept_people(edition), {"measure": own})


def kept_texts(edition: Edition) -> frozenset[tuple[str, str]]:
    """Columns whose words must not be in any file of the edition: all text that may not travel.

    A new column of text belongs to them until it is named above.
    """
    tables = {column.table for column in schema_columns()}
    return frozenset(
        (column.table, column.name)
        for column in _text_columns(edition)
        if column.name not in _PEOPLE | _NO_WORDS | tables
        and (column.table, column.name) not in _REFERENCES
        and (column.name != "place" or column.table == "incident")
    )


def kept_references(edition: Edition) -> frozenset[tuple[str, str]]:
    """Columns that lead from a file to a row."""
    return frozenset(_REFERENCES - allowed_columns(edition))


def kept_people(edition: Edition) -> frozenset[tuple[str, str]]:
    """Columns that tell who did something."""
    return frozenset((column.table, column.name) for column in _text_columns(edition) if column.name in _PEOPLE)


def _text_columns(edition: Edition) -> list[SchemaColumn]:
    allowed = allowed_columns(edition)
    return [
        column
        for column in schema_columns()
        if column.is_text and column.table not in _NO_TEXTS and (column.table, column.name) not in allowed
    ]
