# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: print the selected walk from its menu. Run by test_walk_sheet_in_the_desktop.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import Qt, QTimer

from est_plugin.gui.dock import EstDock
from est_plugin.gui.walk_sheet_dialog import WalkSheetDialog

if TYPE_CHECKING:
    from desktop_driver import Desktop

    from est_plugin.gui.walk_actions import WalkButton


def choose(desktop: Desktop, button: WalkButton, label: str) -> None:
    """Open the menu and choose an entry with the mouse."""

    def press() -> None:
        (entry,) = [entry for entry in button.menu().actions() if entry.text() == label]
        desktop.click_at(button.menu(), button.menu().actionGeometry(entry).center())

    # The menu holds the click until an entry is chosen.
    QTimer.singleShot(1000, press)
    desktop.click(button)


def act(desktop: Desktop) -> dict[str, Any]:
    window = desktop.iface.mainWindow()
    dock = window.findChild(EstDock)
    session = dock.session
    session.open(desktop.folder / "lindvik.gpkg")
    dock.pages.setCurrentIndex(2)
    desktop.settle()
    page = dock.pages.widget(2)
    desktop.wait_until(lambda: page.table.findItems("Centrum en kväll", Qt.MatchFlag.MatchExactly))
    (walk,) = page.table.findItems("Centrum en kväll", Qt.MatchFlag.MatchExactly)
    page.table.selectRow(walk.row())
    desktop.settle()
    choose(desktop, page.with_walk, "Vandringsblad…")
    desktop.wait_until(lambda: window.findChild(WalkSheetDialog) is not None)
    dialog = window.findChild(WalkSheetDialog)
    desktop.settle()
    dialog.file.setFilePath(str(desktop.folder / "utan" / "blad.pdf"))
    desktop.click(dialog.write_button)
    desktop.settle()
    refusal = dialog.messages.text()
    target = desktop.folder / "blad.pdf"
    dialog.file.setFilePath(str(target))
    desktop.grab("dialog", dialog)
    desktop.click(dialog.write_button)
    desktop.wait_until(lambda: session._busy == 0 and target.exists())
    desktop.settle()
    desktop.grab("written")
    return {
        "refusal": refusal,
        "told": [item.text() for item in desktop.iface.messageBar().items()],
        "left": sorted(path.name for path in desktop.folder.glob(".est-sheet-*")),
    }
