# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be done with the selected walk? The menu below the list of walks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QMenu, QToolButton

from est_plugin import paths
from est_plugin.gui.messages import told
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qgis.PyQt.QtWidgets import QAction

    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.session import Session
    from est_plugin.layers.shown_rows import ShownWalk


@dataclass(frozen=True)
class WalkAction:
    """One entry of the menu; ``label`` and ``tip`` are source texts."""

    label: str
    tip: str
    icon: str
    #: On the main thread, for the walk that is selected; an EstError raised here is told.
    act: Callable[[Session, Drawing, ShownWalk], None]


@dataclass(frozen=True)
class AnyTimeAction:
    """One entry that needs no walk."""

    label: str
    tip: str
    icon: str
    #: On the main thread; an EstError raised here is told.
    act: Callable[[Session, Drawing], None]


class WalkButton(QToolButton):
    """A button with the actions in its menu."""

    def __init__(
        self,
        session: Session,
        drawing: Drawing,
        groups: Sequence[Sequence[WalkAction | AnyTimeAction]],
        selected: Callable[[], ShownWalk | None],
    ) -> None:
        """``selected`` gives the walk that the groups of actions are for; without one they are greyed out."""
        super().__init__()
        self.messages = session.messages
        self._session = session
        self._drawing = drawing
        self._selected = selected
        #: The entries by their source text.
        self.entries: dict[str, QAction] = {}
        self._of_a_walk: list[QAction] = []
        self.setText(translate("est_plugin", "With this walk"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for group in groups:
            menu.addSeparator()
            for action in group:
                self._add(menu, action)
        self.setMenu(menu)

    def offer(self, *, has_walk: bool) -> None:
        """Grey out what needs a walk while there is none."""
        for entry in self._of_a_walk:
            entry.setEnabled(has_walk)

    def _add(self, menu: QMenu, action: WalkAction | AnyTimeAction) -> None:
        entry = menu.addAction(QIcon(paths.icon(action.icon)), translate("est_plugin", action.label))
        entry.setToolTip(translate("est_plugin", action.tip))
        entry.triggered.connect(lambda _checked: self._act(action))
        self.entries[action.label] = entry
        if isinstance(action, WalkAction):
            self._of_a_walk.append(entry)

    @told
    def _act(self, action: WalkAction | AnyTimeAction) -> None:
        walk = self._selected()
        if isinstance(action, AnyTimeAction):
            action.act(self._session, self._drawing)
        elif walk is not None:
            action.act(self._session, self._drawing, walk)
