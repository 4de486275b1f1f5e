# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: what a crash left behind is looked at, put back, saved. See test_left_behind_in_the_desktop.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtWidgets import QDialog, QTableWidget

from est_plugin.gui.dock import EstDock
from est_plugin.gui.journal_offer import JournalOffer

if TYPE_CHECKING:
    from desktop_driver import Desktop


def act(desktop: Desktop) -> dict[str, Any]:
    window = desktop.iface.mainWindow()
    dock = window.findChild(EstDock)
    window.resizeDocks([dock], [520], 1)
    dock.session.open(desktop.folder / "est.gpkg")
    offer = dock.findChild(JournalOffer)
    desktop.wait_until(offer.isVisible)
    desktop.grab("offer")
    result: dict[str, Any] = {"text": offer.text.text()}
    desktop.click(offer.show_button)
    [dialog] = [one for one in window.findChildren(QDialog) if one.isVisible() and one.findChild(QTableWidget)]
    desktop.grab("changes", dialog)
    table = dialog.findChild(QTableWidget)
    result["changes"] = [[table.item(line, column).text() for column in (1, 2)] for line in range(table.rowCount())]
    dialog.reject()
    desktop.settle()
    desktop.click(offer.put_back_button)
    desktop.wait_until(lambda: not offer.isVisible())
    desktop.grab("put_back")
    result["unsaved"] = dock.unsaved.text.text()
    desktop.click(dock.unsaved.save_button)
    desktop.wait_until(lambda: not dock.unsaved.isVisible())
    desktop.grab("saved")
    return result
