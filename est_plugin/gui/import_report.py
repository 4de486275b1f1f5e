# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of an import as a page: before it is stored and after."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from est_plugin.i18n import translate
from est_plugin.intake.report_text import notes

if TYPE_CHECKING:
    from est_plugin.intake.importer import ImportReport


def report_html(report: ImportReport, *, stored: bool) -> str:
    """Four numbers that add up, then what is worth knowing. Everything from the file is escaped."""
    if stored:
        title = translate("est_plugin", "Taken in: {file}")
        accepted, quarantined = translate("est_plugin", "New incidents"), translate("est_plugin", "In quarantine")
    else:
        title = translate("est_plugin", "This would come of {file} – nothing is stored yet")
        accepted = translate("est_plugin", "New incidents")
        quarantined = translate("est_plugin", "To quarantine")
    numbers = (
        (accepted, report.accepted),
        (translate("est_plugin", "Known already, unchanged"), report.known - len(report.changed)),
        (translate("est_plugin", "Known already, but saying something else"), len(report.changed)),
        (quarantined, report.quarantined),
    )
    rows = "".join(_row(name, number) for name, number in numbers)
    total = _row(f"<b>{translate('est_plugin', 'Rows in the file')}</b>", report.rows_read)
    items = "".join(f"<li>{escape(note)}</li>" for note in notes(report))
    return (
        f"<h3>{title.format(file=escape(report.file_name))}</h3>"
        f'<table cellpadding="3">{rows}{total}</table><ul>{items}</ul>'
    )


def _row(name: str, number: int) -> str:
    return f'<tr><td>{name}</td><td align="right"><b>{number}</b></td></tr>'
