# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be asked of the incidents that are shown? The questions of a page, each answered in a window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QMenu, QToolButton

from est_plugin import paths
from est_plugin.gui.messages import told
from est_plugin.gui.result_window import ResultWindow
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qgis.core import QgsProject

    from est_plugin.export.result_page import ResultPage
    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session

#: Width in pixels of a window whose result is on the map too.
_BESIDE_THE_MAP = 640


@dataclass(frozen=True)
class AnswerOnMap:
    """A result that is shown on the map too."""

    page: ResultPage
    #: Puts it there; on the main thread.
    put_on_map: Callable[[QgsProject], None]


@dataclass(frozen=True)
class Question:
    """One entry of the menu; ``label`` and ``tip`` are source texts."""

    label: str
    tip: str
    icon: str
    #: Takes what the session shows now, on the main thread, and gives the work that answers, for a background task;
    #: None if a person thought better of it.
    prepare: Callable[[Session], Callable[[Feedback], ResultPage | AnswerOnMap] | None]


class QuestionButton(QToolButton):
    """A button with the questions of a page in its menu."""

    def __init__(self, session: Session, questions: Sequence[Question]) -> None:
        super().__init__()
        self.session = session
        self.messages = session.messages
        #: The window that was opened last.
        self.window_shown: ResultWindow | None = None
        self.setText(translate("est_plugin", "Ask the incidents"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setVisible(bool(questions))
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for question in questions:
            action = menu.addAction(QIcon(paths.icon(question.icon)), translate("est_plugin", question.label))
            action.setToolTip(translate("est_plugin", question.tip))
            action.triggered.connect(lambda _checked, question=question: self.ask(question))
        self.setMenu(menu)

    @told
    def ask(self, question: Question) -> None:
        """Answer in the background, then open a window."""
        if self.session.database is None:
            return
        work = question.prepare(self.session)
        if work is not None:
            self.session.run(translate("est_plugin", question.label), work, self._show)

    def _show(self, answer: ResultPage | AnswerOnMap) -> None:
        self.messages.take_back_refusals()
        if isinstance(answer, AnswerOnMap):
            answer.put_on_map(self.session.project)
        result = answer.page if isinstance(answer, AnswerOnMap) else answer
        self.window_shown = ResultWindow(self.window(), self.messages, result)
        self.window_shown.show()
        if isinstance(answer, AnswerOnMap):
            self._clear_the_map(self.window_shown)

    def _clear_the_map(self, shown: ResultWindow) -> None:
        """Move the window, made narrow, to the edge of the desktop that the dock is at."""
        shown.resize(_BESIDE_THE_MAP, shown.height())
        desktop, here = self.window(), self.mapTo(self.window(), self.rect().center())
        is_right = here.x() > desktop.width() / 2
        shown.move(
            desktop.mapToGlobal(QPoint(desktop.width() - shown.frameGeometry().width() if is_right else 0, 0)).x(),
            shown.y(),
        )
