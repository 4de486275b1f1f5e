# SPDX-License-Identifier: GPL-2.0-or-later
"""How are the files of a package put into one, so that the same files always give the same bytes?"""

from __future__ import annotations

import hashlib
import zipfile
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.gate_archive import archive_findings
from est_plugin.export.gate_findings import NOT_WHOLE, Finding

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

_FORGOTTEN = QT_TRANSLATE_NOOP("est_plugin", "It does not hold the files of the folder.")
#: A zip knows no earlier day.
_FIRST_YEAR = 1980
#: Unix, whatever packs it, and a file that anybody may read; else a zip tells the system it was made on.
_UNIX, _RIGHTS = 3, 0o644 << 16


def pack(folder: Path, files: Sequence[Path], day: date, archive: Path) -> None:
    """Zip the files of a folder below its name; all of them are of one day."""
    when = (max(day.year, _FIRST_YEAR), day.month, day.day, 0, 0, 0)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in files:
            entry = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", when)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, _UNIX, _RIGHTS
            packed.writestr(entry, path.read_bytes())


def packed_findings(archive: Path, sums: Mapping[str, str]) -> tuple[Finding, ...]:
    """What is wrong with a zip that should hold files with these checksums, by their names in it."""
    findings = archive_findings(archive.read_bytes())
    if Finding("", NOT_WHOLE) in findings:
        return findings
    with zipfile.ZipFile(archive) as packed:
        held = {name: hashlib.sha256(packed.read(name)).hexdigest() for name in packed.namelist()}
    return findings if held == sums else (*findings, Finding("", _FORGOTTEN))
