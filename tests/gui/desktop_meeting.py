# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: the page Meeting from an empty period to a written package. Run by test_meeting_in_the_desktop.py."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QPushButton, QScrollArea

from est_plugin.gui.dock import EstDock


class Opened(QObject):
    """Stands in for the browser."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[str] = []

    @pyqtSlot("QUrl")
    def open(self, url: Any) -> None:
        self.paths.append(url.toLocalFile())


def act(desktop: Any) -> dict[str, Any]:
    dock = desktop.iface.mainWindow().findChild(EstDock)
    session = dock.session
    session.open(desktop.folder / "lindvik.gpkg")
    desktop.settle()
    dock.pages.setCurrentIndex(4)
    meeting = dock.pages.widget(4)
    desktop.settle()
    result: dict[str, Any] = {"backgrounds": texts_of(meeting.background)}
    choose_by_keys(desktop, meeting)
    result["period"] = str(session.period.start)
    # The package of last time, so that there are reports to go on to.
    session.choose_period(session.period.previous())
    desktop.settle()
    result["edition"] = meeting.form.edition.currentText()
    result["proposed"] = meeting.summary.text.toPlainText()
    result["estimate"] = meeting.estimate.text()
    result["widths"] = widths(desktop, dock, meeting, "empty")
    result["warned"] = meeting.no_hotspots.isVisible()
    meeting.no_hotspots.linkActivated.emit("#")
    result["led_to"] = dock.pages.currentIndex()
    dock.pages.widget(1).find()
    desktop.wait_until(lambda: session._busy == 0)
    dock.pages.setCurrentIndex(4)
    desktop.settle()
    result["still_warned"] = meeting.no_hotspots.isVisible()
    result["contents"] = meeting.contents.text()
    result |= write(desktop, session, meeting, dock)
    # With what will be there when QGIS is started again.
    meeting.background.setCurrentIndex(meeting.background.findData("town"))
    meeting.background.activated.emit(meeting.background.currentIndex())
    desktop.settle()
    meeting.write_button.click()
    desktop.wait_until(lambda: session._busy == 0 and meeting.result.isVisible(), 60)
    result["files_after"] = len(list((desktop.folder / "packages").iterdir()))
    return result


def texts_of(box: Any) -> list[str]:
    return [box.itemText(index) for index in range(box.count())]


def choose_by_keys(desktop: Any, meeting: Any) -> None:
    """The strategic group and back, as the keyboard does it."""
    desktop.click(meeting.preset)
    desktop.xdotool("key", "Down")
    desktop.xdotool("key", "Return")
    assert meeting.preset.currentText().startswith("Strategisk grupp"), meeting.preset.currentText()
    desktop.grab("strategic")
    meeting.preset.setFocus()
    desktop.xdotool("key", "Up")
    assert meeting.preset.currentText().startswith("Operativ grupp"), meeting.preset.currentText()


def widths(desktop: Any, dock: Any, meeting: Any, name: str) -> list[tuple[int, int]]:
    """The dock's width, and how far its page must be pushed aside to be read, at each width asked for."""
    found = []
    for width in (400, 520):
        desktop.iface.mainWindow().resizeDocks([dock], [width], 1)
        desktop.settle()
        desktop.grab(f"{name}_{width}", dock)
        found.append((dock.width(), meeting.findChild(QScrollArea).horizontalScrollBar().maximum()))
    return found


def write(desktop: Any, session: Any, meeting: Any, dock: Any) -> dict[str, Any]:
    folder = desktop.folder / "packages"
    folder.mkdir()
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
    meeting.form.setCollapsed(False)
    desktop.settle()
    meeting.folder.setFilePath(str(folder))
    meeting.background.setCurrentIndex(meeting.background.findData("project"))
    meeting.background.activated.emit(meeting.background.currentIndex())
    unfolded = widths(desktop, dock, meeting, "unfolded")
    area = meeting.findChild(QScrollArea)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    desktop.grab("unfolded_end", dock)
    meeting.form.setCollapsed(True)
    desktop.settle()
    cancelled = [cancel_when(desktop, session, meeting, title) for title in ("Ritar", "Gör PDF")]
    messages = [item.text() for item in session.messages._bar.items()]
    left = sorted(path.name for path in folder.iterdir())
    desktop.click(meeting.write_button)
    desktop.wait_until(lambda: session._busy == 0 and any(folder.glob("*.zip")), 60)
    desktop.settle()
    written = widths(desktop, dock, meeting, "written")
    page = next(folder.glob("*/*.html")).read_text(encoding="utf-8")
    buttons = [button for button in meeting.result.findChildren(QPushButton) if button.isVisible()]
    area.ensureWidgetVisible(meeting.result)
    return {
        "cancelled": cancelled,
        "left": left,
        "files": len(list(folder.iterdir())),
        "credited": "Bakgrundskarta: © Kommunens stadskarta." in page,
        "result": meeting.result.text.text(),
        "buttons": [button.text() for button in buttons],
        "opened": click_all(desktop, buttons),
        "remembered": [
            session.settings.package_background.value(),
            Path(session.settings.last_export_folder.value()).name,
        ],
        "messages": messages,
        "background": meeting.background.currentText(),
        "repeat": meeting.repeat_button.button.text(),
        "widths_written": [*unfolded, *written],
        "learned": meeting.memory.experience(session.database, "project").page != 1.0,
    }


def click_all(desktop: Any, buttons: list[QPushButton]) -> list[str]:
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "open")
    for button in buttons:
        desktop.click(button)
    QDesktopServices.unsetUrlHandler("file")
    return [Path(path).suffix or Path(path).name for path in opened.paths]


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
