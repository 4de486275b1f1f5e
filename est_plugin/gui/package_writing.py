# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a package from the dock, and remembers what was written and what it took."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from est_plugin.domain.edition import Edition
from est_plugin.export.estimate import taken_by
from est_plugin.export.preset import WrittenPackage
from est_plugin.gui.package_export import PackageExport

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.db.database import Database
    from est_plugin.export.estimate import Estimate
    from est_plugin.export.package import PackageResult
    from est_plugin.export.preset import PackageChoices, Preset
    from est_plugin.export.request import PackageRequest
    from est_plugin.gui.package_memory import PackageMemory
    from est_plugin.gui.session import Session


class PackageWriting:
    """One package of a preset on its way."""

    def __init__(self, session: Session, memory: PackageMemory, on_written: Callable[[PackageResult], None]) -> None:
        self._session = session
        self._memory = memory
        self._on_written = on_written
        self._export: PackageExport | None = None

    def start(self, preset: Preset, choices: PackageChoices, request: PackageRequest, plain: Estimate | None) -> None:
        """Write it into the folder of the choices; ``plain`` is what it was expected to take, if that is known.

        Raises ExportError if the folder cannot be written to.
        """
        database, begun = self._session.database, time.monotonic()
        if database is None:
            return
        package = WrittenPackage(choices, request.incident_filter, request.period)

        def finish(result: PackageResult) -> None:
            self._memory.remember(database, preset, package)
            # A person's approval takes its own time.
            if plain is not None and request.edition is not Edition.PUBLIC:
                self._learn(database, choices.background, plain, taken_by(result, time.monotonic() - begun))
            self._on_written(result)

        self._export = PackageExport(self._session, Path(choices.folder), request, finish)
        self._export.start()

    def _learn(self, database: Database, background: str, plain: Estimate, taken: Estimate) -> None:
        known = self._memory.experience(database, background)
        self._memory.learn(database, background, known.after(plain, taken))
