# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: the page Meeting from an empty period to a written package. Run by test_meeting_in_the_desktop.py."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QPushButton

from est_plugin.gui.dock import EstDock


def act(desktop: Any) -> dict[str, Any]:
    dock = desktop.iface.mainWindow().findChild(EstDock)
    session = dock.session
    session.open(desktop.folder / "lindvik.gpkg")
    desktop.settle()
    dock.pages.setCurrentIndex(4)
    meeting = dock.pages.widget(4)
    meeting.kind.setCurrentIndex(1)
    result: dict[str, Any] = {}
    for width in (400, 520):
        desktop.iface.mainWindow().resizeDocks([dock], [width], 1)
        desktop.settle()
        desktop.grab(f"empty_{width}")
    result["warned"] = meeting.no_hotspots.isVisible()
    result["backgrounds"] = [meeting.background.itemText(index) for index in range(meeting.background.count())]
    meeting.no_hotspots.linkActivated.emit("#")
    result["led_to"] = dock.pages.currentIndex()
    dock.pages.widget(1).find()
    desktop.wait_until(lambda: session._busy == 0)
    dock.pages.setCurrentIndex(4)
    desktop.settle()
    result["still_warned"] = meeting.no_hotspots.isVisible()
    result["contents"] = meeting.contents.text()
    result |= write(desktop, session, meeting, dock)
    return result


def write(desktop: Any, session: Any, meeting: Any, dock: Any) -> dict[str, Any]:
    folder = desktop.folder / "packages"
    folder.mkdir()
    meeting.folder.setFilePath(str(folder))
    own = QgsVectorLayer("Polygon?crs=EPSG:4326", "Egen bakgrund", "memory")
    metadata = own.metadata()
    metadata.setRights(['© <a href="https://example.org">Kommunens stadskarta</a>'])
    own.setMetadata(metadata)
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON ((10 50, 25 50, 25 70, 10 70, 10 50))"))
    own.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(own, False)
    QgsProject.instance().layerTreeRoot().addLayer(own)
    meeting.refresh()
    desktop.settle()
    meeting.background.setCurrentIndex(meeting.background.findData("project"))
    meeting.background.activated.emit(meeting.background.currentIndex())
    cancelled = [cancel_when(desktop, session, meeting, title) for title in ("Ritar", "Gör PDF")]
    messages = [item.text() for item in session.messages._bar.items()]
    left = sorted(path.name for path in folder.iterdir())
    meeting.write_button.click()
    desktop.wait_until(lambda: session._busy == 0 and any(folder.glob("*.zip")), 60)
    for width in (400, 520):
        desktop.iface.mainWindow().resizeDocks([dock], [width], 1)
        desktop.settle()
        desktop.grab(f"written_{width}")
    page = next(folder.glob("*/*.html")).read_text(encoding="utf-8")
    return {
        "cancelled": cancelled,
        "left": left,
        "files": len(list(folder.iterdir())),
        "credited": "Bakgrundskarta: © Kommunens stadskarta." in page,
        "result": meeting.result_text.text(),
        "buttons": [button.text() for button in meeting.result.findChildren(QPushButton) if button.isVisible()],
        "remembered": [
            session.settings.package_background.value(),
            session.settings.package_language.value(),
            Path(session.settings.last_export_folder.value()).name,
        ],
        "messages": messages,
        "background": meeting.background.currentText(),
    }


def cancel_when(desktop: Any, session: Any, meeting: Any, title: str) -> bool:
    """Start a package and cancel it as soon as the task of that title runs; was it seen?"""
    seen = []

    def look() -> bool:
        if not seen and any(task.description().startswith(title) for task in session._tasks._running):
            seen.append(title)
            session.cancel()
        return session._busy == 0

    meeting.write_button.click()
    desktop.wait_until(look, 60)
    return bool(seen)
