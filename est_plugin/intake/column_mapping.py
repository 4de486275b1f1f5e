# SPDX-License-Identifier: GPL-2.0-or-later
"""Which column of a source holds which field of an incident, and how the source writes it."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FORMAT_VERSION = 1


class Field(StrEnum):
    """What can be read of an incident."""

    SOURCE_REF = "source_ref"
    CATEGORY = "category"
    OCCURRED_FROM = "occurred_from"
    OCCURRED_TO = "occurred_to"
    REPORTED_AT = "reported_at"
    X = "x"
    Y = "y"
    PLACE = "place"
    PLACE_TYPE = "place_type"
    DESCRIPTION = "description"
    ORGANISATION = "organisation"
    SEVERITY = "severity"
    POLICE_REPORTED = "police_reported"

    @property
    def label(self) -> str:
        """Source text of the field's name."""
        return _LABELS[self]


_LABELS = {
    Field.SOURCE_REF: QT_TRANSLATE_NOOP("est_plugin", "Case number"),
    Field.CATEGORY: QT_TRANSLATE_NOOP("est_plugin", "Category"),
    Field.OCCURRED_FROM: QT_TRANSLATE_NOOP("est_plugin", "Occurred, or earliest time"),
    Field.OCCURRED_TO: QT_TRANSLATE_NOOP("est_plugin", "Latest time"),
    Field.REPORTED_AT: QT_TRANSLATE_NOOP("est_plugin", "Reported"),
    Field.X: QT_TRANSLATE_NOOP("est_plugin", "Easting or longitude"),
    Field.Y: QT_TRANSLATE_NOOP("est_plugin", "Northing or latitude"),
    Field.PLACE: QT_TRANSLATE_NOOP("est_plugin", "Place"),
    Field.PLACE_TYPE: QT_TRANSLATE_NOOP("est_plugin", "Kind of place"),
    Field.DESCRIPTION: QT_TRANSLATE_NOOP("est_plugin", "Description"),
    Field.ORGANISATION: QT_TRANSLATE_NOOP("est_plugin", "Organisation"),
    Field.SEVERITY: QT_TRANSLATE_NOOP("est_plugin", "Severity"),
    Field.POLICE_REPORTED: QT_TRANSLATE_NOOP("est_plugin", "Reported to the police"),
}
REQUIRED = (Field.CATEGORY, Field.OCCURRED_FROM, Field.X, Field.Y)


class AxisOrder(StrEnum):
    """Swedish registers often call the northing X."""

    EAST_NORTH = "east_north"
    NORTH_EAST = "north_east"


@dataclass(frozen=True)
class ColumnMapping:
    """How one source writes its reports.

    Raises InputError if the source has no name or the time zone is not known.
    """

    #: Name of the source; with its case number it identifies a report.
    source: str
    #: The columns of a field, joined by a blank: date and time may be two.
    columns: Mapping[Field, tuple[str, ...]] = field(default_factory=dict)
    #: One text for all rows, for a field that has no column or whose cell is empty.
    constants: Mapping[Field, str] = field(default_factory=dict)
    crs_authid: str = "EPSG:3006"
    #: North first means that the column for x holds northings and the column for y eastings.
    axis_order: AxisOrder = AxisOrder.EAST_NORTH
    #: The source's own words, and the codes of the database that they mean.
    category_words: Mapping[str, str] = field(default_factory=dict)
    organisation_words: Mapping[str, str] = field(default_factory=dict)
    #: strptime formats; none means that the usual ways to write a date are tried.
    date_formats: tuple[str, ...] = ()
    day_first: bool = True
    timezone: str = "Europe/Stockholm"
    #: The register itself has lost letters: take its texts as they are.
    keep_lost_letters: bool = False
    #: A date counts though the clock time beside it cannot be read.
    accept_unknown_clock: bool = False

    def __post_init__(self) -> None:
        if not self.source.strip():
            raise _invalid(QT_TRANSLATE_NOOP("est_plugin", "The source has no name."))
        try:
            _ = self.zone
        except (KeyError, ValueError, OSError) as error:
            raise _invalid(
                QT_TRANSLATE_NOOP("est_plugin", "The time zone {zone} is not known."), zone=self.timezone
            ) from error

    @property
    def zone(self) -> ZoneInfo:
        """The zone that times without an offset are in."""
        return ZoneInfo(self.timezone)

    def from_source(self, source: str) -> ColumnMapping:
        """The same mapping for another source."""
        return replace(self, source=source)

    def missing(self) -> tuple[Field, ...]:
        """Required fields with neither column nor constant."""
        return tuple(name for name in REQUIRED if not self.columns.get(name) and not self.constants.get(name))

    def positions(self, headers: Sequence[str]) -> dict[Field, tuple[int, ...]]:
        """Where in a row the cells of each mapped field stand.

        Raises InputError if a required field is not mapped, or a mapped column is not in the file.
        """
        if missing := self.missing():
            raise _invalid(
                QT_TRANSLATE_NOOP("est_plugin", "No column is chosen for: {fields}. The file's columns: {headers}."),
                fields=", ".join(translate("est_plugin", name.label) for name in missing),
                headers=", ".join(headers),
            )
        place = {header: position for position, header in enumerate(headers)}
        absent = [name for names in self.columns.values() for name in names if name not in place]
        if absent:
            raise _invalid(
                QT_TRANSLATE_NOOP("est_plugin", "The file has no column {absent}. The file's columns: {headers}."),
                absent=", ".join(absent),
                headers=", ".join(headers),
            )
        return {name: tuple(place[column] for column in columns) for name, columns in self.columns.items()}

    def to_json(self) -> str:
        """The mapping as text, for a file or an import batch."""
        content = {
            "est_column_mapping": _FORMAT_VERSION,
            "source": self.source,
            "columns": {name.value: list(columns) for name, columns in self.columns.items()},
            "constants": {name.value: text for name, text in self.constants.items()},
            "crs": self.crs_authid,
            "axis_order": self.axis_order.value,
            "category_words": dict(self.category_words),
            "organisation_words": dict(self.organisation_words),
            "date_formats": list(self.date_formats),
            "day_first": self.day_first,
            "timezone": self.timezone,
            "keep_lost_letters": self.keep_lost_letters,
            "accept_unknown_clock": self.accept_unknown_clock,
        }
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str) -> ColumnMapping:
        """The mapping that ``to_json`` wrote. What is left out gets its default.

        Raises InputError if the text is no such mapping.
        """
        try:
            return cls(**_arguments(json.loads(text)))
        except (KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
            raise _invalid(
                QT_TRANSLATE_NOOP("est_plugin", "It is not written as expected: {error}."), error=error
            ) from error

    def save(self, path: Path) -> None:
        """Write the mapping to a file, whole or not at all.

        Raises InputError if the folder cannot be written to.
        """
        draft = None
        try:
            with tempfile.NamedTemporaryFile(
                "w", encoding="utf-8", dir=path.parent, prefix=f".{path.stem}-", delete=False
            ) as file:
                draft = Path(file.name)
                file.write(self.to_json())
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        except OSError as error:
            if draft is not None:
                draft.unlink(missing_ok=True)
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The column mapping {path} cannot be written."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The folder refuses new files: {error}."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a folder that exists and that you may write to."),
                path=path,
                error=error,
            ) from error

    @classmethod
    def load(cls, path: Path) -> ColumnMapping:
        """The mapping of a file.

        Raises InputError if the file cannot be read or holds no mapping.
        """
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The column mapping {path} cannot be read."),
                why=QT_TRANSLATE_NOOP("est_plugin", "Reading it failed: {error}."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a column mapping saved by the EST plugin."),
                path=path,
                error=error,
            ) from error
        return cls.from_json(text)


def _arguments(content: dict[str, Any]) -> dict[str, Any]:
    if content["est_column_mapping"] != _FORMAT_VERSION:
        raise ValueError(content["est_column_mapping"])
    known: dict[str, Any] = {
        "source": _text,
        "columns": lambda value: {Field(key): tuple(_text(name) for name in _list(v)) for key, v in value.items()},
        "constants": lambda value: {Field(key): _text(text) for key, text in value.items()},
        "crs": _text,
        "axis_order": AxisOrder,
        "category_words": lambda value: {key: _text(code) for key, code in value.items()},
        "organisation_words": lambda value: {key: _text(code) for key, code in value.items()},
        "date_formats": lambda value: tuple(_text(form) for form in _list(value)),
        "day_first": bool,
        "timezone": _text,
        "keep_lost_letters": bool,
        "accept_unknown_clock": bool,
    }
    found = {key: read(content[key]) for key, read in known.items() if key in content}
    if "crs" in found:
        found["crs_authid"] = found.pop("crs")
    return found


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _invalid(why: str, **values: object) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "The column mapping cannot be used."),
        why=why,
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose the columns again, or another column mapping."),
        **values,
    )
