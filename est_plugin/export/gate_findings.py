# SPDX-License-Identifier: GPL-2.0-or-later
"""What was read back from a file, and what was found in it that may not leave?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.i18n import CONTEXT, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

#: As many findings are told at once; a person who mends these finds the rest the next time.
MOST_TOLD = 5


@dataclass(frozen=True)
class Piece:
    """A text of a file. ``where`` is told to a person, translated, and never holds anything of the file's contents."""

    where: str
    text: str
    #: The name of a column or a key?
    is_name: bool = False
    #: From the plugin's own resources, such as a layer style: there uuids mean nothing.
    is_ours: bool = False
    #: Words of a person on their own, without the numbers that a whole file is full of: they are judged more strictly.
    is_written: bool = False


@dataclass(frozen=True)
class Finding:
    """Something that may not leave. ``what`` is a source sentence that does not repeat it."""

    where: str
    what: str


@dataclass(frozen=True)
class Told:
    """All that a file tells, and what is wrong with its form."""

    pieces: tuple[Piece, ...] = ()
    findings: tuple[Finding, ...] = ()

    def __add__(self, other: Told) -> Told:
        return Told(self.pieces + other.pieces, self.findings + other.findings)

    def within(self, where: str) -> Told:
        """The same as a part of something larger."""
        return Told(
            tuple(replace(p, where=f"{where}, {p.where}" if p.where else where) for p in self.pieces),
            tuple(Finding(f"{where}, {f.where}" if f.where else where, f.what) for f in self.findings),
        )


NOT_WHOLE = QT_TRANSLATE_NOOP("est_plugin", "It is not whole.")


def refused(findings: Sequence[tuple[str, Finding]]) -> ExportError:
    """The error that tells the first findings, each with the name of its file."""
    files = list(dict.fromkeys(name for name, _ in findings[:MOST_TOLD]))
    told = [
        f"{name}{f' ({finding.where})' if finding.where else ''}: {translate(CONTEXT, finding.what)}"
        for name, finding in findings[:MOST_TOLD]
    ]
    more = len(findings) - MOST_TOLD
    if more > 0:
        told.append(translate("est_plugin", "%n more thing(s) were found.", "", more))
    return ExportError(
        QT_TRANSLATE_NOOP("est_plugin", "{files} was not handed out: it may not leave the municipality."),
        why="{findings}",
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin",
            "Look through the texts of hotspots, measures, walks, stops, meetings and background layers, correct them "
            "and try again. If no text of yours is meant, report this with the name of the file and the place in it.",
        ),
        files=", ".join(files),
        findings=" ".join(told),
    )
