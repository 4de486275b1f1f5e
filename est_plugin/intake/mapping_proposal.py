# SPDX-License-Identifier: GPL-2.0-or-later
"""Which column probably holds which field, judged by its name?"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from est_plugin.intake.column_mapping import ColumnMapping, Field

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Names in Swedish and English, the surest first, without blanks, signs and accents, separated by blanks.
_SYNONYMS = {
    Field.SOURCE_REF: (
        "arendenummer arendenr arendeid handelseid handelsenummer rapportid rapportnummer diarienummer caseid "
        "casenumber caseenquiryid incidentid reportid sourceref referens reference id nummer nr"
    ),
    Field.CATEGORY: (
        "kategori underkategori handelsetyp arendetyp brottstyp brottskod typavhandelse felkategori category "
        "subcategory incidenttype offence handelse typ type vad"
    ),
    Field.OCCURRED_FROM: (
        "intraffadfran handelsetidfran tidfran fran intraffade intraffat handelsetid handelsedatum tidpunkt datumtid "
        "occurredfrom occurred datetime opendt datum date timestamp nar"
    ),
    Field.OCCURRED_TO: "intraffadtill handelsetidtill tidtill till occurredto sluttid slut",
    Field.REPORTED_AT: (
        "rapporterad rapporterat anmald anmaldatum inkom inkommen registrerad skapad reported reportedat created"
    ),
    Field.PLACE: "plats adress gatuadress gata platsbeskrivning place address location var",
    Field.PLACE_TYPE: "platstyp typavplats placetype locationtype",
    Field.DESCRIPTION: ("beskrivning handelsebeskrivning fritext text kommentar anteckning description comment notes"),
    Field.ORGANISATION: (
        "organisation rapportor rapportororg rapporterandeorganisation forvaltning bolag organization department"
    ),
    Field.SEVERITY: "allvar allvarlighet allvarlighetsgrad paverkan prioritet severity priority",
    Field.POLICE_REPORTED: "polisanmald polisanmalt polisanmalan policereported",
}
_TIMES = "tid klockslag kl klockan time"
_LONGITUDE, _LATITUDE = "longitud longitude lon lng long", "latitud latitude lat"
_EASTING = "ost easting e eastcoordinate ostkoordinat sweref99e swerefe ekoordinat"
_NORTHING = "nord northing n northcoordinate nordkoordinat norr sweref99n swerefn nkoordinat"
_X, _Y = "x xkoordinat xkoord coordx koordinatx xcoord", "y ykoordinat ykoord coordy koordinaty ycoord"
_GEOGRAPHIC = "EPSG:4326"


def propose(headers: Sequence[str], *, source: str, crs_authid: str) -> ColumnMapping:
    """A mapping by the names of the columns, to be checked by a person; fields without a likely column stay out.

    ``crs_authid`` is taken for coordinates that are not called longitude and latitude.
    """
    free = {_plain(header): header for header in reversed(headers)}
    columns: dict[Field, tuple[str, ...]] = {}
    geographic = _take_pair(free, columns, _LONGITUDE, _LATITUDE)
    if not geographic and not _take_pair(free, columns, _EASTING, _NORTHING):
        _take_pair(free, columns, _X, _Y)
    for name, synonyms in _SYNONYMS.items():
        if (found := _first(free, synonyms)) is not None:
            columns[name] = (free.pop(found),)
    if Field.OCCURRED_FROM not in columns and Field.REPORTED_AT in columns:
        # A register of fault reports often knows only when a report came in.
        columns[Field.OCCURRED_FROM] = columns[Field.REPORTED_AT]
    time = _first(free, _TIMES)
    if time is not None:
        columns[Field.OCCURRED_FROM] = (*columns.get(Field.OCCURRED_FROM, ()), free.pop(time))
    return ColumnMapping(
        source=source,
        columns=columns,
        crs_authid=_GEOGRAPHIC if geographic else crs_authid,
    )


def _take_pair(free: dict[str, str], columns: dict[Field, tuple[str, ...]], east: str, north: str) -> bool:
    """Take the columns of both coordinates, if both are there."""
    x, y = _first(free, east), _first(free, north)
    if x is None or y is None:
        return False
    columns[Field.X], columns[Field.Y] = (free.pop(x),), (free.pop(y),)
    return True


def _first(free: dict[str, str], synonyms: str) -> str | None:
    return next((name for name in synonyms.split() if name in free), None)


def _plain(header: str) -> str:
    """A header without case, accents, blanks and signs: ``Ärende-ID`` becomes ``arendeid``."""
    decomposed = unicodedata.normalize("NFKD", header.casefold())
    return re.sub(r"[^a-z0-9]", "", decomposed)
