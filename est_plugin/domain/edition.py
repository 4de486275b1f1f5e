# SPDX-License-Identifier: GPL-2.0-or-later
"""Edition: for whom a map package is made, and so what may stand in it."""

from __future__ import annotations

from enum import StrEnum

from est_plugin.domain.info_class import InfoClass
from est_plugin.errors import QT_TRANSLATE_NOOP


class Part(StrEnum):
    """Something that a package may hold."""

    #: Single incidents as places with category and time; never a text, a reference or a name.
    INCIDENTS = "incidents"
    #: The incidents as a picture in which no single one can be seen.
    DENSITY = "density"
    #: Counts of square cells as classes, the small ones left out.
    CELLS = "cells"
    HOTSPOTS = "hotspots"
    CAUSES = "causes"
    COUNTS = "counts"
    RHYTHM = "rhythm"
    #: Each measure by itself.
    MEASURES = "measures"
    #: How many measures of each kind stand where.
    MEASURE_SUMMARY = "measure_summary"
    #: Who is responsible for a measure, as an organisation.
    OWNERS = "owners"
    WALKS = "walks"
    #: What was seen on the walks, with photos that a person has checked.
    OBSERVATIONS = "observations"
    #: The PDF.
    PAPER = "paper"
    #: CSV files.
    TABLES = "tables"
    GEOPACKAGE = "geopackage"
    #: Pictures for a projector.
    PICTURES = "pictures"
    #: Agenda and minutes to fill in.
    MINUTES = "minutes"


class Edition(StrEnum):
    """Whom a package is made for. One generator makes them all; what differs is what may go in."""

    WORKING = "working"
    MEETING = "meeting"
    STRATEGIC = "strategic"
    PUBLIC = "public"

    @property
    def label(self) -> str:
        """Source text of the edition."""
        return _LABELS[self]

    @property
    def parts(self) -> frozenset[Part]:
        """All that may stand in it; what is not named here stays in the database."""
        return _PARTS[self]

    @property
    def ceiling(self) -> InfoClass:
        """The highest information class of a thing that may stand in it by itself."""
        return _CEILINGS[self]


_LABELS = {
    Edition.WORKING: QT_TRANSLATE_NOOP("est_plugin", "Working group"),
    Edition.MEETING: QT_TRANSLATE_NOOP("est_plugin", "Meeting"),
    Edition.STRATEGIC: QT_TRANSLATE_NOOP("est_plugin", "Strategic group and politics"),
    Edition.PUBLIC: QT_TRANSLATE_NOOP("est_plugin", "Public"),
}
_EVERYTHING = frozenset(Part) - {Part.CELLS, Part.MEASURE_SUMMARY}
_MEETING = _EVERYTHING - {Part.INCIDENTS, Part.GEOPACKAGE}
_PARTS = {
    Edition.WORKING: _EVERYTHING,
    Edition.MEETING: _MEETING,
    Edition.STRATEGIC: _MEETING - {Part.MEASURES, Part.OWNERS, Part.OBSERVATIONS} | {Part.MEASURE_SUMMARY},
    # Its tables come with its squares: those of the others name hotspots and count by organisation.
    Edition.PUBLIC: frozenset({Part.CELLS, Part.DENSITY, Part.COUNTS, Part.MEASURES}),
}
_CEILINGS = {
    Edition.WORKING: InfoClass.PROTECTED,
    Edition.MEETING: InfoClass.PROTECTED,
    Edition.STRATEGIC: InfoClass.INTERNAL,
    Edition.PUBLIC: InfoClass.OPEN,
}
