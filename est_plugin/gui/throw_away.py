# SPDX-License-Identifier: GPL-2.0-or-later
"""Shall what was typed in a window be thrown away? Asked when it is closed without being stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QMessageBox

from est_plugin.i18n import translate

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget


def throws_away(window: QWidget) -> bool:
    """Ask; going on is what Enter and Esc choose."""
    box = QMessageBox(window)
    box.setWindowTitle("EST")
    box.setText(translate("est_plugin", "Throw away what you typed?"))
    throw = box.addButton(translate("est_plugin", "Throw away"), QMessageBox.ButtonRole.DestructiveRole)
    go_on = box.addButton(translate("est_plugin", "Go on typing"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(go_on)
    box.setEscapeButton(go_on)
    box.exec()
    return box.clickedButton() is throw
