# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a map package while the desktop stays usable: maps in a task, the PDF page by page between events."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import datetime
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QTimer

from est_plugin.db.times import LOCAL_ZONE
from est_plugin.export import pdf
from est_plugin.export.folder import work_folder
from est_plugin.export.package import PackageResult, draw_package, finish_package, pdf_path
from est_plugin.export.planner import make_plan
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from est_plugin.export.package import Drawn
    from est_plugin.export.plan import PackagePlan
    from est_plugin.gui.session import Session


class PackageExport:
    """One package on its way. Whatever stops it, the draft is removed and an older package stays as it was."""

    def __init__(self, session: Session, folder: Path, language: str, on_done: Callable[[PackageResult], None]) -> None:
        self._session = session
        self._folder = folder
        self._language = language
        self._on_done = on_done
        self._cleanup = ExitStack()

    def start(self) -> None:
        """Decide what goes in, then draw in the background.

        Raises InputError if there is nothing to show, ExportError if the folder cannot be written to.
        """
        database = self._session.database
        if database is None:
            return
        plan = make_plan(
            database,
            (),
            self._session.incident_filter,
            language=self._language,
            today=datetime.now(LOCAL_ZONE).date(),
        )
        work = self._cleanup.enter_context(work_folder(self._folder))
        self._session.run(
            translate("est_plugin", "Drawing the map package"),
            lambda feedback: draw_package(plan, work, feedback),
            lambda drawn: self._compose(plan, drawn),
            on_failed=self._cleanup.close,
        )

    def _compose(self, plan: PackagePlan, drawn: Drawn) -> None:
        self._compose_next(plan, drawn, pdf.compose(plan, drawn.pages, drawn.pictures, pdf_path(plan, drawn)))

    def _compose_next(self, plan: PackagePlan, drawn: Drawn, pages: Iterator[int]) -> None:
        """One page of the PDF, then let QGIS handle its events: layouts may only be drawn on this thread."""
        try:
            page = next(pages, None)
        except Exception as error:  # noqa: BLE001 (called by a timer)
            self._cleanup.close()
            self._session.messages.error(error)
            return
        if page is not None:
            QTimer.singleShot(0, lambda: self._compose_next(plan, drawn, pages))
            return
        self._session.run(
            translate("est_plugin", "Checking the map package"),
            lambda feedback: finish_package(plan, drawn, self._folder, feedback),
            self._finish,
            on_failed=self._cleanup.close,
        )

    def _finish(self, result: PackageResult) -> None:
        self._cleanup.close()
        self._on_done(result)
