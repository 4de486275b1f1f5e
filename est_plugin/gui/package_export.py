# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a map package while the desktop stays usable: maps in a task, the PDF page by page between events."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import datetime
from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QApplication

from est_plugin.db.times import LOCAL_ZONE
from est_plugin.export.package import PackageResult, compose_pdf, draw_package, finish_package
from est_plugin.export.planner import make_plan
from est_plugin.export.publishing import approve, draft_folder
from est_plugin.gui.composing import Composing
from est_plugin.gui.public_approval import PublicApproval
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from est_plugin.export.package import Drawn
    from est_plugin.export.request import PackageRequest
    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session


class PackageExport:
    """One package on its way. Whatever stops it, the draft is removed and an older package stays as it was."""

    def __init__(
        self,
        session: Session,
        folder: Path,
        request: PackageRequest,
        on_done: Callable[[PackageResult], None],
    ) -> None:
        self._session = session
        self._folder = folder
        self._request = request
        self._on_done = on_done
        self._cleanup = ExitStack()
        self._composing: Composing | None = None

    def start(self) -> None:
        """Decide what goes in and draw it, in the background.

        Raises ExportError if the folder cannot be written to.
        """
        database = self._session.database
        if database is None:
            return
        work = self._cleanup.enter_context(draft_folder(self._folder, self._request.edition))

        def draw(feedback: Feedback) -> Drawn:
            plan = make_plan(database, self._request, today=datetime.now(LOCAL_ZONE).date())
            return draw_package(plan, work, feedback)

        self._session.run(
            translate("est_plugin", "Drawing the map package"), draw, self._compose, on_failed=self._cleanup.close
        )

    def _compose(self, drawn: Drawn) -> None:
        pages = compose_pdf(drawn)
        # Ended before the draft goes, so that no half PDF is written into it.
        self._cleanup.callback(pages.close)
        self._composing = Composing(
            self._session, pages, len(drawn.pages), lambda: self._check(drawn), self._cleanup.close
        )

    def _check(self, drawn: Drawn) -> None:
        picture = drawn.plan.public
        if picture is None:
            self._hand_out(drawn, None)
            return
        dialog = PublicApproval(drawn, picture, QApplication.activeWindow())
        dialog.approved.connect(lambda function: self._hand_out(drawn, function))
        dialog.rejected.connect(self._on_rejected)
        dialog.open()

    def _on_rejected(self) -> None:
        self._cleanup.close()
        self._session.messages.success(
            translate("est_plugin", "The public edition was not approved. Nothing of it was kept.")
        )

    def _hand_out(self, drawn: Drawn, function: str | None) -> None:
        """Check and move the files; of a public edition it is written down who approved it."""
        database = self._session.database

        def work(feedback: Feedback) -> PackageResult:
            publishing = None if function is None or database is None else approve(database, drawn.plan, function)
            return finish_package(drawn, self._folder, feedback, publishing)

        self._session.run(
            translate("est_plugin", "Checking the map package"), work, self._finish, on_failed=self._cleanup.close
        )

    def _finish(self, result: PackageResult) -> None:
        self._cleanup.close()
        self._on_done(result)
