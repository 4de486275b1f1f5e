# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a map package while the desktop stays usable: maps in a task, the PDF page by page between events."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import datetime
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from est_plugin.db.times import LOCAL_ZONE
from est_plugin.export.package import PackageResult, compose_pages, draw_package, finish_package, settle_pdf
from est_plugin.export.planner import make_plan
from est_plugin.export.publishing import approve, draft_folder
from est_plugin.gui.composing import Composing
from est_plugin.gui.public_approval import PublicApproval
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.export.package import Drawn
    from est_plugin.export.public_picture import PublicPicture
    from est_plugin.feedback import Feedback
    from est_plugin.gui.package_order import PackageOrder
    from est_plugin.gui.session import Session


class PackageExport(QObject):
    """One package on its way. Whatever stops it, the draft is removed and an older package stays as it was."""

    #: It stands, or nothing of it is left.
    ended = pyqtSignal()

    def __init__(
        self, session: Session, order: PackageOrder, window: QWidget, on_done: Callable[[PackageResult], None]
    ) -> None:
        """The approval of a public edition is asked for over ``window``."""
        super().__init__()
        self._session = session
        self._order = order
        self._window = window
        self._on_done = on_done
        self._cleanup = ExitStack()
        # The last thing, when the draft is gone.
        self._cleanup.callback(self.ended.emit)
        self._composing: Composing | None = None
        #: While a person is asked.
        self._dialog: PublicApproval | None = None

    def start(self) -> None:
        """Decide what goes in and draw it, in the background.

        Raises ExportError if the folder cannot be written to.
        """
        database, request = self._order.database, self._order.request
        try:
            work = self._cleanup.enter_context(draft_folder(self._order.folder, request.edition))
        except BaseException:
            self._cleanup.close()
            raise

        def draw(feedback: Feedback) -> Drawn:
            plan = make_plan(database, request, today=datetime.now(LOCAL_ZONE).date())
            return draw_package(plan, work, feedback)

        self._session.run(
            translate("est_plugin", "Drawing the map package"), draw, self._compose, on_failed=self._cleanup.close
        )

    def _compose(self, drawn: Drawn) -> None:
        pages = compose_pages(drawn)
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
        try:
            self._ask(drawn, picture)
        except Exception:
            self._cleanup.close()
            raise

    def _ask(self, drawn: Drawn, picture: PublicPicture) -> None:
        self._dialog = dialog = PublicApproval(drawn, picture, self._window)
        dialog.approved.connect(lambda function: self._on_approved(drawn, function))
        dialog.rejected.connect(self._on_rejected)
        # The window that it stands over stays when the plugin goes.
        self._session.unloading.connect(dialog.reject)
        self._session.database_changed.connect(self._on_database)
        dialog.open()

    def _on_database(self) -> None:
        """What nobody has approved goes with its project."""
        if self._dialog is not None and self._session.database is None:
            self._dialog.reject()

    def _on_approved(self, drawn: Drawn, function: str) -> None:
        self._dialog = None
        self._hand_out(drawn, function)

    def _on_rejected(self) -> None:
        self._dialog = None
        self._cleanup.close()
        if not self._session.is_unloaded:
            self._session.messages.success(
                translate("est_plugin", "The public edition was not approved. Nothing of it was kept.")
            )

    def _hand_out(self, drawn: Drawn, function: str | None) -> None:
        """Check and move the files; of a public edition it is written down who approved it."""
        database, now = self._order.database, self._session.database
        if now is not None and now.key == database.key:
            # It may refuse meanwhile, because another computer took its lock over.
            database = now

        def work(feedback: Feedback) -> PackageResult:
            settle_pdf(drawn)
            publishing = None if function is None else approve(database, drawn.plan, function)
            return finish_package(drawn, self._order.folder, feedback, publishing)

        self._session.run(
            translate("est_plugin", "Checking the map package"), work, self._finish, on_failed=self._cleanup.close
        )

    def _finish(self, result: PackageResult) -> None:
        self._cleanup.close()
        self._on_done(result)
