# SPDX-License-Identifier: GPL-2.0-or-later
"""What a plugin can leave behind in QGIS, and a desktop script that loads and unloads ours."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from qgis.core import QgsApplication, QgsExpression, QgsProject, QgsSettingsTree
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QTimer
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QMenu, QStackedWidget, QToolBar

from est_plugin.layers.local_time import WIDGET

if TYPE_CHECKING:
    from desktop_driver import Desktop
    from qgis.gui import QgisInterface

TRANSLATION = Path(__file__).resolve().parents[2] / "i18n" / "est_plugin_sv.ts"


def translated_texts() -> int:
    """How many of the plugin's texts Qt translates right now."""
    messages = ElementTree.parse(TRANSLATION).iterfind("context/message/source")
    return sum(QCoreApplication.translate("est_plugin", text.text) != text.text for text in messages)


def inventory(iface: QgisInterface) -> dict[str, object]:
    """Counts and names of everything in QGIS that a plugin adds to and must take away again."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window, canvas, project = iface.mainWindow(), iface.mapCanvas(), QgsProject.instance()
    signals = {
        "layersAdded": (project, project.layersAdded),
        "layersWillBeRemoved": (project, project.layersWillBeRemoved),
        "layersRemoved": (project, project.layersRemoved),
        "readProject": (project, project.readProject),
        "writeProject": (project, project.writeProject),
        "cleared": (project, project.cleared),
        "crsChanged": (project, project.crsChanged),
        "extentsChanged": (canvas, canvas.extentsChanged),
        "mapToolSet": (canvas, canvas.mapToolSet),
        "currentLayerChanged": (iface, iface.currentLayerChanged),
        "newProjectCreated": (iface, iface.newProjectCreated),
    }
    # Menus without a title are the overflow of toolbars, filled by QGIS as the window's width demands.
    menus = Counter(menu.title() for menu in window.findChildren(QMenu) if menu.title() for _ in menu.actions())
    return {
        "toolbars": sorted(bar.objectName() for bar in window.findChildren(QToolBar)),
        "docks": sorted(dock.objectName() for dock in window.findChildren(QDockWidget)),
        "actions": len(window.findChildren(QAction)),
        "shortcuts": len(QgsGui.shortcutsManager().listAll()),
        "providers": sorted(provider.id() for provider in QgsApplication.processingRegistry().providers()),
        "expression functions": len(QgsExpression.Functions()),
        "formatter of times": QgsApplication.fieldFormatterRegistry().fieldFormatter(WIDGET).id(),
        "tasks": QgsApplication.taskManager().count(),
        "settings": sorted(node.key() for node in QgsSettingsTree.node("plugins").childrenNodes()),
        "translated texts": translated_texts(),
        **{f"actions in menu {title}": count for title, count in menus.items()},
        **{f"receivers of {name}": owner.receivers(signal) for name, (owner, signal) in signals.items()},
    }


def options_pages(desktop: Desktop) -> int:
    """Number of pages in QGIS's options window. It has no list to ask, so the window is opened and closed."""
    pages = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        pages.append(dialog.findChild(QStackedWidget, "mOptionsStackedWidget").count())
        dialog.reject()

    QTimer.singleShot(500, look)
    desktop.iface.showOptionsDialog()
    return pages[0]


def act(desktop: Desktop) -> dict[str, object]:
    """Inventories before, and after each of two rounds of load and unload; and one while the plugin is loaded."""
    import qgis.utils

    def everything() -> dict[str, object]:
        desktop.settle()
        return inventory(desktop.iface) | {"options pages": options_pages(desktop)}

    qgis.utils.updateAvailablePlugins()
    before, loaded, after = everything(), {}, []
    for _ in range(2):
        assert qgis.utils.loadPlugin("est_plugin"), "QGIS could not import the plugin"
        assert qgis.utils.startPlugin("est_plugin"), "QGIS could not start the plugin"
        loaded = everything()
        desktop.grab("loaded")
        assert qgis.utils.unloadPlugin("est_plugin"), "QGIS could not unload the plugin"
        after.append(everything())
    return {"before": before, "loaded": loaded, "after": after}
