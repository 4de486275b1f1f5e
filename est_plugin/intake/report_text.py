# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person reads of an import: the report in translated lines, and the sentence of a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.i18n import translate
from est_plugin.intake.reasons import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.intake.importer import ImportReport

_WORDS_SHOWN = 20
_DELIMITER_NAMES = {"\t": "TAB"}


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
        encoding=report.encoding, delimiter=_DELIMITER_NAMES.get(report.delimiter, report.delimiter)
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
            rows=", ".join(str(number) for number in report.literal_quotes[:_WORDS_SHOWN])
        )
    if report.removed_signs:
        yield translate("est_plugin", "%n control sign(s) were removed.", "", report.removed_signs)


def _quarantine_lines(report: ImportReport) -> Iterator[str]:
    for code, count in report.reasons.items():
        rule = sentence(Reason(code, "…"))
        yield translate("est_plugin", "{count} rows: {rule}").format(count=count, rule=rule)
    if report.unknown_categories:
        words = list(report.unknown_categories.items())[:_WORDS_SHOWN]
        yield translate("est_plugin", "Unknown categories: {words}").format(
            words=", ".join(f"{word} ({count})" for word, count in words)
        )
