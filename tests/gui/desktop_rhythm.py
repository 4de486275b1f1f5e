# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: ask when it happens, and whether it comes again. Run by test_rhythm_in_the_desktop.py."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QTimer

from est_plugin.domain.period import Period
from est_plugin.gui.dock import EstDock

if TYPE_CHECKING:
    from desktop_driver import Desktop

    from est_plugin.gui.questions import QuestionButton


def ask(desktop: Desktop, button: QuestionButton, question: str, name: str) -> str:
    """Choose from the menu with the mouse, and give what the window then says."""

    def choose() -> None:
        (action,) = [action for action in button.menu().actions() if action.text() == question]
        desktop.click_at(button.menu(), button.menu().actionGeometry(action).center())

    # The menu holds the click until an entry is chosen.
    QTimer.singleShot(1000, choose)
    desktop.click(button)
    desktop.wait_until(lambda: button.session._busy == 0 and button.window_shown is not None)
    desktop.settle()
    window = button.window_shown
    desktop.grab(name, window)
    window.close()
    button.window_shown = None
    return str(window.text.toPlainText())


def act(desktop: Desktop) -> dict[str, Any]:
    dock = desktop.iface.mainWindow().findChild(EstDock)
    session, situation, hotspots = dock.session, dock.pages.widget(0), dock.pages.widget(1)
    session.open(desktop.folder / "lindvik.gpkg")
    desktop.settle()
    session.choose_period(Period.between(date(2026, 9, 1), date(2026, 10, 31)))
    desktop.settle()
    result = {
        "rhythm": ask(desktop, situation.questions, "När händer det?", "rhythm"),
        "repeats": ask(desktop, situation.questions, "Händer det igen i närheten?", "repeats"),
    }
    dock.pages.setCurrentIndex(1)
    desktop.settle()
    desktop.click(hotspots.find_button)
    desktop.wait_until(lambda: session._busy == 0 and hotspots.table.rowCount() > 0)
    desktop.settle()
    hotspots.table.selectRow(0)
    desktop.settle()
    return result | {"here": ask(desktop, hotspots.questions, "När händer det här?", "here")}
