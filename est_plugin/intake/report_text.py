# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person reads of an import: the report in translated lines, and the sentence of a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.db.times import LOCAL_ZONE
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from est_plugin.intake.csv_file import CsvTable
    from est_plugin.intake.importer import ImportReport
    from est_plugin.intake.reasons import Reason

_WORDS_SHOWN = 20
_ENCODINGS = {"windows-1252": "Windows-1252"}


def sentence(reason: Reason) -> str:
    """Why a row did not pass, translated."""
    return translate("est_plugin", reason.code.label).format(value=reason.value)


def lines(report: ImportReport) -> Iterator[str]:
    """The report, a line for each thing worth knowing."""
    yield translate(
        "est_plugin", "{file}: {rows} rows = {accepted} new + {known} known already + {quarantined} in quarantine."
    ).format(
        file=report.file_name,
        rows=report.rows_read,
        accepted=report.accepted,
        known=report.known,
        quarantined=report.quarantined,
    )
    yield translate("est_plugin", "Read as {encoding}, cells separated by “{delimiter}”.").format(
        encoding=report.encoding, delimiter="TAB" if report.delimiter == "\t" else report.delimiter
    )
    yield from notes(report)


def notes(report: ImportReport) -> Iterator[str]:
    """What is worth knowing beside the four numbers."""
    if report.first is not None and report.last is not None:
        yield translate("est_plugin", "The new incidents occurred from {first} to {last}.").format(
            first=report.first.astimezone(LOCAL_ZONE).date(), last=report.last.astimezone(LOCAL_ZONE).date()
        )
    if report.changed:
        yield translate(
            "est_plugin",
            "%n report(s) known already now say something else; what is stored stays: {refs}",
            "",
            len(report.changed),
        ).format(refs=_shortened(report.changed))
    if report.repeated:
        yield translate(
            "est_plugin",
            "%n row(s) without case number say the same as an earlier row of the file. Each counts as a report of its"
            " own.",
            "",
            report.repeated,
        )
    yield from _quarantine_lines(report)
    for kind, count in report.masked.items():
        yield translate("est_plugin", "Masked in the texts: {kind}: {count}").format(
            kind=translate("est_plugin", kind.label), count=count
        )
    for stack in report.stacks:
        yield translate(
            "est_plugin", "{count} reports ({share:.0%}) lie on one point, {x:.0f} {y:.0f}: a default place?"
        ).format(count=stack.count, share=stack.share, x=stack.x, y=stack.y)
    if report.literal_quotes:
        yield translate("est_plugin", "A quote without its pair was taken as a plain sign in row: {rows}").format(
            rows=_shortened([str(number) for number in report.literal_quotes])
        )
    if report.rows_with_lost_letters:
        yield translate(
            "est_plugin",
            "Letters lost before the file came here stay lost in %n row(s).",
            "",
            report.rows_with_lost_letters,
        )
    if report.removed_signs:
        yield translate("est_plugin", "%n control sign(s) were removed.", "", report.removed_signs)


def read_as(table: CsvTable) -> str:
    """How a file was read."""
    delimiters = {
        "\t": translate("est_plugin", "tab"),
        ";": translate("est_plugin", "semicolon"),
        ",": translate("est_plugin", "comma"),
        "|": translate("est_plugin", "vertical bar"),
    }
    return translate("est_plugin", "{rows}, {columns}; {encoding}, separated by {delimiter}").format(
        rows=translate("est_plugin", "%n row(s)", "", len(table.rows)),
        columns=translate("est_plugin", "%n column(s)", "", len(table.headers)),
        encoding=_ENCODINGS.get(table.encoding, table.encoding.upper()),
        delimiter=delimiters.get(table.delimiter, f"“{table.delimiter}”"),
    )


def _quarantine_lines(report: ImportReport) -> Iterator[str]:
    for code, count in report.reasons.items():
        text = translate("est_plugin", "%n row(s): {rule}", "", count).format(rule=translate("est_plugin", code.rule))
        if values := report.examples.get(code):
            shown = ", ".join(translate("est_plugin", "“{word}”").format(word=value) for value in values)
            text += " " + translate("est_plugin", "For example {values}.").format(values=shown)
        yield text
    if report.unknown_categories:
        words = [f"{word} ({count})" for word, count in report.unknown_categories.items()]
        yield translate("est_plugin", "Unknown categories: {words}").format(words=_shortened(words))


def _shortened(texts: Sequence[str]) -> str:
    return ", ".join(texts[:_WORDS_SHOWN]) + (" …" if len(texts) > _WORDS_SHOWN else "")
