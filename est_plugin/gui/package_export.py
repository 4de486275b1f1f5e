# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a map package while the desktop stays usable: maps in a task, the PDF page by page between events."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from datetime import datetime
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QTimer

from est_plugin.db.times import LOCAL_ZONE
from est_plugin.export import pdf
from est_plugin.export.folder import work_folder
from est_plugin.export.package import PackageResult, draw_package, finish_package, pdf_path
from est_plugin.export.planner import make_plan
from est_plugin.feedback import step
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from est_plugin.export.package import Drawn
    from est_plugin.export.plan import BackgroundLayer
    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session

_LOOK_UP_S = 0.05


class PackageExport:
    """One package on its way. Whatever stops it, the draft is removed and an older package stays as it was."""

    def __init__(
        self,
        session: Session,
        folder: Path,
        language: str,
        background: tuple[BackgroundLayer, ...] | None,
        on_done: Callable[[PackageResult], None],
    ) -> None:
        self._session = session
        self._folder = folder
        self._language = language
        self._background = background
        self._on_done = on_done
        self._cleanup = ExitStack()
        self._composed = threading.Event()
        self._share = 0.0
        self._error: Exception | None = None

    def start(self) -> None:
        """Decide what goes in and draw it, in the background.

        Raises ExportError if the folder cannot be written to.
        """
        database = self._session.database
        if database is None:
            return
        incident_filter = self._session.incident_filter
        bandwidth = self._session.settings.bandwidth.value()
        work = self._cleanup.enter_context(work_folder(self._folder))

        def draw(feedback: Feedback) -> Drawn:
            today = datetime.now(LOCAL_ZONE).date()
            plan = make_plan(
                database,
                self._background,
                incident_filter,
                language=self._language,
                today=today,
                bandwidth=bandwidth,
            )
            return draw_package(plan, work, feedback)

        self._session.run(
            translate("est_plugin", "Drawing the map package"), draw, self._compose, on_failed=self._cleanup.close
        )

    def _compose(self, drawn: Drawn) -> None:
        """Layouts may only be drawn on this thread. A task waits meanwhile, so that a person can cancel as always."""
        pages = pdf.compose(drawn.plan, drawn.pages, drawn.pictures, pdf_path(drawn))
        # Ended before the draft goes, so that no half PDF is written into it.
        self._cleanup.callback(pages.close)
        self._session.run(
            translate("est_plugin", "Composing the PDF"),
            self._wait,
            lambda _nothing: self._check(drawn),
            on_failed=self._cleanup.close,
        )
        QTimer.singleShot(0, lambda: self._compose_next(drawn, pages))

    def _wait(self, feedback: Feedback) -> None:
        while not self._composed.wait(_LOOK_UP_S):
            step(feedback, self._share)
        if self._error is not None:
            raise self._error

    def _compose_next(self, drawn: Drawn, pages: Generator[int]) -> None:
        """One page, then let QGIS handle its events."""
        try:
            page = next(pages, None)
        except Exception as error:  # noqa: BLE001 (called by a timer; the waiting task raises it)
            self._error = error
            page = None
        if page is None:
            self._composed.set()
            return
        self._share = page / len(drawn.pages)
        QTimer.singleShot(0, lambda: self._compose_next(drawn, pages))

    def _check(self, drawn: Drawn) -> None:
        self._session.run(
            translate("est_plugin", "Checking the map package"),
            lambda feedback: finish_package(drawn, self._folder, feedback),
            self._finish,
            on_failed=self._cleanup.close,
        )

    def _finish(self, result: PackageResult) -> None:
        self._cleanup.close()
        self._on_done(result)
