# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the paper of a walk while the desktop stays usable: maps in a task, the PDF page by page between events."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from est_plugin.export.walk_plan import make_walk_plan
from est_plugin.export.walk_sheet import compose_sheet, draw_sheet, finish_sheet, sheet_folder
from est_plugin.gui.composing import Composing
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from est_plugin.db.database import Database
    from est_plugin.export.plan import BackgroundLayer
    from est_plugin.export.walk_sheet import DrawnSheet
    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session


class WalkSheetExport:
    """One sheet on its way. Whatever stops it, the draft is removed and an older file stays as it was."""

    def __init__(self, session: Session, target: Path, on_done: Callable[[Path], None]) -> None:
        self._session = session
        self._target = target
        self._on_done = on_done
        self._cleanup = ExitStack()
        self._composing: Composing | None = None

    def start(
        self,
        database: Database,
        walk: str,
        *,
        paper: str,
        language: str,
        background: tuple[BackgroundLayer, ...] | None,
    ) -> None:
        """Read the walk and draw its maps, in the background.

        Raises ExportError if the folder cannot be written to.
        """
        work = self._cleanup.enter_context(sheet_folder(self._target))

        def draw(feedback: Feedback) -> DrawnSheet:
            plan = make_walk_plan(database, walk, paper=paper, language=language, background=background)
            return draw_sheet(plan, work, feedback)

        self._session.run(
            translate("est_plugin", "Drawing the walk sheet"), draw, self._compose, on_failed=self._cleanup.close
        )

    def _compose(self, drawn: DrawnSheet) -> None:
        pages = compose_sheet(drawn)
        # Ended before the draft goes, so that no half PDF is written into it.
        self._cleanup.callback(pages.close)
        self._composing = Composing(
            self._session, pages, len(drawn.pages), lambda: self._check(drawn), self._cleanup.close
        )

    def _check(self, drawn: DrawnSheet) -> None:
        self._session.run(
            translate("est_plugin", "Checking the walk sheet"),
            lambda feedback: finish_sheet(drawn, self._target, feedback),
            self._finish,
            on_failed=self._cleanup.close,
        )

    def _finish(self, path: Path) -> None:
        self._cleanup.close()
        self._on_done(path)
